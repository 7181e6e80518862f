import type { NotebookSummary } from "../api_types.ts";

/** What a notebook is called wherever it is named: its title, or its name where it has none. */
export function titleOf(
  { name, title }: Pick<NotebookSummary, "name" | "title">,
): string {
  return title.trim() || name;
}

/** What the browser's tab is called on a page. */
export function tabTitle(page: string): string {
  return page === "" ? "Pivotbook" : `${page} · Pivotbook`;
}
