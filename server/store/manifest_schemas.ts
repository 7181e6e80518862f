import type { DatasetLog, Segment, Snapshot } from "@pivotbook/data";
import { z, type ZodType } from "zod";

/** What files of the installation must hold to be used; fields that are added later are kept. */
const hash = z.string().regex(/^[0-9a-f]{64}$/, "is no SHA-256");
const digits = z.string().regex(/^-?\d+$/, "is no number");
const count = z.number().int().nonnegative();

const part = z.looseObject({
  kind: z.string(),
  order: z.string(),
  table: z.string(),
  rows: count,
  low: digits,
  high: digits,
});

const times = z.record(
  z.string(),
  z.looseObject({ first: digits.nullable(), last: digits.nullable() }),
);

/** `segments/<sha256>.json`. */
export const segmentSchema: ZodType<Segment> = z.looseObject({
  sha256: hash,
  bytes: count,
  blockSize: count,
  rowGroupSize: count,
  parts: z.array(part),
  rows: z.record(z.string(), count),
  times,
  imports: z.array(z.string()),
});

/** `snapshots/<id>.json`. */
export const snapshotSchema: ZodType<Snapshot> = z.looseObject({
  id: hash,
  segments: z.array(segmentSchema),
});

/** `datasets/<name>.json`. */
export const logSchema: ZodType<DatasetLog> = z.looseObject({
  name: z.string(),
  snapshots: z.array(z.looseObject({
    snapshot: hash,
    publishedAt: z.string(),
    imports: z.array(z.string()),
    withdrawn: z.array(z.string()).optional(),
  })),
}) as unknown as ZodType<DatasetLog>;
