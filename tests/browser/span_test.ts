import { journey } from "./journey.ts";
import { cell, createNotebook } from "./notebook.ts";

const BEFORE =
  "```input period type=daterange\n2016-10-01..2016-10-31\n```\n\n" +
  "```pivot seed during=period\n109[.]164[.]247[.]169\n```\n";

Deno.test("a span does not hide that there are alerts outside of it", () =>
  journey(async ({ page, server }) => {
    await page.goto(await createNotebook(server.url, BEFORE));
    await cell(page, "seed").getByText(/^[1-9]\d* alerts?, outside the span$/)
      .waitFor();
  }));
