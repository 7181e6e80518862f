import {
  type DatasetView,
  type Indicator,
  indicatorKey,
  type LookupSource,
} from "@pivotbook/data";

/** Answers "how many rows stand behind this?" for what is on the screen, in batches, each indicator once. */
export class RowCounts {
  readonly #lookup: LookupSource;
  readonly #datasets: readonly DatasetView[];
  readonly #atRest: () => Promise<void>;
  readonly #known = new Map<string, Promise<number | null>>();
  #waiting: Waiting[] = [];

  /** @param atRest resolves when the engine has nothing more urgent to do */
  constructor(
    lookup: LookupSource,
    { datasets, atRest }: {
      datasets: readonly DatasetView[];
      atRest: () => Promise<void>;
    },
  ) {
    this.#lookup = lookup;
    this.#datasets = datasets;
    this.#atRest = atRest;
  }

  /** Resolves when the engine has nothing more urgent to do. */
  atRest(): Promise<void> {
    return this.#atRest();
  }

  /** Rows of all kinds behind an indicator; null where counting them would take too much. */
  rows(indicator: Indicator): Promise<number | null> {
    const key = indicatorKey(indicator);
    const known = this.#known.get(key);
    if (known) return known;
    const answer = new Promise<number | null>((resolve, reject) => {
      this.#waiting.push({ indicator, resolve, reject });
    });
    this.#known.set(key, answer);
    answer.catch(() => this.#known.delete(key));
    if (this.#waiting.length === 1) setTimeout(() => void this.#ask(), DELAY);
    return answer;
  }

  async #ask(): Promise<void> {
    const rest = await this.#atRest().then(() => null, (error) => ({ error }));
    const batch = this.#waiting;
    this.#waiting = [];
    try {
      if (rest !== null) throw rest.error;
      const keys = batch.map(({ indicator }) => indicator);
      const counts = await this.#lookup.counts(keys, this.#datasets);
      const rows = new Map(
        counts.map((
          { indicator, rows },
        ) => [indicatorKey(indicator), rows && total(rows)]),
      );
      for (const { indicator, resolve } of batch) {
        resolve(rows.get(indicatorKey(indicator)) ?? null);
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}

/** Milliseconds in which questions gather. */
const DELAY = 40;

interface Waiting {
  readonly indicator: Indicator;
  readonly resolve: (rows: number | null) => void;
  readonly reject: (error: unknown) => void;
}

function total(rows: Readonly<Record<string, number>>): number {
  return Object.values(rows).reduce((sum, count) => sum + count, 0);
}
