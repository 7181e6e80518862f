import type { Prose } from "@pivotbook/cells";
import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import "../editor/code_editor.ts";
import type { CodeEditor } from "../editor/code_editor.ts";
import { ClosedEvent, CommandEvent } from "../events.ts";
import { rewritten, withoutBlank } from "./blank.ts";
import { renderProse } from "./render.ts";
import { base } from "../styles/base.ts";

/**
 * Prose between cells: Markdown, made safe, with the values that it names.
 *
 * @summary Prose of a notebook
 * @fires pivotbook-command - The new text
 */
@customElement("pivotbook-prose-block")
export class ProseBlock extends LitElement {
  static override styles = [
    base,
    css`
      .prose {
        font-size: 15px;
        line-height: 24px;
        overflow-wrap: anywhere;
      }
      .prose > * {
        max-width: 68ch;
        margin: 0 0 var(--s3);
      }
      .prose h1 {
        font-size: 24px;
        line-height: 30px;
        letter-spacing: -.02em;
      }
      .prose h2 {
        font-size: 19px;
        line-height: 26px;
        margin-top: var(--s5);
      }
      .prose h3 {
        font-size: 16px;
        line-height: 24px;
        margin-top: var(--s4);
      }
      .prose > :is(h1, h2, h3):last-child {
        margin-bottom: 4px;
      }
      .prose pre {
        padding: var(--s3) var(--s4);
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--r);
        overflow-x: auto;
        font: 12.5px/20px var(--mono);
      }
      .prose blockquote {
        border-left: 3px solid var(--line-strong);
        padding-left: var(--s4);
        color: var(--muted);
        margin-left: 0;
      }
      .prose table {
        border-collapse: collapse;
        font-size: 14px;
      }
      .prose th,
      .prose td {
        border: 1px solid var(--line);
        padding: 4px 10px;
        text-align: left;
      }
      .value {
        font-variant-numeric: tabular-nums;
        border-bottom: 1px dotted var(--faint);
      }
      .editor {
        background: var(--surface);
        border: 1px solid var(--accent);
        border-radius: 8px;
      }
      .actions {
        display: flex;
        gap: var(--s2);
        padding: var(--s2) var(--s3);
        border-top: 1px solid var(--line);
      }
      .wrap {
        position: relative;
        min-height: 24px;
        border-radius: var(--r);
      }
      .edit {
        position: absolute;
        right: 0;
        top: 0;
        opacity: 0;
      }
      .wrap:hover .edit,
      .edit:focus-visible {
        opacity: 1;
      }
    `,
  ];

  @property({ attribute: false })
  accessor prose: Prose | null = null;
  /** Values by their text in the prose: `seed.summary.rows`. */
  @property({ attribute: false })
  accessor values: ReadonlyMap<string, string> = new Map();
  @property({ type: Boolean })
  accessor editing: boolean = false;
  @query("pivotbook-code-editor")
  accessor editor: CodeEditor | null = null;
  @query(".prose")
  accessor target: HTMLElement | null = null;

  protected override updated(changed: PropertyValues<this>): void {
    const drawn = changed.has("prose") || changed.has("values") ||
      changed.has("editing");
    if (drawn && this.target && this.prose) {
      this.target.replaceChildren(renderProse(this.prose.raw, this.values));
    }
  }

  override render(): unknown {
    const { prose } = this;
    if (prose === null) return "";
    if (!this.editing) {
      return html`
        <div class="wrap"
          @dblclick=${() =>
            this.editing =
              true}><div class="prose"></div><button class="quiet edit" @click=${() =>
            this.editing = true}>Edit text</button></div>
        ${prose.problems.map(({ line, message }) =>
          html`<p class="notice">Line ${line}: ${message}</p>`
        )}
      `;
    }
    return html`
      <div class="editor" @pivotbook-accept=${this
        .#leave} @pivotbook-leave=${this.#leave}>
        <pivotbook-code-editor text=${withoutBlank(
          prose.raw,
        )} label="Text in Markdown"
          placeholder="Text in Markdown"
          language="markdown"></pivotbook-code-editor>
        <div
          class="actions"><button class="button primary" @click=${this
            .#leave}>Done <kbd>Esc</kbd></button>
            <button class="button" @click=${this
              .#remove}>Delete text</button></div>
      </div>
    `;
  }

  #leave(): void {
    const { prose, editor } = this;
    if (prose === null || editor === null) return;
    const raw = rewritten(prose.raw, editor.value);
    this.editing = false;
    this.dispatchEvent(new ClosedEvent());
    if (raw === prose.raw) return;
    if (raw === "") return this.#remove();
    const command = { type: "edit", raw, run: false } as const;
    this.dispatchEvent(new CommandEvent(prose.id, command));
  }

  #remove(): void {
    if (this.prose === null) return;
    this.dispatchEvent(new CommandEvent(this.prose.id, { type: "remove" }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-prose-block": ProseBlock;
  }
}
