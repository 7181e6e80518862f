/** Names of all cell kinds, which `kinds/mod.ts` must define: known apart from them, so that reading a file needs no kind's code. */
export const CELL_KIND_NAMES = ["input", "pivot", "plot", "sql"] as const;

/** Whether a fenced block whose info string starts with this word is a cell. */
export function isCellKind(word: string): boolean {
  return (CELL_KIND_NAMES as readonly string[]).includes(word);
}
