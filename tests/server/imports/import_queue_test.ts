import assert from "node:assert/strict";
import { openImportQueue } from "../../../server/imports/mod.ts";
import { withHome } from "../../fakes/home.ts";

const limits = { upload: 100, unpacked: 1000 };

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

Deno.test("an import that waits or runs can be given up, and leaves nothing", () =>
  withHome(async (home) => {
    const queue = openImportQueue({
      ...home,
      limits: { upload: 10_000_000, unpacked: 100_000_000 },
    });
    const rows = Array.from(
      { length: 60_000 },
      (_, index) => `host${index}.example.com,A,192.0.2.${index % 250}`,
    );
    const file = `rrname,rrtype,rdata\n${rows.join("\n")}\n`;
    const jobs = [];
    for (const name of ["first.csv", "second.csv"]) {
      const content = new Blob([file]).stream();
      jobs.push(
        await queue.start({ dataset: "sensors", name, content, bytes: null }),
      );
    }
    assert.equal(queue.cancel("none"), null);
    for (const { id } of jobs) {
      queue.cancel(id);
      while (queue.progress(id)?.state === "running") {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      const { state, error } = queue.progress(id) ?? {};
      assert.deepEqual([state, error?.code], ["failed", "import-cancelled"]);
    }
    assert.deepEqual(await home.datasets.names(), []);
  }));
