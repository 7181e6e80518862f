import { html, svg } from "lit";

/** The mark of Pivotbook: one thing that leads to two. */
export function brand(): unknown {
  const mark = svg`
    <svg viewBox="0 0 18 18" width="20" height="20" fill="none"
      stroke="currentColor" stroke-width="1.8" aria-hidden="true">
      <circle cx="4" cy="9" r="2.4" />
      <circle cx="14" cy="3.6" r="2.4" />
      <circle cx="14" cy="14.4" r="2.4" />
      <path d="M6.2 7.8 11.9 4.7M6.2 10.2l5.7 3.1" />
    </svg>
  `;
  return html`
    <a class="brand" href="/"
      aria-label="Pivotbook">${mark}<span>Pivotbook</span></a>
  `;
}
