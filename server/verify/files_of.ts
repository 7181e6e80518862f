import { join } from "node:path";
import { z } from "zod";
import { type Home, readStoredJson } from "../store/mod.ts";

const record = z.looseObject({ file: z.string(), dataset: z.string() });

/** The files that imports have read, for a reader: `dns.csv into sensors`. */
export async function filesOf(
  home: Home,
  imports: readonly string[],
): Promise<string> {
  const names = await Promise.all(imports.map(async (id) => {
    const path = join(home.imports, `${id}.json`);
    const known = await readStoredJson(path, record).catch(() => null);
    return known
      ? `${known.file} into ${known.dataset}`
      : `the file of import ${id}`;
  }));
  return names.join(", ");
}
