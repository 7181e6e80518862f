import { html } from "lit";
import type { Lane } from "./lanes.ts";
import { dayText } from "./scale.ts";

/** The lanes' steps as a table: what the heat map draws, in words and numbers. */
export function changesTable(lanes: readonly Lane[]): unknown {
  const rows = lanes.flatMap(({ title, steps }) =>
    steps.map((step) => ({ title, ...step }))
  ).sort((a, b) => a.day - b.day);
  return html`
    <div class="table" tabindex="0" role="region"
      aria-label="Activity by day as a table">
      <table>
        <thead>
          <tr>
            <th>Day</th>
            <th>Kind</th>
            <th>New</th>
            <th>Last seen</th>
            <th>Changed</th>
            <th>Active from then on</th>
          </tr>
        </thead>
        <tbody>${rows.map((row) =>
          html`
            <tr>
              <td>${dayText(row.day)}</td>
              <td>${row.title}</td>
              <td>${row.appeared || ""}</td>
              <td>${row.disappeared || ""}</td>
              <td>${row.changed || ""}</td>
              <td>${row.active}</td>
            </tr>
          `
        )}</tbody>
      </table>
    </div>
  `;
}
