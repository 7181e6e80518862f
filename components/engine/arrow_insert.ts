import { type Column, identifier, type Value } from "@pivotbook/data";
import {
  bool,
  columnFromArray,
  type DataType,
  float64,
  int32,
  int64,
  list,
  tableFromColumns,
  tableToIPC,
  uint32,
  uint64,
  utf8,
} from "@uwdata/flechette";

/** How a column of a DuckDB type travels: as an Arrow type, and back by SQL. */
interface Transport {
  readonly type: () => DataType;
  readonly write: (value: Value) => unknown;
  readonly read: (name: string) => string;
}

const keep = (value: Value): Value => value;
const bigint = (value: Value): bigint => BigInt(value as bigint);
const same = (name: string): string => name;

const transports: Readonly<Record<string, Transport>> = {
  VARCHAR: { type: utf8, write: keep, read: same },
  BOOLEAN: { type: bool, write: keep, read: same },
  INTEGER: { type: int32, write: Number, read: same },
  UINTEGER: { type: uint32, write: Number, read: same },
  BIGINT: { type: int64, write: bigint, read: same },
  UBIGINT: { type: uint64, write: bigint, read: same },
  DOUBLE: { type: float64, write: Number, read: same },
  TIMESTAMP: {
    type: int64,
    write: bigint,
    read: (name) => `make_timestamp(${name})`,
  },
  DATE: {
    type: int64,
    write: bigint,
    read: (name) => `make_timestamp(${name})::DATE`,
  },
};

/** Rows of an Arrow record batch. */
const BATCH_ROWS = 65_536;

/** Columns as an Arrow stream, in one piece: DuckDB-WASM keeps no copy of a piece that does not end. */
export function insertMessages(columns: readonly Column[]): Uint8Array {
  const arrays = columns.map(({ name, type, values }) =>
    [
      name,
      columnFromArray(values.map(writerOf(type)), arrowType(type), {
        maxBatchRows: BATCH_ROWS,
      }),
    ] as [string, ReturnType<typeof columnFromArray>]
  );
  const bytes = tableToIPC(tableFromColumns(arrays), { format: "stream" });
  return bytes ?? new Uint8Array();
}

/** A select list that gives inserted columns the types that they are meant to have. */
export function readColumns(columns: readonly Column[]): string {
  return columns.map(({ name, type }) => {
    const quoted = identifier(name);
    const read = transports[type]?.read(quoted) ?? quoted;
    return `CAST(${read} AS ${type}) AS ${quoted}`;
  }).join(", ");
}

function arrowType(type: string): DataType {
  if (type.endsWith("[]")) return list(arrowType(type.slice(0, -2)));
  return transports[type]?.type() ?? utf8();
}

/** Types without a transport of their own, as HUGEINT, travel as text. */
function writerOf(type: string): (value: Value) => unknown {
  if (type.endsWith("[]")) {
    const write = writerOf(type.slice(0, -2));
    return (items) => items === null ? null : (items as Value[]).map(write);
  }
  const write = transports[type]?.write ?? String;
  return (value) => value === null ? null : write(value);
}
