import type { Cell, InputOutput } from "@pivotbook/cells";
import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { CommandEvent } from "../events.ts";
import { counted } from "../format.ts";
import { withBody } from "../notebook/edits.ts";
import { base } from "../styles/base.ts";

/**
 * The control of an input cell; what it sets becomes the cell's text.
 *
 * @summary Control of an input
 * @fires pivotbook-command - The cell's new text
 */
@customElement("pivotbook-input-control")
export class InputControl extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        padding: 0;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s2) var(--s3);
      }
      input,
      select,
      textarea {
        font: 13px/20px var(--mono);
        padding: 3px 10px;
        border: 1px solid var(--line-strong);
        border-radius: var(--r);
        background: var(--raised);
        color: var(--text);
      }
      .range {
        width: 202px;
      }
      .picker {
        width: 32px;
        padding-inline: 6px;
        color: transparent;
      }
      .picker::-webkit-datetime-edit {
        display: none;
      }
      .picker::-webkit-calendar-picker-indicator {
        margin: 0;
      }
      textarea {
        width: 100%;
        min-height: 84px;
        resize: vertical;
      }
    `,
  ];

  @property({ attribute: false })
  accessor output: InputOutput | null = null;
  @property({ attribute: false })
  accessor cell: Cell | null = null;
  @property()
  accessor label: string = "";

  override render(): unknown {
    const { output } = this;
    if (output === null) return "";
    const control = controls[output.input] ?? plainControl;
    return html`<div class="row">${
      control(output, { label: this.label, set: (text) => this.#set(text) })
    }</div>`;
  }

  #set(text: string): void {
    if (this.cell === null || text === this.output?.text) return;
    const raw = withBody(this.cell, text);
    this.dispatchEvent(
      new CommandEvent(this.cell.id, { type: "edit", raw, run: true }),
    );
  }
}

interface Wiring {
  readonly label: string;
  readonly set: (text: string) => void;
}

type Control = (output: InputOutput, wiring: Wiring) => unknown;

const controls: Readonly<Record<string, Control>> = {
  daterange: dateRange,
  indicators: indicatorList,
  number: (output, { label, set }) =>
    html`
      <input type="number" step="any" aria-label=${label} .value=${output.text
        .trim()}
        @change=${from(set)}>
    `,
  choice: choice,
};

function plainControl({ text }: InputOutput, { label, set }: Wiring): unknown {
  return html`
    <input type="text" aria-label=${label} .value=${text.trim()}
      @change=${from(set)}>
  `;
}

function dateRange({ text }: InputOutput, { label, set }: Wiring): unknown {
  const range = text.trim();
  const [first = "", last = ""] = range.split("..").map((day) => day.trim());
  const picker = (day: string, name: string, change: (day: string) => void) =>
    html`
      <input class="picker" type="date" aria-label="${label}: ${name} day"
        title="${name} day" .value=${day} @change=${from(change)}>
    `;
  return html`
    <input class="range" aria-label=${label} .value=${range}
      placeholder="2016-10-01..2017-02-28"
      @change=${from(set)}>${picker(
        first,
        "first",
        (day) => set(`${day}..${last}`),
      )}${picker(last, "last", (day) => set(`${first}..${day}`))}<span
      class="chip">${days(first, last)}</span>${first || last
        ? html`<button class="quiet" @click=${() =>
          set("..")}>All time</button>`
        : ""}
  `;
}

function days(first: string, last: string): string {
  const length = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
  if (Number.isFinite(length)) return counted(length, "day");
  return first || last ? "open" : "all time";
}

function indicatorList(
  { text, rows }: InputOutput,
  { label, set }: Wiring,
): unknown {
  return html`
    <textarea aria-label=${label} spellcheck="false" .value=${text}
      @change=${from(set)}></textarea><span class="chip">${counted(
        rows,
        "indicator",
      )}</span>
  `;
}

function choice(
  { text, choices }: InputOutput,
  { label, set }: Wiring,
): unknown {
  return html`<select aria-label=${label} @change=${from(set)}>${
    choices.map((option) =>
      html`<option ?selected=${option === text.trim()}>${option}</option>`
    )
  }</select>`;
}

function from(set: (text: string) => void): (event: Event) => void {
  return ({ target }) => set((target as HTMLInputElement).value);
}

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-input-control": InputControl;
  }
}
