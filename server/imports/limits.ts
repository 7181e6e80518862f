import { InputError } from "@pivotbook/data";

const GIGABYTE = 1024 ** 3;

/** How much an import may bring, so that no file fills the disk, and how much of it may be unreadable. */
export interface ImportLimits {
  /** Bytes of a file that arrives over HTTP. */
  readonly upload: number;
  /** Bytes of one file's content when it is unpacked. */
  readonly unpacked: number;
  /** From where on a compressed file is taken for a bomb; null where it was said that it is none. */
  readonly expansion: Expansion | null;
  /** Share of a file's rows that may be rejected, 0 to 1. */
  readonly rejected: number;
}

/** A file may unpack to so many bytes, or to so many times its own. */
export interface Expansion {
  readonly bytes: number;
  readonly times: number;
}

/** Generous: whole archives of passive DNS stay below. */
export const defaultLimits: ImportLimits = {
  upload: 8 * GIGABYTE,
  unpacked: 64 * GIGABYTE,
  expansion: { bytes: 2 * GIGABYTE, times: 200 },
  rejected: 0.5,
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

/** The most that a compressed file may unpack to, and the error for one that grows beyond. */
export function unpackLimit(
  { unpacked, expansion }: ImportLimits,
  { path, bytes }: { path: string; bytes: number },
): { readonly limit: number; readonly refuse: () => InputError } {
  const grown = expansion === null
    ? Infinity
    : Math.max(expansion.bytes, expansion.times * bytes);
  if (grown >= unpacked) {
    return { limit: unpacked, refuse: () => unpacksTooLarge(path, unpacked) };
  }
  return { limit: grown, refuse: () => grewTooMuch(path, { bytes, grown }) };
}

function grewTooMuch(
  path: string,
  { bytes, grown }: { bytes: number; grown: number },
): InputError {
  return new InputError(
    `${path} has ${sizeText(bytes)} and unpacks to more than ${
      sizeText(grown)
    }`,
    {
      code: "large-expansion",
      where: { path },
      remedy:
        "If it is sound, import it with the command line and --allow-expansion; nothing was imported",
    },
  );
}
