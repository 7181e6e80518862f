import { isScalar, parseDocument, stringify } from "yaml";
import { frontMatterOf } from "./front_matter.ts";

/** A notebook's text with another title; the rest stays as it is, byte for byte. */
export function withTitle(text: string, title: string): string {
  const line = title.replaceAll(/\s+/g, " ").trim();
  const written = stringify(line, { lineWidth: 0 }).trimEnd();
  const header = frontMatterOf(text);
  if (header === "") return `---\ntitle: ${written}\n---\n\n${text}`;
  const begin = header.indexOf("\n") + 1;
  const end = header.trimEnd().lastIndexOf("\n") + 1;
  const fields = header.slice(begin, end);
  return header.slice(0, begin) + titled(fields, written) + header.slice(end) +
    text.slice(header.length);
}

/** The fields of a header with a title, which is put first where there was none. */
function titled(fields: string, written: string): string {
  const keepScalar = true;
  const node = parseDocument(fields, { uniqueKeys: false }).get(
    "title",
    keepScalar,
  );
  const range = isScalar(node) ? node.range : null;
  if (!range) return `title: ${written}\n${fields}`;
  const [start, stop] = range;
  const before = fields.slice(0, start).replace(/:$/, ": ");
  const rest = fields.slice(stop);
  return `${before}${written}${
    fields.slice(start, stop).endsWith("\n") ? "\n" : ""
  }${rest}`;
}
