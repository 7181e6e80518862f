/** Least numbers of the four shades. */
export type Levels = readonly [number, number, number, number];

/** The shades for lanes in which at most `most` values hold at a time: 1, 2, 3 and 5, or by magnitude when there are more. */
export function levelsOf(most: number): Levels {
  if (most <= 12) return [1, 2, 3, 5];
  const step = most ** (1 / 4);
  const second = Math.max(2, Math.round(step));
  const third = Math.max(second + 1, Math.round(step ** 2));
  return [1, second, third, Math.max(third + 1, Math.round(step ** 3))];
}

/** The shade of a number, from 1 to 4; 0 for none. */
export function levelOf(levels: Levels, active: number): number {
  return levels.filter((least) => active >= least).length;
}

/** What the shades mean: 1, 2, 3-4, 5+. */
export function levelsText(levels: Levels): string {
  return levels.map((least, index) => {
    const next = levels[index + 1];
    if (next === undefined) return `${least}+`;
    return next - 1 === least ? `${least}` : `${least}-${next - 1}`;
  }).join(", ");
}
