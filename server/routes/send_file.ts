import type { ServedFile, Span } from "../deps.ts";
import { multipart } from "./multipart.ts";
import { MAX_RANGES, spansOf } from "./ranges.ts";

/** Answers a GET or HEAD for a file: 200, 206 (of several ranges as `multipart/byteranges`), 304 or 416; `x-multi-range` says how many ranges it gives at once. */
export function sendFile(request: Request, file: ServedFile): Response {
  const headers = headersOf(file);
  if (matches(request.headers.get("if-none-match"), file.etag)) {
    return new Response(null, { status: 304, headers });
  }
  const spans = spansOf(rangeOf(request, file), file.size);
  if (spans === null) {
    headers.set("content-range", `bytes */${file.size}`);
    return new Response(null, { status: 416, headers });
  }
  const head = request.method === "HEAD";
  if (spans === "all") return sendWhole(file, { headers, head });
  const [span] = spans;
  return span && spans.length === 1
    ? sendSpan(file, { span, headers, head })
    : sendSpans(file, { spans, headers, head });
}

interface Answer {
  readonly headers: Headers;
  /** Whether only the headers are wanted. */
  readonly head: boolean;
}

function sendWhole(file: ServedFile, { headers, head }: Answer): Response {
  headers.set("content-length", String(file.size));
  const body = head ? null : bodyOf(file, { start: 0, stop: file.size });
  return new Response(body, { status: 200, headers });
}

function sendSpan(
  file: ServedFile,
  { span, headers, head }: Answer & { span: Span },
): Response {
  const { start, stop } = span;
  headers.set("content-length", String(stop - start));
  headers.set("content-range", `bytes ${start}-${stop - 1}/${file.size}`);
  const body = head ? null : bodyOf(file, span);
  return new Response(body, { status: 206, headers });
}

/** The bytes of one span. */
export function bodyOf(
  file: Pick<ServedFile, "read">,
  span: Span,
): ReadableStream<Uint8Array> {
  return ReadableStream.from(bytesOf(file, span));
}

async function* bytesOf(
  file: Pick<ServedFile, "read">,
  span: Span,
): AsyncGenerator<Uint8Array> {
  for await (const { bytes } of file.read([span])) yield bytes;
}

function sendSpans(
  file: ServedFile,
  { spans, headers, head }: Answer & { spans: readonly Span[] },
): Response {
  const { type, length, body } = multipart(file, spans);
  headers.set("content-type", type);
  headers.set("content-length", String(length));
  return new Response(head ? null : body(), { status: 206, headers });
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
    "x-multi-range": String(MAX_RANGES),
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
