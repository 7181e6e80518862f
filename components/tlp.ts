import { html } from "lit";

/** The Traffic Light Protocol marking; nothing where there is none. */
export function tlpMark(tlp: string | null): unknown {
  if (!tlp) return "";
  const color = tlp.replace(/\+.*$/, "");
  return html`<span class="tlp ${color}">TLP:${tlp.toUpperCase()}</span>`;
}
