import type { Command } from "commander";
import { InputError } from "@pivotbook/data";
import { assetsFolder, buildPage } from "../build.ts";
import { openServices } from "../home_services.ts";
import { defaultLimits, sizeText } from "../imports/mod.ts";
import { installNotebooks, publishSample } from "../sample.ts";
import { type RunningServer, serve } from "../serve.ts";
import { command, type CommonOptions, guarded, OFF } from "./command.ts";
import { print, say, toJson } from "./output.ts";
import { bytesOf } from "./size.ts";

interface ServeCommandOptions extends CommonOptions {
  readonly port: string;
  readonly maxUpload: string;
  readonly maxUnpacked: string;
  readonly sample: boolean;
}

const DEFAULT_PORT = "8177";

/** `serve`: the page and its data, on this machine only. */
export function serveCommand(): Command {
  return command(
    "serve",
    "Serve notebooks and data to a browser on this machine",
  )
    .option(
      "--port <number>",
      "port to listen on; 0 takes a free one",
      DEFAULT_PORT,
    )
    .option(
      "--max-upload <size>",
      "largest file that the page may send, as 500MB",
      sizeText(defaultLimits.upload),
    )
    .option(
      "--max-unpacked <size>",
      "most that such a file may unpack to",
      sizeText(defaultLimits.unpacked),
    )
    .option("--sample", "publish the sample case first", OFF)
    .addHelpText(
      "after",
      "\nIt listens on 127.0.0.1 only and asks nobody else anything.\n\nExample:\n  pivotbook serve --home ~/cases --port 9000",
    )
    .action((options: ServeCommandOptions) =>
      guarded(options.json, () => run(options))
    );
}

async function run(options: ServeCommandOptions): Promise<void> {
  const services = await openServices(options.home);
  await buildPage(say);
  if (options.sample) {
    await publishSample({ ...services, progress: () => {} });
    await installNotebooks(services);
  }
  const server = await listen(services, options);
  const path = options.sample ? "notebooks/polish-bank-watering-hole" : "";
  const address = server.url + path;
  options.json
    ? print(toJson({ url: server.url, open: address }))
    : print(`Pivotbook is at ${address}`);
  say("Stop it with Ctrl+C.");
}

async function listen(
  services: Parameters<typeof serve>[0],
  { port, maxUpload, maxUnpacked }: ServeCommandOptions,
): Promise<RunningServer> {
  const number = Number(port);
  if (!Number.isInteger(number) || number < 0 || number > 65_535) {
    throw new InputError(`"${port}" is no port`, {
      code: "bad-option",
      remedy: "Give a number from 0 to 65535",
    });
  }
  const limits = {
    ...defaultLimits,
    upload: bytesOf(maxUpload, "--max-upload"),
    unpacked: bytesOf(maxUnpacked, "--max-unpacked"),
  };
  try {
    return await serve(services, {
      port: number,
      assets: assetsFolder,
      log: say,
      limits,
    });
  } catch (cause) {
    if (!isTaken(cause)) throw cause;
    throw new InputError(`Port ${port} is taken`, {
      code: "port-taken",
      remedy: "Give another with --port, or 0 for any that is free",
      cause,
    });
  }
}

function isTaken(cause: unknown): boolean {
  return cause instanceof Error && "code" in cause &&
    cause.code === "EADDRINUSE";
}
