/** One way in which texts are made harmless, and how to undo it. */
interface Rule {
  readonly found: RegExp;
  readonly restored: string;
}

// Zero-width characters, soft hyphens and non-breaking spaces come with copying from documents.
const INVISIBLE = /[\u00AD\u200B-\u200F\u2028\u2029\u2060\uFEFF]/g;

const OPEN = "[\\[({<]";
const CLOSE = "[\\])}>]";

/** Applied in order; each is a class of defanging that peers write (see the tests). */
const rules: readonly Rule[] = [
  { found: INVISIBLE, restored: "" },
  { found: /\u00A0/g, restored: " " },
  { found: /\u30FB|\uFF0E|\u3002/g, restored: "." },
  // [http]://, [https]://, [hxxp://], hxxp[:]//, http[://], http:\\, http:?__
  {
    found: new RegExp(
      `^\\s*${OPEN}?(${schemes()})${CLOSE}?(?:${OPEN}?:${CLOSE}?)(?:${OPEN}?(?://|\\\\\\\\|\\?__|/${CLOSE}/|${OPEN}/${CLOSE}${OPEN}/${CLOSE})${CLOSE}?)\\s*`,
      "i",
    ),
    restored: "$1://",
  },
  {
    found: new RegExp(`^\\s*(${schemes()})${OPEN}://${CLOSE}\\s*`, "i"),
    restored: "$1://",
  },
  {
    found: /^(?:hxxp|htxp|hxtp|h\*\*p|meow|h\[tt\]p|hxxp)(s?):\/\//i,
    restored: "http$1://",
  },
  { found: /^(?:fxp|ftx|f\[t\]p)(s?):\/\//i, restored: "ftp$1://" },
  {
    found: new RegExp(
      `${OPEN}\\s*(?:dot|punto|punkt|\\.|-(?=[\\])}>]))\\s*${CLOSE}`,
      "gi",
    ),
    restored: ".",
  },
  {
    found: new RegExp(
      `\\s*${OPEN}\\s*(?:at|arroba|et|@)\\s*${CLOSE}\\s*`,
      "gi",
    ),
    restored: "@",
  },
  { found: new RegExp(`${OPEN}:${CLOSE}`, "g"), restored: ":" },
  { found: new RegExp(`${OPEN}/${CLOSE}`, "g"), restored: "/" },
  { found: /(?<=\w)[\[({<]\.(?=\w)|(?<=\w)\.[\])}>](?=\w)/g, restored: "." },
  { found: /(?<=[\w-])[\\^]\.(?=\w)/g, restored: "." },
  { found: /(?<=\w)\s+(?:dot|punto|punkt)\s+(?=\w)/gi, restored: "." },
  { found: /(?<=[\w.+-])\s+(?:at|arroba)\s+(?=[\w-]+\.)/gi, restored: "@" },
  { found: /(?<=\w)\s+\.\s+(?=\w)/g, restored: "." },
  // Brackets around a label or over several labels: [www].x, 192.0.2[.7, x[.co.]uk
  { found: /\[(\.?[\w-]+(?:\.[\w-]+)*\.?)\]/g, restored: "$1" },
  { found: /(?<=\w)\[\.(?=\w)|(?<=\w)\.\](?=\w)/g, restored: "." },
];

function schemes(): string {
  return "hxxps?|htxps?|hxtps?|h\\*\\*ps?|meows?|h\\[tt\\]ps?|https?|ftps?|fxps?|ftxs?";
}

const IPV4_WITH_COMMAS = /^\d{1,3}(?:[,.]\d{1,3}){3}$/;

/** Undoes defanging in one indicator, class by class; a text that is not defanged stays as it is, but for outer space. */
export function refang(text: string): string {
  // An IPv6 literal in a URL keeps its brackets.
  const ipv6Host = /^[a-z]+:\/\/\[[0-9a-f:.]+\](?=[:/]|$)/i;
  const trimmed = text.replace(INVISIBLE, "").trim();
  if (ipv6Host.test(trimmed)) return trimmed;
  const restored = rules.reduce(
    (current, { found, restored }) => current.replace(found, restored),
    trimmed,
  );
  return IPV4_WITH_COMMAS.test(restored)
    ? restored.replaceAll(",", ".")
    : restored.trim();
}
