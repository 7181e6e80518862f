import fc from "fast-check";

const name = fc.constantFrom(
  "a",
  "b",
  "c",
  "seed",
  "name",
  "A",
  '"b"',
  '"x y"',
);
const table = fc.oneof(
  { weight: 3, arbitrary: name },
  fc.tuple(fc.constantFrom("seed", "knf", '"S 1"'), name)
    .map((parts) => parts.join(".")),
);
const column = fc.constantFrom("p", "q", "t.r", '"from"', "x.from");

const joined = (parts: readonly string[]): string => parts.join(" ");

/** Comments and line ends where a space may stand. */
const space = fc.constantFrom(
  " ",
  "\n",
  " /* from z */ ",
  " -- from z\n",
  " /* a /* from z */ */ ",
);

/** Random queries of DuckDB that exercise every position in which a table can stand. */
export const query: fc.Arbitrary<string> = fc.letrec<
  { query: string; table: string; expression: string; select: string }
>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    column,
    fc.constantFrom(
      "1",
      "'from z'",
      "$$join z$$",
      "E'it\\'s from z'",
      "extract(year from p)",
      "trim(both 'x' from q)",
      "trim(from q)",
      "substring(q from 2 for 1)",
      "p is distinct from q",
      "p is not distinct from q",
      "[i for i in p if i > 1]",
      "list_transform(p, lambda i: i + 1)",
      "count(distinct p)",
      "{'from': 1}",
      "q[1:2]",
      "p::int",
    ),
    tie("query").map((query) => `(${query})`),
    tie("query").map((query) => `p in (${query})`),
    tie("query").map((query) => `exists (${query})`),
    tie("query").map((query) => `array(${query})`),
    fc.tuple(tie("expression"), tie("expression"))
      .map(([left, right]) => `(${left}) = (${right})`),
    tie("expression").map((expression) => `coalesce(${expression}, 1)`),
    tie("query").map((query) => `q is distinct from (${query})`),
  ),
  table: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    table,
    table.map((table) => `${table} as t(k, l)`),
    table.map((table) => `t: ${table}`),
    tie("query").map((query) => `(${query}) as t`),
    tie("query").map((query) => `lateral (${query}) as t`),
    fc.constantFrom("range(3)", "unnest([1, 2]) as u(r)", "(values (1)) v(p)"),
    fc.tuple(
      tie("table"),
      fc.constantFrom("join", "left join", "semi join", "asof join"),
      tie("table"),
      fc.oneof(
        fc.constantFrom("using (p)", "on true"),
        tie("expression").map((expression) => `on ${expression}`),
      ),
    ).map(joined),
    fc.tuple(
      tie("table"),
      fc.constantFrom("cross join", "natural join", "positional join"),
      tie("table"),
    ).map(joined),
    fc.tuple(table, table).map(([left, right]) =>
      `(${left} join ${right} using (p))`
    ),
    table.map((table) => `${table} pivot (sum(p) for q in ('x', 'y'))`),
    table.map((table) => `(pivot ${table} on p in (1, 2) using sum(q))`),
    table.map((table) => `(summarize ${table})`),
  ),
  select: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.tuple(
      fc.constantFrom("select", "select distinct"),
      tie("expression"),
      space,
      fc.constant("from"),
      fc.array(tie("table"), { minLength: 1, maxLength: 3 })
        .map((tables) => tables.join(", ")),
      fc.option(
        tie("expression").map((expression) => `where ${expression}`),
        { nil: "" },
      ),
      fc.constantFrom("", "group by all", "group by p, q"),
    ).map(joined),
    fc.tuple(tie("table"), fc.constantFrom("", "select p, q", "where p = 1"))
      .map(([table, rest]) => `from ${table} ${rest}`),
    table.map((table) => `table ${table}`),
    tie("expression").map((expression) => `select ${expression}, 2`),
    fc.constant("values (1, 2)"),
  ),
  query: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    tie("select"),
    fc.tuple(
      tie("select"),
      fc.constantFrom(
        "union",
        "union all",
        "union all by name",
        "except",
        "intersect",
      ),
      tie("select"),
    ).map(joined),
    fc.tuple(tie("query"), tie("query"))
      .map(([left, right]) => `(${left}) union (${right})`),
    fc.tuple(
      fc.uniqueArray(fc.tuple(name, tie("query")), {
        minLength: 1,
        maxLength: 3,
        selector: ([name]) => name.replaceAll('"', "").toLowerCase(),
      }),
      tie("select"),
    ).map(([tables, select]) =>
      `with ${
        tables.map(([name, query]) => `${name} as (${query})`).join(", ")
      } ${select}`
    ),
    fc.tuple(name, tie("select"), tie("select"), tie("select"))
      .map(([name, first, second, last]) =>
        `with recursive ${name} as (${first} union all ${second}) ${last}`
      ),
    fc.tuple(tie("select"), tie("expression"))
      .map(([select, expression]) =>
        `${select} order by ${expression}, p limit 3`
      ),
  ),
})).query;
