import type { Engine, RunOptions } from "../engine/engine.ts";
import type { Indicator } from "../indicators/indicator.ts";
import type { SideIndex } from "../segments/side_index.ts";
import {
  attachOptions,
  mayHold,
  rangesFor,
} from "../segments/side_index_ranges.ts";
import type { DatasetView } from "../segments/manifest.ts";
import { keyMacros } from "../sql/key_macros.ts";
import { countRows } from "./count_rows.ts";
import {
  dropsSql,
  insertKeys,
  keyTablesOf,
  lookupSerial,
} from "./key_tables.ts";
import { type LookupPlan, lookupSql } from "./lookup_sql.ts";
import type {
  IndicatorCount,
  LookupAnswer,
  LookupRequest,
  LookupSource,
} from "./lookup_source.ts";
import { type ReachedPart, reachedParts, segmentAlias } from "./parts.ts";
import { type OrderPlan, planLookup } from "./plan.ts";
import { rowIdSpans } from "./row_ids.ts";
import {
  type FoundIndex,
  type SegmentAccess,
  UNUSABLE,
  usableIndex,
} from "./segment_access.ts";
import {
  MOST_SCANNED,
  type WordScan,
  wordScans,
  wordsOf,
} from "./word_scans.ts";

/** Lookups by the engine itself over the segments that can hold the keys. */
export function segmentLookup(
  engine: Engine,
  access: SegmentAccess,
): LookupSource {
  return new SegmentLookup(engine, access);
}

/** Side indexes by hash, for all lookups over the same segments. */
const indexes = new WeakMap<SegmentAccess, Map<string, Promise<FoundIndex>>>();

class SegmentLookup implements LookupSource {
  readonly name = "segments";
  readonly #engine: Engine;
  readonly #access: SegmentAccess;
  readonly #indexes: Map<string, Promise<FoundIndex>>;

  constructor(engine: Engine, access: SegmentAccess) {
    this.#engine = engine;
    this.#access = access;
    this.#indexes = indexes.get(access) ?? new Map();
    indexes.set(access, this.#indexes);
  }

  async lookup(
    request: LookupRequest,
    target: string,
    options: RunOptions = {},
  ): Promise<LookupAnswer> {
    const before = this.#engine.traffic();
    before.catch(() => {});
    const plans = planLookup(request.kind, request.keys);
    const excluded = planLookup(request.kind, request.exclude);
    const parts = await this.#narrowed(
      reachedParts(request.kind.name, { plans, datasets: request.datasets }),
    );
    const words = wordsOf(request.keys);
    const { datasets } = request;
    const most = MOST_SCANNED;
    const { scans, unsearched } = wordScans(request.kind, {
      words,
      datasets,
      most,
    });
    const planned = (serial: number | null): LookupPlan => ({
      request,
      parts,
      scans,
      tables: keyTablesOf(target, { use: "keys", serial }),
      excluded,
      excludedTables: keyTablesOf(target, { use: "excluded", serial }),
    });
    const plan = planned(lookupSerial());
    const filled = parts.length + scans.length === 0
      ? []
      : await this.#prepare(plan, { plans, options });
    const sql = lookupSql(plan, target);
    const rows = await this.#create(sql, { target, filled }, options);
    const [start, stop] = await Promise.all([before, this.#engine.traffic()]);
    const segments = [
      ...new Set([...parts, ...scans].map(({ segment }) => segment.sha256)),
    ];
    return {
      rows,
      segments,
      unsearched,
      unindexed: await this.#unindexed(segments),
      bytes: stop.bytes - start.bytes,
      requests: stop.requests - start.requests,
      sql: lookupSql(planned(null), target),
    };
  }

  /** Fills the key tables, whose names it gives, while blocks are fetched; a failure leaves none, and nothing under way. */
  async #prepare(
    plan: LookupPlan,
    { plans, options }: { plans: readonly OrderPlan[]; options: RunOptions },
  ): Promise<readonly string[]> {
    const filling = this.#fill(plan, plans);
    const reaching = Promise.all([
      this.#reach(plan.parts, options),
      this.#open(plan.scans),
    ]);
    await Promise.allSettled([filling, reaching]);
    try {
      await reaching;
      return await filling;
    } catch (error) {
      const { tables, excludedTables } = plan;
      await this.#drop([tables, excludedTables].flatMap(Object.values));
      throw error;
    }
  }

  async #drop(tables: readonly string[]): Promise<void> {
    await this.#engine.query(dropsSql(tables)).catch(() => {});
  }

  /** Fills the key tables, whose names it gives. */
  async #fill(
    { request, tables, excluded, excludedTables }: LookupPlan,
    plans: readonly OrderPlan[],
  ): Promise<readonly string[]> {
    const filled = await insertKeys(this.#engine, {
      plans,
      words: wordsOf(request.keys),
      tables,
    });
    const words = wordsOf(request.exclude);
    if (excluded.length > 0) await this.#engine.query(keyMacros);
    const others = await insertKeys(this.#engine, {
      plans: excluded,
      words,
      tables: excludedTables,
    });
    return [...filled, ...others];
  }

  /** Creates the target, drops the key tables and counts, in one call: each costs a page a message. */
  async #create(
    sql: string,
    { target, filled }: { target: string; filled: readonly string[] },
    options: RunOptions,
  ): Promise<number> {
    const drops = dropsSql(filled);
    const text = `${sql}\n${drops}SELECT count(*) AS rows FROM ${target}`;
    try {
      const { columns } = await this.#engine.query(text, options);
      return Number(columns[0]?.values[0] ?? 0);
    } catch (error) {
      if (filled.length > 0) await this.#drop(filled);
      throw error;
    }
  }

  counts(
    keys: readonly Indicator[],
    datasets: readonly DatasetView[],
    options: RunOptions = {},
  ): Promise<IndicatorCount[]> {
    const reach = async (reached: readonly ReachedPart[]) => {
      const parts = await this.#narrowed(reached);
      await this.#reach(parts, options);
      return parts;
    };
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
        await this.#engine.attach(
          alias,
          this.#access.locate(sha256),
          attachOptions(index),
        );
        if (index === null) return;
        const wanted = reached.flatMap(({ part, keys }) =>
          rangesFor(index, {
            table: part.table,
            keys: keys.map(({ span }) => span),
          })
        );
        await this.#engine.prefetch(alias, wanted, options);
      }),
    );
  }

  /** Attaches the segments that are read whole. */
  async #open(scans: readonly WordScan[]): Promise<void> {
    const hashes = new Set(scans.map(({ segment }) => segment.sha256));
    await Promise.all(
      [...hashes].map(async (sha256) =>
        await this.#engine.attach(
          segmentAlias(sha256),
          this.#access.locate(sha256),
          attachOptions(await this.#indexOf(sha256)),
        )
      ),
    );
  }

  /** The parts that may hold keys, with those keys and the row ids that the side index knows to hold them. */
  async #narrowed(parts: readonly ReachedPart[]): Promise<ReachedPart[]> {
    const narrowed = await Promise.all(parts.map(async (reached) => {
      const { segment, part } = reached;
      const index = await this.#indexOf(segment.sha256);
      const known = index?.parts.find(({ table }) => table === part.table);
      const keys = reached.keys.filter(({ span }) =>
        known === undefined || mayHold(known, span)
      );
      const rowIds = rowIdSpans(index, { table: part.table, keys });
      return { ...reached, keys, rowIds };
    }));
    return narrowed.filter(({ keys }) => keys.length > 0);
  }

  async #unindexed(segments: readonly string[]): Promise<string[]> {
    const found = await Promise.all(segments.map((one) => this.#found(one)));
    return segments.filter((_, index) => found[index] === UNUSABLE);
  }

  async #indexOf(sha256: string): Promise<SideIndex | null> {
    return usableIndex(await this.#found(sha256));
  }

  #found(sha256: string): Promise<FoundIndex> {
    const known = this.#indexes.get(sha256);
    if (known) return known;
    const index = this.#access.sideIndex(sha256);
    this.#indexes.set(sha256, index);
    index.catch(() => this.#indexes.delete(sha256));
    return index;
  }
}
