import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { base } from "../styles/base.ts";

/**
 * Somebody else changed the notebook: both texts side by side, and a choice.
 *
 * @summary Choice between two texts
 * @fires pivotbook-keep-mine - Our text shall stand
 * @fires pivotbook-take-theirs - The server's text shall stand
 */
@customElement("pivotbook-conflict-dialog")
export class ConflictDialog extends LitElement {
  static override styles = [
    base,
    css`
      .texts {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(260px, 1fr));
        gap: var(--s4);
        margin-top: var(--s3);
      }
      textarea {
        width: 100%;
        height: 46vh;
        font: 12.5px/18px var(--mono);
        background: var(--raised);
        border: 1px solid var(--line);
        border-radius: var(--r);
        padding: var(--s2);
      }
      label {
        display: grid;
        gap: 4px;
        font-weight: 550;
      }
      p {
        margin: 0;
        color: var(--muted);
      }
    `,
  ];

  @property({ type: Boolean })
  accessor open: boolean = false;
  @property()
  accessor mine: string = "";
  @property()
  accessor theirs: string = "";

  override render(): unknown {
    return html`
      <wa-dialog label="Changed elsewhere" style="--width: 960px" ?open=${this
        .open}
        @wa-hide=${this.#stay}>
        <p>Somebody or something else saved this notebook first. Neither text is lost: choose the one to go on with, and copy from the other what you need.</p>
        <div
          class="texts"><label>Yours<textarea readonly .value=${this
            .mine}></textarea></label><label>On the server<textarea readonly .value=${this
            .theirs}></textarea></label></div>
        <button slot="footer" class="button"
          @click=${() =>
            this.#choose("pivotbook-take-theirs")}>Take the server's</button>
        <button slot="footer" class="button primary"
          @click=${() => this.#choose("pivotbook-keep-mine")}>Keep mine</button>
      </wa-dialog>
    `;
  }

  /** Without a choice nothing can be saved, so the dialog stays. */
  #stay(event: Event): void {
    if (this.open) event.preventDefault();
  }

  #choose(name: string): void {
    this.dispatchEvent(new CustomEvent(name));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-conflict-dialog": ConflictDialog;
  }
}
