import assert from "node:assert/strict";
import type { Row } from "@pivotbook/data";
import { day } from "../../fakes/table_lookup.ts";
import { openTestNotebook } from "../session/test_notebook.ts";

const span = (name: string, first: string, last: string | null): Row => ({
  rrname: `${name}.example.com`,
  rrtype: "A",
  rdata: "192.0.2.1",
  first_seen: day(first),
  last_seen: last === null ? null : day(last),
  seen_as: "wire",
});

const observed = (value: string, when: string | null): Row => ({
  subject: "192.0.2.0/24",
  field: "name",
  value,
  observed_at: when === null ? null : day(when),
});

const rows = {
  resolutions: [
    span("before", "2016-01-01", "2016-12-31"),
    span("into", "2016-12-01", "2017-01-01"),
    span("inside", "2017-01-01", "2017-01-31"),
    span("around", "2016-01-01", "2018-01-01"),
    span("outof", "2017-01-31", "2017-02-01"),
    span("after", "2017-02-01", "2017-03-01"),
    span("open", "2016-06-01", null),
    span("openafter", "2017-06-01", null),
  ],
  whois: [
    observed("old", "2015-01-01"),
    observed("inforce", "2016-05-01"),
    observed("during", "2017-01-15"),
    observed("later", "2017-05-01"),
    observed("undated", null),
  ],
};

const cases: readonly [string, string, string, string][] = [
  [
    "2017-01-01..2017-01-31",
    "overlap",
    "into inside around outof open",
    "inforce during undated",
  ],
  ["2017-01-01..2017-01-31", "complete", "inside", "during undated"],
  ["..2016-12-31", "overlap", "before into around open", "old inforce undated"],
  [
    "2017-02-01..",
    "overlap",
    "around outof after open openafter",
    "during later undated",
  ],
  [
    "..",
    "overlap",
    "before into inside around outof after open openafter",
    "old inforce during later undated",
  ],
];

for (const [range, mode, names, values] of cases) {
  Deno.test(`a window ${range} with mode=${mode}`, async () => {
    const text = `\`\`\`input period type=daterange\n${range}\n\`\`\`\n` +
      `\`\`\`pivot p during=period mode=${mode}\n192.0.2.1\n192.0.2.0/24\n\`\`\`\n`;
    const notebook = await openTestNotebook(text, { rows });
    assert.equal(notebook.cell("p").error, null);
    const resolutions = await notebook.rows("from p.resolutions");
    assert.equal(
      resolutions.map((row) => String(row["rrname"]).split(".")[0]).join(" "),
      names,
    );
    const whois = await notebook.rows("from p.whois");
    assert.equal(whois.map((row) => String(row["value"])).join(" "), values);
    await notebook.close();
  });
}
