import { InputError, NotFoundError } from "@pivotbook/data";
import { Hono } from "hono";
import { z } from "zod";
import type { ImportQueue } from "../deps.ts";
import { validated } from "../middleware/validated.ts";

const target = z.object({
  id: z.string().regex(/^[0-9a-f-]{32,36}$/, "an id of 32 hex digits")
    .optional(),
  dataset: z.string().min(1).max(63),
  name: z.string().min(1).max(255).regex(
    /^[^/\\\0]+$/,
    "a file name without folders",
  ),
});

/** Imports: a file's bytes as the body of a POST; then its progress, giving it up, and what is kept of it. */
// deno-lint-ignore explicit-module-boundary-types -- the inferred type is the contract of the typed client
export function imports(queue: ImportQueue) {
  return new Hono()
    .post("/", validated("query", target), async (c) => {
      const content = c.req.raw.body;
      if (content === null) throw emptyUpload();
      const length = c.req.header("content-length");
      const bytes = length === undefined ? null : Number(length);
      return c.json(
        await queue.start({ ...c.req.valid("query"), content, bytes }),
        202,
      );
    })
    .get("/:id", (c) => {
      const progress = queue.progress(c.req.param("id"));
      if (progress === null) throw unknownImport(c.req.param("id"));
      return c.json(progress);
    })
    .delete("/:id", (c) => {
      const progress = queue.cancel(c.req.param("id"));
      if (progress === null) throw unknownImport(c.req.param("id"));
      return c.json(progress);
    })
    .get("/:id/record", async (c) => {
      const record = await queue.record(c.req.param("id"));
      if (record === null) throw unknownImport(c.req.param("id"));
      return c.json(record);
    });
}

function emptyUpload(): InputError {
  return new InputError("The upload holds no file", {
    code: "empty-file",
    remedy: "Send the file's bytes as the body",
  });
}

function unknownImport(id: string): NotFoundError {
  return new NotFoundError(`The server knows no import ${id}`, {
    code: "unknown-import",
    remedy:
      "The server was started anew; import the file again: rows that are there already are not added twice",
  });
}
