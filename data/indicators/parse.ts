import { InputError } from "../errors.ts";
import { ipv4, ipv6, oddIpv4 } from "./addresses.ts";
import { dnsName } from "./dns_name.ts";
import { hasKnownSuffix, mayBeFileName } from "./host_name.ts";
import {
  type Indicator,
  INDICATOR_TYPES,
  type IndicatorType,
} from "./indicator.ts";
import { normalUrl } from "./normal_url.ts";
import { refang } from "./refang.ts";
import { withoutSurroundings } from "./sentence.ts";
import { normalForms, toldForms } from "./types.ts";

/** What a text was read as, and what else it might be. */
export interface ParsedIndicator extends Indicator {
  /** The text as it was given. */
  readonly original: string;
  /** Other readings, said and not guessed; empty where the text is clear. */
  readonly ambiguous: readonly string[];
}

/** Types with a shape of their own, most telling first. */
const SHAPED: readonly IndicatorType[] = [
  "url",
  "ipv4",
  "cidr",
  "ipv6",
  "email",
  "sha512",
  "sha256",
  "sha1",
  "md5",
  "certificate",
  "ssdeep",
  "cve",
  "asn",
  "tracker",
  "domain",
];

/** Longest text in UTF-16 code units that is read as one indicator. */
export const LONGEST = 8192;

/** `type: value` says the type where a text alone does not. */
const PREFIX = /^([a-z][a-z0-9 -]{1,14}):\s*(?!\/\/)(\S[^]*)$/i;

const TOLD = new Map<string, IndicatorType>(
  INDICATOR_TYPES.map((type) => [type, type]),
);

/**
 * Reads one indicator, defanged or not. `type: value` forces a type. Throws an
 * `InputError` that says what is wrong and what would be accepted.
 */
export function parseIndicator(text: string): ParsedIndicator {
  const found = tryParseIndicator(text);
  if (found) return found;
  throw new InputError(
    `"${shortened(text)}" is no indicator: ${whyNot(text)}`,
    {
      code: "unknown-indicator",
      remedy:
        "Give an address, block, AS number, domain, URL, e-mail address, hash or CVE, or say the type: keyword: text",
    },
  );
}

/** The same, with null for a text that is none. */
export function tryParseIndicator(text: string): ParsedIndicator | null {
  if (text.length > 2 * LONGEST) return null;
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.length > LONGEST) return null;
  const found = told(trimmed) ?? shaped(withoutSurroundings(trimmed));
  return found && { ...found, original: text };
}

type Reading = Omit<ParsedIndicator, "original">;

/** What `type: value` says; null where the text names no type. */
function told(text: string): Reading | null {
  const [, name = "", value = ""] = PREFIX.exec(text) ?? [];
  const type = TOLD.get(name.toLowerCase().replaceAll(/[ -]/g, ""));
  if (type === undefined) return null;
  const normal = toldForms[type](refang(value)) ??
    toldForms[type](refang(withoutSurroundings(value)));
  return normal === null ? null : { type, value: normal, ambiguous: [] };
}

function shaped(text: string): Reading | null {
  const plain = withoutPort(refang(text));
  return ofType(["url"], plain) ?? fullName(text) ?? ofType(SHAPED, plain) ??
    oddAddress(plain.text) ?? urlWithoutScheme(plain.text);
}

function ofType(
  types: readonly IndicatorType[],
  { text, notes }: WithoutPort,
): Reading | null {
  for (const type of types) {
    const value = normalForms[type](text);
    if (value !== null) {
      const ambiguous = [...notes, ...notesOf(type, value)];
      return { type, value, ambiguous };
    }
  }
  return null;
}

/** A name with `[.]` at its end is one, whatever it looks like; but a sentence about an address may be defanged to its end. */
function fullName(text: string): Reading | null {
  if (!text.endsWith("[.]") || /\s/.test(text)) return null;
  const value = dnsName(refang(text));
  return value === null || ipv4(value) !== null
    ? null
    : { type: "domain", value, ambiguous: [] };
}

function oddAddress(text: string): Reading | null {
  const value = oddIpv4(text);
  return value === null
    ? null
    : { type: "ipv4", value, ambiguous: [`${UNUSUAL} of ${value}`] };
}

/** Begins the note on an address that is not written as addresses are. */
export const UNUSUAL = "an unusual spelling";

/** A host and a path: the scheme may be left out where they make it plain. */
function urlWithoutScheme(text: string): Reading | null {
  const [, host = "", port = "", path = ""] =
    /^([^\s/:@?#]+)(:\d{1,5})?(\/\S*)$/.exec(text) ?? [];
  const isPlain = ipv4(host) === null
    ? normalForms.domain(host) !== null && hasKnownSuffix(host)
    : !/^\/\d{1,5}$/.test(path);
  if (!isPlain) return null;
  if (path === "/" && port === "") {
    return ofType(["ipv4", "domain"], { text: host, notes: [] });
  }
  const value = normalUrl(`http://${text}`);
  return value === null ? null : { type: "url", value, ambiguous: [NO_SCHEME] };
}

/** The note on a URL that is written as host and path only. */
export const NO_SCHEME = "written without a scheme: http is assumed";

interface WithoutPort {
  readonly text: string;
  readonly notes: readonly string[];
}

/** `192.0.2.7:443` and `[2001:db8::1]:443` are looked up as the address. */
function withoutPort(text: string): WithoutPort {
  const [, host = "", port = ""] =
    /^(\[[0-9a-f:.]+\]|[^\s:/@]+):(\d{1,5})$/i.exec(text) ?? [];
  const isHost = ipv4(host) !== null || ipv6(host) !== null ||
    normalForms.domain(host) !== null;
  if (!isHost) {
    return { text: text.replace(/^\[([0-9a-f:.]+)\]$/i, "$1"), notes: [] };
  }
  return {
    text: host.replace(/^\[(.*)\]$/, "$1"),
    notes: [`port ${port} is left out`],
  };
}

const notesByType: Partial<Record<IndicatorType, (value: string) => string[]>> =
  {
    domain: (value) => [
      ...(mayBeFileName(value) ? ["may be a file name"] : []),
      ...(hasKnownSuffix(value) ? [] : ["its ending is no public suffix"]),
      ...(value.includes("xn--")
        ? ["internationalised: look-alike letters are possible"]
        : []),
    ],
    md5: () => ["32 hex digits: may be an imphash or JA3 as well"],
    sha1: () => ["40 hex digits: may be a certificate fingerprint"],
    sha256: () => [
      "64 hex digits: may be a certificate fingerprint or an authentihash",
    ],
  };

function notesOf(type: IndicatorType, value: string): string[] {
  return notesByType[type]?.(value) ?? [];
}

function whyNot(text: string): string {
  if (text.length > LONGEST) return "it is too long";
  const plain = refang(text);
  if (plain === "") return "it is empty";
  if (/^\*\.[^.\s]+$/.test(plain)) {
    return "everything below a single label is too much";
  }
  if (/^\d+(\.\d+){3}$/.test(plain)) return "an octet is above 255";
  if (/^[0-9a-f]{8,}$/i.test(plain)) {
    return `a hash has 32, 40, 64 or 128 hex digits, this has ${plain.length}`;
  }
  if (/\/\d+$/.test(plain)) return "the prefix length does not fit the address";
  return /\s/.test(plain) ? "it has spaces" : "it has no type's shape";
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
