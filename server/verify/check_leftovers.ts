import { join } from "node:path";
import { unlessGone } from "../store/mod.ts";
import type { Inventory } from "./inventory.ts";
import type { Finding } from "./report.ts";
import type { VerifyContext } from "./verify_home.ts";

/** A file of an installation: its name says to what it belongs. */
interface Leftover {
  readonly folder: string;
  readonly name: string;
}

/** Milliseconds for which a draft may belong to a write that is under way. */
const DRAFT = 60_000;

/**
 * What belongs to nothing: files that a killed import or write left, which are
 * removed, and such as are none of ours, which are not touched. While a dataset
 * cannot be read, which may need them, or an import is under way, nothing is
 * taken for left.
 */
export async function checkLeftovers(
  inventory: Inventory,
  context: VerifyContext,
): Promise<Finding[]> {
  const { home, repair } = context;
  const known = knownNames(inventory);
  const busy = await isBusy(home.temporary);
  const isReadable = [...inventory.logs, ...inventory.snapshots.values()]
    .every(({ problem }) => problem === null);
  const findings: Finding[] = [];
  for (const leftover of await leftovers(context, known)) {
    const path = `${leftover.folder}/${leftover.name}`;
    if (!isOurs(leftover)) {
      findings.push({
        path,
        problem: "it is no file of an installation",
        done: null,
        remedy: "Move it elsewhere",
      });
      continue;
    }
    const isNeeded = busy || !isReadable;
    if (isNeeded || await isDraftOfNow(join(home.root, path))) continue;
    if (repair) await Deno.remove(join(home.root, path)).catch(() => {});
    findings.push({
      path,
      problem: "nothing refers to it: an import or a write was killed",
      done: repair ? "removed" : null,
      remedy: repair ? null : "Run verify --repair",
    });
  }
  return findings;
}

/** Files that something refers to, by folder. */
function knownNames(
  { logs, snapshots, segments }: Inventory,
): Readonly<Record<string, ReadonlySet<string>>> {
  const imports = new Set([
    ...[...segments.values()].flatMap(({ imports }) => imports),
    ...logs.flatMap(({ value }) =>
      (value?.snapshots ?? []).flatMap(({ imports }) => imports)
    ),
  ]);
  return {
    datasets: new Set(logs.map(({ path }) => path.replace(/^datasets\//, ""))),
    snapshots: new Set([...snapshots.keys()].map((id) => `${id}.json`)),
    segments: new Set(
      [...segments.keys()].flatMap((hash) =>
        ["duckdb", "index", "json"].map((ending) => `${hash}.${ending}`)
      ),
    ),
    imports: new Set(
      [...imports].flatMap((id) => [`${id}.json`, `${id}.rejected.ndjson`]),
    ),
  };
}

async function leftovers(
  { home }: VerifyContext,
  known: Readonly<Record<string, ReadonlySet<string>>>,
): Promise<Leftover[]> {
  const found: Leftover[] = [];
  for (const [folder, names] of Object.entries(known)) {
    for await (const { name } of Deno.readDir(join(home.root, folder))) {
      const isKept = names.has(name) || name.endsWith(".lock") ||
        (folder === "datasets" && name === "removed");
      if (!isKept) found.push({ folder, name });
    }
  }
  return found.sort((a, b) =>
    `${a.folder}/${a.name}` < `${b.folder}/${b.name}` ? -1 : 1
  );
}

/** Names that an installation gives to files, by folder; a draft has more behind it. */
const OURS: Readonly<Record<string, RegExp>> = {
  datasets: /^[a-z][a-z0-9_]*\.json(\.[0-9a-f-]{36}\.tmp)$/,
  snapshots: /^[0-9a-f]{64}\.json(\.[0-9a-f-]{36}\.tmp)?$/,
  segments: /^[0-9a-f]{64}\.(duckdb|index|json)(\.[0-9a-f-]{36}\.tmp)?$/,
  imports: /^[0-9a-f]{16}\.(json|rejected\.ndjson)(\.[0-9a-f-]{36}\.tmp)?$/,
};

function isOurs({ folder, name }: Leftover): boolean {
  return OURS[folder]?.test(name) ?? false;
}

/** Whether another process works; what was abandoned is gone since the installation was opened. */
async function isBusy(folder: string): Promise<boolean> {
  return (await Array.fromAsync(Deno.readDir(folder))).length > 0;
}

async function isDraftOfNow(path: string): Promise<boolean> {
  if (!path.endsWith(".tmp")) return false;
  const info = await unlessGone(Deno.lstat(path));
  return info !== null && Date.now() - (info.mtime?.getTime() ?? 0) < DRAFT;
}
