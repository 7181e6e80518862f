import assert from "node:assert/strict";
import { encodeSideIndex, UNUSABLE } from "@pivotbook/data";
import { fetchSideIndex } from "../../../components/engine/fetch_side_index.ts";

const HASH = "ab".repeat(32);

async function withServer(
  answer: () => Response | Promise<Response>,
  work: (url: string) => Promise<void>,
): Promise<void> {
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    answer,
  );
  try {
    await work(`http://127.0.0.1:${server.addr.port}/${HASH}.index`);
  } finally {
    await server.shutdown();
  }
}

Deno.test("fetchSideIndex() gives the index, and none only where the server says that there is none", async () => {
  const index = { blockSize: 65_536, metadata: [], parts: [] };
  const bytes = await encodeSideIndex(index, HASH);
  await withServer(() => new Response(bytes), async (url) => {
    assert.deepEqual(await fetchSideIndex(url, HASH), index);
  });
  const missing = () => new Response("none", { status: 404 });
  await withServer(missing, async (url) => {
    assert.equal(await fetchSideIndex(url, HASH), null);
  });
});

Deno.test("fetchSideIndex() rejects where the server fails or is gone", async () => {
  let gone = "";
  const failing = () => new Response("broken", { status: 500 });
  await withServer(failing, async (url) => {
    await assert.rejects(fetchSideIndex(url, HASH), {
      code: "segment-unreadable",
      message: /500/,
    });
    gone = url;
  });
  await assert.rejects(fetchSideIndex(gone, HASH), {
    code: "segment-unreadable",
    message: /nothing/,
  });
});

Deno.test("fetchSideIndex() tells an index that does not fit from none", async () => {
  const index = { blockSize: 65_536, metadata: [], parts: [] };
  const other = await encodeSideIndex(index, "cd".repeat(32));
  for (const bytes of [other, new Uint8Array([1, 2, 3])]) {
    await withServer(() => new Response(bytes), async (url) => {
      assert.equal(await fetchSideIndex(url, HASH), UNUSABLE);
    });
  }
});
