import { ipv4 } from "./addresses.ts";
import { hostName } from "./host_name.ts";
import type { Indicator, IndicatorType } from "./indicator.ts";
import { tryParseIndicator } from "./parse.ts";
import { withoutSentence } from "./sentence.ts";

const dots = (text: string): string => text.replaceAll(".", "[.]");
const colon = (text: string): string => text.replace(/::?/, "[$&]");
/** Of an address in the brackets of a URL, a single colon only: `[[::]]` would be hard to read. */
const innerColon = (text: string): string =>
  text.replace(/^(\[[0-9a-f]+):(?!:)/, "$1[:]");

/** A name that nobody would take for one has a dot at its end. */
function name(value: string): string {
  if (value === ".") return "[.]";
  const isPlain = hostName(value) === value || ipv4(value) !== null;
  return isPlain ? dots(value) : `${dots(value)}[.]`;
}

/** Dots of the host only, so that the path stays readable; a mark at the end is kept from the sentence's. */
function url(value: string): string {
  const [, scheme = "", user = "", host = "", rest = ""] =
    /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*@)?([^/?#]*)(.*)$/is.exec(value) ?? [];
  const harmless = scheme.replace(/^http/, "hxxp").replace(/^ftp/, "fxp");
  const shown = `${harmless}://${user}${
    host.startsWith("[") ? innerColon(host) : dots(host)
  }${rest}`;
  const kept = withoutSentence(shown);
  const marks = shown.slice(kept.length).replace(/[^]/g, "[$&]");
  return kept + marks;
}

function email(value: string): string {
  const at = value.lastIndexOf("@");
  return `${value.slice(0, at)}[@]${dots(value.slice(at + 1))}`;
}

const writers: Partial<Record<IndicatorType, (value: string) => string>> = {
  ipv4: dots,
  ipv6: colon,
  cidr: (value) => value.includes(":") ? colon(value) : dots(value),
  domain: name,
  nameserver: name,
  url,
  email,
};

/** The indicator so that nothing opens it by accident: `192[.]0[.]2[.]7`, `hxxp://`, `a[@]b`. */
export function defang({ type, value }: Indicator): string {
  return writers[type]?.(value) ?? value;
}

/** The indicator as `parseIndicator` reads it back: defanged, and with its type where the text alone does not tell it. */
export function indicatorText(indicator: Indicator): string {
  const text = defang(indicator);
  const read = tryParseIndicator(text);
  const isSame = read?.type === indicator.type &&
    read.value === indicator.value;
  return isSame ? text : `${indicator.type}: ${text}`;
}
