import { join } from "node:path";
import { type Home, moveAtomic } from "../store/mod.ts";

/** Where an import keeps its files until nothing can stop it any more: what is given up leaves none in the installation. */
export interface Outbox {
  /** The installation, but for the folders that an import fills. */
  readonly home: Home;
  /** Moves all files to their places. */
  send(): Promise<void>;
}

const FOLDERS = ["segments", "imports"] as const;

/** Opens an outbox in the folder of a workshop, which lies on the same disk as `home`. */
export async function openOutbox(home: Home, folder: string): Promise<Outbox> {
  const kept = {
    segments: join(folder, "segments"),
    imports: join(folder, "imports"),
  };
  for (const name of FOLDERS) {
    await Deno.mkdir(kept[name], { recursive: true });
  }
  return {
    home: { ...home, ...kept },
    async send() {
      for (const name of FOLDERS) {
        const files = await Array.fromAsync(Deno.readDir(kept[name]));
        for (const file of files.map(({ name }) => name).sort(manifestsLast)) {
          await moveAtomic(join(kept[name], file), join(home[name], file));
        }
      }
    },
  };
}

/** A manifest or record says that the files beside it are there. */
function manifestsLast(a: string, b: string): number {
  return Number(a.endsWith(".json")) - Number(b.endsWith(".json"));
}
