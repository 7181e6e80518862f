import type { Home } from "./store/mod.ts";
import { openDatasets, openHome } from "./store/mod.ts";
import type { DatasetStore } from "./deps.ts";

/** What every command works with. */
export interface HomeServices {
  readonly home: Home;
  readonly datasets: DatasetStore;
  /** ISO 8601 UTC. */
  readonly now: () => string;
}

/** Opens an installation's folder, creating it where it is missing. */
export async function openServices(root: string): Promise<HomeServices> {
  const home = await openHome(root);
  const now = (): string => new Date().toISOString();
  return { home, datasets: openDatasets(home, now), now };
}
