import {
  type DatasetKind,
  type DatasetView,
  identifier,
  type Indicator,
  indicatorKey,
  kindNamed,
  type LookupAnswer,
  lookupOrder,
  namedIndicators,
} from "@pivotbook/data";
import { distinct } from "../indicators/read_indicators.ts";
import type { RunContext } from "../kinds/cell_kind.ts";
import type { PivotOutput } from "../kinds/output.ts";
import {
  createEmpty,
  createSchemas,
  type PivotSchema,
} from "./pivot_schema.ts";

/** What a pivot looks up, the time window apart. */
export interface PivotQuery {
  readonly seeds: readonly Indicator[];
  readonly exclude: readonly Indicator[];
  readonly datasets: readonly DatasetView[];
  readonly limit: number | null;
  readonly kinds: readonly string[];
}

/** What the lookups of a pivot cost, summed, and their SQL. */
export type PivotCost = Pick<
  PivotOutput,
  "bytes" | "requests" | "segments" | "sql" | "unindexed"
>;

/** What the lookups of a pivot have given. */
export interface PivotAnswer extends PivotCost {
  /** Names of the kinds of which there are rows. */
  readonly found: ReadonlySet<string>;
  /** By kind: names of the datasets that were too large to be searched for words. */
  readonly unsearched: ReadonlyMap<string, readonly string[]>;
}

/** Fills a pivot's tables without window; where they hold the answer to the same query already, it is given again, the same object. */
export async function lookUp(
  schema: PivotSchema,
  { query, context }: { query: PivotQuery; context: RunContext },
): Promise<PivotAnswer> {
  const key = queryKey(query);
  const known = context.memory.get(schema.name) as Remembered | undefined;
  if (known?.key === key) return known.answer;
  context.memory.delete(schema.name);
  const { engine, signal } = context;
  await engine.query(createSchemas(schema), { signal });
  const answer = await lookUpAll(schema, { query, context });
  context.memory.set(schema.name, { key, answer } satisfies Remembered);
  return answer;
}

interface Remembered {
  readonly key: string;
  readonly answer: PivotAnswer;
}

/** Two queries with the same key give the same rows, since snapshots do not change. */
function queryKey({ seeds, exclude, datasets, ...rest }: PivotQuery): string {
  return JSON.stringify({
    ...rest,
    seeds: seeds.map(indicatorKey),
    exclude: exclude.map(indicatorKey),
    datasets: datasets.map(({ name, snapshot }) => [name, snapshot.id]),
  });
}

async function lookUpAll(
  schema: PivotSchema,
  { query, context }: { query: PivotQuery; context: RunContext },
): Promise<PivotAnswer> {
  const answers: string[] = [];
  const cost = { bytes: 0, requests: 0 };
  const segments = new Set<string>();
  const unindexed = new Set<string>();
  const found = new Set<string>();
  const unsearched = new Map<string, readonly string[]>();
  for (const kind of lookupOrder) {
    const named = await namedFor(kind, { schema, context });
    const keys = distinct([...query.seeds, ...named]);
    const target = schema.unfiltered(kind);
    const answer = await lookUpKind(kind, { query, keys, target, context });
    if (answer && answer.rows > 0) found.add(kind.name);
    if (answer) unsearched.set(kind.name, answer.unsearched);
    cost.bytes += answer?.bytes ?? 0;
    cost.requests += answer?.requests ?? 0;
    for (const sha256 of answer?.segments ?? []) segments.add(sha256);
    for (const sha256 of answer?.unindexed ?? []) unindexed.add(sha256);
    if (answer?.sql) answers.push(`-- ${kind.title}\n${answer.sql}`);
  }
  return {
    ...cost,
    segments: segments.size,
    unindexed: unindexed.size,
    found,
    unsearched,
    sql: answers.join("\n\n"),
  };
}

async function lookUpKind(
  kind: DatasetKind,
  { query, keys, target, context }: {
    query: PivotQuery;
    keys: readonly Indicator[];
    target: string;
    context: RunContext;
  },
): Promise<LookupAnswer | null> {
  const { engine, lookup, signal } = context;
  if (!query.kinds.includes(kind.name)) {
    await engine.query(createEmpty(target, kind), { signal });
    return null;
  }
  const { datasets, exclude, limit } = query;
  const request = { kind, datasets, keys, exclude, limit, window: null };
  return await lookup.lookup(request, target, { signal });
}

/** What the rows of another kind name of this one, which are looked up too. */
async function namedFor(
  { reachedBy }: DatasetKind,
  { schema, context: { engine, signal } }: {
    schema: PivotSchema;
    context: RunContext;
  },
): Promise<Indicator[]> {
  if (reachedBy === undefined) return [];
  const { kind, column } = reachedBy;
  const name = identifier(column);
  const sql = `SELECT DISTINCT ${name} FROM ${
    schema.unfiltered(kindNamed(kind))
  } ORDER BY ${name}`;
  return namedIndicators(await engine.query(sql, { signal }), column);
}
