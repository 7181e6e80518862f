import {
  ConflictError,
  type ErrorReport,
  InputError,
  NotFoundError,
  PivotbookError,
  reportOf,
} from "@pivotbook/data";
import type { Context, ErrorHandler } from "hono";
import { machineError } from "../machine_error.ts";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** Every error as it leaves the server. */
interface ErrorAnswer extends ErrorReport {
  readonly ok: false;
  readonly status: ContentfulStatusCode;
}

type Status = 400 | 404 | 408 | 412 | 413 | 500 | 507;

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
  "body-too-slow": 408,
  "damaged-file": 500,
  "disk-full": 507,
  "request-too-large": 413,
  "upload-too-large": 413,
};

/** Makes any thrown value an answer of one shape; what is no error for a reader is logged and not told. */
export function errorShape(log: (text: string) => void): ErrorHandler {
  return (thrown, c) => {
    const error = machineError(thrown) as Error;
    if (error instanceof HTTPException) {
      const { status, message } = error;
      return answer(c, { status, code: "bad-request", message, where: {} });
    }
    const status = statusOf(error);
    if (status < 500 || error instanceof InputError) {
      return answer(c, { status, ...reportOf(error) });
    }
    log(`${c.req.method} ${c.req.path}: ${error.stack ?? error.message}`);
    const message = "The server failed; its log says how";
    return answer(c, { status, code: "server-failed", message, where: {} });
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
  return answer(c, { status: 404, code: "not-found", message, where: {} });
}

function answer(c: Context, report: Omit<ErrorAnswer, "ok">): Response {
  const body: ErrorAnswer = { ok: false, ...report };
  return c.json(body, report.status);
}
