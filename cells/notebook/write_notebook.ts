import type { Notebook } from "./notebook.ts";

/** The text of a notebook: for one that `parseNotebook` gave, exactly the text that it read. */
export function writeNotebook(notebook: Notebook): string {
  return notebook.frontmatter +
    notebook.blocks.map(({ raw }) => raw).join("");
}
