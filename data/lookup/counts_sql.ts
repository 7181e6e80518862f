import type { DatasetKind } from "../kinds/kind.ts";
import { identifier, literal, qualified } from "../sql/literal.ts";
import { comparedColumns } from "./compared_columns.ts";
import { byShape, keyNumber } from "./conditions.ts";
import type { Key, KeyShape } from "./key.ts";
import { type ReachedPart, segmentAlias } from "./parts.ts";
import { rowIdSql } from "./row_ids.ts";

/** A key, and the position of its indicator in the request. */
export interface CountedKey extends Key {
  readonly asked: number;
}

/** A part and the counted keys that it can hold. */
export interface CountedPart extends ReachedPart {
  readonly keys: readonly CountedKey[];
}

/** Join conditions of a part with the key table `k`. */
const joins: Readonly<Record<KeyShape, string>> = {
  name: "k.low = part.key AND k.base = part.base AND k.rest = part.rest",
  below:
    "k.low = part.key AND k.base = part.base AND (k.rest = '' OR k.rest = part.rest OR starts_with(part.rest, k.rest || '.'))",
  text: "k.low = part.key AND k.text = part.key_text",
  point: "k.low = part.key",
  span: "part.key BETWEEN k.low AND k.high",
  overlap: "part.key <= k.high AND part.key_last >= k.low",
};

/** What counting reads: the parts that can hold the keys, which stand in the table `keys`. */
export interface CountedRows {
  readonly parts: readonly CountedPart[];
  readonly keys: string;
}

/** A query that gives `asked` and `rows`: distinct rows, as a lookup gives them. */
export function countsSql(kind: DatasetKind, counted: CountedRows): string {
  return `SELECT asked, count(*)::BIGINT AS rows FROM (
${rowsSql(kind, counted)}
) GROUP BY asked ORDER BY asked;`;
}

/** A query that gives `asked` and each value of a column that its rows have. */
export function namesSql(
  kind: DatasetKind,
  { column, ...counted }: CountedRows & { readonly column: string },
): string {
  return `SELECT DISTINCT asked, ${identifier(column)} AS name FROM (
${rowsSql(kind, counted)}
) WHERE ${identifier(column)} IS NOT NULL ORDER BY ALL;`;
}

/** The rows that the keys find, each once for each indicator that was asked for. */
function rowsSql(kind: DatasetKind, { parts, keys }: CountedRows): string {
  const columns = comparedColumns(kind).map((column) => `part.${column}`);
  const branches = parts.flatMap((
    { dataset, segment, part, keys: held, rowIds },
  ) => {
    const table = qualified(segmentAlias(segment.sha256), part.table);
    return [...byShape(held)].map(([shape, same]) =>
      `  SELECT DISTINCT k.asked, ${literal(dataset)} AS dataset, ${
        columns.join(", ")
      }
  FROM ${table} AS part JOIN ${keys} AS k ON k.shape = '${shape}' AND ${
        joins[shape]
      }
  WHERE ${bounds(shape, same)}${rowIdSql(rowIds)}`
    );
  });
  return branches.join("\n  UNION\n");
}

/** Literals by which the zone maps prune. */
function bounds(shape: KeyShape, keys: readonly Key[]): string {
  const lows = keys.map(({ span }) => span.low);
  if (shape !== "span" && shape !== "overlap") {
    return `part.key IN (${[...new Set(lows)].map(keyNumber).join(", ")})`;
  }
  const highs = keys.map(({ span }) => span.high);
  const low = keyNumber(lows.reduce((a, b) => a < b ? a : b));
  const high = keyNumber(highs.reduce((a, b) => a > b ? a : b));
  return shape === "span"
    ? `part.key BETWEEN ${low} AND ${high}`
    : `part.key <= ${high} AND part.key_last >= ${low}`;
}
