import { css, html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { EditorHandle } from "./code_mirror.ts";
import { openPlainEditor } from "./plain_editor.ts";
import { base } from "../styles/base.ts";

/** Tables by name with their columns, or schemas with their tables: what completion proposes. */
export type Completions = Readonly<
  Record<
    string,
    readonly string[] | Readonly<Record<string, readonly string[]>>
  >
>;

/**
 * A text editor, loaded when it is first needed.
 *
 * @summary Editor for a cell's body or prose
 * @fires pivotbook-accept - The text is to be taken and run
 * @fires pivotbook-leave - The reader leaves the editor
 */
@customElement("pivotbook-code-editor")
export class CodeEditor extends LitElement {
  static override styles = [
    base,
    css`
      .host {
        min-height: 44px;
      }
      textarea {
        display: block;
        width: 100%;
        padding: 10px var(--s4);
        border: 0;
        background: transparent;
        font: 12.5px/20px var(--mono);
        resize: vertical;
      }
      .cm-editor {
        background: transparent;
      }
    `,
  ];

  @property()
  accessor language: string = "text";
  @property()
  accessor label: string = "";
  @property({ attribute: false })
  accessor completions: Completions = {};
  /** The text to start with; `value` is what it became. */
  @property()
  accessor text: string = "";
  /** What stands in an empty editor. */
  @property()
  accessor placeholder: string = "";
  @query(".host")
  accessor host: HTMLElement | null = null;

  #editor: EditorHandle | null = null;

  /** The text as it stands in the editor. */
  get value(): string {
    return this.#editor?.text() ?? this.text;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#editor?.destroy();
    this.#editor = null;
  }

  override firstUpdated(): void {
    void this.#load();
  }

  async #load(): Promise<void> {
    const open = await import("./code_mirror.ts").then(
      ({ openEditor }) => openEditor,
      () => openPlainEditor,
    );
    if (!this.isConnected || this.host === null) return;
    this.#editor = open({
      parent: this.host,
      root: this.renderRoot as ShadowRoot,
      text: this.text,
      language: this.language,
      label: this.label,
      placeholder: this.placeholder,
      completions: this.completions,
      accept: () => this.#emit("pivotbook-accept"),
      leave: () => this.#emit("pivotbook-leave"),
      change: () => this.#emit("pivotbook-change"),
    });
    this.#editor.focus();
  }

  #emit(name: string): void {
    this.dispatchEvent(
      new CustomEvent(name, { bubbles: true, composed: true }),
    );
  }

  override render(): unknown {
    return html`<div class="host"></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-code-editor": CodeEditor;
  }
}
