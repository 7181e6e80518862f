import type { DatasetView } from "../segments/manifest.ts";
import type { Part, Segment } from "../segments/manifest.ts";
import type { Key } from "./key.ts";
import type { RowIdSpan } from "./row_ids.ts";
import type { OrderPlan } from "./plan.ts";

/** A part of a dataset that can hold keys, and the keys that it can hold. */
export interface ReachedPart {
  readonly dataset: string;
  readonly segment: Segment;
  readonly part: Part;
  readonly keys: readonly Key[];
  /** Row ids to which a scan may be narrowed, or null for all. */
  readonly rowIds: readonly RowIdSpan[] | null;
}

/** The parts that a lookup has to read: those whose range of keys meets a key. */
export function reachedParts(
  kind: string,
  { plans, datasets }: {
    plans: readonly OrderPlan[];
    datasets: readonly DatasetView[];
  },
): ReachedPart[] {
  return partsOf(datasets)
    .filter(({ part }) => part.kind === kind)
    .flatMap(({ dataset, segment, part }) =>
      plans
        .filter(({ order }) => order.name === part.order)
        .map(({ keys }) => ({
          dataset,
          segment,
          part,
          keys: keys.filter((key) => canHold(part, key)),
          rowIds: null,
        }))
    )
    .filter(({ keys }) => keys.length > 0);
}

function partsOf(
  datasets: readonly DatasetView[],
): Pick<ReachedPart, "dataset" | "segment" | "part">[] {
  return datasets.flatMap(({ name, snapshot }) =>
    snapshot.segments.flatMap((segment) =>
      segment.parts.map((part) => ({ dataset: name, segment, part }))
    )
  );
}

function canHold({ low, high }: Part, { span }: Key): boolean {
  return span.low <= BigInt(high) && span.high >= BigInt(low);
}

/** Alias under which a segment is attached. */
export function segmentAlias(sha256: string): string {
  return `segment_${sha256.slice(0, 12)}`;
}
