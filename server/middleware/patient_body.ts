import { InputError } from "@pivotbook/data";
import type { MiddlewareHandler } from "hono";

/** Gives up a request whose body stops arriving for so many milliseconds, so that nobody holds on to the server by sending slowly. */
export function patientBody(milliseconds: number): MiddlewareHandler {
  return async function patientBody(c, next) {
    const { url, method, headers, signal, body } = c.req.raw;
    if (body !== null) {
      const arriving = ReadableStream.from(arrivingWithin(body, milliseconds));
      c.req.raw = new Request(url, { method, headers, signal, body: arriving });
    }
    return await next();
  };
}

async function* arrivingWithin(
  body: ReadableStream<Uint8Array>,
  milliseconds: number,
): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await within(reader.read(), milliseconds);
      if (done) return;
      yield value;
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

async function within<T>(
  reading: Promise<T>,
  milliseconds: number,
): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const timer = setTimeout(() => reject(tooSlow(milliseconds)), milliseconds);
  reading.then(resolve, reject);
  return await promise.finally(() => clearTimeout(timer));
}

function tooSlow(milliseconds: number): InputError {
  return new InputError(
    `Nothing more of the request arrived within ${milliseconds / 1000} s`,
    { code: "body-too-slow", remedy: "Check the connection and send it again" },
  );
}
