import assert from "node:assert/strict";
import fc from "fast-check";
import { parseCsv } from "../../../server/imports/csv_parser.ts";
import { recordSpan } from "../../../server/imports/csv_record_span.ts";

const START = { offset: 0, line: 1 };
const delimiter = ",";

/** Lines on which the parser's records begin, up to the first that it cannot read, which begins at `from`. */
async function parsed(path: string): Promise<{
  readonly lines: readonly number[];
  readonly from: { offset: number; line: number } | null;
  readonly unclosed: boolean;
}> {
  const lines: number[] = [];
  const failure = await parseCsv(path, {
    from: START,
    delimiter,
    take: (records) => {
      lines.push(...records.map(({ line }) => line));
      return Promise.resolve();
    },
  });
  const unclosed = failure?.cause.code === "CSV_QUOTE_NOT_CLOSED";
  return { lines, from: failure?.from ?? null, unclosed };
}

/** Lines on which records begin by their quotes, and where the last that is not closed does. */
async function spanned(path: string): Promise<{
  readonly lines: readonly number[];
  readonly rest: string;
}> {
  const lines: number[] = [];
  const text = await Deno.readFile(path);
  let from = START;
  for (;;) {
    const span = await recordSpan(path, { from, delimiter });
    const rest = new TextDecoder().decode(text.subarray(from.offset));
    if (span === null) return { lines, rest };
    lines.push(span.first);
    from = span.next;
  }
}

Deno.test("recordSpan() ends records where the parser does, and knows as well what is not closed", async () => {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/a.csv`;
  const piece = fc.constantFrom("a", '"', '""', ",", "\n", " ", "ä", '"\n');
  const texts = fc.array(piece, { minLength: 1, maxLength: 24 });
  try {
    await fc.assert(
      fc.asyncProperty(texts, async (pieces) => {
        await Deno.writeTextFile(path, pieces.join(""));
        const { lines, from, unclosed } = await parsed(path);
        const ours = await spanned(path);
        assert.deepEqual(ours.lines.slice(0, lines.length), lines);
        if (from === null) assert.equal(ours.lines.length, lines.length);
        if (unclosed) assert.equal(ours.lines.length, lines.length);
        else if (from !== null) {
          const span = await recordSpan(path, { from, delimiter });
          assert.equal(span?.first ?? null, ours.lines[lines.length] ?? null);
        } else assert.equal(ours.rest.trim(), "");
      }),
      { seed: 7, numRuns: 1500 },
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
