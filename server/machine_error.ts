import { statfs } from "node:fs/promises";
import { InputError, PivotbookError } from "@pivotbook/data";

/** Codes by which the system says that a disk, or what one may have of it, is full. */
const FULL = new Set(["ENOSPC", "EDQUOT"]);

/** Below so many free bytes a disk counts as full where the engine, which gives no code, could not write. */
const NEARLY_NOTHING = 1024 * 1024;

/** Errors of the machine as a reader's, which says what to do; others as they are. */
export function machineError(error: unknown): unknown {
  if (error instanceof PivotbookError || !saysFull(error)) return error;
  return diskFull(error);
}

/** The same for work that the engine does in a folder: its errors have no code, so the disk itself is asked. */
export async function machineErrorIn(
  folder: string,
  error: unknown,
): Promise<unknown> {
  if (error instanceof PivotbookError) return error;
  return saysFull(error) || await isFull(folder) ? diskFull(error) : error;
}

function saysFull(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return FULL.has(String(code)) || saysFull(cause);
}

async function isFull(folder: string): Promise<boolean> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize < NEARLY_NOTHING;
  } catch {
    return false;
  }
}

function diskFull(cause: unknown): InputError {
  return new InputError("The disk is full: nothing was changed", {
    code: "disk-full",
    remedy: "Free some space and try again; everything is as it was",
    cause,
  });
}
