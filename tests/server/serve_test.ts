import assert from "node:assert/strict";
import { type RunningServer, serve } from "../../server/serve.ts";
import { withHome } from "../fakes/home.ts";

async function withServer(
  work: (server: RunningServer, port: number) => Promise<void>,
): Promise<void> {
  await withHome(async (home) => {
    const options = { assets: home.folder, log: () => {}, headersTimeout: 300 };
    const server = await serve(home, { ...options, port: 0 });
    try {
      await work(server, Number(new URL(server.url).port));
    } finally {
      await server.stop();
    }
  });
}

/** What the server answers to bytes, until it closes the connection. */
async function answerTo(port: number, text: string): Promise<string> {
  using connection = await Deno.connect({ hostname: "127.0.0.1", port });
  await connection.write(new TextEncoder().encode(text));
  return await new Response(connection.readable).text();
}

Deno.test("a request whose headers do not come is closed, and one without a host is refused", () =>
  withServer(async (server, port) => {
    const slow = await answerTo(port, "GET / HTTP/1.1\r\nHost: x\r\n");
    assert.match(slow, /^HTTP\/1\.1 408/);
    assert.match(await answerTo(port, ""), /^(HTTP\/1\.1 408|$)/);
    const end = "Connection: close\r\n\r\n";
    const hostless = await answerTo(port, `GET / HTTP/1.1\r\n${end}`);
    assert.match(hostless, /^HTTP\/1\.1 4/);
    const old = await answerTo(port, `GET / HTTP/1.0\r\n${end}`);
    assert.match(old, /^HTTP\/1\.[01] 4/);
    const saved = await fetch(`${server.url}api/notebooks`, {
      method: "POST",
      body: JSON.stringify({ text: "x" }),
      headers: { "content-type": "application/json" },
    });
    assert.equal(saved.status, 201);
    await saved.body?.cancel();
  }));

Deno.test("a taken port rejects", () =>
  withServer(async (_, port) => {
    await withHome(async (home) => {
      await assert.rejects(
        serve(home, { port, assets: home.folder, log: () => {} }),
        { code: "EADDRINUSE" },
      );
    });
  }));
