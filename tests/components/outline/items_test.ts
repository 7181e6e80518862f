import assert from "node:assert/strict";
import { parseNotebook } from "@pivotbook/cells";
import {
  type OutlineItem,
  outlineOf,
} from "../../../components/outline/items.ts";

function labels(items: readonly OutlineItem[]): unknown[] {
  return items.map(({ label, children }) =>
    children.length > 0 ? [label, labels(children)] : label
  );
}

Deno.test("outlineOf() hangs linked pivots below where they came from", () => {
  const notebook = parseNotebook(
    "# The alert\n\n```pivot seed\n192.0.2.7\n```\n\nNo heading\n\n```pivot lure from=seed.resolutions.rrname\nhost.example\n```\n\n```pivot lost from=nowhere.x.y\nhost.example\n```\n",
  );
  assert.deepEqual(labels(outlineOf(notebook)), ["The alert", ["seed", [
    "lure",
  ]], "lost"]);
});

Deno.test("outlineOf() ends for pivots that name each other", () => {
  const notebook = parseNotebook(
    "```pivot a from=b.x.y\n1\n```\n\n```pivot b from=a.x.y\n2\n```\n\n```pivot c from=c.x.y\n3\n```\n",
  );
  assert.deepEqual(labels(outlineOf(notebook)), [["a", ["b"]], "c"]);
});
