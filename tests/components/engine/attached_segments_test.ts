import assert from "node:assert/strict";
import { AttachedSegments } from "../../../components/engine/attached_segments.ts";

const at = (name: string): string => `http://127.0.0.1/segments/${name}.duckdb`;

Deno.test("AttachedSegments gives a released segment another address, time after time", () => {
  const attached = new AttachedSegments();
  const attach = () => Promise.resolve();
  attached.begin("a", { location: at("a"), attach });
  attached.begin("b", { location: at("b"), attach });
  assert.deepEqual(attached.release(at("a")), [{ alias: "a", url: at("a") }]);
  assert.equal(attached.get("a"), undefined);
  assert.ok(attached.get("b"));
  const { url } = attached.begin("a", { location: at("a"), attach });
  assert.equal(url, `${at("a")}?again=1`);
  attached.release(url);
  assert.equal(
    attached.begin("a", { location: at("a"), attach }).url,
    `${at("a")}?again=2`,
  );
});

Deno.test("AttachedSegments releases all where it is not known which", () => {
  const attached = new AttachedSegments();
  for (const name of ["a", "b"]) {
    attached.begin(name, {
      location: at(name),
      attach: () => Promise.resolve(),
    });
  }
  assert.equal(attached.release(null).length, 2);
  assert.equal(attached.get("b"), undefined);
});

Deno.test("AttachedSegments forgets what could not be attached", async () => {
  const attached = new AttachedSegments();
  const fails = () => Promise.reject(new Error("no"));
  await assert.rejects(
    attached.begin("a", { location: at("a"), attach: fails }).done,
  );
  assert.equal(attached.get("a"), undefined);
});
