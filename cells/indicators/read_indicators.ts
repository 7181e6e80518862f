import {
  type Indicator,
  indicatorKey,
  InputError,
  tryParseIndicator,
} from "@pivotbook/data";

/** Reads indicators, one a line, in any defanged form; `#` starts a comment. Throws an `InputError` with the line of one that cannot be read. */
export function readIndicators(text: string): Indicator[] {
  const found = text.split("\n").flatMap((line, index) => {
    const entry = line.replace(/(^|\s)#.*$/, "").trim();
    return entry === "" ? [] : [readEntry(entry, index + 1)];
  });
  return distinct(found);
}

/** Each indicator once, in order of first mention. */
export function distinct(indicators: readonly Indicator[]): Indicator[] {
  const byKey = Map.groupBy(indicators, indicatorKey);
  return [...byKey.values()].flatMap(([first]) => first ? [first] : []);
}

function readEntry(entry: string, line: number): Indicator {
  const parsed = tryParseIndicator(entry);
  if (parsed) return { type: parsed.type, value: parsed.value };
  throw new InputError(`"${entry}" is not an indicator`, {
    code: "bad-indicator",
    remedy:
      "Write one a line: an address, range, host name, URL, e-mail address or hash, defanged or not",
    where: { line },
  });
}
