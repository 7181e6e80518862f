import { chance, clock, engine, type Reason } from "./unrepeatable_reasons.ts";

/** What of the clock is written without brackets, too. */
const CLOCK_WORDS: readonly string[] = [
  "current_date",
  "current_localtime",
  "current_localtimestamp",
  "current_time",
  "current_timestamp",
  "localtime",
  "localtimestamp",
];

/** What of the engine is written without brackets, too. */
const ENGINE_WORDS: readonly string[] = [
  "current_catalog",
  "current_role",
  "current_schema",
  "current_user",
  "session_user",
];

const CLOCK_FUNCTIONS: readonly string[] = [
  ...CLOCK_WORDS,
  "get_current_time",
  "get_current_timestamp",
  "now",
  "pg_conf_load_time",
  "pg_postmaster_start_time",
  "today",
  "transaction_timestamp",
];

const CHANCE_FUNCTIONS: readonly string[] = [
  "gen_random_uuid",
  "random",
  "reservoir_quantile",
  "setseed",
  "uuid",
  "uuidv4",
  "uuidv7",
];

const ENGINE_FUNCTIONS: readonly string[] = [
  ...ENGINE_WORDS,
  "current_connection_id",
  "current_database",
  "current_query",
  "current_query_id",
  "current_schemas",
  "current_setting",
  "current_transaction_id",
  "currval",
  "get_block_size",
  "getvariable",
  "in_search_path",
  "nextval",
  "pg_get_constraintdef",
  "pg_get_viewdef",
  "stats",
  "txid_current",
  "user",
  "version",
  "write_log",
];

/** Why a function cannot be called, by its name in lower case. */
export const unrepeatableFunctions: ReadonlyMap<string, Reason> = reasons([
  [CLOCK_FUNCTIONS, clock],
  [CHANCE_FUNCTIONS, chance],
  [ENGINE_FUNCTIONS, engine],
]);
/** Why a word cannot stand alone, by the word in lower case. */
export const unrepeatableWords: ReadonlyMap<string, Reason> = reasons([[
  CLOCK_WORDS,
  clock,
], [ENGINE_WORDS, engine]]);

function reasons(
  lists: readonly (readonly [readonly string[], Reason])[],
): ReadonlyMap<string, Reason> {
  return new Map(
    lists.flatMap(([names, reason]) =>
      names.map((name) => [name, reason] as const)
    ),
  );
}
