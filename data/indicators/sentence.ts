const CLOSED_BY: Readonly<Record<string, string>> = {
  ")": "(",
  "]": "[",
  "}": "{",
  ">": "<",
};
const MARK =
  /[.,;:!?'"`\u2018\u2019\u201C\u201D\u00BB\u00AB\u203A\u2039\u2026]/;

/** A mark that `defang` kept from the sentence. */
const DEFANGED_MARK = /^\[[^\w\s]\]$/;

/** A text without what belongs to the sentence behind it: marks, and brackets that it does not open itself. */
export function withoutSentence(text: string): string {
  const open = new Map<string, number>();
  for (const [bracket] of text.matchAll(/[()[\]{}<>]/g)) {
    open.set(bracket, (open.get(bracket) ?? 0) + 1);
  }
  let end = text.length;
  while (end > 0) {
    const last = text[end - 1] ?? "";
    const opener = CLOSED_BY[last];
    const count = open.get(last) ?? 0;
    const belongs = opener === undefined
      ? MARK.test(last) && !text.endsWith("::", end)
      : count > (open.get(opener) ?? 0);
    const isKept = DEFANGED_MARK.test(text.slice(Math.max(0, end - 3), end));
    if (!belongs || isKept) break;
    open.set(last, count - 1);
    end--;
  }
  return text.slice(0, end);
}

/** A text that was copied with quotes, brackets and marks around it, without them. */
export function withoutSurroundings(text: string): string {
  let current = text.trim();
  for (;;) {
    const next = withoutEnclosing(withoutSentence(withoutOpening(current)))
      .trim();
    if (next === current) return next;
    current = next;
  }
}

function withoutOpening(text: string): string {
  if (/^"[^"]+"[[({]?(?:@|at)/.test(text)) return text;
  const plain = text.replace(
    /^["'`\u2018-\u201E\u00AB\u00BB\u2039\u203A]+/,
    "",
  );
  const [first = ""] = plain;
  const closer = Object.keys(CLOSED_BY).find((one) => CLOSED_BY[one] === first);
  return closer !== undefined && !plain.includes(closer)
    ? plain.slice(1)
    : plain;
}

/** Without a pair of brackets around the whole; `[.]` and its like are defanged marks. */
function withoutEnclosing(text: string): string {
  const first = text[0] ?? "";
  const isPair = CLOSED_BY[text.at(-1) ?? ""] === first &&
    text.indexOf(text.at(-1) ?? "") === text.length - 1;
  const inner = text.slice(1, -1);
  return isPair && /[\p{L}\p{N}]/u.test(inner) ? inner : text;
}
