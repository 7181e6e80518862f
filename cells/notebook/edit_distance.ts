/** How many letters must be added, left out or replaced to make one word of another. */
export function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...left].entries()) {
    const next = [index + 1];
    for (const [at, other] of [...right].entries()) {
      const replaced = (row[at] ?? 0) + (letter === other ? 0 : 1);
      const longer = Math.min(row[at + 1] ?? 0, next[at] ?? 0) + 1;
      next.push(Math.min(replaced, longer));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
