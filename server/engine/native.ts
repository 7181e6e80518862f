import {
  type DuckDBConnection,
  DuckDBInstance,
  type DuckDBResultReader,
  version,
} from "@duckdb/node-api";
import {
  BugError,
  type ByteRange,
  type Column,
  type Engine,
  identifier,
  leavesAsText,
  literal,
  QueryError,
  type RunOptions,
  type SegmentLocation,
  type Table,
  textsOf,
  type Traffic,
} from "@pivotbook/data";
import { appendColumns, type AppendTarget } from "./append.ts";
import { Interruption } from "./interruption.ts";
import { fromNative, typeName } from "./native_value.ts";

/** Options of `openNativeEngine`. */
export interface NativeEngineOptions {
  /** Folders whose segments may be attached; everything else outside the engine is refused. */
  readonly segmentFolders?: readonly string[];
}

/** Opens a locked DuckDB in memory, for headless runs and lookups. */
export async function openNativeEngine(
  options: NativeEngineOptions = {},
): Promise<Engine> {
  const instance = await DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  await connection.run(lockdown(options.segmentFolders ?? []));
  return new NativeEngine({ instance, names: 0 }, {
    connection,
    catalog: null,
  });
}

function lockdown(folders: readonly string[]): string {
  const allowed = folders.map((folder) =>
    literal(folder.endsWith("/") ? folder : `${folder}/`)
  );
  return [
    "SET GLOBAL TimeZone = 'UTC'",
    "SET temp_directory = ''",
    "SET GLOBAL dynamic_or_filter_threshold = 10000",
    ...(allowed.length > 0
      ? [`SET allowed_directories = [${allowed.join(", ")}]`]
      : []),
    "SET enable_external_access = false",
    "SET lock_configuration = true",
  ].join("; ");
}

/** Whether a column may have to leave as text; one of a type that the client does not know has. */
function hasTexts(reader: DuckDBResultReader): boolean {
  try {
    return reader.columnTypes().map(String).some((type) =>
      leavesAsText(type) || /"(?:__proto__)?" /.test(type)
    );
  } catch {
    return true;
  }
}

function tableOf(reader: DuckDBResultReader): Table {
  const types = reader.columnTypes();
  const values = reader.getColumns();
  const columns = reader.columnNames().map((name, index) => ({
    name,
    type: typeName(types[index]),
    values: (values[index] ?? []).map(fromNative),
  }));
  return { rows: reader.currentRowCount, columns };
}

/** What all engines over one database share. */
interface NativeDatabase {
  readonly instance: DuckDBInstance;
  /** How many namespaces it has had. */
  names: number;
}

class NativeEngine implements Engine {
  readonly identity = { name: "duckdb-native", version: version() } as const;
  readonly #database: NativeDatabase;
  readonly #connection: DuckDBConnection;
  /** Null for the engine over the database itself. */
  readonly #catalog: string | null;
  readonly #attached = new Set<string>();
  #last: Promise<void> = Promise.resolve();
  #closed: Promise<void> | null = null;

  constructor(
    database: NativeDatabase,
    { connection, catalog }: {
      connection: DuckDBConnection;
      catalog: string | null;
    },
  ) {
    this.#database = database;
    this.#connection = connection;
    this.#catalog = catalog;
  }

  query(sql: string, options: RunOptions = {}): Promise<Table> {
    return this.#queued(() => this.#run(sql, options.signal));
  }

  prepare(sql: string): Promise<void> {
    return this.#queued(async () => {
      try {
        (await this.#connection.prepare(sql)).destroySync();
      } catch (error) {
        throw queryError(error);
      }
    });
  }

  insert(table: string, columns: readonly Column[]): Promise<void> {
    return this.#queued(async () => {
      const list = columns.map(({ name, type }) =>
        `${identifier(name)} ${type}`
      ).join(", ");
      await this.#run(`CREATE OR REPLACE TABLE ${table} (${list})`);
      await appendColumns(this.#connection, {
        target: targetOf(table),
        columns,
      });
    });
  }

  async attach(alias: string, segment: SegmentLocation): Promise<void> {
    if (this.#attached.has(alias)) return;
    const sql = `ATTACH IF NOT EXISTS ${literal(segment.location)} AS ${
      identifier(alias)
    } (READ_ONLY)`;
    await this.query(sql);
    this.#attached.add(alias);
  }

  prefetch(_alias: string, _ranges: readonly ByteRange[]): Promise<void> {
    return Promise.resolve();
  }

  traffic(): Promise<Traffic> {
    return Promise.resolve({ bytes: 0, requests: 0 });
  }

  async openNamespace(): Promise<Engine> {
    const database = this.#database;
    const catalog = `notebook ${database.names++}`;
    const name = identifier(catalog);
    const connection = await database.instance.connect();
    await connection.run(`ATTACH ':memory:' AS ${name}; USE ${name}`);
    return new NativeEngine(database, { connection, catalog });
  }

  close(): Promise<void> {
    return this.#closed ??= this.#leave();
  }

  async #leave(): Promise<void> {
    await this.#last;
    this.#connection.closeSync();
    const { instance } = this.#database;
    if (this.#catalog === null) return instance.closeSync();
    const other = await instance.connect();
    await other.run(`DETACH ${identifier(this.#catalog)}`);
    other.closeSync();
  }

  /** One at a time, so that an interrupt meets the query it is meant for. */
  #queued<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed !== null) return Promise.reject(closedError());
    const next = this.#last.then(work);
    this.#last = next.then(() => {}, () => {});
    return next;
  }

  async #run(sql: string, signal?: AbortSignal): Promise<Table> {
    signal?.throwIfAborted();
    const interruption = new Interruption(this.#connection);
    signal?.addEventListener("abort", interruption.begin);
    try {
      return await this.#read(sql);
    } catch (error) {
      signal?.throwIfAborted();
      throw queryError(error);
    } finally {
      signal?.removeEventListener("abort", interruption.begin);
      interruption.end();
    }
  }

  async #read(sql: string): Promise<Table> {
    const reader = await this.#connection.runAndReadAll(sql);
    const asText = hasTexts(reader)
      ? await textsOf(sql, (sql) => this.#read(sql))
      : null;
    return asText ?? tableOf(reader);
  }
}

/** DuckDB's own message, without its stack, as an error for a reader. */
export function queryError(error: unknown): QueryError {
  const message = error instanceof Error ? error.message : String(error);
  return new QueryError(message, { code: "query-failed", cause: error });
}

function closedError(): QueryError {
  return new QueryError("The engine was closed", {
    code: "engine-closed",
    remedy: "Open another",
  });
}

/** The parts of a quoted name, last first. */
function targetOf(table: string): AppendTarget {
  const parts = [...table.matchAll(/"((?:[^"]|"")*)"|([^".]+)/g)]
    .map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "");
  const [name, schema, catalog] = parts.reverse();
  if (name === undefined) {
    throw new BugError(`No table in ${table}`, { code: "bad-name" });
  }
  return {
    table: name,
    ...(schema ? { schema } : {}),
    ...(catalog ? { catalog } : {}),
  };
}
