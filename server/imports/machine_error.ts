import { InputError, PivotbookError } from "@pivotbook/data";

/** Errors of the machine in words that say what to do; others as they are. */
export function machineError(error: unknown): unknown {
  if (error instanceof PivotbookError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (!/No space left|ENOSPC|disk (is )?full|Could not write/i.test(message)) {
    return error;
  }
  return new InputError("The disk is full: nothing was imported", {
    code: "disk-full",
    remedy: "Free some space and import again; the dataset is as it was",
    cause: error,
  });
}
