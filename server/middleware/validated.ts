import { zValidator } from "@hono/zod-validator";
import { InputError } from "@pivotbook/data";
import type { ValidationTargets } from "hono";
import type { ZodType } from "zod";

/** Checks a part of a request; what does not fit is an `InputError` of the one shape. */
// deno-lint-ignore explicit-module-boundary-types -- the inferred type is the contract of the typed client
export function validated<
  Target extends keyof ValidationTargets,
  Schema extends ZodType,
>(
  target: Target,
  schema: Schema,
) {
  return zValidator(target, schema, (result) => {
    if (result.success) return;
    const [issue] = result.error.issues;
    const place = issue?.path.join(".") || target;
    throw new InputError(`${place}: ${issue?.message ?? "does not fit"}`, {
      code: "bad-request",
      remedy: "Send what the interface describes",
    });
  });
}
