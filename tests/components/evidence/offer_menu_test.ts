import assert from "node:assert/strict";
import { offerMenu } from "../../../components/evidence/offer_menu.ts";
import { rowOffers } from "../../../components/evidence/row_offers.ts";
import type { StepCount } from "../../../components/indicator/step_counts.ts";
import { kindGridColumns } from "../../../components/grid/source.ts";

const [group] = rowOffers({
  row: { rrname: "host.example" },
  columns: kindGridColumns("resolutions"),
});
const leads = [{ type: "domain", value: "host.example" }] as const;

/** The number of offers that are listed, and the words below them. */
function menuOf(
  count: StepCount | null,
  { failed = false }: { failed?: boolean } = {},
): [number, string] {
  assert.ok(group);
  const counts = { of: () => count, failed };
  const { values } = offerMenu(group, { counts, choose: () => {} }) as {
    values: readonly [readonly unknown[], string];
  };
  return [values[0].length, values[1]];
}

const all = group?.offers.length;

Deno.test("what leads to nothing is said in words, once all was read", () => {
  const [listed, words] = menuOf({ found: 0, more: false, leads });
  assert.equal(listed, 1);
  assert.match(words, /^None: addresses of this name, /);
  assert.deepEqual(menuOf({ found: 0, more: true, leads }), [all, ""]);
});

Deno.test("what was not counted waits, and is offered where counting fails", () => {
  assert.deepEqual(menuOf(null), [1, "Counting what it leads to…"]);
  assert.deepEqual(
    menuOf(null, { failed: true }),
    [all, "These could not be counted"],
  );
});
