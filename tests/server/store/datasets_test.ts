import assert from "node:assert/strict";
import type { Segment } from "@pivotbook/data";
import { type TestHome, withHome } from "../../fakes/home.ts";

function segment(letter: string, imports: readonly string[]): Segment {
  return {
    sha256: letter.repeat(64),
    bytes: 1,
    blockSize: 16384,
    rowGroupSize: 4096,
    parts: [],
    rows: {},
    times: {},
    imports,
  };
}

async function logOf({ datasets }: TestHome): Promise<unknown[]> {
  return (await datasets.log("test")).snapshots.map(({ imports }) => imports);
}

Deno.test("publish() refuses a segment that would bring an import's rows a second time, and keeps what is there", () =>
  withHome(async (home) => {
    const { datasets } = home;
    const first = await datasets.publish("test", [segment("a", ["one"])]);
    await assert.rejects(
      datasets.publish("test", [
        segment("b", ["one", "two"]),
        segment("c", ["three"]),
      ]),
      { code: "already-imported", message: /the import one$/ },
    );
    assert.deepEqual((await datasets.view("test")).snapshot, first);
    assert.deepEqual(await logOf(home), [["one"]]);
  }));

Deno.test("publish() of what is there adds nothing to the log", () =>
  withHome(async (home) => {
    const { datasets } = home;
    const pieces = [segment("a", ["one", "two"]), segment("b", ["one", "two"])];
    const first = await datasets.publish("test", pieces);
    assert.deepEqual(await datasets.publish("test", pieces), first);
    assert.deepEqual(await datasets.publish("test", []), first);
    assert.deepEqual(await logOf(home), [["one", "two"]]);
    await assert.rejects(datasets.publish("new", []), {
      code: "empty-publication",
    });
    assert.deepEqual(await datasets.names(), ["test"]);
  }));
