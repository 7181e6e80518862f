import { join } from "node:path";
import { fromFileUrl } from "./paths.ts";
import { importFiles, type ImportReport } from "./imports/mod.ts";
import type { HomeServices } from "./home_services.ts";

const DATASET = "knf";
const rowsFolder = fromFileUrl(
  new URL("../data/samples/knf/", import.meta.url),
);
const notebooksFolder = fromFileUrl(new URL("../notebooks/", import.meta.url));

/** Publishes the rows of the sample case as dataset `knf`; again is no work. */
export async function publishSample(
  services: HomeServices & { readonly progress: (text: string) => void },
): Promise<ImportReport> {
  const files: { path: string; name: string }[] = [];
  for await (const { name } of Deno.readDir(rowsFolder)) {
    if (name.endsWith(".csv")) {
      files.push({ path: join(rowsFolder, name), name: `${DATASET}/${name}` });
    }
  }
  files.sort((a, b) => a.name < b.name ? -1 : 1);
  return await importFiles({
    ...services,
    dataset: DATASET,
    files,
    format: "csv",
    partial: false,
  });
}

/** Copies the notebooks that come with the product into an installation; those that are there stay as they are. */
export async function installNotebooks({ home }: HomeServices): Promise<void> {
  for await (const { name, isFile } of Deno.readDir(notebooksFolder)) {
    if (!isFile || !name.endsWith(".md") || name === "README.md") continue;
    const text = await Deno.readTextFile(join(notebooksFolder, name));
    const createNew = true;
    await Deno.writeTextFile(join(home.notebooks, name), text, { createNew })
      .catch(ignoreExisting);
  }
}

function ignoreExisting(error: unknown): void {
  if (!(error instanceof Deno.errors.AlreadyExists)) throw error;
}
