import type { Command } from "commander";
import {
  type ExtractedIndicator,
  extractIndicators,
  InputError,
} from "@pivotbook/data";
import { command, type CommonOptions, guarded } from "./command.ts";
import { print } from "./output.ts";

/** `extract`: the indicators of a text. */
export function extractCommand(): Command {
  return command(
    "extract",
    "Find the indicators of a text: a JSON object a line with type, value, original, offset",
  )
    .argument("<file>", "a text file, or - for standard input")
    .addHelpText(
      "after",
      "\nExamples:\n  pivotbook extract report.txt\n  pdftotext report.pdf - | pivotbook extract -",
    )
    .action((file: string, options: CommonOptions) =>
      guarded(options.json, async () => {
        for (const found of extractIndicators(await textOf(file))) {
          print(lineOf(found));
        }
      })
    );
}

/** Four fields, and where a text may be read otherwise, how. */
function lineOf(found: ExtractedIndicator): string {
  const { type, value, original, offset, ambiguous } = found;
  const notes = ambiguous.length > 0 ? { ambiguous } : {};
  return JSON.stringify({ type, value, original, offset, ...notes });
}

async function textOf(file: string): Promise<string> {
  if (file === "-") return await new Response(Deno.stdin.readable).text();
  try {
    return await Deno.readTextFile(file);
  } catch (cause) {
    throw new InputError(`Cannot read ${file}`, {
      code: "no-such-file",
      where: { path: file },
      remedy: "Check the path",
      cause,
    });
  }
}
