import type { PlotMark, PlotSpec } from "@pivotbook/cells";
import * as Plot from "@observablehq/plot";
import { table as columnTable } from "arquero";
import {
  type Column,
  type Indicator,
  rowsOf,
  type Table,
  tryParseIndicator,
  type Value,
} from "@pivotbook/data";
import { html } from "lit";
import { formatCount, formatValue, isTime } from "../format.ts";
import { shown, shownText } from "../indicator/indicator_text.ts";
import { KIND, kindTitle, titledScales } from "./kind_titles.ts";

/** What a plot is drawn with. */
export interface PlotSurroundings {
  /** Called with the address of a mark that was clicked. */
  readonly follow: (url: Indicator) => void;
  readonly tables: Readonly<Record<string, Table>>;
  /** In pixels. */
  readonly width: number;
  readonly label: string;
}

/** Draws a specification. Colours follow the page: text in the text colour, marks without a colour in the accent. */
export function drawPlot(
  spec: PlotSpec,
  { tables, width, label, follow }: PlotSurroundings,
): Element {
  const data = Object.fromEntries(
    Object.entries(tables).map(([name, table]) => [name, objectsOf(table)]),
  );
  const marks = spec.marks.map((mark) => markOf(mark, data));
  const drawn = Plot.plot({
    marginLeft: 56,
    style: {
      background: "transparent",
      color: "currentColor",
      fontFamily: "var(--sans)",
    },
    ...titledScales(spec),
    width,
    ariaLabel: label,
    marks,
  });
  // Names of groups that are no images are not allowed.
  for (const group of drawn.querySelectorAll("g[aria-label]")) {
    group.removeAttribute("aria-label");
  }
  keepInside(drawn);
  for (const link of drawn.querySelectorAll("a")) tame(link, follow);
  return drawn;
}

/** Rows may hold what the specification must not: a paint that names another resource is left out. */
function keepInside(drawn: Element): void {
  for (const element of drawn.querySelectorAll("*")) {
    for (const { name, value } of [...element.attributes]) {
      const isOwn = /^url\(#plot-[\w-]+\)$/.test(value);
      if (/url\s*\(/i.test(value) && !isOwn) element.removeAttribute(name);
    }
  }
}

const XLINK = "http://www.w3.org/1999/xlink";

/** An address in a mark is an indicator: a click pivots to it, and nothing opens it. */
function tame(link: Element, follow: (url: Indicator) => void): void {
  const href = link.getAttribute("href") ??
    link.getAttributeNS(XLINK, "href") ?? "";
  for (const name of ["href", "target"]) link.removeAttribute(name);
  link.removeAttributeNS(XLINK, "href");
  const found = tryParseIndicator(href);
  if (found?.type !== "url") return;
  const url: Indicator = { type: found.type, value: found.value };
  link.setAttribute("role", "button");
  link.setAttribute("tabindex", "0");
  link.setAttribute("aria-label", `Pivot to ${shown(url)}`);
  link.addEventListener("click", () => follow(url));
  link.addEventListener("keydown", (event) => {
    if ((event as KeyboardEvent).key === "Enter") follow(url);
  });
}

/** The rows of a table for reading. */
export function plotTable(name: string, table: Table): unknown {
  return html`
    <table>
      <caption class=${table.rows > LISTED
        ? ""
        : "visually-hidden"}>${name}${table.rows > LISTED
        ? `: the first ${LISTED} of ${formatCount(table.rows)} rows`
        : ""}</caption>
      <thead>
        <tr>${table.columns.map((column) =>
          html`<th scope="col">${column.name}</th>`
        )}</tr>
      </thead>
      <tbody>${rowsOf(table).slice(0, LISTED).map((row) =>
        html`<tr>${
          table.columns.map((column) =>
            html`<td>${cellText(row[column.name] ?? null, column)}</td>`
          )
        }</tr>`
      )}</tbody>
    </table>
  `;
}

function cellText(
  value: Value,
  { name, type }: Pick<Column, "name" | "type">,
): string {
  if (name === KIND) return formatValue(kindTitle(value) as Value, type);
  const text = formatValue(value, type);
  return typeof value === "string" ? shownText(text, "mixed") : text;
}

/** Most rows of the table form. */
const LISTED = 500;

/** Bars with an interval stand on a time axis, where Observable Plot calls them rectangles; its bars would take the interval for their height. */
const timeBars: Readonly<Record<string, string>> = {
  barY: "rectY",
  barX: "rectX",
};

type Drawer = (data: unknown, options: object) => Plot.Markish;

function markOf(
  { mark, data, options }: PlotMark,
  tables: Readonly<Record<string, readonly object[]>>,
): Plot.Markish {
  const name = "interval" in options ? timeBars[mark] ?? mark : mark;
  const draw = (Plot as unknown as Record<string, Drawer | undefined>)[name];
  if (draw === undefined) throw new RangeError(`No mark is named "${mark}"`);
  const colored = "fill" in options || "stroke" in options;
  const look = colored
    ? options
    : { ...options, [paint(mark)]: "var(--accent)" };
  return draw(tables[data] ?? [], look);
}

/** Which colour a mark takes by default. */
function paint(mark: string): "fill" | "stroke" {
  return /^(line|rule|tick|link|arrow|vector|dot|frame|grid|axis)/.test(mark)
    ? "stroke"
    : "fill";
}

/** Rows as objects, which marks read; put together here, for Arquero's own way compiles code, which the page refuses. */
function objectsOf({ columns }: Table): readonly object[] {
  const shaped = columnTable(
    columns.map((column) => [column.name, plotValues(column)]),
  );
  const arrays = shaped.columnNames().map((name) =>
    [name, shaped.array(name)] as const
  );
  return Array.from(
    { length: shaped.numRows() },
    (_, index) =>
      Object.fromEntries(arrays.map(([name, values]) => [name, values[index]])),
  );
}

/** Times as dates and whole numbers as numbers, which scales understand; indicators as they are shown. */
function plotValues({ type, values }: Column): unknown[] {
  if (isTime(type)) return values.map(dateOf);
  const texts = new Map<string, string>();
  return values.map((value) => {
    if (typeof value === "bigint") return Number(value);
    return typeof value === "string" ? knownText(value, texts) : value;
  });
}

/** A text as it is shown; each is read once only. */
function knownText(text: string, texts: Map<string, string>): string {
  const known = texts.get(text);
  if (known !== undefined) return known;
  const read = shownText(text, "mixed");
  texts.set(text, read);
  return read;
}

function dateOf(value: Value): Date | null {
  return typeof value === "bigint" ? new Date(Number(value / 1000n)) : null;
}
