import { ContextProvider } from "@lit/context";
import type { DatasetView } from "@pivotbook/data";
import type { ReactiveElement } from "lit";
import type { Api } from "../api.ts";
import { apiContext, countsContext, datasetsContext } from "../contexts.ts";
import { RowCounts } from "../row_counts.ts";
import type { Runtime } from "../runtime.ts";

/** What the application provides for the elements in it. */
export class Provided {
  readonly #api;
  readonly #datasets;
  readonly #counts;

  constructor(host: ReactiveElement) {
    this.#api = new ContextProvider(host, { context: apiContext });
    this.#counts = new ContextProvider(host, {
      context: countsContext,
      initialValue: null,
    });
    this.#datasets = new ContextProvider(host, {
      context: datasetsContext,
      initialValue: [],
    });
  }

  api(api: Api): void {
    this.#api.setValue(api);
  }

  /** The datasets, and the engine over them as far as it is open. */
  data(views: readonly DatasetView[], runtime: Runtime | null): void {
    this.#datasets.setValue(views);
    if (runtime === null) return;
    runtime.know(views);
    const { lookup, atRest } = runtime;
    this.#counts.setValue(new RowCounts(lookup, { datasets: views, atRest }));
  }

  /** The engine is gone, and with it every result. */
  engineLost(): void {
    this.#counts.setValue(null);
  }
}
