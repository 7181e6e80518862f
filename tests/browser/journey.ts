import assert from "node:assert/strict";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { assetsFolder, buildPage } from "../../server/build.ts";
import { openServices } from "../../server/home_services.ts";
import { installNotebooks, publishSample } from "../../server/sample.ts";
import { type RunningServer, serve } from "../../server/serve.ts";
import { openBrowser } from "./chromium.ts";

/** A server with the sample case and a page that shows it. */
export interface Journey {
  readonly page: Page;
  readonly browser: Browser;
  readonly server: RunningServer;
  /** Folder of the installation. */
  readonly home: string;
  /** Stops the server and starts another on the same port. */
  stopServer(): Promise<void>;
  startServer(): Promise<void>;
  /** Messages that may stand on the console in this journey. */
  readonly expected: RegExp[];
}

/**
 * Runs a whole journey: a fresh installation, a fresh browser. Fails on any
 * error on the console and on any request that leaves the machine.
 */
export async function journey(
  work: (journey: Journey) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  await buildPage(() => {});
  const home = await Deno.makeTempDir({ prefix: "pivotbook-journey-" });
  const services = await openServices(home);
  await publishSample({ ...services, progress: () => {} });
  await installNotebooks(services);
  const start = (port: number): Promise<RunningServer> =>
    serve(services, { port, assets: assetsFolder, log: () => {} });
  let server = await start(0);
  const port = Number(new URL(server.url).port);
  const browser = await openBrowser();
  const page = await browser.newPage({
    viewport: { width: 1440, height: 1000 },
    ...options,
  });
  const expected: RegExp[] = [];
  const problems = watch(page);
  try {
    await work({
      page,
      browser,
      server,
      home,
      expected,
      stopServer: () => server.stop(),
      startServer: async () => void (server = await start(port)),
    });
    assert.deepEqual(
      problems.filter((text) =>
        !expected.some((pattern) => pattern.test(text))
      ),
      [],
    );
  } catch (error) {
    await page.screenshot({ path: `${home}.png` }).catch(() => {});
    throw new Error(
      `Journey failed; screenshot at ${home}.png; console: ${
        problems.join("\n")
      }`,
      { cause: error },
    );
  } finally {
    await browser.close();
    await server.stop().catch(() => {});
    await Deno.remove(home, { recursive: true });
  }
}

/** Collects what a page must never do. */
function watch(page: Page): string[] {
  const problems: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) {
      problems.push(`console ${message.type()}: ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => problems.push(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (!["data:", "blob:"].includes(protocol) && hostname !== "127.0.0.1") {
      problems.push(`left the machine: ${request.url()}`);
    }
  });
  return problems;
}
