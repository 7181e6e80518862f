/** Tells the time: pure rooms know none of their own. */
export interface Clock {
  /** Milliseconds since some fixed moment. */
  now(): number;
}
