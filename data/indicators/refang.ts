import { MappedText } from "./mapped_text.ts";
import { DEFANGED_SCHEME, plainScheme } from "./schemes.ts";

/** One way in which texts are made harmless, and how to undo it. Each pattern looks at a bounded stretch only. */
interface Rule {
  readonly found: RegExp;
  readonly restored: string | ((match: RegExpMatchArray) => string);
}

const OPEN = "\\\\?[\\[({<]";
const CLOSE = "\\\\?[\\])}>]";
const SPACE = "[ \\t\\u00A0]";
const LETTER = "[\\p{L}\\p{M}\\p{N}_]";
const DOT_WORD = "dot|punto|punkt";
/** What follows `[.]` where a text speaks of it. */
const PROSE =
  "(?!(?:an?|and|are|as|at|be|by|do|for|in|instead|is|it|me|my|no|of|or|so|the|to|us|was)\\b)";

/** What may be undone wherever it stands, in order; each is a class of defanging that peers write (see the tests). */
const anywhere: readonly Rule[] = [
  // Zero-width characters, soft hyphens and marks of direction come with copying from documents.
  {
    found: /[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g,
    restored: "",
  },
  { found: /[\u2010\u2011\uFE63\uFF0D]/g, restored: "-" },
  {
    found: /(?<=[a-z0-9])[\u30FB\u3002\uFF0E\uFF61](?=[a-z0-9])/gi,
    restored: ".",
  },
  { found: /\[:\]/g, restored: ":" },
  { found: /[({]:[)}](?=[\d/\\])/g, restored: ":" },
  {
    found: /(?<=[0-9a-f])\[::\]|\[::\](?=[0-9a-f]{1,4}(?!\w)|\/\d)/gi,
    restored: "::",
  },
  { found: /[[({]:\/\/[\])}]/g, restored: "://" },
  { found: /(?<=[\w:/.?=&\])-])[[(](\/{1,2})[\])]/g, restored: "$1" },
  { found: /(?<=[\w:/.?=&-])\\\//g, restored: "/" },
  {
    found: new RegExp(
      `(?<![\\p{sc=Latin}\\p{sc=Cyrillic}\\p{N}_])(?:${OPEN}(${DEFANGED_SCHEME})${CLOSE}${SPACE}?:${slashes()}|${OPEN}(${DEFANGED_SCHEME}):${slashes()}${CLOSE}|(${DEFANGED_SCHEME})${SPACE}?:${slashes()})(?:${SPACE}(?=[\\p{L}\\p{N}_-]{1,63}[\\[({]?\\.[\\])}]?[\\p{L}\\p{N}]))?`,
      "giu",
    ),
    restored: ([, a, b, c = ""]) => `${plainScheme(a ?? b ?? c)}://`,
  },
  // A mark at the end that would be taken for the sentence's.
  {
    found: /(?<=\S)\[([.,;:!?'"`)}\]>])\](?=[^\w\s]{0,40}(?:\s|$))/g,
    restored: "$1",
  },
  // Brackets around labels with their dots: x[.co.]uk, example[.com], [www].x, 192.0.2.[7]
  {
    found: /(?<=[\w-])\[(\.(?:[\w-]{1,63}\.){1,5})\](?=\w)/g,
    restored: "$1",
  },
  {
    found: /(?<=[\w-])\[(\.[\w-]{1,63}(?:\.[\w-]{1,63}){0,4})\]/g,
    restored: "$1",
  },
  {
    found:
      /(?<![\w\])(!])\[((?:[\w-]{1,63}\.){0,4}[\w-]{1,63}\.?)\](?=\[?\.\]?[\w-]|(?<=\.\])\w)/g,
    restored: "$1",
  },
  { found: /(?<=[\w-]\.)\[([\w-]{1,63})\](?![\w(])/g, restored: "$1" },
  {
    found: new RegExp(
      `(?<=[\\p{L}\\p{M}\\p{N}_*-])(?:${OPEN}\\s?(?:\\.|${DOT_WORD})\\s?${CLOSE}|\\[-\\](?=[\\w-]))(?:${SPACE}(?=${LETTER}[\\w-]{0,62}(?:[.\\[/:]|$)))?`,
      "giu",
    ),
    restored: ".",
  },
  {
    found: new RegExp(
      `(?<=${LETTER})${SPACE}${OPEN}\\s?(?:\\.|${DOT_WORD})\\s?${CLOSE}${SPACE}?(?=${LETTER})${PROSE}`,
      "giu",
    ),
    restored: ".",
  },
  { found: /(?<=[\w-])(?:\[\.|\.\]|[\\]{1,2}\.|\^\.)(?=\w)/g, restored: "." },
  {
    found: new RegExp(
      `(?<=[\\p{L}\\p{N}_+."}-])${SPACE}?${OPEN}\\s?(?:@|at|arroba)\\s?${CLOSE}${SPACE}?(?=[\\p{L}\\p{N}_[])`,
      "giu",
    ),
    restored: "@",
  },
  // Quads: 192 . 0 . 2 . 7, 192 dot 0 dot 2 dot 7, 192,0,2,7; and names of three words or more.
  {
    found: new RegExp(
      `(?<![\\w.])\\d{1,3}(?:(?: \\. | (?:${DOT_WORD}) )\\d{1,3}){3}(?![\\w.])`,
      "gi",
    ),
    restored: ([text]) => text.replaceAll(/ (?:\.|[a-z]+) /gi, "."),
  },
  {
    found: new RegExp(
      `(?<![\\w.-])[\\w-]{1,63}(?: (?:${DOT_WORD}) [\\w-]{1,63}){2,5}(?![\\w-])`,
      "gi",
    ),
    restored: ([text]) =>
      text.replaceAll(new RegExp(` (?:${DOT_WORD}) `, "gi"), "."),
  },
  {
    found: /(?<![\w.,])\d{1,3}(?:,\d{1,3}){3}(?![\w,]|\.\d)/g,
    restored: ([text]) => isQuad(text) ? text.replaceAll(",", ".") : text,
  },
];

/** What may be undone only in a text that is one indicator and no URL. */
const alone: readonly Rule[] = [
  { found: /^\[\.\]$/g, restored: "." },
  { found: /[\u30FB\u3002\uFF0E\uFF61]/g, restored: "." },
  { found: /[({<]:[)}>]/g, restored: ":" },
  { found: /(?<=\w)[({<]\.(?=\w)|(?<=\w)\.[)}>](?=\w)/g, restored: "." },
  { found: /(?<=\w)\s{1,8}(?:dot|punto|punkt)\s{1,8}(?=\w)/gi, restored: "." },
  { found: /(?<=\w)\s{1,8}\.\s{1,8}(?=\w)/g, restored: "." },
  {
    found: /\s{0,8}[[({<]\s{0,8}(?:at|arroba|et|@)\s{0,8}[\])}>]\s{0,8}/gi,
    restored: "@",
  },
  {
    found: /(?<=[\w.+-])\s{1,8}(?:at|arroba)\s{1,8}(?=[\w-]+\.)/gi,
    restored: "@",
  },
  {
    found: /^\d{1,3}(?:[,.]\d{1,3}){3}$/g,
    restored: ([text]) => text.replaceAll(",", "."),
  },
];

function slashes(): string {
  return `${SPACE}?(?:\\/\\/|\\\\\\\\|\\??__)`;
}

/** Whether four numbers with commas are meant as an address: not a long number, and too large for a list. */
function isQuad(text: string): boolean {
  const parts = text.split(",");
  return parts.every((part) => Number(part) < 256) &&
    parts.some((part) => part.length === 3) &&
    !parts.slice(1).every((part) => part.length === 3);
}

function applied(text: MappedText, rules: readonly Rule[]): MappedText {
  return rules.reduce(
    (current, { found, restored }) =>
      current.replaced(
        found,
        typeof restored === "string"
          ? (match) => restored.replace("$1", () => match[1] ?? "")
          : restored,
      ),
    text,
  );
}

/** A running text with all defanging undone that can be told from prose; it knows where each part stood. */
export function refangText(text: string): MappedText {
  return applied(new MappedText(text), anywhere);
}

/** Passes after which what is written as defanged defanged text is given up. */
const PASSES = 4;

/** Undoes defanging in one indicator, class by class; a text that is not defanged stays as it is, but for outer space. */
export function refang(text: string): string {
  let current = text.trim();
  for (let pass = 0; pass < PASSES; pass++) {
    const restored = refangOnce(current);
    if (restored === current) break;
    current = restored;
  }
  return current;
}

function refangOnce(text: string): string {
  const restored = refangText(text);
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(restored.text)
    ? restored.text.trim()
    : applied(restored, alone).text.trim();
}

/** Undoes in a part of a text what `defang` writes, so that what is typed as it is shown finds what is stored. */
export function refangPart(text: string): string {
  return text.replaceAll(/\[([^\w\s[]|::)\]/g, "$1")
    .replaceAll(/\bhxxp/gi, "http").replaceAll(/\bfxp/gi, "ftp");
}
