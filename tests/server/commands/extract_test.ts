import assert from "node:assert/strict";
import { parseIndicator } from "@pivotbook/data";
import { fromFileUrl } from "../../../server/paths.ts";
import { extractCorpus } from "../../fakes/extract_corpus.ts";

const MAIN = fromFileUrl(new URL("../../../server/main.ts", import.meta.url));

async function extract(text: string): Promise<string> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-q", "-A", MAIN, "extract", "-"],
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const input = child.stdin.getWriter();
  const sent = input.write(new TextEncoder().encode(text))
    .then(() => input.close());
  const [{ stdout }] = await Promise.all([child.output(), sent]);
  return new TextDecoder().decode(stdout);
}

Deno.test("extract prints what is read back, with its type and where it stood", async () => {
  const corpus = await extractCorpus();
  const report = corpus.map(({ text }) => text).join("\n\n");
  const lines = (await extract(report)).trim().split("\n");
  assert.ok(lines.length > 400);
  for (const line of lines) {
    const { type, value, original, offset } = JSON.parse(line);
    assert.equal(report.slice(offset, offset + original.length), original);
    const read = parseIndicator(`${type}: ${value}`);
    assert.deepEqual({ type: read.type, value: read.value }, { type, value });
  }
});
