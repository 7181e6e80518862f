import {
  BIGINT,
  BOOLEAN,
  DATE,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBType,
  HUGEINT,
  INTEGER,
  LIST,
  TIMESTAMP,
  UBIGINT,
  UHUGEINT,
  UINTEGER,
  VARCHAR,
} from "@duckdb/node-api";
import { BugError, type Column } from "@pivotbook/data";
import { toNative } from "./native_value.ts";

const CHUNK_ROWS = 2048;

const types: Readonly<Record<string, DuckDBType>> = {
  VARCHAR,
  BIGINT,
  INTEGER,
  UINTEGER,
  UBIGINT,
  HUGEINT,
  UHUGEINT,
  DOUBLE,
  BOOLEAN,
  DATE,
  TIMESTAMP,
};

/** The catalog, schema and table of an appender's target. */
export interface AppendTarget {
  readonly table: string;
  readonly schema?: string;
  readonly catalog?: string;
}

/** Appends columns to an existing table, in chunks. */
export async function appendColumns(
  connection: DuckDBConnection,
  { target, columns }: {
    target: AppendTarget;
    columns: readonly Column[];
  },
): Promise<void> {
  const appender = await connection.createAppender(
    target.table,
    target.schema ?? null,
    target.catalog ?? null,
  );
  try {
    for (const chunk of chunksOf(columns)) appender.appendDataChunk(chunk);
  } finally {
    appender.closeSync();
  }
}

function* chunksOf(columns: readonly Column[]): Generator<DuckDBDataChunk> {
  const rows = columns[0]?.values.length ?? 0;
  const columnTypes = columns.map(({ type }) => nativeType(type));
  for (let start = 0; start < rows; start += CHUNK_ROWS) {
    const stop = Math.min(start + CHUNK_ROWS, rows);
    const chunk = DuckDBDataChunk.create(columnTypes, stop - start);
    columns.forEach(({ type, values }, index) =>
      chunk.setColumnValues(
        index,
        values.slice(start, stop).map((value) => toNative(value, type)),
      )
    );
    yield chunk;
  }
}

function nativeType(type: string): DuckDBType {
  if (type.endsWith("[]")) return LIST(nativeType(type.slice(0, -2)));
  const known = types[type];
  if (known) return known;
  throw new BugError(`Cannot insert a column of type ${type}`, {
    code: "bad-column-type",
  });
}
