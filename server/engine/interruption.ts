import type { DuckDBConnection } from "@duckdb/node-api";

/** Milliseconds between two interrupts. */
const PAUSE = 20;

/** Interrupts a query until it has ended: DuckDB forgets an interrupt that comes before the query has begun. */
export class Interruption {
  readonly #connection: Pick<DuckDBConnection, "interrupt">;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(connection: Pick<DuckDBConnection, "interrupt">) {
    this.#connection = connection;
  }

  begin = (): void => {
    this.#connection.interrupt();
    this.#timer = setInterval(() => this.#connection.interrupt(), PAUSE);
  };

  end(): void {
    clearInterval(this.#timer);
  }
}
