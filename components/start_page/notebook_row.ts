import { html } from "lit";
import type { NotebookSummary } from "../api_types.ts";
import { counted } from "../format.ts";
import { icon } from "../icons.ts";
import { pathOf } from "../notebook/address.ts";
import { titleOf } from "../notebook/title.ts";
import { tlpMark } from "../tlp.ts";

/** What can be done with a notebook of the list. */
export type NotebookAct = "rename" | "copy" | "remove";

/** Each line of the menu: what it does, its words and its key. */
const items: readonly (readonly [NotebookAct, string, string])[] = [
  ["rename", "Rename", "F2"],
  ["copy", "Duplicate", ""],
  ["remove", "Delete", "Del"],
];

type SelectionEvent = CustomEvent<{ item: { value: NotebookAct } }>;

const keys: Readonly<Record<string, NotebookAct>> = {
  F2: "rename",
  Delete: "remove",
};

/** A notebook of the list, with its menu. */
export function notebookRow(
  notebook: NotebookSummary,
  act: (act: NotebookAct) => void,
): unknown {
  const { name, tlp, datasets, cells, modifiedAt, error } = notebook;
  if (error !== null) return damagedRow(notebook, error);
  const title = titleOf(notebook);
  const facts = [
    cells === null ? "large" : counted(cells, "cell"),
    datasets.join(", "),
  ].filter(Boolean);
  const key = (event: KeyboardEvent) => {
    const asked = keys[event.key];
    if (asked === undefined) return;
    event.preventDefault();
    if (!event.repeat) act(asked);
  };
  // A menu takes the keyboard when it has opened, though it may be closed by then.
  const select = ({ detail, currentTarget }: SelectionEvent) =>
    currentTarget?.addEventListener(
      "wa-after-hide",
      () => act(detail.item.value),
      { once: true },
    );
  return html`
    <li class="row" @keydown=${key}>
      <a href=${pathOf(name)} data-name=${name}><b>${title} ${tlpMark(
        tlp,
      )}</b><small
        class="r">${modifiedAt.slice(0, 10)}</small><small>${facts.join(
          " · ",
        )}</small></a>
      <div class="menu">
        <wa-dropdown placement="bottom-end" @wa-select=${select}>
        <button slot="trigger" class="quiet" aria-label="Menu of ${title}">${icon(
          "ellipsis",
        )}</button>${items.map(([value, label, key]) =>
          html`
            <wa-dropdown-item value=${value}
              variant=${value === "remove" ? "danger" : "default"}>${label}${key
                ? html`<kbd slot="details">${key}</kbd>`
                : ""}</wa-dropdown-item>
          `
        )}
      </wa-dropdown>
      </div>
    </li>
  `;
}

/** What stands among the notebooks and cannot be read. */
function damagedRow(
  { name, modifiedAt }: NotebookSummary,
  { message }: NonNullable<NotebookSummary["error"]>,
): unknown {
  return html`
    <li class="row">
      <div
        class="entry"><b>${name}</b><small class="r">${modifiedAt.slice(
          0,
          10,
        )}</small><small class="failed">${message}</small></div>
    </li>
  `;
}

/** A notebook of the list while it gets another title. */
export function titleRow(
  notebook: NotebookSummary,
  { accept, leave }: { accept: (title: string) => void; leave: () => void },
): unknown {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    accept(String(data.get("title")).trim());
  };
  const key = ({ key }: KeyboardEvent) => key === "Escape" && leave();
  return html`
    <li class="row">
      <form @submit=${submit} @keydown=${key}>
        <input name="title" aria-label="Title" required maxlength="200"
          spellcheck="false" value=${titleOf(notebook)}>
        <button class="button primary">Rename</button>
        <button type="button" class="button" @click=${leave}>Cancel</button>
      </form>
    </li>
  `;
}
