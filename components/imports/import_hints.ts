/** What any kind can be imported from. */
const TABLES = "CSV, NDJSON or Parquet with its columns";

/** What to import to have rows of a kind, for empty tabs. */
export function importHint(kind: string): string {
  return kind === "resolutions"
    ? `passive DNS: COF, DNSDB, or ${TABLES}`
    : TABLES;
}
