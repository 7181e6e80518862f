import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import "./drop_zone.ts";
import { base } from "../styles/base.ts";

/**
 * The import of files beside an open notebook: opens by itself when files are dropped on the page.
 *
 * @summary Import as a dialog
 * @fires pivotbook-imported - A file was imported, so data has changed
 */
@customElement("pivotbook-import-dialog")
export class ImportDialog extends LitElement {
  static override styles = [
    base,
    css`
      p {
        margin: 0 0 var(--s3);
        color: var(--muted);
      }
    `,
  ];

  /** Names of the datasets there are, to choose from. */
  @property({ attribute: false })
  accessor datasets: readonly string[] = [];
  @property({ type: Boolean })
  accessor open: boolean = false;

  /** Opens the dialog. */
  show(): void {
    this.open = true;
  }

  override render(): unknown {
    return html`
      <wa-dialog label="Import" light-dismiss style="--width: 680px" ?open=${this
        .open}
        @wa-after-hide=${this.#closed}>
        <p>Cells that read the dataset run again when it has new data.</p>
        <pivotbook-drop-zone .datasets=${this.datasets}
          @pivotbook-look-at=${() => this.open = false}
          @pivotbook-import-started=${() =>
            this.open = true}></pivotbook-drop-zone>
      </wa-dialog>
    `;
  }

  #closed(event: Event): void {
    if (event.target === event.currentTarget) this.open = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-import-dialog": ImportDialog;
  }
}
