import assert from "node:assert/strict";
import type { Indicator } from "@pivotbook/data";
import { rowOffers } from "../../../components/evidence/row_offers.ts";

function column(name: string, indicator: "domain" | "mixed"): {
  name: string;
  title: string;
  doc: string;
  type: string;
  indicator: "domain" | "mixed";
} {
  return { name, title: name, doc: "", type: "VARCHAR", indicator };
}

const columns = [column("rrname", "domain"), column("rdata", "mixed")];

Deno.test("a row names what each of its indicators leads to", () => {
  const row = { rrname: "sap.host.example", rdata: "192.0.2.7" };
  const [name, address] = rowOffers({ row, columns });
  const labels = name?.offers.map(({ label }) => label) ?? [];
  assert.deepEqual(labels.slice(0, 4), [
    "Everything known of it",
    "Addresses of this name",
    "Names below host[.]example",
    "Names below sap[.]host[.]example",
  ]);
  for (
    const label of [
      "Same registrant",
      "Same nameserver",
      "Pages that embed it",
      "Samples that talk to it",
      "Same certificate",
    ]
  ) assert.ok(labels.includes(label), label);
  assert.equal(name?.column.name, "rrname");
  assert.equal(address?.offers[1]?.label, "Names on this address");
  assert.deepEqual(address?.offers[1]?.kinds, ["resolutions"]);
});

Deno.test("an indicator stands once, and what the cell is about comes last", () => {
  const seed: Indicator = { type: "domain", value: "host.example" };
  const row = { rrname: "host.example", rdata: "192.0.2.7" };
  const groups = rowOffers({ row, columns: [...columns, ...columns] }, [seed]);
  assert.deepEqual(groups.map(({ indicator }) => indicator.value), [
    "192.0.2.7",
    "host.example",
  ]);
});
