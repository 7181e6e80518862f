import { createHash } from "node:crypto";

/** SHA-256 of a text, lower-case hex. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** SHA-256 of a file, lower-case hex, read once in chunks. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  using file = await Deno.open(path, { read: true });
  const buffer = new Uint8Array(1 << 20);
  for (
    let read = await file.read(buffer);
    read !== null;
    read = await file.read(buffer)
  ) {
    hash.update(buffer.subarray(0, read));
  }
  return hash.digest("hex");
}
