import assert from "node:assert/strict";
import {
  anchorIn,
  isInside,
  notebookAt,
  pathOf,
} from "../../../components/notebook/address.ts";

Deno.test("a notebook's path names it, whatever its letters", () => {
  for (const name of ["case", "case 1", "Fälle & mehr"]) {
    assert.equal(notebookAt(pathOf(name)), name);
  }
});

Deno.test("a path that is no notebook's, or cannot be read, names none", () => {
  for (const path of ["/", "/notebooks/", "/notebooks/a/b", "/notebooks/%"]) {
    assert.equal(notebookAt(path), null, path);
  }
});

Deno.test("only links to pages of the application stay inside", () => {
  assert.deepEqual(
    ["/", "/notebooks/case", "/api/datasets", "#seed", "//host.example/"]
      .filter(isInside),
    ["/", "/notebooks/case"],
  );
});

Deno.test("anchorIn() reads a hash, and nothing from a broken one", () => {
  assert.deepEqual(["#The%20alert", "#%", ""].map(anchorIn), [
    "The alert",
    "",
    "",
  ]);
});
