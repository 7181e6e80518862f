import assert from "node:assert/strict";
import type { PivotOutput } from "@pivotbook/cells";
import {
  allColumns,
  datasetKinds,
  type Engine,
  identifier,
  INDICATOR_TYPES,
  type IndicatorType,
  rowsOf,
} from "@pivotbook/data";
import {
  type OwnFact,
  typeFactsOf,
  typeFactsSql,
} from "../../../components/pivot/type_facts.ts";
import { openNativeEngine } from "../../fakes/native_engine.ts";

/** An engine with an empty table of every kind. */
async function withTables(): Promise<Engine> {
  const engine = await openNativeEngine();
  for (const kind of datasetKinds) {
    const columns = allColumns(kind).map(({ name, type }) =>
      `${identifier(name)} ${type}`
    );
    await engine.query(`CREATE TABLE ${kind.name} (${columns.join(", ")})`);
  }
  return engine;
}

async function factsOf(
  engine: Engine,
  type: IndicatorType,
): Promise<readonly OwnFact[]> {
  const tables = datasetKinds.map(({ name }) => ({ kind: name, empty: false }));
  const output = {
    seeds: [{ type, value: "x" }],
    tables,
  } as unknown as PivotOutput;
  const sql = `SELECT 1 AS one${typeFactsSql(output, identifier)}`;
  const [row = {}] = rowsOf(await engine.query(sql));
  return typeFactsOf(output, row);
}

Deno.test("facts without a value are left out, whatever the type", async () => {
  const engine = await withTables();
  for (const type of INDICATOR_TYPES) {
    assert.deepEqual(await factsOf(engine, type), [], type);
  }
  await engine.close();
});

Deno.test("an e-mail address says in which registrations it stands, and when", async () => {
  const engine = await withTables();
  await engine.query(
    `INSERT INTO whois (subject, section, field, value, observed_at) VALUES
    ('one.example', 'registrant', 'email', 'x', TIMESTAMP '2016-06-01'),
    ('two.example', 'technical', 'email', 'x', TIMESTAMP '2017-01-09')`,
  );
  assert.deepEqual(await factsOf(engine, "email"), [
    { title: "registrations with it", text: "2" },
    { title: "as", text: "registrant, technical" },
    { title: "first in a record of", text: "2016-06-01" },
    { title: "last in a record of", text: "2017-01-09" },
  ]);
  await engine.close();
});

Deno.test("a hash says what is known of the file", async () => {
  const engine = await withTables();
  await engine.query(`INSERT INTO samples (md5, family, size) VALUES
    ('x', 'Ratankba', 12345), ('x', 'Lazarus', 12345)`);
  assert.deepEqual(await factsOf(engine, "md5"), [
    { title: "family", text: "Lazarus, Ratankba" },
    { title: "bytes", text: "12,345" },
  ]);
  await engine.close();
});
