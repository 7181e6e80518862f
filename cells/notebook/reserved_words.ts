/** Keywords that DuckDB 1.4 does not take as the name of a table or schema without quotes, out of `duckdb_keywords()`. */
export const RESERVED_WORDS: ReadonlySet<string> = new Set(
  "all analyse analyze and anti any array as asc asof asymmetric at authorization binary both by case cast check collate collation column concurrently constraint create cross default deferrable desc describe distinct do else end except false fetch for foreign freeze from full glob group having ilike in initially inner intersect into is isnull join lambda lateral leading left like limit natural not notnull null offset on only or order outer overlaps pivot pivot_longer pivot_wider placing positional primary qualify references returning right select semi show similar some summarize symmetric system table tablesample temp then to trailing true union unique unpack unpivot using values variadic verbose when where window with"
    .split(" "),
);

/** Names that the engine itself gives to a catalog or schema. */
export const ENGINE_NAMES: ReadonlySet<string> = new Set([
  "information_schema",
  "main",
  "memory",
  "pg_catalog",
  "system",
  "temp",
]);

/** End of the schema that keeps a pivot's rows without its time window. */
export const UNFILTERED_SUFFIX = "__all";

/** Start of the names under which segments are attached. */
export const SEGMENT_PREFIX = "segment_";
