import type { Span } from "../deps.ts";

/** At most so many ranges are given in one answer. */
export const MAX_RANGES = 400;

/** At most so many bytes, where there are several ranges. */
const MAX_BYTES = 64_000_000;

const SPECIFIER = /^(?:\d+-\d*|-\d+)$/;

/**
 * What a Range header asks for, in its order: `all` for none or one that is no
 * such header, null for one that cannot or will not be met: ranges beyond the
 * end, too many or too large ones, and such that overlap (RFC 9110 §14.2).
 */
export function spansOf(
  header: string | null,
  size: number,
): Span[] | "all" | null {
  const list = /^bytes=(.*)$/.exec(header ?? "")?.[1];
  if (list === undefined) return "all";
  const specifiers = list.split(",", MAX_RANGES + 1).map((one) => one.trim());
  if (specifiers.length > MAX_RANGES) return null;
  if (!specifiers.every((one) => SPECIFIER.test(one))) return "all";
  const spans = specifiers.map((one) => spanOf(one, size))
    .filter((span) => span !== null);
  return spans.length === 0 || !isModest(spans) ? null : spans;
}

function spanOf(specifier: string, size: number): Span | null {
  const [first = "", last = ""] = specifier.split("-");
  if (first === "") {
    const length = Math.min(Number(last), size);
    return length === 0 ? null : { start: size - length, stop: size };
  }
  const start = Number(first);
  const stop = last === "" ? size : Math.min(Number(last) + 1, size);
  return start >= size || stop <= start ? null : { start, stop };
}

function isModest(spans: readonly Span[]): boolean {
  if (spans.length === 1) return true;
  const sorted = spans.toSorted((left, right) => left.start - right.start);
  const bytes = spans.reduce((sum, { start, stop }) => sum + stop - start, 0);
  return bytes <= MAX_BYTES &&
    sorted.every(({ start }, index) => start >= (sorted[index - 1]?.stop ?? 0));
}
