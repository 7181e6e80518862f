import type { Command } from "commander";
import { openServices } from "../home_services.ts";
import { command, type CommonOptions, datasetOf, guarded } from "./command.ts";
import { print, say, toJson } from "./output.ts";

interface RemoveOptions extends CommonOptions {
  readonly dataset?: string;
  readonly import?: string;
}

const help = `
Nothing is deleted: former snapshots stay readable, and the log of a removed dataset
is kept below datasets/removed; moved back, the dataset is there again.

Examples:
  pivotbook remove --dataset sensors --import 0123456789abcdef
  pivotbook remove --dataset sensors`;

/** `remove`: takes an import back, or a whole dataset. */
export function removeCommand(): Command {
  return command("remove", "Take an import back, or a whole dataset")
    .option("--dataset <name>", "dataset that is removed or changed")
    .option(
      "--import <id>",
      "import whose rows are taken back, by the id that it printed and that its rows carry",
    )
    .addHelpText("after", help)
    .action((options: RemoveOptions) =>
      guarded(options.json, () => run(options))
    );
}

async function run(options: RemoveOptions): Promise<void> {
  const dataset = datasetOf(options);
  const { datasets } = await openServices(options.home);
  if (options.import === undefined) {
    const kept = await datasets.remove(dataset);
    say(`Removed the dataset ${dataset}; its log is kept as datasets/${kept}`);
    return print(options.json ? toJson({ dataset, kept }) : dataset);
  }
  const withdrawn = options.import;
  const { id: snapshot } = await datasets.withdraw(dataset, withdrawn);
  say(`Took the import ${withdrawn} back; former snapshots still hold it`);
  print(
    options.json
      ? toJson({ dataset, withdrawn, snapshot })
      : `${dataset} ${snapshot}`,
  );
}
