import assert from "node:assert/strict";
import { errorText } from "../../../components/cell/error_text.ts";

const excerpt = "LINE 1: select from where\n                    ^";

Deno.test("the piece of text that is wrong stands once, below what is wrong", () => {
  const headline = 'Parser Error: syntax error at or near "where"';
  assert.deepEqual(
    errorText(`${headline}\n\n${excerpt}\n\n${excerpt}`),
    { headline, excerpt },
  );
});

Deno.test("a message of one line has no excerpt", () => {
  assert.deepEqual(errorText("Nothing to look up"), {
    headline: "Nothing to look up",
    excerpt: "",
  });
});
