import assert from "node:assert/strict";
import fc from "fast-check";
import { MAX_RANGES, spansOf } from "../../../server/routes/ranges.ts";
import { sendFile } from "../../../server/routes/send_file.ts";
import { partsOf } from "../../../components/engine/multi_range.ts";
import type { ServedFile } from "../../../server/deps.ts";

const content = new Uint8Array(1000).map((_, index) => index % 251);
const file: ServedFile = {
  size: content.length,
  etag: '"one"',
  type: "application/octet-stream",
  encoding: null,
  immutable: true,
  async *read(spans) {
    for (const span of spans) {
      const middle = (span.start + span.stop) >> 1;
      yield { span, bytes: content.slice(span.start, middle) };
      yield {
        span,
        bytes: await Promise.resolve(content.slice(middle, span.stop)),
      };
    }
  },
};

const get = (
  headers: Record<string, string>,
  method = "GET",
): Promise<Response> =>
  Promise.resolve(
    sendFile(new Request("http://127.0.0.1/x", { method, headers }), file),
  );

Deno.test("sendFile() answers a whole file with what caches need", async () => {
  const response = await get({});
  assert.equal(response.status, 200);
  assert.equal(
    response.headers.get("cache-control"),
    "public, max-age=31536000, immutable",
  );
  assert.equal(response.headers.get("etag"), '"one"');
  assert.deepEqual(new Uint8Array(await response.arrayBuffer()), content);
});

Deno.test("sendFile() answers ranges with exactly the bytes asked for", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 999 }),
      fc.integer({ min: 0, max: 1500 }),
      async (first, length) => {
        const response = await get({
          range: `bytes=${first}-${first + length}`,
        });
        const stop = Math.min(first + length + 1, 1000);
        assert.equal(response.status, 206);
        assert.equal(
          response.headers.get("content-range"),
          `bytes ${first}-${stop - 1}/1000`,
        );
        assert.deepEqual(
          new Uint8Array(await response.arrayBuffer()),
          content.slice(first, stop),
        );
      },
    ),
    { seed: 206, numRuns: 60 },
  );
});

Deno.test("sendFile() answers several ranges in their order, as the reader takes them apart", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { minLength: 2 }),
      fc.integer({ min: 1, max: 10 }),
      async (tens, length) => {
        const starts = tens.map((ten) => ten * 10);
        const range = starts.map((at) => `${at}-${at + length - 1}`).join(",");
        const response = await get({ range: `bytes=${range}` });
        assert.equal(response.status, 206);
        assert.match(
          response.headers.get("content-type") ?? "",
          /^multipart\/byteranges; boundary=/,
        );
        const body = new Uint8Array(await response.arrayBuffer());
        assert.equal(
          Number(response.headers.get("content-length")),
          body.length,
        );
        assert.deepEqual(
          partsOf(body).map(({ range, bytes }) => [range.offset, [...bytes]]),
          starts.map((at) => [at, [...content.slice(at, at + length)]]),
        );
      },
    ),
    { seed: 9110, numRuns: 40 },
  );
});

Deno.test("spansOf() knows suffixes, open ends, several ranges and ranges that cannot be met", () => {
  assert.deepEqual(spansOf("bytes=-100", 1000), [{ start: 900, stop: 1000 }]);
  assert.deepEqual(spansOf("bytes=990-", 1000), [{ start: 990, stop: 1000 }]);
  assert.deepEqual(spansOf("bytes=0-", 1000), [{ start: 0, stop: 1000 }]);
  assert.deepEqual(spansOf("bytes=0-1, 5-6,2000-", 1000), [
    { start: 0, stop: 2 },
    { start: 5, stop: 7 },
  ]);
  assert.equal(spansOf(null, 1000), "all");
  for (const text of ["bytes=", "bytes=-", "bytes=1-2,x", "lines=1-2"]) {
    assert.equal(spansOf(text, 1000), "all", text);
  }
  assert.equal(spansOf("bytes=1000-", 1000), null);
  assert.equal(spansOf("bytes=-0", 1000), null);
});

Deno.test("spansOf() refuses ranges that only cost: overlapping, too many, too large", () => {
  const many = (count: number): string =>
    `bytes=${Array.from({ length: count }, (_, i) => `${i}-${i}`).join(",")}`;
  assert.equal(spansOf(many(MAX_RANGES), 10_000)?.length, MAX_RANGES);
  assert.equal(spansOf(many(MAX_RANGES + 1), 10_000), null);
  assert.equal(spansOf("bytes=0-99,50-150", 1000), null);
  assert.equal(spansOf("bytes=0-,0-,0-", 1000), null);
  const size = 1_000_000_000;
  assert.equal(spansOf("bytes=0-99999999,200000000-200000001", size), null);
  assert.equal(spansOf("bytes=0-99999999", size)?.length, 1);
});

Deno.test("sendFile() answers 304, 416 and HEAD", async () => {
  assert.equal((await get({ "if-none-match": '"one"' })).status, 304);
  const unmet = await get({ range: "bytes=2000-" });
  assert.deepEqual([unmet.status, unmet.headers.get("content-range")], [
    416,
    "bytes */1000",
  ]);
  const head = await get({ range: "bytes=0-" }, "HEAD");
  assert.deepEqual([
    head.status,
    head.headers.get("content-range"),
    (await head.arrayBuffer()).byteLength,
  ], [206, "bytes 0-999/1000", 0]);
  assert.equal(
    (await get({ range: "bytes=0-9", "if-range": '"two"' })).status,
    200,
  );
});
