/** Blocks of segment files, the least recently used given up above a number of bytes. */
export class BlockCache {
  readonly #capacity: number;
  readonly #blocks = new Map<string, Uint8Array>();
  #bytes = 0;

  /** @param capacity in bytes */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** Bytes that are kept now. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Whether the block is there; does not count as use. */
  has(key: string): boolean {
    return this.#blocks.has(key);
  }

  /** The block, or undefined. */
  get(key: string): Uint8Array | undefined {
    const block = this.#blocks.get(key);
    if (block === undefined) return undefined;
    this.#blocks.delete(key);
    this.#blocks.set(key, block);
    return block;
  }

  /** Keeps a block; it may push others out, but never itself. */
  set(key: string, block: Uint8Array): void {
    this.forget(key);
    this.#blocks.set(key, block);
    this.#bytes += block.byteLength;
    for (const oldest of this.#blocks.keys()) {
      if (this.#bytes <= this.#capacity || oldest === key) break;
      this.forget(oldest);
    }
  }

  /** Gives a block up. */
  forget(key: string): void {
    this.#bytes -= this.#blocks.get(key)?.byteLength ?? 0;
    this.#blocks.delete(key);
  }
}
