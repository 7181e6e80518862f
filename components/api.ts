import { ConflictError, NotFoundError, PivotbookError } from "@pivotbook/data";
import { type ClientResponse, hc } from "hono/client";
import type { App } from "../server/app.ts";
import type { RemovedNotebook } from "../server/deps.ts";
import { OfflineError } from "./offline_error.ts";

/** What the page asks of its server. */
export type Api = ReturnType<typeof httpApi>;

/** A notebook as it is to be saved. */
export interface Saved {
  readonly name: string;
  readonly text: string;
  /** The version that it changes; a `ConflictError` when it is no longer the newest. */
  readonly version: string;
}

/** Where a file goes, and how to give it up: by the signal while it is sent, by its id at any time. */
export interface ImportTarget {
  /** 32 hex digits, of this import only. */
  readonly id: string;
  readonly dataset: string;
  readonly signal: AbortSignal;
}

/** The server's interface over HTTP. */
// deno-lint-ignore explicit-module-boundary-types -- the types are the server's
export function httpApi(origin: string = location.origin) {
  const { api } = hc<App>(origin);
  const named = (name: string) => ({ param: { name } });
  return {
    notebooks: () => answer(api.notebooks.$get()),
    createNotebook: (text: string) =>
      answer(api.notebooks.$post({ json: { text } })),
    notebook: (name: string) =>
      answer(api.notebooks[":name"].$get(named(name))),
    /** The notebook if it is another than that version, else null. */
    newerNotebook: async ({ name, version }: Omit<Saved, "text">) => {
      const headers = { "if-none-match": `"${version}"` };
      const response = await arrived(
        api.notebooks[":name"].$get(named(name), { headers }),
      );
      const same = (response.status as number) === 304;
      return same ? null : await bodyOf(response);
    },
    saveNotebook: ({ name, text, version }: Saved) =>
      answer(
        api.notebooks[":name"].$put(
          { ...named(name), json: { text, version } },
          { headers: { "if-match": `"${version}"` } },
        ),
      ),
    removeNotebook: (name: string) =>
      answer(api.notebooks[":name"].$delete(named(name))),
    restoreNotebook: ({ name, at }: RemovedNotebook) =>
      answer(
        api.notebooks[":name"].restore.$post({ ...named(name), json: { at } }),
      ),
    datasets: () => answer(api.datasets.$get()),
    importFile: (file: File, { id, dataset, signal }: ImportTarget) =>
      answer(
        api.imports.$post(
          { query: { id, dataset, name: file.name } },
          { init: { body: file, signal } },
        ),
      ),
    cancelImport: (id: string) =>
      answer(api.imports[":id"].$delete({ param: { id } })),
    importJob: (id: string) =>
      answer(api.imports[":id"].$get({ param: { id } })),
    importRecord: (id: string) =>
      answer(api.imports[":id"].record.$get({ param: { id } })),
  };
}

/** The body of an answer that is no refusal. */
type Good<Answer> = Answer extends
  ClientResponse<infer Body, infer Status, "json">
  ? [Status] extends [400] ? never : Body
  : never;

type Answered = ClientResponse<unknown, number, "json">;

async function answer<Answer extends Answered>(
  request: Promise<Answer>,
): Promise<Good<Answer>> {
  return await bodyOf(await arrived(request));
}

async function arrived<Answer>(request: Promise<Answer>): Promise<Answer> {
  return await request.catch((cause) => {
    throw new OfflineError(cause);
  });
}

async function bodyOf<Answer extends Answered>(
  response: Answer,
): Promise<Good<Answer>> {
  if (response.ok) return await response.json() as Good<Answer>;
  throw await errorOf(response);
}

async function errorOf(
  response: { status: number; json: () => Promise<unknown> },
): Promise<PivotbookError> {
  const report = await response.json().catch(() => ({})) as {
    message?: string;
    code?: string;
    remedy?: string;
  };
  const message = report.message ?? `The server answered ${response.status}`;
  const details = {
    code: report.code ?? "server-error",
    ...(report.remedy ? { remedy: report.remedy } : {}),
  };
  if ([409, 412].includes(response.status)) {
    return new ConflictError(message, details);
  }
  if (response.status === 404) return new NotFoundError(message, details);
  return new PivotbookError(message, details);
}
