import { PivotbookError, QueryError } from "@pivotbook/data";

/** Errors that leave the WebAssembly instance in no state to go on from, by the class that the worker names: a trap, or the end of its stack. */
const TRAPS = ["RuntimeError", "RangeError"];

/**
 * Whether an error says that the engine is gone. The worker sends the class of
 * what it caught beside the message; DuckDB's own errors are plain ones,
 * whatever a query or a row may make them say.
 */
export function isTrap(error: unknown): error is Error {
  return error instanceof Error && TRAPS.includes(error.name);
}

/** What the call that brought the engine down rejects with. */
export function crashedError(message: string): QueryError {
  return new QueryError(`The engine stopped: ${message}`, {
    code: "engine-crashed",
    remedy:
      "The engine is started anew, and this is not tried again by itself; make it smaller, or run it once more",
  });
}

/** What the calls reject with that waited when another brought the engine down, and all after it. */
export function lostError(message: string): QueryError {
  return new QueryError(`The engine stopped: ${message}`, {
    code: "engine-lost",
    remedy: "Wait: the engine is started anew",
  });
}

/** What every call of an engine rejects with that was closed. */
export function closedError(): QueryError {
  return new QueryError("The engine was closed", {
    code: "engine-closed",
    remedy: "Reload the page",
  });
}

/** Any error of the engine as one for a reader. */
export function queryError(error: unknown): PivotbookError {
  if (error instanceof PivotbookError) return error;
  return new QueryError(duckdbMessage(error), {
    code: "query-failed",
    cause: error,
  });
}

/** DuckDB's message behind the class of its error, also where DuckDB-WASM gives it as JSON. */
export function duckdbMessage(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (!message.startsWith('{"exception_type"')) return message;
  const { exception_type: type, exception_message: text } = JSON.parse(message);
  return `${type} Error: ${text}`;
}

/** Whether DuckDB has no way to do it, as to give values of some types to the page. */
export function isNotImplemented(error: unknown): boolean {
  return duckdbMessage(error).startsWith("Not implemented Error:");
}

/** DuckDB's errors that may leave a database that answers nothing more. */
const FATAL = /^(?:FATAL|INTERNAL) Error:/i;

/** Whether the engine should be asked if it still answers. */
export function isDoubtful(error: unknown): boolean {
  return FATAL.test(duckdbMessage(error));
}

/** DuckDB's words for a file of its own that is none: only its own errors begin so. */
const NO_DATABASE =
  /^IO Error: [^"]*file "([^"]+)" exists, but it is not a valid DuckDB/;

/** DuckDB's words for a block of a file whose bytes are not those that were written. */
const DAMAGED_BLOCK = /^IO Error: Corrupt database file: computed checksum/;

/** A segment in which DuckDB found other bytes than it wrote; null where it says nothing of the kind. It does not always say which one. */
export function damagedFile(
  error: unknown,
): { readonly url: string | null; readonly message: string } | null {
  const message = duckdbMessage(error);
  if (DAMAGED_BLOCK.test(message)) return { url: null, message };
  const [, url] = NO_DATABASE.exec(message) ?? [];
  return url === undefined ? null : { url, message: url };
}
