import { withoutEnd } from "./lines.ts";

/** The opening line of a fenced code block. */
export interface Fence {
  readonly mark: "`" | "~";
  readonly length: number;
  /** Spaces before the fence, at most three. */
  readonly indent: number;
  readonly info: string;
}

/** Reads an opening fence as CommonMark does; null for any other line. */
export function openingFence(line: string): Fence | null {
  const match = /^( {0,3})(`{3,}|~{3,})(.*)$/.exec(withoutEnd(line));
  const [, spaces = "", marks = "", info = ""] = match ?? [];
  if (!match) return null;
  const mark = marks.startsWith("`") ? "`" : "~";
  if (mark === "`" && info.includes("`")) return null;
  return {
    mark,
    length: marks.length,
    indent: spaces.length,
    info: info.trim(),
  };
}

/** Whether a line closes that fence. */
export function closes(fence: Fence, line: string): boolean {
  const match = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(withoutEnd(line));
  const marks = match?.[1] ?? "";
  return marks.startsWith(fence.mark) && marks.length >= fence.length;
}

/** A fence longer than any run of its mark in `body`: backticks, unless the info string holds one. */
export function fenceFor(body: string, info: string): string {
  const mark = info.includes("`") ? "~" : "`";
  const runs = body.match(mark === "`" ? /`{3,}/g : /~{3,}/g) ?? [];
  const lengths = runs.map((run) => run.length + 1);
  return mark.repeat(Math.max(3, ...lengths));
}
