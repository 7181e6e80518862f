import { type Engine, InputError, QueryError } from "@pivotbook/data";
import { lineOf } from "./line_of.ts";
import { plainSql } from "./plain_sql.ts";
import { isToken } from "./token.ts";
import { tokenize } from "./tokenize.ts";

/** Lines of the wrapper before the query's own first line. */
const WRAPPER_LINES = 1;

/** What becomes a table, and how. */
export interface CreateTable {
  readonly engine: Engine;
  /** Quoted name. */
  readonly table: string;
  /** One query, as a person wrote it. */
  readonly body: string;
  readonly signal: AbortSignal;
}

/**
 * Runs a query into a table and gives the number of its rows, in a place where the grammar admits one query and
 * nothing else. Throws a `QueryError` whose line is that of the query.
 */
export async function createTable(
  { engine, table, body, signal }: CreateTable,
): Promise<number> {
  const query = plainSql(withoutSemicolon(body));
  const wrap = isStatement(query) ? "FROM (" : "(";
  const statement = `CREATE OR REPLACE TABLE ${table} AS ${wrap}\n${query}\n)`;
  try {
    await engine.prepare(statement);
    const { columns } = await engine.query(statement, { signal });
    return Number(columns[0]?.values[0] ?? 0);
  } catch (error) {
    throw error instanceof QueryError ? shifted(error, body) : error;
  }
}

/** SUMMARIZE, DESCRIBE and SHOW give rows only behind a FROM. */
function isStatement(query: string): boolean {
  const [first] = tokenize(query);
  return isToken(first, "summarize", "describe", "desc", "show");
}

/** The query with the semicolons at its end overwritten by spaces; one elsewhere is more than one query. */
function withoutSemicolon(body: string): string {
  const tokens = tokenize(body);
  const last = tokens.findLastIndex((token) => !isToken(token, ";"));
  const [inner] = tokens.slice(0, last + 1)
    .filter((token) => isToken(token, ";"));
  if (inner) throw severalQueries(lineOf(body, inner.start));
  const characters = [...tokens.slice(last + 1)].map(({ start }) => start);
  return characters.reduce(
    (text, start) => `${text.slice(0, start)} ${text.slice(start + 1)}`,
    body,
  );
}

function severalQueries(line: number): InputError {
  return new InputError("The cell holds more than one query", {
    code: "several-queries",
    remedy: "Write one query per cell; cells read each other by name",
    where: { line },
  });
}

/** Lines of DuckDB's message count from the wrapper's first line; a reader's from the cell's. */
function shifted(error: QueryError, body: string): QueryError {
  const last = body.split("\n").length;
  let line: number | undefined;
  const message = error.message.replace(
    /\bLINE (\d+):/g,
    (_, digits: string) => {
      line = Math.min(last, Math.max(1, Number(digits) - WRAPPER_LINES));
      return `LINE ${line}:`;
    },
  );
  return new QueryError(message, {
    code: error.code,
    cause: error,
    where: line === undefined ? error.where : { ...error.where, line },
    ...(error.remedy === undefined ? {} : { remedy: error.remedy }),
  });
}
