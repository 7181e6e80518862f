import { PivotbookError } from "@pivotbook/data";

/** The server could not be reached at all. */
export class OfflineError extends PivotbookError {
  override readonly name = "OfflineError";

  constructor(cause: unknown) {
    super("The server does not answer", {
      code: "server-gone",
      remedy: "Start it again; what you wrote is kept here",
      cause,
    });
  }
}
