import { type Cell, cellKinds } from "@pivotbook/cells";
import { css, html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import "./code_editor.ts";
import type { CodeEditor, Completions } from "./code_editor.ts";
import { CommandEvent } from "../events.ts";
import { partsOf, rawOf } from "../notebook/edits.ts";
import { base } from "../styles/base.ts";

/**
 * The text of a cell: its first line (kind, name, options) and its body.
 *
 * @summary Editor of a cell
 * @fires pivotbook-command - The new text
 * @fires pivotbook-ran - The text was given to be run; it stays open until that went well
 * @fires pivotbook-done - The editor can be closed
 */
@customElement("pivotbook-cell-editor")
export class CellEditor extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        border-bottom: 1px solid var(--line);
        background: var(--raised);
      }
      .head {
        width: 100%;
        border: 0;
        border-bottom: 1px solid var(--line);
        background: transparent;
        padding: 8px var(--s4);
        font: 12.5px/20px var(--mono);
        font-variant-ligatures: none;
      }
      .hints {
        padding: 6px var(--s4);
        border-bottom: 1px solid var(--line);
        color: var(--muted);
        font-size: 12.5px;
      }
      .hints dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 2px var(--s3);
        margin: 6px 0 2px;
      }
      .hints dd {
        margin: 0;
      }
      .actions {
        display: flex;
        gap: var(--s2);
        align-items: center;
        padding: var(--s2) var(--s3);
        color: var(--faint);
        font-size: 12px;
      }
    `,
  ];

  @property({ attribute: false })
  accessor cell: Cell | null = null;
  @property({ attribute: false })
  accessor completions: Completions = {};
  @query(".head")
  accessor head: HTMLInputElement | null = null;
  @query("pivotbook-code-editor")
  accessor body: CodeEditor | null = null;

  /** Whether there is something in the editor that the cell's text does not have. */
  get changed(): boolean {
    return this.#raw !== null && this.cell !== null &&
      this.#raw !== rawOf(partsOf(this.cell));
  }

  get #raw(): string | null {
    const { head, body } = this;
    if (head === null || body === null) return null;
    return rawOf({ head: head.value, body: body.value });
  }

  override render(): unknown {
    const { cell } = this;
    if (cell === null) return "";
    const { head, body } = partsOf(cell);
    return html`
      <div @pivotbook-accept=${this.#accept} @pivotbook-leave=${this.#leave}>
        <input class="head" aria-label="Kind, name and options" spellcheck="false"
          .value=${head} @keydown=${this.#key}>
        ${hints(cell)}
        <pivotbook-code-editor language=${cell.kind} text=${body}
          label="Text of ${cell.name ?? "this cell"}"
          .completions=${this.completions}></pivotbook-code-editor>
        <div
          class="actions"><button class="button primary" @click=${this
            .#accept}>Run <kbd>Ctrl Enter</kbd></button>
            <button class="button" @click=${this
              .#leave}>Close <kbd>Esc</kbd></button></div>
      </div>
    `;
  }

  #key(event: KeyboardEvent): void {
    if (event.key === "Escape") this.#leave();
    if (event.key !== "Enter") return;
    event.preventDefault();
    this.#accept();
  }

  #accept(): void {
    this.dispatchEvent(new CustomEvent("pivotbook-ran"));
    this.#submit({ run: true });
  }

  #leave(): void {
    this.#submit({ run: false });
    this.#done();
  }

  #submit({ run }: { run: boolean }): void {
    const { cell, changed } = this;
    const raw = this.#raw;
    if (cell === null || raw === null) return;
    if (!changed && !run) return;
    const command = changed
      ? { type: "edit", raw, run } as const
      : { type: "run" } as const;
    this.dispatchEvent(new CommandEvent(cell.id, command));
  }

  #done(): void {
    this.dispatchEvent(new CustomEvent("pivotbook-done"));
  }
}

/** What can stand in the first line of a cell, from its kind. */
function hints({ kind }: Cell): unknown {
  const options = cellKinds.find(({ name }) => name === kind)?.options ?? [];
  if (options.length === 0) return "";
  return html`
    <details class="hints">
      <summary>Options of the first line</summary>
      <dl>${options.map(({ name, doc }) =>
        html`
          <dt><code>${name}=</code></dt>
          <dd>${doc}</dd>
        `
      )}</dl>
    </details>
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-cell-editor": CellEditor;
  }
}
