import { Command, CommanderError } from "commander";
import { InputError } from "@pivotbook/data";
import { machineError } from "../machine_error.ts";
import { sayError } from "./output.ts";

/** A flag that is not given. */
export const OFF = false;

/** Options that every command has. */
export interface CommonOptions {
  /** Folder of the installation. */
  readonly home: string;
  /** One JSON document on standard output. */
  readonly json: boolean;
}

/** A command with the common options; `run` rejects with an error for a reader. */
export function command(name: string, summary: string): Command {
  return new Command(name)
    .description(summary)
    .option(
      "--home <dir>",
      "folder of datasets, notebooks and settings",
      ".pivotbook",
    )
    .option(
      "--json",
      "one JSON document on standard output, all else on standard error",
      OFF,
    )
    .showHelpAfterError("(--help tells more)");
}

/** Runs a command's work and ends with exit code 1 after an error. */
export async function guarded(
  json: boolean,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof CommanderError) throw error;
    sayError(machineError(error), json);
    Deno.exitCode = 1;
  }
}

/** The dataset that a command names; an `InputError` where it names none. */
export function datasetOf({ dataset }: { readonly dataset?: string }): string {
  if (dataset !== undefined) return dataset;
  throw new InputError("No dataset is named", {
    code: "missing-option",
    remedy: "Say which with --dataset NAME",
  });
}
