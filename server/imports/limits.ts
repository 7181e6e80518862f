import { InputError } from "@pivotbook/data";

const GIGABYTE = 1024 ** 3;

/** How much an import may bring, in bytes, so that no file fills the disk. */
export interface ImportLimits {
  /** Of a file that arrives over HTTP. */
  readonly upload: number;
  /** Of one file's content when it is unpacked. */
  readonly unpacked: number;
}

/** Generous: whole archives of passive DNS stay below. */
export const defaultLimits: ImportLimits = {
  upload: 8 * GIGABYTE,
  unpacked: 64 * GIGABYTE,
};

/** Bytes as a reader writes them: `1.5 GB`. */
export function sizeText(bytes: number): string {
  const units = ["bytes", "KB", "MB", "GB", "TB"];
  const power = Math.min(
    units.length - 1,
    Math.floor(Math.log2(Math.max(1, bytes)) / 10),
  );
  return `${Number((bytes / 1024 ** power).toFixed(1))} ${units[power]}`;
}

/** Bytes as they come, until there are more than `limit`: then the error that `refuse` makes. */
export async function* limited(
  chunks: AsyncIterable<Uint8Array>,
  { limit, refuse }: { limit: number; refuse: () => Error },
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > limit) throw refuse();
    yield chunk;
  }
}

/** The error for an upload above the limit. */
export function uploadTooLarge(name: string, limit: number): InputError {
  return new InputError(
    `${name} is larger than ${sizeText(limit)}, the most that is taken here`,
    {
      code: "upload-too-large",
      where: { path: name },
      remedy:
        "Split it, import it with the command line, or serve with a higher --max-upload; nothing was imported",
    },
  );
}

/** The error for a file that unpacks to more than the limit. */
export function unpacksTooLarge(path: string, limit: number): InputError {
  return new InputError(
    `${path} holds more than ${sizeText(limit)} when it is unpacked`,
    {
      code: "unpacked-too-large",
      where: { path },
      remedy:
        "Check where it comes from; if it is sound, split it or raise --max-unpacked; nothing was imported",
    },
  );
}
