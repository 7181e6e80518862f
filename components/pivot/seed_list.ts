import type { Indicator } from "@pivotbook/data";
import { html } from "lit";
import { formatCount } from "../format.ts";
import { shown } from "../indicator/indicator_text.ts";

/** One of the indicators of a pivot, and the rows behind it whatever the span; null where they were not counted. */
export interface SeedRows {
  readonly indicator: Indicator;
  readonly rows: number | null;
}

/** Most indicators of a list that are shown at once. */
const LISTED = 8;

/** Which indicators of a pivot matched, with their rows, and which matched nothing. */
export function seedList(seeds: readonly SeedRows[]): unknown {
  const matched = seeds.filter(({ rows }) => rows !== 0);
  const others = seeds.filter(({ rows }) => rows === 0);
  return html`${
    list(matched, {
      label: "Rows at any time:",
      item: ({ indicator, rows }) =>
        html`<li><code>${shown(indicator)}</code><span class="n">${
          rows === null ? "not counted" : formatCount(rows)
        }</span></li>`,
    })
  }${
    list(others, {
      label: "Matched nothing:",
      item: ({ indicator }) =>
        html`<li><code class="muted">${shown(indicator)}</code></li>`,
    })
  }`;
}

function list(
  seeds: readonly SeedRows[],
  { label, item }: { label: string; item: (seed: SeedRows) => unknown },
): unknown {
  if (seeds.length === 0) return "";
  const [first, rest] = [seeds.slice(0, LISTED), seeds.slice(LISTED)];
  return html`
    <div
      class="seeds"><span>${label}</span><ul aria-label=${label}>${first.map(
        item,
      )}</ul>${rest.length === 0 ? "" : html`
        <details>
          <summary>and ${formatCount(rest.length)} more</summary>
          <ul>${rest.map(item)}</ul>
        </details>
      `}</div>
  `;
}
