/** Entry of the worker: puts a block cache in front of DuckDB's file reads, then loads DuckDB's own worker script. */
import {
  PORT_MESSAGE,
  type SegmentCall,
  type SegmentMessage,
  type SegmentReply,
} from "./segment_messages.ts";
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
};

async function reply({ id, message }: SegmentCall): Promise<SegmentReply> {
  const handler = handlers[message.type] as (
    message: SegmentMessage,
  ) => Promise<void>;
  try {
    await handler(message);
    return { id, error: null, traffic: store.traffic };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return { id, error: text, traffic: store.traffic };
  }
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
