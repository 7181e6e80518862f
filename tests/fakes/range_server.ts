import { readSpans } from "../../server/store/mod.ts";
import { sendFile } from "../../server/routes/send_file.ts";

/** What a server has given out so far. */
export interface Served {
  readonly bytes: number;
  readonly requests: number;
}

/** A server of files by ranges, for tests and benchmarks. */
export interface RangeServer {
  /** Address without a slash at the end. */
  readonly url: string;
  /** Milliseconds to wait before each answer below `/segments/`. */
  latency: number;
  /** ETag of all files below `/segments/`. */
  etag: string;
  /** The next so many requests below `/segments/` are answered 500. */
  failures: number;
  /** Whether it gives several ranges in one answer and says so, does neither, or only says so. */
  multiRange: "given" | "silent" | "said";
  /** Bytes and requests below `/segments/`. */
  served(): Served;
  close(): Promise<void>;
}

/** Options of `serveRanges`. */
export interface RangeServerOptions {
  /** Files to give out, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** Texts to give out, by path. */
  readonly texts?: Readonly<Record<string, { body: string; type: string }>>;
}

const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self' data:; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const types: Readonly<Record<string, string>> = {
  js: "text/javascript",
  wasm: "application/wasm",
  html: "text/html",
};

/** Serves files on a free port of the loopback address. */
export function serveRanges(options: RangeServerOptions): RangeServer {
  let bytes = 0;
  let requests = 0;
  const handle = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    const measured = pathname.startsWith("/segments/");
    if (measured) {
      requests++;
      if (server.latency > 0) await delay(server.latency);
      if (server.failures > 0) {
        server.failures--;
        return new Response(null, { status: 500 });
      }
    }
    const response = await answer(request, pathname, { options, server });
    const length = Number(response.headers.get("Content-Length") ?? 0);
    if (measured && request.method === "GET") bytes += length;
    return response;
  };
  const http = Deno.serve({
    port: 0,
    hostname: "127.0.0.1",
    onListen: () => {},
  }, handle);
  const server: RangeServer = {
    url: `http://127.0.0.1:${http.addr.port}`,
    latency: 0,
    etag: '"1"',
    failures: 0,
    multiRange: "given",
    served: () => ({ bytes, requests }),
    close: () => http.shutdown(),
  };
  return server;
}

async function answer(
  request: Request,
  path: string,
  { options: { files, texts = {} }, server }: {
    options: RangeServerOptions;
    server: RangeServer;
  },
): Promise<Response> {
  const headers = new Headers({
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
  });
  const text = texts[path];
  if (text) {
    headers.set("Content-Type", text.type);
    return new Response(text.body, { headers });
  }
  const file = files[path];
  if (file === undefined) return new Response(null, { status: 404, headers });
  const several = request.headers.get("Range")?.includes(",") ?? false;
  if (several && server.multiRange !== "given") {
    return new Response(null, { status: 416, headers });
  }
  const { size } = await Deno.stat(file);
  const response = sendFile(request, {
    size,
    etag: server.etag,
    type: types[file.split(".").at(-1) ?? ""] ?? "application/octet-stream",
    encoding: null,
    immutable: false,
    read: (spans) => readSpans(file, spans),
  });
  for (const [name, value] of headers) response.headers.set(name, value);
  if (server.multiRange === "silent") response.headers.delete("x-multi-range");
  return response;
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
