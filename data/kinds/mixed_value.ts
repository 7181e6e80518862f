import type { Indicator, IndicatorType } from "../indicators/indicator.ts";
import { tryParseIndicator } from "../indicators/parse.ts";
import { refang } from "../indicators/refang.ts";

/** Types of which a port may stand behind the value. */
const WITH_PORT: readonly IndicatorType[] = ["domain", "ipv4", "ipv6"];

/**
 * The indicator that a value of a `mixed` column is; null where it is none. A
 * number or an address with leading zeros is none, nor is a URL without its
 * scheme: what a person may type to mean an address or a URL stands in files
 * for something else, and they are stored as they are.
 */
export function mixedIndicator(text: string): Indicator | null {
  const found = tryParseIndicator(text);
  if (found === null) return null;
  const { type, value } = found;
  const plain = refang(text);
  const isOdd = type === "ipv4" && !plain.includes(value);
  const isCut = type === "url" && !plain.includes("://");
  return isOdd || isCut ? null : { type, value };
}

/** How a value of a `mixed` column is stored: the normal form of its indicator, with its port; a text that is none as it is. */
export function mixedValue(text: string): string {
  const found = mixedIndicator(text);
  if (found === null) return text;
  const { type, value } = found;
  const port = WITH_PORT.includes(type)
    ? /^(?:\[[^\]]+\]|[^:/@\s]+):(\d{1,5})$/.exec(refang(text))?.[1]
    : undefined;
  if (port === undefined) return value;
  return type === "ipv6" ? `[${value}]:${port}` : `${value}:${port}`;
}
