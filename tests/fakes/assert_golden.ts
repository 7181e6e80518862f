import assert from "node:assert/strict";

const folder = new URL("../golden/", import.meta.url);

/** Compares a text with a file of `tests/golden/`; on a difference the new text lies beside it as `.changed`. */
export async function assertGolden(name: string, text: string): Promise<void> {
  const expected = await Deno.readTextFile(new URL(name, folder)).catch(() =>
    ""
  );
  if (expected === text) return;
  await Deno.writeTextFile(new URL(`${name}.changed`, folder), text);
  assert.equal(text, expected, `Golden file ${name} differs`);
}
