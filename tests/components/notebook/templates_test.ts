import assert from "node:assert/strict";
import { inputTypes, parseNotebook } from "@pivotbook/cells";
import { cellsOf, withChoices } from "../../../components/notebook/edits.ts";
import { templates } from "../../../components/notebook/templates.ts";

Deno.test("an input of each type can be added, with a value that can be read", () => {
  const added = templates.filter(({ input }) => input).map(({ raw }) => {
    const [cell] = cellsOf(parseNotebook(raw.replace("NAME", "one")));
    assert.ok(cell);
    const type = inputTypes.find(({ name }) => name === cell.options["type"]);
    assert.ok(type, raw);
    assert.ok(type.read(cell).length > 0);
    return type.name;
  });
  assert.deepEqual(
    added.toSorted(),
    inputTypes.map(({ name }) => name).toSorted(),
  );
});

Deno.test("other choices keep what is chosen where they can", () => {
  const text = "```input one type=choice choices=a,b\nb\n```\n";
  const [cell] = cellsOf(parseNotebook(text));
  assert.ok(cell);
  assert.equal(
    withChoices(cell, ["b", "two words"]),
    '```input one type=choice choices="b,two words"\nb\n```\n',
  );
  assert.equal(
    withChoices(cell, ["c"]),
    "```input one type=choice choices=c\nc\n```\n",
  );
});
