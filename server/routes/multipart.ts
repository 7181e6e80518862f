import { Buffer } from "node:buffer";
import type { ServedFile, Span } from "../deps.ts";

/** The body of an answer with several ranges. */
export interface Multipart {
  readonly type: string;
  readonly length: number;
  readonly body: () => ReadableStream<Uint8Array>;
}

/** Several ranges of a file as `multipart/byteranges` (RFC 9110 §14.6). */
export function multipart(
  file: ServedFile,
  spans: readonly Span[],
): Multipart {
  const boundary = crypto.randomUUID();
  const heads = spans.map(({ start, stop }) =>
    bytes(
      `\r\n--${boundary}\r\nContent-Type: ${file.type}\r\nContent-Range: bytes ${start}-${
        stop - 1
      }/${file.size}\r\n\r\n`,
    )
  );
  const end = bytes(`\r\n--${boundary}--\r\n`);
  const parts = spans.reduce((sum, { start, stop }) => sum + stop - start, 0);
  const frame = [...heads, end].reduce((sum, { length }) => sum + length, 0);
  return {
    type: `multipart/byteranges; boundary=${boundary}`,
    length: parts + frame,
    body: () => ReadableStream.from(pieces(file, { spans, heads, end })),
  };
}

interface Pieces {
  readonly spans: readonly Span[];
  readonly heads: readonly Uint8Array[];
  readonly end: Uint8Array;
}

async function* pieces(
  file: ServedFile,
  { spans, heads, end }: Pieces,
): AsyncGenerator<Uint8Array> {
  const headOf = new Map(spans.map((span, index) => [span, heads[index]]));
  for await (const { span, bytes } of file.read(spans)) {
    const head = headOf.get(span);
    headOf.delete(span);
    // In one piece, since each is a message to the network.
    yield head ? Buffer.concat([head, bytes]) : bytes;
  }
  yield end;
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
