import {
  DuckDBArrayType,
  DuckDBArrayValue,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBListType,
  DuckDBListValue,
  DuckDBStructType,
  DuckDBStructValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  type DuckDBType,
  type DuckDBValue,
  listValue,
} from "@duckdb/node-api";
import { identifier, type Value } from "@pivotbook/data";

const MICROSECONDS_PER_DAY = 86_400_000_000n;

/** A value of native DuckDB in the shape in which all engines give values. */
export function fromNative(value: DuckDBValue): Value {
  if (value === null || typeof value !== "object") return value;
  const convert = converters.find(({ type }) => value instanceof type);
  return convert ? convert.convert(value) : String(value);
}

/** The name of a type as every engine gives it: the page knows a UUID as text, and no HUGEINT from a DECIMAL as wide. */
export function typeName(type: DuckDBType | undefined): string {
  if (type instanceof DuckDBListType) return `${typeName(type.valueType)}[]`;
  if (type instanceof DuckDBArrayType) {
    return `${typeName(type.valueType)}[${type.length}]`;
  }
  if (type instanceof DuckDBStructType) {
    const fields = type.entryNames.map((name, index) =>
      `${identifier(name)} ${typeName(type.entryTypes[index])}`
    );
    return `STRUCT(${fields.join(", ")})`;
  }
  const name = String(type);
  return renamed[name] ?? name;
}

const renamed: Readonly<Record<string, string>> = {
  UUID: "VARCHAR",
  "DECIMAL(38,0)": "HUGEINT",
};

interface Converter {
  // deno-lint-ignore no-explicit-any -- a constructor of any value class
  readonly type: new (...values: any[]) => unknown;
  // deno-lint-ignore no-explicit-any -- narrowed by `type`
  readonly convert: (value: any) => Value;
}

const converters: readonly Converter[] = [
  {
    type: DuckDBTimestampValue,
    convert: (value: DuckDBTimestampValue) => value.micros,
  },
  {
    type: DuckDBTimestampTZValue,
    convert: (value: DuckDBTimestampTZValue) => value.micros,
  },
  {
    type: DuckDBDateValue,
    convert: (value: DuckDBDateValue) =>
      BigInt(value.days) * MICROSECONDS_PER_DAY,
  },
  { type: DuckDBDecimalValue, convert: decimal },
  {
    type: DuckDBListValue,
    convert: (value: DuckDBListValue) => value.items.map(fromNative),
  },
  {
    type: DuckDBArrayValue,
    convert: (value: DuckDBArrayValue) => value.items.map(fromNative),
  },
  { type: DuckDBStructValue, convert: struct },
];

function decimal(value: DuckDBDecimalValue): Value {
  return value.scale === 0 ? value.value : value.toString();
}

function struct(value: DuckDBStructValue): Value {
  return Object.fromEntries(
    Object.entries(value.entries).map((
      [name, field],
    ) => [name, fromNative(field)]),
  );
}

/** A value for an appender of the column type; the inverse of `fromNative`. */
export function toNative(value: Value, type: string): DuckDBValue {
  if (value === null) return null;
  if (Array.isArray(value)) {
    return listValue(
      value.map((item: Value) => toNative(item, type.slice(0, -2))),
    );
  }
  const write = writers[type];
  return write ? write(value) : value as DuckDBValue;
}

const asBigInt = (value: Value): bigint =>
  BigInt(value as bigint | number | string);

const writers: Readonly<Record<string, (value: Value) => DuckDBValue>> = {
  TIMESTAMP: (value) => new DuckDBTimestampValue(asBigInt(value)),
  DATE: (value) =>
    new DuckDBDateValue(Number(asBigInt(value) / MICROSECONDS_PER_DAY)),
  BIGINT: asBigInt,
  UBIGINT: asBigInt,
  HUGEINT: asBigInt,
  UHUGEINT: asBigInt,
  INTEGER: Number,
  UINTEGER: Number,
  DOUBLE: Number,
};
