import { InputError, PivotbookError } from "@pivotbook/data";
import { print } from "../../server/commands/output.ts";
import { openServices } from "../../server/home_services.ts";
import { defaultLimits, importFiles } from "../../server/imports/mod.ts";
import { foundAgain } from "../fakes/found_again.ts";

/** Imports each file below a folder into a home of its own and looks up every indicator of every row: `deno run -A tests/bench/found_again.ts <folder>`. */
if (import.meta.main) {
  const [folder] = Deno.args;
  if (folder === undefined) {
    throw new InputError("No folder is named", {
      code: "missing-argument",
      remedy: "Name a folder of files to import",
    });
  }
  let missed = 0;
  for await (const path of filesBelow(folder)) missed += await tell(path);
  if (missed > 0) Deno.exit(1);
}

async function* filesBelow(folder: string): AsyncGenerator<string> {
  const entries = await Array.fromAsync(Deno.readDir(folder));
  for (const { name, isDirectory } of entries.sort(byName)) {
    if (isDirectory) yield* filesBelow(`${folder}/${name}`);
    else yield `${folder}/${name}`;
  }
}

function byName(a: Deno.DirEntry, b: Deno.DirEntry): number {
  return a.name < b.name ? -1 : 1;
}

/** Prints a line for a file and gives how many rows were not found. */
async function tell(path: string): Promise<number> {
  const home = await Deno.makeTempDir({ prefix: "pivotbook-found-" });
  try {
    const services = await openServices(home);
    const { files: [file] } = await importFiles({
      ...services,
      dataset: "found",
      files: [{ path }],
      format: null,
      partial: false,
      limits: defaultLimits,
      progress: () => {},
    });
    const { rows, lookups, missed } = await foundAgain(services, "found");
    print(
      `${path}: ${file?.format}, ${file?.read} read, ${file?.kept} kept, ${file?.merged} merged, ${file?.rejected} rejected; ${rows} rows found by ${lookups} lookups, ${missed.length} missed`,
    );
    for (const row of missed.slice(0, 5)) print(`  ${row}`);
    for (const { reason, count } of file?.reasons ?? []) {
      print(`  ${count} x ${reason}`);
    }
    return missed.length;
  } catch (error) {
    if (!(error instanceof PivotbookError)) throw error;
    print(`${path}: ${error.code}: ${error.message.slice(0, 160)}`);
    return 0;
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}
