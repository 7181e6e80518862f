import { reportOf } from "@pivotbook/data";
import { consume } from "@lit/context";
import { html, LitElement } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Api } from "../api.ts";
import { apiContext } from "../contexts.ts";
import { Elapsed } from "../controllers/elapsed.ts";
import { FileDrop } from "../controllers/file_drop.ts";
import { PROPOSED_DATASET } from "./target.ts";
import { importReport } from "./report.ts";
import {
  type FileImport,
  followImport,
  isOver,
  waitingImport,
} from "./follow.ts";
import { cancelledBefore } from "./cancelled.ts";
import { base } from "../styles/base.ts";
import { dropZoneStyles } from "../styles/drop_zone.ts";

/**
 * Files dropped anywhere on the page, or chosen, are sent to be imported; what became of each is told line by line.
 *
 * @summary Import of files
 * @fires pivotbook-import-started - Files are being imported
 * @fires pivotbook-imported - A file was imported, so data has changed
 */
@customElement("pivotbook-drop-zone")
export class DropZone extends LitElement {
  static override styles = [base, dropZoneStyles];

  @consume({ context: apiContext, subscribe: true })
  @property({ attribute: false })
  accessor api: Api | null = null;
  /** Names of the datasets there are, to choose from, newest first. */
  @property({ attribute: false })
  accessor datasets: readonly string[] = [];
  @state()
  accessor imports: readonly FileImport[] = [];
  @query(".file")
  accessor input: HTMLInputElement | null = null;
  @query(".dataset")
  accessor datasetInput: HTMLInputElement | null = null;

  /** By the place in `imports`: how each is given up. */
  readonly #aborts: AbortController[] = [];
  /** Files go one after the other, also those that are chosen meanwhile. */
  #last: Promise<void> = Promise.resolve();
  readonly #elapsed = new Elapsed(
    this,
    () => this.imports.some((one) => !isOver(one)),
  );
  readonly #drop = new FileDrop(this, (files) => this.#take(files));

  override render(): unknown {
    return html`
      <div class="drop ${this.#drop.over ? "over" : ""}" id="import">
        <div
          class="text"><b>Drop files here, or a whole folder</b>Passive DNS (COF, DNSDB), and CSV, NDJSON or Parquet with a dataset kind's columns: recognised by content, line by line accounted for</div>
        <label>into <input class="dataset" list="datasets" value=${PROPOSED_DATASET} pattern="[a-z][a-z0-9_]*" spellcheck="false"></label>
        <datalist id="datasets">${this.datasets.map((name) =>
          html`<option value=${name}></option>`
        )}</datalist>
        <button class="button" @click=${() =>
          this.input?.click()}>Choose files</button>
        <input class="file" type="file" multiple tabindex="-1"
          aria-label="Files to import" @change=${this.#chosen}>
      </div>
      <ul class="reports" aria-live="polite" ?hidden=${this.imports.length ===
        0}>${this.imports.map((one, place) =>
          html`<li>${
            importReport(one, {
              now: performance.now(),
              cancel: () => this.#cancel(place),
            })
          }</li>`
        )}</ul>
    `;
  }

  #chosen(): void {
    this.#take([...this.input?.files ?? []]);
    if (this.input) this.input.value = "";
  }

  #take(files: readonly File[]): void {
    const { api } = this;
    if (api === null || files.length === 0) return;
    this.#emit("pivotbook-import-started");
    const dataset = this.datasetInput?.value || PROPOSED_DATASET;
    const waiting = files.map((file) => this.#add(file));
    for (const { file, place, signal } of waiting) {
      this.#last = this.#last.then(async () => {
        const show = (one: FileImport) => this.#show(place, one);
        const job = await followImport(api, { file, dataset, show, signal });
        if (job) this.#emit("pivotbook-imported");
      });
    }
  }

  #show(place: number, one: FileImport): void {
    this.imports = this.imports.toSpliced(place, 1, one);
  }

  /** A file whose turn has not come is given up at once. */
  #cancel(place: number): void {
    this.#aborts[place]?.abort();
    const one = this.imports[place];
    if (one?.since !== null) return;
    this.#show(place, { ...one, error: reportOf(cancelledBefore) });
  }

  /** Shows a file that is to be imported. */
  #add(file: File): Waiting {
    const place = this.imports.length;
    const abort = new AbortController();
    this.#aborts[place] = abort;
    this.imports = [...this.imports, waitingImport(file)];
    return { file, place, signal: abort.signal };
  }

  #emit(name: string): void {
    const options = { bubbles: true, composed: true };
    this.dispatchEvent(new CustomEvent(name, options));
  }
}

/** A file that is to be imported, in its place in the list. */
interface Waiting {
  readonly file: File;
  readonly place: number;
  readonly signal: AbortSignal;
}

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-drop-zone": DropZone;
  }
}
