import { InputError } from "../errors.ts";
import type { DatasetKind } from "../kinds/kind.ts";
import { datasetKinds } from "../kinds/mod.ts";
import { readers } from "./mod.ts";
import type { Head, Reader } from "./reader.ts";

/** A reader that fits a file, and the kind that it would read from it. */
export interface Detected {
  readonly reader: Reader;
  readonly kind: DatasetKind;
}

/** The reader that is surest of a file; throws an `InputError` when none is. */
export function detectReader(head: Head): Detected {
  const fitting = readers.flatMap((reader) => {
    const sniffed = reader.sniff(head);
    return sniffed ? [{ reader, ...sniffed }] : [];
  }).sort((a, b) => b.confidence - a.confidence);
  const [best] = fitting;
  if (best) return best;
  throw new InputError(unknownMessage(head), {
    code: "unknown-format",
    where: { path: head.name },
    remedy:
      `Bring it as one of ${names()}; the columns of csv, ndjson and parquet need a dataset kind's names`,
  });
}

function unknownMessage(head: Head): string {
  if (head.text === null) {
    return "The file is binary and no Parquet: no reader knows it";
  }
  if (head.columns.length === 0) return "No reader knows this file";
  const shown = head.columns.slice(0, 12).map((name) => name.slice(0, 40));
  return `No reader knows this file, its columns are ${shown.join(", ")}${
    nearMiss(head.columns)
  }`;
}

/** The kind that most of the columns belong to, and what is missing for it. */
function nearMiss(columns: readonly string[]): string {
  const given = new Set(columns.map((name) => name.trim().toLowerCase()));
  const near = datasetKinds.map((kind) => ({
    kind,
    fitting: kind.columns.filter(({ name }) => given.has(name)).length,
  })).reduce((a, b) => b.fitting > a.fitting ? b : a);
  if (near.fitting < 2) return "";
  const missing = near.kind.columns.filter(({ name, required }) =>
    required && !given.has(name)
  );
  return `. It looks like ${near.kind.name}, but misses ${
    missing.map(({ name }) => name).join(", ")
  }`;
}

/** The reader of that name for a file; throws when there is none, or when it cannot read this file. */
export function readerNamed(format: string, head: Head): Detected {
  const reader = readers.find((candidate) => candidate.format === format);
  if (!reader) {
    throw new InputError(`No format is named "${format}"`, {
      code: "unknown-format",
      remedy: `Use one of ${names()}`,
    });
  }
  const sniffed = reader.sniff(head);
  if (sniffed) return { reader, kind: sniffed.kind };
  throw new InputError(`The file is not ${reader.title}`, {
    code: "wrong-format",
    where: { path: head.name },
    remedy: "Leave --format out to let the content decide",
  });
}

function names(): string {
  return readers.map(({ format }) => format).join(", ");
}
