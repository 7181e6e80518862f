import type { DuckDBConnection } from "@duckdb/node-api";
import { literal } from "@pivotbook/data";

/** A line that cannot be handed to the engine. */
export interface UnreadableLine {
  readonly line: number;
  readonly reason: string;
  /** The line, what is not UTF-8 replaced. */
  readonly text: string;
}

/** Characters of a rejected line that are kept. */
const KEPT_TEXT = 65_536;

/** Lines that wait to be written together. */
const BATCH = 500;

/** Rejected lines of one file, on disk: there may be more than memory holds. */
export class Rejects {
  readonly #path: string;
  #waiting: string[] = [];

  /** @param path of the file that is written, NDJSON */
  constructor(path: string) {
    this.#path = path;
  }

  /** Adds a line; the next waits until this one is taken. */
  async add({ line, reason, text }: UnreadableLine): Promise<void> {
    const kept = text.slice(0, KEPT_TEXT).toWellFormed();
    this.#waiting.push(`${JSON.stringify({ line, reason, text: kept })}\n`);
    if (this.#waiting.length >= BATCH) await this.#write();
  }

  /** Puts all of them into a table `(line, reason, text)`. */
  async insertInto(table: string, connection: DuckDBConnection): Promise<void> {
    await this.#write();
    await connection.run(
      `INSERT INTO ${table} SELECT * FROM read_json(${
        literal(this.#path)
      }, format = 'newline_delimited', columns = {line: 'BIGINT', reason: 'VARCHAR', text: 'VARCHAR'})`,
    );
    await Deno.remove(this.#path);
  }

  async #write(): Promise<void> {
    const text = this.#waiting.join("");
    this.#waiting = [];
    await Deno.writeTextFile(this.#path, text, { append: true });
  }
}
