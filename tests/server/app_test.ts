import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { createApp } from "../../server/app.ts";
import { defaultLimits, openImportQueue } from "../../server/imports/mod.ts";
import { folderFiles, openNotebooks } from "../../server/store/mod.ts";
import { type TestHome, withHome } from "../fakes/home.ts";

const IS_FILE = true;
const limits = { ...defaultLimits, upload: 10_000, unpacked: 100_000 };

type Ask = (path: string, init?: RequestInit) => Promise<Response>;

async function withApp(
  work: (ask: Ask, home: TestHome) => Promise<void>,
): Promise<void> {
  await withHome(async (home) => {
    const app = createApp({
      notebooks: openNotebooks(home.home.notebooks, home.now),
      datasets: home.datasets,
      imports: openImportQueue({ ...home, limits }),
      segments: folderFiles(home.home.segments),
      assets: folderFiles(home.folder),
      hosts: ["127.0.0.1:8177"],
      patience: 100,
      log: () => {},
    });
    await work(
      async (path, init) => {
        const request = new Request(`http://127.0.0.1:8177${path}`, init);
        if (!request.headers.has("host")) {
          request.headers.set("host", "127.0.0.1:8177");
        }
        return await app.request(request);
      },
      home,
    );
  });
}

const json = (value: unknown, method = "POST"): RequestInit => ({
  method,
  body: JSON.stringify(value),
  headers: { "content-type": "application/json" },
});

Deno.test("notebooks are created, read, saved by version, and a stale save keeps both texts", () =>
  withApp(async (ask, home) => {
    const made = await (await ask(
      "/api/notebooks",
      json({ text: "---\ntitle: A case\n---\n\nOne\n" }),
    )).json();
    assert.equal(made.name, "a-case");
    const saved = await (await ask(
      "/api/notebooks/a-case",
      json({ text: "Two\n", version: made.version }, "PUT"),
    )).json();
    const refused = await ask(
      "/api/notebooks/a-case",
      json({ text: "Three\n", version: made.version }, "PUT"),
    );
    assert.equal(refused.status, 412);
    assert.equal((await refused.json()).code, "notebook-changed");
    assert.deepEqual(await (await ask("/api/notebooks/a-case")).json(), saved);
    const [kept] = await Array.fromAsync(
      Deno.readDir(`${home.home.notebooks}/conflicts`),
    );
    assert.equal(
      await Deno.readTextFile(`${home.home.notebooks}/conflicts/${kept?.name}`),
      "Three\n",
    );
    assert.equal((await (await ask("/api/notebooks")).json()).length, 1);
  }));

Deno.test("a notebook whose version is known is not sent again", () =>
  withApp(async (ask, home) => {
    const { name, version } =
      await (await ask("/api/notebooks", json({ text: "One\n" }))).json();
    const path = `/api/notebooks/${name}`;
    const known = { headers: { "if-none-match": `"${version}"` } };
    const same = await ask(path, known);
    assert.deepEqual([same.status, await same.text()], [304, ""]);
    await Deno.writeTextFile(`${home.home.notebooks}/${name}.md`, "Two\n");
    assert.equal((await (await ask(path, known)).json()).text, "Two\n");
  }));

Deno.test("a removed notebook is kept and can be put back, also where its name was taken", () =>
  withApp(async (ask, home) => {
    const text = "---\ntitle: A case\n---\n\nOne\n";
    await ask("/api/notebooks", json({ text }));
    const first =
      await (await ask("/api/notebooks/a-case", { method: "DELETE" }))
        .json();
    assert.deepEqual(await (await ask("/api/notebooks")).json(), []);
    assert.equal((await ask("/api/notebooks/a-case")).status, 404);
    assert.equal(
      await Deno.readTextFile(
        `${home.home.notebooks}/.removed/a-case.${first.at}.md`,
      ),
      text,
    );
    await ask("/api/notebooks", json({ text: `${text}Two\n` }));
    const back = await (await ask(
      "/api/notebooks/a-case/restore",
      json({ at: first.at }),
    )).json();
    assert.deepEqual([back.name, back.text], ["a-case-2", text]);
    for (const at of [first.at, "..", "../../home"]) {
      const again = await ask("/api/notebooks/a-case/restore", json({ at }));
      assert.equal((await again.json()).code, "unknown-removed-notebook");
    }
  }));

Deno.test("a notebook of the longest name is put back, also where its name was taken", () =>
  withApp(async (ask, home) => {
    const name = "a".repeat(81);
    const path = `/api/notebooks/${name}`;
    const file = `${home.home.notebooks}/${name}.md`;
    await Deno.writeTextFile(file, "One\n");
    const { at } = await (await ask(path, { method: "DELETE" })).json();
    await Deno.writeTextFile(file, "Two\n");
    const back = await (await ask(`${path}/restore`, json({ at }))).json();
    assert.deepEqual([back.name, back.text], [`${"a".repeat(79)}-2`, "One\n"]);
  }));

Deno.test("a notebook that is deleted while the list is made is left out", () =>
  withApp(async (ask) => {
    await ask("/api/notebooks", json({ text: "One\n" }));
    const readDir = Deno.readDir;
    Deno.readDir = async function* (path) {
      yield* readDir(path);
      yield {
        name: "gone.md",
        isFile: IS_FILE,
        isDirectory: !IS_FILE,
        isSymlink: !IS_FILE,
      };
    };
    try {
      const list = await (await ask("/api/notebooks")).json();
      assert.equal(list.length, 1);
    } finally {
      Deno.readDir = readDir;
    }
  }));

Deno.test("the list says what the pivots of a notebook look into", () =>
  withApp(async (ask) => {
    const text = "```pivot seed\n192[.]0[.]2[.]1 # seen\n```\n" +
      "```pivot\nexample[.]com\n```\n```pivot bad\n<none>\n```\n";
    await ask("/api/notebooks", json({ text }));
    const [one] = await (await ask("/api/notebooks")).json();
    assert.deepEqual(one.pivots, [
      { type: "ipv4", value: "192.0.2.1", cell: "seed" },
      { type: "domain", value: "example.com", cell: null },
    ]);
  }));

Deno.test("an edit of the file outside the server makes a save stale, too", () =>
  withApp(async (ask, home) => {
    const made = await (await ask("/api/notebooks", json({ text: "One\n" })))
      .json();
    await Deno.writeTextFile(
      `${home.home.notebooks}/${made.name}.md`,
      "Edited outside\n",
    );
    const refused = await ask(
      `/api/notebooks/${made.name}`,
      json({ text: "Two\n", version: made.version }, "PUT"),
    );
    assert.equal(refused.status, 412);
    assert.equal(
      await Deno.readTextFile(`${home.home.notebooks}/${made.name}.md`),
      "Edited outside\n",
    );
  }));

Deno.test("names cannot leave their folders", () =>
  withApp(async (ask) => {
    for (
      const path of [
        "/api/notebooks/..%2Fhome",
        "/segments/..%2F..%2Fdatasets%2Ftest.json",
        "/assets/..%2Fhome%2Fx.js",
        "/segments/%00.duckdb",
      ]
    ) {
      const { status } = await ask(path);
      assert.ok(status === 400 || status === 404, `${path} ${status}`);
    }
  }));

Deno.test("another host name and another site's page are refused", () =>
  withApp(async (ask) => {
    assert.equal(
      (await ask("/api/notebooks", { headers: { host: "rebound.example" } }))
        .status,
      403,
    );
    const foreign = await ask("/api/notebooks", {
      ...json({ text: "x" }),
      headers: {
        "content-type": "application/json",
        origin: "http://evil.example",
      },
    });
    assert.equal(foreign.status, 403);
  }));

Deno.test("the whole origin counts, and nothing of another site is answered but a followed link", () =>
  withApp(async (ask) => {
    const change = (headers: Record<string, string>) =>
      ask("/api/notebooks", {
        ...json({ text: "x" }),
        headers: { "content-type": "application/json", ...headers },
      });
    const own = "http://127.0.0.1:8177";
    assert.equal((await change({ origin: own })).status, 201);
    for (
      const origin of [
        "https://127.0.0.1:8177",
        "http://127.0.0.1",
        "http://127.0.0.1:8178",
        "http://localhost:8177",
        `${own}/`,
        "null",
      ]
    ) assert.equal((await change({ origin })).status, 403, origin);
    const cross = { "sec-fetch-site": "cross-site" };
    const followed = {
      ...cross,
      "sec-fetch-mode": "navigate",
      "sec-fetch-dest": "document",
    };
    assert.equal((await change(cross)).status, 403);
    assert.equal((await change(followed)).status, 403);
    assert.equal((await ask("/api/datasets", { headers: cross })).status, 403);
    assert.equal((await ask("/", { headers: cross })).status, 403);
    assert.equal((await ask("/", { headers: followed })).status, 200);
    const framed = { ...followed, "sec-fetch-dest": "iframe" };
    assert.equal((await ask("/", { headers: framed })).status, 403);
    assert.equal((await ask("/", { headers: { host: "" } })).status, 403);
  }));

Deno.test("a request that is too large, or stops arriving, is refused before it is read", () =>
  withApp(async (ask) => {
    let sent = 0;
    const large = new ReadableStream({
      pull(controller) {
        sent += 1_000_000;
        controller.enqueue(new Uint8Array(1_000_000));
      },
    });
    const headers = { "content-type": "application/json" };
    const refused = await ask("/api/notebooks", {
      method: "POST",
      body: large,
      headers,
    });
    assert.equal(refused.status, 413);
    assert.equal((await refused.json()).code, "request-too-large");
    assert(sent < 40_000_000, `${sent} bytes were read`);
    const said = await ask("/api/notebooks", {
      method: "POST",
      body: "{}",
      headers: { ...headers, "content-length": "700000000" },
    });
    assert.equal(said.status, 413);
    const slow = () =>
      new ReadableStream({
        start: (controller) =>
          controller.enqueue(new TextEncoder().encode("{")),
      });
    const imported = await ask(
      "/api/imports?dataset=late&name=a.csv",
      { method: "POST", body: slow() },
    );
    assert.equal(imported.status, 408);
    assert.equal((await imported.json()).code, "body-too-slow");
    const saved = await ask("/api/notebooks", {
      method: "POST",
      body: slow(),
      headers,
    });
    assert.equal(saved.status, 408);
  }));

Deno.test("errors have one shape, and a policy comes with every answer", () =>
  withApp(async (ask) => {
    const response = await ask("/api/datasets/none");
    assert.equal(response.status, 404);
    const body = await response.json();
    assert.deepEqual([body.ok, body.code, body.status], [
      false,
      "unknown-dataset",
      404,
    ]);
    assert.match(
      response.headers.get("content-security-policy") ?? "",
      /default-src 'none'/,
    );
    assert.equal((await ask("/nothing")).status, 404);
  }));

Deno.test("the page holds its first script, which the policy names by its hash", () =>
  withApp(async (ask, home) => {
    const script = "globalThis.started = 1;";
    await Deno.writeTextFile(`${home.folder}/early.js`, script);
    const response = await ask("/");
    const policy = response.headers.get("content-security-policy") ?? "";
    const hash = createHash("sha256").update(script).digest("base64");
    assert.ok((await response.text()).includes(`<script>${script}</script>`));
    assert.match(policy, /script-src 'self' 'wasm-unsafe-eval' 'sha256-/);
    assert.ok(policy.includes(`'sha256-${hash}';`));
  }));

Deno.test("a file that is posted becomes a dataset, or says why not", () =>
  withApp(async (ask) => {
    const body =
      '{"rrname":"a.example","rrtype":"A","rdata":"192.0.2.7","time_first":1475798400,"time_last":1486080000}\n';
    const done = await finished(
      ask,
      await ask("/api/imports?dataset=sensors&name=a.ndjson", {
        method: "POST",
        body,
      }),
    );
    assert.deepEqual([done["state"], done["kept"], done["reader"]], [
      "done",
      1,
      "cof",
    ]);
    const [dataset] = await (await ask("/api/datasets")).json();
    assert.deepEqual([dataset.name, dataset.view.snapshot.segments.length], [
      "sensors",
      1,
    ]);
    const sha256 = dataset.view.snapshot.segments[0].sha256;
    const head = await ask(`/segments/${sha256}.duckdb`, {
      method: "HEAD",
      headers: { range: "bytes=0-" },
    });
    assert.equal(head.status, 206);
    assert.equal((await ask(`/segments/${sha256}.duckdb.wal`)).status, 404);
    const failed = await finished(
      ask,
      await ask("/api/imports?dataset=sensors&name=b.txt", {
        method: "POST",
        body: "rrname,rrtype\na.example,A\n",
      }),
    );
    assert.equal(failed["state"], "failed");
    assert.match(
      JSON.stringify(failed["error"]),
      /looks like resolutions, but misses rdata/,
    );
  }));

Deno.test("an upload above the limit is refused, and so is a file that unpacks to more", () =>
  withApp(async (ask, home) => {
    const send = (body: BodyInit, headers: Record<string, string> = {}) =>
      ask("/api/imports?dataset=sensors&name=a.ndjson.gz", {
        method: "POST",
        headers,
        body,
      });
    const large = new Uint8Array(limits.upload + 1);
    const announced = await send(large, {
      "content-length": String(large.length),
    });
    const streamed = await send(new Blob([large]).stream());
    for (const answer of [announced, streamed]) {
      const { code, remedy } = await answer.json();
      assert.deepEqual([answer.status, code], [413, "upload-too-large"]);
      assert.match(remedy, /--max-upload/);
    }
    const line =
      '{"rrname":"a.example","rrtype":"A","rdata":"192.0.2.7","time_first":1475798400}\n';
    const bomb = new Uint8Array(gzipSync(line.repeat(5000)));
    assert.ok(bomb.length < limits.upload);
    const failed = await finished(ask, await send(bomb));
    assert.equal(failed["state"], "failed");
    assert.match(JSON.stringify(failed["error"]), /unpacked-too-large/);
    const left = await Array.fromAsync(Deno.readDir(home.home.temporary));
    assert.deepEqual(left, []);
    assert.deepEqual(await home.datasets.names(), []);
  }));

Deno.test("an import is taken back by DELETE, and so is a dataset", () =>
  withApp(async (ask, home) => {
    const row = (name: string): string =>
      `rrname,rrtype,rdata\n${name}.example,A,192.0.2.7\n`;
    const { files: [file] } = await home.import({ "a.csv": row("a") });
    const before = await home.import({ "b.csv": row("b") });
    const take = (path: string) =>
      ask(`/api/datasets/test${path}`, { method: "DELETE" });
    const unknown = await take("/imports/0123456789abcdef");
    assert.deepEqual([unknown.status, (await unknown.json()).code], [
      404,
      "unknown-import",
    ]);
    const taken = await (await take(`/imports/${file?.import}`)).json();
    assert.deepEqual([taken.dataset, taken.withdrawn], ["test", file?.import]);
    const { view, log } = await (await ask("/api/datasets/test")).json();
    assert.equal(view.snapshot.id, taken.snapshot);
    assert.equal(view.snapshot.segments.length, 1);
    assert.equal(log.length, 3);
    assert.equal(
      (await home.datasets.snapshot(before.snapshot)).segments.length,
      2,
    );
    const shared = await home.import({ "c.csv": row("c"), "d.csv": row("d") });
    const refused = await take(`/imports/${shared.files[0]?.import}`);
    assert.deepEqual([refused.status, (await refused.json()).code], [
      400,
      "shared-segment",
    ]);
    const foreign = await ask("/api/datasets/test", {
      method: "DELETE",
      headers: { origin: "http://other.example" },
    });
    assert.equal(foreign.status, 403);
    const removed = await (await take("")).json();
    assert.match(removed.kept, /^removed\/test\./);
    assert.deepEqual(await (await ask("/api/datasets")).json(), []);
    assert.equal((await take("")).status, 404);
  }));

async function finished(
  ask: Ask,
  started: Response,
): Promise<Record<string, unknown>> {
  const { id } = await started.json();
  for (;;) {
    const progress = await (await ask(`/api/imports/${id}`)).json();
    if (progress.state !== "running") return progress;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
