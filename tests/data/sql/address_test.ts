import assert from "node:assert/strict";
import { DuckDBInstance } from "@duckdb/node-api";
import {
  allColumns,
  datasetKinds,
  identifier,
  keyMacros,
  orderedRowsSql,
} from "@pivotbook/data";

async function rows(sql: string, before = ""): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    await connection.run(keyMacros + before);
    return (await connection.runAndReadAll(sql)).getRows();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

Deno.test("ip4_number() gives numbers for addresses and null for other texts", async () => {
  const found = await rows(
    "SELECT ip4_number(t) FROM (VALUES ('1.2.3.4'), ('255.255.255.255'), ('999.1.1.1'), ('x'), ('1.2.3')) v(t)",
  );
  assert.deepEqual(found.flat(), [16909060, 4294967295, null, null, null]);
});

Deno.test("ip6_number() expands the double colon and refuses malformed texts", async () => {
  const found = await rows(
    "SELECT ip6_number(t) FROM (VALUES ('::1'), ('2001:db8::ff'), ('1:2:3:4:5:6:7:8'), ('::'), ('1::2::3'), ('12345::'), ('ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'), (':::'), ('a')) v(t)",
  );
  const expected = [
    1n,
    0x20010db80000000000000000000000ffn,
    0x00010002000300040005000600070008n,
    0n,
    null,
    null,
    2n ** 128n - 1n,
    null,
    null,
  ];
  assert.deepEqual(found.flat(), expected);
});

Deno.test("ip4_range() and ip6_range() take addresses, blocks and spans", async () => {
  const v4 = await rows(
    "SELECT ip4_range(t).low, ip4_range(t).high FROM (VALUES ('1.2.3.4'), ('1.2.3.4/24'), ('1.2.3.4-1.2.3.9'), ('0.0.0.0/0'), ('1.2.3.4/33'), ('x')) v(t)",
  );
  assert.deepEqual(v4, [
    [16909060n, 16909060n],
    [16909056n, 16909311n],
    [16909060n, 16909065n],
    [0n, 4294967295n],
    [null, null],
    [null, null],
  ]);
  const v6 = await rows(
    "SELECT ip6_range(t).low, ip6_range(t).high - ip6_range(t).low FROM (VALUES ('2001:db8::ff/64'), ('::1'), ('2001:db8::1/128')) v(t)",
  );
  const net = 0x20010db8000000000000000000000000n;
  assert.deepEqual(v6, [[net, 2n ** 64n - 1n], [1n, 0n], [net + 1n, 0n]]);
});

for (const kind of datasetKinds) {
  for (const order of kind.orders) {
    Deno.test(`orderedRowsSql() runs for ${kind.name} by ${order.name}`, async () => {
      const columns = allColumns(kind).map(({ name, type }) =>
        `${identifier(name)} ${type}`
      );
      const before = `CREATE TABLE source (${columns.join(", ")});`;
      assert.deepEqual(
        await rows(orderedRowsSql(kind, { order, source: "source" }), before),
        [],
      );
    });
  }
}
