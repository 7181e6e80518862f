import { join } from "node:path";
import type { Segment } from "@pivotbook/data";
import { sha256OfFile } from "./digest.ts";
import type { Home } from "./home.ts";
import { unlessGone } from "./stored_file.ts";

/** What is wrong with a segment's file; null where its bytes are those that were published. Reads all of it. */
export async function segmentProblem(
  home: Pick<Home, "segments">,
  { sha256, bytes }: Pick<Segment, "sha256" | "bytes">,
): Promise<string | null> {
  const path = join(home.segments, `${sha256}.duckdb`);
  const info = await unlessGone(Deno.lstat(path));
  if (info === null) return "it is missing";
  if (!info.isFile) return "it is a link or no file";
  if (info.size !== bytes) {
    return `it has ${info.size} bytes where ${bytes} were published`;
  }
  return await sha256OfFile(path) === sha256
    ? null
    : "its bytes are not those that were published";
}
