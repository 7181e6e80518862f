/** First and longest pause in milliseconds. */
const FIRST = 1000;
const LONGEST = 30_000;

/** How long to wait before a server that is gone is asked again: longer each time. */
export class GrowingPause {
  #next = FIRST;

  /** The pause before the next try, in milliseconds. */
  next(): number {
    const pause = this.#next;
    this.#next = Math.min(LONGEST, pause * 2);
    return pause;
  }

  /** Begins anew, after a success. */
  reset(): void {
    this.#next = FIRST;
  }
}
