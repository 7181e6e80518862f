import { html } from "lit";
import type { SidePanel, SidePanels } from "../controllers/side_panels.ts";

/** What stands in the three columns. */
export interface ColumnContents {
  readonly outline: unknown;
  readonly work: unknown;
  readonly evidence: unknown;
}

/** Outline at the left, the work in the middle, evidence at the right; in a narrow window the sides are drawers. */
export function notebookColumns(
  panels: SidePanels,
  { outline, work, evidence }: ColumnContents,
): unknown {
  return html`${
    panels.hasColumn("outline") ? html`<div class="left">${outline}</div>` : ""
  }<main>${work}</main>${
    panels.hasColumn("evidence")
      ? html`<aside aria-label="Evidence">${evidence}</aside>`
      : ""
  }${drawer(panels, { panel: "outline", label: "Outline", content: outline })}${
    drawer(panels, { panel: "evidence", label: "Evidence", content: evidence })
  }`;
}

function drawer(
  panels: SidePanels,
  { panel, label, content }: {
    panel: SidePanel;
    label: string;
    content: unknown;
  },
): unknown {
  if (panels.hasColumn(panel)) return "";
  return html`
    <wa-drawer label=${label} placement=${panel === "outline"
      ? "start"
      : "end"} light-dismiss
      ?open=${panels.drawer === panel} @wa-after-hide=${() =>
        panels.close()}>${content}</wa-drawer>
  `;
}
