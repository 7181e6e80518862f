/** What may be wrong with a segment where it is read. */
export type SegmentTrouble = "changed" | "short" | "missing" | "unreachable";

/** A segment that could not be read, as plain data: it comes from the worker. */
export interface FaultReport {
  readonly trouble: SegmentTrouble;
  readonly message: string;
  /** Its address; null where only the caller knows it. */
  readonly url: string | null;
}

/** Thrown where a segment cannot be read, or is not what was published. */
export class SegmentFault extends Error {
  readonly trouble: SegmentTrouble;
  readonly url: string | null;

  constructor(
    message: string,
    { trouble, url = null, cause }: {
      trouble: SegmentTrouble;
      url?: string | null;
      cause?: unknown;
    },
  ) {
    super(url === null ? message : `${message}: ${url}`, { cause });
    this.name = "SegmentFault";
    this.trouble = trouble;
    this.url = url;
  }
}

/** The fault of a server's answer with another status than 206. */
export function statusFault(status: number, url: string): SegmentFault {
  const trouble = troubles[status] ?? "unreachable";
  return new SegmentFault(`Segment answered ${status}`, { trouble, url });
}

const troubles: Readonly<Record<number, SegmentTrouble>> = {
  404: "missing",
  416: "short",
};

/** The fault of a segment whose bytes are not those that were published. */
export function changedFault(url: string): SegmentFault {
  return new SegmentFault("Segment changed on the server", {
    trouble: "changed",
    url,
  });
}

/** Any error of reading as plain data. */
export function faultReport(error: unknown): FaultReport {
  if (error instanceof SegmentFault) {
    const { trouble, message, url } = error;
    return { trouble, message, url };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { trouble: "unreachable", message, url: null };
}
