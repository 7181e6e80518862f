import type { SessionState } from "@pivotbook/cells";
import type { DatasetView } from "@pivotbook/data";
import { html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { statusDot, statusStyles } from "../cell/cell_status.ts";
import { base } from "../styles/base.ts";
import { outlineStyles } from "../styles/outline.ts";
import { cellSize } from "./cell_size.ts";
import { dataList } from "./data_list.ts";
import {
  type OutlineCell,
  type OutlineHeading,
  type OutlineSection,
  sectionsOf,
} from "./sections.ts";

/** Deepest indent, in steps: names must stay readable. */
const DEEPEST = 8;

/**
 * The notebook in its own order, pivots indented below the pivot that they came from, and the data that it reads.
 *
 * @summary Outline of a notebook
 * @fires pivotbook-goto - Id of the block to show
 * @fires pivotbook-import - Files are to be imported
 */
@customElement("pivotbook-outline")
export class Outline extends LitElement {
  static override styles = [base, statusStyles, outlineStyles];

  @property({ attribute: false })
  accessor state: SessionState | null = null;
  @property({ attribute: false })
  accessor datasets: readonly DatasetView[] = [];
  /** Id of the block that the reader works with. */
  @property()
  accessor current: string | null = null;

  /** Level of the highest heading, which is not indented. */
  #highest = 1;

  override render(): unknown {
    const sections = this.state ? sectionsOf(this.state.notebook) : [];
    const levels = sections.flatMap(({ heading }) => heading?.level ?? []);
    this.#highest = Math.min(...levels);
    return html`
      <nav
        aria-label="Outline"><h2 class="section-title">Investigation</h2>${sections
            .length === 0
          ? html`<p class="note">Nothing yet: paste an indicator into the search bar.</p>`
          : html`<ul>${
            sections.map((section) => this.#section(section))
          }</ul>`}</nav>
      <section
        aria-label="Data"><h2 class="section-title">Data</h2>${dataList(
          this.datasets,
        )}</section>
    `;
  }

  #section({ heading, cells }: OutlineSection): unknown {
    return html`<li>${heading ? this.#heading(heading) : ""}${
      cells.length > 0
        ? html`<ul>${
          cells.map((one) => html`<li>${this.#cell(one)}</li>`)
        }</ul>`
        : ""
    }</li>`;
  }

  #heading({ id, label, level }: OutlineHeading): unknown {
    return html`
      <a class="heading" style="--level: ${level - this.#highest}"
        href="#${encodeURIComponent(label)}" @click=${this.#goto(
          id,
        )}>${label}</a>
    `;
  }

  #cell({ cell, parent, depth }: OutlineCell): unknown {
    const { id, name, kind } = cell;
    const state = this.state?.cells[id] ?? null;
    const current = id === this.current;
    return html`
      <a class="item ${current ? "current" : ""}"
        style="--depth: ${Math.min(depth, DEEPEST)}"
        aria-current=${current ? "location" : "false"}
        title=${parent === null ? kind : `${kind} from ${parent}`}
        href="#${encodeURIComponent(name ?? id)}"
        @click=${this.#goto(id)}>${statusDot(
          state?.status ?? "idle",
        )}<code>${name ?? kind}</code><span class="n">${cellSize(
          state?.output ?? null,
        )}</span></a>
    `;
  }

  #goto(id: string): (event: Event) => void {
    return (event) => {
      event.preventDefault();
      this.dispatchEvent(
        new CustomEvent("pivotbook-goto", {
          detail: id,
          bubbles: true,
          composed: true,
        }),
      );
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-outline": Outline;
  }
}
