/** Where a record of a CSV file begins. */
export interface CsvPlace {
  /** In bytes. */
  readonly offset: number;
  /** One-based. */
  readonly line: number;
}
