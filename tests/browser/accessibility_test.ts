import assert from "node:assert/strict";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { journey } from "./journey.ts";
import { allRan, cell } from "./notebook.ts";

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

        await page.goto(`${server.url}notebooks/polish-bank-watering-hole`);
        await allRan(page);
        await cell(page, "seed").getByRole("gridcell").first().click();
        await finds(page, "notebook");

        await page.getByRole("button", { name: "Keys" }).click();
        await page.getByRole("dialog", { name: "Keys" }).waitFor();
        await finds(page, "list of keys");
      }, {
        colorScheme: theme,
        reducedMotion: "reduce",
        viewport: { width, height: 1000 },
        // The page's content security policy rightly refuses a script from outside.
        bypassCSP: true,
      }));
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
