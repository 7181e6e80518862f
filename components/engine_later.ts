import type {
  AttachOptions,
  ByteRange,
  Column,
  Engine,
  EngineIdentity,
  RunOptions,
  SegmentLocation,
  Table,
  Traffic,
} from "@pivotbook/data";

/** An engine that can be asked while it still starts: every call waits for it, and rejects where it cannot start. */
export class EngineLater implements Engine {
  readonly #opening: Promise<Engine>;
  #identity: EngineIdentity = { name: "duckdb-wasm", version: "" };

  constructor(opening: Promise<Engine>) {
    this.#opening = opening;
    opening.then(({ identity }) => this.#identity = identity, () => {});
  }

  /** Without version until the engine has started. */
  get identity(): EngineIdentity {
    return this.#identity;
  }

  async query(sql: string, options?: RunOptions): Promise<Table> {
    return await (await this.#opening).query(sql, options);
  }

  async prepare(sql: string): Promise<void> {
    await (await this.#opening).prepare(sql);
  }

  async insert(table: string, columns: readonly Column[]): Promise<void> {
    await (await this.#opening).insert(table, columns);
  }

  async attach(
    alias: string,
    segment: SegmentLocation,
    options?: AttachOptions,
  ): Promise<void> {
    await (await this.#opening).attach(alias, segment, options);
  }

  async prefetch(
    alias: string,
    ranges: readonly ByteRange[],
    options?: RunOptions,
  ): Promise<void> {
    await (await this.#opening).prefetch(alias, ranges, options);
  }

  async traffic(): Promise<Traffic> {
    return await (await this.#opening).traffic();
  }

  async openNamespace(): Promise<Engine> {
    return await (await this.#opening).openNamespace();
  }

  async close(): Promise<void> {
    const opened = await this.#opening.catch(() => null);
    await opened?.close();
  }
}
