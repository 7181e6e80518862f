/** Height of a row in pixels. */
export const ROW_HEIGHT = 30;
/** Tallest element that browsers place exactly. */
const TALLEST = 12_000_000;
/** Rows drawn above and below what is in sight. */
const MARGIN = 6;

/** Which rows are drawn, and where the first of them stands. */
export interface Viewport {
  /** Height of all rows, in pixels, compressed when there are too many. */
  readonly height: number;
  readonly first: number;
  readonly last: number;
  /** Distance of row `first` from the top, in pixels. */
  readonly top: number;
}

/** The rows in sight at a scroll position. */
export function viewport(
  total: number,
  scroll: { top: number; height: number },
): Viewport {
  const full = total * ROW_HEIGHT;
  const height = Math.min(full, TALLEST);
  const visible = Math.ceil(scroll.height / ROW_HEIGHT);
  const range = Math.max(1, height - scroll.height);
  const place = full === height
    ? scroll.top / ROW_HEIGHT
    : Math.min(1, scroll.top / range) * Math.max(0, total - visible + 1);
  const first = Math.max(0, Math.floor(place) - MARGIN);
  const last = Math.min(total, Math.floor(place) + visible + MARGIN);
  const top = full === height
    ? first * ROW_HEIGHT
    : scroll.top - (place - first) * ROW_HEIGHT;
  return { height, first, last, top };
}

/** The scroll position that shows a row, or the given one if it is in sight. */
export function scrollFor(
  index: number,
  options: { total: number; top: number; height: number },
): number {
  const { total, top, height } = options;
  const full = total * ROW_HEIGHT;
  if (full > TALLEST) return compressedScroll(index, options);
  const start = index * ROW_HEIGHT;
  if (start < top) return start;
  return Math.max(top, start + ROW_HEIGHT - height);
}

function compressedScroll(
  index: number,
  { total, top, height }: { total: number; top: number; height: number },
): number {
  const visible = Math.floor(height / ROW_HEIGHT);
  const range = TALLEST - height;
  const rows = Math.max(1, total - visible);
  const first = (top / range) * rows;
  if (index >= first && index < first + visible - 1) return top;
  return Math.min(1, Math.max(0, index - visible / 2) / rows) * range;
}
