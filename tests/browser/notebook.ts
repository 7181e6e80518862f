import { join } from "node:path";
import type { Locator, Page } from "playwright-core";

/** The frame of a cell. */
export function cell(page: Page, name: string): Locator {
  return page.getByRole("region", { name, exact: true });
}

/** The field for indicators at the top. */
export function searchBar(page: Page): Locator {
  return page.getByRole("searchbox", { name: "Search", exact: true });
}

/** Asks for indicators. */
export async function search(page: Page, text: string): Promise<void> {
  await searchBar(page).fill(text);
  await searchBar(page).press("Enter");
}

/** A tab of a pivot, by its title and count. */
export function tab(within: Locator, name: string | RegExp): Locator {
  return within.getByRole("tab", { name });
}

/** Waits until the live region says so. */
export async function told(page: Page, text: string | RegExp): Promise<void> {
  await page.getByRole("status").filter({ hasText: text }).waitFor();
}

/** Waits until nothing is left to run. */
export async function allRan(page: Page): Promise<void> {
  await told(page, "All cells have run");
}

/** Waits until the server has the text on the screen. */
export async function saved(page: Page): Promise<void> {
  await page.getByText("Saved", { exact: true }).waitFor();
}

/** Tabs with their counts, cell by cell. */
export async function counts(cells: readonly Locator[]): Promise<string[][]> {
  return await Promise.all(
    cells.map((one) => one.getByRole("tab").allInnerTexts()),
  );
}

/** Puts a notebook on the server, without the page; gives its address. */
export async function createNotebook(
  server: string,
  text: string,
): Promise<string> {
  const response = await fetch(new URL("/api/notebooks", server), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ text }),
  });
  const { name } = await response.json() as { name: string };
  return new URL(`/notebooks/${encodeURIComponent(name)}`, server).href;
}

/** Opens a cell's editor and replaces its body; the editor stays open. */
export async function writeBody(
  page: Page,
  name: string,
  body: string,
): Promise<void> {
  const frame = cell(page, name);
  await frame.getByRole("button", { name: `Menu of ${name}` }).click();
  await frame.getByRole("menuitem", { name: "Edit text" }).click();
  await replaceBody(page, name, body);
}

/** Replaces the text of an open editor. */
export async function replaceBody(
  page: Page,
  name: string,
  body: string,
): Promise<void> {
  const editor = page.getByRole("textbox", { name: `Text of ${name}` });
  await editor.waitFor();
  await editor.fill(body);
}

/** What stands in a notebook's file on the server. */
export async function textOnDisk(
  home: string,
  address: string,
): Promise<string> {
  const name = new URL(address).pathname.split("/")[2] ?? "";
  const file = `${decodeURIComponent(name)}.md`;
  return await Deno.readTextFile(join(home, "notebooks", file));
}
