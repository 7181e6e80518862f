import assert from "node:assert/strict";
import fc from "fast-check";
import type { Operation } from "@pivotbook/cells";
import { openTestNotebook, type TestNotebook } from "./test_notebook.ts";

const names = ["a", "b", "c", "d"];

/** A cell that adds a number to what it reads. */
const cell = fc.record({
  name: fc.constantFrom(...names),
  reads: fc.option(fc.constantFrom(...names)),
  add: fc.integer({ min: 0, max: 9 }),
  broken: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
}).map(({ name, reads, add, broken }) =>
  `\`\`\`sql ${name}\nselect ${
    broken ? "error('no')" : `n + ${add}`
  } as n from ${reads ?? "(select 0 as n)"}\n\`\`\`\n`
);

type Step = (notebook: TestNotebook) => Operation;

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.nat(9), cell).map(([index, raw]): Step => (notebook) => ({
    type: "edit",
    id: blockAt(notebook, index),
    raw,
  })),
  fc.tuple(fc.nat(9), cell).map(([index, raw]): Step => (notebook) => ({
    type: "insert",
    after: blockAt(notebook, index) || null,
    raw,
  })),
  fc.nat(9).map((index): Step => (notebook) => ({
    type: "remove",
    id: blockAt(notebook, index),
  })),
  fc.array(cell, { maxLength: 5 }).map((cells): Step => () => ({
    type: "load",
    text: cells.join("\n"),
  })),
  fc.constant<Step>(() => ({ type: "engine-restarted" })),
);

function blockAt({ session }: TestNotebook, index: number): string {
  const { blocks } = session.state.notebook;
  return blocks[index % Math.max(1, blocks.length)]?.id ?? "";
}

async function results(notebook: TestNotebook): Promise<unknown[]> {
  const { notebook: { blocks }, cells } = notebook.session.state;
  const found: unknown[] = [];
  for (const block of blocks) {
    const cell = cells[block.id];
    if (!cell) continue;
    const rows = cell.status === "ok"
      ? await notebook.rows(`from ${cell.name}`)
      : [];
    found.push([cell.name, cell.status, cell.error?.code, rows]);
  }
  return found;
}

Deno.test("a session ends where a fresh run of its text ends, whatever happened before and whether it was awaited", async () => {
  const steps = fc.array(fc.tuple(step, fc.boolean()), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(steps, async (steps) => {
      const notebook = await openTestNotebook("```sql a\nselect 1 as n\n```\n");
      for (const [step, wait] of steps) {
        notebook.session.dispatch(step(notebook));
        if (wait) await notebook.session.settled();
      }
      await notebook.session.settled();
      const { frontmatter, blocks } = notebook.session.state.notebook;
      const text = frontmatter + blocks.map(({ raw }) => raw).join("");
      const fresh = await openTestNotebook(text);
      const [actual, expected] = [
        await results(notebook),
        await results(fresh),
      ];
      await notebook.close();
      await fresh.close();
      assert.deepEqual(actual, expected);
    }),
    { seed: 3, numRuns: 60 },
  );
});
