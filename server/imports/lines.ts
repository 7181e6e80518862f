import { isUtf8 } from "node:buffer";
import { sha256OfFile, writeAll } from "../store/mod.ts";
import { joinBytes } from "./join_bytes.ts";
import {
  type ImportLimits,
  limited,
  unpackLimit,
  unpacksTooLarge,
} from "./limits.ts";
import type { Rejects, UnreadableLine } from "./rejects.ts";
import { contentOf, damagedGzip, type SourceFile } from "./source_file.ts";

/** Longest line in bytes that is read; a longer one is rejected. */
export const LONGEST_LINE = 16 * 1024 * 1024;

const NEWLINE = 10;
const RETURN = 13;
const KEPT_OF_REJECTED = 4096;

/** A file whose lines DuckDB can read as they are: LF, UTF-8, none too long. */
export interface CleanLines {
  readonly path: string;
  /** SHA-256 of the file as it was given. */
  readonly sha256: string;
}

/** Where clean lines go, and where those go that cannot be read. */
export interface CleanLinesOptions {
  readonly spool: string;
  readonly rejects: Rejects;
  readonly limits: ImportLimits;
  /** Gives it up between two pieces of the file. */
  readonly signal: AbortSignal | undefined;
}

/**
 * Passes over a file once and writes a copy in which CRLF is LF and each
 * unreadable line is blank, so that line numbers hold; DuckDB's readers lose
 * count of lines otherwise.
 */
export async function cleanLines(
  source: SourceFile,
  { spool, rejects, limits, signal }: CleanLinesOptions,
): Promise<CleanLines> {
  const cleaner = new Cleaner();
  const { limit, refuse } = source.gzip ? unpackLimit(limits, source) : {
    limit: limits.unpacked,
    refuse: () => unpacksTooLarge(source.path, limits.unpacked),
  };
  using output = await Deno.open(spool, { write: true, createNew: true });
  try {
    const content = contentOf(source.content, source.gzip);
    for await (const chunk of limited(content, { limit, refuse })) {
      signal?.throwIfAborted();
      await writeAll(output, joinBytes([...cleaner.take(chunk)]));
      for (const line of cleaner.takeRejected()) await rejects.add(line);
    }
  } catch (cause) {
    throw source.gzip && isDamage(cause)
      ? damagedGzip(source.path, cause)
      : cause;
  }
  await writeAll(output, joinBytes([...cleaner.end()]));
  for (const line of cleaner.takeRejected()) await rejects.add(line);
  return { path: spool, sha256: await sha256OfFile(source.content) };
}

/** Cuts a stream of bytes into lines and blanks those that cannot be read. */
class Cleaner {
  #rejected: UnreadableLine[] = [];
  #rest: Uint8Array[] = [];
  #length = 0;
  #line = 0;

  /** Whole runs of clean lines are passed on as they are. */
  *take(chunk: Uint8Array): Generator<Uint8Array> {
    let start = 0;
    if (this.#length > 0) {
      const first = chunk.indexOf(NEWLINE);
      if (first < 0) return this.#keep(chunk);
      this.#keep(chunk.subarray(0, first));
      yield this.#finish();
      start = first + 1;
    }
    const last = chunk.lastIndexOf(NEWLINE);
    if (last >= start) {
      yield* this.#run(chunk.subarray(start, last + 1));
      start = last + 1;
    }
    this.#keep(chunk.subarray(start));
  }

  *end(): Generator<Uint8Array> {
    if (this.#length > 0) yield this.#finish();
  }

  /** The lines that were blanked since it was last asked. */
  takeRejected(): readonly UnreadableLine[] {
    const rejected = this.#rejected;
    this.#rejected = [];
    return rejected;
  }

  #keep(part: Uint8Array): void {
    if (part.length === 0) return;
    this.#length += part.length;
    if (this.#length <= LONGEST_LINE || this.#rest.length === 0) {
      this.#rest.push(part.slice());
    }
  }

  /** Lines that end within one chunk. */
  *#run(bytes: Uint8Array): Generator<Uint8Array> {
    const clean = isUtf8(bytes) && !bytes.includes(0) &&
      !bytes.includes(RETURN);
    if (clean) {
      this.#line += countOf(bytes);
      yield bytes;
      return;
    }
    for (let start = 0; start < bytes.length;) {
      const stop = bytes.indexOf(NEWLINE, start);
      this.#keep(bytes.subarray(start, stop));
      yield this.#finish();
      start = stop + 1;
    }
  }

  /** The line that was kept, checked, with its line end. */
  #finish(): Uint8Array {
    this.#line += 1;
    const line = withoutReturn(joinBytes(this.#rest));
    const reason = this.#length > LONGEST_LINE
      ? `longer than ${LONGEST_LINE / 1024 / 1024} MB`
      : reasonAgainst(line);
    this.#rest = [];
    this.#length = 0;
    if (reason === null) return joinBytes([line, new Uint8Array([NEWLINE])]);
    const text = new TextDecoder().decode(line.subarray(0, KEPT_OF_REJECTED));
    this.#rejected.push({ line: this.#line, reason, text });
    return new Uint8Array([NEWLINE]);
  }
}

function reasonAgainst(line: Uint8Array): string | null {
  if (line.includes(0)) return "holds a NUL byte";
  if (!isUtf8(line)) return "not valid UTF-8";
  return line.includes(RETURN) ? "holds a carriage return" : null;
}

function withoutReturn(line: Uint8Array): Uint8Array {
  return line.at(-1) === RETURN ? line.subarray(0, -1) : line;
}

function countOf(bytes: Uint8Array): number {
  let count = 0;
  for (
    let at = bytes.indexOf(NEWLINE);
    at >= 0;
    at = bytes.indexOf(NEWLINE, at + 1)
  ) count++;
  return count;
}

/** Whether zlib, and not the disk, gave the error. */
function isDamage(cause: unknown): boolean {
  const code = (cause as { code?: unknown } | null)?.code;
  return typeof code === "string" && code.startsWith("Z_");
}
