import type { Head } from "./reader.ts";

/** The first object among the first lines, of which some may be damaged; empty if there is none. */
export function firstObject(head: Head): Readonly<Record<string, unknown>> {
  const [first = "", ...others] = (head.text?.split("\n", 50) ?? [])
    .filter((line) => line.trim() !== "");
  if (!first.trimStart().startsWith("{")) return {};
  return [first, ...others].map(parseOrNull).find(isObject) ?? {};
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parseOrNull(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** Whether the first record is one of the Common Output Format. */
export function isCof(head: Head): boolean {
  const record = firstObject(head);
  const timed = Object.keys(record).some((key) =>
    /^(zone_)?time_first/.test(key)
  );
  return "rrname" in record && "rdata" in record && timed;
}

/** Whether names end in a dot, as DNSDB writes them. */
export function rrnameHasDot(head: Head): boolean {
  return String(firstObject(head)["rrname"]).endsWith(".");
}
