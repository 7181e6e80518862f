/** A text, and what an analyst would want of it: type and value in normal form, once for each mention. */
export interface CorpusText {
  readonly text: string;
  readonly wants: readonly (readonly [type: string, value: string])[];
}

const PATH = new URL("../fixtures/extract/corpus.ndjson", import.meta.url);

/** Texts in the manner of reports, logs, rules and code, made up for this; names and addresses are reserved ones. */
export async function extractCorpus(): Promise<readonly CorpusText[]> {
  const lines = await Deno.readTextFile(PATH);
  return lines.trim().split("\n").map((line) => JSON.parse(line));
}

/** How a corpus was read, by type. */
export interface Score {
  readonly found: number;
  readonly missed: number;
  readonly extra: number;
}

/** Whether a value is part of a wanted one, as the host of a URL: nobody minds it. */
function isImplied(key: string, wants: CorpusText["wants"]): boolean {
  const value = key.slice(key.indexOf(" ") + 1);
  return wants.some(([, wanted]) => wanted.includes(value));
}

/** Compares what was found in each text with what was wanted; each value counts once in a text. */
export function scores(
  corpus: readonly CorpusText[],
  read: (text: string) => readonly (readonly [type: string, value: string])[],
): Map<string, Score> {
  const byType = new Map<string, Score>();
  const count = (key: string, what: keyof Score): void => {
    const [type = ""] = key.split(" ");
    const none = { found: 0, missed: 0, extra: 0 };
    const score = byType.get(type) ?? none;
    byType.set(type, { ...score, [what]: score[what] + 1 });
  };
  for (const { text, wants } of corpus) {
    const wanted = new Set(wants.map((pair) => pair.join(" ")));
    const found = new Set(read(text).map((pair) => pair.join(" ")));
    for (const key of wanted) count(key, found.has(key) ? "found" : "missed");
    for (const key of found.difference(wanted)) {
      if (!isImplied(key, wants)) count(key, "extra");
    }
  }
  return byType;
}
