import { Hono } from "hono";
import { etag } from "hono/etag";
import { z } from "zod";
import type { NotebookStore } from "../deps.ts";
import { smallBody } from "../middleware/small_body.ts";
import { validated } from "../middleware/validated.ts";

/** Of a notebook's text, in UTF-16 code units. */
const LONGEST_NOTEBOOK = 8 * 1024 * 1024;
/** Bytes of a request: most texts take one to three a character in JSON. */
const LARGEST_BODY = 4 * LONGEST_NOTEBOOK;
const created = z.object({ text: z.string().max(LONGEST_NOTEBOOK) });
const removed = z.object({ at: z.string().max(64) });
const changed = created.extend({ version: z.string().max(128) });

/** Notebooks: list, read (304 for the version that is known), create, save by version, remove and put back. */
// deno-lint-ignore explicit-module-boundary-types -- the inferred type is the contract of the typed client
export function notebooks(store: NotebookStore) {
  return new Hono()
    .use(smallBody(LARGEST_BODY))
    .get("/", async (c) => c.json(await store.list()))
    .post(
      "/",
      validated("json", created),
      async (c) => c.json(await store.create(c.req.valid("json").text), 201),
    )
    .get("/:name", etag(), async (c) => {
      const file = await store.read(c.req.param("name"));
      c.header("etag", `"${file.version}"`);
      return c.json(file);
    })
    .put(
      "/:name",
      validated("json", changed),
      async (c) =>
        c.json(
          await store.save({
            name: c.req.param("name"),
            ...c.req.valid("json"),
          }),
        ),
    )
    .delete(
      "/:name",
      async (c) => c.json(await store.remove(c.req.param("name"))),
    )
    .post(
      "/:name/restore",
      validated("json", removed),
      async (c) =>
        c.json(
          await store.restore({
            name: c.req.param("name"),
            ...c.req.valid("json"),
          }),
        ),
    );
}
