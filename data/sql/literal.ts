import { BugError } from "../errors.ts";

/** Quotes a name for SQL, whatever it holds. */
export function identifier(name: string): string {
  if (name.includes("\0")) {
    throw new BugError("Cannot quote a name that holds a NUL", {
      code: "bad-name",
    });
  }
  return `"${name.replaceAll('"', '""')}"`;
}

/** Joins quoted names with dots: `qualified("seed", "resolutions")`. */
export function qualified(...names: readonly string[]): string {
  return names.map(identifier).join(".");
}

/** Writes a value as an SQL literal: the only place where a value becomes SQL text. */
export function literal(
  value: string | number | bigint | boolean | null,
): string {
  if (value === null) return "NULL";
  if (typeof value === "string") return textLiteral(value);
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new BugError(`Cannot write ${value} as SQL`, { code: "bad-literal" });
  }
  return String(value);
}

/** NUL cannot stand in SQL text, so such a text is put together from parts. */
function textLiteral(value: string): string {
  const parts = value.split("\0").map((part) =>
    `'${part.replaceAll("'", "''")}'`
  );
  return parts.length === 1
    ? parts.join("")
    : `(${parts.join(" || chr(0) || ")})`;
}

/** Writes UTC microseconds as a TIMESTAMP. */
export function timestamp(microseconds: bigint): string {
  return `make_timestamp(${microseconds})`;
}
