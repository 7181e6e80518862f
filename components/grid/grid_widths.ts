import type { Row } from "@pivotbook/data";
import type { ReactiveControllerHost } from "lit";
import type { GridRows } from "./rows.ts";
import type { GridColumn, GridSource } from "./source.ts";
import { allowedWidth, columnWidths } from "./widths.ts";

/** Rows whose text decides how wide columns are. */
const SAMPLE = 40;

/** How wide the columns of a grid are: as the reader chose, else as their first rows need. */
export class GridWidths {
  readonly #host: ReactiveControllerHost;
  #chosen: ReadonlyMap<string, number> = new Map();
  #measured: readonly number[] = [];
  /** Columns that were measured with their rows. */
  #measuredFor: string | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Widths that the reader chose, by column. */
  get chosen(): ReadonlyMap<string, number> {
    return this.#chosen;
  }

  /** Takes the width of a column in pixels; null fits it to its rows again. */
  choose(name: string, width: number | null): void {
    const chosen = new Map(this.#chosen);
    if (width === null) chosen.delete(name);
    else chosen.set(name, allowedWidth(width));
    this.#chosen = chosen;
    this.#host.requestUpdate();
  }

  /** Forgets what the reader chose, for another table. */
  reset(): void {
    this.#chosen = new Map();
  }

  /** The widths of columns in pixels. What was measured stays, once the rows were `ready`. */
  of(
    columns: readonly GridColumn[],
    { rows, ready, source }: {
      rows: GridRows | null;
      ready: boolean;
      source: GridSource;
    },
  ): readonly number[] {
    const key = columns.map(({ name }) => name).join(",");
    if (this.#measuredFor !== key) {
      this.#measured = columnWidths(columns, firstOf(rows), source);
      this.#measuredFor = ready ? key : null;
    }
    return columns.map(({ name }, index) =>
      this.#chosen.get(name) ?? this.#measured[index] ?? 0
    );
  }
}

function firstOf(rows: GridRows | null): readonly Row[] {
  const length = Math.min(SAMPLE, rows?.total ?? 0);
  return Array.from({ length }, (_, index) => rows?.at(index) ?? null)
    .filter((row) => row !== null);
}
