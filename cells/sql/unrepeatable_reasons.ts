import { InputError } from "@pivotbook/data";

/** Why a call gives other rows when the cell runs again, and what to do instead. */
export interface Unrepeatable {
  readonly what: string;
  readonly why: string;
  readonly remedy: string;
}

/** The same for a whole family of calls. */
export type Reason = Omit<Unrepeatable, "what">;

/** For what depends on when it runs. */
export const clock: Reason = {
  why: "reads the clock",
  remedy:
    "Write the day into an input cell, as: input period type=daterange; and read it by name",
};

/** For what no two runs agree on. */
export const chance: Reason = {
  why: "gives other values in every run",
  remedy: "Pick or order by md5() of a column, which is the same in every run",
};

/** For what tells what the engine holds or is. */
export const engine: Reason = {
  why: "tells the state of the engine, which is not part of the record",
  remedy: "Read datasets and other cells by their names",
};

/** The `InputError` for what no run can repeat. */
export function notRepeatable(
  { what, why, remedy }: Unrepeatable,
  line: number,
): InputError {
  return new InputError(`${what} ${why}`, {
    code: "sql-not-repeatable",
    remedy,
    where: { line },
  });
}
