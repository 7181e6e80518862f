import {
  type AttachOptions,
  type ByteRange,
  type Column,
  type Engine,
  type EngineIdentity,
  identifier,
  type QueryError,
  type RunOptions,
  type SegmentLocation,
  type Table,
  type Traffic,
} from "@pivotbook/data";
import { insertMessages, readColumns } from "./arrow_insert.ts";
import { boundInsert, type BoundStatement } from "./bound_insert.ts";
import { closedError } from "./crash.ts";
import { WasmDatabase, type WasmParts } from "./wasm_database.ts";

/** A connection to DuckDB in a worker of the page, and the catalog that its tables are made in. After a crash every call rejects; open another. */
export class WasmEngine implements Engine {
  readonly identity: EngineIdentity;
  readonly #database: WasmDatabase;
  readonly #connection: number;
  /** Null for the engine over the database itself. */
  readonly #catalog: string | null;
  #closed: Promise<void> | null = null;

  private constructor(
    database: WasmDatabase,
    { connection, catalog }: { connection: number; catalog: string | null },
  ) {
    this.#database = database;
    this.#connection = connection;
    this.#catalog = catalog;
    this.identity = { name: "duckdb-wasm", version: database.parts.version };
  }

  /** The engine over a database that was just opened. */
  static over(parts: WasmParts): WasmEngine {
    const { connection } = parts;
    return new WasmEngine(new WasmDatabase(parts), {
      connection,
      catalog: null,
    });
  }

  /** Calls `listener` once when the engine dies; gives a function that takes it back. */
  onCrash(listener: (error: QueryError) => void): () => void {
    return this.#database.onCrash(listener);
  }

  async query(sql: string, options: RunOptions = {}): Promise<Table> {
    try {
      return await this.#queued(() => this.#run(sql, options.signal));
    } catch (error) {
      options.signal?.throwIfAborted();
      throw error;
    }
  }

  prepare(sql: string): Promise<void> {
    const { database } = this.#database.parts;
    return this.#queued(async () => {
      const statement = await database.createPrepared(this.#connection, sql);
      await database.closePrepared(this.#connection, statement);
    });
  }

  insert(table: string, columns: readonly Column[]): Promise<void> {
    return this.#queued(async () => {
      const rows = columns[0]?.values.length ?? 0;
      const bound = boundInsert(table, columns);
      if (rows === 0) await this.#create(table, columns);
      else if (bound) await this.#bind(bound);
      else await this.#fill(table, columns);
    });
  }

  attach(
    alias: string,
    segment: SegmentLocation,
    options: AttachOptions = {},
  ): Promise<void> {
    return this.#database.attach(alias, segment, options);
  }

  async prefetch(
    alias: string,
    ranges: readonly ByteRange[],
    options: RunOptions = {},
  ): Promise<void> {
    options.signal?.throwIfAborted();
    await this.#database.prefetch(alias, ranges);
    options.signal?.throwIfAborted();
  }

  traffic(): Promise<Traffic> {
    return this.#database.traffic();
  }

  async openNamespace(): Promise<Engine> {
    const base = this.#database;
    const catalog = `notebook ${base.serial()}`;
    const name = identifier(catalog);
    return await base.queued(async () => {
      const connection = await base.parts.database.connectInternal();
      await base.run(`ATTACH ':memory:' AS ${name}; USE ${name}`, {
        connection,
      });
      return new WasmEngine(base, { connection, catalog });
    });
  }

  close(): Promise<void> {
    this.#closed ??= this.#catalog === null
      ? this.#database.close()
      : this.#leave(this.#catalog);
    return this.#closed;
  }

  /** Behind what was asked before; of a database that is gone, nothing is left to drop. */
  async #leave(catalog: string): Promise<void> {
    const base = this.#database;
    const leaving = base.queued(async () => {
      await base.parts.database.disconnect(this.#connection);
      await base.run(`DETACH ${identifier(catalog)}`);
    });
    await leaving.catch((error) => {
      if (!base.ended) throw error;
    });
  }

  #queued<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed !== null) return Promise.reject(closedError());
    return this.#database.queued(work);
  }

  async #create(table: string, columns: readonly Column[]): Promise<void> {
    const list = columns.map(({ name, type }) => `${identifier(name)} ${type}`);
    await this.#run(`CREATE OR REPLACE TABLE ${table} (${list.join(", ")})`);
  }

  async #bind({ sql, parameters }: BoundStatement): Promise<void> {
    if (parameters.length === 0) return void await this.#run(sql);
    const { database } = this.#database.parts;
    const statement = await database.createPrepared(this.#connection, sql);
    try {
      await database.runPrepared(this.#connection, statement, [...parameters]);
    } finally {
      await database.closePrepared(this.#connection, statement);
    }
  }

  async #fill(table: string, columns: readonly Column[]): Promise<void> {
    const name = `_arrow_${this.#database.serial()}`;
    await this.#database.parts.database.insertArrowFromIPCStream(
      this.#connection,
      insertMessages(columns),
      { name, create: true },
    );
    try {
      await this.#run(
        `CREATE OR REPLACE TABLE ${table} AS SELECT ${
          readColumns(columns)
        } FROM ${identifier(name)}`,
      );
    } finally {
      await this.#run(`DROP TABLE IF EXISTS ${identifier(name)}`);
    }
  }

  #run(sql: string, signal?: AbortSignal): Promise<Table> {
    return this.#database.run(sql, { connection: this.#connection, signal });
  }
}
