import { createApp } from "./app.ts";
import type { HomeServices } from "./home_services.ts";
import {
  defaultLimits,
  type ImportLimits,
  openImportQueue,
} from "./imports/mod.ts";
import { folderFiles, openNotebooks } from "./store/mod.ts";

/** How to listen. */
export interface ServeOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** Folder of the built page. */
  readonly assets: string;
  readonly log: (text: string) => void;
  /** By default generous ones. */
  readonly limits?: ImportLimits;
}

/** A server that runs. */
export interface RunningServer {
  readonly url: string;
  stop(): Promise<void>;
}

const LOOPBACK = "127.0.0.1";

/** Serves an installation on the loopback address. */
export function serve(
  services: HomeServices,
  options: ServeOptions,
): RunningServer {
  const { home, now } = services;
  const hosts: string[] = [];
  const app = createApp({
    notebooks: openNotebooks(home.notebooks, now),
    datasets: services.datasets,
    imports: openImportQueue({
      ...services,
      limits: options.limits ?? defaultLimits,
    }),
    segments: folderFiles(home.segments),
    assets: folderFiles(options.assets),
    hosts,
    log: options.log,
  });
  const server = Deno.serve({
    hostname: LOOPBACK,
    port: options.port,
    onListen: () => {},
  }, app.fetch);
  const { port } = server.addr;
  hosts.push(`${LOOPBACK}:${port}`, `localhost:${port}`);
  return { url: `http://${LOOPBACK}:${port}/`, stop: () => server.shutdown() };
}
