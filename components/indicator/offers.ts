import {
  type Indicator,
  kindNamed,
  type KindStep,
  registrableDomain,
  tryParseIndicator,
} from "@pivotbook/data";
import type { IndicatorStep } from "./steps.ts";
import { shown } from "./indicator_text.ts";

/** A step that an indicator allows, and its words. */
export interface PivotOffer {
  readonly label: string;
  readonly indicator: Indicator;
  /** What is counted of it; its rows where it is left out. */
  readonly step?: IndicatorStep;
}

const namesBelow: KindStep = {
  title: "Names below",
  from: ["domain"],
  where: "ends_with(rrname, substr(asked, 2))",
  finds: "rrname",
};

const addressesIn: KindStep = {
  title: "Same network",
  from: ["cidr"],
  where: "rrtype = 'A'",
  finds: "rdata",
};

/** The steps that an indicator allows, the exact one first. */
export function pivotsOf(indicator: Indicator): readonly PivotOffer[] {
  const offers = [{ label: shown(indicator), indicator }];
  return [...offers, ...wider(indicator)];
}

/** The wider steps that an indicator allows: names below, the network around, the host of an address. */
export function wider({ type, value }: Indicator): readonly PivotOffer[] {
  if (type === "domain" && !value.startsWith("*.")) return belowDomain(value);
  if (type === "ipv4") return [sameNetwork(value)];
  if (type === "url") return hostOf(value);
  if (type === "email") return mailDomain(value);
  return [];
}

function belowDomain(name: string): readonly PivotOffer[] {
  const domain = registrableDomain(name) ?? name;
  const labels = new Set([domain, name]);
  return [...labels].map((parent) => {
    const indicator: Indicator = { type: "domain", value: `*.${parent}` };
    return {
      label: `Names below ${shown({ type: "domain", value: parent })}`,
      indicator,
      step: { kind: kindNamed("resolutions"), step: namesBelow, indicator },
    };
  });
}

function sameNetwork(address: string): PivotOffer {
  const network = `${address.split(".").slice(0, 3).join(".")}.0/24`;
  const indicator: Indicator = { type: "cidr", value: network };
  const step = { kind: kindNamed("resolutions"), step: addressesIn, indicator };
  return { label: `Same network ${shown(indicator)}`, indicator, step };
}

function hostOf(url: string): readonly PivotOffer[] {
  if (!URL.canParse(url)) return [];
  const host = tryParseIndicator(new URL(url).hostname);
  if (host === null) return [];
  const { type, value } = host;
  const indicator: Indicator = { type, value };
  return [{ label: `Host ${shown(indicator)}`, indicator }];
}

function mailDomain(email: string): readonly PivotOffer[] {
  const value = email.split("@").at(-1) ?? "";
  const indicator: Indicator = { type: "domain", value };
  return [{ label: `Domain ${shown(indicator)}`, indicator }];
}
