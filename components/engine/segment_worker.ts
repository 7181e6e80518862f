/** Entry of the worker: puts a block cache in front of DuckDB's file reads, then loads DuckDB's own worker script. */
import {
  PORT_MESSAGE,
  type SegmentCall,
  type SegmentMessage,
  type SegmentReply,
} from "./segment_messages.ts";
import { faultReport } from "./segment_fault.ts";
import { segmentRequest } from "./segment_request.ts";
import { SegmentStore } from "./segment_store.ts";

declare function importScripts(...urls: string[]): void;

const store = new SegmentStore();

const handlers: {
  [Type in SegmentMessage["type"]]: (
    message: Extract<SegmentMessage, { type: Type }>,
  ) => Promise<void>;
} = {
  describe: ({ segment, known }) =>
    Promise.resolve(store.describe(segment, known)),
  prefetch: ({ url, ranges }) => store.prefetch(url, ranges),
  forget: ({ url }) => Promise.resolve(store.forget(url)),
  traffic: () => Promise.resolve(),
  faults: () => Promise.resolve(),
  live: ({ name }) => held(name),
};

/** Resolves when this worker has the lock, which it keeps. */
function held(name: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  navigator.locks.request(name, () => {
    resolve();
    return new Promise<never>(() => {});
  }).catch(reject);
  return promise;
}

async function handle(message: SegmentMessage): Promise<void> {
  const handler = handlers[message.type] as (
    message: SegmentMessage,
  ) => Promise<void>;
  await handler(message);
}

async function reply({ id, message }: SegmentCall): Promise<SegmentReply> {
  const fault = await handle(message).then(() => null, faultReport);
  const faults = message.type === "faults" ? store.takeFaults() : [];
  return { id, fault, faults, traffic: store.traffic };
}

addEventListener("message", (event: MessageEvent) => {
  const [port] = event.ports;
  if (event.data !== PORT_MESSAGE || !port) return;
  event.stopImmediatePropagation();
  port.onmessage = async ({ data }: MessageEvent<SegmentCall>) =>
    port.postMessage(await reply(data));
});

globalThis.XMLHttpRequest = segmentRequest(globalThis.XMLHttpRequest, store);
importScripts(new URLSearchParams(location.search).get("engine") ?? "");
