import { InputError } from "@pivotbook/data";
import { lineOf } from "./line_of.ts";
import type { Token, TokenType } from "./token.ts";

interface Rule {
  /** Sticky; matches at the current place or not at all. */
  readonly pattern: RegExp;
  readonly type: TokenType | null;
  readonly value?: (text: string) => string;
}

/** Digits may be parted by single underscores. */
const NUMBER =
  /0[xX](?:_?[\da-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|(?:\d(?:_?\d)*(?:\.(?!\.)(?:\d(?:_?\d)*)?)?|\.\d(?:_?\d)*)(?:[eE][+-]?\d(?:_?\d)*)?/y;

const doubled = (quote: string) => (text: string): string =>
  text.slice(1, -1).replaceAll(quote + quote, quote);

/** What DuckDB takes for a space: its parser replaces those of Unicode, and no others. */
const SPACES = /[ \t\n\r\f\u00A0\u2000-\u200B\u202F\u205F\u2060\u3000\uFEFF]+/y;

/** All else above ASCII belongs to names. */
const LETTERS =
  "A-Za-z_\\u0080-\\u009F\\u00A1-\\u1FFF\\u200C-\\u202E\\u2030-\\u205E\\u2061-\\u2FFF\\u3001-\\uFEFE\\uFF00-\\uFFFF";
const NAME = `[${LETTERS}][${LETTERS}0-9$]*`;

const rules: readonly Rule[] = [
  { pattern: SPACES, type: null },
  { pattern: /--[^\n\r]*/y, type: null },
  {
    pattern: /[eE]'(?:[^'\\]|\\[\s\S]|'')*'/y,
    type: "string",
    value: (text) => text.slice(2, -1),
  },
  { pattern: /'(?:[^']|'')*'/y, type: "string", value: doubled("'") },
  { pattern: /"(?:[^"]|"")*"/y, type: "quoted", value: doubled('"') },
  { pattern: NUMBER, type: "number" },
  {
    pattern: new RegExp(`\\$(?:\\d+|${NAME})|#\\d+|\\?\\d*`, "y"),
    type: "parameter",
  },
  {
    pattern: new RegExp(NAME, "y"),
    type: "word",
    value: (text) => text.toLowerCase(),
  },
  { pattern: /[([{]/y, type: "open" },
  { pattern: /[)\]}]/y, type: "close" },
  { pattern: /->>|::|:=|=>|->|<=|>=|<>|!=|\|\||[^'"]/y, type: "operator" },
];

/** Cuts an SQL text of DuckDB into tokens; throws an `InputError` for a string, name or comment without end, and for a NUL. */
export function tokenize(sql: string): Token[] {
  refuseNul(sql);
  const tokens: Token[] = [];
  for (let start = 0; start < sql.length;) {
    const token = commentAt(sql, start) ?? dollarQuoteAt(sql, start) ??
      tokenAt(sql, start);
    if (token.type) tokens.push(token as Token);
    start = token.stop;
  }
  return tokens;
}

type AnyToken = Omit<Token, "type"> & { readonly type: TokenType | null };

function tokenAt(sql: string, start: number): AnyToken {
  for (const { pattern, type, value } of rules) {
    pattern.lastIndex = start;
    const text = pattern.exec(sql)?.[0];
    if (text === undefined) continue;
    const stop = start + text.length;
    return { type, value: value?.(text) ?? text, start, stop };
  }
  throw unterminated(sql, start);
}

/** Comments nest, as in PostgreSQL. */
function commentAt(sql: string, start: number): AnyToken | null {
  if (!sql.startsWith("/*", start)) return null;
  const marks = /\/\*|\*\//g;
  marks.lastIndex = start;
  let depth = 0;
  for (let match = marks.exec(sql); match; match = marks.exec(sql)) {
    depth += match[0] === "/*" ? 1 : -1;
    const stop = marks.lastIndex;
    if (depth === 0) return { type: null, value: "", start, stop };
  }
  throw unterminated(sql, start);
}

const DOLLAR_TAG = /\$(?:[A-Za-z_\u0080-\uFFFF][\w\u0080-\uFFFF]*)?\$/y;

/** `$$text$$` and `$tag$text$tag$`. */
function dollarQuoteAt(sql: string, start: number): AnyToken | null {
  DOLLAR_TAG.lastIndex = start;
  const tag = DOLLAR_TAG.exec(sql)?.[0];
  if (tag === undefined) return null;
  const end = sql.indexOf(tag, start + tag.length);
  if (end < 0) throw unterminated(sql, start);
  const value = sql.slice(start + tag.length, end);
  return { type: "string", value, start, stop: end + tag.length };
}

/** For DuckDB a text ends there. */
function refuseNul(sql: string): void {
  const at = sql.indexOf("\0");
  if (at < 0) return;
  throw new InputError("The SQL holds a NUL character", {
    code: "sql-nul",
    remedy: "Take it out; in a text, write chr(0)",
    where: { line: lineOf(sql, at) },
  });
}

function unterminated(sql: string, start: number): InputError {
  const what = sql[start] === "/" ? "comment" : "quote";
  return new InputError(`The SQL has a ${what} without end`, {
    code: "sql-unterminated",
    remedy: "Close it",
    where: { line: lineOf(sql, start) },
  });
}
