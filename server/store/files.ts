import { join, normalize } from "node:path";
import type { FileSource, ServedFile } from "../deps.ts";

const types: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  duckdb: "application/octet-stream",
  html: "text/html; charset=utf-8",
  index: "application/octet-stream",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  map: "application/json",
  svg: "image/svg+xml",
  wasm: "application/wasm",
  woff2: "font/woff2",
};

const variants = [{ encoding: "br", ending: ".br" }, {
  encoding: "gzip",
  ending: ".gz",
}] as const;

/** Names that hold a digest: the bytes behind them never change. The engine's files do with its version, and are asked for anew by ETag. */
const DIGEST = /[0-9a-f]{64}\.(?:duckdb|index)$|-[0-9A-Z]{8}\.(?:js|css)$/;

/** Files of one folder; pre-compressed variants stand beside them as `.br` and `.gz`. */
export function folderFiles(folder: string): FileSource {
  return {
    async open(name, encodings) {
      const path = safePath(folder, name);
      const type = types[name.split(".").at(-1) ?? ""];
      if (path === null || type === undefined) return null;
      for (const { encoding, ending } of variants) {
        const found = encodings.includes(encoding)
          ? await served(path + ending)
          : null;
        if (found) {
          return { ...found, type, encoding, immutable: DIGEST.test(name) };
        }
      }
      const plain = await served(path);
      return plain
        ? { ...plain, type, encoding: null, immutable: DIGEST.test(name) }
        : null;
    },
  };
}

function safePath(folder: string, name: string): string | null {
  const path = normalize(join(folder, name));
  return name.includes("\0") || !path.startsWith(join(folder, "/"))
    ? null
    : path;
}

async function served(
  path: string,
): Promise<Pick<ServedFile, "size" | "etag" | "read"> | null> {
  const info = await Deno.stat(path).catch(() => null);
  if (!info?.isFile) return null;
  const stamp = `${info.size.toString(36)}-${
    info.mtime?.getTime().toString(36)
  }`;
  return {
    size: info.size,
    etag: `"${stamp}"`,
    read: (start, stop) => readSpan(path, { start, stop }),
  };
}

const CHUNK = 256 * 1024;

async function readSpan(
  path: string,
  { start, stop }: { start: number; stop: number },
): Promise<ReadableStream<Uint8Array>> {
  const file = await Deno.open(path);
  await file.seek(start, Deno.SeekMode.Start);
  let left = stop - start;
  return new ReadableStream({
    async pull(controller) {
      const buffer = new Uint8Array(Math.min(CHUNK, left));
      const read = left > 0 ? await file.read(buffer) : null;
      if (read === null) {
        file.close();
        return left > 0
          ? controller.error(new Error(`${path} is shorter than it was`))
          : controller.close();
      }
      left -= read;
      controller.enqueue(buffer.subarray(0, read));
      if (left === 0) {
        file.close();
        controller.close();
      }
    },
    cancel: () => file.close(),
  });
}
