import { PostgreSQL, sql } from "@codemirror/lang-sql";
import { basicSetup, EditorView } from "codemirror";
import { keymap, placeholder } from "@codemirror/view";
import { EditorState, type Extension, Prec } from "@codemirror/state";
import type { Completions } from "./code_editor.ts";

/** What an editor is opened with. */
export interface EditorOptions {
  readonly parent: HTMLElement;
  readonly root: ShadowRoot;
  readonly text: string;
  /** `sql`, or anything else for plain text. */
  readonly language: string;
  readonly label: string;
  /** What stands in it while it is empty. */
  readonly placeholder: string;
  readonly completions: Completions;
  readonly accept: () => void;
  readonly leave: () => void;
  readonly change: () => void;
}

/** An open editor. */
export interface EditorHandle {
  text(): string;
  focus(): void;
  destroy(): void;
}

/** Opens an editor: Ctrl or Cmd with Enter, and Shift with Enter, accept; Escape leaves. */
export function openEditor(options: EditorOptions): EditorHandle {
  const { parent, root, text } = options;
  const view = new EditorView({
    parent,
    root,
    state: EditorState.create({ doc: text, extensions: extensions(options) }),
  });
  return {
    text: () => view.state.doc.toString(),
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

function extensions(options: EditorOptions): Extension[] {
  return [
    keys(options),
    basicSetup,
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ "aria-label": options.label }),
    EditorView.updateListener.of(({ docChanged }) => {
      if (docChanged) options.change();
    }),
    look,
    ...(options.placeholder ? [placeholder(options.placeholder)] : []),
    ...(options.language === "sql" ? [sqlLanguage(options.completions)] : []),
  ];
}

function keys({ accept, leave }: EditorOptions): Extension {
  const run = (act: () => void) => () => {
    act();
    return true;
  };
  return [
    Prec.highest(keymap.of([
      { key: "Mod-Enter", run: run(accept) },
      { key: "Shift-Enter", run: run(accept) },
    ])),
    Prec.low(keymap.of([{ key: "Escape", run: run(leave) }])),
  ];
}

function sqlLanguage(schema: Completions): Extension {
  return sql({ dialect: PostgreSQL, schema: schema as never });
}

const look = EditorView.theme({
  "&": { fontSize: "12.5px", color: "var(--text)" },
  "&.cm-focused": { outline: "none" },
  ".cm-content": {
    fontFamily: "var(--mono)",
    fontVariantLigatures: "none",
    padding: "10px 0",
    caretColor: "var(--text)",
  },
  ".cm-line": { padding: "0 12px", lineHeight: "20px" },
  ".cm-gutters": {
    background: "transparent",
    color: "var(--faint)",
    border: "0",
  },
  ".cm-activeLine, .cm-activeLineGutter": { background: "transparent" },
  "&.cm-focused .cm-cursor": { borderLeftColor: "var(--text)" },
  ".cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground":
    { background: "var(--accent-soft)" },
  ".cm-tooltip": {
    background: "var(--surface)",
    color: "var(--text)",
    border: "1px solid var(--line-strong)",
    borderRadius: "6px",
  },
  ".cm-tooltip-autocomplete ul li[aria-selected]": {
    background: "var(--accent-soft)",
    color: "var(--text)",
  },
  ".cm-completionIcon": { display: "none" },
  ".ͼb": { color: "var(--accent)" },
  ".ͼe": { color: "var(--change)" },
  ".ͼd": { color: "var(--heat-4)" },
  ".ͼm": { color: "var(--faint)" },
});
