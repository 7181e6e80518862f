import { Hono } from "hono";
import type { FileSource } from "../deps.ts";
import { sendFile } from "./send_file.ts";

/** Files of one source below the router's path; ranges, revalidation and compressed variants. */
// deno-lint-ignore explicit-module-boundary-types -- the inferred type is the contract of the typed client
export function files(source: FileSource) {
  return new Hono().get("/:name{.+}", async (c) => {
    const encodings = (c.req.header("accept-encoding") ?? "").split(",").map((
      one,
    ) => one.split(";")[0]?.trim() ?? "");
    const file = await source.open(c.req.param("name"), encodings);
    return file === null ? c.notFound() : sendFile(c.req.raw, file);
  });
}
