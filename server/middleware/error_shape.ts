import {
  ConflictError,
  type ErrorReport,
  InputError,
  NotFoundError,
  PivotbookError,
  reportOf,
} from "@pivotbook/data";
import type { Context, ErrorHandler } from "hono";
import { HTTPException } from "hono/http-exception";

/** Every error as it leaves the server. */
export interface ErrorAnswer extends ErrorReport {
  readonly ok: false;
  readonly status: number;
}

type Status = 400 | 404 | 409 | 412 | 413 | 500;

const statuses: readonly (readonly [
  new (message: string, details: { code: string }) => Error,
  Status,
])[] = [
  [InputError, 400],
  [NotFoundError, 404],
  [ConflictError, 412],
];

/** Codes whose status is not that of their class. */
const statusOfCode: Readonly<Record<string, Status>> = {
  "upload-too-large": 413,
};

/** Makes any thrown value an answer of one shape; what is no error for a reader is logged and not told. */
export function errorShape(log: (text: string) => void): ErrorHandler {
  return (error, c) => {
    if (error instanceof HTTPException) {
      const { status, message } = error;
      return c.json({
        ok: false,
        status,
        code: "bad-request",
        message,
        where: {},
      }, status);
    }
    const status = statusOf(error);
    if (status < 500) {
      return c.json({ ok: false, status, ...reportOf(error) }, status);
    }
    log(`${c.req.method} ${c.req.path}: ${error.stack ?? error.message}`);
    const message = "The server failed; its log says how";
    return c.json({
      ok: false,
      status,
      code: "server-failed",
      message,
      where: {},
    }, status);
  };
}

function statusOf(error: Error): Status {
  const code = error instanceof PivotbookError ? error.code : "";
  return statusOfCode[code] ??
    statuses.find(([type]) => error instanceof type)?.[1] ?? 500;
}

/** The same shape for addresses that are none. */
export function notFoundShape(c: Context): Response {
  const message = `Nothing at ${c.req.path}`;
  return c.json({
    ok: false,
    status: 404,
    code: "not-found",
    message,
    where: {},
  }, 404);
}
