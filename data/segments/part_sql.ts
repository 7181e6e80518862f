import { allColumns } from "../kinds/mod.ts";
import type { DatasetKind, KeyFamily, SortOrder } from "../kinds/kind.ts";
import { identifier } from "../sql/literal.ts";
import { keyHashSql } from "./key_hash.ts";
import { keyColumns } from "./layout.ts";

/** SQL of a family's key columns over `value`, an SQL expression of type VARCHAR; needs `keyMacros`. */
const keyExpressions: Readonly<
  Record<KeyFamily, (value: string) => readonly string[]>
> = {
  name: (value) => {
    const labels = `list_reverse(string_split(${value}, '.'))`;
    const base = `array_to_string(${labels}[1:2], '.')`;
    return [
      keyHashSql(base),
      base,
      `coalesce(array_to_string(${labels}[3:], '.'), '')`,
    ];
  },
  text: (value) => [keyHashSql(value), value],
  ip4: (value) => [`ip4_number(${value})::UINTEGER`],
  ip6: (value) => [`ip6_number(${value})`],
  range4: (value) =>
    ["low", "high"].map((end) => `(ip4_range(${value}).${end})::UINTEGER`),
  range6: (value) =>
    ["low", "high"].map((end) => `(ip6_range(${value}).${end})`),
};

/**
 * A query that gives the rows of `source` as one sort order holds them: key
 * columns first, sorted; a row that is found by several values once for each.
 */
export function orderedRowsSql(
  kind: DatasetKind,
  { order, source }: { order: SortOrder; source: string },
): string {
  const { columns, sortedBy } = keyColumns[order.family];
  const own = allColumns(kind).map(({ name }) => identifier(name));
  const keys = keyExpressions[order.family]("value_of_key");
  const selected = keys.map((sql, index) =>
    `${sql} AS ${columns[index]?.name}`
  );
  const sort = [
    ...sortedBy,
    ...kind.naturalKey.map(identifier),
    "import_id",
    "line",
  ];
  return `SELECT ${[...selected, ...own].join(", ")}
FROM (
  SELECT *, ${valuesSql(order)} AS value_of_key FROM ${source}
)
WHERE key IS NOT NULL
ORDER BY ${sort.join(", ")}`;
}

/** A query that gives the rows of `source`, unsorted, with the key columns of an order after their own. */
export function keyedRowsSql(order: SortOrder, source: string): string {
  const { columns } = keyColumns[order.family];
  const keys = keyExpressions[order.family]("value_of_key").map((sql, index) =>
    `${sql} AS ${columns[index]?.name}`
  );
  return `SELECT *, ${keys.join(", ")}
    FROM (SELECT *, ${valuesSql(order)} AS value_of_key FROM ${source})
    WHERE value_of_key IS NOT NULL`;
}

/** Lists become a row per distinct value, so that all orders read alike. */
function valuesSql({ value }: SortOrder): string {
  return givesList(value) ? `unnest(list_distinct(${value}))` : value;
}

function givesList(value: string): boolean {
  return value.startsWith("[") || value.startsWith("list_");
}

/** A query that gives the rows of `source` without keys, in the order of their time or as they came. */
export function plainRowsSql(kind: DatasetKind, source: string): string {
  const own = allColumns(kind).map(({ name }) => identifier(name)).join(", ");
  const order = kind.times === null
    ? ""
    : `\nORDER BY ${identifier(kind.times.first)} NULLS LAST, import_id, line`;
  return `SELECT ${own} FROM ${source}${order}`;
}
