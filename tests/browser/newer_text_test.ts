import assert from "node:assert/strict";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { type Journey, journey } from "./journey.ts";
import { allRan, createNotebook, saved, textOnDisk, told } from "./notebook.ts";

const LURE = "```pivot lure\nsap[.]misapor[.]ch\n```\n";
const LONG = Array.from({ length: 40 }, (_, index) => `Line ${index}.\n\n`)
  .join("");

Deno.test("what another program wrote is taken in place, and can be undone", () =>
  journey(async (open) => {
    const { page, home } = open;
    const address = await opened(open, `${LONG}${LURE}`);
    await page.getByRole("gridcell").first().click();
    await page.evaluate(() => scrollBy(0, -120));
    const before = await page.getByText("Line 39.").boundingBox();
    await writeElsewhere(open, address, `Found elsewhere.\n\n${LONG}${LURE}`);
    await lookAgain(page);
    await told(page, "Updated from the file");
    await page.getByText("Found elsewhere.").waitFor();
    await allRan(page);
    const after = await page.getByText("Line 39.").boundingBox();
    assert.ok(Math.abs((after?.y ?? 0) - (before?.y ?? 0)) < 2);
    assert.ok(await page.locator("[aria-selected=true]").count() > 0);
    await saved(page);

    await page.keyboard.press("Control+z");
    await page.getByText("Found elsewhere.").waitFor({ state: "hidden" });
    await untilOnDisk(
      { home, address },
      (text) => !text.includes("elsewhere"),
    );
    await saved(page);
  }));

Deno.test("what is being written is not taken away by another text", () =>
  journey(async (open) => {
    const { page, home, expected } = open;
    expected.push(/Failed to load resource: .* (409|412)/);
    const address = await opened(open, `Words.\n\n${LURE}`);
    await page.getByText("Words.").dblclick();
    const editor = page.getByRole("textbox", { name: "Text in Markdown" });
    await editor.fill("Words of mine.");
    await writeElsewhere(open, address, `Words of others.\n\n${LURE}`);
    await lookAgain(page);
    await told(page, "The file has changed");
    assert.equal(await editor.innerText(), "Words of mine.");
    await page.getByRole("button", { name: /^Done/ }).click();
    await page.getByRole("dialog", { name: "Changed elsewhere" }).waitFor();
    assert.match(await textOnDisk(home, address), /of others/);
    await page.getByRole("button", { name: "Take the server's" }).click();
    await page.getByText("Words of others.").first().waitFor();
    await page.keyboard.press("Control+z");
    await page.getByText("Words of mine.").first().waitFor();
  }));

Deno.test("an editor that changed nothing gives way to the newer text", () =>
  journey(async (open) => {
    const { page } = open;
    const address = await opened(open, `Words.\n\n${LURE}`);
    await page.getByText("Words.").dblclick();
    await page.getByRole("textbox", { name: "Text in Markdown" }).waitFor();
    await writeElsewhere(open, address, `Words of others.\n\n${LURE}`);
    await lookAgain(page);
    await told(page, "The file has changed");
    await page.keyboard.press("Escape");
    await page.getByText("Words of others.").waitFor();
  }));

Deno.test("a tab in sight notices by itself what another tab saved", () =>
  journey(async (open) => {
    const { page, server } = open;
    const address = await createNotebook(server.url, "One.\n");
    await page.goto(address);
    await page.getByText("One.").waitFor();
    await writeElsewhere(open, address, "Two.\n");
    await page.getByText("Two.").waitFor({ timeout: 20_000 });
  }));

Deno.test("whether the text is saved stays in sight, and can be tried again", () =>
  journey(async (open) => {
    const { page, expected, stopServer, startServer } = open;
    expected.push(/Failed to load resource: net::ERR_/);
    await opened(open, `${LONG}${LURE}`);
    const state = page.getByText("Saved", { exact: true });
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    assert.ok(((await state.boundingBox())?.y ?? 99) < 52);
    await stopServer();
    await page.getByText("Line 39.").dblclick();
    const editor = page.getByRole("textbox", { name: "Text in Markdown" });
    await editor.fill("Other words.");
    await page.getByRole("button", { name: /^Done/ }).click();
    const trouble = page.getByRole("button", {
      name: "Not saved: server away",
    });
    await trouble.waitFor();
    await told(page, "Not saved: server away");
    await startServer();
    await trouble.click();
    await saved(page);
  }));

/** Waits until the file is as it should be. */
async function untilOnDisk(
  { home, address }: { home: string; address: string },
  isRight: (text: string) => boolean,
): Promise<void> {
  const end = Date.now() + 10_000;
  while (!isRight(await textOnDisk(home, address))) {
    assert.ok(Date.now() < end, "The file was not written");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Opens a notebook that has run. */
async function opened(
  { page, server }: Journey,
  text: string,
): Promise<string> {
  const address = await createNotebook(server.url, text);
  await page.goto(address);
  await allRan(page);
  return address;
}

/** Changes the file as another program would. */
async function writeElsewhere(
  { home }: Journey,
  address: string,
  text: string,
): Promise<void> {
  const name = new URL(address).pathname.split("/")[2] ?? "";
  await Deno.writeTextFile(join(home, "notebooks", `${name}.md`), text);
}

/** Comes back to the page from elsewhere. */
async function lookAgain(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event("focus")));
}
