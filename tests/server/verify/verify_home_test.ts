import assert from "node:assert/strict";
import { parseIndicator } from "@pivotbook/data";
import { lookUpEverywhere } from "../../../server/lookup_everywhere.ts";
import {
  isSound,
  verifyHome,
  type VerifyReport,
} from "../../../server/verify/mod.ts";
import { type TestHome, withHome } from "../../fakes/home.ts";

const csv = (name: string, address: string): string =>
  `rrname,rrtype,rdata\n${name},A,${address}\n`;

const check = (home: TestHome, repair: boolean): Promise<VerifyReport> =>
  verifyHome({ ...home, repair, progress: () => {} });
const [NO, YES] = [false, true];
const verify = (home: TestHome): Promise<VerifyReport> => check(home, NO);
const repair = (home: TestHome): Promise<VerifyReport> => check(home, YES);

/** What is found, a line each. */
function lines({ findings }: VerifyReport): string[] {
  return findings.map(({ path, problem, done, remedy }) =>
    `${path.replace(/[0-9a-f]{16,64}/, "ID")}: ${problem}; ${
      done ?? remedy ?? ""
    }`
  );
}

async function rows(home: TestHome, address: string): Promise<number> {
  const found = await lookUpEverywhere(home, parseIndicator(address));
  return found["resolutions"]?.rows ?? 0;
}

async function segmentOf(home: TestHome, index = 0): Promise<string> {
  const { snapshot } = await home.datasets.view("test");
  return snapshot.segments[index]?.sha256 ?? "";
}

Deno.test("an installation that is whole has no findings, empty or filled", () =>
  withHome(async (home) => {
    assert.deepEqual((await verify(home)).findings, []);
    await home.import({ "a.csv": csv("a.example", "192.0.2.1") });
    const report = await verify(home);
    assert.deepEqual(report.findings, []);
    assert.deepEqual([report.datasets, report.segments], [1, 1]);
    assert(report.bytes > 0);
  }));

for (const damage of [flipBit, cut, remove]) {
  Deno.test(`a segment after ${damage.name} is found, and restored by its file`, () =>
    withHome(async (home) => {
      const file = { "a.csv": csv("a.example", "192.0.2.1") };
      await home.import(file);
      await damage(`${home.home.segments}/${await segmentOf(home)}.duckdb`);
      await home.import({ "b.csv": csv("b.example", "192.0.2.2") });
      for (const look of [verify, repair]) {
        const [line, ...others] = lines(await look(home));
        assert.match(
          line ?? "",
          /^segments\/ID\.duckdb: .*; Import again.* a\.csv into test$/,
        );
        assert.deepEqual(others, []);
      }
      await home.import(file);
      assert.equal(await rows(home, "192.0.2.1"), 1);
      assert.equal(await rows(home, "192.0.2.2"), 1);
      const report = await verify(home);
      assert(isSound(report));
      assert.match(lines(report)[0] ?? "", /its rows were imported again/);
    }));
}

Deno.test("a segment of several files is restored by all of them, and says so without", () =>
  withHome(async (home) => {
    const files = {
      "a.csv": csv("a.example", "192.0.2.1"),
      "b.csv": csv("b.example", "192.0.2.2"),
    };
    await home.import(files);
    await flipBit(`${home.home.segments}/${await segmentOf(home)}.duckdb`);
    await assert.rejects(home.import({ "a.csv": files["a.csv"] }), {
      code: "restore-needs-files",
    });
    await home.import(files);
    assert.equal(await rows(home, "192.0.2.2"), 1);
  }));

Deno.test("manifests and snapshots are written anew from what is there", () =>
  withHome(async (home) => {
    await home.import({ "a.csv": csv("a.example", "192.0.2.1") });
    await home.import({ "b.csv": csv("b.example", "192.0.2.2") });
    const { snapshots, segments } = home.home;
    const { snapshot } = await home.datasets.view("test");
    await Deno.writeTextFile(`${snapshots}/${snapshot.id}.json`, "{");
    assert.deepEqual(lines(await verify(home)), [
      "snapshots/ID.json: it is no JSON; Run verify --repair",
    ]);
    const mended = await repair(home);
    assert(isSound(mended));
    assert.deepEqual(lines(mended), [
      "snapshots/ID.json: it is no JSON; written anew from the manifests of its segments",
    ]);
    assert.deepEqual((await home.datasets.view("test")).snapshot, snapshot);
    await Deno.writeTextFile(`${segments}/${await segmentOf(home)}.json`, "[]");
    assert(isSound(await repair(home)));
    assert.deepEqual((await verify(home)).findings, []);
  }));

Deno.test("what killed work left is removed, but nothing while a dataset cannot be read", () =>
  withHome(async (home) => {
    await home.import({ "a.csv": csv("a.example", "192.0.2.1") });
    const { segments, imports, snapshots, datasets } = home.home;
    const orphan = "b".repeat(64);
    const left = [
      `${segments}/${orphan}.duckdb`,
      `${segments}/${orphan}.json`,
      `${imports}/${"c".repeat(16)}.json`,
      `${snapshots}/${orphan}.json`,
    ];
    for (const path of left) await Deno.writeTextFile(path, "{}");
    await Deno.writeTextFile(`${segments}/notes.txt`, "foreign");
    await Deno.writeTextFile(`${datasets}/broken.json`, "{");
    assert.deepEqual(lines(await repair(home)), [
      "datasets/broken.json: it is no JSON; Put it back from a backup; or move it elsewhere and import the files of that dataset again",
      "segments/notes.txt: it is no file of an installation; Move it elsewhere",
    ]);
    for (const path of left) await Deno.stat(path);
    await Deno.remove(`${datasets}/broken.json`);
    const { findings } = await repair(home);
    assert.equal(findings.filter(({ done }) => done === "removed").length, 4);
    for (const path of left) await assert.rejects(Deno.stat(path));
    assert.equal(await Deno.readTextFile(`${segments}/notes.txt`), "foreign");
    assert.deepEqual(lines(await repair(home)), [
      "segments/notes.txt: it is no file of an installation; Move it elsewhere",
    ]);
    assert.equal(await rows(home, "192.0.2.1"), 1);
  }));

Deno.test("a removed dataset keeps its files", () =>
  withHome(async (home) => {
    await home.import({ "a.csv": csv("a.example", "192.0.2.1") });
    await home.datasets.remove("test");
    assert.deepEqual((await repair(home)).findings, []);
  }));

async function flipBit(path: string): Promise<void> {
  const bytes = await Deno.readFile(path);
  const place = Math.floor(bytes.length * 0.7);
  bytes[place] = (bytes[place] ?? 0) ^ 4;
  await Deno.writeFile(path, bytes);
}

async function cut(path: string): Promise<void> {
  await Deno.truncate(path, 20_000);
}

async function remove(path: string): Promise<void> {
  await Deno.remove(path);
}
