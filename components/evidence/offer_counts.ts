import {
  type DatasetView,
  type Engine,
  indicatorKey,
  type LookupSource,
} from "@pivotbook/data";
import type { ReactiveControllerHost } from "lit";
import { Task } from "../controllers/task.ts";
import { type StepCount, StepCounts } from "../indicator/step_counts.ts";
import type { RowCounts } from "../row_counts.ts";
import type { OfferGroup, RowOffer } from "./row_offers.ts";

/** What is to be counted. */
export interface CountedOffers {
  /** Groups of which something is to be seen. */
  readonly groups: () => readonly OfferGroup[];
  /** Changes whenever the groups do; null where there is nothing to count. */
  readonly asked: () => readonly unknown[] | null;
}

/** Where it is counted; null until it is there. */
export interface CountSources {
  readonly engine: Engine | null;
  readonly lookup: LookupSource | null;
  readonly datasets: readonly DatasetView[];
  readonly counts: RowCounts | null;
}

type Counting = readonly [RowCounts, StepCounts, ...unknown[]];

/** Counts what the offers of an element lead to, when nothing else runs. */
export class OfferCounts {
  readonly #host: ReactiveControllerHost;
  readonly #rows = new Map<string, number>();
  readonly #counting: Task<Counting, void>;
  #counts: RowCounts | null = null;
  #steps: StepCounts | null = null;

  constructor(
    host: ReactiveControllerHost,
    { groups, asked }: CountedOffers,
  ) {
    this.#host = host;
    this.#counting = new Task<Counting, void>(host, {
      args: () => {
        const [counts, steps, what] = [this.#counts, this.#steps, asked()];
        return counts && steps && what ? [counts, steps, ...what] : null;
      },
      run: async ([counts, steps], signal) => {
        for (const group of groups()) {
          await this.#count(group, { counts, steps, signal });
        }
      },
    });
  }

  /** Whether counting failed, so that what is not known will not be. */
  get failed(): boolean {
    return this.#counting.status === "failed";
  }

  /** Counts there from now on, and forgets what was counted elsewhere. */
  countIn({ engine, lookup, datasets, counts }: CountSources): void {
    this.#rows.clear();
    const rows = counts?.rows.bind(counts);
    this.#counts = counts;
    this.#steps = engine && lookup && rows
      ? new StepCounts(engine, { lookup, datasets, rows })
      : null;
  }

  /** What an offer leads to; null where it was not counted yet. */
  of({ step, indicator }: RowOffer): StepCount | null {
    if (step !== null) return this.#steps?.known(step) ?? null;
    const found = this.#rows.get(indicatorKey(indicator));
    return found === undefined
      ? null
      : { found, more: false, leads: [indicator] };
  }

  async #count(
    { offers }: OfferGroup,
    { counts, steps, signal }: {
      counts: RowCounts;
      steps: StepCounts;
      signal: AbortSignal;
    },
  ): Promise<void> {
    for (const { step, indicator } of offers) {
      if (step !== null) continue;
      const rows = await counts.rows(indicator);
      if (rows !== null) this.#rows.set(indicatorKey(indicator), rows);
    }
    const wanted = offers.flatMap(({ step }) => step ?? []);
    const together = Map.groupBy(
      wanted,
      ({ kind, indicator }) => `${kind.name} ${indicator.value}`,
    );
    for (const same of together.values()) {
      await counts.atRest();
      signal.throwIfAborted();
      await steps.count(same, signal);
      this.#host.requestUpdate();
    }
  }
}
