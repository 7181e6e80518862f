import { parseArgs } from "node:util";
import { type SegmentAccess, segmentLookup } from "@pivotbook/data";
import { openNativeEngine } from "../../server/engine/mod.ts";
import {
  type CallablePage,
  openCallablePage,
} from "../browser/engine_harness.ts";
import type { bench } from "./bench_page.ts";
import { type BenchDataset, benchDataset } from "./dataset.ts";
import { type BenchCase, benchCases } from "./keys.ts";
import { type Measured, median, printTable } from "./report.ts";
import { duckdbWork } from "./work.ts";

const SQLITE_FILES = "node_modules/sql.js-httpvfs/dist";
const SUBJECTS = ["reader", "plain", "sqlite"];
const LATENCIES = ["0", "30"];

/**
 * Compares our reader with plain DuckDB-WASM, SQLite over HTTP and native
 * DuckDB. The cases of one subject share its caches, in their order; `--case`
 * alone measures one cold.
 */
export async function benchLookup(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      rows: { type: "string", default: "10000000" },
      json: { type: "boolean", default: false },
      latency: { type: "string", multiple: true, default: LATENCIES },
      subject: { type: "string", multiple: true, default: SUBJECTS },
      case: { type: "string", multiple: true, default: [] },
    },
  });
  const dataset = await benchDataset(Number(values.rows), say);
  const cases = benchCases(dataset.sqlite, dataset.rows).filter(({ name }) =>
    values.case.length === 0 || values.case.includes(name)
  );
  const results = [
    ...await fileSizes(dataset),
    ...await measureNative(dataset, cases),
  ];
  for (const latency of values.latency.map(Number)) {
    for (const subject of values.subject) {
      say(`${subject}, ${latency} ms`);
      for (const some of pagesOf(cases)) {
        results.push(...await measurePage(dataset, some, { subject, latency }));
      }
    }
  }
  const text = values.json
    ? results.map((result) => JSON.stringify(result)).join("\n")
    : printTable(results);
  await Deno.stdout.write(new TextEncoder().encode(`${text}\n`));
}

function say(text: string): void {
  Deno.stderr.writeSync(new TextEncoder().encode(`${text}\n`));
}

async function fileSizes(dataset: BenchDataset): Promise<Measured[]> {
  const segments = dataset.view.snapshot.segments.reduce(
    (sum, { bytes }) => sum + bytes,
    0,
  );
  const { size } = await Deno.stat(dataset.sqlite);
  return [["reader", segments], ["sqlite", size]].map(([subject, bytes]) => ({
    bench: "lookup",
    case: "file size",
    subject: String(subject),
    latency_ms: 0,
    ms: 0,
    bytes: Number(bytes),
    requests: 0,
    rows: dataset.rows,
  }));
}

async function measureNative(
  { segments, view }: BenchDataset,
  cases: readonly BenchCase[],
): Promise<Measured[]> {
  const engine = await openNativeEngine({ segmentFolders: [segments] });
  const access: SegmentAccess = {
    locate: (sha256) => ({
      sha256,
      location: `${segments}/${sha256}.duckdb`,
      bytes: 0,
    }),
    sideIndex: () => Promise.resolve(null),
  };
  const source = segmentLookup(engine, access);
  const work = duckdbWork({ engine, source, view, access });
  const results: Measured[] = [];
  for (const { name, call, runs } of cases) {
    const times: number[] = [];
    let rows = 0;
    for (const values of runs) {
      const start = performance.now();
      rows = await (work[call] as (...values: unknown[]) => Promise<number>)(
        ...values,
      );
      times.push(performance.now() - start);
    }
    results.push({
      bench: "lookup",
      case: name,
      subject: "native",
      latency_ms: 0,
      ms: median(times),
      bytes: 0,
      requests: 0,
      rows,
    });
  }
  await engine.close();
  return results;
}

/** The cases that share a page, then those that have one of their own. */
function pagesOf(cases: readonly BenchCase[]): (readonly BenchCase[])[] {
  const shared = cases.filter(({ alone = false }) => !alone);
  const alone = cases.filter(({ alone = false }) => alone);
  return [...shared.length > 0 ? [shared] : [], ...alone.map((one) => [one])];
}

async function measurePage(
  dataset: BenchDataset,
  cases: readonly BenchCase[],
  { subject, latency }: { subject: string; latency: number },
): Promise<Measured[]> {
  const browser = await openCallablePage<typeof bench>(
    new URL("./bench_page.ts", import.meta.url).pathname,
    filesOf(dataset),
  );
  browser.server.latency = latency;
  const locations = dataset.view.snapshot.segments.map((
    { sha256, bytes },
  ) => ({ sha256, bytes, location: `/segments/${sha256}.duckdb` }));
  try {
    await browser.call("open", subject, dataset.view, locations);
    const results: Measured[] = [];
    for (const one of cases) {
      const costs = await measureCase(browser, one);
      say(`  ${one.name}: ${Math.round(costs.ms)} ms`);
      results.push({ ...costs, subject, latency_ms: latency });
    }
    return results;
  } finally {
    await browser.close();
  }
}

async function measureCase(
  browser: CallablePage<typeof bench>,
  { name, call, runs }: BenchCase,
): Promise<Omit<Measured, "subject" | "latency_ms">> {
  const costs: { ms: number; bytes: number; requests: number }[] = [];
  let found = 0;
  for (const values of runs) {
    const before = browser.server.served();
    const { ms, rows } = await browser.call("run", call, ...values as [never]);
    const after = browser.server.served();
    costs.push({
      ms,
      bytes: after.bytes - before.bytes,
      requests: after.requests - before.requests,
    });
    found = rows;
  }
  return {
    bench: "lookup",
    case: name,
    ms: median(costs.map(({ ms }) => ms)),
    bytes: median(costs.map(({ bytes }) => bytes)),
    requests: median(costs.map(({ requests }) => requests)),
    rows: found,
  };
}

function filesOf({ segments, view, sqlite }: BenchDataset) {
  const files: Record<string, string> = {
    "/segments/rows.sqlite": sqlite,
    "/assets/sqlite.worker.js": `${SQLITE_FILES}/sqlite.worker.js`,
    "/assets/sql-wasm.wasm": `${SQLITE_FILES}/sql-wasm.wasm`,
  };
  for (const { sha256 } of view.snapshot.segments) {
    for (const ending of ["duckdb", "index"]) {
      files[`/segments/${sha256}.${ending}`] =
        `${segments}/${sha256}.${ending}`;
    }
  }
  return files;
}
