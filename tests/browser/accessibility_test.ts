import assert from "node:assert/strict";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { journey } from "./journey.ts";
import {
  allRan,
  cell,
  createNotebook,
  tab,
  told,
  writeBody,
} from "./notebook.ts";

const themes = ["light", "dark"] as const;
const widths = [1440, 600];

for (const theme of themes) {
  for (const width of widths) {
    Deno.test(`axe finds nothing, ${theme}, ${width} wide`, () =>
      journey(async ({ page, server }) => {
        await page.goto(server.url);
        await page.getByRole("link", { name: /watering hole/ }).waitFor();
        await finds(page, "start page");
        await page.getByRole("searchbox").fill("misapor[.]ch 192.0.2.1");
        await page.getByText("2 indicators:").waitFor();
        await finds(page, "what was typed");
        await listed(page);

        await page.goto(`${server.url}notebooks/polish-bank-watering-hole`);
        await allRan(page);
        await cell(page, "seed").getByRole("gridcell").first().click();
        await finds(page, "notebook");

        await page.getByRole("button", { name: "Keys" }).click();
        await page.getByRole("dialog", { name: "Keys" }).waitFor();
        await finds(page, "list of keys");
        await page.keyboard.press("Escape");
        if (width === 600) await drawers(page);
      }, {
        colorScheme: theme,
        reducedMotion: "reduce",
        viewport: { width, height: 1000 },
        // The page's content security policy rightly refuses a script from outside.
        bypassCSP: true,
      }));
  }
}

const BROKEN = "Some *words*, `code` and [a link](#seed).\n\n" +
  "```pivot seed\n109[.]164[.]247[.]169\n```\n\n" +
  "```input period type=daterange\n2016-10-01..2017-02-28\n```\n\n" +
  "```input names type=indicators\nsap[.]misapor[.]ch\n```\n\n" +
  "```input least type=number\n3\n```\n\n" +
  "```sql spikes\nselect first_seen, count(*) as names from seed.resolutions group by all\n```\n\n" +
  "```plot\ndata: spikes\nmarks:\n  - dot: {x: first_seen, y: names}\n```\n\n" +
  "```sql wrong\nselect from where\n```\n\n```sql waits\nfrom wrong\n```\n";

for (const theme of themes) {
  Deno.test(`axe finds nothing in what can be opened, ${theme}`, () =>
    journey(async ({ page, server }) => {
      await page.goto(await createNotebook(server.url, BROKEN));
      await told(page, "Failed: wrong");
      const seed = cell(page, "seed");
      await seed.getByRole("button", { name: /^0 rows: / }).click();
      await tab(seed, "OSINT 0").click();
      await page.keyboard.press("Escape");
      await seed.getByRole("slider", { name: /^Activity/ }).focus();
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Enter");
      await finds(page, "failures, inputs and a plot");

      await seed.getByRole("slider", { name: /^Activity/ }).press("Escape");
      await tab(seed, "Certificates 1").waitFor();
      await seed.getByRole("slider", { name: /^Activity/ }).press("t");
      await seed.getByRole("table").waitFor();
      await tab(seed, /Certificates/).click();
      await seed.getByRole("gridcell").first().click({ button: "right" });
      await page.getByRole("menu").first().waitFor();
      await finds(page, "the menu of an indicator");
      await page.keyboard.press("Escape");

      await writeBody(page, "wrong", "select 1");
      await finds(page, "an open editor");
    }, {
      colorScheme: theme,
      reducedMotion: "reduce",
      bypassCSP: true,
    }));
}

/** A notebook of the start page, in hand. */
async function listed(page: Page): Promise<void> {
  const row = page.getByRole("link", { name: /watering hole/ });
  await row.focus();
  await page.keyboard.press("F2");
  await page.getByRole("textbox", { name: "Title" }).waitFor();
  await finds(page, "another title");
  await page.keyboard.press("Escape");
  await row.focus();
  await page.keyboard.press("Delete");
  await page.getByRole("button", { name: /^Undo/ }).click();
  await row.waitFor();
  await page.getByRole("button", { name: /^Menu of/ }).click();
  await page.getByRole("menuitem", { name: "Rename" }).waitFor();
  await finds(page, "the menu of a notebook");
  await page.keyboard.press("Escape");
}

async function drawers(page: Page): Promise<void> {
  for (const name of ["Outline", "Evidence"]) {
    await page.getByRole("button", { name }).first().click();
    const drawer = page.getByRole("dialog", { name });
    await drawer.waitFor();
    await finds(page, name);
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "hidden" });
  }
}

interface Finding {
  readonly id: string;
  readonly nodes: readonly { target: unknown; failureSummary?: string }[];
}

async function finds(page: Page, where: string): Promise<void> {
  await settled(page);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    "axe.run({ resultTypes: ['violations'] })",
  ) as { violations: readonly Finding[] };
  assert.deepEqual(
    violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) =>
        `${id} ${JSON.stringify(target)} ${failureSummary ?? ""}`
      )
    ),
    [],
    where,
  );
}

/** Waits for all that moves to have come to rest: colours on their way are no colours to judge. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.allSettled(
      document.getAnimations().map(({ finished }) => finished),
    )
  );
}
