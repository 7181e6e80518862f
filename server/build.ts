import { createHash } from "node:crypto";
import { join } from "node:path";
import { brotliCompress, constants, gzip } from "node:zlib";
import { promisify } from "node:util";
import { BugError } from "@pivotbook/data";
import { fromFileUrl } from "./paths.ts";
import { withLock } from "./store/mod.ts";

const root = fromFileUrl(new URL("../", import.meta.url));

/** Folder of the built page. */
export const assetsFolder = join(root, "dist");

const stampPath = join(assetsFolder, "stamp.json");
const sources = ["components", "cells", "data"];

/** Files of packages that the page loads as they are, by the name that it asks for. */
const packageFiles: Readonly<Record<string, string>> = {
  "duckdb-eh.wasm": "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm",
  "duckdb-browser-eh.worker.js":
    "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js",
  "duckdb-mvp.wasm": "@duckdb/duckdb-wasm/dist/duckdb-mvp.wasm",
  "duckdb-browser-mvp.worker.js":
    "@duckdb/duckdb-wasm/dist/duckdb-browser-mvp.worker.js",
  "inter.woff2":
    "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  "inter-extended.woff2":
    "@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2",
  "jetbrains-mono.woff2":
    "@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2",
};

/** Builds the page where its sources changed since the last time. */
export async function buildPage(say: (text: string) => void): Promise<void> {
  const stamp = await stampOf();
  if (await isBuilt(stamp)) return;
  await Deno.mkdir(assetsFolder, { recursive: true });
  await withLock(join(assetsFolder, ".lock"), async () => {
    if (!await isBuilt(stamp)) await build(stamp, say);
  });
}

async function isBuilt(stamp: string): Promise<boolean> {
  return await Deno.readTextFile(stampPath).catch(() => "") === stamp;
}

async function build(
  stamp: string,
  say: (text: string) => void,
): Promise<void> {
  say("Building the page, once: some seconds");
  await Deno.remove(stampPath).catch(() => {});
  await removeScripts();
  await bundle();
  await copyStatic();
  await copyPackageFiles(say);
  await compressAll();
  await Deno.writeTextFile(stampPath, stamp);
}

/** Digest of everything that goes into the page. */
async function stampOf(): Promise<string> {
  const hash = createHash("sha256");
  hash.update(await Deno.readTextFile(join(root, "deno.lock")));
  hash.update(await Deno.readTextFile(join(root, "server/build.ts")));
  for (const room of sources) await hashFolder(hash, join(root, room));
  return hash.digest("hex");
}

async function hashFolder(
  hash: ReturnType<typeof createHash>,
  folder: string,
): Promise<void> {
  const entries = await Array.fromAsync(Deno.readDir(folder));
  for (
    const { name, isDirectory } of entries.sort((a, b) =>
      a.name < b.name ? -1 : 1
    )
  ) {
    if (isDirectory) await hashFolder(hash, join(folder, name));
    else hash.update(name).update(await Deno.readFile(join(folder, name)));
  }
}

/** Old chunks would pile up, since their names hold a digest. */
async function removeScripts(): Promise<void> {
  for await (const { name } of Deno.readDir(assetsFolder)) {
    if (/\.(js|css)(\.br|\.gz)?$/.test(name) && !name.startsWith("duckdb-")) {
      await Deno.remove(join(assetsFolder, name));
    }
  }
}

async function bundle(): Promise<void> {
  await runDeno([
    "--code-splitting",
    "--outdir",
    assetsFolder,
    join(root, "components/main.ts"),
  ]);
  await bundleAlone("early");
  await bundleAlone("engine_worker");
}

/** A script of its own, as workers and the page's first script need it. */
async function bundleAlone(name: string): Promise<void> {
  await runDeno([
    "--format=iife",
    "--output",
    join(assetsFolder, `${name}.js`),
    join(root, `components/start/${name}.ts`),
  ]);
}

async function runDeno(options: readonly string[]): Promise<void> {
  const args = [
    "bundle",
    "--quiet",
    "--platform",
    "browser",
    "--minify",
    ...options,
  ];
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args,
    cwd: root,
    stdout: "null",
    stderr: "piped",
  }).output();
  if (success) return;
  throw new BugError(
    `The page cannot be built: ${new TextDecoder().decode(stderr)}`,
    { code: "build-failed" },
  );
}

async function copyStatic(): Promise<void> {
  const folder = join(root, "components/static");
  for await (const { name, isFile } of Deno.readDir(folder)) {
    if (isFile) {
      await Deno.copyFile(join(folder, name), join(assetsFolder, name));
    }
  }
}

async function copyPackageFiles(say: (text: string) => void): Promise<void> {
  for (const [name, source] of Object.entries(packageFiles)) {
    const from = join(root, "node_modules", source);
    const to = join(assetsFolder, name);
    const known = await Deno.stat(to).catch(() => null);
    if (known?.size === (await Deno.stat(from)).size) continue;
    say(`Preparing ${name}`);
    await Deno.copyFile(from, to);
    await Deno.remove(`${to}.br`).catch(() => {});
  }
}

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Large files once, since compressing them takes seconds. */
async function compressAll(): Promise<void> {
  const names = (await Array.fromAsync(Deno.readDir(assetsFolder))).map((
    { name },
  ) => name);
  const plain = names.filter((name) =>
    /\.(js|css|svg|wasm)$/.test(name) && !names.includes(`${name}.br`)
  );
  await Promise.all(plain.map(compress));
}

async function compress(name: string): Promise<void> {
  const bytes = await Deno.readFile(join(assetsFolder, name));
  const quality = bytes.length > 4_000_000 ? 7 : 11;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  await Deno.writeFile(
    join(assetsFolder, `${name}.br`),
    await brotli(bytes, { params }),
  );
  if (bytes.length < 4_000_000) {
    await Deno.writeFile(
      join(assetsFolder, `${name}.gz`),
      await gzipped(bytes, { level: 9 }),
    );
  }
}

if (import.meta.main) {
  await buildPage((text) =>
    Deno.stderr.writeSync(new TextEncoder().encode(`${text}\n`))
  );
}
