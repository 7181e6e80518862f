import { journey } from "./journey.ts";

/** Pictures of the start page and the sample case, wide and narrow, light and dark: `deno run -A tests/browser/screenshots.ts FOLDER`. */
const folder = Deno.args[0] ?? ".cache/screenshots";
await Deno.mkdir(folder, { recursive: true });

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1440, 600]) {
    await journey(async ({ page, server }) => {
      await page.goto(server.url);
      await page.getByText("Polish bank watering hole").waitFor();
      await page.screenshot({
        path: `${folder}/start-${width}-${colorScheme}.png`,
      });
      await page.goto(`${server.url}notebooks/polish-bank-watering-hole`);
      await page.getByRole("status").filter({ hasText: "All cells have run" })
        .waitFor();
      const first = page.getByRole("region", { name: "seed", exact: true });
      await first.getByText("A", { exact: true }).first().click().catch(
        () => {},
      );
      await page.waitForTimeout(1500);
      await page.screenshot({
        path: `${folder}/notebook-${width}-${colorScheme}.png`,
      });
      await page.screenshot({
        path: `${folder}/notebook-${width}-${colorScheme}-full.png`,
        fullPage: true,
      });
    }, { colorScheme, viewport: { width, height: 1400 } });
  }
}
