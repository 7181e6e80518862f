/** Where an error happened: a file and line, a cell, a position in SQL. */
export interface Where {
  readonly path?: string;
  /** One-based. */
  readonly line?: number;
  readonly cell?: string;
}

/** What every error of Pivotbook carries beside its message. */
export interface ErrorDetails {
  /** Stable, kebab-case, listed in `.github/ERRORS.md`. */
  readonly code: string;
  /** What the reader can do next, a sentence without a final period. */
  readonly remedy?: string;
  readonly where?: Where;
  readonly cause?: unknown;
}

/** Base of all errors that are meant for a reader. */
export class PivotbookError extends Error {
  override readonly name: string = "PivotbookError";
  readonly code: string;
  readonly remedy: string | undefined;
  readonly where: Where;

  constructor(message: string, details: ErrorDetails) {
    super(message, { cause: details.cause });
    this.code = details.code;
    this.remedy = details.remedy;
    this.where = details.where ?? {};
  }
}

/** The user's file, SQL, indicator or option cannot be used as it is. */
export class InputError extends PivotbookError {
  override readonly name = "InputError";
}

/** An engine refused or failed a query. */
export class QueryError extends PivotbookError {
  override readonly name = "QueryError";
}

/** What was asked for does not exist. */
export class NotFoundError extends PivotbookError {
  override readonly name = "NotFoundError";
}

/** Somebody else changed the same thing first. */
export class ConflictError extends PivotbookError {
  override readonly name = "ConflictError";
}

/** A state that should be unreachable: a defect of Pivotbook. */
export class BugError extends PivotbookError {
  override readonly name = "BugError";
}

/** An error as one plain object, to cross HTTP or a message port. */
export interface ErrorReport {
  readonly code: string;
  readonly message: string;
  readonly remedy?: string;
  readonly where: Where;
}

/** Makes any thrown value a report for a reader; never holds a stack trace. */
export function reportOf(error: unknown): ErrorReport {
  if (error instanceof PivotbookError) {
    const { code, message, remedy, where } = error;
    return {
      code,
      message,
      where,
      ...(remedy === undefined ? {} : { remedy }),
    };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: "unexpected", message, where: {} };
}
