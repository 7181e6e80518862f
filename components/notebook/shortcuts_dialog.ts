import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { notebookShortcuts, type ShortcutGroup } from "./shortcuts.ts";
import { base } from "../styles/base.ts";

/**
 * Every key of the page.
 *
 * @summary List of shortcuts
 */
@customElement("pivotbook-shortcuts-dialog")
export class ShortcutsDialog extends LitElement {
  static override styles = [
    base,
    css`
      .groups {
        columns: 2 252px;
        column-gap: var(--s6);
      }
      section {
        break-inside: avoid;
        padding-bottom: var(--s5);
      }
      dl {
        display: grid;
        grid-template-columns: 148px minmax(0, 1fr);
        gap: 5px var(--s3);
        margin: 0;
        font-size: 13px;
      }
      dt {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        align-items: center;
        align-self: start;
        min-height: 20px;
        white-space: nowrap;
      }
      dd {
        margin: 0;
        color: var(--muted);
      }
    `,
  ];

  @property({ attribute: false })
  accessor groups: readonly ShortcutGroup[] = notebookShortcuts;
  @property({ type: Boolean })
  accessor open: boolean = false;

  override render(): unknown {
    return html`
      <wa-dialog label="Keys" light-dismiss style="--width: 720px" ?open=${this
        .open}
        @wa-after-hide=${() => this.open = false}>
        <div class="groups" tabindex="0" role="group"
          aria-label="Keys by place">${this.groups.map(({ title, keys }) =>
            html`
              <section>
                <h2 class="section-title">${title}</h2>
                <dl>${keys.map(([key, what]) =>
                  html`
                    <dt>${key.split(", ").map((one) =>
                      html`
                        <kbd>${one}</kbd>
                      `
                    )}</dt>
                    <dd>${what}</dd>
                  `
                )}</dl>
              </section>
            `
          )}</div>
      </wa-dialog>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-shortcuts-dialog": ShortcutsDialog;
  }
}
