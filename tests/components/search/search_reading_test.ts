import assert from "node:assert/strict";
import { readSearch } from "../../../components/search/search_reading.ts";

Deno.test("a report's names of files are left out and said", () => {
  const { found, leftOut } = readSearch(
    "See readme.md: 192.0.2.1 answered for www.example.com and readme.md.",
  );
  assert.deepEqual(found.map(({ value }) => value), [
    "192.0.2.1",
    "www.example.com",
  ]);
  assert.deepEqual(leftOut, [{ type: "domain", value: "readme.md" }]);
});

Deno.test("the only thing typed is looked for, with what else it may be", () => {
  const { found, leftOut, notes } = readSearch("readme.md");
  assert.deepEqual(found, [{ type: "domain", value: "readme.md" }]);
  assert.deepEqual(leftOut, []);
  assert.deepEqual(notes, ["may be a file name"]);
});
