import assert from "node:assert/strict";
import { fromFileUrl } from "../../../server/paths.ts";
import { openHome, temporaryFolder } from "../../../server/store/mod.ts";

const STORE = fromFileUrl(
  new URL("../../../server/store/mod.ts", import.meta.url),
);

async function withRoot(work: (root: string) => Promise<void>): Promise<void> {
  const root = await Deno.makeTempDir({ prefix: "pivotbook-" });
  try {
    await work(root);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return (await Array.fromAsync(Deno.readDir(folder)))
    .filter(({ isDirectory }) => isDirectory).map(({ name }) => name).sort();
}

Deno.test("a temporary folder outlives that another process opens the installation, and goes when it is done", () =>
  withRoot(async (root) => {
    const { temporary } = await openHome(root);
    const folder = await temporaryFolder(temporary);
    await openHome(root);
    assert.equal((await namesIn(temporary)).length, 1);
    await folder.remove();
    assert.deepEqual(await Array.fromAsync(Deno.readDir(temporary)), []);
  }));

Deno.test("a temporary folder of a process that was killed is removed, whatever runs under its number now", () =>
  withRoot(async (root) => {
    const { temporary } = await openHome(root);
    const program = `import { temporaryFolder } from ${JSON.stringify(STORE)};
       const { path } = await temporaryFolder(${JSON.stringify(temporary)});
       await Deno.writeTextFile(path + "/rows", "x");
       console.log(path);
       setInterval(() => {}, 1000);`;
    const process = new Deno.Command(Deno.execPath(), {
      args: ["run", "-q", "-A", "-"],
      stdin: "piped",
      stdout: "piped",
    }).spawn();
    const writer = process.stdin.getWriter();
    await writer.write(new TextEncoder().encode(program));
    await writer.close();
    const output = process.stdout.getReader();
    await output.read();
    await openHome(root);
    assert.equal((await namesIn(temporary)).length, 1);
    process.kill("SIGKILL");
    await process.status;
    await output.cancel();
    await Deno.mkdir(`${temporary}/${Deno.pid}-left-by-an-older-version`);
    await openHome(root);
    assert.deepEqual(await Array.fromAsync(Deno.readDir(temporary)), []);
  }));
