/** Splits a text into lines that keep their ends (`\n`, `\r\n` or `\r`): joined, they are the text. */
export function splitLines(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? [];
}

/** A line without its end. */
export function withoutEnd(line: string): string {
  return line.replace(/[\r\n]+$/, "");
}
