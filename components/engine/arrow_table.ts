import type { Table } from "@pivotbook/data";
import { tableFromIPC } from "@uwdata/flechette";
import { decodeOrNull, decoderOf, isLossy } from "./arrow_value.ts";

const EXACT = {
  useBigInt: true,
  useBigIntTimestamp: true,
  useDecimalInt: true,
} as const;

/** Whether a column's values, or a part of them, may be lost on the way from DuckDB. */
export function losesValues([head]: readonly Uint8Array[]): boolean {
  if (head === undefined) return false;
  const { schema } = tableFromIPC([head], EXACT);
  return schema.fields.some(({ type }) => isLossy(type));
}

/** Decodes the Arrow messages of a result, schema first. */
export function tableFromMessages(messages: readonly Uint8Array[]): Table {
  const { numRows, schema, children } = tableFromIPC([...messages], EXACT);
  const columns = schema.fields.map(({ name, type }, index) => {
    const decoder = decoderOf(type);
    const values = Array.from(
      children[index] ?? [],
      (value) => decodeOrNull(decoder, value),
    );
    return { name, type: decoder.name, values };
  });
  return { rows: numRows, columns };
}
