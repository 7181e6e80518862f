import { DuckDBInstance } from "@duckdb/node-api";

type Json = null | boolean | number | string | Json[] | {
  [field: string]: Json;
};

/** What native DuckDB's parser says that a query reads; null where it does not parse it. */
export interface Oracle {
  tables(sql: string): Promise<string[] | null>;
  close(): void;
}

/** Opens an oracle over `json_serialize_sql`, which parses without binding. */
export async function openOracle(): Promise<Oracle> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  return {
    async tables(sql) {
      const query = "select json_serialize_sql($1::VARCHAR)";
      const reader = await connection.runAndReadAll(query, [sql]);
      const tree = JSON.parse(String(reader.getRows()[0]?.[0])) as Json;
      if (isObject(tree) && tree["error"] === true) return null;
      const found: string[] = [];
      walk(tree, [], found);
      return [...new Set(found)].sort();
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

function isObject(json: Json | undefined): json is { [field: string]: Json } {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

function walk(json: Json, scope: readonly string[], found: string[]): void {
  if (Array.isArray(json)) {
    for (const item of json) {
      walk(item, scope, found);
    }
  }
  if (!isObject(json)) return;
  if (json["type"] === "BASE_TABLE") addTable(json, scope, found);
  const inner = walkCommonTables(json, scope, found);
  for (const [field, value] of Object.entries(json)) {
    if (field !== "cte_map") walk(value, inner, found);
  }
}

function addTable(
  json: { [field: string]: Json },
  scope: readonly string[],
  found: string[],
): void {
  const parts = [
    json["catalog_name"],
    json["schema_name"],
    json["table_name"],
  ].filter(Boolean).map((part) => String(part).toLowerCase());
  if (parts.length > 1 || !scope.includes(parts[0] ?? "")) {
    found.push(parts.join("."));
  }
}

function walkCommonTables(
  json: { [field: string]: Json },
  scope: readonly string[],
  found: string[],
): readonly string[] {
  const map = isObject(json["cte_map"]) ? json["cte_map"]["map"] : [];
  let inner = scope;
  for (const entry of Array.isArray(map) ? map : []) {
    if (!isObject(entry)) continue;
    const key = String(entry["key"]).toLowerCase();
    const recursive = isRecursive(entry["value"]);
    walk(entry["value"] ?? null, recursive ? [...inner, key] : inner, found);
    inner = [...inner, key];
  }
  return inner;
}

function isRecursive(value: Json | undefined): boolean {
  const query = isObject(value) ? value["query"] : null;
  const node = isObject(query) ? query["node"] : null;
  return isObject(node) && node["type"] === "RECURSIVE_CTE_NODE";
}
