import { isCellKind } from "../kinds/names.ts";
import { frontMatterOf, readFrontMatter } from "./front_matter.ts";
import { readInfo } from "./info_string.ts";
import { splitLines, withoutEnd } from "./lines.ts";
import { misspeltKind } from "./misspelt_kind.ts";
import type { Block, Notebook, Problem, Prose } from "./notebook.ts";
import { splitBlocks, type Stretch } from "./split_blocks.ts";

/** Reads a notebook file. Any text is a notebook; what is wrong with it is listed in `problems`. Blocks get the ids `b1`, `b2` and so on. */
export function parseNotebook(text: string): Notebook {
  const frontmatter = frontMatterOf(text);
  const { problems, ...fields } = readFrontMatter(frontmatter);
  const firstLine = splitLines(frontmatter).length + 1;
  const stretches = splitBlocks(text.slice(frontmatter.length), isCellKind);
  const blocks = placed(stretches, firstLine);
  return {
    ...fields,
    frontmatter,
    blocks: blocks.map(({ block }) => block),
    problems: [...problems, ...blocks.flatMap(unclosed)],
  };
}

interface Placed {
  readonly stretch: Stretch;
  readonly block: Block;
}

function placed(stretches: readonly Stretch[], firstLine: number): Placed[] {
  let line = firstLine;
  return stretches.map((stretch, index) => {
    const block = blockOf(stretch, { id: `b${index + 1}`, line });
    line += stretch.lines.length;
    return { stretch, block };
  });
}

function blockOf(
  stretch: Stretch,
  place: Pick<Prose, "id" | "line">,
): Block {
  const raw = stretch.lines.join("");
  if (!stretch.fence) {
    const problems = misspelt(stretch, place.line);
    return { type: "prose", raw, ...place, problems };
  }
  return {
    type: "cell",
    ...readInfo(stretch.fence.info),
    body: bodyOf(stretch, stretch.fence.indent),
    raw,
    ...place,
  };
}

/** Lines between the fences, each without the fence's indent, joined by `\n`. */
function bodyOf({ lines, closed }: Stretch, indent: number): string {
  const indented = new RegExp(`^ {0,${indent}}`);
  return lines.slice(1, closed ? -1 : undefined)
    .map((line) => withoutEnd(line).replace(indented, "")).join("\n");
}

function misspelt({ fenced }: Stretch, line: number): Problem[] {
  return fenced.flatMap(({ word, before }) => {
    const kind = misspeltKind(word);
    if (kind === null) return [];
    const message = `Unknown cell kind ${word}; did you mean ${kind}?`;
    return [{ code: "unknown-cell-kind", message, line: line + before }];
  });
}

function unclosed({ stretch, block }: Placed): Problem[] {
  if (stretch.closed) return [];
  const message =
    "The cell has no closing fence, so it reaches to the end of the file";
  return [{ code: "unclosed-fence", message, line: block.line }];
}
