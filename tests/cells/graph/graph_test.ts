import assert from "node:assert/strict";
import fc from "fast-check";
import { blameOf, buildGraph, type GraphCell } from "@pivotbook/cells";

const cell = (name: string, ...reads: string[]): GraphCell => ({
  id: `id-${name}`,
  name,
  reads,
});

Deno.test("buildGraph() orders by need, then by document", () => {
  const graph = buildGraph(
    [cell("c", "a", "b"), cell("b", "A"), cell("d"), cell("a", "knf")],
    ["knf"],
  );
  assert.deepEqual(graph.order, ["id-d", "id-a", "id-b", "id-c"]);
  assert.deepEqual([...graph.missing], []);
  assert.deepEqual([...graph.cycles], []);
});

Deno.test("buildGraph() gives every cell of a cycle its path, and lists missing and doubled names", () => {
  const graph = buildGraph([
    cell("a", "b"),
    cell("b", "c"),
    cell("c", "a", "nowhere"),
    cell("d", "a"),
    { ...cell("D"), id: "other" },
  ], []);
  assert.deepEqual(graph.cycles.get("id-b"), ["id-b", "id-c", "id-a", "id-b"]);
  assert.equal(graph.cycles.size, 3);
  assert.deepEqual(graph.missing.get("id-c"), ["nowhere"]);
  assert.deepEqual(graph.definitions.get("d"), ["id-d", "other"]);
});

Deno.test("blameOf() names the root through chains", () => {
  const graph = buildGraph(
    [cell("a"), cell("b", "a"), cell("c", "b"), cell("d")],
    [],
  );
  assert.deepEqual([...blameOf(graph, new Set(["id-a"]))], [
    ["id-b", "id-a"],
    ["id-c", "id-a"],
  ]);
});

/** Random cells n0, n1, … of which each reads some. */
const cells = fc.integer({ min: 1, max: 9 }).chain((count) =>
  fc.array(
    fc.uniqueArray(fc.integer({ min: 0, max: count - 1 }), { maxLength: 3 }),
    {
      minLength: count,
      maxLength: count,
    },
  )
).map((reads) =>
  reads.map((sources, index) =>
    cell(`n${index}`, ...sources.map((source) => `n${source}`))
  )
);

/** Whether `to` can be reached, by trying all paths. */
function reaches(
  from: string,
  to: string,
  upstream: ReadonlyMap<string, readonly string[]>,
): boolean {
  const seen = new Set<string>();
  const visit = (id: string): boolean =>
    (upstream.get(id) ?? []).some((source) => {
      if (source === to) return true;
      if (seen.has(source)) return false;
      seen.add(source);
      return visit(source);
    });
  return visit(from);
}

/** The next cell is the first in the document that has all it reads. */
function naiveOrder(
  ids: readonly string[],
  upstream: ReadonlyMap<string, readonly string[]>,
): string[] {
  const order: string[] = [];
  for (;;) {
    const next = ids.find((id) =>
      !order.includes(id) &&
      (upstream.get(id) ?? []).every((source) => order.includes(source))
    );
    if (next === undefined) break;
    order.push(next);
  }
  return [...order, ...ids.filter((id) => !order.includes(id))];
}

Deno.test("buildGraph() agrees with a naive oracle", () => {
  fc.assert(
    fc.property(cells, (cells) => {
      const { order, upstream, cycles } = buildGraph(cells, []);
      const ids = cells.map(({ id }) => id);
      assert.deepEqual(order, naiveOrder(ids, upstream));
      for (const id of ids) {
        assert.equal(cycles.has(id), reaches(id, id, upstream));
        const path = cycles.get(id) ?? [];
        path.slice(1).forEach((source, index) =>
          assert.ok(upstream.get(path[index] ?? "")?.includes(source))
        );
      }
    }),
    { seed: 11, numRuns: 1000 },
  );
});
