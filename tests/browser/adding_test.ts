import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { journey } from "./journey.ts";
import { allRan, cell, createNotebook, saved, textOnDisk } from "./notebook.ts";

const MONTHS =
  "```sql months\nselect date '2016-10-01' as month, 3 as names\n```\n";

Deno.test("new text starts empty, and nothing is left of text that was not written", () =>
  journey(async ({ page, server, home }) => {
    const address = await createNotebook(server.url, MONTHS);
    await page.goto(address);
    await allRan(page);
    await add(page, "Text");
    const editor = page.getByRole("textbox", { name: "Text in Markdown" });
    await editor.waitFor();
    assert.equal(
      (await editor.innerText()).replace("Text in Markdown", "").trim(),
      "",
    );
    await editor.pressSequentially("What was found.");
    await editor.press("Escape");
    await page.getByText("What was found.").waitFor();
    await saved(page);
    const text = await textOnDisk(home, address);
    assert.ok(text.endsWith("What was found.\n"), text);
    assert.ok(!text.includes("nbsp"));

    await page.reload();
    await allRan(page);
    await page.getByRole("button", { name: "Add a cell or text here" }).first()
      .click();
    await page.getByRole("menuitem", { name: "Text", exact: true }).click();
    await editor.waitFor();
    await page.getByRole("button", { name: /^Done/ }).click();
    await editor.waitFor({ state: "hidden" });
    await saved(page);
    assert.ok(!(await textOnDisk(home, address)).includes("nbsp"));
  }));

Deno.test("a new plot draws the table above it", () =>
  journey(async ({ page, server }) => {
    await page.goto(await createNotebook(server.url, MONTHS));
    await allRan(page);
    await add(page, "Plot");
    const plot = cell(page, "plot without a name");
    await plot.getByRole("button", { name: /^Run/ }).click();
    await plot.locator("figure svg circle").first().waitFor();
    assert.equal(await page.getByRole("alert").count(), 0);
  }));

Deno.test("a new plot below a pivot draws when what was known", () =>
  journey(async ({ page, server }) => {
    const text = "```pivot seed\n109[.]164[.]247[.]169\n```\n";
    await page.goto(await createNotebook(server.url, text));
    await allRan(page);
    await add(page, "Plot");
    const plot = cell(page, "plot without a name");
    await plot.getByRole("button", { name: /^Run/ }).click();
    await plot.locator("figure svg path[stroke]").first().waitFor();
    assert.equal(await page.getByRole("alert").count(), 0);
  }));

Deno.test("a new plot without a table above it is no failure yet", () =>
  journey(async ({ page, server }) => {
    await page.goto(
      await createNotebook(server.url, "```input least type=number\n3\n```\n"),
    );
    await allRan(page);
    await add(page, "Plot");
    await page.getByRole("textbox", { name: /^Text of/ }).waitFor();
    assert.equal(await page.getByRole("alert").count(), 0);
  }));

/** Adds something at the end. */
async function add(page: Page, what: string): Promise<void> {
  await page.getByRole("button", { name: "Add a cell or text here" }).last()
    .click();
  await page.getByRole("menuitem", { name: what, exact: true }).click();
}

Deno.test("an input of each type is added, runs and is set by its control", () =>
  journey(async ({ page, server, home }) => {
    const address = await createNotebook(server.url, MONTHS);
    await page.goto(address);
    await allRan(page);
    const set: Readonly<Record<string, (label: string) => Promise<unknown>>> = {
      "Number": (name) =>
        cell(page, name).getByLabel(name, { exact: true }).fill("12"),
      "Line of text": (name) =>
        cell(page, name).getByLabel(name, { exact: true }).fill("some words"),
      "List of indicators": (name) =>
        cell(page, name).getByLabel(name, { exact: true }).fill(
          "192[.]0[.]2[.]1",
        ),
      "Date range": (name) =>
        cell(page, name).getByLabel(name, { exact: true }).fill("2016-10-01.."),
      "Choice": (name) =>
        cell(page, name).getByLabel(name, { exact: true }).selectOption("no"),
    };
    for (const [index, [label, act]] of Object.entries(set).entries()) {
      const name = `input_${index + 1}`;
      await add(page, label);
      const frame = cell(page, name);
      await frame.getByRole("button", { name: /^Run/ }).click();
      await frame.getByRole("textbox", { name: `Text of ${name}` })
        .waitFor({ state: "hidden" });
      await allRan(page);
      await act(name);
      await page.getByRole("heading").first().click();
      await allRan(page);
      assert.equal(await frame.getByRole("alert").count(), 0, label);
    }
    const choice = cell(page, "input_5");
    await choice.getByRole("button", { name: "Choices" }).click();
    const choices = choice.getByRole("textbox", { name: /^Choices of/ });
    await choices.fill("high, low");
    await choices.press("Enter");
    await choice.getByRole("combobox").selectOption("low");
    await allRan(page);
    await saved(page);
    const text = await textOnDisk(home, address);
    for (
      const written of [
        "type=number\n12\n",
        "type=text\nsome words\n",
        "type=indicators\n192[.]0[.]2[.]1\n",
        "type=daterange\n2016-10-01..\n",
        "type=choice choices=high,low\nlow\n",
      ]
    ) assert.ok(text.includes(written), written + text);
  }));
