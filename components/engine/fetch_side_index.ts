import { decodeSideIndex, type FoundIndex, UNUSABLE } from "@pivotbook/data";
import { segmentError } from "./segment_error.ts";
import { SegmentFault, statusFault } from "./segment_fault.ts";

/**
 * The side index of a segment, null where there is none, or `UNUSABLE`. Rejects with a `QueryError` where the server fails to say whether there is
 * one, lest that be remembered as none.
 */
export async function fetchSideIndex(
  url: string,
  sha256: string,
): Promise<FoundIndex> {
  const response = await fetch(url).catch(() => null);
  if (response?.ok) {
    const bytes = new Uint8Array(await response.arrayBuffer());
    return await decodeSideIndex(bytes, sha256) ?? UNUSABLE;
  }
  await response?.body?.cancel();
  if (response?.status === 404) return null;
  const fault = response
    ? statusFault(response.status, url)
    : new SegmentFault("Segment answered nothing", {
      trouble: "unreachable",
      url,
    });
  throw segmentError(fault);
}
