import { CELL_KIND_NAMES } from "../kinds/names.ts";
import { editDistance } from "./edit_distance.ts";

/** Names of languages that differ little from a cell kind's: blocks of these are meant as they are. */
const LANGUAGES: ReadonlySet<string> = new Set(
  "aql cql dot eql esql gql hql jql kql ksql mql mysql pgsql plsql psql ql soql sol spl sql sqf sqlx tsql wql yql"
    .split(" "),
);

/** Longer words than this are not compared: an info string may be of any length. */
const LONGEST = 12;

/** The cell kind that the first word of an info string nearly names; null for a language, or a word that is like none. */
export function misspeltKind(word: string): string | null {
  const name = word.toLowerCase();
  if (name.length > LONGEST || LANGUAGES.has(name)) return null;
  const near = CELL_KIND_NAMES.filter((kind) =>
    editDistance(name, kind) <= Math.ceil(kind.length / 3)
  );
  return near[0] ?? null;
}
