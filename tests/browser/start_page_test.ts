import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { type Journey, journey } from "./journey.ts";
import { allRan, cell, createNotebook } from "./notebook.ts";

const SEED = "```pivot seed\n192[.]0[.]2[.]1\n```\n";

Deno.test("a notebook that has the indicator is offered, and Enter still begins anew", () =>
  journey(async ({ page, server }) => {
    await page.goto(server.url);
    const bar = page.getByRole("searchbox", { name: "Search" });
    await bar.fill("109[.]164[.]247[.]169");
    await page.getByRole("button", { name: "Investigate anew" }).waitFor();
    const offer = page.getByText("Open the notebook that has it:");
    await offer.getByRole("link", { name: "Polish bank watering hole" })
      .click();
    await allRan(page);
    assert.match(page.url(), /polish-bank-watering-hole#seed$/);
    await page.goBack();
    await bar.fill("109[.]164[.]247[.]169");
    await offer.waitFor();
    await bar.press("Enter");
    await cell(page, "seed").getByRole("tab", { name: "Resolutions 7" })
      .waitFor();
    assert.doesNotMatch(page.url(), /polish/);
    await page.goBack();
    await bar.fill("192[.]0[.]2[.]77");
    await page.getByRole("button", { name: "Investigate", exact: true })
      .waitFor();
  }));

Deno.test("notebooks are renamed, duplicated, deleted and put back, by keyboard alone", () =>
  journey(async (open) => {
    const { page, server } = open;
    await createNotebook(server.url, `---\ntitle: A case\n---\n\n${SEED}`);
    await page.goto(server.url);
    await row(page, "A case").focus();
    await page.keyboard.press("F2");
    const title = page.getByRole("textbox", { name: "Title" });
    await title.waitFor();
    assert.equal(await title.inputValue(), "A case");
    await page.keyboard.type("Another case");
    await page.keyboard.press("Enter");
    await row(page, "Another case").waitFor();
    assert.ok(await isFocused(row(page, "Another case")));

    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("menuitem", { name: "Duplicate" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const copy = row(page, "Another case (copy)");
    await copy.waitFor();
    await focused(copy);

    await page.keyboard.press("Delete");
    await copy.waitFor({ state: "hidden" });
    const undo = page.getByRole("button", { name: /^Undo/ });
    await focused(undo);
    await page.keyboard.press("Enter");
    await copy.waitFor();
    await focused(copy);
    await page.keyboard.press("Delete");
    await undo.waitFor();
    await page.keyboard.press("Control+z");
    await copy.waitFor();
    await focused(copy);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Another case (copy)" }).waitFor();
  }));

Deno.test("of many notebooks those are shown that are asked for; long titles leave the date alone", () =>
  journey(async ({ page, server }) => {
    const long = "averylongwordwithoutanybreak".repeat(6);
    for (let number = 1; number < 9; number++) {
      const title = number === 8 ? long : `Case ${number}`;
      await createNotebook(server.url, `---\ntitle: ${title}\n---\n\n${SEED}`);
    }
    await page.goto(server.url);
    const filter = page.getByRole("searchbox", { name: "Filter notebooks" });
    await filter.waitFor();
    for (const part of [row(page, new RegExp(long)), row(page, "Case 7")]) {
      const text = await part.locator("b").boundingBox();
      const date = await part.locator("small.r").boundingBox();
      assert.ok(text && date && text.x + text.width <= date.x);
    }
    assert.equal(await overflow(page), 0);
    await filter.fill("case 7");
    await page.getByText("1 of 9").waitFor();
    await filter.fill("nothing like it");
    await page.getByText("No notebook has “nothing like it”").waitFor();
    await filter.fill("192.0.2");
    await page.getByText("8 of 9").waitFor();
  }, { viewport: { width: 600, height: 900 } }));

Deno.test("what the server refuses is told where it was asked for", () =>
  journey(async (open: Journey) => {
    const { page, server, home, expected } = open;
    expected.push(/Failed to load resource: .* 404/);
    await createNotebook(server.url, `---\ntitle: Gone\n---\n\n${SEED}`);
    await page.goto(server.url);
    await row(page, "Gone").waitFor();
    await Deno.remove(`${home}/notebooks/gone.md`);
    await row(page, "Gone").focus();
    await page.keyboard.press("Delete");
    await page.getByRole("alert").filter({ hasText: "No notebook is named" })
      .waitFor();
    await row(page, "Gone").waitFor({ state: "hidden" });
  }));

function row(page: Page, title: string | RegExp): Locator {
  const name = typeof title === "string"
    ? new RegExp(`^${escaped(title)} .*\\d{4}-`)
    : title;
  return page.getByRole("link", { name });
}

function escaped(text: string): string {
  return text.replaceAll(/[()]/g, "\\$&");
}

async function isFocused(target: Locator): Promise<boolean> {
  return await target.evaluate((one) =>
    (one.getRootNode() as ShadowRoot).activeElement === one
  );
}

async function focused(target: Locator): Promise<void> {
  for (let tries = 0; tries < 40; tries++) {
    if (await isFocused(target)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail("It does not get the keyboard");
}

/** Pixels by which the page is wider than the window. */
async function overflow(page: Page): Promise<number> {
  return await page.evaluate(() =>
    document.documentElement.scrollWidth - document.documentElement.clientWidth
  );
}

Deno.test("the tab, the heading and the list call a notebook the same, also after it got another title", () =>
  journey(async ({ page, server, home }) => {
    await createNotebook(server.url, "No title.\n");
    await createNotebook(server.url, "---\ntitle: A case\n---\n\nWords.\n");
    for (const name of ["investigation", "A case"]) {
      await page.goto(server.url);
      assert.equal(await page.title(), "Pivotbook");
      await row(page, name).click();
      await page.getByRole("heading", { name, level: 1 }).waitFor();
      assert.equal(await page.title(), `${name} · Pivotbook`);
    }
    await Deno.writeTextFile(
      `${home}/notebooks/a-case.md`,
      "---\ntitle: Another\n---\n\nWords.\n",
    );
    await page.evaluate(() => dispatchEvent(new Event("focus")));
    await page.getByRole("heading", { name: "Another", level: 1 }).waitFor();
    assert.equal(await page.title(), "Another · Pivotbook");
    await page.goBack();
    await row(page, "Another").waitFor();
    assert.equal(await page.title(), "Pivotbook");
    await page.getByRole("button", { name: "Keys" }).click();
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    await page.getByText("Put back what was deleted").waitFor();
  }));
