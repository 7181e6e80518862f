import assert from "node:assert/strict";
import { fromFileUrl } from "../../../server/paths.ts";
import { type TestHome, withHome } from "../../fakes/home.ts";

const MAIN = fromFileUrl(new URL("../../../server/main.ts", import.meta.url));

interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function remove(home: TestHome, ...args: string[]): Promise<Answer> {
  const options = ["remove", "--home", home.home.root, ...args];
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-q", "-A", MAIN, ...options],
    env: { NO_COLOR: "1" },
  }).output();
  const text = new TextDecoder();
  return { code, out: text.decode(stdout), err: text.decode(stderr) };
}

Deno.test("remove takes an import back, or a dataset, and says how", () =>
  withHome(async (home) => {
    const { files: [file] } = await home.import({
      "a.csv": "rrname,rrtype,rdata\na.example,A,192.0.2.7\n",
    });
    const id = file?.import ?? "";
    const dataset = ["--dataset", "test"];
    const taken = await remove(home, ...dataset, "--import", id, "--json");
    const { snapshot } = await home.datasets.view("test");
    assert.deepEqual(JSON.parse(taken.out), {
      dataset: "test",
      withdrawn: id,
      snapshot: snapshot.id,
    });
    const again = await remove(home, ...dataset, "--import", id);
    assert.equal(again.code, 1);
    assert.match(again.err, /holds no import/);
    const removed = await remove(home, ...dataset);
    assert.deepEqual([removed.code, removed.out], [0, "test\n"]);
    assert.match(removed.err, /kept as datasets\/removed\/test\./);
    assert.deepEqual(await home.datasets.names(), []);
    const nameless = await remove(home);
    assert.match(nameless.err, /--dataset NAME/);
  }));
