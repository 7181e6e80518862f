import type { SessionState } from "@pivotbook/cells";

/** Names of the cells that read the cell of that name. */
export function readersOf(
  { cells }: SessionState,
  name: string | null,
): readonly string[] {
  if (name === null) return [];
  return Object.values(cells).filter(({ reads }) => reads.includes(name))
    .map((cell) => cell.name).filter((reader) => reader !== null);
}
