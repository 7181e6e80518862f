import { html } from "lit";

/** A button in a sentence that opens the import of files, wherever it stands on a notebook's page. */
export function importButton(label: string): unknown {
  return html`<button class="inline" @click=${ask}>${label}</button>`;
}

function ask({ currentTarget }: Event): void {
  currentTarget?.dispatchEvent(
    new CustomEvent("pivotbook-import", { bubbles: true, composed: true }),
  );
}
