import type { ByteRange, FileBytes, Traffic } from "@pivotbook/data";
import { segmentError } from "./segment_error.ts";
import type { FaultReport } from "./segment_fault.ts";
import type { SegmentDescription } from "./segment_file.ts";
import {
  PORT_MESSAGE,
  type SegmentMessage,
  type SegmentReply,
} from "./segment_messages.ts";

interface Waiting {
  readonly resolve: (reply: SegmentReply) => void;
  readonly reject: (error: unknown) => void;
}

/** The page's end of the worker's segment store. */
export class SegmentClient {
  readonly #port: MessagePort;
  readonly #waiting = new Map<number, Waiting>();
  #calls = 0;

  constructor(worker: Worker) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.onmessage = ({ data }: MessageEvent<SegmentReply>) =>
      this.#settle(data);
    worker.postMessage(PORT_MESSAGE, [port2]);
  }

  /** Tells the worker of a segment before DuckDB opens it, and what is known of its bytes. */
  async describe(
    segment: SegmentDescription,
    known: readonly FileBytes[],
  ): Promise<void> {
    await this.#call({ type: "describe", segment, known });
  }

  /** Has the worker fetch ranges that it does not have. */
  async prefetch(url: string, ranges: readonly ByteRange[]): Promise<void> {
    if (ranges.length > 0) await this.#call({ type: "prefetch", url, ranges });
  }

  /** Has the worker give up what it fetched of a segment that cannot be opened. */
  async forget(url: string): Promise<void> {
    await this.#call({ type: "forget", url });
  }

  /** What reading segments cost so far. */
  async traffic(): Promise<Traffic> {
    return (await this.#call({ type: "traffic" })).traffic;
  }

  /** What went wrong while DuckDB read, since this was last asked. */
  async faults(): Promise<readonly FaultReport[]> {
    return (await this.#call({ type: "faults" })).faults;
  }

  /**
   * Calls `listener` when the worker is no more, however it went: it holds a
   * lock for as long as it lives. Never where the browser has no locks, as on a
   * page that came by plain HTTP from another machine.
   */
  onLost(listener: () => void): void {
    const { locks } = navigator;
    if (locks === undefined) return;
    const name = crypto.randomUUID();
    this.#call({ type: "live", name })
      .then(() => locks.request(name, listener))
      .catch(() => {});
  }

  /** Closes the channel; calls that wait are left to their caller. */
  close(): void {
    this.#port.close();
  }

  #call(message: SegmentMessage): Promise<SegmentReply> {
    const id = this.#calls++;
    const { promise, resolve, reject } = Promise.withResolvers<SegmentReply>();
    this.#waiting.set(id, { resolve, reject });
    this.#port.postMessage({ id, message });
    return promise;
  }

  #settle(reply: SegmentReply): void {
    const { id, fault } = reply;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (fault === null) waiting?.resolve(reply);
    else waiting?.reject(segmentError(fault));
  }
}
