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

type Lock = typeof Deno.FsFile.prototype.lock;

/** Runs work while files are locked by other functions than the system's. */
async function withLocks(
  locks: { readonly lock?: Lock; readonly tryLock?: Lock },
  work: () => Promise<void>,
): Promise<void> {
  const { lock, tryLock } = Deno.FsFile.prototype;
  Object.assign(Deno.FsFile.prototype, locks);
  try {
    await work();
  } finally {
    Object.assign(Deno.FsFile.prototype, { lock, tryLock });
  }
}

Deno.test("a temporary folder holds the lock that lies beside it, also where another process took the first for abandoned", () =>
  withRoot(async (root) => {
    const { temporary } = await openHome(root);
    const { lock: systemLock } = Deno.FsFile.prototype;
    let locked = 0;
    const lock: Lock = async function (this: Deno.FsFile, exclusive) {
      if (locked++ === 0) {
        for await (const { name } of Deno.readDir(temporary)) {
          await Deno.remove(`${temporary}/${name}`);
        }
      }
      await systemLock.call(this, exclusive);
    };
    await withLocks({ lock }, async () => {
      const folder = await temporaryFolder(temporary);
      assert.equal(locked, 2);
      await openHome(root);
      assert.equal((await namesIn(temporary)).length, 1);
      await folder.remove();
    });
    assert.deepEqual(await Array.fromAsync(Deno.readDir(temporary)), []);
  }));

Deno.test("where files cannot be locked nothing is taken for abandoned, and no lock is left behind", () =>
  withRoot(async (root) => {
    const { temporary } = await openHome(root);
    const refused = (): Promise<never> => Promise.reject(new Error("no locks"));
    await withLocks({ lock: refused, tryLock: refused }, async () => {
      await Deno.mkdir(`${temporary}/other`);
      await openHome(root);
      const names = await Array.fromAsync(Deno.readDir(temporary));
      assert.deepEqual(names.map(({ name }) => name), ["other"]);
      const folder = await temporaryFolder(temporary);
      await folder.remove();
    });
    assert.deepEqual(await namesIn(temporary), ["other"]);
  }));
