import { changedFault } from "./segment_fault.ts";

/**
 * Throws unless the bytes of a whole segment are those that its name, a
 * SHA-256, stands for. A page that came by plain HTTP from another machine has
 * no digests, so there it says nothing.
 */
export async function assertPublished(
  url: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const [, sha256] = /([0-9a-f]{64})\.duckdb(?:\?|$)/.exec(url) ?? [];
  if (sha256 === undefined || !globalThis.crypto?.subtle) return;
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  if (hexadecimal(new Uint8Array(digest)) !== sha256) {
    throw changedFault(url);
  }
}

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );
}
