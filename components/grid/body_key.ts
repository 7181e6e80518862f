import { type GridPlace, isMenuKey, moveOf, widthStep } from "./keys.ts";

/** What a key does in the rows of a grid. */
export type BodyAction =
  | "go"
  | "widen"
  | "follow"
  | "select"
  | "menu"
  | "copy"
  | "sort";

/** What a key asks for. */
export interface AskedOfBody {
  readonly action: BodyAction;
  /** Where `go` goes. */
  readonly to: GridPlace | null;
  /** Pixels by which `widen` widens the column. */
  readonly by: number;
  /** Whether `copy` takes the live form. */
  readonly live: boolean;
}

/** The grid in which a key is pressed. */
export interface PressedIn {
  readonly active: GridPlace;
  readonly rows: number;
  readonly columns: number;
  /** Rows of a page. */
  readonly page: number;
}

const NOTHING = { to: null, by: 0, live: false };

/** What the key asks for at the active cell; null where it means nothing. */
export function bodyKey(
  event: KeyboardEvent,
  grid: PressedIn,
): AskedOfBody | null {
  const by = widthStep(event);
  if (by !== null) return { ...NOTHING, action: "widen", by };
  const to = moveOf(event, grid);
  if (to !== null) return { ...NOTHING, action: "go", to };
  const action = plainAction(event);
  const live = event.shiftKey || event.altKey;
  return action === null ? null : { ...NOTHING, action, live };
}

function plainAction(event: KeyboardEvent): BodyAction | null {
  const key = event.key.toLowerCase();
  if (key === "enter") return "follow";
  if (key === " ") return "select";
  if (isMenuKey(event)) return "menu";
  if (key === "c" && (event.ctrlKey || event.metaKey)) return "copy";
  return key === "s" && event.altKey ? "sort" : null;
}
