import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { CommandEvent } from "../events.ts";
import { icon } from "../icons.ts";
import { type Template, templates } from "./templates.ts";
import { base } from "../styles/base.ts";

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
      h3 {
        margin: 0;
        padding: 4px 14px 2px !important;
        font-size: 11px;
        line-height: 16px;
        font-weight: 600;
        letter-spacing: .06em;
        text-transform: uppercase;
        color: var(--faint);
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
            ${templates.filter(({ input }) => !input).map(item)}
            <wa-divider></wa-divider>
            <h3>Inputs</h3>
            ${templates.filter(({ input }) => input).map(item)}</wa-dropdown>
      </div>
    `;
  }

  #select(event: CustomEvent<{ item: { value: string } }>): void {
    const { value } = event.detail.item;
    const template = templates.find(({ label }) => label === value);
    if (template === undefined) return;
    const { raw } = template;
    this.dispatchEvent(
      new CommandEvent(this.behind ?? "", { type: "insert", raw }),
    );
  }
}

function item({ label }: Template): unknown {
  return html`<wa-dropdown-item value=${label}>${label}</wa-dropdown-item>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-insert-bar": InsertBar;
  }
}
