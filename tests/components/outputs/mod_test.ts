import assert from "node:assert/strict";
import { outputRenderers } from "../../../components/outputs/mod.ts";

Deno.test("every renderer file stands in the list under its type", async () => {
  const folder = new URL("../../../components/outputs/", import.meta.url);
  const files = (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) =>
    name
  );
  const types = files.filter((name) => name.endsWith("_output.ts")).map((
    name,
  ) => name.replace("_output.ts", ""));
  assert.deepEqual(
    Object.keys(outputRenderers).sort(),
    types.sort(),
    "add the file to components/outputs/mod.ts",
  );
  for (const [type, renderer] of Object.entries(outputRenderers)) {
    assert.equal(renderer.type, type);
  }
});
