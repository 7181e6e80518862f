import { kindNamed } from "../kinds/mod.ts";
import { coveringOrder, ROWS_ORDER } from "./layout.ts";
import type { Part, Segment } from "./manifest.ts";

/**
 * The parts of a segment that hold the rows which it counts, each once. A large
 * import has its rows in a segment of their own; the one with its covering
 * order then counts none, since it would give them again.
 */
export function scannedParts({ parts, rows }: Segment): Part[] {
  return parts.filter(({ kind, order }) =>
    kind in rows && order === scannedOrder(parts, kind)
  );
}

function scannedOrder(parts: readonly Part[], kind: string): string {
  const apart = parts.some((part) =>
    part.kind === kind && part.order === ROWS_ORDER
  );
  return apart
    ? ROWS_ORDER
    : coveringOrder(kindNamed(kind))?.name ?? ROWS_ORDER;
}
