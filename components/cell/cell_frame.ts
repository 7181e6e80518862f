import type { Cell, CellState } from "@pivotbook/cells";
import { html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { copyText } from "../clipboard.ts";
import { Elapsed } from "../controllers/elapsed.ts";
import "../editor/cell_editor.ts";
import { cellError } from "./cell_error.ts";
import { cellHead } from "./cell_head.ts";
import { isObsolete, statusStyles } from "./cell_status.ts";
import type { Completions } from "../editor/code_editor.ts";
import { codeStyles, sqlView } from "../editor/code_view.ts";
import {
  type CellCommand,
  ClosedEvent,
  CommandEvent,
  NoticeEvent,
} from "../events.ts";
import { icon } from "../icons.ts";
import { linkText } from "./link_text.ts";
import { renderOutput } from "../outputs/mod.ts";
import { isEmptyPlot } from "../plot/first_plot.ts";
import { base } from "../styles/base.ts";
import { cellFrameStyles } from "../styles/cell_frame.ts";

/**
 * A cell: where it stands and why, its text when asked for, and its result.
 *
 * @summary Frame around a cell
 * @fires pivotbook-command - Something to do with the cell
 */
@customElement("pivotbook-cell-frame")
export class CellFrame extends LitElement {
  static override styles = [base, statusStyles, codeStyles, cellFrameStyles];

  @property({ attribute: false })
  accessor cell: Cell | null = null;
  @property({ attribute: false })
  accessor state: CellState | null = null;
  @property({ attribute: false })
  accessor completions: Completions = {};
  @property({ type: Boolean, reflect: true })
  accessor current: boolean = false;
  @property({ type: Boolean })
  accessor editing: boolean = false;
  /** Name of the cell that keeps it from running. */
  @property({ attribute: false })
  accessor blame: string | null = null;
  /** Names of the cells that read it. */
  @property({ attribute: false })
  accessor readers: readonly string[] = [];
  /** Whether the cell's text is shown against its habit. */
  @state()
  accessor showSql: boolean = false;

  readonly #elapsed = new Elapsed(
    this,
    () => this.state?.status === "running",
  );

  #closeEditor(): void {
    this.editing = false;
    this.dispatchEvent(new ClosedEvent());
  }

  get #name(): string {
    return this.cell?.name ?? `${this.cell?.kind ?? "cell"} without a name`;
  }

  override render(): unknown {
    const { cell } = this;
    if (cell === null) return "";
    const status = this.state?.status ?? "idle";
    return html`${linkText(cell)}<section aria-label=${this.#name} aria-busy=${
      status === "running"
    }>
      ${this.#head(cell)}
      ${
      status === "running"
        ? html`<div class="progress" aria-hidden="true"></div>`
        : ""
    }
      ${
      this.editing
        ? html`
          <pivotbook-cell-editor .cell=${cell} .completions=${this.completions}
            @pivotbook-done=${this.#closeEditor}></pivotbook-cell-editor>
        `
        : this.#source(cell)
    }
      ${isEmptyPlot(cell.raw) ? "" : cellError(this.state, this.blame)}
      ${this.#body(cell)}
    </section>`;
  }

  #head(cell: Cell): unknown {
    const { state, readers } = this;
    return cellHead(cell, {
      state,
      readers,
      label: this.#name,
      elapsed: this.#elapsed.milliseconds,
      control: this.#fits ? this.#output(cell) : null,
      textShown: this.#shows(cell),
      toggleText: () => this.showSql = !this.showSql,
      actions: {
        command: (command) => this.#command(command),
        edit: () => this.editing = true,
        copy: () => void this.#copy(),
      },
    });
  }

  /** Whether the result is a control that stands beside the cell's name. */
  get #fits(): boolean {
    const output = this.state?.output ?? null;
    return output?.type === "input" && output.input !== "indicators";
  }

  /** SQL cells show their text unless it is put away, others when it is asked for. */
  #shows({ kind }: Cell): boolean {
    return (kind === "sql") !== this.showSql;
  }

  #source(cell: Cell): unknown {
    if (!this.#shows(cell)) return "";
    const output = this.state?.output ?? null;
    const code = output?.type === "pivot" ? output.sql : cell.body;
    return html`<div class="source" @dblclick=${() => this.editing = true}>${
      sqlView(code)
    }</div>`;
  }

  #body(cell: Cell): unknown {
    const state = this.state;
    if (!state?.output) return this.#waiting();
    if (this.#fits) return "";
    const old = isObsolete(state.status);
    return html`<div class="output ${old ? "old" : ""}">${
      this.#output(cell)
    }</div>`;
  }

  #output(cell: Cell): unknown {
    const output = this.state?.output ?? null;
    const name = this.state?.name ?? cell.id;
    return output === null ? "" : renderOutput(output, { cell, name });
  }

  #waiting(): unknown {
    const status = this.state?.status ?? "idle";
    if (["error", "blocked"].includes(status)) return "";
    const running = status === "running" || status === "queued";
    return html`<p class="empty">${
      running
        ? "Working …"
        : html`Not run yet. <button class="quiet" @click=${() =>
          this.#command({ type: "run" })}>${icon("play")}Run</button>`
    }</p>`;
  }

  async #copy(): Promise<void> {
    await copyText(this.cell?.raw ?? "");
    this.dispatchEvent(new NoticeEvent("Copied the cell's text"));
  }

  #command(command: CellCommand): void {
    if (this.cell) this.dispatchEvent(new CommandEvent(this.cell.id, command));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-cell-frame": CellFrame;
  }
}
