import { InputError } from "../errors.ts";
import { ipv4, ipv6, oddIpv4 } from "./addresses.ts";
import { hasKnownSuffix, mayBeFileName } from "./host_name.ts";
import type { Indicator, IndicatorType } from "./indicator.ts";
import { refang } from "./refang.ts";
import { normalForms } from "./types.ts";

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
  "sha256",
  "sha1",
  "md5",
  "cve",
  "asn",
  "tracker",
  "domain",
];

/** Longest text in UTF-16 code units that is read as one indicator. */
const LONGEST = 8192;

/** `type: value` says the type where a text alone does not. */
const PREFIX =
  /^(ipv4|ipv6|cidr|asn|domain|url|email|md5|sha1|sha256|imphash|certificate|tracker|cve|keyword|person|organization|phone|address|nameserver):\s*(?!\/\/)(.+)$/is;

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
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.length > LONGEST) return null;
  const [, type, value] = PREFIX.exec(trimmed) ?? [];
  if (type !== undefined && value !== undefined) {
    return forced(type.toLowerCase(), { value, original: text });
  }
  const plain = withoutPort(outerTrimmed(refang(trimmed)));
  for (const candidate of SHAPED) {
    const normal = normalForms[candidate](plain.text);
    if (normal !== null) {
      return {
        type: candidate,
        value: normal,
        original: text,
        ambiguous: [...plain.notes, ...notes(candidate, normal)],
      };
    }
  }
  const odd = oddIpv4(plain.text);
  return odd === null ? null : {
    type: "ipv4",
    value: odd,
    original: text,
    ambiguous: [`an unusual spelling of ${odd}`],
  };
}

function forced(
  type: string,
  { value, original }: { value: string; original: string },
): ParsedIndicator | null {
  const known = type === "imphash" ? "md5" : type as IndicatorType;
  const normal = normalForms[known](refang(value));
  return normal === null
    ? null
    : { type: known, value: normal, original, ambiguous: [] };
}

/** Quotes, brackets and sentence marks around an indicator. */
function outerTrimmed(text: string): string {
  const opened = text.replace(/^["'<(\[{`]+(?![0-9a-f:]*\])/i, "");
  const closed = opened.replace(/["'>`,;]+$/, "").replace(/\.+$/, "");
  return closed.endsWith("::") ? closed : closed.replace(/:$/, "");
}

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
    sha256: () => ["64 hex digits: may be a certificate fingerprint"],
  };

function notes(type: IndicatorType, value: string): string[] {
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
    return `a hash has 32, 40 or 64 hex digits, this has ${plain.length}`;
  }
  if (/\/\d+$/.test(plain)) return "the prefix length does not fit the address";
  return /\s/.test(plain) ? "it has spaces" : "it has no type's shape";
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
