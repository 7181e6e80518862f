import { PivotbookError, QueryError } from "@pivotbook/data";
import { segmentError } from "./segment_error.ts";

/** Messages of WebAssembly traps, after which the instance answers nothing sensible. */
const TRAPS =
  /unreachable|memory access out of bounds|index is out of bounds|signature mismatch|null function|Aborted\(/;

/** DuckDB's words for a file of its own that is none. */
const NO_DATABASE = /file "(.+)" exists, but it is not a valid DuckDB/;

/** DuckDB's words for a block of a file whose bytes are not those that were written. */
const DAMAGED_BLOCK = /^IO Error: Corrupt database file: computed checksum/;

/** Our own words of a segment, with its address: a row, or a query, may hold the words alone. */
const OF_SEGMENT =
  /Segment (?:changed|answered)[^]*\/segments\/\S+\.duckdb|\/segments\/\S+\.duckdb[^]*Segment answered/;

/** Whether an error says that the engine is gone. */
export function isCrash(error: unknown): boolean {
  return !(error instanceof PivotbookError) && error instanceof Error &&
    TRAPS.test(error.message);
}

/** What every call after a crash rejects with. */
export function crashedError(message: string): QueryError {
  return new QueryError(`The engine stopped: ${message}`, {
    code: "engine-crashed",
    remedy: "Run the cell again; the engine is started anew",
  });
}

/** Any error of the engine as one for a reader. */
export function queryError(error: unknown): PivotbookError {
  if (error instanceof PivotbookError) return error;
  const message = plainMessage(
    error instanceof Error ? error.message : String(error),
  );
  if (OF_SEGMENT.test(message)) return segmentError(message);
  if (DAMAGED_BLOCK.test(message)) {
    return segmentError(`Segment changed on the server: ${message}`);
  }
  const [, damaged = ""] = NO_DATABASE.exec(message) ?? [];
  if (damaged) return segmentError(`Segment changed on the server: ${damaged}`);
  return new QueryError(message, { code: "query-failed", cause: error });
}

/** DuckDB-WASM gives some errors as JSON; native DuckDB's wording of them. */
function plainMessage(message: string): string {
  if (!message.startsWith('{"exception_type"')) return message;
  const { exception_type: type, exception_message: text } = JSON.parse(message);
  return `${type} Error: ${text}`;
}
