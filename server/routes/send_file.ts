import type { ServedFile } from "../deps.ts";

/** A span of a file, `stop` not included. */
export interface Span {
  readonly start: number;
  readonly stop: number;
}

/** What a Range header asks for: `all` for none or several, null for one that cannot be met (RFC 9110 §14). */
export function spanOf(
  header: string | null,
  size: number,
): Span | "all" | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? "");
  const [, first = "", last = ""] = match ?? [];
  if (match === null || (first === "" && last === "")) return "all";
  if (first === "") {
    const length = Math.min(Number(last), size);
    return length === 0 ? null : { start: size - length, stop: size };
  }
  const start = Number(first);
  const stop = last === "" ? size : Math.min(Number(last) + 1, size);
  return start >= size || stop <= start ? null : { start, stop };
}

/** Answers a GET or HEAD for a file: 200, 206, 304 or 416. */
export async function sendFile(
  request: Request,
  file: ServedFile,
): Promise<Response> {
  const headers = headersOf(file);
  if (matches(request.headers.get("if-none-match"), file.etag)) {
    return new Response(null, { status: 304, headers });
  }
  const span = spanOf(rangeOf(request, file), file.size);
  if (span === null) {
    headers.set("content-range", `bytes */${file.size}`);
    return new Response(null, { status: 416, headers });
  }
  const { start, stop } = span === "all" ? { start: 0, stop: file.size } : span;
  headers.set("content-length", String(stop - start));
  if (span !== "all") {
    headers.set("content-range", `bytes ${start}-${stop - 1}/${file.size}`);
  }
  const body = request.method === "HEAD" ? null : await file.read(start, stop);
  return new Response(body, { status: span === "all" ? 200 : 206, headers });
}

/** A range of another version of the file is not the range that was meant. */
function rangeOf(request: Request, file: ServedFile): string | null {
  const condition = request.headers.get("if-range");
  return condition === null || condition === file.etag
    ? request.headers.get("range")
    : null;
}

function matches(header: string | null, etag: string): boolean {
  return header !== null &&
    header.split(",").some((one) =>
      ["*", etag].includes(one.trim().replace(/^W\//, ""))
    );
}

function headersOf(file: ServedFile): Headers {
  return new Headers({
    "accept-ranges": "bytes",
    "cache-control": file.immutable
      ? "public, max-age=31536000, immutable"
      : "no-cache",
    "content-type": file.type,
    "etag": file.etag,
    ...(file.encoding === null
      ? {}
      : { "content-encoding": file.encoding, "vary": "accept-encoding" }),
  });
}
