import { InputError } from "@pivotbook/data";
import { lineOf } from "./line_of.ts";
import type { Token } from "./token.ts";

/** Statements that are no query, by what a writer can do instead. */
const statements: readonly {
  readonly words: readonly string[];
  readonly instead: string;
}[] = [
  {
    words: ["copy", "export"],
    instead:
      "Write the query alone; its grid copies its rows, or saves them as CSV",
  },
  {
    words: ["attach", "detach", "import", "use"],
    instead: "Import its rows into a dataset and read the dataset by its name",
  },
  {
    words: ["install", "load"],
    instead: "Leave it out and use functions that every engine has",
  },
  {
    words: ["pragma", "reset", "set"],
    instead: "Leave it out: cells run with the same settings everywhere",
  },
  {
    words: [
      "alter",
      "comment",
      "create",
      "delete",
      "drop",
      "insert",
      "merge",
      "truncate",
      "update",
    ],
    instead:
      "Write a query that gives the rows as they should be: they become a table of the cell's name",
  },
  {
    words: [
      "abort",
      "analyze",
      "begin",
      "call",
      "checkpoint",
      "commit",
      "deallocate",
      "execute",
      "explain",
      "prepare",
      "rollback",
      "start",
      "vacuum",
    ],
    instead: "Begin with select, from, with or values",
  },
];

/** Throws an `InputError` where a cell begins with a statement that gives no table. */
export function checkStatement(sql: string, [first]: readonly Token[]): void {
  if (first?.type !== "word") return;
  const found = statements.find(({ words }) => words.includes(first.value));
  if (!found) return;
  throw new InputError(
    `A cell holds one query, and ${first.value.toUpperCase()} is none`,
    {
      code: "sql-statement",
      remedy: found.instead,
      where: { line: lineOf(sql, first.start) },
    },
  );
}
