import {
  allColumns,
  type DatasetKind,
  datasetKinds,
  type Engine,
  identifier,
  type Indicator,
  keyMacros,
  literal,
  type LookupAnswer,
  type LookupRequest,
  type LookupSource,
  qualified,
  type Row,
  type RunOptions,
} from "@pivotbook/data";

/** Rows by kind; columns that are left out are null. */
export type RowsByKind = Readonly<Record<string, readonly Row[]>>;

/** A lookup source over plain rows, filtered by what the kinds' own sort orders say. Counts its lookups. */
export class TableLookup implements LookupSource {
  readonly name = "tables";
  /** Names of the kinds looked up so far, in order. */
  readonly asked: string[] = [];
  readonly #engine: Engine;
  rows: RowsByKind;

  constructor(engine: Engine, rows: RowsByKind) {
    this.#engine = engine;
    this.rows = rows;
  }

  async lookup(
    { kind, keys, datasets, exclude, limit }: LookupRequest,
    target: string,
    options: RunOptions = {},
  ): Promise<LookupAnswer> {
    this.asked.push(kind.name);
    const dataset = datasets[0]?.name;
    const table = await this.#insert(kind);
    const sql = `CREATE OR REPLACE TABLE ${target} AS SELECT ${
      literal(dataset ?? null)
    }::VARCHAR AS dataset, * FROM ${table} WHERE ${
      dataset === undefined ? "false" : matches(kind, keys)
    } AND NOT coalesce(${matches(kind, exclude)}, false)${
      limit === null ? "" : ` LIMIT ${limit}`
    }`;
    await this.#engine.query(sql, options);
    const counted = await this.#engine.query(`SELECT count(*) FROM ${target}`);
    const rows = Number(counted.columns[0]?.values[0]);
    const cost = {
      segments: ["one"],
      unindexed: [],
      unsearched: [],
      bytes: 10,
      requests: 1,
    };
    return { rows, ...cost, sql };
  }

  counts(): Promise<never[]> {
    return Promise.resolve([]);
  }

  async #insert(kind: DatasetKind): Promise<string> {
    const rows = this.rows[kind.name] ?? [];
    const table = qualified("table_lookup", kind.name);
    await this.#engine.query(keyMacros);
    await this.#engine.query("CREATE SCHEMA IF NOT EXISTS table_lookup");
    const columns = allColumns(kind).map(({ name, type }) => ({
      name,
      type,
      values: rows.map((row) => row[name] ?? null),
    }));
    await this.#engine.insert(table, columns);
    return table;
  }
}

function matches(kind: DatasetKind, keys: readonly Indicator[]): string {
  const conditions = kind.orders.flatMap(({ value, accepts }) =>
    keys.filter(({ type }) => accepts.includes(type))
      .map((key) => matchesKey(value, key))
  );
  return conditions.length === 0 ? "false" : `(${conditions.join(" OR ")})`;
}

function matchesKey(value: string, key: Indicator): string {
  const text = literal(key.value.replace(/^\*\./, "").toLowerCase());
  const list = /^(\[|list_)/.test(value);
  if (list) return `list_contains(${value}, ${text})`;
  const below = key.value.startsWith("*.")
    ? ` OR ends_with(${value}, '.' || ${text})`
    : "";
  return `(${value} = ${text}${below})`;
}

/** A view of a dataset without segments, for lookups that need a name only. */
export function fakeDataset(
  name: string,
  snapshot = "s1",
): LookupRequest["datasets"][number] {
  return { name, snapshot: { id: snapshot, segments: [] } };
}

/** Microseconds of a day as `2016-10-07`. */
export function day(text: string): bigint {
  return BigInt(Date.parse(`${text}T00:00:00Z`)) * 1000n;
}

/** The name, quoted, of every kind, for tests that go through all. */
export const kindNames: readonly string[] = datasetKinds
  .map(({ name }) => identifier(name));
