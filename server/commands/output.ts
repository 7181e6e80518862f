import { PivotbookError, reportOf } from "@pivotbook/data";
import { SingleBar } from "cli-progress";

const encoder = new TextEncoder();

/** Writes to standard output: results only. */
export function print(text: string): void {
  writeAll(Deno.stdout, `${text}\n`);
}

/** Writes to standard error: everything that is no result. */
export function say(text: string): void {
  writeAll(Deno.stderr, `${text}\n`);
}

function writeAll(
  output: { writeSync(bytes: Uint8Array): number },
  text: string,
): void {
  const bytes = encoder.encode(text);
  let written = 0;
  while (written < bytes.length) {
    written += output.writeSync(bytes.subarray(written));
  }
}

/** Says what is being done: on a terminal in place, elsewhere a line each. */
export function progressLine(): {
  readonly say: (text: string) => void;
  readonly stop: () => void;
} {
  if (!Deno.stderr.isTerminal()) return { say, stop: () => {} };
  const bar = new SingleBar({
    format: "{text}",
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(1, 0, { text: "" });
  return { say: (text) => bar.update(0, { text }), stop: () => bar.stop() };
}

/** JSON of values as they leave an engine: bigint as a number where it is exact. */
export function toJson(value: unknown, space?: number): string {
  return JSON.stringify(
    value,
    (_key, part) => typeof part === "bigint" ? exactNumber(part) : part,
    space,
  );
}

function exactNumber(value: bigint): number | string {
  return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
}

/** Tells an error to a reader, or with `json` to a program; never a stack. */
export function sayError(error: unknown, json: boolean): void {
  const report = reportOf(error);
  if (json) return say(JSON.stringify({ error: report }));
  const place = [report.where.path, report.where.line].filter((part) =>
    part !== undefined
  ).join(":");
  say(
    `error: ${report.message}${
      place && !report.message.includes(String(report.where.path))
        ? ` (${place})`
        : ""
    }`,
  );
  if (report.remedy) say(`  ${report.remedy}.`);
  if (!(error instanceof PivotbookError)) {
    say(
      "  This is a defect of Pivotbook; please report it with the command you ran.",
    );
  }
}
