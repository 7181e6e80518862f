import assert from "node:assert/strict";
import { safeText } from "../../../components/grid/cell_indicator.ts";
import { kindGridColumns } from "../../../components/grid/source.ts";

Deno.test("a text that holds indicators is defanged, other text is left as it is", () => {
  const [rdata, source] = ["rdata", "source"].map((name) =>
    kindGridColumns("resolutions").find((column) => column.name === name)
  );
  assert.ok(rdata && source);
  assert.equal(
    safeText("10 mail.example.net", rdata),
    "10 mail[.]example[.]net",
  );
  assert.equal(
    safeText("v=spf1 ip4:192.0.2.1 -all. End", rdata),
    "v=spf1 ip4:192[.]0[.]2[.]1 -all. End",
  );
  assert.equal(safeText("dns.log, line 3", source), "dns.log, line 3");
});
