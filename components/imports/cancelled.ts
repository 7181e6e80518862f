import { PivotbookError } from "@pivotbook/data";

/** A file was given up before the server had it: it does not take it any more. */
export const cancelledBefore: PivotbookError = new PivotbookError(
  "Cancelled before it was sent",
  { code: "import-cancelled", remedy: "Nothing was imported" },
);

/** A file was given up, but the server did not say what became of it. */
export const mayBeImported: PivotbookError = new PivotbookError(
  "The server does not answer, so it may still be imported",
  {
    code: "server-gone",
    remedy: "Look at the dataset when the server is there again",
  },
);
