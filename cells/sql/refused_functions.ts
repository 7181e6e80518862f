import { InputError } from "@pivotbook/data";
import { lineOf } from "./line_of.ts";
import { isToken, type Token } from "./token.ts";
import { unrepeatable } from "./unrepeatable.ts";
import { notRepeatable } from "./unrepeatable_reasons.ts";

/** Functions that only the native engine knows, beside those that start with `PREFIXES`: a notebook with one would run in one place only. */
const REFUSED_FUNCTIONS: ReadonlySet<string> = new Set([
  "array_to_json",
  "from_json",
  "from_json_strict",
  "json",
  "make_timestamptz",
  "pg_timezone_names",
  "read_ndjson",
  "row_to_json",
  "to_json",
]);

/** Starts of the names of whole families of such functions. */
const REFUSED_PREFIXES: readonly string[] = [
  "icu_",
  "json_",
  "parquet_",
  "read_json",
  "read_ndjson",
  "read_parquet",
];

/** Collations that need no extension. */
const COLLATIONS: readonly string[] = [
  "binary",
  "c",
  "nfc",
  "noaccent",
  "nocase",
  "posix",
];

/** Throws an `InputError` where a cell's SQL calls what only one of the engines knows, or what no run can repeat. */
export function checkFunctions(sql: string, tokens: readonly Token[]): void {
  tokens.forEach((token, index) => {
    const what = refusal(token, tokens.slice(index + 1, index + 3));
    if (what !== null) throw refused(what, lineOf(sql, token.start));
    const other = unrepeatable(tokens, index);
    if (other !== null) throw notRepeatable(other, lineOf(sql, token.start));
  });
}

/** What is refused at a token, given those behind it. */
function refusal(
  token: Token,
  [next, third]: readonly Token[],
): string | null {
  if (isToken(token, "->>")) return "The operator ->>";
  if (isToken(token, "collate") && next && isCollation(next)) {
    return `The collation ${next.value}`;
  }
  const isJson = isToken(next, "json") ||
    next?.type === "quoted" && next.value.toLowerCase() === "json";
  if (isToken(token, "::") && isJson) return "The type JSON";
  if (isToken(token, "json") && next?.type === "string") return "The type JSON";
  if (isToken(token, "at") && isToken(next, "time") && isToken(third, "zone")) {
    return "AT TIME ZONE";
  }
  const called = next?.type === "open" && next.value === "(";
  if (called && isRefusedFunction(token)) {
    return `The function ${token.value}()`;
  }
  return null;
}

function isCollation({ type, value }: Token): boolean {
  return type === "word" && !COLLATIONS.includes(value);
}

function isRefusedFunction({ type, value }: Token): boolean {
  if (type !== "word" && type !== "quoted") return false;
  const name = value.toLowerCase();
  return REFUSED_FUNCTIONS.has(name) ||
    REFUSED_PREFIXES.some((prefix) => name.startsWith(prefix));
}

function refused(what: string, line: number): InputError {
  return new InputError(`${what} does not exist in the browser's engine`, {
    code: "sql-refused-function",
    remedy: "Use a function that every engine has",
    where: { line },
  });
}
