import type { ServedFile } from "../deps.ts";
import { multipart } from "./multipart.ts";
import { MAX_RANGES, type Span, spansOf } from "./ranges.ts";

/** Answers a GET or HEAD for a file: 200, 206 (of several ranges as `multipart/byteranges`), 304 or 416; `x-multi-range` says how many ranges it gives at once. */
export async function sendFile(
  request: Request,
  file: ServedFile,
): Promise<Response> {
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
  if (spans === "all") return await sendWhole(file, { headers, head });
  const [span] = spans;
  return span && spans.length === 1
    ? await sendSpan(file, { span, headers, head })
    : sendSpans(file, { spans, headers, head });
}

interface Answer {
  readonly headers: Headers;
  /** Whether only the headers are wanted. */
  readonly head: boolean;
}

async function sendWhole(
  file: ServedFile,
  { headers, head }: Answer,
): Promise<Response> {
  headers.set("content-length", String(file.size));
  const body = head ? null : await file.read(0, file.size);
  return new Response(body, { status: 200, headers });
}

async function sendSpan(
  file: ServedFile,
  { span: { start, stop }, headers, head }: Answer & { span: Span },
): Promise<Response> {
  headers.set("content-length", String(stop - start));
  headers.set("content-range", `bytes ${start}-${stop - 1}/${file.size}`);
  const body = head ? null : await file.read(start, stop);
  return new Response(body, { status: 206, headers });
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
