import { ConflictError, NotFoundError, reportOf } from "@pivotbook/data";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Api } from "../api.ts";
import { GrowingPause } from "../growing_pause.ts";
import { OfflineError } from "../offline_error.ts";
import type { NotebookFile } from "../api_types.ts";

/** Whether what is on the screen is on the server. */
export type SaveStatus =
  | "saved"
  | "waiting"
  | "saving"
  | "offline"
  | "conflict"
  | "deleted"
  | "failed";

/** Milliseconds of rest before a change is sent. */
const REST = 600;

/** Where a change waits for something else than a rest. */
const HELD: readonly SaveStatus[] = [
  "conflict",
  "deleted",
  "offline",
  "saving",
];

/** Saves a notebook's text a moment after it changed; keeps it and tries again while the server is gone. */
export class Saver implements ReactiveController {
  status: SaveStatus = "saved";
  /** The server's text, when somebody else changed it first. */
  theirs: NotebookFile | null = null;
  /** Why the last attempt failed; empty after a success. */
  reason: string = "";
  readonly #host: ReactiveControllerHost;
  readonly #saved: (file: NotebookFile) => void;
  readonly #pause = new GrowingPause();
  #api: Api | null = null;
  #file: NotebookFile | null = null;
  #text = "";
  #connected = false;
  #timer: ReturnType<typeof setTimeout> | undefined = undefined;

  /** `saved` is told what the server has now; under another name where the notebook was made anew. */
  constructor(
    host: ReactiveControllerHost,
    saved: (file: NotebookFile) => void,
  ) {
    this.#host = host;
    this.#saved = saved;
    host.addController(this);
  }

  hostConnected(): void {
    this.#connected = true;
    addEventListener("beforeunload", this.#ask);
  }

  /** Leaving the page gives nothing up: what the server has not got yet is sent when it is back. */
  hostDisconnected(): void {
    this.#connected = false;
    if (["saved", "deleted"].includes(this.status)) {
      removeEventListener("beforeunload", this.#ask);
    }
    if (this.status === "waiting") void this.#save();
    if (this.status !== "offline") clearTimeout(this.#timer);
  }

  /** Starts with a notebook as the server has it. */
  open(api: Api, file: NotebookFile): void {
    this.#api = api;
    this.#file = file;
    this.#text = file.text;
    this.#become("saved");
  }

  /** Tells the text as it is now. */
  change(text: string): void {
    if (text === this.#text) return;
    this.#text = text;
    if (HELD.includes(this.status)) return;
    this.#schedule(REST);
    this.#become("waiting");
  }

  /** Tries again at once, after a failure. */
  again = (): void => {
    if (!["offline", "failed", "deleted"].includes(this.status)) return;
    clearTimeout(this.#timer);
    void this.#save();
  };

  /** The text that the server has, while nothing is under way to it; null otherwise. */
  get settled(): NotebookFile | null {
    const moves = ["waiting", "saving", "conflict"].includes(this.status);
    return moves ? null : this.#file;
  }

  /** Tells another text of the server, which ours must not overwrite. */
  meet(theirs: NotebookFile): void {
    clearTimeout(this.#timer);
    this.theirs = theirs;
    this.#become("conflict");
  }

  /** Tells that the server has the notebook no more. */
  lost(): void {
    clearTimeout(this.#timer);
    this.#become("deleted");
  }

  /** Tells that a notebook that was deleted is back as it was. */
  found(): void {
    if (this.status !== "deleted") return;
    if (this.#text === this.#file?.text) this.#become("saved");
    else void this.#save();
  }

  /** Makes a notebook of our text, after it was deleted: under its name where that is free. */
  createAgain = async (): Promise<void> => {
    const [api, text] = [this.#api, this.#text];
    if (api === null || this.status !== "deleted") return;
    this.#become("saving");
    try {
      this.#arrived(await api.createNotebook(text), text);
    } catch (error) {
      this.reason = reportOf(error).message;
      this.#become("deleted");
    }
  };

  /** Overwrites the server's text with ours, after a conflict. */
  keepMine(): void {
    if (this.theirs === null || this.#file === null) return;
    this.#file = { ...this.#file, version: this.theirs.version };
    this.theirs = null;
    void this.#save();
  }

  /** Goes on from the server's text, after a conflict. */
  takeTheirs(): NotebookFile | null {
    const { theirs } = this;
    if (theirs !== null && this.#api !== null) this.open(this.#api, theirs);
    this.theirs = null;
    return theirs;
  }

  /** Our text, for comparison. */
  get mine(): string {
    return this.#text;
  }

  /** Asks before a page is closed that holds what the server does not have. */
  #ask = (event: BeforeUnloadEvent): void => {
    if (this.status !== "saved") event.preventDefault();
  };

  #schedule(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), pause);
  }

  async #save(): Promise<void> {
    const [api, file, text] = [this.#api, this.#file, this.#text];
    if (api === null || file === null || this.status === "saving") return;
    this.#become("saving");
    try {
      this.#arrived(await api.saveNotebook({ ...file, text }), text);
    } catch (error) {
      await this.#failed(api, error);
    }
  }

  /** The server has a text, which may be older than ours by now. */
  #arrived(file: NotebookFile, text: string): void {
    this.#file = file;
    this.reason = "";
    this.#pause.reset();
    this.#saved(file);
    this.#become(this.#text === text ? "saved" : "waiting");
    if (this.#text !== text) this.#schedule(REST);
  }

  async #failed(api: Api, error: unknown): Promise<void> {
    this.reason = reportOf(error).message;
    const refused = error instanceof ConflictError;
    this.theirs = refused && this.#file
      ? await api.notebook(this.#file.name).catch(() => null)
      : null;
    if (this.theirs) this.#become("conflict");
    else if (refused || error instanceof OfflineError) {
      this.#become("offline");
      this.#schedule(this.#pause.next());
    } else if (error instanceof NotFoundError) this.lost();
    else this.#become("failed");
  }

  #become(status: SaveStatus): void {
    this.status = status;
    if (status === "saved" && !this.#connected) {
      removeEventListener("beforeunload", this.#ask);
    }
    this.#host.requestUpdate();
  }
}
