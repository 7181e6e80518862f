import type { Engine, Row } from "@pivotbook/data";
import type { ReactiveControllerHost } from "lit";
import { Task } from "../controllers/task.ts";
import { type GridProfile, readProfile } from "./profile.ts";
import { rowProfile } from "./row_profile.ts";
import { PAGE } from "./rows.ts";
import type { GridSource } from "./source.ts";

/** The grid whose columns are to be known. */
export interface ProfiledGrid extends ReactiveControllerHost {
  readonly engine: Engine | null;
  readonly source: GridSource | null;
}

/** What is known of the columns of a grid: read by the engine, or from the rows of a table that fits into one page. */
export class KnownProfile {
  readonly #grid: ProfiledGrid;
  readonly #read: Task<
    readonly [Engine, GridSource],
    { readonly source: GridSource; readonly profile: GridProfile }
  >;
  #small: GridProfile | null = null;

  constructor(grid: ProfiledGrid) {
    this.#grid = grid;
    this.#read = new Task(grid, {
      patient: true,
      args: () =>
        grid.engine && grid.source && grid.source.rows > PAGE
          ? [grid.engine, grid.source] as const
          : null,
      run: async ([engine, source], signal) => ({
        source,
        profile: await readProfile(engine, source, { signal }),
      }),
    });
  }

  /** Forgets what the rows of a former table said. */
  reset(): void {
    this.#small = null;
  }

  /** Takes all rows of a small table. */
  take(rows: readonly Row[]): void {
    const { source } = this.#grid;
    if (this.#small === null && source !== null) {
      this.#small = rowProfile(source, rows);
    }
  }

  /** Null until it is known, and while only that of another table is. */
  get current(): GridProfile | null {
    if (this.#small !== null) return this.#small;
    const read = this.#read.value;
    const fits = read?.source.key === this.#grid.source?.key;
    return fits ? read?.profile ?? null : null;
  }
}
