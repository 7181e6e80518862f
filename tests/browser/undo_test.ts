import assert from "node:assert/strict";
import { join } from "node:path";
import { journey } from "./journey.ts";
import {
  allRan,
  cell,
  createNotebook,
  saved,
  search,
  textOnDisk,
} from "./notebook.ts";

const LURE = "```pivot lure\nsap[.]misapor[.]ch\n```\n";

Deno.test("what was done is undone and done again, on the page and in the file", () =>
  journey(async ({ page, server, home }) => {
    const address = await createNotebook(server.url, LURE);
    await page.goto(address);
    await allRan(page);
    await search(page, "109[.]164[.]247[.]169");
    const added = page.getByRole("region").filter({
      has: page.getByRole("tab", { name: "Resolutions 7" }),
    });
    await added.waitFor();
    await saved(page);

    await page.keyboard.press("Control+z");
    await added.waitFor({ state: "hidden" });
    await saved(page);
    assert.equal(await textOnDisk(home, address), LURE);

    await page.keyboard.press("Control+Shift+z");
    await added.waitFor();
    await saved(page);
    assert.match(await textOnDisk(home, address), /109/);
  }));

Deno.test("a file that another program changed is not overwritten", () =>
  journey(async ({ page, server, home, expected }) => {
    expected.push(/Failed to load resource: .* (409|412)/);
    const address = await createNotebook(server.url, LURE);
    await page.goto(address);
    await allRan(page);
    const name = new URL(address).pathname.split("/")[2] ?? "";
    const path = join(home, "notebooks", `${name}.md`);
    await Deno.writeTextFile(path, `Written elsewhere.\n\n${LURE}`);
    await search(page, "109[.]164[.]247[.]169");
    await page.getByRole("dialog", { name: "Changed elsewhere" }).waitFor();
    assert.match(await textOnDisk(home, address), /^Written elsewhere/);
    await page.getByRole("button", { name: "Take the server's" }).click();
    await page.getByText("Written elsewhere.").waitFor();
    await cell(page, "lure").getByRole("tab").first().waitFor();
    await allRan(page);
    await saved(page);
  }));
