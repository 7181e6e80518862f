import { type Engine, type Row, rowsOf } from "@pivotbook/data";
import {
  countSql,
  type GridView,
  hasPlaces,
  isNarrowed,
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
  readonly #large: number;
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
    /** From so many rows on, an order is computed once. */
    large?: number;
  }) {
    this.#engine = options.engine;
    this.source = options.source;
    this.view = options.view;
    this.#changed = options.changed;
    this.#large = options.large ?? LARGE;
    void this.#count();
  }

  /** Whether the first rows, or the reason why there are none, can be shown. */
  get ready(): boolean {
    if (this.error !== null) return true;
    return this.total !== null && (this.total === 0 || !!this.#pages.get(0));
  }

  /** All rows of a table that fits into one page and is seen as it is; null for others, and until they have come. */
  get whole(): readonly Row[] | null {
    const all = this.source.rows <= PAGE && !isNarrowed(this.view);
    return all ? this.#pages.get(0) ?? null : null;
  }

  /** The row at a place, or null while it is on its way. */
  at(index: number): Row | null {
    const page = Math.floor(index / PAGE);
    const rows = this.#pages.get(page);
    if (rows === undefined) void this.#fetch(page);
    return rows?.[index % PAGE] ?? null;
  }

  /** Stops what is on its way; resolves when what the engine keeps for it is dropped. */
  async close(): Promise<void> {
    this.#abort.abort();
    const table = await this.#order?.catch(() => null) ?? null;
    if (table === null) return;
    await this.#engine.query(`DROP TABLE IF EXISTS ${table}`).catch(() => {});
  }

  async #count(): Promise<void> {
    if (!isNarrowed(this.view)) this.total = this.source.rows;
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
    return rowsOf(await this.#query(this.#pageSql(order, offset)));
  }

  #pageSql(order: string | null, offset: number): string {
    const { source, view } = this;
    const page = { offset, limit: PAGE };
    if (order !== null) return orderedPageSql(source, { order, ...page });
    return this.#isWhole
      ? placedPageSql(source, page)
      : pageSql(source, view, page);
  }

  /** Whether the table is seen as it is. */
  get #isWhole(): boolean {
    const { source, view } = this;
    return hasPlaces(source) && view.sort === null &&
      whereSql(source, view) === "";
  }

  /** A table of places in the view's order, for tables that are too large to sort for each page. */
  #ordered(): Promise<string | null> {
    const { source } = this;
    const isNeeded = source.rows >= this.#large && hasPlaces(source) &&
      !this.#isWhole;
    if (!isNeeded) return Promise.resolve(null);
    this.#order ??= this.#materialize();
    return this.#order;
  }

  async #materialize(): Promise<string> {
    const table = `grid_order_${orders++}`;
    const { table: from } = this.source;
    const select = `SELECT rowid AS id FROM ${from}${
      whereSql(this.source, this.view)
    }${orderSql(this.source, this.view)}`;
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

/** A page of a table seen as it is: its places are counted from 0 without a gap, since nothing is deleted from it. */
function placedPageSql(
  { table }: GridSource,
  { offset, limit }: { offset: number; limit: number },
): string {
  return `SELECT * FROM ${table} WHERE rowid >= ${offset} AND rowid < ${
    offset + limit
  } ORDER BY rowid`;
}

function orderedPageSql(
  { table }: GridSource,
  { order, offset, limit }: { order: string; offset: number; limit: number },
): string {
  return `SELECT t.* FROM (SELECT id, rowid AS place FROM ${order} WHERE rowid >= ${offset} AND rowid < ${
    offset + limit
  }) o JOIN ${table} t ON t.rowid = o.id ORDER BY o.place`;
}
