import { InputError } from "@pivotbook/data";
import type { Counts } from "./stage_rows.ts";

/** Reasons that the error names. */
const NAMED = 3;

/** The error for a file of which too little could be read; `kept` is the file that holds its rejected lines. */
export function tooManyRejected(
  path: string,
  { counts, share, kept }: { counts: Counts; share: number; kept: string },
): InputError {
  const { read, rejected, reasons } = counts;
  const [first] = reasons;
  const why = reasons.slice(0, NAMED).map(({ reason, count, line }) =>
    `${count} × ${reason}, first on line ${line}`
  ).join("; ");
  return new InputError(
    `${rejected} of ${read} rows of ${path} were rejected, more than ${
      Math.round(share * 100)
    } %: ${why}`,
    {
      code: "too-many-rejected",
      where: { path, ...(first ? { line: first.line } : {}) },
      remedy:
        `Mend the file, its rejected lines stand in ${kept}; or take what could be read, with the command line and --max-rejected 100%. Nothing was imported`,
    },
  );
}
