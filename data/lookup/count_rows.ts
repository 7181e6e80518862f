import type { Engine, RunOptions } from "../engine/engine.ts";
import { rowsOf } from "../engine/table.ts";
import type { Indicator } from "../indicators/indicator.ts";
import { tryParseIndicator } from "../indicators/parse.ts";
import { datasetKinds } from "../kinds/mod.ts";
import type { DatasetKind } from "../kinds/kind.ts";
import type { DatasetView } from "../segments/manifest.ts";
import { qualified } from "../sql/literal.ts";
import {
  type CountedKey,
  type CountedRows,
  countsSql,
  namesSql,
} from "./counts_sql.ts";
import { KEY_SCHEMA, lookupSerial, openKeySchema } from "./key_tables.ts";
import { lookupOrder } from "./lookup_order.ts";
import type { IndicatorCount } from "./lookup_source.ts";
import { type ReachedPart, reachedParts } from "./parts.ts";
import { type OrderPlan, planLookup } from "./plan.ts";

/** What counting needs: an engine, how to reach parts, and what to count. */
export interface CountJob {
  readonly engine: Engine;
  /** Attaches the parts that may hold their keys, and gives those. */
  readonly reach: (
    parts: readonly ReachedPart[],
  ) => Promise<readonly ReachedPart[]>;
  readonly keys: readonly Indicator[];
  readonly datasets: readonly DatasetView[];
}

/** Rows behind each indicator by kind: as many as a pivot of it would find. */
export async function countRows(
  job: CountJob,
  options: RunOptions,
): Promise<IndicatorCount[]> {
  const rows: Record<string, number>[] = job.keys.map(() => ({}));
  const named = new Map<string, Indicator[][]>();
  for (const kind of lookupOrder) {
    const others = kind.reachedBy && named.get(kind.reachedBy.kind);
    const asked = job.keys.map((key, place) =>
      key.type === "keyword" ? [] : [key, ...others?.[place] ?? []]
    );
    const found = await countKind(job, { kind, asked, options });
    found?.counts.forEach((count, place) => {
      const counts = rows[place];
      if (counts) counts[kind.name] = count;
    });
    if (found) named.set(kind.name, found.named);
  }
  return job.keys.map((indicator, place) => ({
    indicator,
    rows: indicator.type === "keyword" ? null : rows[place] ?? {},
  }));
}

/** What was found of a kind, by the place of what was asked for. */
interface FoundOfKind {
  readonly counts: ReadonlyMap<number, number>;
  /** What the rows name of another kind. */
  readonly named: Indicator[][];
}

async function countKind(
  { engine, reach, datasets }: CountJob,
  { kind, asked, options }: {
    kind: DatasetKind;
    /** The indicators behind each count. */
    asked: readonly (readonly Indicator[])[];
    options: RunOptions;
  },
): Promise<FoundOfKind | null> {
  const plans = plansOf(kind, asked);
  const reached = await reach(reachedParts(kind.name, { plans, datasets }));
  if (reached.length === 0) return null;
  const keys = qualified(KEY_SCHEMA, `counted_${lookupSerial()}`);
  await insertCounted(engine, { table: keys, plans });
  // `plansOf` gave the keys their positions, and `reachedParts` only chooses among them.
  const parts = reached as (ReachedPart & { keys: readonly CountedKey[] })[];
  const counted = { parts, keys };
  try {
    const counts = await engine.query(countsSql(kind, counted), options);
    return {
      counts: new Map(
        rowsOf(counts).map(({ asked, rows }) => [Number(asked), Number(rows)]),
      ),
      named: await namedBy({ engine, kind, counted, options }, asked.length),
    };
  } finally {
    await engine.query(`DROP TABLE IF EXISTS ${keys}`);
  }
}

/** What the rows of a kind name of another one. */
async function namedBy(
  { engine, kind, counted, options }: {
    engine: Engine;
    kind: DatasetKind;
    counted: CountedRows;
    options: RunOptions;
  },
  places: number,
): Promise<Indicator[][]> {
  const named: Indicator[][] = Array.from({ length: places }, () => []);
  const column = datasetKinds.find(({ reachedBy }) =>
    reachedBy?.kind === kind.name
  )?.reachedBy?.column;
  if (column === undefined) return named;
  const sql = namesSql(kind, { ...counted, column });
  for (const { asked, name } of rowsOf(await engine.query(sql, options))) {
    const found = tryParseIndicator(String(name));
    if (found) {
      named[Number(asked)]?.push({ type: found.type, value: found.value });
    }
  }
  return named;
}

interface CountedPlan extends OrderPlan {
  readonly keys: readonly CountedKey[];
}

/** One plan per order, each key with the position of what it is asked for. */
function plansOf(
  kind: DatasetKind,
  asked: readonly (readonly Indicator[])[],
): CountedPlan[] {
  const plans = asked.flatMap((indicators, place) =>
    planLookup(kind, indicators).map(({ order, keys }) => ({
      order,
      keys: keys.map((key) => ({ ...key, asked: place })),
    }))
  );
  return [...Map.groupBy(plans, ({ order }) => order)].map((
    [order, same],
  ) => ({ order, keys: same.flatMap(({ keys }) => keys) }));
}

async function insertCounted(
  engine: Engine,
  { table, plans }: { table: string; plans: readonly CountedPlan[] },
): Promise<void> {
  const unique = new Map(
    plans.flatMap(({ keys }) => keys).map((key) => [
      [
        key.asked,
        key.shape,
        key.span.low,
        key.span.high,
        key.base,
        key.rest,
        key.text,
      ].join("\0"),
      key,
    ]),
  );
  const keys = [...unique.values()];
  await openKeySchema(engine);
  const columns = countedColumns.map(({ name, type, value }) => ({
    name,
    type,
    values: keys.map(value),
  }));
  await engine.insert(table, columns);
}

const countedColumns: readonly {
  readonly name: string;
  readonly type: string;
  readonly value: (key: CountedKey) => string | number | bigint;
}[] = [
  { name: "asked", type: "INTEGER", value: ({ asked }) => asked },
  { name: "shape", type: "VARCHAR", value: ({ shape }) => shape },
  { name: "low", type: "UHUGEINT", value: ({ span }) => span.low },
  { name: "high", type: "UHUGEINT", value: ({ span }) => span.high },
  { name: "base", type: "VARCHAR", value: ({ base }) => base },
  { name: "rest", type: "VARCHAR", value: ({ rest }) => rest },
  { name: "text", type: "VARCHAR", value: ({ text }) => text },
];
