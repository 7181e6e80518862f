import type { PivotOutput } from "@pivotbook/cells";
import { type Indicator, registrableDomain } from "@pivotbook/data";
import { html } from "lit";
import { counted, formatCount, formatDay } from "../format.ts";
import { shown, typeName } from "../indicator/indicator_text.ts";
import type {
  InAndOut,
  NowAndEver,
  PivotFacts,
  PivotNetwork,
  Registered,
} from "./facts.ts";

/** Most indicators that a header spells out. */
const SPELLED = 3;

/** The header of a pivot: its indicators, chips and facts. */
export function pivotHeader(
  { seeds }: PivotOutput,
  facts: PivotFacts | null,
): unknown {
  const [first] = seeds;
  return html`
    <div class="who">
      <div class="id">${title(seeds)}${seeds.length === 1 && first
        ? typeChips(first)
        : ""}${facts ? stateChips(facts) : ""}</div>
      <div class="facts">${facts
        ? factTexts(facts, seeds)
        : html`<span>&nbsp;</span>`}</div>
    </div>
  `;
}

function title(seeds: readonly Indicator[]): unknown {
  if (seeds.length === 0) return html`<b>No indicator</b>`;
  if (seeds.length === 1) {
    return seeds.map((seed) => html`<b>${shown(seed)}</b>`);
  }
  const spelled = seeds.slice(0, SPELLED).map(shown).join(", ");
  const more = seeds.length > SPELLED ? " and others" : "";
  return html`<b>${
    counted(seeds.length, "indicator")
  }</b><code class="muted">${spelled}${more}</code>`;
}

function typeChips(seed: Indicator): unknown {
  const domain = seed.type === "domain" ? registrableDomain(seed.value) : null;
  const registrable = domain !== null && domain !== seed.value
    ? html`<span class="chip">${
      shown({ type: "domain", value: domain })
    }</span>`
    : "";
  return html`<span class="chip">${typeName(seed.type)}</span>${registrable}`;
}

function stateChips({ lists, alerts, synthetic }: PivotFacts): unknown {
  const listed = spanText(lists, "blocklist");
  const alerted = spanText(alerts, "alert");
  return html`${
    listed === "" ? "" : html`<span class="chip bad">on ${listed}</span>`
  }${alerted === "" ? "" : html`<span class="chip warn">${alerted}</span>`}${
    synthetic > 0
      ? html`
        <span class="chip"
          title="Rows made up to fill a sample; they say so in their provenance">${counted(
            synthetic,
            "synthetic row",
          )}</span>
      `
      : ""
  }`;
}

/** A count of all rows, which says how much of it the span leaves out; empty for none. */
function spanText({ inside, outside }: InAndOut, noun: string): string {
  const all = inside + outside;
  if (all === 0) return "";
  if (outside === 0) return counted(all, noun);
  const out = inside === 0 ? "" : `${formatCount(outside)} `;
  return `${counted(all, noun)}, ${out}outside the span`;
}

function factTexts(facts: PivotFacts, seeds: readonly Indicator[]): unknown {
  const { firstSeen, lastSeen, network } = facts;
  return html`${
    firstSeen === null ? "" : fact("first seen", formatDay(firstSeen))
  }${lastSeen === null ? "" : fact("last seen", formatDay(lastSeen))}${
    network === null ? "" : networkText(network)
  }${wants(seeds, addressTypes) ? present("names", facts.names) : ""}${
    wants(seeds, nameTypes)
      ? html`${present("addresses", facts.addresses)}${registration(facts)}`
      : ""
  }`;
}

const addressTypes: readonly string[] = ["ipv4", "ipv6", "cidr"];
const nameTypes: readonly string[] = ["domain", "nameserver"];

function wants(
  seeds: readonly Indicator[],
  types: readonly string[],
): boolean {
  return seeds.some(({ type }) => types.includes(type));
}

function present(noun: string, { now, ever }: NowAndEver): unknown {
  if (ever === 0) return "";
  return html`
    <span
      title="Now: seen in the last week of sightings. Ever: in all of them, whatever the window"
    >${noun} now <b>${formatCount(now)}</b>, ever <b>${formatCount(
      ever,
    )}</b></span>
  `;
}

function registration({ registrant, registrar }: PivotFacts): unknown {
  return html`${registrant ? registered("registrant", registrant) : ""}${
    registrar ? registered("registrar", registrar) : ""
  }`;
}

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
