/** What `unpack` gives. */
export interface Packed {
  // deno-lint-ignore no-explicit-any -- whoever packed it knows its shape
  readonly head: any;
  readonly pieces: readonly Uint8Array<ArrayBuffer>[];
}

const LENGTH_BYTES = 4;

/** A JSON value and pieces of bytes as one file, compressed with gzip. */
export function pack(
  head: unknown,
  pieces: readonly Uint8Array<ArrayBuffer>[],
): Promise<Uint8Array<ArrayBuffer>> {
  const lengths = pieces.map(({ length }) => length);
  const text = new TextEncoder().encode(JSON.stringify({ head, lengths }));
  const length = new DataView(new ArrayBuffer(LENGTH_BYTES));
  length.setUint32(0, text.length);
  const packed = new Blob([length, text, ...pieces]).stream();
  return bytesOf(packed.pipeThrough(new CompressionStream("gzip")));
}

/** What was packed; null for bytes that were not. */
export async function unpack(
  file: Uint8Array<ArrayBuffer>,
): Promise<Packed | null> {
  if (file[0] !== 0x1f || file[1] !== 0x8b) return null;
  const stream = new Blob([file]).stream();
  const bytes = await bytesOf(
    stream.pipeThrough(new DecompressionStream("gzip")),
  );
  const length = new DataView(bytes.buffer).getUint32(0);
  let at = LENGTH_BYTES + length;
  const text = new TextDecoder().decode(bytes.subarray(LENGTH_BYTES, at));
  const { head, lengths } = JSON.parse(text);
  const pieces = lengths.map((size: number) => {
    at += size;
    return bytes.slice(at - size, at);
  });
  return { head, pieces };
}

async function bytesOf(
  stream: ReadableStream<BufferSource>,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(
    await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>)
      .arrayBuffer(),
  );
}
