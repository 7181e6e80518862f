import type { Command } from "commander";
import { openServices } from "../home_services.ts";
import { isSound, verifyHome, type VerifyReport } from "../verify/mod.ts";
import { command, type CommonOptions, guarded, OFF } from "./command.ts";
import { print, progressLine, say, toJson } from "./output.ts";

interface VerifyOptions extends CommonOptions {
  readonly repair: boolean;
}

const help = `
It reads every segment and compares it with its hash, and every file with what names it.
It ends with 0 when nothing is left to do, else with 1. --repair writes anew what follows
from other files, and removes what killed imports have left; nothing else is deleted.
A damaged segment is restored by importing its file again: the report names it.

Examples:
  pivotbook verify
  pivotbook verify --repair --home ~/cases`;

/** `verify`: whether an installation is whole, and how to mend it. */
export function verifyCommand(): Command {
  return command("verify", "Check every file of the installation, and mend it")
    .option("--repair", "mend what can be mended", OFF)
    .addHelpText("after", help)
    .action((options: VerifyOptions) =>
      guarded(options.json, () => run(options))
    );
}

async function run({ home, repair, json }: VerifyOptions): Promise<void> {
  const services = await openServices(home);
  const line = progressLine();
  const report = await verifyHome({ ...services, repair, progress: line.say })
    .finally(line.stop);
  json ? print(toJson(report)) : tell(report);
  if (!isSound(report)) Deno.exitCode = 1;
}

function tell({ findings, ...counts }: VerifyReport): void {
  for (const { path, problem, done, remedy } of findings) {
    print(`${path}: ${problem}`);
    if (done !== null) print(`  ${done}`);
    if (remedy !== null) print(`  ${remedy}`);
  }
  const { datasets, snapshots, segments, bytes } = counts;
  const text =
    `${datasets} datasets, ${snapshots} snapshots, ${segments} segments of ${
      Math.ceil(bytes / 1_000_000)
    } MB`;
  const problems = findings.filter(({ remedy }) => remedy !== null).length;
  say(
    problems === 0
      ? `Whole: ${text}`
      : `${problems} left to see to, among ${text}`,
  );
}
