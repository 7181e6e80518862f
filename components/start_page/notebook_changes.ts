import { type ErrorReport, reportOf } from "@pivotbook/data";
import type { ReactiveControllerHost } from "lit";
import type { Api } from "../api.ts";
import type { NotebookSummary, RemovedNotebook } from "../api_types.ts";
import { titleOf } from "../notebook/title.ts";
import { copyNotebook, renameNotebook } from "./notebook_edits.ts";

/** A notebook that was deleted, and what it was called. */
interface Deletion extends RemovedNotebook {
  readonly title: string;
}

/** What the list gives its notebooks to change them. */
export interface ChangesList {
  readonly api: () => Api | null;
  /** Fetches the notebooks again. */
  readonly changed: () => void;
}

/** Renames, copies, deletes and puts back notebooks; each gives the name of the notebook, or null where it was not done. */
export class NotebookChanges {
  /** Why the last change was not done. */
  trouble: ErrorReport | null = null;
  /** What can be put back, the last deletion last. */
  deleted: readonly Deletion[] = [];
  readonly #host: ReactiveControllerHost;
  readonly #list: ChangesList;
  /** Names of the notebooks that are being deleted or put back. */
  readonly #moving = new Set<string>();

  constructor(host: ReactiveControllerHost, list: ChangesList) {
    this.#host = host;
    this.#list = list;
  }

  /** Gives a notebook another title. */
  async rename(name: string, title: string): Promise<string | null> {
    return await this.#do(async (api) => {
      await renameNotebook(api, { name, title });
      return name;
    });
  }

  /** Makes a copy, whose name is given. */
  async copy(notebook: NotebookSummary): Promise<string | null> {
    return await this.#do(async (api) =>
      (await copyNotebook(api, notebook)).name
    );
  }

  /** Deletes a notebook, once, however often it is asked. */
  async remove(notebook: NotebookSummary): Promise<string | null> {
    return await this.#move(notebook.name, async (api) => {
      const gone = await api.removeNotebook(notebook.name);
      this.deleted = [...this.deleted, { ...gone, title: titleOf(notebook) }];
      return gone.name;
    });
  }

  /** Puts back what was deleted last; its name may be another now. */
  async undo(): Promise<string | null> {
    const last = this.deleted.at(-1);
    if (last === undefined) return null;
    const { name, at } = last;
    return await this.#move(`${name}.${at}`, async (api) => {
      const file = await api.restoreNotebook({ name, at });
      this.deleted = this.deleted.filter((one) => one !== last);
      return file.name;
    });
  }

  /** Does what must not be done twice at a time. */
  async #move(
    key: string,
    work: (api: Api) => Promise<string>,
  ): Promise<string | null> {
    if (this.#moving.has(key)) return null;
    this.#moving.add(key);
    const name = await this.#do(work);
    this.#moving.delete(key);
    return name;
  }

  /** Does something with the server and has the list fetched again; null where it went wrong. */
  async #do(work: (api: Api) => Promise<string>): Promise<string | null> {
    const api = this.#list.api();
    if (api === null) return null;
    this.trouble = null;
    try {
      return await work(api);
    } catch (error) {
      this.trouble = reportOf(error);
      return null;
    } finally {
      this.#host.requestUpdate();
      this.#list.changed();
    }
  }
}
