import type { Column } from "../engine/table.ts";
import type { Engine } from "../engine/engine.ts";
import { qualified } from "../sql/literal.ts";
import type { KeyTables } from "./conditions.ts";
import type { Key } from "./key.ts";
import type { OrderPlan } from "./plan.ts";

/** Schema of the tables through which texts reach a lookup. */
export const KEY_SCHEMA = "_lookup";

const opened = new WeakMap<Engine, Promise<unknown>>();

/** Makes the schema of the key tables, once in each engine. */
export async function openKeySchema(engine: Engine): Promise<void> {
  const known = opened.get(engine);
  const opening = known ??
    engine.query(`CREATE SCHEMA IF NOT EXISTS ${KEY_SCHEMA}`);
  opened.set(engine, opening);
  opening.catch(() => opened.delete(engine));
  await opening;
}

let lookups = 0;

/** A number that no other lookup of this process has: key tables are named by it, so that lookups at the same time do not meet. */
export function lookupSerial(): number {
  return lookups++;
}

/** Names of the key tables of the lookup that makes `target`; `serial` is null in what a reader is shown. */
export function keyTablesOf(
  target: string,
  { use, serial }: { use: string; serial: number | null },
): KeyTables {
  const label = target.replaceAll('"', "").replaceAll(".", "_");
  const name = serial === null ? label : `${label}_${serial}`;
  return {
    names: qualified(KEY_SCHEMA, `${name}_${use}_names`),
    texts: qualified(KEY_SCHEMA, `${name}_${use}_texts`),
    words: qualified(KEY_SCHEMA, `${name}_${use}_words`),
  };
}

/** Fills those key tables that the plans and words need, and gives their names. */
export async function insertKeys(
  engine: Engine,
  { plans, words, tables }: {
    plans: readonly OrderPlan[];
    words: readonly string[];
    tables: KeyTables;
  },
): Promise<string[]> {
  const keys = plans.flatMap((plan) => plan.keys);
  const names = keys.filter(({ base }) => base !== "");
  const texts = keys.filter(({ shape }) => shape === "text")
    .map(({ text }) => text);
  const wanted = [
    ...(names.length > 0 ? [[tables.names, nameColumns(names)] as const] : []),
    ...(texts.length > 0
      ? [[tables.texts, [textColumn("text", texts)]] as const]
      : []),
    ...(words.length > 0 ? [[tables.words, wordColumns(words)] as const] : []),
  ];
  if (wanted.length === 0) return [];
  await openKeySchema(engine);
  for (const [table, columns] of wanted) await engine.insert(table, columns);
  return wanted.map(([table]) => table);
}

/** Statements that drop key tables again. */
export function dropsSql(tables: readonly string[]): string {
  return tables.map((table) => `DROP TABLE IF EXISTS ${table};\n`).join("");
}

function nameColumns(names: readonly Key[]): Column[] {
  return [
    textColumn("base", names.map(({ base }) => base)),
    textColumn("rest", names.map(({ rest }) => rest)),
    {
      name: "below",
      type: "BOOLEAN",
      values: names.map(({ shape }) => shape === "below"),
    },
  ];
}

function wordColumns(words: readonly string[]): Column[] {
  const place = { name: "place", type: "INTEGER", values: [...words.keys()] };
  return [place, textColumn("text", words)];
}

function textColumn(name: string, values: readonly string[]): Column {
  return { name, type: "VARCHAR", values };
}
