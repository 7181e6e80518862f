import { consume } from "@lit/context";
import { css, html, LitElement } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Api } from "../api.ts";
import { apiContext } from "../contexts.ts";
import { FileDrop } from "../controllers/file_drop.ts";
import { PROPOSED_DATASET } from "./target.ts";
import { importReport } from "./report.ts";
import { type FileImport, followImport } from "./follow.ts";
import { base } from "../styles/base.ts";

/**
 * Files dropped anywhere on the page, or chosen, are sent to be imported; what became of each is told line by line.
 *
 * @summary Import of files
 * @fires pivotbook-import-started - Files are being imported
 * @fires pivotbook-imported - A file was imported, so data has changed
 */
@customElement("pivotbook-drop-zone")
export class DropZone extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        container-type: inline-size;
      }
      @container (max-width: 640px) {
        .drop .text {
          flex-basis: 100%;
        }
      }
      .drop {
        border: 1px dashed var(--line-strong);
        border-radius: 10px;
        padding: var(--s4);
        color: var(--muted);
        display: flex;
        flex-wrap: wrap;
        gap: var(--s3) var(--s4);
        align-items: center;
      }
      .drop.over {
        border-color: var(--accent);
        background: var(--accent-soft);
      }
      .text {
        flex: 1 1 320px;
        min-width: 240px;
      }
      .text b {
        color: var(--text);
        font-weight: 550;
        display: block;
      }
      label {
        display: inline-flex;
        gap: 6px;
        align-items: center;
        font-size: 13px;
      }
      label input {
        width: 120px;
        height: 30px;
        border: 1px solid var(--line-strong);
        border-radius: var(--r);
        padding: 0 8px;
        background: var(--surface);
        font: 12.5px/20px var(--mono);
      }
      .file {
        display: none;
      }
      .reports {
        list-style: none;
        margin: var(--s3) 0 0;
        padding: 0;
        display: grid;
        gap: var(--s2);
      }
      .report {
        padding: 10px var(--s4);
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: 8px;
      }
      .report.failed {
        border-color: transparent;
        background: var(--bad-soft);
      }
      .report b {
        font-weight: 550;
      }
      .report ul {
        margin: 4px 0 0;
        padding-left: 18px;
        color: var(--muted);
      }
      progress {
        width: 100%;
        height: 4px;
        accent-color: var(--accent);
      }
    `,
  ];

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

  readonly #drop = new FileDrop(this, (files) => void this.#send(files));

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
        0}>${this.imports.map((one) =>
          html`<li>${importReport(one)}</li>`
        )}</ul>
    `;
  }

  async #chosen(): Promise<void> {
    await this.#send([...this.input?.files ?? []]);
    if (this.input) this.input.value = "";
  }

  async #send(files: readonly File[]): Promise<void> {
    const { api } = this;
    if (api === null || files.length === 0) return;
    this.#emit("pivotbook-import-started");
    const dataset = this.datasetInput?.value || "imports";
    for (const file of files) {
      const place = this.imports.length;
      const show = (one: FileImport) =>
        this.imports = this.imports.toSpliced(place, 1, one);
      const job = await followImport(api, { file, dataset, show });
      if (job) this.#emit("pivotbook-imported");
    }
  }

  #emit(name: string): void {
    const options = { bubbles: true, composed: true };
    this.dispatchEvent(new CustomEvent(name, options));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-drop-zone": DropZone;
  }
}
