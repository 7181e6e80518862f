import { fenceFor } from "./fence.ts";
import { type InfoString, writeInfo } from "./info_string.ts";

/** What a cell says, without its place in a file. */
export interface CellContent extends InfoString {
  readonly body: string;
}

/** Writes a cell with its fences, so that `parseNotebook` reads the same back. */
export function cellText(content: CellContent): string {
  const { body } = content;
  const info = writeInfo(content);
  const fence = fenceFor(body, info);
  const lines = body === "" ? "" : `${body}\n`;
  return `${fence}${info}\n${lines}${fence}\n`;
}
