import { isMap, parseDocument } from "yaml";
import { splitLines, withoutEnd } from "./lines.ts";
import type { Problem } from "./notebook.ts";

/** What the YAML header of a notebook says. */
export interface FrontMatter {
  readonly title: string;
  readonly tlp: string | null;
  readonly datasets: readonly string[];
  readonly problems: readonly Problem[];
}

/** The header with its fences as it stands at the start of a text; empty if there is none. */
export function frontMatterOf(text: string): string {
  const lines = splitLines(text);
  const first = withoutEnd(lines[0] ?? "").replace(/^\uFEFF/, "");
  if (!/^---[ \t]*$/.test(first)) return "";
  const close = lines.findIndex((line, index) =>
    index > 0 && /^(---|\.\.\.)[ \t]*$/.test(withoutEnd(line))
  );
  return close < 0 ? "" : lines.slice(0, close + 1).join("");
}

/** Most characters of a header, and most fields of it. */
const LIMITS = { length: 65_536, fields: 200 };

/** Reads a header; what cannot be read, or is too large to be one, is a problem, never a failure. */
export function readFrontMatter(header: string): FrontMatter {
  if (header.length > LIMITS.length) {
    return empty([
      badField(`The header is longer than ${LIMITS.length} characters`),
    ]);
  }
  const inner = splitLines(header).slice(1, -1).join("");
  try {
    return readDocument(inner);
  } catch (cause) {
    return empty([badField(cause instanceof Error ? cause.message : "")]);
  }
}

function readDocument(inner: string): FrontMatter {
  // The parser's own check for a key that stands twice takes the square of their number.
  const document = parseDocument(inner, { uniqueKeys: false });
  const [error] = document.errors;
  if (error) {
    const line = 1 + (error.linePos?.[0].line ?? 1);
    const [message = ""] = error.message.split("\n");
    return empty([{ code: "bad-front-matter", message, line }]);
  }
  const keys = isMap(document.contents)
    ? document.contents.items.map(({ key }) => String(key))
    : [];
  if (keys.length > LIMITS.fields) {
    return empty([
      badField(`The header has more than ${LIMITS.fields} fields`),
    ]);
  }
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) {
    return empty([badField(`The field "${twice}" stands twice`)]);
  }
  return readFields(document.toJS() as unknown);
}

function empty(problems: readonly Problem[]): FrontMatter {
  return { title: "", tlp: null, datasets: [], problems };
}

function readFields(value: unknown): FrontMatter {
  if (value === null || value === undefined) return empty([]);
  if (typeof value !== "object" || Array.isArray(value)) {
    return empty([badField("The header is not a list of fields")]);
  }
  const fields = value as Record<string, unknown>;
  const { title = "", tlp = null, datasets = [] } = fields;
  const problems = [
    ...(isScalar(title) ? [] : [badField("title is not a text")]),
    ...(tlp === null || isScalar(tlp) ? [] : [badField("tlp is not a text")]),
    ...(isList(datasets) ? [] : [badField("datasets is not a list of names")]),
  ];
  return {
    title: isScalar(title) ? String(title) : "",
    tlp: isScalar(tlp) ? String(tlp).toLowerCase() : null,
    datasets: isList(datasets) ? [datasets].flat().map(String) : [],
    problems,
  };
}

function badField(message: string): Problem {
  return { code: "bad-front-matter", message, line: 1 };
}

function isScalar(value: unknown): value is string | number | boolean {
  return ["string", "number", "boolean"].includes(typeof value);
}

function isList(value: unknown): value is string | readonly string[] {
  return Array.isArray(value)
    ? value.every(isScalar)
    : typeof value === "string";
}
