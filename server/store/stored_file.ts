import { InputError } from "@pivotbook/data";
import type { ZodType } from "zod";

/** The error of a file of the installation that is not what it should be; it takes nothing else with it. */
export function damagedFile(
  path: string,
  reason: string,
  cause?: unknown,
): InputError {
  return new InputError(`${path} is damaged: ${reason}`, {
    code: "damaged-file",
    remedy: "Run pivotbook verify, which says what can be restored",
    where: { path },
    cause,
  });
}

/**
 * Text of a file of the installation, byte for byte; null where there is none.
 * What is no plain file, as a link, which is not followed, or no UTF-8 is an
 * `InputError` with the code `damaged-file`.
 */
export async function readStored(path: string): Promise<string | null> {
  if (!await isStored(path)) return null;
  const bytes = await unlessGone(Deno.readFile(path));
  if (bytes === null) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
      .decode(bytes);
  } catch (cause) {
    throw damagedFile(path, "it is no UTF-8 text", cause);
  }
}

/** Whether a file is there; throws `damaged-file` where something else is. */
export async function isStored(path: string): Promise<boolean> {
  const info = await unlessGone(Deno.lstat(path));
  if (info === null) return false;
  if (info.isFile) return true;
  throw damagedFile(
    path,
    info.isSymlink
      ? "it is a symbolic link, and links are not followed"
      : "it is no file",
  );
}

/** What a JSON file of the installation holds; null where there is none, `damaged-file` where it is something else. */
export async function readStoredJson<T>(
  path: string,
  schema: ZodType<T>,
): Promise<T | null> {
  const text = await readStored(path);
  if (text === null) return null;
  const parsed = schema.safeParse(jsonOf(path, text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.path.join(".") ?? "";
  throw damagedFile(
    path,
    `${place === "" ? "" : `${place}: `}${issue?.message ?? "it does not fit"}`,
    parsed.error,
  );
}

function jsonOf(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw damagedFile(path, "it is no JSON", cause);
  }
}

/** Null where a file is not there, or is removed meanwhile. */
export async function unlessGone<Result>(
  reading: Promise<Result>,
): Promise<Result | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}
