import { identifier, type Value } from "@pivotbook/data";
import { type DataType, Type } from "@uwdata/flechette";

/** How a column of an Arrow type leaves the engine: DuckDB's name of the type and the value. */
export interface ArrowDecoder {
  readonly name: string;
  // deno-lint-ignore no-explicit-any -- whatever the Arrow library extracts for the type
  readonly decode: (value: any) => Value;
}

const keep = (value: Value): Value => value;
const MICROSECONDS = 1000n;
const intNames: Readonly<Record<string, string>> = {
  "8 true": "TINYINT",
  "16 true": "SMALLINT",
  "32 true": "INTEGER",
  "64 true": "BIGINT",
  "8 false": "UTINYINT",
  "16 false": "USMALLINT",
  "32 false": "UINTEGER",
  "64 false": "UBIGINT",
};

// deno-lint-ignore no-explicit-any -- each entry knows its own type
const decoders: Readonly<Record<number, (type: any) => ArrowDecoder>> = {
  [Type.Null]: () => plain('"NULL"'),
  [Type.Int]: ({ bitWidth, signed }) =>
    plain(intNames[`${bitWidth} ${signed}`] ?? "BIGINT"),
  [Type.Float]: ({ precision }) => plain(precision === 2 ? "DOUBLE" : "FLOAT"),
  [Type.Utf8]: () => plain("VARCHAR"),
  [Type.LargeUtf8]: () => plain("VARCHAR"),
  [Type.Utf8View]: () => plain("VARCHAR"),
  [Type.Bool]: () => plain("BOOLEAN"),
  [Type.Decimal]: decimalDecoder,
  [Type.Date]: () => ({
    name: "DATE",
    decode: (milliseconds: number) => BigInt(milliseconds) * MICROSECONDS,
  }),
  [Type.FixedSizeBinary]: ({ stride }) =>
    stride === 16
      ? { name: "UHUGEINT", decode: uhugeint }
      : { name: "BLOB", decode: String },
  [Type.Timestamp]: timestampDecoder,
  [Type.Time]: () => ({
    name: "TIME",
    decode: (value) => timeText(BigInt(value)),
  }),
  [Type.List]: listDecoder,
  [Type.LargeList]: listDecoder,
  [Type.FixedSizeList]: arrayDecoder,
  [Type.Struct]: structDecoder,
};

const LOSSY: readonly number[] = [
  Type.Dictionary,
  Type.Binary,
  Type.LargeBinary,
  Type.Interval,
  Type.Map,
  Type.Time,
  Type.Union,
];

const MICROSECOND_UNIT = 2;

/** Whether values of that type may differ from DuckDB's: text is asked for where they do. */
export function isLossy(type: DataType): boolean {
  if (LOSSY.includes(type.typeId)) return true;
  if (type.typeId === Type.Timestamp) return type.unit !== MICROSECOND_UNIT;
  const children: readonly Child[] = "children" in type ? type.children : [];
  const unnamed = type.typeId === Type.Struct &&
    children.some(({ name }) => name === "" || name === "__proto__");
  return unnamed || children.some((child) => isLossy(child.type));
}

/** The decoder of an Arrow type; text for types that results seldom have. */
export function decoderOf(type: DataType): ArrowDecoder {
  const known = decoders[type.typeId];
  return known ? known(type) : { name: "VARCHAR", decode: String };
}

/** Sixteen bytes, little endian. */
function uhugeint(bytes: Uint8Array): bigint {
  return bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

function plain(name: string): ArrowDecoder {
  return { name, decode: keep };
}

interface Child {
  readonly name: string;
  readonly type: DataType;
}

function listDecoder({ children }: { children: Child[] }): ArrowDecoder {
  const item = children[0] ? decoderOf(children[0].type) : plain("VARCHAR");
  const decode = (items: Iterable<unknown>): Value =>
    Array.from(items, (value) => decodeOrNull(item, value));
  return { name: `${item.name}[]`, decode };
}

function arrayDecoder(
  type: { children: Child[]; stride: number },
): ArrowDecoder {
  const { name, decode } = listDecoder(type);
  return { name: `${name.slice(0, -2)}[${type.stride}]`, decode };
}

function structDecoder({ children }: { children: Child[] }): ArrowDecoder {
  const fields = children.map(({ name, type }) => ({
    name,
    item: decoderOf(type),
  }));
  const list = fields.map(({ name, item }) =>
    `${identifier(name)} ${item.name}`
  );
  return {
    name: `STRUCT(${list.join(", ")})`,
    decode: (row: Record<string, unknown>) =>
      Object.fromEntries(
        fields.map(({ name, item }) => [name, decodeOrNull(item, row[name])]),
      ),
  };
}

/** The value, or null. */
export function decodeOrNull(decoder: ArrowDecoder, value: unknown): Value {
  return value === null || value === undefined ? null : decoder.decode(value);
}

interface TimestampType {
  readonly timezone?: string | null;
}

/** Other units than microseconds come as text. */
function timestampDecoder({ timezone }: TimestampType): ArrowDecoder {
  return {
    name: timezone ? "TIMESTAMP WITH TIME ZONE" : "TIMESTAMP",
    decode: (value: bigint | number) => BigInt(value),
  };
}

/** DuckDB sends HUGEINT as a decimal of 38 digits without fraction. */
function decimalDecoder(
  { precision, scale }: { precision: number; scale: number },
): ArrowDecoder {
  if (precision === 38 && scale === 0) {
    return { name: "HUGEINT", decode: (value) => BigInt(value) };
  }
  return {
    name: `DECIMAL(${precision},${scale})`,
    decode: (value: bigint | number) => {
      const number = BigInt(value);
      return scale === 0 ? number : decimalText(number, scale);
    },
  };
}

function decimalText(scaled: bigint, scale: number): string {
  const sign = scaled < 0n ? "-" : "";
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(
    scale + 1,
    "0",
  );
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

function timeText(microseconds: bigint): string {
  const two = (value: bigint): string => String(value).padStart(2, "0");
  const seconds = microseconds / 1_000_000n;
  const clock = [seconds / 3600n, seconds / 60n % 60n, seconds % 60n].map(two)
    .join(":");
  const rest = microseconds % 1_000_000n;
  return rest === 0n
    ? clock
    : `${clock}.${String(rest).padStart(6, "0").replace(/0+$/, "")}`;
}
