/** Numbers as pairs: distance from the end of the last run, and length. */
export function blockRuns(blocks: readonly number[]): number[] {
  const runs: number[] = [];
  let end = 0;
  for (const block of blocks) {
    if (runs.length > 0 && block === end) {
      runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1;
    } else {
      runs.push(block - end, 1);
    }
    end = block + 1;
  }
  return runs;
}

/** The numbers that `blockRuns` wrote. */
export function blocksOf(runs: readonly number[]): number[] {
  const blocks: number[] = [];
  let end = 0;
  for (let at = 0; at < runs.length; at += 2) {
    const start = end + (runs[at] ?? 0);
    end = start + (runs[at + 1] ?? 0);
    for (let block = start; block < end; block++) blocks.push(block);
  }
  return blocks;
}
