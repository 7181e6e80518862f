import type { Column } from "../engine/table.ts";
import type { Engine } from "../engine/engine.ts";
import { qualified } from "../sql/literal.ts";
import type { KeyTables } from "./conditions.ts";
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

/** Fills the key tables of a lookup. */
export async function insertKeys(
  engine: Engine,
  plans: readonly OrderPlan[],
  tables: KeyTables,
): Promise<void> {
  await engine.query(`CREATE SCHEMA IF NOT EXISTS ${KEY_SCHEMA}`);
  const keys = plans.flatMap((plan) => plan.keys);
  const names = keys.filter(({ base }) => base !== "");
  const texts = keys.filter(({ shape }) => shape === "text");
  await engine.insert(tables.names, [
    textColumn("base", names.map(({ base }) => base)),
    textColumn("rest", names.map(({ rest }) => rest)),
    {
      name: "below",
      type: "BOOLEAN",
      values: names.map(({ shape }) => shape === "below"),
    },
  ]);
  await engine.insert(tables.texts, [
    textColumn("text", texts.map(({ text }) => text)),
  ]);
}

/** Drops the key tables again. */
export async function dropKeys(
  engine: Engine,
  { names, texts }: KeyTables,
): Promise<void> {
  await engine.query(
    `DROP TABLE IF EXISTS ${names}; DROP TABLE IF EXISTS ${texts}`,
  );
}

function textColumn(name: string, values: readonly string[]): Column {
  return { name, type: "VARCHAR", values };
}
