import type { Cell } from "@pivotbook/cells";
import { kindNamed } from "@pivotbook/data";
import { html } from "lit";

/** The line that links a pivot to where its indicator stood: `from seed · resolutions · sap[.]misapor[.]ch`. */
export function linkText(cell: Cell): unknown {
  const from = cell.options["from"];
  if (cell.kind !== "pivot" || from === undefined) return "";
  const [parent = "", ...path] = from.split(".");
  const words = [
    parent,
    path.length > 1 ? kindTitle(path[0] ?? "") : path[0],
    value(cell),
  ]
    .filter((word) => word);
  return html`<a class="from" href="#${parent}">from ${words.join(" · ")}</a>`;
}

function value({ body }: Cell): string {
  const lines = body.split("\n").filter((line) => line.trim() !== "");
  if (lines.length === 0) return "every value";
  return lines.length > 1 ? `${lines.length} values` : String(lines[0]).trim();
}

function kindTitle(name: string): string {
  try {
    return kindNamed(name).title.toLowerCase();
  } catch {
    return name;
  }
}
