/** SQL that gives the host of a column which holds a URL, or the value itself. */
export function hostOf(column: string): string {
  return `CASE WHEN contains(${column}, '://') THEN lower(regexp_extract(${column}, '^[a-zA-Z][a-zA-Z0-9+.-]*://(?:[^/@]*@)?([^/:?#]+)', 1)) ELSE lower(${column}) END`;
}
