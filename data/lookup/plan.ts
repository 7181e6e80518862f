import ipaddr from "ipaddr.js";
import { getDomain } from "tldts";
import type { Indicator } from "../indicators/indicator.ts";
import type { DatasetKind, SortOrder } from "../kinds/kind.ts";
import { familyKeys } from "./family_keys.ts";
import type { Key } from "./key.ts";

/** The keys that one sort order of a kind is asked for. */
export interface OrderPlan {
  readonly order: SortOrder;
  readonly keys: readonly Key[];
}

/** Plans a lookup: which orders of the kind hold the indicators, and under which keys. */
export function planLookup(
  kind: DatasetKind,
  indicators: readonly Indicator[],
): OrderPlan[] {
  const widened = indicators.flatMap((indicator) => widen(kind, indicator));
  return kind.orders
    .map((order) => ({ order, keys: keysOf(order, widened) }))
    .filter(({ keys }) => keys.length > 0);
}

function keysOf(order: SortOrder, indicators: readonly Indicator[]): Key[] {
  const keys = indicators
    .filter(({ type }) => order.accepts.includes(type))
    .flatMap((indicator) => withRegistrable(order, indicator))
    .flatMap(familyKeys[order.family]);
  return [...new Map(keys.map((key) => [identity(key), key])).values()];
}

function identity({ shape, span, base, rest, text }: Key): string {
  return [shape, span.low, span.high, base, rest, text].join("\0");
}

/** A URL means its host where the kind knows no URLs. */
function widen(kind: DatasetKind, indicator: Indicator): Indicator[] {
  const known = kind.orders.some(({ accepts }) => accepts.includes("url"));
  if (indicator.type !== "url" || known) return [indicator];
  return hostOfUrl(indicator.value);
}

function hostOfUrl(url: string): Indicator[] {
  if (!URL.canParse(url)) return [];
  const value = new URL(url).hostname.replace(/^\[|\]$/g, "").toLowerCase();
  if (value === "") return [];
  if (!ipaddr.isValid(value)) return [{ type: "domain", value }];
  return [{ type: value.includes(":") ? "ipv6" : "ipv4", value }];
}

function withRegistrable(order: SortOrder, indicator: Indicator): Indicator[] {
  if (!order.registrable || indicator.type !== "domain") return [indicator];
  const value = getDomain(indicator.value.replace(/^\*\./, ""), {
    allowPrivateDomains: false,
  });
  return value === null || value === indicator.value
    ? [indicator]
    : [indicator, { type: "domain", value }];
}
