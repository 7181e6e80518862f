import type { Part } from "@pivotbook/data";

/** The encoded side index of a finished segment file, or null for one that is fetched whole. */
export function sideIndexOf(
  _path: string,
  _parts: readonly Part[],
): Promise<Uint8Array | null> {
  return Promise.resolve(null);
}
