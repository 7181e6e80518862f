import type { PivotOutput, PivotTable } from "@pivotbook/cells";
import { html } from "lit";
import { counted, formatBytes, formatCount } from "../format.ts";

/** The foot of a pivot's result: rows in sight of all, and what reading them cost. */
export function pivotFoot(
  output: PivotOutput,
  front: PivotTable | undefined,
): unknown {
  const total = output.tables.reduce((sum, { rows }) => sum + rows, 0);
  return html`
    <div
      class="foot"><span>${counted(front?.rows ?? 0, "row")} of ${formatCount(
        total,
      )}</span><span>${counted(output.segments, "segment")}, ${costOf(
        output,
      )}</span></div>
  `;
}

/** What reading cost over the network. */
function costOf({ bytes, requests }: PivotOutput): string {
  if (requests === 0) return "read before";
  return `${formatBytes(bytes)} read in ${counted(requests, "request")}`;
}
