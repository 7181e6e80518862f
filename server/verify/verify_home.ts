import { openNotebooks } from "../store/mod.ts";
import type { HomeServices } from "../home_services.ts";
import { checkLeftovers } from "./check_leftovers.ts";
import { checkLogs } from "./check_logs.ts";
import { checkSegments } from "./check_segments.ts";
import { checkSnapshots } from "./check_snapshots.ts";
import { type Inventory, takeInventory } from "./inventory.ts";
import type { Finding, VerifyReport } from "./report.ts";

/** What checks work with. */
export interface VerifyContext extends HomeServices {
  /** Whether what can be mended is. */
  readonly repair: boolean;
  readonly progress: (text: string) => void;
}

type Check = (
  inventory: Inventory,
  context: VerifyContext,
) => Finding[] | Promise<Finding[]>;

/** In this order: a snapshot that was written anew names segments to check. */
const checks: readonly Check[] = [
  checkLogs,
  checkSnapshots,
  checkSegments,
  checkLeftovers,
  checkNotebooks,
];

/** Checks every file of an installation against what names it, and mends what can be mended. */
export async function verifyHome(
  context: VerifyContext,
): Promise<VerifyReport> {
  const findings: Finding[] = [];
  for (const check of checks) {
    const inventory = await takeInventory(context.home);
    findings.push(...await check(inventory, context));
  }
  const { logs, snapshots, segments } = await takeInventory(context.home);
  return {
    datasets: logs.length,
    snapshots: snapshots.size,
    segments: segments.size,
    bytes: [...segments.values()].reduce((sum, { bytes }) => sum + bytes, 0),
    findings,
  };
}

async function checkNotebooks(
  _inventory: Inventory,
  { home, now }: VerifyContext,
): Promise<Finding[]> {
  const list = await openNotebooks(home.notebooks, now).list();
  return list.flatMap(({ name, error }) =>
    error === null ? [] : [{
      path: `notebooks/${name}.md`,
      problem: error.message.replace(/^.* is damaged: /, ""),
      done: null,
      remedy: "Mend it, or move it elsewhere",
    }]
  );
}
