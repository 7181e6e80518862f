import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
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
  /** Milliseconds within which the headers of a request must have come. */
  readonly headersTimeout?: number;
  /** By default generous ones. */
  readonly limits?: ImportLimits;
}

/** A server that runs. */
export interface RunningServer {
  readonly url: string;
  stop(): Promise<void>;
}

const LOOPBACK = "127.0.0.1";

/** Milliseconds within which the headers of a request must have come; a body may take as long as it goes on arriving. */
const HEADERS = 20_000;

/** Serves an installation on the loopback address; rejects where the port is taken. */
export async function serve(
  services: HomeServices,
  options: ServeOptions,
): Promise<RunningServer> {
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
  // Deno's own server knows no time-outs.
  const headersTimeout = options.headersTimeout ?? HEADERS;
  const server = createServer(
    {
      headersTimeout,
      requestTimeout: 0,
      connectionsCheckingInterval: headersTimeout / 4,
    },
    getRequestListener(app.fetch, { overrideGlobalObjects: false }),
  );
  const { port } = await listening(server, options.port);
  hosts.push(`${LOOPBACK}:${port}`, `localhost:${port}`);
  return { url: `http://${LOOPBACK}:${port}/`, stop: () => stop(server) };
}

function listening(server: Server, port: number): Promise<AddressInfo> {
  const { promise, resolve, reject } = Promise.withResolvers<AddressInfo>();
  server.once("error", reject);
  server.listen(port, LOOPBACK, () => resolve(server.address() as AddressInfo));
  return promise;
}

/** Ends the connections that wait for nothing, and resolves when what is under way is answered. */
function stop(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeIdleConnections();
  return promise;
}
