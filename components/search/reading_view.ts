import type { Indicator } from "@pivotbook/data";
import { html } from "lit";
import { counted, formatCount } from "../format.ts";
import { shown, typeName } from "../indicator/indicator_text.ts";
import type { Known } from "./notebooks_with.ts";
import type { SearchReading } from "./search_reading.ts";

/** Most indicators that are listed below the bar. */
export const LISTED = 8;

const NOTHING =
  "No indicator in it. An address or network, a domain, a URL, a hash, an AS number, an e-mail address or a CVE would do";

/** What was understood of a text, with the rows behind each indicator by its value, and what was left out. */
export function readingView(
  { found, leftOut, notes, missing }: SearchReading,
  rows: ReadonlyMap<string, number>,
): unknown {
  return html`${
    found.length === 0
      ? html`<span>${missing ?? NOTHING}.</span>`
      : html`<span>${counted(found.length, "indicator")}:</span>${
        found.slice(0, LISTED).map((one) => known(one, rows.get(one.value)))
      }${
        found.length > LISTED
          ? html`<span>and ${formatCount(found.length - LISTED)} more</span>`
          : ""
      }`
  }${leftOut.slice(0, LISTED).map(mayBeFile)}${
    [...notes, ...found.length > 0 && missing ? [missing] : []].map((note) =>
      html`<span>${note}</span>`
    )
  }`;
}

/** Most notebooks that are offered in place of a new one. */
const OFFERED = 3;

/** The notebooks that look into what was understood already, each to be opened. */
export function knownView(known: readonly Known[]): unknown {
  if (known.length === 0) return "";
  const more = known.length - OFFERED;
  return html`<span class="known">Open the notebook that has it: ${
    known.slice(0, OFFERED).map(({ title, path }, index) =>
      html`${index > 0 ? ", " : ""}<a href=${path}>${title}</a>`
    )
  }${more > 0 ? ` and ${formatCount(more)} more below` : ""}</span>`;
}

function known(indicator: Indicator, rows: number | undefined): unknown {
  return html`<span><b>${typeName(indicator.type)}</b> <code>${
    shown(indicator)
  }</code>${rows === undefined ? "" : ` in ${counted(rows, "row")}`}</span>`;
}

function mayBeFile(indicator: Indicator): unknown {
  return html`<span>left out: <code class="muted">${
    shown(indicator)
  }</code>, may be a file name</span>`;
}
