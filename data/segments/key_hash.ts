import { md5 } from "@noble/hashes/legacy.js";

const encoder = new TextEncoder();
const LITTLE_ENDIAN = true;

/**
 * The 32-bit key of a text, the same number that `keyHashSql` computes in
 * DuckDB: the last four bytes of its MD5, little endian. Not for secrets; it
 * only spreads texts evenly and is known to every engine.
 */
export function keyHash(text: string): number {
  const digest = md5(encoder.encode(text));
  const view = new DataView(
    digest.buffer,
    digest.byteOffset,
    digest.byteLength,
  );
  return view.getUint32(12, LITTLE_ENDIAN);
}

/** SQL for the same, over an SQL expression of type VARCHAR. */
export function keyHashSql(expression: string): string {
  return `(md5_number_lower(${expression}) >> 32)::UINTEGER`;
}
