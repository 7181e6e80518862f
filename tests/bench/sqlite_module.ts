import process from "node:process";

/** What the benchmark uses of `node:sqlite`, which the types of a dependency do not know yet. */
export interface SqliteDatabase {
  exec(sql: string): void;
  prepare(sql: string): SqliteStatement;
  close(): void;
}

/** A prepared statement. */
export interface SqliteStatement {
  run(...values: readonly unknown[]): unknown;
  get(...values: readonly unknown[]): unknown;
}

interface SqliteModule {
  readonly DatabaseSync: new (
    path: string,
    options?: { readonly readOnly?: boolean },
  ) => SqliteDatabase;
}

/** Opens or creates an SQLite file. */
export function openSqlite(
  path: string,
  options: { readonly readOnly?: boolean } = {},
): SqliteDatabase {
  const load = process.getBuiltinModule as (name: string) => unknown;
  const { DatabaseSync } = load("node:sqlite") as SqliteModule;
  return new DatabaseSync(path, options);
}
