import assert from "node:assert/strict";
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
