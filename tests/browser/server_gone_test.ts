import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { type Journey, journey } from "./journey.ts";
import {
  allRan,
  cell,
  createNotebook,
  saved,
  search,
  textOnDisk,
  told,
} from "./notebook.ts";

/** What a browser says of a request without an answer. */
const REFUSED = /Failed to load resource: net::ERR_/;

const LURE = "```pivot lure\nsap[.]misapor[.]ch\n```\n";

/** Takes about a second; long enough for the server to go while it runs. */
const SLOW = "```sql slow\n" +
  "select sum(hash(a.range + b.range) % 7) as total\n" +
  "from range(30000) a, range(4000) b\n```\n";

Deno.test("edits outlive the server and are saved when it is back", () =>
  journey(async (open) => {
    const { page, server, home } = open;
    const address = await createNotebook(server.url, LURE);
    await page.goto(address);
    await allRan(page);
    await withoutServer(open, async () => {
      await cell(page, "lure").getByRole("link", {
        name: "109[.]164[.]247[.]169",
      }).first().click();
      await notSaved(page).waitFor();
      assert.doesNotMatch(await textOnDisk(home, address), /109/);
    });
    await saved(page);
    assert.match(await textOnDisk(home, address), /\n109\[\.\]164/);
  }));

Deno.test("edits are saved even if the notebook was left meanwhile", () =>
  journey(async (open) => {
    const { page, server, home } = open;
    const address = await createNotebook(server.url, LURE);
    await page.goto(address);
    await allRan(page);
    const put = page.waitForResponse((response) =>
      response.request().method() === "PUT" && response.ok()
    );
    await withoutServer(open, async () => {
      await search(page, "192.0.2.1");
      await notSaved(page).waitFor();
      await page.getByRole("link", { name: "Pivotbook" }).click();
      await page.getByRole("alert").filter({ hasText: "trying again" })
        .waitFor();
    });
    await put;
    assert.match(await textOnDisk(home, address), /192\[\.\]0\[\.\]2/);
    await page.getByRole("alert").waitFor({ state: "hidden" });
  }));

Deno.test("a cell that runs goes on without the server", () =>
  journey(async (open) => {
    const { page, server } = open;
    await page.goto(await createNotebook(server.url, SLOW));
    await told(page, "Running slow");
    await withoutServer(open, () => allRan(page));
    await cell(page, "slow").getByRole("gridcell").first().waitFor();
  }));

Deno.test("a lookup without the server says so, and works when it is back", () =>
  journey(async (open) => {
    const { page, server } = open;
    await page.goto(
      await createNotebook(server.url, "Nothing looked up yet.\n"),
    );
    await page.getByText("Nothing looked up yet.").waitFor();
    await withoutServer(open, async () => {
      await search(page, "sap[.]misapor[.]ch");
      await failure(page, /server is reachable/);
    });
    await page.getByRole("button", { name: "Run all" }).click();
    await allRan(page);
    await page.getByRole("tab", { name: "Host pairs 1" }).waitFor();
    await saved(page);
  }));

/** Does something while the server is gone. */
async function withoutServer(
  { page, expected, stopServer, startServer }: Journey,
  work: () => Promise<void>,
): Promise<void> {
  expected.push(REFUSED);
  await stopServer();
  await work();
  await startServer();
  await page.bringToFront();
}

function notSaved(page: Page): Locator {
  return page.getByRole("button", { name: "Not saved: server away" });
}

async function failure(page: Page, text: RegExp): Promise<void> {
  await page.getByRole("alert").filter({ hasText: text }).first().waitFor();
}
