import type { GridProfile } from "./profile.ts";
import type { GridColumn, GridSource } from "./source.ts";

/** The columns of a grid that are drawn, and those that are not since they repeat what was asked for. */
export interface GridLayout {
  readonly columns: readonly GridColumn[];
  readonly hidden: readonly GridColumn[];
}

/** Columns that say something only together: a pair with one side is none. */
const together: Readonly<Record<string, readonly string[]>> = {
  hostpairs: ["parent", "child"],
};

/** Leaves out columns without values, and those that hold nothing but the seed unless they are `wanted`; a column that is mostly the seed goes behind the source. */
export function layoutOf(
  { columns, rows, kind }: GridSource,
  profile: GridProfile | null,
  { wanted }: { wanted: boolean },
): GridLayout {
  if (profile === null || rows === 0) return { columns, hidden: [] };
  const bound = together[kind ?? ""] ?? [];
  const seeded = ({ name }: GridColumn): number =>
    bound.includes(name) ? 0 : (profile.seeded.get(name) ?? 0) / rows;
  const filled = columns.filter(({ name }) => profile.filled.has(name));
  const hidden = filled.filter((column) => seeded(column) === 1);
  const kept = filled.filter((column) => wanted || seeded(column) < 1);
  return {
    columns: behindSource(kept, (column) => seeded(column) >= 0.5),
    hidden: kept.length > 0 ? hidden : [],
  };
}

function behindSource(
  columns: readonly GridColumn[],
  moves: (column: GridColumn) => boolean,
): readonly GridColumn[] {
  const staying = columns.filter((column) => !moves(column));
  const after = staying.findIndex(({ name }) => name === "source") + 1;
  return staying.toSpliced(
    after || staying.length,
    0,
    ...columns.filter(moves),
  );
}
