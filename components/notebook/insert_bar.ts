import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { CommandEvent } from "../events.ts";
import { icon } from "../icons.ts";
import { rawOf } from "./edits.ts";
import { emptyPlot } from "../plot/first_plot.ts";
import { BLANK } from "../prose/blank.ts";
import { base } from "../styles/base.ts";

/** What can be put between two blocks; the name stands for a proposal of the page. */
const templates: readonly { label: string; raw: string }[] = [
  { label: "Text", raw: `${BLANK}\n` },
  { label: "Pivot", raw: rawOf({ head: "pivot NAME", body: "" }) },
  { label: "SQL", raw: rawOf({ head: "sql NAME", body: "" }) },
  {
    label: "Date range",
    raw: rawOf({ head: "input NAME type=daterange", body: ".." }),
  },
  {
    label: "List of indicators",
    raw: rawOf({ head: "input NAME type=indicators", body: "" }),
  },
  { label: "Plot", raw: emptyPlot },
];

/**
 * The place between two blocks, where something can be put.
 *
 * @summary Insertion point
 * @fires pivotbook-command - The raw text of the new block
 */
@customElement("pivotbook-insert-bar")
export class InsertBar extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        height: 24px;
        position: relative;
      }
      .place {
        position: absolute;
        left: 50%;
        top: 1px;
        transform: translateX(-50%);
      }
      .add {
        height: 22px;
        border: 1px solid var(--line);
        border-radius: 11px;
        background: var(--surface);
        color: var(--muted);
        font-size: 12px;
        padding: 0 9px;
        display: inline-flex;
        gap: 4px;
        align-items: center;
        opacity: 0;
      }
      .icon {
        width: 13px;
        height: 13px;
      }
      :host(:hover) .add,
      .add:focus-visible,
      :host([shown]) .add {
        opacity: 1;
      }
    `,
  ];

  /** Id of the block before; null at the start. */
  @property()
  accessor behind: string | null = null;
  @property({ type: Boolean, reflect: true })
  accessor shown: boolean = false;

  override render(): unknown {
    return html`
      <div class="place">
        <wa-dropdown @wa-select=${this.#select}>
            <button slot="trigger" class="add" aria-label="Add a cell or text here">${icon(
              "plus",
            )}Add</button>
            ${templates.map(({ label }, index) =>
              html`<wa-dropdown-item value=${
                String(index)
              }>${label}</wa-dropdown-item>`
            )}</wa-dropdown>
      </div>
    `;
  }

  #select(event: CustomEvent<{ item: { value: string } }>): void {
    const template = templates[Number(event.detail.item.value)];
    if (template === undefined) return;
    const { raw } = template;
    this.dispatchEvent(
      new CommandEvent(this.behind ?? "", { type: "insert", raw }),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-insert-bar": InsertBar;
  }
}
