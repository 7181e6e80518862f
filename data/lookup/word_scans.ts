import type { Indicator } from "../indicators/indicator.ts";
import { allColumns, type DatasetKind } from "../kinds/mod.ts";
import type { DatasetView, Part, Segment } from "../segments/manifest.ts";
import { scannedParts } from "../segments/scanned_parts.ts";
import { identifier } from "../sql/literal.ts";

/** Most rows of a kind in a dataset in which words are looked for: each is read, for nothing sorts them. */
export const MOST_SCANNED = 1_000_000;

/** A part that is read whole, since words may stand anywhere in its rows. */
export interface WordScan {
  readonly dataset: string;
  readonly segment: Segment;
  readonly part: Part;
}

/** The words that indicators ask for, each once. */
export function wordsOf(indicators: readonly Indicator[]): readonly string[] {
  const words = indicators.filter(({ type }) => type === "keyword")
    .map(({ value }) => value);
  return [...new Set(words)];
}

/** What a search for words in a kind reads, and the names of the datasets that are too large for it. */
export function wordScans(
  kind: DatasetKind,
  { words, datasets, most }: {
    words: readonly string[];
    datasets: readonly DatasetView[];
    /** Most rows of a dataset. */
    most: number;
  },
): { scans: readonly WordScan[]; unsearched: readonly string[] } {
  if (words.length === 0) return { scans: [], unsearched: [] };
  const large = datasets.filter((view) => rowsOf(view, kind) > most);
  const scans = datasets.filter((view) => !large.includes(view))
    .flatMap(({ name, snapshot }) =>
      snapshot.segments.flatMap((segment) =>
        scannedParts(segment).filter((part) => part.kind === kind.name)
          .map((part) => ({ dataset: name, segment, part }))
      )
    );
  return { scans, unsearched: large.map(({ name }) => name) };
}

function rowsOf({ snapshot }: DatasetView, { name }: DatasetKind): number {
  return snapshot.segments.reduce(
    (sum, { rows }) => sum + (rows[name] ?? 0),
    0,
  );
}

/** Names of the columns in which words are looked for: what the kind says in words, and its note. */
export function wordColumns({ words }: DatasetKind): readonly string[] {
  return [...words, "note"];
}

/** SQL over a kind's columns that holds for rows in which one of the words of `table` (`place` from 0, `text`) stands, whatever its case. */
export function wordSql(
  kind: DatasetKind,
  { words, table }: { words: readonly string[]; table: string },
): string {
  const columns = allColumns(kind).filter(({ name }) =>
    wordColumns(kind).includes(name)
  );
  const texts = columns.map(({ name, type }) =>
    type === "VARCHAR[]"
      ? `array_to_string(${identifier(name)}, chr(10))`
      : identifier(name)
  );
  const text = `lower(concat_ws(chr(10), ${texts.join(", ")}))`;
  const tests = words.map((_, place) =>
    `contains(${text}, (SELECT lower(text) FROM ${table} WHERE place = ${place}))`
  );
  return `(${tests.join(" OR ")})`;
}
