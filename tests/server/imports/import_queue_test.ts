import assert from "node:assert/strict";
import { defaultLimits, openImportQueue } from "../../../server/imports/mod.ts";
import type { ImportQueue } from "../../../server/deps.ts";
import { type TestHome, withHome } from "../../fakes/home.ts";

const limits = { ...defaultLimits, upload: 100, unpacked: 1000 };

/** A body that counts how often it is asked for bytes. */
function countedBody(): {
  readonly content: ReadableStream<Uint8Array<ArrayBuffer>>;
  readonly asked: () => number;
} {
  let asked = 0;
  const content = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      asked += 1;
      controller.enqueue(new Uint8Array(60));
    },
  }, { highWaterMark: 0 });
  return { content, asked: () => asked };
}

Deno.test("an upload that says that it is too large is refused before its first byte, one that does not say so as soon as it is", () =>
  withHome(async (home) => {
    const queue = openImportQueue({ ...home, limits });
    const upload = { dataset: "sensors", name: "a.ndjson" };
    for (const [bytes, times] of [[101, 0], [null, 2], [100, 2]] as const) {
      const { content, asked } = countedBody();
      await assert.rejects(queue.start({ ...upload, content, bytes }), {
        code: "upload-too-large",
      });
      assert.equal(asked(), times);
    }
    assert.deepEqual(
      await Array.fromAsync(Deno.readDir(home.home.temporary)),
      [],
    );
  }));

const file = new Blob(["rrname,rrtype,rdata\na.example.com,A,192.0.2.1\n"]);
const upload = { dataset: "sensors", bytes: null };
const largeEnough = { ...defaultLimits, upload: 10_000, unpacked: 100_000 };

/** Waits until something is so. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!await holds()) await new Promise((done) => setTimeout(done, 5));
}

async function leftIn({ home }: TestHome): Promise<readonly string[]> {
  const { segments, imports, temporary, datasets } = home;
  const left = [segments, imports, temporary, datasets].map(
    (folder) => Array.fromAsync(Deno.readDir(folder)),
  );
  return (await Promise.all(left)).flat().map(({ name }) => name);
}

/** A queue whose imports stand still as they begin, until they are let on. */
function heldQueue(
  home: TestHome,
): { readonly queue: ImportQueue; readonly letOn: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  const datasets = {
    ...home.datasets,
    async log(name: string) {
      await promise;
      return await home.datasets.log(name);
    },
  };
  const queue = openImportQueue({ ...home, datasets, limits: largeEnough });
  return { queue, letOn: resolve };
}

Deno.test("an import that waits ends at once when it is given up, one that runs as soon as it lets go, and both leave nothing", () =>
  withHome(async (home) => {
    const { queue, letOn } = heldQueue(home);
    const start = (name: string) =>
      queue.start({ ...upload, name, content: file.stream() });
    const [first, second] = [await start("a.csv"), await start("b.csv")];
    await until(() => queue.progress(first.id)?.stage === "Reading a.csv");
    const given = queue.cancel(second.id);
    assert.deepEqual([given?.state, given?.error?.code], [
      "failed",
      "import-cancelled",
    ]);
    assert.equal(queue.cancel(first.id)?.state, "running");
    letOn();
    await until(() => queue.progress(first.id)?.state === "failed");
    assert.equal(queue.progress(first.id)?.error?.code, "import-cancelled");
    await until(async () => (await leftIn(home)).length === 0);

    const { id } = await start("c.csv");
    await until(() => queue.progress(id)?.state === "done");
    assert.equal(queue.cancel(id)?.state, "done");
    assert.deepEqual(await home.datasets.names(), ["sensors"]);
  }));

Deno.test("an import is given up by the id that its sender chose, while it arrives and before", () =>
  withHome(async (home) => {
    const queue = openImportQueue({ ...home, limits: largeEnough });
    const name = "a.csv";
    const endless = new ReadableStream<Uint8Array<ArrayBuffer>>();
    const arriving = queue.start({
      ...upload,
      ...{ id: "1".repeat(32), name, content: endless },
    });
    const cancelled = { code: "import-cancelled" };
    const refused = assert.rejects(arriving, cancelled);
    assert.equal(queue.progress("1".repeat(32))?.stage, "Receiving");
    assert.equal(queue.cancel("1".repeat(32))?.state, "failed");
    await refused;

    assert.equal(queue.cancel("2".repeat(32)), null);
    const late = { ...upload, id: "2".repeat(32), name };
    await assert.rejects(
      queue.start({ ...late, content: file.stream() }),
      cancelled,
    );
    await assert.rejects(
      queue.start({ ...late, id: "1".repeat(32), content: file.stream() }),
      { code: "import-sent-twice" },
    );
    assert.deepEqual(await leftIn(home), []);
  }));

Deno.test("an import whose folder cannot be made says so, and the next one runs", () =>
  withHome(async (home) => {
    const queue = openImportQueue({ ...home, limits: largeEnough });
    const { temporary } = home.home;
    await Deno.remove(temporary, { recursive: true });
    await Deno.writeTextFile(temporary, "no folder");
    const id = crypto.randomUUID();
    const sent = { ...upload, id, name: "a.csv", content: file.stream() };
    await assert.rejects(queue.start(sent));
    assert.equal(queue.progress(id)?.state, "failed");
    assert.ok(queue.progress(id)?.error?.message);
    await Deno.remove(temporary);
    await Deno.mkdir(temporary);
    const next = await queue.start({
      ...upload,
      name: "a.csv",
      content: file.stream(),
    });
    await until(() => queue.progress(next.id)?.state === "done");
  }));

Deno.test("an import whose folder cannot be removed ends, and the next one runs", () =>
  withHome(async (home) => {
    const queue = openImportQueue({ ...home, limits: largeEnough });
    const { remove } = Deno;
    const start = () =>
      queue.start({ ...upload, name: "a.csv", content: file.stream() });
    try {
      Deno.remove = () => Promise.reject(new Error("busy"));
      const first = await start();
      await until(() => queue.progress(first.id)?.state !== "running");
      Deno.remove = remove;
      const next = await start();
      await until(() => queue.progress(next.id)?.state !== "running");
    } finally {
      Deno.remove = remove;
    }
  }));
