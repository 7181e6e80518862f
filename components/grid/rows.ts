import { type Engine, type Row, rowsOf } from "@pivotbook/data";
import {
  countSql,
  type GridView,
  orderSql,
  pageSql,
  whereSql,
} from "./view.ts";
import type { GridSource } from "./source.ts";

/** Rows of a page. */
export const PAGE = 200;
/** Most pages that are kept. */
const KEPT = 40;
/** From so many rows on, an order is computed once and kept in the engine. */
const LARGE = 50_000;

let orders = 0;

/** The rows of one view of one table, fetched by pages as they come into sight. */
export class GridRows {
  /** Rows of the view; null until they are counted. */
  total: number | null = null;
  readonly #engine: Engine;
  readonly source: GridSource;
  readonly view: GridView;
  readonly #changed: () => void;
  readonly #pages = new Map<number, readonly Row[] | null>();
  readonly #abort = new AbortController();
  #order: Promise<string | null> | null = null;
  error: unknown = null;

  constructor(options: {
    engine: Engine;
    source: GridSource;
    view: GridView;
    /** Called when a page has arrived. */
    changed: () => void;
  }) {
    this.#engine = options.engine;
    this.source = options.source;
    this.view = options.view;
    this.#changed = options.changed;
    void this.#count();
  }

  /** Whether the first rows, or the reason why there are none, can be shown. */
  get ready(): boolean {
    if (this.error !== null) return true;
    return this.total !== null && (this.total === 0 || !!this.#pages.get(0));
  }

  /** All rows of a table that fits into one page and is seen as it is; null for others, and until they have come. */
  get whole(): readonly Row[] | null {
    const { rows } = this.source;
    const plain = rows <= PAGE && whereSql(this.source, this.view) === "";
    return plain ? this.#pages.get(0) ?? null : null;
  }

  /** The row at a place, or null while it is on its way. */
  at(index: number): Row | null {
    const page = Math.floor(index / PAGE);
    const rows = this.#pages.get(page);
    if (rows === undefined) void this.#fetch(page);
    return rows?.[index % PAGE] ?? null;
  }

  /** Stops what is on its way and drops what the engine keeps for it. */
  close(): void {
    this.#abort.abort();
    void this.#order?.then((table) =>
      table === null
        ? null
        : this.#engine.query(`DROP TABLE IF EXISTS ${table}`)
    ).catch(() => null);
  }

  async #count(): Promise<void> {
    const narrowed = whereSql(this.source, this.view) !== "";
    if (!narrowed) this.total = this.source.rows;
    else await this.#work(async () => this.total = await this.#countRows());
  }

  async #countRows(): Promise<number> {
    const sql = countSql(this.source, this.view);
    const [row] = rowsOf(await this.#query(sql));
    return Number(row?.["n"] ?? 0);
  }

  async #fetch(page: number): Promise<void> {
    this.#pages.set(page, null);
    await this.#work(async () => {
      const rows = await this.#page(page * PAGE);
      this.#pages.set(page, rows);
      this.#forgetFar(page);
    });
  }

  async #page(offset: number): Promise<Row[]> {
    const order = await this.#ordered();
    const sql = order === null
      ? pageSql(this.source, this.view, { offset, limit: PAGE })
      : orderedPageSql(this.source, { order, offset });
    return rowsOf(await this.#query(sql));
  }

  /** A table of row ids in the view's order, for tables that are too large to sort for each page. */
  #ordered(): Promise<string | null> {
    const plain = orderSql(this.view) === "" &&
      whereSql(this.source, this.view) === "";
    if (plain || this.source.rows < LARGE) return Promise.resolve(null);
    this.#order ??= this.#materialize();
    return this.#order;
  }

  async #materialize(): Promise<string> {
    const table = `grid_order_${orders++}`;
    const { table: from } = this.source;
    const select = `SELECT rowid AS id FROM ${from}${
      whereSql(this.source, this.view)
    }${orderSql(this.view)}`;
    await this.#query(`CREATE OR REPLACE TEMP TABLE ${table} AS ${select}`);
    return table;
  }

  #query(sql: string): ReturnType<Engine["query"]> {
    return this.#engine.query(sql, { signal: this.#abort.signal });
  }

  async #work(run: () => Promise<unknown>): Promise<void> {
    try {
      await run();
    } catch (error) {
      if (this.#abort.signal.aborted) return;
      this.error = error;
    }
    if (!this.#abort.signal.aborted) this.#changed();
  }

  #forgetFar(page: number): void {
    if (this.#pages.size <= KEPT) return;
    const far = [...this.#pages.keys()].sort((a, b) =>
      Math.abs(b - page) - Math.abs(a - page)
    );
    for (const key of far.slice(0, this.#pages.size - KEPT)) {
      this.#pages.delete(key);
    }
  }
}

function orderedPageSql(
  { table }: GridSource,
  { order, offset }: { order: string; offset: number },
): string {
  return `SELECT t.* FROM (SELECT id, rowid AS place FROM ${order} WHERE rowid >= ${offset} AND rowid < ${
    offset + PAGE
  }) o JOIN ${table} t ON t.rowid = o.id ORDER BY o.place`;
}
