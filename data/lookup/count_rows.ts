import type { Engine, RunOptions } from "../engine/engine.ts";
import { columnOf, type Table } from "../engine/table.ts";
import type { Indicator } from "../indicators/indicator.ts";
import { datasetKinds } from "../kinds/mod.ts";
import type { DatasetKind } from "../kinds/kind.ts";
import type { DatasetView } from "../segments/manifest.ts";
import { qualified } from "../sql/literal.ts";
import { type CountedKey, countsSql } from "./counts_sql.ts";
import { KEY_SCHEMA, lookupSerial, openKeySchema } from "./key_tables.ts";
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

/** Rows behind each indicator by kind: as many as a lookup of it would find. */
export async function countRows(
  job: CountJob,
  options: RunOptions,
): Promise<IndicatorCount[]> {
  const rows: Record<string, number>[] = job.keys.map(() => ({}));
  for (const kind of datasetKinds) {
    const table = await countKind(job, kind, options);
    const asked = table ? columnOf(table, "asked")?.values ?? [] : [];
    const counts = table ? columnOf(table, "rows")?.values ?? [] : [];
    asked.forEach((position, index) => {
      const found = rows[Number(position)];
      if (found) found[kind.name] = Number(counts[index]);
    });
  }
  return job.keys.map((indicator, index) => ({
    indicator,
    rows: rows[index] ?? {},
  }));
}

async function countKind(
  job: CountJob,
  kind: DatasetKind,
  options: RunOptions,
): Promise<Table | null> {
  const plans = plansOf(kind, job.keys);
  const reached = await job.reach(
    reachedParts(kind.name, { plans, datasets: job.datasets }),
  );
  if (reached.length === 0) return null;
  const keys = qualified(KEY_SCHEMA, `counted_${lookupSerial()}`);
  await insertCounted(job.engine, { table: keys, plans });
  // `plansOf` gave the keys their positions, and `reachedParts` only chooses among them.
  const parts = reached as (ReachedPart & { keys: readonly CountedKey[] })[];
  try {
    return await job.engine.query(countsSql(kind, { parts, keys }), options);
  } finally {
    await job.engine.query(`DROP TABLE IF EXISTS ${keys}`);
  }
}

interface CountedPlan extends OrderPlan {
  readonly keys: readonly CountedKey[];
}

/** One plan per order, each key with the position of its indicator. */
function plansOf(
  kind: DatasetKind,
  indicators: readonly Indicator[],
): CountedPlan[] {
  const plans = indicators.flatMap((indicator, asked) =>
    planLookup(kind, [indicator]).map(({ order, keys }) => ({
      order,
      keys: keys.map((key) => ({ ...key, asked })),
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
