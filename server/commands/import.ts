import type { Command } from "commander";
import { InputError } from "@pivotbook/data";
import {
  defaultLimits,
  importFiles,
  type ImportReport,
  sizeText,
} from "../imports/mod.ts";
import { openServices } from "../home_services.ts";
import { publishSample } from "../sample.ts";
import {
  command,
  type CommonOptions,
  datasetOf,
  guarded,
  OFF,
} from "./command.ts";
import { bytesOf, shareOf } from "./size.ts";
import { print, progressLine, say, toJson } from "./output.ts";

interface ImportOptions extends CommonOptions {
  readonly dataset?: string;
  readonly format?: string;
  readonly partial: boolean;
  readonly maxUnpacked: string;
  readonly allowExpansion: boolean;
  readonly maxRejected: string;
  readonly sample: boolean;
}

const help = `
All files together become one new snapshot of the dataset, or none after an error.
A file that the dataset holds already adds nothing.

Examples:
  pivotbook import --dataset sensors dns.cof.ndjson more.csv.gz
  pivotbook import --dataset providers --format dnsdb-v2 answer.saf
  pivotbook import --sample`;

/** `import`: files into a dataset. */
export function importCommand(): Command {
  return command(
    "import",
    "Read files into a dataset and publish its next snapshot",
  )
    .argument("[files...]", "files to read; gzip is fine")
    .option(
      "--dataset <name>",
      "dataset that the rows join; it is created when it is new",
    )
    .option(
      "--format <name>",
      "cof, dnsdb-v1, dnsdb-v2, csv, ndjson or parquet; by default the content decides",
    )
    .option(
      "--partial",
      "take what is there of a stream that breaks off",
      OFF,
    )
    .option(
      "--max-unpacked <size>",
      "most that one file may unpack to, as 500MB",
      sizeText(defaultLimits.unpacked),
    )
    .option(
      "--allow-expansion",
      "take a compressed file that unpacks to more than 2 GB and 200 times its size",
      OFF,
    )
    .option(
      "--max-rejected <share>",
      "most of a file's rows that may be rejected; above, nothing is imported",
      "50%",
    )
    .option("--sample", "publish the sample case as dataset knf", OFF)
    .addHelpText("after", help)
    .action((files: string[], options: ImportOptions) =>
      guarded(options.json, () => run(files, options))
    );
}

async function run(
  files: readonly string[],
  options: ImportOptions,
): Promise<void> {
  const services = await openServices(options.home);
  const progress = progressLine();
  try {
    const report = options.sample
      ? await publishSample({ ...services, progress: progress.say })
      : await importFiles({
        ...services,
        dataset: datasetOf(options),
        files: named(files),
        format: options.format ?? null,
        partial: options.partial,
        limits: {
          ...defaultLimits,
          unpacked: bytesOf(options.maxUnpacked, "--max-unpacked"),
          rejected: shareOf(options.maxRejected, "--max-rejected"),
          ...options.allowExpansion ? { expansion: null } : {},
        },
        progress: progress.say,
      });
    progress.stop();
    options.json ? print(toJson(report)) : tell(report);
  } finally {
    progress.stop();
  }
}

function named(files: readonly string[]): { path: string }[] {
  if (files.length > 0) return files.map((path) => ({ path }));
  throw new InputError("No file is named", {
    code: "missing-argument",
    remedy: "Name the files to import, or use --sample",
  });
}

function tell(report: ImportReport): void {
  for (
    const {
      file,
      format,
      read,
      kept,
      merged,
      rejected,
      reasons,
      unknownColumns,
      import: id,
    } of report.files
  ) {
    say(
      `${file}: ${format}, ${read} read, ${kept} kept, ${merged} merged, ${rejected} rejected, import ${id}`,
    );
    for (const { reason, count, line } of reasons) {
      say(`  ${count} × ${reason}, first on line ${line}`);
    }
    if (unknownColumns.length > 0) {
      say(`  unknown columns, not read: ${unknownColumns.join(", ")}`);
    }
  }
  print(`${report.dataset} ${report.snapshot}`);
}
