/** What stands in a notebook for prose that is still to be written: a blank that Markdown keeps. */
export const BLANK = "&nbsp;";

/** Prose as it is put before a writer: without the blank, and without the blank lines around it. */
export function withoutBlank(raw: string): string {
  return raw.split("\n").filter((line) => line.trim() !== BLANK).join("\n")
    .replace(/^(?:[ \t]*\r?\n)+/, "").trimEnd();
}

/** What a writer has written, between the blank lines that prose had around it; empty if that is nothing. */
export function rewritten(raw: string, text: string): string {
  const [before = ""] = /^(?:[ \t]*\r?\n)*/.exec(raw) ?? [];
  const [behind = ""] = /\s*$/.exec(raw) ?? [];
  const written = withoutBlank(text);
  return written === "" ? "" : `${before}${written}${behind}`;
}

/** Whether prose has a place that is still to be written. */
export function hasBlank(raw: string): boolean {
  return raw.split("\n").some((line) => line.trim() === BLANK);
}
