import assert from "node:assert/strict";
import type { SelectedRow } from "../../../components/events.ts";
import { rowOffers } from "../../../components/evidence/row_offers.ts";

Deno.test("a row offers every step of its indicators once", () => {
  const column = (name: string) => ({
    name,
    title: name,
    doc: "",
    type: "VARCHAR",
    indicator: "domain" as const,
  });
  const columns = ["parent", "child", "other"].map(column);
  const row = { parent: "host.example", child: "host.example", other: null };
  const selected = { row, columns } as unknown as SelectedRow;
  assert.deepEqual(
    rowOffers(selected).map(({ column, indicator }) => [
      column.name,
      indicator.value,
    ]),
    [["parent", "host.example"], ["parent", "*.host.example"]],
  );
});
