import type { Block } from "../notebook/notebook.ts";
import { writeNotebook } from "../notebook/write_notebook.ts";
import type { Handlers } from "./apply.ts";
import { unchanged } from "./change.ts";
import type { OpenNotebook } from "./open_notebook.ts";
import { takeText } from "./take_text.ts";

/** Operations that change the text. */
export const editHandlers: Handlers<
  "load" | "edit" | "insert" | "remove" | "saved"
> = {
  load: (state, { text }) => takeText(state, { text, hint: null }),

  edit(state, { id, raw }) {
    const { before, block, after } = around(state, id);
    if (!block) return unchanged(state);
    const text = joined([before, raw, after]);
    return takeText(state, { text, hint: id });
  },

  insert(state, { after: id, raw }) {
    const { frontmatter } = state.notebook;
    const { before, block, after } = id === null
      ? { before: frontmatter, block: null, after: textOf(state, 0) }
      : around(state, id);
    if (id !== null && !block) return unchanged(state);
    const head = before + (block?.raw ?? "");
    return takeText(state, { text: spaced([head, raw, after]), hint: null });
  },

  remove(state, { id }) {
    const { before, block, after } = around(state, id);
    if (!block) return unchanged(state);
    const open = before === "" || /(\r\n|\n|\r)\1$/.test(before);
    const rest = open ? after.replace(/^(\r\n|\n|\r)/, "") : after;
    return takeText(state, { text: before + rest, hint: null });
  },

  saved(state, { text }) {
    const dirty = writeNotebook(state.notebook) !== text;
    return unchanged({ ...state, saved: text, dirty });
  },
};

interface Around {
  readonly before: string;
  readonly block: Block | null;
  readonly after: string;
}

function around(state: OpenNotebook, id: string): Around {
  const { blocks, frontmatter } = state.notebook;
  const index = blocks.findIndex((block) => block.id === id);
  const before = blocks.slice(0, Math.max(0, index)).map(({ raw }) => raw);
  return {
    before: frontmatter + before.join(""),
    block: blocks[index] ?? null,
    after: textOf(state, index + 1),
  };
}

function textOf({ notebook }: OpenNotebook, start: number): string {
  return notebook.blocks.slice(start).map(({ raw }) => raw).join("");
}

/** Joins texts so that each starts on a line of its own. */
function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== "").reduce(
    (all, text) =>
      all === "" || /[\r\n]$/.test(all) ? all + text : `${all}\n${text}`,
    "",
  );
}

/** Joins texts with a blank line between them. */
function spaced(texts: readonly string[]): string {
  return texts.filter((text) => text !== "").reduce((all, text) => {
    if (all === "") return text;
    const ended = /[\r\n]$/.test(all) ? all : `${all}\n`;
    const blank = /(\r\n|\n|\r)\1$/.test(ended) || /^[\r\n]/.test(text);
    return blank ? ended + text : `${ended}\n${text}`;
  }, "");
}
