import assert from "node:assert/strict";
import { datasetKinds } from "@pivotbook/data";
import type { PivotOutput } from "@pivotbook/cells";
import { day } from "../../fakes/table_lookup.ts";
import {
  openTestNotebook,
  type TestNotebook,
} from "../session/test_notebook.ts";

const text = "```input period type=daterange\n..\n```\n\n" +
  "```pivot seed during=period\n192[.]0[.]2[.]1 # the alert's\n```\n\n" +
  "```pivot lure from=seed.resolutions.rrname\nb[.]example[.]com\n```\n\n" +
  "```pivot names from=seed.resolutions.rrname kinds=resolutions\n```\n";

function outputOf(notebook: TestNotebook, name: string): PivotOutput {
  const { output, error } = notebook.cell(name);
  assert.equal(error, null);
  assert.equal(output?.type, "pivot");
  return output as PivotOutput;
}

function counts(output: PivotOutput): Record<string, number> {
  const some = output.tables.filter(({ rows }) => rows > 0);
  return Object.fromEntries(some.map(({ kind, rows }) => [kind, rows]));
}

Deno.test("pivot: a table for every kind, linked samples among them", async () => {
  const notebook = await openTestNotebook(text);
  const seed = outputOf(notebook, "seed");
  assert.deepEqual(seed.seeds, [{ type: "ipv4", value: "192.0.2.1" }]);
  assert.equal(seed.tables.length, datasetKinds.length);
  assert.deepEqual(counts(seed), {
    resolutions: 2,
    samples: 1,
    sample_links: 1,
  });
  const [summary] = await notebook.rows("from seed.summary");
  assert.equal(summary?.["names"], 2n);
  assert.equal(summary?.["addresses"], 1n);
  assert.equal(summary?.["rows"], 4n);
  assert.equal(summary?.["first_seen"], day("2016-10-01"));
  assert.equal(summary?.["last_seen"], day("2017-01-05"));
  for (const { name } of datasetKinds) {
    await notebook.rows(`select import_id, dataset from seed.${name}`);
  }
  await notebook.close();
});

Deno.test("pivot: a link with values, and a column as a whole", async () => {
  const notebook = await openTestNotebook(text);
  assert.deepEqual(outputOf(notebook, "lure").seeds.map(({ value }) => value), [
    "b.example.com",
  ]);
  assert.equal(counts(outputOf(notebook, "lure"))["resolutions"], 2);
  assert.deepEqual(
    outputOf(notebook, "names").seeds.map(({ value }) => value),
    ["a.example.com", "b.example.com"],
  );
  assert.deepEqual(counts(outputOf(notebook, "names")), { resolutions: 3 });
  await notebook.close();
});

Deno.test("pivot: a window narrows without another lookup", async () => {
  const notebook = await openTestNotebook(text);
  const asked = notebook.lookup.asked.length;
  notebook.session.dispatch({
    type: "edit",
    id: notebook.cell("period").id,
    raw: "```input period type=daterange\n2017-01-01..2017-01-31\n```\n",
  });
  await notebook.session.settled();
  const seed = outputOf(notebook, "seed");
  assert.equal(counts(seed)["resolutions"], 1);
  assert.deepEqual(seed.window, {
    start: String(day("2017-01-01")),
    stop: String(day("2017-02-01")),
  });
  const resolutions = seed.tables.find(({ kind }) => kind === "resolutions");
  const all = await notebook.rows(
    `select count(*) as n from ${resolutions?.unfiltered}`,
  );
  assert.equal(all[0]?.["n"], 2n);
  const again = notebook.lookup.asked.slice(asked);
  assert.equal(notebook.cell("seed").reason, "ran because period changed");
  assert.ok(again.length <= datasetKinds.length, again.join());
  assert.equal(outputOf(notebook, "names").seeds.length, 1);
  await notebook.close();
});

Deno.test("pivot: timeline is a step function over the unfiltered rows", async () => {
  const notebook = await openTestNotebook(text);
  const rows = await notebook.rows(
    "select strftime(day, '%Y-%m-%d') as day, active, appeared, disappeared, changed from seed__all.timeline where kind = 'resolutions' order by day",
  );
  assert.deepEqual(rows.map((row) => Object.values(row)), [
    ["2016-10-01", 1n, 1n, 0n, 0n],
    ["2016-10-20", 1n, 0n, 1n, 0n],
    ["2016-10-21", 0n, 0n, 0n, 0n],
    ["2017-01-05", 1n, 1n, 1n, 0n],
    ["2017-01-06", 0n, 0n, 0n, 0n],
  ]);
  await notebook.close();
});

Deno.test("pivot: timeline shows what lies in the window, and what holds at its ends", async () => {
  const notebook = await openTestNotebook(text);
  const select =
    "select strftime(day, '%Y-%m-%d') as day, active, appeared, disappeared from seed.timeline where kind = 'resolutions' order by day";
  const inWindow = async (window: string) => {
    notebook.session.dispatch({
      type: "edit",
      id: notebook.cell("period").id,
      raw: `\`\`\`input period type=daterange\n${window}\n\`\`\`\n`,
    });
    await notebook.session.settled();
    const rows = await notebook.rows(select);
    return rows.map((row) => Object.values(row).join(" "));
  };
  assert.deepEqual(await inWindow("2016-10-05..2016-10-10"), [
    "2016-10-05 1 0 0",
    "2016-10-10 1 0 0",
  ]);
  assert.deepEqual(await inWindow("2016-10-05..2016-10-05"), [
    "2016-10-05 1 0 0",
  ]);
  assert.deepEqual(await inWindow("2016-10-20..2016-10-20"), [
    "2016-10-20 1 0 1",
  ]);
  assert.deepEqual(await inWindow("2016-10-10..2016-12-31"), [
    "2016-10-10 1 0 0",
    "2016-10-20 1 0 1",
    "2016-10-21 0 0 0",
  ]);
  assert.equal((await inWindow("..")).length, 5);
  await notebook.close();
});

Deno.test("pivot: what cannot be looked up is an error with its line", async () => {
  const cases: readonly [string, string, number | undefined][] = [
    ["```pivot p\n192.0.2.1\nnot one\n```\n", "bad-indicator", 2],
    ["```pivot p\n```\n", "empty-pivot", 1],
    ["```pivot p limit=many\n192.0.2.1\n```\n", "bad-option", undefined],
    ["```pivot p kind=osint\n192.0.2.1\n```\n", "unknown-option", undefined],
    ["```pivot p from=nowhere.x\n```\n", "unknown-name", undefined],
    ["```pivot p datasets=other\n192.0.2.1\n```\n", "unknown-name", undefined],
    ["```pivot\n192.0.2.1\n```\n", "nameless-cell", undefined],
  ];
  for (const [text, code, line] of cases) {
    const notebook = await openTestNotebook(text);
    const [cell] = Object.values(notebook.session.state.cells);
    assert.equal(cell?.status, "error", text);
    assert.equal(cell.error?.code, code);
    assert.equal(cell.error?.where.line, line);
    await notebook.close();
  }
});

Deno.test("pivot: exclude leaves rows out", async () => {
  const notebook = await openTestNotebook(
    "```input parked type=indicators\n# none\nb[.]example[.]com\n```\n" +
      "```pivot seed exclude=parked\n192.0.2.1\n```\n" +
      "```pivot other exclude=a.example.com,c.example.com\n192.0.2.1\n```\n",
  );
  const name = async (table: string): Promise<unknown[]> =>
    (await notebook.rows(`select rrname from ${table}`)).map((row) =>
      row["rrname"]
    );
  assert.deepEqual(await name("seed.resolutions"), ["a.example.com"]);
  assert.deepEqual(await name("other.resolutions"), ["b.example.com"]);
  await notebook.close();
});

Deno.test("pivot: a table is empty where nothing was found, not where the window leaves nothing", async () => {
  const notebook = await openTestNotebook(
    "```input period type=daterange\n2001-01-01..2001-12-31\n```\n" +
      "```pivot seed during=period\n192.0.2.1\n```\n",
  );
  const { tables } = outputOf(notebook, "seed");
  assert.ok(tables.every(({ rows }) => rows === 0));
  assert.deepEqual(
    tables.filter(({ empty }) => !empty).map(({ kind }) => kind).sort(),
    ["resolutions", "sample_links", "samples"],
  );
  await notebook.close();
});

Deno.test("pivot: its rows are shown before its timeline is made", async () => {
  let seen: string[] = [];
  const notebook = await openTestNotebook(
    "```pivot seed\n192.0.2.1\n```\n",
    { drawn: () => Promise.resolve(void seen.push("drawn")) },
  );
  assert.deepEqual(seen, ["drawn"]);
  assert.deepEqual([notebook.cell("seed").partial], [false]);
  const first = notebook.cell("seed").output;
  seen = [];
  notebook.session.subscribe(({ cells }) => {
    const [cell] = Object.values(cells);
    if (cell?.output === first) return;
    seen.push(`${cell?.status} ${cell?.partial ? "partial" : "whole"}`);
  });
  notebook.session.dispatch({
    type: "edit",
    id: notebook.cell("seed").id,
    raw: "```pivot seed\nb.example.com\n```\n",
  });
  await notebook.session.settled();
  assert.deepEqual(seen, ["running partial", "drawn", "ok whole"]);
  await notebook.close();
});

Deno.test("pivot: one that is stopped before its timeline is whole after its next run", async () => {
  let stop = (): void => {};
  const notebook = await openTestNotebook("```pivot seed\n192.0.2.1\n```\n", {
    drawn: () => Promise.resolve(stop()),
  });
  const { id } = notebook.cell("seed");
  stop = () => notebook.session.dispatch({ type: "cancel", ids: "all" });
  const raw = "```pivot seed\nb.example.com\n```\n";
  notebook.session.dispatch({ type: "edit", id, raw });
  await notebook.session.settled();
  assert.equal(notebook.cell("seed").status, "cancelled");
  assert.deepEqual([notebook.cell("seed").partial], [true]);
  assert.equal(outputOf(notebook, "seed").seeds[0]?.value, "b.example.com");
  stop = () => {};
  notebook.session.dispatch({ type: "run", ids: "all" });
  await notebook.session.settled();
  assert.deepEqual([notebook.cell("seed").partial], [false]);
  const days = await notebook.rows(
    "select count(*) as n from seed.timeline where kind = 'resolutions'",
  );
  assert.equal(days[0]?.["n"], 4n);
  await notebook.close();
});
