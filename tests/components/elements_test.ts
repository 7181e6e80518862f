import assert from "node:assert/strict";

const folder = new URL("../../components/", import.meta.url);

Deno.test("an element is named as its file, and says what it is", async () => {
  for await (const { name, isFile } of Deno.readDir(folder)) {
    if (!isFile || !name.endsWith(".ts")) continue;
    const text = await Deno.readTextFile(new URL(name, folder));
    const tag = /@customElement\("([^"]+)"\)/.exec(text)?.[1];
    if (tag === undefined) continue;
    const expected = `pivotbook-${
      name.replace(".ts", "").replaceAll("_", "-")
    }`;
    assert.equal(tag, expected, name);
    assert.match(text, /@summary/, name);
    assert.match(text, new RegExp(`"${expected}": `), name);
  }
});
