import assert from "node:assert/strict";
import { parseNotebook } from "@pivotbook/cells";
import type { SelectedRow } from "../../../components/events.ts";
import { trailOf } from "../../../components/evidence/trail.ts";
import { kindGridColumns } from "../../../components/grid/source.ts";

Deno.test("the way to a row names kinds as their tabs do", () => {
  const notebook = parseNotebook(
    "```pivot seed\n192[.]0[.]2[.]7\n```\n\n```pivot lure from=seed.resolutions.rrname\nhost[.]example\n```\n",
  );
  const selected: SelectedRow = {
    cell: "lure",
    kind: "hostpairs",
    index: 0,
    total: 3,
    row: { parent: "page.example", child: "host.example" },
    columns: kindGridColumns("hostpairs"),
  };
  assert.deepEqual(
    trailOf(notebook, selected).map(({ text, how }) => `${text}: ${how}`),
    [
      "192[.]0[.]2[.]7: pasted into seed",
      "host[.]example: lure, from seed · Resolutions · rrname",
      "page[.]example: Host pairs of lure, row 1 of 3",
    ],
  );
});
