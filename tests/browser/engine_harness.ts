import type { Browser, Page } from "playwright-core";
import { fileURLToPath } from "node:url";
import { type RangeServer, serveRanges } from "../fakes/range_server.ts";
import { openBrowser } from "./chromium.ts";
import type { page } from "./engine_page.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const DUCKDB = `${ROOT}node_modules/@duckdb/duckdb-wasm/dist`;

// deno-lint-ignore no-explicit-any -- functions of any kind
type Calls = Record<string, (...values: any[]) => unknown>;

/** Chromium with a page open whose entry sets `globalThis.page` to functions. */
export interface CallablePage<Functions extends Calls> {
  readonly server: RangeServer;
  readonly page: Page;
  /** Errors of the page's console. */
  readonly errors: readonly string[];
  /** Calls one of the functions, in Chromium. */
  call<Name extends keyof Functions>(
    name: Name,
    ...values: Parameters<Functions[Name]>
  ): Promise<Awaited<ReturnType<Functions[Name]>>>;
  close(): Promise<void>;
}

/** Chromium with the page of `engine_page.ts`. */
export function openEngineBrowser(
  files: Readonly<Record<string, string>> = {},
): Promise<CallablePage<typeof page>> {
  return openCallablePage(`${ROOT}tests/browser/engine_page.ts`, files);
}

/** Starts a server over the files and Chromium with the page that the entry makes. */
export async function openCallablePage<Functions extends Calls>(
  entry: string,
  files: Readonly<Record<string, string>>,
): Promise<CallablePage<Functions>> {
  const assets = await bundle(entry);
  const server = serveRanges({
    files: { ...assets.files, ...files },
    texts: {
      "/": {
        body:
          '<!doctype html><script type="module" src="/assets/page.js"></script>',
        type: "text/html",
      },
    },
  });
  const browser = await openBrowser();
  const page = await openPage(browser, server.url);
  return {
    server,
    page: page.page,
    errors: page.errors,
    // deno-lint-ignore no-explicit-any -- the page's functions by name
    call: (name, ...values): Promise<any> =>
      page.page.evaluate(
        // deno-lint-ignore no-explicit-any -- runs in the page
        ([name, values]) => (globalThis as any).page[name as string](...values),
        [name, values] as [string, unknown[]],
      ),
    async close() {
      await browser.close();
      await server.close();
      await Deno.remove(assets.folder, { recursive: true });
    },
  };
}

async function openPage(
  browser: Browser,
  url: string,
): Promise<{ page: Page; errors: string[] }> {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(url);
  await page.waitForFunction("globalThis.page !== undefined");
  return { page, errors };
}

/** Bundles the page and the worker, and finds DuckDB's files. */
async function bundle(page: string): Promise<
  { folder: string; files: Record<string, string> }
> {
  const folder = await Deno.makeTempDir();
  const entries = {
    page,
    segment_worker: `${ROOT}components/engine/segment_worker.ts`,
  };
  const files: Record<string, string> = {};
  for (const [name, entry] of Object.entries(entries)) {
    const path = `${folder}/${name}.js`;
    const { success, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["bundle", "--platform", "browser", "-o", path, entry],
      cwd: ROOT,
    }).output();
    if (!success) throw new Error(new TextDecoder().decode(stderr));
    files[`/assets/${name}.js`] = path;
  }
  for (const name of ["eh", "mvp"]) {
    for (
      const file of [`duckdb-browser-${name}.worker.js`, `duckdb-${name}.wasm`]
    ) files[`/assets/${file}`] = `${DUCKDB}/${file}`;
  }
  return { folder, files };
}
