import assert from "node:assert/strict";

/** Commands of the README's shell snippets that end by themselves. */
async function commands(): Promise<string[]> {
  const readme = await Deno.readTextFile("README.md");
  const blocks = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, body]) =>
    body ?? ""
  );
  return blocks.flatMap((body) => body.trim().split("\n")).filter((line) =>
    line.startsWith("deno task pivotbook")
  );
}

Deno.test("the README's commands run as they stand, in order", async () => {
  const home = await Deno.makeTempDir({ prefix: "pivotbook-readme-" });
  try {
    const found = await commands();
    assert.ok(found.length >= 3);
    for (const command of found) {
      const line = command.replace("deno task pivotbook", "").trim();
      const args = [...line.matchAll(/'([^']*)'|(\S+)/g)].map((
        [, quoted, plain],
      ) => quoted ?? plain ?? "");
      const withHome = args[0] === "extract" ? args : [...args, "--home", home];
      const { success, stderr } = await new Deno.Command(Deno.execPath(), {
        args: ["run", "-q", "-A", "server/main.ts", ...withHome],
      }).output();
      assert.ok(success, `${command}: ${new TextDecoder().decode(stderr)}`);
    }
  } finally {
    await Deno.remove(home, { recursive: true });
  }
});

Deno.test("links of the documents lead to files that exist", async () => {
  const documents = [
    "README.md",
    "data/README.md",
    "cells/README.md",
    "components/README.md",
    "server/README.md",
    "tests/README.md",
    "notebooks/README.md",
    ".github/ARCHITECTURE.md",
    ".github/CONTRIBUTING.md",
  ];
  for (const path of documents) {
    const text = await Deno.readTextFile(path);
    for (const [, target = ""] of text.matchAll(/\]\(((?!https?:|#)[^)#]+)/g)) {
      const folder = path.includes("/")
        ? path.slice(0, path.lastIndexOf("/") + 1)
        : "";
      await Deno.stat(`${folder}${target}`).catch(() =>
        assert.fail(`${path} links to ${target}`)
      );
    }
  }
});
