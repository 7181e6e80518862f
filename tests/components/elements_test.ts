import assert from "node:assert/strict";

const folder = new URL("../../components/", import.meta.url);

Deno.test("an element is named as its file, and says what it is", async () => {
  for await (const { name, text } of modulesIn(folder)) {
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

/** The modules of a folder and of those in it. */
async function* modulesIn(
  folder: URL,
): AsyncGenerator<{ name: string; text: string }> {
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    const url = new URL(isDirectory ? `${name}/` : name, folder);
    if (isDirectory) yield* modulesIn(url);
    else if (name.endsWith(".ts")) {
      yield { name, text: await Deno.readTextFile(url) };
    }
  }
}
