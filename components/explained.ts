import { html } from "lit";

/** A term with what it means: in a tooltip, and read out after it. */
export function explained(term: unknown, meaning: string): unknown {
  return html`<span class="explained" title=${meaning}>${term}<span
    class="visually-hidden"> (${meaning})</span></span>`;
}
