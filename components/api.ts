import { ConflictError, NotFoundError, PivotbookError } from "@pivotbook/data";
import type {
  DatasetSummary,
  ImportJob,
  NotebookFile,
  NotebookSummary,
} from "./api_types.ts";

/** What the page asks of its server. */
export interface Api {
  notebooks(): Promise<readonly NotebookSummary[]>;
  /** Makes a notebook; the server names it. */
  createNotebook(text: string): Promise<NotebookFile>;
  notebook(name: string): Promise<NotebookFile>;
  /** Replaces the text; a `ConflictError` when `version` is no longer the newest. */
  saveNotebook(file: NotebookFile): Promise<NotebookFile>;
  datasets(): Promise<readonly DatasetSummary[]>;
  /** Sends a file to be imported. */
  importFile(file: File, dataset: string): Promise<ImportJob>;
  importJob(id: string): Promise<ImportJob>;
}

/** The server could not be reached at all. */
export class OfflineError extends PivotbookError {
  override readonly name = "OfflineError";
}

/** The server's interface over HTTP. */
export function httpApi(): Api {
  return {
    notebooks: () => call("/api/notebooks"),
    createNotebook: (text) =>
      call("/api/notebooks", { method: "POST", json: { text } }),
    notebook: (name) => call(notebookPath(name)),
    saveNotebook: ({ name, text, version }) =>
      call(notebookPath(name), {
        method: "PUT",
        json: { text, version },
        headers: { "if-match": `"${version}"` },
      }),
    datasets: () => call("/api/datasets"),
    importFile: (file, dataset) => {
      const query = new URLSearchParams({ dataset, name: file.name });
      return call(`/api/imports?${query}`, { method: "POST", body: file });
    },
    importJob: (id) => call(`/api/imports/${encodeURIComponent(id)}`),
  };
}

interface Request {
  readonly method?: string;
  readonly json?: unknown;
  readonly body?: Blob;
  readonly headers?: Record<string, string>;
}

function notebookPath(name: string): string {
  return `/api/notebooks/${encodeURIComponent(name)}`;
}

async function call<Answer>(
  path: string,
  request: Request = {},
): Promise<Answer> {
  const response = await send(path, request);
  if (response.ok) return await response.json();
  throw await errorOf(response);
}

async function send(path: string, request: Request): Promise<Response> {
  const { method = "GET", json, body, headers = {} } = request;
  const content = json === undefined ? {} : { "content-type": JSON_TYPE };
  const payload = json === undefined ? body : JSON.stringify(json);
  try {
    return await fetch(path, {
      method,
      headers: { ...content, ...headers },
      body: payload ?? null,
    });
  } catch (cause) {
    throw new OfflineError("The server does not answer", {
      code: "server-gone",
      remedy: "Start it again; what you wrote is kept here",
      cause,
    });
  }
}

const JSON_TYPE = "application/json";

async function errorOf(response: Response): Promise<PivotbookError> {
  const report = await response.json().catch(() => ({}));
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
