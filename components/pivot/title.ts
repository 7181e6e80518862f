import type { Indicator } from "@pivotbook/data";
import { html } from "lit";
import { counted, formatCount } from "../format.ts";
import { shown, typeName } from "../indicator/indicator_text.ts";
import type { SeedRows } from "./seed_list.ts";

/** What a pivot is about: its indicator with its type, or how many indicators and how many of them matched. */
export function pivotTitle(
  seeds: readonly Indicator[],
  rows: readonly SeedRows[] | null,
): unknown {
  const [only, ...others] = seeds;
  if (only === undefined) return html`<b>No indicator</b>`;
  if (others.length > 0) {
    return html`<b>${counted(seeds.length, "indicator")}</b>${
      rows === null ? "" : matches(rows)
    }`;
  }
  return html`<b>${shown(only)}</b><span class="chip">${
    typeName(only.type)
  }</span>`;
}

function matches(seeds: readonly SeedRows[]): unknown {
  const none = seeds.filter(({ rows }) => rows === 0).length;
  if (none === 0) return html`<span class="chip">all matched</span>`;
  const matched = formatCount(seeds.length - none);
  return html`<span class="chip">${matched} matched, ${
    formatCount(none)
  } did not</span>`;
}
