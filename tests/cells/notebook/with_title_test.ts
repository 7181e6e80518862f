import assert from "node:assert/strict";
import fc from "fast-check";
import { parseNotebook, withTitle } from "@pivotbook/cells";

const bodies = [
  "",
  "Words.\n",
  "---\ntlp: clear\n---\n\nWords.\n",
  "---\ntitle: A case\ntlp: clear # ours\ndatasets: [knf]\n---\n\nWords.\n",
  '---\n# of the case\ntitle: "A case"   # working title\n---\nWords.\n',
  "---\ntitle: >\n  A case\n  of two lines\ntlp: clear\n---\nWords.\n",
  "---\ntitle:\ntlp: clear\n---\nWords.\n",
  "---\r\ntitle: A case\r\ntlp: clear\r\n---\r\nWords.\r\n",
];

Deno.test("a title is set and nothing else changes", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...bodies),
      fc.string({ unit: "grapheme", minLength: 1 }).filter((text) =>
        text.trim() !== ""
      ),
      (text, title) => {
        const before = parseNotebook(text);
        const after = parseNotebook(withTitle(text, title));
        assert.equal(after.title, title.replaceAll(/\s+/g, " ").trim());
        assert.deepEqual(after.problems, []);
        assert.equal(after.tlp, before.tlp);
        assert.deepEqual(after.datasets, before.datasets);
        assert.equal(
          after.blocks.map(({ raw }) => raw).join("").trim(),
          before.blocks.map(({ raw }) => raw).join("").trim(),
        );
      },
    ),
    { seed: 7 },
  );
});

Deno.test("comments and the other fields stay as they are written", () => {
  assert.equal(
    withTitle(bodies[3] ?? "", "Another: case"),
    '---\ntitle: "Another: case"\ntlp: clear # ours\ndatasets: [knf]\n---\n\nWords.\n',
  );
  assert.equal(
    withTitle(bodies[4] ?? "", "Another"),
    "---\n# of the case\ntitle: Another   # working title\n---\nWords.\n",
  );
});
