import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { basename } from "node:path";
import { firstObject, type Head, InputError } from "@pivotbook/data";
import { joinBytes } from "./join_bytes.ts";

/** Bytes that are read to tell what a file is; more where its first line is longer. */
const HEAD_BYTES = 64 * 1024;
const LONGEST_HEAD = 16 * 1024 * 1024;
const NEWLINE = 10;

/** So many characters that are none make no text binary, however short it is. */
const FEW = 8;

/** A file as it was given: what its beginning looks like, and whether it is gzip. */
export interface SourceFile {
  readonly path: string;
  /** Where its bytes are read: the path itself, or a link to it. */
  readonly content: string;
  readonly bytes: number;
  readonly gzip: boolean;
  readonly head: Head;
}

/** Opens a file and reads its beginning; throws an `InputError` that names the file. */
export async function openSource(
  content: string,
  path = content,
): Promise<SourceFile> {
  const { size, isFile } = await stat(content, path);
  if (!isFile) {
    throw unreadable(path, {
      code: "unreadable-file",
      what: "is no file",
      remedy: "Name the files themselves",
    });
  }
  if (size === 0) {
    throw unreadable(path, {
      code: "empty-file",
      what: "is empty",
      remedy: "Export or download it again",
    });
  }
  const gzip = await isGzip(content);
  const bytes = await firstBytes({ content, path }, gzip);
  return {
    path,
    content,
    bytes: size,
    gzip,
    head: headOf(basename(path).replace(/\.gz$/, ""), bytes),
  };
}

async function stat(content: string, path: string): Promise<Deno.FileInfo> {
  try {
    return await Deno.stat(content);
  } catch (cause) {
    throw new InputError(`Cannot read ${path}: no such file`, {
      code: "no-such-file",
      where: { path },
      remedy: "Check the path",
      cause,
    });
  }
}

function unreadable(
  path: string,
  { what, ...details }: { what: string; code: string; remedy: string },
): InputError {
  return new InputError(`${path} ${what}`, { ...details, where: { path } });
}

async function isGzip(path: string): Promise<boolean> {
  using file = await Deno.open(path);
  const magic = new Uint8Array(2);
  return await file.read(magic) === 2 && magic[0] === 0x1f && magic[1] === 0x8b;
}

/** The file's bytes, decompressed where needed; rotated logs are several gzip members in a row. */
export function contentOf(
  path: string,
  gzip: boolean,
): AsyncIterable<Uint8Array> {
  if (!gzip) return Deno.openSync(path).readable;
  return pipeline(createReadStream(path), createGunzip(), () => {});
}

async function firstBytes(
  { content, path }: { content: string; path: string },
  gzip: boolean,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  try {
    for await (const chunk of contentOf(content, gzip)) {
      chunks.push(chunk);
      length += chunk.length;
      ended ||= chunk.includes(NEWLINE);
      if (length >= (ended ? HEAD_BYTES : LONGEST_HEAD)) break;
    }
  } catch (cause) {
    if (length === 0) throw damagedGzip(path, cause);
  }
  const bytes = joinBytes(chunks);
  const line = bytes.indexOf(NEWLINE) + 1 || bytes.length;
  return bytes.subarray(0, Math.max(line, HEAD_BYTES));
}

/** An error for a gzip file that breaks off or is damaged. */
export function damagedGzip(path: string, cause: unknown): InputError {
  return new InputError(`${path} is a damaged or truncated gzip file`, {
    code: "damaged-gzip",
    where: { path },
    remedy: "Download it again; nothing was imported",
    cause,
  });
}

function headOf(name: string, bytes: Uint8Array): Head {
  const text = textOf(bytes);
  const head = { name, bytes, text, columns: [] };
  if (text === null) return head;
  const object = Object.keys(firstObject(head));
  return { ...head, columns: object.length > 0 ? object : csvHeader(text) };
}

/** The text of the first bytes, whose last character may be cut; null where it is binary, which a character that is none does not make it. */
function textOf(bytes: Uint8Array): string | null {
  const text = new TextDecoder().decode(bytes);
  const broken = text.slice(0, -1).split(/[\uFFFD\0]/).length - 1;
  return broken > Math.max(FEW, text.length / 100)
    ? null
    : text.replace(/^\uFEFF/, "");
}

/** Names on the first line of a CSV file. */
function csvHeader(text: string): string[] {
  const [line = ""] = text.split(/\r?\n/, 1);
  return line.split(delimiterOf(line)).map((name) =>
    name.trim().replace(/^"|"$/g, "")
  );
}

/** The delimiter that stands most often on a header line. */
export function delimiterOf(line: string): string {
  const counts = [",", "\t", ";"].map((mark) => ({
    mark,
    count: line.split(mark).length,
  }));
  return counts.reduce((a, b) => b.count > a.count ? b : a).mark;
}
