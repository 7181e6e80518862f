import type { Inventory } from "./inventory.ts";
import type { Finding } from "./report.ts";

/** Datasets whose log cannot be read: what it named is not known any more. */
export function checkLogs({ logs }: Inventory): Finding[] {
  return logs.flatMap(({ path, problem }) =>
    problem === null ? [] : [{
      path,
      problem,
      done: null,
      remedy:
        "Put it back from a backup; or move it elsewhere and import the files of that dataset again",
    }]
  );
}
