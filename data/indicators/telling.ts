import { hasKnownSuffix, registrableDomain } from "./host_name.ts";
import type { IndicatorType } from "./indicator.ts";
import { NO_SCHEME, type ParsedIndicator, UNUSUAL } from "./parse.ts";

/** A text that reads as an indicator, where it stands. */
export interface Seen extends ParsedIndicator {
  /** The text in front of it, 40 code units at most. */
  readonly before: string;
  /** The text behind it, a few code units. */
  readonly after: string;
}

/** Somebody took the trouble to bracket a dot. */
const DEFANGED_DOT = /[[({]\s?(?:\.|dot)\s?\\?[\])}]|\[\.|\.\]/i;
const DEFANGED_COLON = /\[:{1,2}\]/;

const VERSION_OF =
  /(?:version|wersj\p{L}|верси\p{L}|版本|\bver\.?|\bv\.?|release|\bbuild|firmware|\boid)[\s.:="'(]*$/iu;
const SECTION_OF =
  /(?:section|chapter|clause|figure|table|kapitel|abschnitt|rozdzia\p{L}|§)\s*$/iu;
const PRODUCT = /(?:^|[\s(;"'])\p{Lu}+\p{Ll}[\w.+-]{0,30}\/$/u;

/** Words that end in a dot and would read as a name. */
const ABBREVIATIONS = new Set(["m.in"]);
/** Where package and class names begin that are written from the top. */
const PACKAGE =
  /^(?:com|org|edu|gov|java|javax|jakarta|android|androidx|kotlin)\.[^.]+\./;
const COMMON_ENDING = /\.(?:com|net|org|info|biz|[a-z]{2})$/;

/** By type, whether a text in prose is meant as an indicator; types without a line are always. */
const tests: Partial<Record<IndicatorType, (seen: Seen) => boolean>> = {
  ipv4: (seen) => isAddress(seen),
  cidr: ({ value, original, before, after, ...rest }) =>
    value.includes(":")
      ? isIpv6({ value, original, before, after, ...rest })
      : isAddress({ value, original, before, after, ...rest }),
  ipv6: (seen) => isIpv6(seen),
  asn: ({ original, before }) =>
    !(/\s(?:19|20)\d\d$/.test(original) && /\p{Lu}{2,}\s+$/u.test(before)),
  md5: isHash,
  sha1: isHash,
  sha256: isHash,
  sha512: isHash,
  email: ({ value, original, before }) =>
    !/(?:message-id|in-reply-to|references)\s*:[^\n]*$/i.test(before) &&
    isName({ value: value.slice(value.lastIndexOf("@") + 1), original }),
  url: (seen) => !seen.ambiguous.includes(NO_SCHEME) || isPlainPath(seen),
  domain: (seen) => isName(seen) && !isCode(seen),
};

/** Whether a text in prose is meant as an indicator. */
export function isTelling(seen: Seen): boolean {
  const isOdd = seen.ambiguous.some((note) => note.startsWith(UNUSUAL));
  return !isOdd && (tests[seen.type]?.(seen) ?? true);
}

/** Whether the text was written so that nobody opens it. */
export function isDefanged(original: string): boolean {
  return DEFANGED_DOT.test(original);
}

function isAddress({ original, value, before, after }: Seen): boolean {
  if (DEFANGED_DOT.test(original)) return true;
  const isSmall = value.split(/[./]/).every((part) => part.length < 3);
  return !VERSION_OF.test(before) && !PRODUCT.test(before) &&
    !(isSmall && SECTION_OF.test(before)) && !/^-\p{L}/u.test(after);
}

function isIpv6({ original, before }: Seen): boolean {
  if (DEFANGED_COLON.test(original) || original.includes("/")) return true;
  const groups = original.split(":").filter(Boolean);
  const [first = ""] = groups;
  const isEui = groups.length === 8 &&
    groups.every(({ length }) => length === 2);
  if (isEui || !/\d/.test(original) || /[\w\]]\[$/.test(before)) return false;
  return groups.length > 2 || original === "::1" || groups.length === 2 &&
      (first.length > 2 || original.startsWith("::")) ||
    /^[0-9a-f]{3,4}::$/i.test(original);
}

/** Whether it is more than one digit over and over. */
function isHash({ value }: Seen): boolean {
  return !/^(.)\1*$/.test(value);
}

function isName(
  { value, original }: Pick<Seen, "value" | "original">,
): boolean {
  const name = value.replace(/^\*\./, "");
  if (!/[a-z]/.test(name)) return false;
  if (hasKnownSuffix(name)) {
    return registrableDomain(name) !== null && !ABBREVIATIONS.has(name);
  }
  return DEFANGED_DOT.test(original) && !original.endsWith("[.]") &&
    /\.(?:[a-z]{2,}|xn--[a-z0-9-]+)$/.test(name);
}

/** Whether a name stands in a program's text: called, or a package. */
function isCode({ value, original, after }: Seen): boolean {
  if (DEFANGED_DOT.test(original)) return false;
  const ending = original.slice(original.lastIndexOf(".") + 1);
  const isCall = after.startsWith("(") && value.split(".").length === 2 &&
    !/\.(?:com|net|org)$/.test(value);
  return isCall ||
    (/^\p{Lu}\p{Ll}+$/u.test(ending) && !/^(?:Com|Org)$/.test(ending)) ||
    (PACKAGE.test(value) && !COMMON_ENDING.test(value));
}

/** Whether host and path are meant as such, and not two names or two words. */
function isPlainPath({ original, value, ambiguous }: Seen): boolean {
  const { hostname, pathname } = new URL(value);
  if (/^[\d.]+$/.test(hostname)) return true;
  const path = pathname.slice(1);
  const isSecond = hasKnownSuffix(path) && /^[\w-]+(?:\.[\w-]+)+$/.test(path) &&
    !/\.(?:zip|py|sh|pl|mov|md|cab|so|ps)$/.test(path);
  return isName({ value: hostname, original }) && !isSecond &&
    !ambiguous.some((note) => note.includes("file name"));
}
