import type { Table, Value } from "@pivotbook/data";
import { typeCases } from "./types.ts";

/** A query that every engine answers alike. */
export interface EngineCase {
  readonly sql: string;
  readonly expected: Table;
}

function one(sql: string, type: string, ...values: Value[]): EngineCase {
  return {
    sql: `SELECT ${sql} AS value`,
    expected: {
      rows: values.length,
      columns: [{ name: "value", type, values }],
    },
  };
}

const TRUE: Value = true;

/** One case for each type that results have, and for the edges of it. */
export const engineCases: readonly EngineCase[] = [
  one("'zażółć 🦊'", "VARCHAR", "zażółć 🦊"),
  one("''", "VARCHAR", ""),
  one("NULL::VARCHAR", "VARCHAR", null),
  one("42", "INTEGER", 42),
  one("42::UINTEGER", "UINTEGER", 42),
  one("-7::TINYINT", "TINYINT", -7),
  one("9223372036854775807", "BIGINT", 9223372036854775807n),
  one("18446744073709551615::UBIGINT", "UBIGINT", 18446744073709551615n),
  one(
    "(SELECT sum(i) FROM (VALUES (9223372036854775807), (1)) AS t(i))",
    "HUGEINT",
    9223372036854775808n,
  ),
  one(
    "'-170141183460469231731687303715884105728'::HUGEINT + 1",
    "HUGEINT",
    -170141183460469231731687303715884105727n,
  ),
  one(
    "'340282366920938463463374607431768211455'::UHUGEINT",
    "UHUGEINT",
    340282366920938463463374607431768211455n,
  ),
  one("1.50::DECIMAL(10,2)", "DECIMAL(10,2)", "1.50"),
  one("-0.05::DECIMAL(30,2)", "DECIMAL(30,2)", "-0.05"),
  one("0.1::DOUBLE", "DOUBLE", 0.1),
  one("1.5::FLOAT", "FLOAT", 1.5),
  one("1 = 1", "BOOLEAN", TRUE),
  one(
    "TIMESTAMP '2020-01-02 03:04:05.678901'",
    "TIMESTAMP",
    1577934245678901n,
  ),
  one(
    "TIMESTAMP '1583-01-01 00:00:00.000001'",
    "TIMESTAMP",
    -12212553599999999n,
  ),
  one("DATE '2020-01-02'", "DATE", 1577923200000000n),
  one("DATE '1969-12-31'", "DATE", -86400000000n),
  one("TIME '03:04:05.6'", "TIME", "03:04:05.6"),
  one("['a', NULL, 'b']", "VARCHAR[]", ["a", null, "b"]),
  one("[]::VARCHAR[]", "VARCHAR[]", []),
  one("[[1], []]", "INTEGER[][]", [[1], []]),
  one("{'a': 1, 'b': 'x'}", 'STRUCT("a" INTEGER, "b" VARCHAR)', {
    a: 1,
    b: "x",
  }),
  one("[TIMESTAMP '1970-01-01 00:00:00.000002']", "TIMESTAMP[]", [2n]),
  ...typeCases.map(([sql, type, value]) => one(sql, type, value)),
  one("unnest(range(3))", "BIGINT", 0n, 1n, 2n),
  one("unnest(range(0))", "BIGINT"),
  {
    sql:
      "CREATE OR REPLACE TABLE numbers AS SELECT 1 AS a; INSERT INTO numbers VALUES (2); SELECT a FROM numbers ORDER BY a",
    expected: {
      rows: 2,
      columns: [{ name: "a", type: "INTEGER", values: [1, 2] }],
    },
  },
];
