import assert from "node:assert/strict";
import { proseValues } from "@pivotbook/cells";

Deno.test("proseValues() finds references outside code", () => {
  const raw =
    "It had ${seed.summary.names} names, `${a.b}` not, \\${c.d} not.\n```\n${e.f}\n```\n${spikes.week} and ${one} and ``x ` ${g.h}``";
  assert.deepEqual(
    proseValues(raw).map(({ cell, table, column, start, stop }) => ({
      path: [cell, table, column],
      text: raw.slice(start, stop),
    })),
    [
      {
        path: ["seed", "summary", "names"],
        text: "${seed.summary.names}",
      },
      { path: ["spikes", null, "week"], text: "${spikes.week}" },
    ],
  );
});
