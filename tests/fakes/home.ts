import type { ImportLimits, ImportReport } from "../../server/imports/mod.ts";
import { defaultLimits, importFiles } from "../../server/imports/mod.ts";
import { type HomeServices, openServices } from "../../server/home_services.ts";

/** An installation in a temporary folder, and the means to fill it. */
export interface TestHome extends HomeServices {
  /** Writes files with these contents and imports them into dataset `test`. */
  import(
    files: Readonly<Record<string, string | Uint8Array>>,
    options?: TestImportOptions,
  ): Promise<ImportReport>;
  readonly folder: string;
}

export interface TestImportOptions {
  readonly format?: string;
  readonly partial?: boolean;
  /** Other limits than those of tests, which take files whatever is rejected of them. */
  readonly limits?: Partial<ImportLimits>;
}

/** Runs work with an installation of its own, removed afterwards. */
export async function withHome(
  work: (home: TestHome) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "pivotbook-" });
  try {
    const services = await openServices(`${folder}/home`);
    await work({
      ...services,
      folder,
      import: (files, options) =>
        importAll({ services, folder, files }, options),
    });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

interface ImportAll {
  readonly services: HomeServices;
  readonly folder: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
}

async function importAll(
  { services, folder, files }: ImportAll,
  options: TestImportOptions = {},
): Promise<ImportReport> {
  const paths: { path: string }[] = [];
  for (const [name, content] of Object.entries(files)) {
    const path = `${folder}/${name}`;
    await Deno.writeFile(
      path,
      typeof content === "string" ? new TextEncoder().encode(content) : content,
    );
    paths.push({ path });
  }
  const { format = null, partial = false, limits } = options;
  return await importFiles({
    ...services,
    dataset: "test",
    files: paths,
    format,
    partial,
    limits: { ...defaultLimits, rejected: 1, ...limits },
    progress: () => {},
  });
}
