import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { journey } from "./journey.ts";
import {
  allRan,
  cell,
  createNotebook,
  replaceBody,
  search,
  searchBar,
  told,
  writeBody,
} from "./notebook.ts";

const SEED = "```pivot seed\n109[.]164[.]247[.]169\n```\n";
const NAMES =
  "```sql names\nselect rrname from seed.resolutions order by 1\n```\n";

Deno.test("an SQL cell: completion, an error with its line, the last good result", () =>
  journey(async ({ page, server }) => {
    await page.goto(await createNotebook(server.url, SEED));
    await allRan(page);
    await page.getByRole("button", { name: "Add a cell or text here" }).last()
      .click();
    await page.getByRole("menuitem", { name: "SQL" }).click();
    const editor = page.getByRole("textbox", { name: "Text of sql_1" });
    await editor.waitFor();
    await editor.pressSequentially("select * from seed.reso");
    await accept(page, "resolutions");
    await editor.press("Control+Enter");
    await allRan(page);
    const frame = cell(page, "sql_1");
    await frame.getByRole("grid").waitFor();
    const rows = await frame.getByRole("row").count();
    assert.equal(rows, 8);

    await writeBody(
      page,
      "sql_1",
      "select rrname\nfrom seed.resolutions\nwhere order",
    );
    await run(page, "sql_1");
    const alert = frame.getByRole("alert");
    await alert.getByText("line 3", { exact: true }).waitFor();
    await alert.getByText("Below is the last good result.").waitFor();
    assert.equal(await frame.getByRole("row").count(), rows);
    assert.equal(await frame.locator(".output.old").count(), 1);
    const above = await editor.boundingBox();
    const below = await alert.boundingBox();
    assert.ok((above?.y ?? 0) < (below?.y ?? 0), "the editor stays open");
    await replaceBody(page, "sql_1", "select rrname from seed.resolutions");
    await run(page, "sql_1");
    await editor.waitFor({ state: "hidden" });
    assert.equal(await alert.count(), 0);

    await writeBody(page, "sql_1", "select rr");
    await editor.press("Escape");
    await frame.getByRole("button", { name: /^Close/ }).click();
    await editor.waitFor({ state: "hidden" });
    await alert.waitFor();
    await writeBody(
      page,
      "sql_1",
      "select count(*) as many from seed.resolutions",
    );
    await run(page, "sql_1");
    await frame.getByRole("gridcell", { name: "7", exact: true }).waitFor();
    assert.equal(await alert.count(), 0);
  }));

const refused = [
  "select 1; select 2",
  "select 1); drop table seed.resolutions; --",
  "select * from read_csv('/etc/passwd')",
  "select * from '/etc/passwd'",
  "select * from read_text('http://192.0.2.1/')",
  "attach 'other.duckdb' as other",
  "copy (select 1) to 'out.csv'",
  "set enable_external_access = true",
  "install httpfs",
];

Deno.test("what is no query, or reads elsewhere, is refused", () =>
  journey(async ({ page, server }) => {
    const text = SEED +
      refused.map((sql, index) => `\`\`\`sql bad_${index}\n${sql}\n\`\`\`\n`)
        .join("\n");
    await page.goto(await createNotebook(server.url, text));
    for (const index of refused.keys()) {
      const alert = cell(page, `bad_${index}`).getByRole("alert");
      await alert.waitFor();
      assert.ok((await alert.innerText()).length > 20);
    }
    await cell(page, "seed").getByRole("tab", { name: "Resolutions 7" })
      .waitFor();
    assert.equal(await page.getByText("root:").count(), 0);
  }));

Deno.test("an endless query is stopped, and the others run on", () =>
  journey(async ({ page, server }) => {
    const endless =
      "```sql endless\nselect sum(hash(a.range + b.range + c.range) % 7) as total\n" +
      "from range(1000000) a, range(1000000) b, range(1000000) c\n```\n";
    await page.goto(await createNotebook(server.url, endless + SEED));
    await told(page, "Running endless");
    await cell(page, "endless").getByRole("button", { name: "Stop" }).click();
    await cell(page, "endless").getByRole("img", { name: "stopped" })
      .waitFor();
    await cell(page, "seed").getByRole("tab", { name: "Resolutions 7" })
      .waitFor();
  }));

Deno.test("what is written while a cell runs is not closed away", () =>
  journey(async ({ page, server }) => {
    const slow = "select sum(hash(a.range + b.range) % 7) as total\n" +
      "from range(30000) a, range(4000) b";
    const text = "```sql slow\nselect 1 as one\n```\n";
    await page.goto(await createNotebook(server.url, text));
    await allRan(page);
    await writeBody(page, "slow", slow);
    await run(page, "slow");
    await told(page, "Running slow");
    await replaceBody(page, "slow", "select 2 as two");
    await allRan(page);
    const editor = page.getByRole("textbox", { name: "Text of slow" });
    assert.equal(await editor.innerText(), "select 2 as two");
    await run(page, "slow");
    await editor.waitFor({ state: "hidden" });
    await cell(page, "slow").getByRole("gridcell", { name: "2", exact: true })
      .waitFor();
  }));

Deno.test("a cell says once that it was stopped, and that a search made it", () =>
  journey(async ({ page, server }) => {
    await page.goto(server.url);
    await search(page, "109[.]164[.]247[.]169");
    await allRan(page);
    await cell(page, "seed").getByText("ran because it was searched for")
      .waitFor();
    const endless =
      "```sql endless\nselect sum(hash(a.range + b.range + c.range) % 7) as total\n" +
      "from range(1000000) a, range(1000000) b, range(1000000) c\n```\n" +
      "```sql behind\nfrom endless\n```\n";
    await page.goto(await createNotebook(server.url, endless));
    await told(page, "Running endless");
    const [first, second] = [cell(page, "endless"), cell(page, "behind")];
    await second.getByText("Waiting for its turn …").waitFor();
    await first.getByRole("button", { name: "Stop" }).click();
    await second.getByText("endless was stopped").waitFor();
    // It is stopping until the engine is free again.
    await first.locator("header").getByText(/stopped/).first().waitFor();
    for (const one of [first, second]) {
      const head = await one.locator("header").innerText();
      assert.equal(head.match(/stopped/g)?.length, 1, head);
    }
  }));

Deno.test("a cycle and a duplicate name are told on every cell concerned", () =>
  journey(async ({ page, server }) => {
    const text = "```sql one\nfrom two\n```\n```sql two\nfrom one\n```\n" +
      "```sql twin\nselect 1 as number\n```\n```sql twin\nselect 2 as number\n```\n";
    await page.goto(await createNotebook(server.url, text));
    for (const name of ["one", "two"]) {
      const alert = cell(page, name).getByRole("alert");
      await alert.waitFor();
      assert.match(await alert.innerText(), /one.*two|two.*one/);
    }
    const twins = cell(page, "twin").getByRole("alert");
    await twins.first().waitFor();
    assert.equal(await twins.count(), 2);

    await writeBody(page, "one", "select 3 as number");
    await run(page, "one");
    await cell(page, "two").getByRole("gridcell", { name: "3", exact: true })
      .waitFor();
  }));

const hostile = [
  "'; drop table seed.resolutions; --",
  "<img src=x onerror=alert(1)>",
  '"><script>alert(1)</script>',
];

Deno.test("hostile text does no harm, wherever it is put", () =>
  journey(async ({ page, server }) => {
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const prose = `${hostile.join("\n\n")}\n\n[link](javascript:alert(1))\n\n`;
    const inputs = hostile.map((text, index) =>
      `\`\`\`input list_${index} type=indicators\n${text}\n\`\`\`\n` +
      `\`\`\`input text_${index} type=text\n${text}\n\`\`\`\n` +
      `\`\`\`sql shown_${index}\nfrom text_${index}\n\`\`\`\n`
    ).join("");
    await page.goto(
      await createNotebook(server.url, prose + SEED + NAMES + inputs),
    );
    for (const [index, text] of hostile.entries()) {
      await cell(page, `shown_${index}`).getByRole("gridcell", {
        name: text,
        exact: true,
      }).waitFor();
    }
    for (const text of hostile) {
      await searchBar(page).fill(`${text} 109[.]164[.]247[.]169`);
      await page.getByText("1 indicator:").waitFor();
    }
    await page.keyboard.press("Enter");
    await page.getByRole("tab", { name: "Resolutions 7" }).nth(1).waitFor();
    await page.getByRole("button", { name: "Run all" }).click();
    await cell(page, "names").getByRole("gridcell").first().waitFor();
    assert.equal(await page.locator("main img, main script").count(), 0);
    assert.equal(await page.locator('a[href^="javascript:"]').count(), 0);
    assert.deepEqual(dialogs, []);
  }));

async function run(page: Page, name: string): Promise<void> {
  await page.getByRole("textbox", { name: `Text of ${name}` }).press(
    "Control+Enter",
  );
}

/** Takes a proposal of the editor. */
async function accept(page: Page, text: string): Promise<void> {
  await page.getByRole("option", { name: text, exact: true }).click();
}

Deno.test("a block whose kind is misspelt stays text and says which kind was meant", () =>
  journey(async ({ page, server }) => {
    const text = `Text.\n\n${SEED.replace("pivot", "pivto")}\nMore.\n`;
    await page.goto(await createNotebook(server.url, text));
    const prose = page.locator("pivotbook-prose-block");
    await prose.getByText(
      "Line 3: Unknown cell kind pivto; did you mean pivot?",
    ).waitFor();
    await prose.getByText("109[.]164[.]247[.]169").waitFor();
  }));
