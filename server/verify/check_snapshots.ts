import { join } from "node:path";
import type { DatasetLog, Segment, Snapshot } from "@pivotbook/data";
import { snapshotOf, writeAtomic } from "../store/mod.ts";
import type { Inventory } from "./inventory.ts";
import type { Finding } from "./report.ts";
import type { VerifyContext } from "./verify_home.ts";

/** Snapshots that cannot be read; where the manifests of all their segments are there, they are written anew. */
export async function checkSnapshots(
  inventory: Inventory,
  { home, repair }: VerifyContext,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [id, { path, problem }] of inventory.snapshots) {
    if (problem === null) continue;
    const known = repair ? rebuilt(id, inventory) : null;
    if (known) await writeAtomic(join(home.root, path), JSON.stringify(known));
    findings.push({
      path,
      problem,
      done: known ? "written anew from the manifests of its segments" : null,
      remedy: known
        ? null
        : repair
        ? "Put it back from a backup; or remove the dataset and import its files again"
        : "Run verify --repair",
    });
  }
  return findings;
}

/** The snapshot of that id, put together from what its log says that it held; null where something of it is missing. */
function rebuilt(id: string, inventory: Inventory): Snapshot | null {
  const manifests = [
    ...inventory.segments.values(),
    ...[...inventory.manifests.values()].flatMap(({ value }) => value ?? []),
  ];
  for (const { value: log } of inventory.logs) {
    if (log === null) continue;
    const held = importsAt(log, id);
    if (held === null) continue;
    const own = manifests.filter(({ imports }) =>
      imports.every((one) => held.has(one))
    );
    const snapshot = snapshotOf(own satisfies Segment[]);
    if (snapshot.id === id) return snapshot;
  }
  return null;
}

/** Imports whose rows a dataset held in that snapshot; null where it never was one of it. */
function importsAt({ snapshots }: DatasetLog, id: string): Set<string> | null {
  const held = new Set<string>();
  for (const { snapshot, imports, withdrawn = [] } of snapshots) {
    for (const one of imports) held.add(one);
    for (const one of withdrawn) held.delete(one);
    if (snapshot === id) return held;
  }
  return null;
}
