import type { Table } from "@pivotbook/data";
import { tableFromIPC } from "@uwdata/flechette";
import { decodeOrNull, decoderOf } from "./arrow_value.ts";

const EXACT = {
  useBigInt: true,
  useBigIntTimestamp: true,
  useDecimalInt: true,
} as const;

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
