import { fileURLToPath } from "node:url";

/** The path behind a file URL, on every system. */
export function fromFileUrl(url: URL): string {
  return fileURLToPath(url);
}
