import type { DuckDBConnection } from "@duckdb/node-api";
import {
  coveringOrder,
  type DatasetKind,
  identifier,
  orderedRowsSql,
  plainRowsSql,
  type SortOrder,
} from "@pivotbook/data";

/** Rows of one kind that wait to be written: a table with all columns of the kind. */
export interface StagedRows {
  readonly kind: DatasetKind;
  /** Quoted name of the table. */
  readonly table: string;
  readonly rows: number;
}

/** A part to write: an order of a kind, or its rows in no order, over one range of keys. */
export interface Draft {
  readonly staged: StagedRows;
  readonly order: SortOrder | null;
  /** SQL that narrows the keys, or null for all. */
  readonly range: string | null;
  /** Whether it is the one that holds each row of its kind once. */
  readonly scanned: boolean;
}

/** All parts of a kind: one for each order, and the rows by themselves where they are many or no order holds them all. */
export function draftsOf(
  staged: StagedRows,
  { apart }: { apart: boolean },
): Draft[] {
  const covering = apart ? null : coveringOrder(staged.kind);
  const orders: (SortOrder | null)[] = [...staged.kind.orders];
  if (covering === null) orders.push(null);
  return orders.map((order) => ({
    staged,
    order,
    range: null,
    scanned: order === covering,
  }));
}

/** Splits a draft into ranges of keys, or of times where it has no keys, of about `rowsPerSegment` rows each. */
export async function cut(
  connection: DuckDBConnection,
  draft: Draft,
  { rowsPerSegment }: { rowsPerSegment: number },
): Promise<Draft[]> {
  const pieces = Math.ceil(draft.staged.rows / rowsPerSegment);
  const key = cutBy(draft);
  if (pieces < 2 || key === null) return [draft];
  const fractions = Array.from(
    { length: pieces - 1 },
    (_, index) => (index + 1) / pieces,
  );
  const sql = `SELECT quantile_disc(${key}, [${fractions.join(", ")}]) FROM (${
    rowsSql(draft)
  })`;
  const found = (await connection.runAndReadAll(sql)).getRowsJson()[0]
    ?.[0] as string[] | null;
  if (found === null) return [draft];
  const bounds = [...new Set(found.map(String))];
  return [null, ...bounds].map((low, index) => {
    const high = bounds[index] ?? null;
    const conditions = [
      low === null ? "" : `${key} > ${low}`,
      high === null ? "" : `${key} <= ${high}`,
    ];
    return { ...draft, range: conditions.filter(Boolean).join(" AND ") };
  });
}

/** SQL of the number by which a draft is cut; null where it has none. */
function cutBy({ staged: { kind }, order }: Draft): string | null {
  if (order !== null) return "key";
  return kind.times === null
    ? null
    : `coalesce(epoch_us(${identifier(kind.times.first)}), 0)`;
}

/** A query that gives a draft's rows as its table holds them. */
export function rowsSql({ staged, order }: Draft): string {
  return order === null
    ? plainRowsSql(staged.kind, staged.table)
    : orderedRowsSql(staged.kind, { order, source: staged.table });
}
