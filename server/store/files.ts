import { join, normalize } from "node:path";
import type { FilePiece, FileSource, ServedFile, Span } from "../deps.ts";

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
  // Of a link `isFile` does not hold: it is not followed.
  const info = await Deno.lstat(path).catch(() => null);
  if (!info?.isFile) return null;
  const stamp = `${info.size.toString(36)}-${
    info.mtime?.getTime().toString(36)
  }`;
  return {
    size: info.size,
    etag: `"${stamp}"`,
    read: (spans) => readSpans(path, spans),
  };
}

const CHUNK = 256 * 1024;

/** Reads spans of a file, opened once for all of them. */
export async function* readSpans(
  path: string,
  spans: readonly Span[],
): AsyncGenerator<FilePiece> {
  using file = await Deno.open(path);
  for (const span of spans) {
    await file.seek(span.start, Deno.SeekMode.Start);
    for (let left = span.stop - span.start; left > 0;) {
      const buffer = new Uint8Array(Math.min(CHUNK, left));
      const read = await file.read(buffer);
      if (read === null) throw new Error(`${path} is shorter than it was`);
      left -= read;
      yield { span, bytes: buffer.subarray(0, read) };
    }
  }
}
