import { PivotbookError } from "../errors.ts";
import type { LookupSource } from "./lookup_source.ts";

/**
 * A source that looks up once more where a segment was not what was published:
 * what was fetched while the file was damaged is given up by then, so the
 * second answer is right if the file is.
 */
export function readAgain(source: LookupSource): LookupSource {
  return {
    name: source.name,
    lookup: (...request) => twice(() => source.lookup(...request)),
    counts: (...request) => twice(() => source.counts(...request)),
  };
}

async function twice<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const changed = error instanceof PivotbookError &&
      error.code === "segment-changed";
    if (!changed) throw error;
    return await work();
  }
}
