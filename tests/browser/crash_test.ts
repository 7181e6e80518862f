import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { journey } from "./journey.ts";
import { allRan, cell, createNotebook, told } from "./notebook.ts";

/** Traps in DuckDB-WASM: it has no room for the text. */
const CRASHES = "select repeat('x', 3000000000) as text";

const TEXT = `\`\`\`sql first\nselect 'first' as word\n\`\`\`\n
\`\`\`sql bad\n${CRASHES}\n\`\`\`\n
\`\`\`sql reader\nfrom bad\n\`\`\`\n
\`\`\`sql last\nselect 'last' as word\n\`\`\`\n`;

const word = (page: Page, name: string) =>
  cell(page, name).getByRole("gridcell").filter({ hasText: name }).first();

const crash = (page: Page) =>
  cell(page, "bad").getByRole("alert").filter({ hasText: "engine stopped" });

const started = (page: Page) =>
  page.getByText("it is being started again").waitFor({ state: "hidden" });

Deno.test("a cell that crashes the engine says so and is not run again until a person runs it", () =>
  journey(async ({ page, server, expected }) => {
    expected.push(/duckdb|RuntimeError|wasm/i);
    let engines = 0;
    page.on("worker", () => engines++);
    await page.goto(await createNotebook(server.url, TEXT));
    await crash(page).waitFor();
    await page.getByText("it is being started again").waitFor();
    await started(page);
    await told(page, "Failed: bad");
    await word(page, "first").waitFor();
    await word(page, "last").waitFor();
    await crash(page).waitFor();
    await cell(page, "reader").getByText("It waits for bad, which failed.")
      .waitFor();
    assert.equal(engines, 2);
    await page.getByRole("button", { name: "Run all" }).click();
    await page.getByText("it is being started again").waitFor();
    await started(page);
    await word(page, "last").waitFor();
    await crash(page).waitFor();
    assert.equal(engines, 3);
  }));

/** Runs for long, and looks seldom whether it should stop. */
const SLOW =
  "```sql slow\nselect sum(hash(a.range + b.range) % 7) as total\nfrom range(300000) a, range(40000) b\n```\n";

Deno.test("a cell that is stopped is stopping until the engine is free", () =>
  journey(async ({ page, server }) => {
    const address = await createNotebook(server.url, SLOW);
    for (const stop of ["cell", "all"] as const) {
      await page.goto(address);
      await told(page, "Running slow");
      const within = stop === "cell" ? cell(page, "slow") : page;
      await within.getByRole("button", { name: "Stop", exact: true }).first()
        .click();
      await cell(page, "slow").getByText("stopped", { exact: true }).waitFor();
      await page.getByRole("button", { name: "Run all" }).waitFor();
    }
  }));

Deno.test("a notebook page that is moved, or put back, goes on from what it shows", () =>
  journey(async ({ page, server }) => {
    const text = "```sql one\nselect 'one' as word\n```\n";
    await page.goto(await createNotebook(server.url, text));
    await allRan(page);
    await page.evaluate(() => {
      const app = document.querySelector("pivotbook-app");
      const shown = app?.shadowRoot?.querySelector("pivotbook-notebook-page");
      const { parentNode, nextSibling } = shown ?? {};
      shown?.remove();
      setTimeout(() =>
        shown && parentNode?.insertBefore(shown, nextSibling ?? null)
      );
    });
    await allRan(page);
    await word(page, "one").waitFor();
    await page.getByRole("button", { name: "Run all" }).click();
    await allRan(page);
    await word(page, "one").waitFor();
  }));
