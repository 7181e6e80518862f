import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { assetsFolder } from "../../server/build.ts";
import { journey } from "../browser/journey.ts";
import { median } from "./report.ts";

const RUNS = 5;
const SAMPLE = "notebooks/polish-bank-watering-hole";

/** One figure of `deno task bench page`. */
interface Figure {
  readonly bench: "page";
  readonly case: string;
  readonly subject: string;
  readonly ms: number;
  readonly bytes: number;
  readonly requests: number;
}

/**
 * From navigation to the first answer of the sample case (the rows of its first
 * cell) and to its first pivot, against the bare start of DuckDB-WASM with one
 * query, cold (a new browser profile) and warm; and the size of the page's own
 * script.
 */
export async function benchPage(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { json: { type: "boolean", default: false } },
  });
  const figures = [
    ...await starts("cold"),
    ...await starts("warm"),
    await scriptSize(),
  ];
  const lines = values.json
    ? figures.map((figure) => JSON.stringify(figure))
    : table(figures);
  await Deno.stdout.write(new TextEncoder().encode(`${lines.join("\n")}\n`));
}

/** Page and bare start in turn, so that both meet the same machine. */
async function starts(profile: "cold" | "warm"): Promise<Figure[]> {
  const times: Record<Subject, number[]> = { answer: [], pivot: [], bare: [] };
  let cost = { bytes: 0, requests: 0 };
  const rounds = profile === "cold" ? RUNS : 1;
  for (let round = 0; round < rounds; round++) {
    await journey(async ({ page, browser, server }) => {
      const bareContext = await browser.newContext();
      const bare = await bareContext.newPage();
      await bare.route(
        "**/bare",
        (route) =>
          route.fulfill({
            contentType: "text/html",
            body: "<!doctype html><title>bare</title>",
          }),
      );
      const repeats = profile === "cold" ? 1 : RUNS + 1;
      for (let repeat = 0; repeat < repeats; repeat++) {
        const counted = profile === "cold" || repeat > 0;
        const bareTime = await bareStart(bare, server.url);
        const answer = await firstAnswer(page, server.url);
        if (!counted) continue;
        times.bare.push(bareTime);
        times.answer.push(answer.ms);
        times.pivot.push(answer.pivot);
        cost = answer;
      }
    });
  }
  const figure = (name: string, subject: Subject): Figure => ({
    bench: "page",
    case: `${name}, ${profile}`,
    subject: subject === "bare" ? "bare DuckDB-WASM" : "page",
    ms: median(times[subject]),
    bytes: subject === "bare" ? 0 : cost.bytes,
    requests: subject === "bare" ? 0 : cost.requests,
  });
  return [
    figure("first answer", "answer"),
    figure("first pivot", "pivot"),
    figure("start", "bare"),
  ];
}

/** What is timed: the page until its first rows, until its first pivot, and DuckDB alone. */
type Subject = "answer" | "pivot" | "bare";

type BenchedPage = Parameters<Parameters<typeof journey>[0]>[0]["page"];

/** Milliseconds from navigation until the first cell, and the first pivot, show their rows, by the page's own clock. */
async function firstAnswer(
  page: BenchedPage,
  url: string,
): Promise<{ ms: number; pivot: number; bytes: number; requests: number }> {
  await page.goto(url + SAMPLE, { waitUntil: "commit" });
  const ms = await shownAt(page, "alert");
  const pivot = await shownAt(page, "seed");
  const entries = await page.evaluate(() =>
    (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
      .map(({ transferSize }) => transferSize)
  );
  return {
    ms,
    pivot,
    bytes: entries.reduce((sum, size) => sum + size, 0),
    requests: entries.length,
  };
}

async function shownAt(page: BenchedPage, cell: string): Promise<number> {
  const handle = await page.waitForFunction(cellShown, cell, {
    polling: "raf",
  });
  return await handle.jsonValue() as number;
}

/** Runs in the page: the time, once a grid of the named cell has rows. A locator would look only every half second. */
function cellShown(name: string): number | null {
  const find = (root: ParentNode, selector: string): Element[] => [
    ...root.querySelectorAll(selector),
    ...[...root.querySelectorAll("*")].flatMap(({ shadowRoot }) =>
      shadowRoot ? find(shadowRoot, selector) : []
    ),
  ];
  const regions = find(document, `[aria-label="${name}"]`);
  const cells = regions.flatMap((region) => find(region, "[role=gridcell]"));
  return cells.some(({ textContent }) => textContent.trim() !== "")
    ? performance.now()
    : null;
}

/** Milliseconds from navigation until DuckDB-WASM has answered `select 1`, with nothing around it, by the page's own clock. */
async function bareStart(page: BenchedPage, url: string): Promise<number> {
  await page.goto(`${url}bare`, { waitUntil: "commit" });
  return await page.evaluate(async () => {
    const worker = new Worker("/assets/duckdb-browser-eh.worker.js");
    let id = 0;
    const ask = (type: string, data?: unknown): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const messageId = ++id;
        worker.addEventListener("message", function answer({ data: reply }) {
          if (reply.requestId !== messageId) return;
          if (reply.type === "INSTANTIATE_PROGRESS") return;
          worker.removeEventListener("message", answer);
          reply.type === "ERROR"
            ? reject(new Error(reply.data.message))
            : resolve(reply.data);
        });
        worker.postMessage({ messageId, type, data });
      });
    await ask("INSTANTIATE", [
      new URL("/assets/duckdb-eh.wasm", location.href).href,
      null,
    ]);
    await ask("OPEN", {});
    const connection = await ask("CONNECT");
    await ask("RUN_QUERY", [connection, "select 1"]);
    worker.terminate();
    return performance.now();
  });
}

/** What the browser must load of the page's own script before the editor or a plot is needed. */
async function scriptSize(): Promise<Figure> {
  const seen = new Set<string>();
  const visit = async (name: string): Promise<void> => {
    if (seen.has(name)) return;
    seen.add(name);
    const text = await Deno.readTextFile(`${assetsFolder}/${name}`);
    for (
      const [, found = ""] of text.matchAll(
        /(?:from|^import|;import)\s*"\.\/([^"]+\.js)"/g,
      )
    ) await visit(found);
  };
  await visit("main.js");
  let bytes = 0;
  for (const name of seen) {
    bytes +=
      gzipSync(await Deno.readFile(`${assetsFolder}/${name}`), { level: 9 })
        .length;
  }
  return {
    bench: "page",
    case: "script, gzip",
    subject: "page",
    ms: 0,
    bytes,
    requests: seen.size,
  };
}

function table(figures: readonly Figure[]): string[] {
  const lines = figures.map(({ case: name, subject, ms, bytes, requests }) =>
    `${name.padEnd(22)} ${subject.padEnd(18)} ${ms.toFixed(0).padStart(6)} ms ${
      String(bytes).padStart(10)
    } bytes ${String(requests).padStart(4)} requests`
  );
  const msOf = (name: string): number =>
    figures.find((figure) => figure.case === name)?.ms ?? NaN;
  const ratios = ["cold", "warm"].flatMap((profile) =>
    ["first answer", "first pivot"].map((name) => {
      const ratio = msOf(`${name}, ${profile}`) / msOf(`start, ${profile}`);
      return `${name} / bare start, ${profile}: ${ratio.toFixed(2)}`;
    })
  );
  return [...lines, ...ratios];
}
