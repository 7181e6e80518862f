import { InputError } from "../errors.ts";
import type { DatasetKind } from "../kinds/kind.ts";
import { readers } from "./mod.ts";
import { nearestKind } from "./nearest_kind.ts";
import type { Head, Reader } from "./reader.ts";

/** A reader that fits a file, and the kind that it would read from it. */
export interface Detected {
  readonly reader: Reader;
  readonly kind: DatasetKind;
}

/** The reader that is surest of a file; throws an `InputError` when none is. */
export function detectReader(head: Head): Detected {
  const best = bestOf(head);
  if (best) return best;
  throw new InputError(unknownMessage(head), {
    code: "unknown-format",
    where: { path: head.name },
    remedy:
      `Name the columns of csv, ndjson and parquet as a dataset kind does, or bring it as one of ${names()}`,
  });
}

function bestOf(head: Head): Detected | undefined {
  return readers.flatMap((reader) => {
    const sniffed = reader.sniff(head);
    return sniffed ? [{ reader, ...sniffed }] : [];
  }).sort((a, b) => b.confidence - a.confidence)[0];
}

function unknownMessage(head: Head): string {
  if (head.text === null && head.columns.length === 0) {
    return "The file is binary and no Parquet: no reader knows it";
  }
  return `No reader knows this file${columnsText(head)}`;
}

const SHOWN_COLUMNS = 12;

/** Its columns, and the kind that they come closest to. */
function columnsText({ columns }: Head): string {
  if (columns.length === 0) return "";
  const shown = columns.slice(0, SHOWN_COLUMNS)
    .map((name) => name.slice(0, 40)).join(", ");
  const more = columns.length > SHOWN_COLUMNS ? " and others" : "";
  return `: its columns are ${shown}${more}. ${nearestText(columns)}`;
}

function nearestText(columns: readonly string[]): string {
  const nearest = nearestKind(columns);
  if (nearest === null) return "No dataset kind has any of them";
  const { kind, missing } = nearest;
  const lack = missing.length > 0
    ? `misses ${missing.join(", ")}`
    : "has only one of its columns";
  return `It looks like ${kind.name}, but ${lack}`;
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
  const other = bestOf(head);
  const why = other ? `, but ${other.reader.title}` : columnsText(head);
  throw new InputError(`The file is not ${reader.title}${why}`, {
    code: "wrong-format",
    where: { path: head.name },
    remedy: "Leave --format out to let the content decide",
  });
}

function names(): string {
  return readers.map(({ format }) => format).join(", ");
}
