import {
  defang,
  type Indicator,
  type IndicatorType,
  tryParseIndicator,
} from "@pivotbook/data";

/** Reads a value as an indicator of the column's type; null where it is none. */
export function indicatorOf(
  text: string,
  type: IndicatorType | "mixed",
): Indicator | null {
  if (text === "") return null;
  if (type !== "mixed") return { type, value: text };
  const found = tryParseIndicator(text);
  return found === null ? null : { type: found.type, value: found.value };
}

/** Shows an indicator so that nothing makes it a link by itself. */
export function shown(indicator: Indicator): string {
  return defang(indicator);
}

/** A text as it is shown: defanged where it is an indicator. */
export function shownText(
  text: string,
  type: IndicatorType | "mixed" | null,
): string {
  const indicator = type === null ? null : indicatorOf(text, type);
  return indicator === null ? text : shown(indicator);
}

const names: Partial<Record<IndicatorType, string>> = {
  ipv4: "IPv4",
  ipv6: "IPv6",
  cidr: "network",
  asn: "AS",
  url: "URL",
  md5: "MD5",
  sha1: "SHA-1",
  sha256: "SHA-256",
  sha512: "SHA-512",
  cve: "CVE",
};

/** The type's name for a reader. */
export function typeName(type: IndicatorType): string {
  return names[type] ?? type;
}
