import assert from "node:assert/strict";
import { parseIndicator } from "@pivotbook/data";
import { createApp } from "../../../server/app.ts";
import { openImportQueue } from "../../../server/imports/mod.ts";
import { defaultLimits } from "../../../server/imports/mod.ts";
import {
  lookUpEverywhere,
  readableViews,
} from "../../../server/lookup_everywhere.ts";
import { MOST_CONFLICTS } from "../../../server/store/notebook_conflicts.ts";
import {
  folderFiles,
  openHome,
  openNotebooks,
} from "../../../server/store/mod.ts";
import { type TestHome, withHome } from "../../fakes/home.ts";

const rows = "rrname,rrtype,rdata\na.example,A,192.0.2.1\n";

function appOf(home: TestHome): ReturnType<typeof createApp> {
  return createApp({
    notebooks: openNotebooks(home.home.notebooks, home.now),
    datasets: home.datasets,
    imports: openImportQueue({ ...home, limits: defaultLimits }),
    segments: folderFiles(home.home.segments),
    assets: folderFiles(home.folder),
    hosts: null,
    log: () => {},
  });
}

// deno-lint-ignore no-explicit-any -- JSON of any shape
async function ask(home: TestHome, path: string): Promise<any> {
  const headers = { host: "localhost" };
  const answer = await appOf(home).request(`http://localhost${path}`, {
    headers,
  });
  return await answer.json();
}

Deno.test("a damaged dataset is named and takes no other with it, in page and command line", () =>
  withHome(async (home) => {
    await home.import({ "rows.csv": rows });
    const { datasets } = home.home;
    await Deno.writeTextFile(`${datasets}/broken.json`, "{");
    await Deno.writeTextFile(`${datasets}/strange.json`, '{"name": 1}');
    await Deno.writeTextFile(`${datasets}/Foreign.json`, "[]");
    await Deno.writeTextFile(`${datasets}/notes.txt`, "not one of ours");
    await Deno.mkdir(`${datasets}/folder.json`);
    await Deno.symlink(`${datasets}/test.json`, `${datasets}/linked.json`);
    await Deno.writeTextFile(
      `${datasets}/lost.json`,
      JSON.stringify({
        name: "lost",
        snapshots: [{
          snapshot: "a".repeat(64),
          publishedAt: "2026-01-01T00:00:00.000Z",
          imports: [],
        }],
      }),
    );
    const list = await ask(home, "/api/datasets") as {
      name: string;
      error: { code: string; message: string } | null;
    }[];
    const damaged = list.filter(({ error }) => error !== null);
    assert.deepEqual(
      list.filter(({ error }) => error === null).map((
        { name },
      ) => name),
      ["test"],
    );
    assert.deepEqual(damaged.map(({ name, error }) => [name, error?.code]), [
      ["Foreign", "bad-dataset-name"],
      ["broken", "damaged-file"],
      ["folder", "damaged-file"],
      ["linked", "damaged-file"],
      ["lost", "damaged-file"],
      ["strange", "damaged-file"],
    ]);
    const found = await lookUpEverywhere(home, parseIndicator("192.0.2.1"));
    assert.equal(found["resolutions"]?.rows, 1);
    assert.equal((await readableViews(home.datasets)).damaged.length, 6);
    await home.import({ "more.csv": rows.replace("a.ex", "b.ex") });
    const one = await ask(home, "/api/datasets/broken");
    assert.deepEqual([one.status, one.code], [500, "damaged-file"]);
    assert.match(one.message, /broken\.json is damaged: it is no JSON/);
    assert.match(one.remedy, /pivotbook verify/);
  }));

Deno.test("notebooks that cannot be read are listed as damaged, and a large one is not waited for", () =>
  withHome(async (home) => {
    const folder = home.home.notebooks;
    await Deno.writeTextFile(`${folder}/good.md`, "---\ntitle: Good\n---\n");
    await Deno.writeFile(`${folder}/bytes.md`, new Uint8Array([0xff, 0xfe, 0]));
    await Deno.mkdir(`${folder}/folder.md`);
    await Deno.symlink(`${folder}/good.md`, `${folder}/linked.md`);
    await Deno.writeTextFile(`${folder}/a b.md`, "foreign name");
    await Deno.writeTextFile(
      `${folder}/large.md`,
      `---\ntitle: Large\n---\n${"```sql\nselect 1\n```\n".repeat(150_000)}`,
    );
    const notebooks = openNotebooks(folder, home.now);
    const list = await notebooks.list();
    const of = (name: string) => list.find((one) => one.name === name);
    assert.deepEqual(
      list.filter(({ error }) => error).map(({ name, error }) => [
        name,
        error?.code,
      ]).sort(),
      [
        ["a b", "bad-notebook-name"],
        ["bytes", "damaged-file"],
        ["folder", "damaged-file"],
        ["linked", "damaged-file"],
      ],
    );
    assert.deepEqual([of("good")?.title, of("good")?.cells], ["Good", 0]);
    assert.deepEqual([of("large")?.title, of("large")?.cells], ["Large", null]);
    await assert.rejects(notebooks.read("linked"), { code: "damaged-file" });
    await assert.rejects(notebooks.read("bytes"), { code: "damaged-file" });
    assert.equal((await notebooks.list())[0], list[0]);
  }));

Deno.test("refused texts are kept once each, and the newest of them only", () =>
  withHome(async (home) => {
    let time = 0;
    const now = () => new Date(1_800_000_000_000 + time++).toISOString();
    const notebooks = openNotebooks(home.home.notebooks, now);
    const { name } = await notebooks.create("One\n");
    for (let text = 0; text < MOST_CONFLICTS + 5; text++) {
      for (let twice = 0; twice < 2; twice++) {
        await assert.rejects(
          notebooks.save({ name, text: `Refused ${text}\n`, version: "old" }),
          { code: "notebook-changed" },
        );
      }
    }
    const folder = `${home.home.notebooks}/conflicts`;
    const kept = (await Array.fromAsync(Deno.readDir(folder)))
      .map(({ name }) => name).sort();
    assert.equal(kept.length, MOST_CONFLICTS);
    assert.equal(
      await Deno.readTextFile(`${folder}/${kept.at(-1)}`),
      `Refused ${MOST_CONFLICTS + 4}\n`,
    );
  }));

Deno.test("links in the place of folders and segments are not followed", () =>
  withHome(async (home) => {
    const { root, segments } = home.home;
    await Deno.writeTextFile(`${home.folder}/secret.json`, "{}");
    await Deno.symlink(`${home.folder}/secret.json`, `${segments}/linked.json`);
    assert.equal(await folderFiles(segments).open("linked.json", []), null);
    await Deno.remove(segments, { recursive: true });
    await Deno.symlink(home.folder, segments);
    await assert.rejects(openHome(root), {
      code: "bad-home",
      message: /symbolic link/,
    });
  }));
