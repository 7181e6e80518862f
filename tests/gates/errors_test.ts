import assert from "node:assert/strict";

const ROOMS = ["data", "cells", "components", "server"];

/** As a property, also one that falls back on it, as a default, or as a column of a check in SQL. */
const CODE =
  /\bcode(?:: [\w.?]+ \?\?| =|:)\s+"([a-z-]+)"|'([a-z-]+)' AS code\b/g;

/** Codes that the rooms' sources give to errors. */
async function codesIn(folder: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    const path = `${folder}/${name}`;
    if (isDirectory) found.push(...await codesIn(path));
    else if (name.endsWith(".ts")) {
      const text = await Deno.readTextFile(path);
      found.push(...codesOf(text));
    }
  }
  return found;
}

function codesOf(source: string): string[] {
  return [...source.matchAll(CODE)].map(([, given, selected]) =>
    given ?? selected ?? ""
  );
}

Deno.test("codes are found wherever sources give them, and not where they are compared", () => {
  const source = `{ code: "a-a" }; { code: report?.code ?? "b-b" };
    (code = "c-c") => 1; SELECT 'd-d' AS code; error.code === "e-e"`;
  assert.deepEqual(codesOf(source), ["a-a", "b-b", "c-c", "d-d"]);
});

Deno.test("every error code stands in .github/ERRORS.md, and no other", async () => {
  const used = new Set((await Promise.all(ROOMS.map(codesIn))).flat());
  const table = await Deno.readTextFile(".github/ERRORS.md");
  const listed = new Set(
    [...table.matchAll(/^\| `([a-z-]+)`/gm)].map(([, code]) => code ?? ""),
  );
  assert.deepEqual(
    [...used].filter((code) => !listed.has(code)).sort(),
    [],
    "missing in ERRORS.md",
  );
  assert.deepEqual(
    [...listed].filter((code) => !used.has(code)).sort(),
    [],
    "no longer used",
  );
});
