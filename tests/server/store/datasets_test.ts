import assert from "node:assert/strict";
import type { Segment } from "@pivotbook/data";
import { checkDatasetName } from "../../../server/store/mod.ts";
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

Deno.test("withdraw() publishes a dataset without an import, keeps former snapshots, and lets it be imported again", () =>
  withHome(async (home) => {
    const { datasets } = home;
    const [one, two] = [segment("a", ["one"]), segment("b", ["one"])];
    const other = segment("c", ["two"]);
    await datasets.publish("test", [one, two]);
    const full = await datasets.publish("test", [other]);
    const rest = await datasets.withdraw("test", "one");
    assert.deepEqual(rest.segments, [other]);
    assert.deepEqual((await datasets.view("test")).snapshot, rest);
    assert.deepEqual(await datasets.snapshot(full.id), full);
    const { snapshots } = await datasets.log("test");
    assert.deepEqual(
      snapshots.map(({ imports, withdrawn }) => [imports, withdrawn]),
      [[["one"], undefined], [["two"], undefined], [[], ["one"]]],
    );
    assert.deepEqual(await datasets.publish("test", [one, two]), full);
    await datasets.withdraw("test", "on");
    const none = await datasets.withdraw("test", "two");
    assert.deepEqual(none.segments, []);
  }));

Deno.test("withdraw() refuses what would take other rows with it, and what is not there", () =>
  withHome(async (home) => {
    const { datasets } = home;
    const shared = segment("a", ["one", "two"]);
    const before = await datasets.publish("test", [shared]);
    await assert.rejects(datasets.withdraw("test", "one"), {
      code: "shared-segment",
      message: /with those of two$/,
    });
    await assert.rejects(datasets.withdraw("test", "three"), {
      code: "unknown-import",
    });
    await assert.rejects(datasets.withdraw("other", "one"), {
      code: "unknown-dataset",
    });
    assert.deepEqual((await datasets.view("test")).snapshot, before);
    assert.equal((await datasets.log("test")).snapshots.length, 1);
  }));

Deno.test("remove() keeps the log of a dataset, which is there again when it is moved back", () =>
  withHome(async (home) => {
    const { datasets } = home;
    const one = segment("a", ["one"]);
    const before = await datasets.publish("test", [one]);
    const kept = await datasets.remove("test");
    assert.match(kept, /^removed\/test\..+\.json$/);
    assert.deepEqual(await datasets.names(), []);
    await assert.rejects(datasets.view("test"), { code: "unknown-dataset" });
    await assert.rejects(datasets.remove("test"), { code: "unknown-dataset" });
    assert.deepEqual(await datasets.snapshot(before.id), before);
    const folder = home.home.datasets;
    await Deno.rename(`${folder}/${kept}`, `${folder}/test.json`);
    assert.deepEqual((await datasets.view("test")).snapshot, before);
    await datasets.remove("test");
    assert.deepEqual(await datasets.publish("test", [one]), before);
  }));

Deno.test("a new dataset is not named by a reserved word or a name of the engine; one that is there is listed and removed", () =>
  withHome(async (home) => {
    const { datasets, home: { datasets: folder } } = home;
    for (const name of ["order", "table", "main", "segment_1", "rows__all"]) {
      await assert.rejects(datasets.publish(name, [segment("a", ["one"])]), {
        code: "bad-dataset-name",
        remedy: /^Name the dataset [a-z0-9_]+$/,
      });
      assert.throws(() => checkDatasetName(name), { code: "bad-dataset-name" });
    }
    const { id } = await datasets.publish("test", [segment("a", ["one"])]);
    await Deno.rename(`${folder}/test.json`, `${folder}/order.json`);
    assert.deepEqual(await datasets.names(), ["order"]);
    assert.equal((await datasets.view("order")).snapshot.id, id);
    await datasets.remove("order");
    assert.deepEqual(await datasets.names(), []);
  }));

Deno.test("remove() and withdraw() of an unknown dataset leave no file", () =>
  withHome(async ({ datasets, home }) => {
    const unknown = { code: "unknown-dataset" };
    await assert.rejects(datasets.remove("none"), unknown);
    await assert.rejects(datasets.withdraw("none", "one"), unknown);
    assert.deepEqual(await Array.fromAsync(Deno.readDir(home.datasets)), []);
  }));
