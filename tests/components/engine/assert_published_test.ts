import assert from "node:assert/strict";
import { assertPublished } from "../../../components/engine/assert_published.ts";

const ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
const url = (name: string): string => `http://127.0.0.1/segments/${name}`;
const bytes = (text: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(text);

Deno.test("assertPublished() takes the bytes that the name stands for", async () => {
  await assertPublished(url(`${ABC}.duckdb`), bytes("abc"));
});

Deno.test("assertPublished() refuses other bytes", async () => {
  await assert.rejects(
    assertPublished(url(`${ABC}.duckdb`), bytes("abd")),
    /Segment changed on the server: .*ba7816bf/,
  );
});

Deno.test("assertPublished() says nothing of a name without a digest", async () => {
  await assertPublished(url("other.duckdb"), bytes("abc"));
});
