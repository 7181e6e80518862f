import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Segment } from "@pivotbook/data";
import { writeSideIndex } from "../segments/side_index.ts";
import { importsOf, segmentProblem, writeAtomic } from "../store/mod.ts";
import { filesOf } from "./files_of.ts";
import type { Inventory } from "./inventory.ts";
import type { Finding } from "./report.ts";
import type { VerifyContext } from "./verify_home.ts";

/** Every segment that a snapshot names: its hash, its side index and its manifest. */
export async function checkSegments(
  inventory: Inventory,
  context: VerifyContext,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const segment of inventory.segments.values()) {
    context.progress(`Reading segments/${segment.sha256}.duckdb`);
    const broken = await checkFile(segment, { inventory, context });
    if (broken) findings.push(broken);
    else findings.push(...await checkIndex(segment, context));
    findings.push(...await checkManifest(segment, { inventory, context }));
  }
  return findings;
}

async function checkFile(
  segment: Segment,
  { inventory, context: { home } }: Checked,
): Promise<Finding | null> {
  const problem = await segmentProblem(home, segment);
  if (problem === null) return null;
  const path = `segments/${segment.sha256}.duckdb`;
  if (isReplaced(segment, inventory)) {
    const done =
      "its rows were imported again; only former snapshots, which cannot be read, name it";
    return { path, problem, done, remedy: null };
  }
  const files = await filesOf(home, segment.imports);
  const remedy = `Import again, which restores it: ${files}`;
  return { path, problem, done: null, remedy };
}

/** Whether no dataset reads the segment now, since others hold the rows of its imports. */
function isReplaced(
  { sha256, imports }: Segment,
  { logs, snapshots }: Inventory,
): boolean {
  const now = logs.flatMap(({ value }) => {
    const last = value?.snapshots.at(-1)?.snapshot ?? "";
    return snapshots.get(last)?.value?.segments ?? [];
  });
  const held = importsOf(now);
  return now.every((one) => one.sha256 !== sha256) &&
    imports.every((id) => held.has(id));
}

/** What is checked against what. */
interface Checked {
  readonly inventory: Inventory;
  readonly context: VerifyContext;
}

/** A side index is computed from its segment, so it can be told whether it is right, and written anew. */
async function checkIndex(
  segment: Segment,
  { home, repair }: VerifyContext,
): Promise<Finding[]> {
  const path = `segments/${segment.sha256}.index`;
  const file = join(home.root, `segments/${segment.sha256}.duckdb`);
  const right = await writeSideIndex(file, segment);
  const there = await Deno.readFile(join(home.root, path)).catch(() => null);
  if (right === null || isDeepStrictEqual(there, right)) return [];
  if (repair) await writeAtomic(join(home.root, path), right);
  return [{
    path,
    problem: there === null ? "it is missing" : "it is not that of its segment",
    done: repair ? "written anew from its segment" : null,
    remedy: repair ? null : "Run verify --repair",
  }];
}

async function checkManifest(
  segment: Segment,
  { inventory, context: { home, repair } }: Checked,
): Promise<Finding[]> {
  const path = `segments/${segment.sha256}.json`;
  const there = inventory.manifests.get(segment.sha256);
  if (isDeepStrictEqual(there?.value, segment)) return [];
  if (repair) {
    await writeAtomic(join(home.root, path), JSON.stringify(segment));
  }
  return [{
    path,
    problem: there?.problem ??
      (there ? "it does not describe its segment" : "it is missing"),
    done: repair ? "written anew from the snapshot" : null,
    remedy: repair ? null : "Run verify --repair",
  }];
}
