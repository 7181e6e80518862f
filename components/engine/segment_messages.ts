import type { ByteRange, FileBytes, Traffic } from "@pivotbook/data";
import type { SegmentDescription } from "./segment_file.ts";

/** What the page asks of the worker's segment store. */
export type SegmentMessage =
  | {
    readonly type: "describe";
    readonly segment: SegmentDescription;
    readonly known: readonly FileBytes[];
  }
  | {
    readonly type: "prefetch";
    readonly url: string;
    readonly ranges: readonly ByteRange[];
  }
  | { readonly type: "forget"; readonly url: string }
  | { readonly type: "traffic" };

/** A numbered message. */
export interface SegmentCall {
  readonly id: number;
  readonly message: SegmentMessage;
}

/** The answer to the call of that number; an error as its message. */
export interface SegmentReply {
  readonly id: number;
  readonly error: string | null;
  readonly traffic: Traffic;
}

/** The first message to the worker, which brings the port of the store. */
export const PORT_MESSAGE = "segment-port";
