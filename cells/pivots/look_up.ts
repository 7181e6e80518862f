import {
  type DatasetKind,
  datasetKinds,
  type DatasetView,
  type Indicator,
  indicatorKey,
  kindNamed,
  type LookupAnswer,
  tryParseIndicator,
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

/** Samples come last, since those that sample links name are looked up too. */
async function lookUpAll(
  schema: PivotSchema,
  { query, context }: { query: PivotQuery; context: RunContext },
): Promise<PivotAnswer> {
  const samples = kindNamed("samples");
  const answers: string[] = [];
  const cost = { bytes: 0, requests: 0 };
  const segments = new Set<string>();
  const unindexed = new Set<string>();
  const found = new Set<string>();
  const others = datasetKinds.filter((kind) => kind !== samples);
  for (const kind of [...others, samples]) {
    const hashes = kind === samples ? await linkedHashes(schema, context) : [];
    const keys = distinct([...query.seeds, ...hashes]);
    const target = schema.unfiltered(kind);
    const answer = await lookUpKind(kind, { query, keys, target, context });
    if (answer && answer.rows > 0) found.add(kind.name);
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

async function linkedHashes(
  schema: PivotSchema,
  { engine, signal }: RunContext,
): Promise<Indicator[]> {
  const links = schema.unfiltered(kindNamed("sample_links"));
  const sql = `SELECT DISTINCT hash FROM ${links} ORDER BY hash`;
  const { columns } = await engine.query(sql, { signal });
  const hashes = columns[0]?.values ?? [];
  return hashes.flatMap((hash) => tryParseIndicator(String(hash)) ?? []);
}
