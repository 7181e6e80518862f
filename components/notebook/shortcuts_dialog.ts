import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { base } from "../styles/base.ts";

/** Every key of the page, by where it works. */
const shortcuts:
  readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
    ["Everywhere", [
      ["/", "Search"],
      ["?", "This list"],
      ["Ctrl Shift Enter", "Run all cells"],
      ["Ctrl .", "Stop"],
      ["Ctrl Z, Ctrl Shift Z", "Undo, redo"],
      ["j, k", "Next, former cell"],
    ]],
    ["Cell", [
      ["Shift Enter", "Run"],
      ["e", "Edit its text"],
      ["Alt ↑, Alt ↓", "Move up, down"],
      ["Esc", "Leave the editor"],
    ]],
    ["Grid", [
      ["Arrows, Home, End, Page", "Move"],
      ["Enter", "Pivot to the indicator"],
      ["Space", "Select the row"],
      ["Menu, Shift F10", "Other pivots"],
      ["Ctrl C", "Copy, defanged"],
      ["Ctrl Shift C", "Copy the live form"],
      ["Alt S", "Sort by the column"],
      ["Shift ←, Shift →", "Narrow, widen the column"],
    ]],
    ["Heat map", [
      ["← →", "Walk from change to change"],
      ["Shift ← →", "Widen the window"],
      ["Enter, Esc", "Set, clear the window"],
      ["c", "Changes only"],
      ["t", "As table"],
      ["+, -, 0", "Zoom, whole"],
    ]],
  ];

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
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(240px, 1fr));
        gap: var(--s5);
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 5px var(--s3);
        margin: 0;
        font-size: 13px;
      }
      dt {
        white-space: nowrap;
      }
      dd {
        margin: 0;
        color: var(--muted);
      }
    `,
  ];

  @property({ type: Boolean })
  accessor open: boolean = false;

  override render(): unknown {
    return html`
      <wa-dialog label="Keys" light-dismiss style="--width: 680px" ?open=${this
        .open}
        @wa-after-hide=${() => this.open = false}>
        <div class="groups">${shortcuts.map(([title, keys]) =>
          html`
            <section>
              <h2 class="section-title">${title}</h2>
              <dl>${keys.map(([key, what]) =>
                html`
                  <dt><kbd>${key}</kbd></dt>
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
