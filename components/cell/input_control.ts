import type { Cell, InputOutput } from "@pivotbook/cells";
import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { CommandEvent } from "../events.ts";
import { counted } from "../format.ts";
import { withBody, withChoices } from "../notebook/edits.ts";
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
      .row.block {
        padding: var(--s3);
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
      .choices {
        flex: 1 1 160px;
        min-width: 0;
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
  /** Whether the choices themselves are shown. */
  @state()
  accessor choosing: boolean = false;

  override render(): unknown {
    const { output, cell } = this;
    if (output === null || cell === null) return "";
    const control = controls[output.input] ?? plainControl;
    const written = { ...output, text: cell.body };
    return html`<div class="row ${
      output.input === "indicators" ? "block" : ""
    }">${
      control(written, { label: this.label, set: (text) => this.#set(text) })
    }${output.input === "choice" ? this.#choices(output) : ""}</div>`;
  }

  /** What can be chosen, to be changed where it is asked for. */
  #choices({ choices }: InputOutput): unknown {
    const toggle = html`
      <button class="quiet" aria-expanded=${this.choosing}
        @click=${() => this.choosing = !this.choosing}>Choices</button>
    `;
    if (!this.choosing) return toggle;
    return html`
      <input type="text" class="choices"
        aria-label="Choices of ${this.label}, between commas"
        .value=${choices.join(", ")} @change=${from((text) =>
          this.#setChoices(text)
        )}>${toggle}
    `;
  }

  #setChoices(text: string): void {
    const choices = text.split(",").map((one) => one.trim()).filter(Boolean);
    if (this.cell && choices.length > 0) {
      this.#write(withChoices(this.cell, choices));
    }
  }

  #set(text: string): void {
    if (this.cell && text !== this.cell.body) {
      this.#write(withBody(this.cell, text));
    }
  }

  #write(raw: string): void {
    if (this.cell === null || raw === this.cell.raw) return;
    this.dispatchEvent(
      new CommandEvent(this.cell.id, { type: "edit", raw, run: true }),
    );
  }
}

interface Wiring {
  readonly label: string;
  readonly set: (text: string) => void;
}

/** One end of a range of days. */
interface Bound {
  readonly day: string;
  readonly change: (day: string) => void;
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
  const picker = (name: string, { day, change }: Bound) =>
    html`
      <input class="picker" type="date" aria-label="${label}: ${name} day"
        title="${name} day" .value=${Number.isNaN(Date.parse(day))
          ? ""
          : day} @change=${from(change)}>
    `;
  return html`
    <input class="range" aria-label=${label} .value=${range}
      placeholder="2016-10-01..2017-02-28"
      @change=${from(set)}>${picker("first", {
        day: first,
        change: (day) => set(`${day}..${last}`),
      })}${picker("last", {
        day: last,
        change: (day) => set(`${first}..${day}`),
      })}<span
      class="chip">${days(first, last)}</span>${first || last
        ? html`<button class="quiet" @click=${() =>
          set("..")}>All time</button>`
        : ""}
  `;
}

function days(first: string, last: string): string {
  const length = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
  if (length < 1) return "no day";
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
