import type { PivotOutput } from "@pivotbook/cells";
import type { Indicator } from "@pivotbook/data";
import { html } from "lit";
import { explained } from "../explained.ts";
import { counted, formatCount, formatDay } from "../format.ts";
import type {
  InAndOut,
  NowAndEver,
  PivotFacts,
  PivotNetwork,
  Registered,
} from "./facts.ts";
import { furtherPivots } from "./further_pivots.ts";
import { seedList, type SeedRows } from "./seed_list.ts";
import { spanText } from "./span_text.ts";
import { pivotTitle } from "./title.ts";
import { isUnknown } from "./unknown.ts";

/** What stands at the head of a pivot's result. */
export interface HeaderView {
  /** Name of the pivot. */
  readonly cell: string;
  /** Null until they are read. */
  readonly facts: PivotFacts | null;
  /** Rows behind each of several indicators; null until they are counted. */
  readonly rows: readonly SeedRows[] | null;
}

/** The header of a pivot: its indicators, chips and facts. */
export function pivotHeader(
  output: PivotOutput,
  { cell, facts, rows }: HeaderView,
): unknown {
  const { seeds, window } = output;
  const [only, ...others] = seeds;
  const span = spanText(window);
  return html`
    <div class="who">
      <div class="id">${pivotTitle(seeds, rows)}${facts
        ? stateChips(facts, span)
        : ""}</div>
      ${isUnknown(output) ? "" : factRow(facts, { seeds, span })}
      ${seeds.length > 1 && rows ? seedList(rows) : ""}
      ${only && others.length === 0 ? furtherPivots(only, cell) : ""}
    </div>
  `;
}

/** One line is kept for the facts until they are read; without any, there is none. */
function factRow(
  facts: PivotFacts | null,
  about: { seeds: readonly Indicator[]; span: string },
): unknown {
  const texts = facts
    ? factTexts(facts, about).filter((text) => text !== "")
    : [html`<span>&nbsp;</span>`];
  return texts.length === 0 ? "" : html`<div class="facts">${texts}</div>`;
}

function stateChips(
  { lists, alerts, synthetic }: PivotFacts,
  span: string,
): unknown {
  const listed = inAndOutText(lists, "blocklist");
  const alerted = inAndOutText(alerts, "alert");
  return html`${
    listed === "" ? "" : html`<span class="chip bad">on ${listed}</span>`
  }${alerted === "" ? "" : html`<span class="chip warn">${alerted}</span>`}${
    synthetic > 0
      ? html`
        <span class="chip">${explained(
          counted(synthetic, "synthetic row"),
          "made up to fill a sample; their provenance says so",
        )}${span && " in the span"}</span>
      `
      : ""
  }`;
}

/** A count of all rows, which says how much of it the span leaves out; empty for none. */
function inAndOutText({ inside, outside }: InAndOut, noun: string): string {
  const all = inside + outside;
  if (all === 0) return "";
  if (outside === 0) return counted(all, noun);
  const out = inside === 0 ? "" : `${formatCount(outside)} `;
  return `${counted(all, noun)}, ${out}outside the span`;
}

function factTexts(
  facts: PivotFacts,
  { seeds, span }: { seeds: readonly Indicator[]; span: string },
): readonly unknown[] {
  return [
    sightings(facts, span),
    ...seeds.length === 1 ? ownership(facts, seeds) : [],
    ...facts.own.map(({ title, text }) => fact(title, text)),
    wants(seeds, addressTypes) ? present("names", facts.names) : "",
    wants(seeds, nameTypes) ? present("addresses", facts.addresses) : "",
  ];
}

/** Who holds one indicator; of several each has its own, and what is only mentioned in a record is held by nobody. */
function ownership(
  { network, registrant, registrar }: PivotFacts,
  seeds: readonly Indicator[],
): readonly unknown[] {
  const held = wants(seeds, heldTypes);
  return [
    network && wants(seeds, networkTypes) ? networkText(network) : "",
    registrant && held ? registered("registrant", registrant) : "",
    registrar && held ? registered("registrar", registrar) : "",
  ];
}

const SPAN_MEANING =
  "rows that held at some time in the span; they may have been seen before and after it";

/** First and last sighting; with a span they are those of its rows, which is said. */
function sightings(
  { firstSeen, lastSeen }: PivotFacts,
  span: string,
): unknown {
  if (firstSeen === null && lastSeen === null) {
    return span === "" ? "" : html`<span>no sighting in rows ${span}</span>`;
  }
  return html`${
    firstSeen === null ? "" : fact("first seen", formatDay(firstSeen))
  }${lastSeen === null ? "" : fact("last seen", formatDay(lastSeen))}${
    span === ""
      ? ""
      : html`<span>${explained(`in rows ${span}`, SPAN_MEANING)}</span>`
  }`;
}

const addressTypes: readonly string[] = ["ipv4", "ipv6", "cidr"];
const nameTypes: readonly string[] = ["domain"];
const networkTypes: readonly string[] = [...addressTypes, "asn"];
const heldTypes: readonly string[] = [...nameTypes, ...networkTypes];

function wants(
  seeds: readonly Indicator[],
  types: readonly string[],
): boolean {
  return seeds.some(({ type }) => types.includes(type));
}

/** How many there are in all sightings, and in the last week of them. */
function present(noun: string, { now, ever }: NowAndEver): unknown {
  if (ever === 0) return "";
  return html`<span>${noun} <b>${formatCount(ever)}</b>, <b>${
    formatCount(now)
  }</b> ${explained("in the last week seen", PRESENT_MEANING)}</span>`;
}

const PRESENT_MEANING =
  "of all sightings, whatever the span: still seen in the seven days before the last one";

function registered(role: string, { name, synthetic }: Registered): unknown {
  return html`<span>${role} <b>${name}</b>${
    synthetic ? " (synthetic)" : ""
  }</span>`;
}

function networkText({ asn, holder, synthetic }: PivotNetwork): unknown {
  return html`<span>network <b>${asn ?? holder}</b> ${
    asn === null ? "" : holder
  }${synthetic ? " (synthetic)" : ""}</span>`;
}

function fact(name: string, value: string): unknown {
  return html`<span>${name} <b>${value}</b></span>`;
}
