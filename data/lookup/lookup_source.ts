import type { RunOptions } from "../engine/engine.ts";
import type { Indicator, IndicatorType } from "../indicators/indicator.ts";
import type { DatasetKind } from "../kinds/kind.ts";
import type { DatasetView } from "../segments/manifest.ts";

/** A span of time, half open, in UTC microseconds; null is open. */
export interface TimeWindow {
  readonly start: bigint | null;
  readonly stop: bigint | null;
  /** `overlap`: rows that held at some time in it. `complete`: rows that held only in it. Rows without a time are kept. */
  readonly mode: "overlap" | "complete";
}

/** Which rows of one kind are wanted. */
export interface LookupRequest {
  readonly kind: DatasetKind;
  readonly datasets: readonly DatasetView[];
  readonly keys: readonly Indicator[];
  readonly window: TimeWindow | null;
  /** Indicators whose rows are left out. */
  readonly exclude: readonly Indicator[];
  /** At most so many rows; null for all. */
  readonly limit: number | null;
}

/** What a lookup found and what it cost. */
export interface LookupAnswer {
  readonly rows: number;
  /** Hashes of the segments that could hold the keys and were read. */
  readonly segments: readonly string[];
  /** Those of them whose side index does not fit, so that they were read without: the same rows, but more slowly. */
  readonly unindexed: readonly string[];
  /** Names of the datasets that are too large to be searched for the words that were asked for: of these only whole values were looked up. */
  readonly unsearched: readonly string[];
  /** Bytes and requests over the network. */
  readonly bytes: number;
  readonly requests: number;
  /** The SQL that was run, for a reader. */
  readonly sql: string;
}

/** How many rows stand behind an indicator, by kind; null for a keyword, for which all texts would be read. */
export interface IndicatorCount {
  readonly indicator: Indicator;
  readonly rows: Readonly<Record<string, number>> | null;
}

/**
 * Where the rows of a lookup come from: segments read by ranges, a server's
 * engine, a cluster. All give the same rows; nothing above knows which.
 */
export interface LookupSource {
  /** Its name in the run record. */
  readonly name: string;
  /**
   * Creates or replaces `target` (a quoted table name) in the engine with the
   * kind's columns, `dataset`, and one row for each row found, whatever the
   * number of keys and sort orders that lead to it.
   */
  lookup(
    request: LookupRequest,
    target: string,
    options?: RunOptions,
  ): Promise<LookupAnswer>;
  /** Rows behind each indicator; one pass for all of them. */
  counts(
    keys: readonly Indicator[],
    datasets: readonly DatasetView[],
    options?: RunOptions,
  ): Promise<IndicatorCount[]>;
}

/** Whether a kind can be looked up by that type of indicator. */
export function accepts(kind: DatasetKind, type: IndicatorType): boolean {
  return kind.orders.some((order) => order.accepts.includes(type));
}
