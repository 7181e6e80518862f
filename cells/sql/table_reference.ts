/** A table that a query reads. */
export interface TableReference {
  readonly catalog: string | null;
  readonly schema: string | null;
  readonly table: string;
  /** Offset of its first name in the SQL. */
  readonly start: number;
}
