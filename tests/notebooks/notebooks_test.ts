import assert from "node:assert/strict";
import { join } from "node:path";
import {
  createSession,
  parseNotebook,
  type SessionState,
  writeNotebook,
} from "@pivotbook/cells";
import {
  attachDataset,
  rowsOf,
  type SegmentAccess,
  segmentLookup,
} from "@pivotbook/data";
import { openNativeEngine } from "../../server/engine/mod.ts";
import { publishSample } from "../../server/sample.ts";
import { withHome } from "../fakes/home.ts";

const names = (await Array.fromAsync(Deno.readDir("notebooks")))
  .map(({ name }) => name).filter((name) =>
    name.endsWith(".md") && name !== "README.md"
  );

for (const name of names) {
  Deno.test(`notebooks/${name} runs, and its text comes back byte for byte`, async () => {
    const text = await Deno.readTextFile(`notebooks/${name}`);
    const notebook = parseNotebook(text);
    assert.equal(writeNotebook(notebook), text);
    assert.deepEqual(notebook.problems, []);
    const { cells } = await runOnSample(text);
    for (const cell of Object.values(cells)) {
      assert.equal(cell.status, "ok", `${cell.name}: ${cell.error?.message}`);
    }
  });
}

Deno.test("the sample case leads from the alert to the sample", async () => {
  const { cells } = await runOnSample(
    await Deno.readTextFile("notebooks/polish-bank-watering-hole.md"),
  );
  const rows = (cell: string, kind: string): number => {
    const output = Object.values(cells).find(({ name }) => name === cell)
      ?.output;
    return output?.type === "pivot"
      ? output.tables.find((table) => table.kind === kind)?.rows ?? 0
      : 0;
  };
  assert.equal(rows("seed", "alerts"), 3);
  assert.equal(rows("seed", "resolutions"), 7);
  assert.equal(rows("lure", "hostpairs"), 1);
  assert.equal(rows("second_host", "sample_links"), 2);
  assert.equal(rows("dropper", "samples"), 1);
});

Deno.test("every row of the sample case is reported with its address, or synthetic, and no victim is called malicious", async () => {
  await withHome(async (home) => {
    await publishSample({ ...home, progress: () => {} });
    const view = await home.datasets.view("knf");
    const engine = await openNativeEngine({
      segmentFolders: [home.home.segments],
    });
    try {
      await attachDataset(
        engine,
        view,
        accessIn(home.home.segments),
      );
      for (const kind of Object.keys(view.snapshot.segments[0]?.rows ?? {})) {
        const found = await engine.query(
          `SELECT * FROM knf.${kind} WHERE NOT ((provenance = 'reported' AND source_url LIKE 'https://%') OR (provenance = 'synthetic' AND note <> ''))`,
        );
        assert.deepEqual(rowsOf(found), [], kind);
      }
      const accused = await engine.query(
        "SELECT indicator FROM knf.osint WHERE verdict = 'malicious' AND indicator LIKE '%.%'",
      );
      assert.equal(accused.rows, 0);
    } finally {
      await engine.close();
    }
  });
});

function accessIn(folder: string): SegmentAccess {
  return {
    locate: (sha256) => ({
      sha256,
      location: join(folder, `${sha256}.duckdb`),
      bytes: 0,
    }),
    sideIndex: () => Promise.resolve(null),
  };
}

async function runOnSample(text: string): Promise<SessionState> {
  let state: SessionState | null = null;
  await withHome(async (home) => {
    await publishSample({ ...home, progress: () => {} });
    const view = await home.datasets.view("knf");
    const engine = await openNativeEngine({
      segmentFolders: [home.home.segments],
    });
    const access = accessIn(home.home.segments);
    const lookup = segmentLookup(engine, access);
    const session = createSession({
      text,
      engine,
      lookup,
      datasets: () => [view],
      openDataset: () => attachDataset(engine, view, access),
      clock: performance,
    });
    await session.settled();
    state = session.state;
    await session.close();
    await engine.close();
  });
  assert.ok(state);
  return state;
}
