import assert from "node:assert/strict";
import { parseNotebook } from "@pivotbook/cells";
import { blockAt, sectionsOf } from "../../../components/outline/sections.ts";

/** Headings with the cells below them, each behind a dash a level. */
function outline(text: string): unknown[] {
  return sectionsOf(parseNotebook(text)).map(({ heading, cells }) => [
    heading?.label ?? null,
    ...cells.map(({ cell, depth }) => "-".repeat(depth) + (cell.name ?? "")),
  ]);
}

Deno.test("sectionsOf() keeps the notebook's order, with pivots below the pivot they came from", () => {
  const text =
    "```input period type=daterange\n..\n```\n\n## The alert\n\n```sql alert\nselect 1\n```\n\n```pivot seed from=alert.x\n192.0.2.7\n```\n\n## The name\n\n```pivot lure from=seed.resolutions.rrname\nhost.example\n```\n\nNo heading\n\n```pivot deeper from=lure.x.y\nhost.example\n```\n\n```pivot lost from=nowhere.x.y\nhost.example\n```\n";
  assert.deepEqual(outline(text), [
    [null, "period"],
    ["The alert", "alert", "seed"],
    ["The name", "-lure", "--deeper", "lost"],
  ]);
});

Deno.test("sectionsOf() ends for pivots that name each other", () => {
  const text =
    "```pivot a from=b.x.y\n1\n```\n\n```pivot b from=a.x.y\n2\n```\n\n```pivot c from=c.x.y\n3\n```\n";
  assert.deepEqual(outline(text), [[null, "a", "-b", "c"]]);
});

Deno.test("every heading of a prose block stands in the outline and can be linked to", () => {
  const notebook = parseNotebook("# One\n\ntext\n\n## Two ##\n");
  assert.deepEqual(
    sectionsOf(notebook).map(({ heading }) => [heading?.label, heading?.level]),
    [["One", 1], ["Two", 2]],
  );
  assert.equal(blockAt(notebook, "Two"), notebook.blocks[0]);
});

Deno.test("sectionsOf() takes no comment in code for a heading", () => {
  const text =
    "# One\n\n```sh\n# not a heading\n```\n\n## Two\n\n~~~\n# nor this";
  assert.deepEqual(outline(text), [["One"], ["Two"]]);
});
