import { ENDS_URL, SPACED_LETTER, UNSPACED_LETTER } from "./letters.ts";
import type { IndicatorType } from "./indicator.ts";
import { SCHEME } from "./schemes.ts";

/** A shape that a text is searched for. Each pattern looks at a bounded stretch from where it begins, and begins once in a run of letters. */
export interface Candidate {
  readonly pattern: RegExp;
  /** What it may turn out to be. */
  readonly types: readonly IndicatorType[];
}

const LETTER = SPACED_LETTER;
const ANY = `(?:${LETTER}|${UNSPACED_LETTER})`;
const LABEL =
  `(?:(?:${LETTER}|-|\\\\\\d{3}){1,63}|${UNSPACED_LETTER}(?:${UNSPACED_LETTER}|[0-9\\-]){0,62})`;
const NAME = `${LABEL}(?:\\.${LABEL}){1,126}`;
/** Where a name may begin: not within one, nor behind what would make it the tail of something else. */
const BEGIN =
  `(?<![.@\\/\\\\%$\\-]|${LETTER}#)(?:(?<!${LETTER})(?=${LETTER})|(?<!${UNSPACED_LETTER})(?=${UNSPACED_LETTER}))`;
const END = `(?!${LETTER}|[\\-@\\\\]|\\.${ANY})`;
const PATH =
  `(?:(?!\\]\\(|\\[\\/[a-z]|[,;]${schemeStart()}|${UNSPACED_LETTER})[^${ENDS_URL}])`;
const LOCAL = `(?:${LETTER}|[!#$%&'*+\\-\\/=?\\^\\{\\}~.])`;
const IPV4 = "\\d{1,3}(?:\\.\\d{1,3}){3}";

const pattern = (text: string, flags = "giv"): RegExp =>
  new RegExp(text, flags);

function schemeStart(): string {
  return `(?:${SCHEME}):\\/\\/`;
}

/** What may stand in a text; what an earlier one has taken no later one gets. */
export const candidates: readonly Candidate[] = [
  {
    pattern: pattern(
      `(?<!${LETTER}|[+.\\-])(?:${SCHEME}):\\/\\/(?:${ANY}|[.\\-:@*\\[\\]%]){0,320}${PATH}{0,8192}`,
    ),
    types: ["url"],
  },
  {
    pattern: pattern(
      `(?<!${LOCAL})(?:"[^"\\s@]{1,62}(?: [^"\\s@]{1,62}){0,3}"|${LOCAL}{1,96})@${NAME}${END}`,
    ),
    types: ["email"],
  },
  {
    pattern: pattern(
      `(?:${BEGIN}${NAME}|(?<!${LETTER}|[.\\/\\-])${IPV4})(?::\\d{1,5})?\\/${PATH}{1,8192}`,
    ),
    types: ["url"],
  },
  {
    pattern: pattern(
      `(?<!${LETTER}|[:.])(?:[0-9a-f]{2}:){19}(?:(?:[0-9a-f]{2}:){12})?[0-9a-f]{2}(?!${LETTER}|:)`,
    ),
    types: ["certificate"],
  },
  {
    pattern: pattern(
      `(?<!${LETTER}|[:\\/+])\\d{1,10}:[A-Za-z0-9\\/+]{3,64}:[A-Za-z0-9\\/+]{3,64}(?!${LETTER}|[:\\/+])`,
      "gv",
    ),
    types: ["ssdeep"],
  },
  {
    pattern: pattern(
      `(?<!${LETTER}|[:.%\\-])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,8}(?:(?:\\.\\d{1,3}){3})?(?:%[\\w.\\-]{1,16})?(?:\\/\\d{1,3})?(?!${LETTER}|::|:[0-9a-f])`,
    ),
    types: ["ipv6", "cidr"],
  },
  {
    pattern: pattern(
      `(?<!${LETTER}|[.]|\\p{L}\\d{0,3}-)${IPV4}(?:\\/\\d{1,2}(?!\\d|\\.\\d))?(?!${LETTER}|\\.${LETTER})`,
    ),
    types: ["ipv4", "cidr"],
  },
  {
    pattern: pattern(
      `(?<!${LETTER}(?<!_))(?:[0-9a-f]{128}|[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{32})(?!${LETTER}(?<!_))`,
    ),
    types: ["sha512", "sha256", "sha1", "md5"],
  },
  {
    pattern: pattern(
      `(?<!${LETTER})CVE[\\-\\u2013\\s_]\\d{4}[\\-\\u2013\\s_]\\d{4,7}(?!\\d)`,
    ),
    types: ["cve"],
  },
  {
    pattern: pattern(
      `(?<!${LETTER}|-)(?!ASN1(?!\\d))ASN?(?: ?[:#] ?|[\\s\\-])?\\d{1,10}(?!${LETTER}|\\.\\d)`,
      "gv",
    ),
    types: ["asn"],
  },
  {
    pattern: pattern(
      `(?<!${LETTER}|-)(?:UA-\\d{4,10}(?:-\\d{1,4})?|G-(?=[A-Z]{0,11}\\d)[A-Z0-9]{6,12}|GTM-[A-Z0-9]{4,9}|(?:ca-)?pub-\\d{10,20})(?!${LETTER}|-)`,
      "gv",
    ),
    types: ["tracker"],
  },
  {
    pattern: pattern(
      `(?<!${LETTER})(?<![.\\/\\-])(?:\\d{1,3}[\\/\\-]\\d{1,3}(?:\\.\\d{1,3}){1,3}\\.in-addr\\.arpa)${END}`,
    ),
    types: ["domain"],
  },
  {
    pattern: pattern(
      `(?:(?<![.\\/\\\\]|${LETTER})(?:\\*\\.|\\.)(?=${ANY})${NAME}|${BEGIN}${NAME})${END}`,
    ),
    types: ["domain"],
  },
];

/** A name whose last dot is defanged, as `defang` writes names that no host may have. */
export const fullNames: Candidate = {
  pattern: pattern(
    `(?<!${LETTER}|[.*\\/\\\\\\-\\]])(?:(?:${LETTER}|[*\\/\\-]|\\\\\\d{3}){1,255}\\[\\.\\]){2,127}(?!${ANY}|\\[)`,
  ),
  types: ["domain"],
};
