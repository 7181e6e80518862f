import type { Key, KeyShape } from "./key.ts";

/** Quoted names of the small tables that bring a lookup's texts into the engine. */
export interface KeyTables {
  /** Columns `base`, `rest`, `below`. */
  readonly names: string;
  /** Column `text`. */
  readonly texts: string;
  /** Columns `place`, `text`. */
  readonly words: string;
}

/** SQL over the key columns of `part` that holds for the rows of the keys, all of one shape. */
export const conditions: Readonly<
  Record<KeyShape, (keys: readonly Key[], tables: KeyTables) => string>
> = {
  name: (keys, { names }) =>
    `${
      among(keys)
    } AND (base, rest) IN (SELECT (base, rest) FROM ${names} WHERE NOT below)`,
  below: (keys, { names }) =>
    `${among(keys)} AND EXISTS (
      SELECT 1 FROM ${names} AS n WHERE n.below AND n.base = part.base
      AND (n.rest = '' OR n.rest = part.rest OR starts_with(part.rest, n.rest || '.')))`,
  text: (keys, { texts }) =>
    `${among(keys)} AND key_text IN (SELECT text FROM ${texts})`,
  point: (keys) => among(keys),
  span: (keys) =>
    spans(keys, {
      one: (low, high) => `key BETWEEN ${low} AND ${high}`,
      many: "part.key BETWEEN s.low AND s.high",
    }),
  overlap: (keys) =>
    spans(keys, {
      one: (low, high) => `key <= ${high} AND key_last >= ${low}`,
      many: "part.key <= s.high AND part.key_last >= s.low",
    }),
};

/** The keys by shape, each once. */
export function byShape(keys: readonly Key[]): Map<KeyShape, Key[]> {
  return Map.groupBy(keys, ({ shape }) => shape);
}

/** A number as SQL: beyond 64 bits it needs a cast, or it would become a floating-point number. */
export function keyNumber(value: bigint): string {
  return value < 1n << 63n ? String(value) : `'${value}'::UHUGEINT`;
}

function among(keys: readonly Key[]): string {
  const numbers = [...new Set(keys.map(({ span }) => span.low))];
  return `key IN (${numbers.sort(ascending).map(keyNumber).join(", ")})`;
}

interface SpanSql {
  readonly one: (low: string, high: string) => string;
  readonly many: string;
}

function spans(keys: readonly Key[], sql: SpanSql): string {
  const lows = keys.map(({ span }) => span.low).sort(ascending);
  const highs = keys.map(({ span }) => span.high).sort(ascending);
  const bounds = sql.one(
    keyNumber(lows[0] ?? 0n),
    keyNumber(highs.at(-1) ?? 0n),
  );
  if (keys.length === 1) return bounds;
  const values = keys.map(({ span }) =>
    `(${keyNumber(span.low)}, ${keyNumber(span.high)})`
  );
  return `${bounds} AND EXISTS (
      SELECT 1 FROM (VALUES ${
    values.join(", ")
  }) AS s(low, high) WHERE ${sql.many})`;
}

function ascending(left: bigint, right: bigint): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
