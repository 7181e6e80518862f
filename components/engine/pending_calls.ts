/** What the calls are rejected with that a crash ends. */
export interface CallsEnd {
  /** For the one that the engine worked on. */
  readonly working: unknown;
  /** For those that waited, and all after. */
  readonly waiting: unknown;
}

/**
 * Calls that a crash ends. A race against one promise of the crash would keep
 * each result for as long as that promise waits; a call that has settled leaves
 * this set, and nothing of it stays.
 */
export class PendingCalls {
  readonly #calls = new Set<(end: CallsEnd) => void>();
  #end: CallsEnd | null = null;

  /** Whether the end has come. */
  get ended(): boolean {
    return this.#end !== null;
  }

  /** Settles as the work does, or rejects where the end comes before; `working` where the engine does it now. */
  track<T>(
    work: () => Promise<T>,
    { working = false }: { working?: boolean } = {},
  ): Promise<T> {
    if (this.#end) return Promise.reject(this.#end.waiting);
    return new Promise<T>((resolve, reject) => {
      const call = (end: CallsEnd): void =>
        reject(working ? end.working : end.waiting);
      this.#calls.add(call);
      work().then(resolve, reject).then(() => this.#calls.delete(call));
    });
  }

  /** Rejects what waits, and whatever comes after; the first end counts. */
  end(end: CallsEnd): void {
    this.#end ??= end;
    for (const call of this.#calls) call(this.#end);
    this.#calls.clear();
  }
}
