import assert from "node:assert/strict";
import { cellText } from "../../../components/grid/cell_indicator.ts";
import { kindGridColumns } from "../../../components/grid/source.ts";

Deno.test("a text that holds indicators is defanged, other text is left as it is", () => {
  const [rdata, source] = ["rdata", "source"].map((name) =>
    kindGridColumns("resolutions").find((column) => column.name === name)
  );
  assert.ok(rdata && source);
  const textOf = (text: string) => cellText({ rdata: text }, rdata);
  assert.equal(textOf("10 mail.example.net"), "10 mail[.]example[.]net");
  assert.equal(
    textOf("v=spf1 ip4:192.0.2.1 -all. End"),
    "v=spf1 ip4:192[.]0[.]2[.]1 -all. End",
  );
  assert.equal(
    cellText({ source: "dns.log, line 3" }, source),
    "dns.log, line 3",
  );
});

Deno.test("each indicator of a list is defanged", () => {
  const names = kindGridColumns("certificates")
    .find((column) => column.name === "names");
  assert.ok(names);
  const row = { names: ["a.example", "*.b.example"] };
  assert.equal(cellText(row, names), "a[.]example, *[.]b[.]example");
  assert.equal(cellText({ names: [] }, names), "");
  assert.equal(cellText({ names: null }, names), "");
});
