import assert from "node:assert/strict";
import { ConflictError } from "@pivotbook/data";
import { importFiles } from "../../../server/imports/mod.ts";
import { lookUpEverywhere } from "../../../server/lookup_everywhere.ts";
import { withHome } from "../../fakes/home.ts";

const row = (address: string): string =>
  `rrname,rrtype,rdata\nshop.example,A,${address}\n`;

Deno.test("import adds the rows of a file once that another process publishes meanwhile, and those of the others", () =>
  withHome(async (home) => {
    const files = {
      "a.csv": row("192.0.2.1"),
      "b.csv": row("192.0.2.2"),
      "c.csv": `rrname,rrtype,rdata\nshop.example,TXT,c\n`,
    };
    const paths = await Promise.all(
      Object.entries(files).map(async ([name, content]) => {
        await Deno.writeTextFile(`${home.folder}/${name}`, content);
        return { path: `${home.folder}/${name}` };
      }),
    );
    let raced = false;
    const { files: reports } = await importFiles({
      ...home,
      dataset: "test",
      files: paths,
      format: null,
      partial: false,
      progress: () => {},
      datasets: {
        ...home.datasets,
        async publish(name, segments) {
          if (!raced) {
            raced = true;
            await home.import({ "other.csv": files["a.csv"] });
          }
          return await home.datasets.publish(name, segments);
        },
      },
    });
    assert.deepEqual(reports.map(({ kept, merged }) => [kept, merged]), [
      [0, 1],
      [1, 0],
      [1, 0],
    ]);
    const shop = { type: "domain", value: "shop.example" } as const;
    const found = await lookUpEverywhere(home, shop);
    assert.equal(found["resolutions"]?.rows, 3);
    assert.equal((await home.datasets.log("test")).snapshots.length, 2);
  }));

Deno.test("a file whose import was taken back can be imported again", () =>
  withHome(async (home) => {
    const shop = { type: "domain", value: "shop.example" } as const;
    const rows = async (): Promise<number | undefined> =>
      (await lookUpEverywhere(home, shop))["resolutions"]?.rows;
    const file = { "a.csv": row("192.0.2.1") };
    const { files: [first] } = await home.import(file);
    await home.datasets.withdraw("test", first?.import ?? "");
    assert.equal(await rows(), 0);
    const { files: [again] } = await home.import(file);
    assert.deepEqual([again?.kept, again?.merged], [1, 0]);
    assert.equal(await rows(), 1);
  }));

Deno.test("an import whose files others publish again and again ends with the conflict", () =>
  withHome(async (home) => {
    const path = `${home.folder}/a.csv`;
    await Deno.writeTextFile(path, row("192.0.2.1"));
    let tries = 0;
    const work = importFiles({
      ...home,
      dataset: "test",
      files: [{ path }],
      format: null,
      partial: false,
      progress: () => {},
      datasets: {
        ...home.datasets,
        publish() {
          tries += 1;
          assert.ok(tries < 20, "never ends");
          throw new ConflictError("Taken", { code: "already-imported" });
        },
      },
    });
    await assert.rejects(work, { code: "already-imported" });
  }));

Deno.test("an import that adds nothing names the snapshot that it saw, though the dataset is removed meanwhile", () =>
  withHome(async (home) => {
    const file = { "a.csv": row("192.0.2.1") };
    const { snapshot } = await home.import(file);
    const again = await importFiles({
      ...home,
      dataset: "test",
      files: [{ path: `${home.folder}/a.csv` }],
      format: null,
      partial: false,
      progress: () => {},
      datasets: {
        ...home.datasets,
        async snapshot(id) {
          const found = await home.datasets.snapshot(id);
          await home.datasets.remove("test");
          return found;
        },
      },
    });
    assert.equal(again.snapshot, snapshot);
    assert.equal(again.files[0]?.kept, 0);
  }));
