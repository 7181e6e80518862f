import { InputError } from "@pivotbook/data";
import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";

/** Refuses a body of more than so many bytes before it is read. */
export function smallBody(maxSize: number): MiddlewareHandler {
  return bodyLimit({
    maxSize,
    onError() {
      throw new InputError(
        `The request is larger than ${Math.floor(maxSize / 1_000_000)} MB`,
        { code: "request-too-large", remedy: "Send less at once" },
      );
    },
  });
}
