import { Command } from "commander";
import { extractCommand } from "./commands/extract.ts";
import { importCommand } from "./commands/import.ts";
import { lookupCommand } from "./commands/lookup.ts";
import { removeCommand } from "./commands/remove.ts";
import { serveCommand } from "./commands/serve.ts";
import { verifyCommand } from "./commands/verify.ts";

const program = new Command("pivotbook")
  .description("A self-hosted notebook for threat investigation")
  .addCommand(serveCommand())
  .addCommand(importCommand())
  .addCommand(removeCommand())
  .addCommand(lookupCommand())
  .addCommand(extractCommand())
  .addCommand(verifyCommand());

await program.parseAsync(Deno.args, { from: "user" });
