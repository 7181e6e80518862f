/** The cell that a key moves to. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** Where a key moves from the active cell, kept inside the grid; null for other keys. */
export function moveOf(
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
  grid: { active: GridPlace; rows: number; columns: number; page: number },
): GridPlace | null {
  const { row, column } = grid.active;
  const far = grid.columns - 1;
  const moves: Record<string, GridPlace> = {
    ArrowDown: { row: row + 1, column },
    ArrowUp: { row: row - 1, column },
    ArrowRight: { row, column: column + 1 },
    ArrowLeft: { row, column: column - 1 },
    PageDown: { row: row + grid.page, column },
    PageUp: { row: row - grid.page, column },
    Home: { row: ctrlKey ? 0 : row, column: 0 },
    End: { row: ctrlKey ? grid.rows - 1 : row, column: far },
  };
  const to = moves[key];
  if (to === undefined) return null;
  return {
    row: Math.max(0, Math.min(grid.rows - 1, to.row)),
    column: Math.max(0, Math.min(far, to.column)),
  };
}

/** Pixels of one step of a column's width. */
const STEP = 24;

/** How much wider a key makes the active column; null for other keys. */
export function widthStep(
  { key, shiftKey }: { key: string; shiftKey: boolean },
): number | null {
  if (!shiftKey) return null;
  if (key === "ArrowRight") return STEP;
  return key === "ArrowLeft" ? -STEP : null;
}

/** Whether a key opens the context menu. */
export function isMenuKey(
  { key, shiftKey }: { key: string; shiftKey: boolean },
): boolean {
  return key === "ContextMenu" || (key === "F10" && shiftKey);
}
