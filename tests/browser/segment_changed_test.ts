import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { openServices } from "../../server/home_services.ts";
import { importFiles } from "../../server/imports/mod.ts";
import { type Journey, journey } from "./journey.ts";
import { allRan, createNotebook, search } from "./notebook.ts";

/** What a browser says of a file, or a range of it, that is not there. */
const UNMET = /Failed to load resource: .* (404|416)/;

/** What becomes of a file's bytes; null removes it. */
type Damage = (bytes: Uint8Array) => Uint8Array | null;

const damages: Readonly<Record<string, Damage>> = {
  "cut short": (bytes) => bytes.slice(0, bytes.length / 2),
  "emptied": () => new Uint8Array(),
  "removed": () => null,
  "of other bytes": (bytes) => bytes.map((byte) => byte ^ 0x5a),
};

for (const [what, damage] of Object.entries(damages)) {
  Deno.test(`a segment that is ${what} fails its lookup, and no more`, () =>
    journey(async (open) => {
      const { page, server, expected } = open;
      expected.push(UNMET);
      await page.goto(
        await createNotebook(server.url, "Nothing looked up yet.\n"),
      );
      await page.getByText("Nothing looked up yet.").waitFor();
      const restore = await damaged(open, damage);
      await search(page, "sap[.]misapor[.]ch");
      const alert = page.getByRole("alert").filter({ hasText: /[0-9a-f]{64}/ });
      await alert.first().waitFor();
      assert.match(await alert.first().innerText(), /[0-9a-f]{64}/);
      await restore();
      await runAgain(page);
    }));

  Deno.test(`a segment that is ${what} after it was read harms nothing`, () =>
    journey(async (open) => {
      const { page, server, expected } = open;
      expected.push(UNMET);
      await page.goto(
        await createNotebook(
          server.url,
          "```pivot lure\nsap[.]misapor[.]ch\n```\n",
        ),
      );
      await allRan(page);
      const restore = await damaged(open, damage);
      await search(page, "109[.]164[.]247[.]169");
      await allRan(page);
      await restore();
      await runAgain(page);
    }));
}

Deno.test("a large segment that is damaged under the page is read anew once it is restored", () =>
  journey(async (open) => {
    const { page, server } = open;
    await importMany(open);
    await page.goto(
      await createNotebook(server.url, "```pivot first\nn1.example.com\n```\n"),
    );
    await allRan(page);
    const restore = await damaged(
      open,
      (bytes) => bytes.map((byte) => byte ^ 0x5a),
    );
    await search(page, `${LAST_NAME}.example.com`);
    const alert = page.getByRole("alert").filter({
      hasText: "Run pivotbook verify",
    });
    await alert.first().waitFor();
    await restore();
    await page.getByRole("button", { name: "Run all" }).click();
    await alert.waitFor({ state: "hidden" });
    await allRan(page);
    assert.equal(
      await page.getByRole("tab", { name: "Resolutions 1" }).count(),
      2,
    );
  }));

/** Rows of which a segment becomes too large to be fetched whole. */
const MANY = 150_000;

/** The last name in the order of the segment, far from the blocks of n1. */
const LAST_NAME = "n99999";

/** Imports many resolutions whose notes can hardly be compressed, and are the same in each run. */
async function importMany({ home }: Journey): Promise<void> {
  const path = join(home, "many.ndjson");
  const rows = Array.from({ length: MANY }, (_, index) => ({
    rrname: `n${index}.example.com`,
    rrtype: "A",
    rdata: `192.0.2.${index % 256}`,
    first_seen: "2016-10-01",
    note: createHash("sha256").update(`${index}`).digest("hex"),
  }));
  const lines = rows.map((row) => JSON.stringify(row));
  await Deno.writeTextFile(path, lines.join("\n"));
  await importFiles({
    ...await openServices(home),
    dataset: "many",
    files: [{ path }],
    format: "ndjson",
    partial: false,
    progress: () => {},
  });
  const segments = await Array.fromAsync(Deno.readDir(join(home, "segments")));
  assert.ok(segments.some(({ name }) => name.endsWith(".index")));
}

/** Damages every segment on the disk; gives what restores them. */
async function damaged(
  { home }: Journey,
  damage: Damage,
): Promise<() => Promise<void>> {
  const folder = join(home, "segments");
  const whole = new Map<string, Uint8Array>();
  for await (const { name } of Deno.readDir(folder)) {
    if (!name.endsWith(".duckdb")) continue;
    const path = join(folder, name);
    whole.set(path, await Deno.readFile(path));
    await Deno.chmod(path, 0o644);
  }
  const write = async (change: Damage) => {
    for (const [path, bytes] of whole) {
      const changed = change(bytes);
      if (changed === null) await Deno.remove(path);
      else await Deno.writeFile(path, changed);
    }
  };
  await write(damage);
  return () => write((bytes) => bytes);
}

async function runAgain(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Run all" }).click();
  await allRan(page);
  await page.getByRole("tab", { name: "Host pairs 1" }).first().waitFor();
}
