import type { Engine, RunOptions, SegmentLocation } from "../engine/engine.ts";
import type { Indicator } from "../indicators/indicator.ts";
import type { SideIndex } from "../segments/side_index.ts";
import { metadataRanges, rangesFor } from "../segments/side_index_ranges.ts";
import type { DatasetView } from "../segments/manifest.ts";
import { addressMacros } from "../sql/address.ts";
import { countRows } from "./count_rows.ts";
import { dropKeys, insertKeys, keyTablesOf } from "./key_tables.ts";
import { lookupSql } from "./lookup_sql.ts";
import type {
  IndicatorCount,
  LookupAnswer,
  LookupRequest,
  LookupSource,
} from "./lookup_source.ts";
import { type ReachedPart, reachedParts, segmentAlias } from "./parts.ts";
import { planLookup } from "./plan.ts";
import { rowIdSpans } from "./row_ids.ts";

/** Where the files of segments are, and what lies where in them. */
export interface SegmentAccess {
  readonly locate: (sha256: string) => SegmentLocation;
  /** The side index, or null for a file that is small or has none. */
  readonly sideIndex: (sha256: string) => Promise<SideIndex | null>;
}

/** Lookups by the engine itself over the segments that can hold the keys. */
export function segmentLookup(
  engine: Engine,
  access: SegmentAccess,
): LookupSource {
  return new SegmentLookup(engine, access);
}

class SegmentLookup implements LookupSource {
  readonly name = "segments";
  readonly #engine: Engine;
  readonly #access: SegmentAccess;
  readonly #indexes = new Map<string, Promise<SideIndex | null>>();

  constructor(engine: Engine, access: SegmentAccess) {
    this.#engine = engine;
    this.#access = access;
  }

  async lookup(
    request: LookupRequest,
    target: string,
    options: RunOptions = {},
  ): Promise<LookupAnswer> {
    const before = await this.#engine.traffic();
    const plans = planLookup(request.kind, request.keys);
    const excluded = planLookup(request.kind, request.exclude);
    const parts = await this.#narrowed(
      reachedParts(request.kind.name, plans, request.datasets),
    );
    const tables = keyTablesOf(target, "keys");
    const excludedTables = keyTablesOf(target, "excluded");
    const plan = { request, parts, tables, excluded, excludedTables };
    const sql = lookupSql(plan, target);
    await this.#reach(parts, options);
    if (parts.length > 0) await insertKeys(this.#engine, plans, tables);
    if (parts.length > 0 && excluded.length > 0) {
      await this.#engine.query(addressMacros);
      await insertKeys(this.#engine, excluded, excludedTables);
    }
    try {
      await this.#engine.query(sql, options);
    } finally {
      await dropKeys(this.#engine, [tables, excludedTables]);
    }
    const after = await this.#engine.traffic();
    return {
      rows: await this.#rowsOf(target),
      segments: new Set(parts.map(({ segment }) => segment.sha256)).size,
      bytes: after.bytes - before.bytes,
      requests: after.requests - before.requests,
      sql,
    };
  }

  counts(
    keys: readonly Indicator[],
    datasets: readonly DatasetView[],
    options: RunOptions = {},
  ): Promise<IndicatorCount[]> {
    const reach = (parts: readonly ReachedPart[]) =>
      this.#reach(parts, options);
    return countRows({ engine: this.#engine, reach, keys, datasets }, options);
  }

  /** Attaches the segments of the parts and fetches the blocks that hold their keys. */
  async #reach(
    parts: readonly ReachedPart[],
    options: RunOptions,
  ): Promise<void> {
    const segments = Map.groupBy(parts, ({ segment }) => segment.sha256);
    await Promise.all(
      [...segments].map(async ([sha256, reached]) => {
        options.signal?.throwIfAborted();
        const index = await this.#indexOf(sha256);
        const alias = segmentAlias(sha256);
        const ranges = index === null ? [] : metadataRanges(index);
        await this.#engine.attach(alias, this.#access.locate(sha256), {
          ranges,
        });
        if (index === null) return;
        const wanted = reached.flatMap(({ part, keys }) =>
          rangesFor(index, part.table, keys.map(({ span }) => span))
        );
        await this.#engine.prefetch(alias, wanted, options);
      }),
    );
  }

  /** The parts with the row ids that the side index knows to hold the keys. */
  async #narrowed(parts: readonly ReachedPart[]): Promise<ReachedPart[]> {
    return await Promise.all(parts.map(async (reached) => {
      const { segment, part, keys } = reached;
      const index = await this.#indexOf(segment.sha256);
      return { ...reached, rowIds: rowIdSpans(index, part.table, keys) };
    }));
  }

  #indexOf(sha256: string): Promise<SideIndex | null> {
    const known = this.#indexes.get(sha256);
    if (known) return known;
    const index = this.#access.sideIndex(sha256);
    this.#indexes.set(sha256, index);
    index.catch(() => this.#indexes.delete(sha256));
    return index;
  }

  async #rowsOf(target: string): Promise<number> {
    const { columns } = await this.#engine.query(
      `SELECT count(*) AS rows FROM ${target}`,
    );
    return Number(columns[0]?.values[0] ?? 0);
  }
}
