import assert from "node:assert/strict";
import { defang, refangPart } from "@pivotbook/data";

Deno.test("refangPart() of what is shown, or of a piece of it, is what is stored", () => {
  for (
    const [part, stored] of [
      ["hxxp://", "http://"],
      ["hxxps://www[.]exa", "https://www.exa"],
      ["[.]", "."],
      ["2001[:]db8", "2001:db8"],
      ["1[::]", "1::"],
      ["user[@]exam", "user@exam"],
      ["fxp", "ftp"],
      ["a[0]=1", "a[0]=1"],
      ["plain text", "plain text"],
    ] as const
  ) {
    assert.equal(refangPart(part), stored);
  }
  const url = { type: "url", value: "http://example.com/a)" } as const;
  assert.equal(refangPart(defang(url)), url.value);
});
