import assert from "node:assert/strict";
import { join } from "node:path";
import { importFiles } from "../../../server/imports/mod.ts";
import { type TestHome, withHome } from "../../fakes/home.ts";

/** Gives an import up at a moment of it; what is left in the installation. */
async function cancelAt(
  home: TestHome,
  stage: RegExp,
): Promise<readonly string[]> {
  const path = join(home.folder, "a.csv");
  const row = "host.example.com,A,192.0.2.1\nhost.example.com,A\n";
  await Deno.writeTextFile(path, `rrname,rrtype,rdata\n${row}`);
  const abort = new AbortController();
  const work = importFiles({
    ...home,
    dataset: "sensors",
    files: [{ path }],
    format: null,
    partial: false,
    progress: (text) => {
      if (stage.test(text)) abort.abort();
    },
    signal: abort.signal,
  });
  await assert.rejects(work, { code: "import-cancelled" });
  const { segments, imports, temporary, datasets, snapshots } = home.home;
  const left = [segments, imports, temporary, datasets, snapshots].map(
    (folder) => Array.fromAsync(Deno.readDir(folder)),
  );
  return (await Promise.all(left)).flat().map(({ name }) => name);
}

for (const stage of [/^Reading/, /^Writing segment 1/, /^Publishing/]) {
  Deno.test(`an import that is given up at ${stage.source} publishes nothing and leaves nothing`, () =>
    withHome(async (home) => {
      assert.deepEqual(await cancelAt(home, stage), []);
    }));
}
