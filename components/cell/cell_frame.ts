import type { Cell, CellState } from "@pivotbook/cells";
import { html, LitElement, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { copyText } from "../clipboard.ts";
import { Elapsed } from "../controllers/elapsed.ts";
import "../editor/cell_editor.ts";
import type { CellEditor } from "../editor/cell_editor.ts";
import { cellError } from "./cell_error.ts";
import { cellHead } from "./cell_head.ts";
import {
  canRun,
  emptyWords,
  isObsolete,
  isWaiting,
  statusStyles,
  whyUnfinished,
} from "./cell_status.ts";
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
import { unwritten } from "./unwritten.ts";
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
  @query("pivotbook-cell-editor")
  accessor editor: CellEditor | null = null;

  readonly #elapsed = new Elapsed(
    this,
    () => this.state?.status === "running",
  );

  /** Version of the cell before the run that its editor waits for; null where it waits for none. */
  #ranFrom: number | null = null;

  /** Closes the editor once what it gave has run; after a failure it stays, as it does where more was written meanwhile. */
  protected override updated(changed: PropertyValues<this>): void {
    const { state } = this;
    if (!changed.has("state") || state === null || this.#ranFrom === null) {
      return;
    }
    if (state.version <= this.#ranFrom || isWaiting(state.status)) return;
    this.#ranFrom = null;
    if (state.status !== "error" && !this.editor?.changed) this.#closeEditor();
  }

  #ran(): void {
    this.#ranFrom = this.state?.version ?? 0;
  }

  #closeEditor(): void {
    this.#ranFrom = null;
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
            @pivotbook-ran=${this.#ran}
            @pivotbook-done=${this.#closeEditor}></pivotbook-cell-editor>
        `
        : this.#source(cell)
    }
      ${this.#trouble(cell)}
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

  #trouble(cell: Cell): unknown {
    const hint = unwritten(cell);
    if (hint === null) return cellError(this.state, this.blame);
    return hint === "" ? "" : html`<p class="empty">${hint}</p>`;
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
    if (this.state === null || output === null) return "";
    const { partial } = this.state;
    const unfinished = whyUnfinished(this.state);
    return renderOutput(output, { cell, name, partial, unfinished });
  }

  #waiting(): unknown {
    const status = this.state?.status ?? "idle";
    if (["error", "blocked"].includes(status)) return "";
    const run = html`
      <button class="quiet" @click=${() =>
        this.#command({ type: "run" })}>${icon("play")}Run</button>
    `;
    return html`<p class="empty">${emptyWords(status)} ${
      canRun(status) ? run : ""
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
