import assert from "node:assert/strict";
import {
  damagedFile,
  isTrap,
  queryError,
} from "../../../components/engine/crash.ts";

const WORDS = [
  "unreachable",
  "memory access out of bounds",
  "table index is out of bounds",
  "function signature mismatch",
  "null function",
  "Aborted()",
  "RuntimeError: unreachable",
  "Segment answered 404: http://127.0.0.1/segments/one.duckdb",
  "Segment changed on the server: http://127.0.0.1/segments/one.duckdb",
];

/** An error as DuckDB's client makes it of what its worker sends. */
const sent = (name: string, message: string): Error =>
  Object.assign(new Error(message), { name });

Deno.test("isTrap() knows a trap by its class, whatever it says", () => {
  assert.ok(isTrap(sent("RuntimeError", "anything")));
  assert.ok(isTrap(sent("RangeError", "Maximum call stack size exceeded")));
  for (const words of WORDS) assert.ok(!isTrap(sent("Error", words)), words);
});

Deno.test("queryError() takes no text of a row or a query for anything else", () => {
  for (const words of [...WORDS, "Corrupt database file: computed checksum"]) {
    const error = sent("Error", `Invalid Input Error: ${words}`);
    assert.equal(queryError(error).code, "query-failed");
    assert.equal(damagedFile(error), null);
  }
});

Deno.test("damagedFile() tells a damaged block and a file that is no database", () => {
  const text =
    "Corrupt database file: computed checksum 1 does not match stored checksum 2 in block at location 864256";
  const errors = [
    new Error(`IO Error: ${text}`),
    new Error(
      JSON.stringify({ exception_type: "IO", exception_message: text }),
    ),
  ];
  for (const error of errors) {
    assert.deepEqual(damagedFile(error), {
      url: null,
      message: `IO Error: ${text}`,
    });
  }
  const url = "http://127.0.0.1/segments/one.duckdb";
  const words =
    `IO Error: The file "${url}" exists, but it is not a valid DuckDB database file!`;
  assert.equal(damagedFile(new Error(words))?.url, url);
});
