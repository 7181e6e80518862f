import type { Column } from "../engine/table.ts";
import type { Engine } from "../engine/engine.ts";
import { qualified } from "../sql/literal.ts";
import type { KeyTables } from "./conditions.ts";
import type { Key } from "./key.ts";
import type { OrderPlan } from "./plan.ts";

/** Schema of the tables through which texts reach a lookup. */
export const KEY_SCHEMA = "_lookup";

/** Names of the key tables of the lookup that makes `target`. */
export function keyTablesOf(target: string, use: string): KeyTables {
  const name = target.replaceAll('"', "").replaceAll(".", "_");
  return {
    names: qualified(KEY_SCHEMA, `${name}_${use}_names`),
    texts: qualified(KEY_SCHEMA, `${name}_${use}_texts`),
  };
}

/** Fills those key tables that the plans need. */
export async function insertKeys(
  engine: Engine,
  plans: readonly OrderPlan[],
  tables: KeyTables,
): Promise<void> {
  await engine.query(`CREATE SCHEMA IF NOT EXISTS ${KEY_SCHEMA}`);
  const keys = plans.flatMap((plan) => plan.keys);
  const names = keys.filter(({ base }) => base !== "");
  const texts = keys.filter(({ shape }) => shape === "text");
  if (names.length > 0) await engine.insert(tables.names, nameColumns(names));
  if (texts.length > 0) {
    const values = texts.map(({ text }) => text);
    await engine.insert(tables.texts, [textColumn("text", values)]);
  }
}

/** Drops key tables again. */
export async function dropKeys(
  engine: Engine,
  tables: readonly KeyTables[],
): Promise<void> {
  const drops = tables.flatMap(({ names, texts }) => [names, texts])
    .map((table) => `DROP TABLE IF EXISTS ${table}`);
  await engine.query(drops.join("; "));
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

function textColumn(name: string, values: readonly string[]): Column {
  return { name, type: "VARCHAR", values };
}
