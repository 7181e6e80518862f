import { html } from "lit";
import type { ImportJob, RejectedReason } from "../api_types.ts";
import { counted, formatCount } from "../format.ts";
import type { FileImport } from "./follow.ts";

/** What became of a file: rows read, kept, merged and rejected, with reasons. */
export function importReport({ file, job, error }: FileImport): unknown {
  const failure = error ?? job?.error ?? null;
  if (failure) {
    return html`
      <div class="report failed"
        role="alert"><b>${file}</b>: ${failure.message}${failure.remedy
          ? html`<br>${failure.remedy}.`
          : ""}${job ? reasons(job.reasons) : ""}</div>
    `;
  }
  if (job === null) {
    return html`
      <div
        class="report"><b>${file}</b>: sending …<progress aria-label="Sending ${file}"></progress></div>
    `;
  }
  if (job.state === "running") {
    return html`
      <div
        class="report"><b>${file}</b>: ${counted(
          job.read,
          "row",
        )} read …<progress aria-label="Importing ${file}"></progress></div>
    `;
  }
  return html`
    <div
      class="report"><b>${file}</b> into <code>${job.dataset}</code>${job.reader
        ? ` as ${job.reader}`
        : ""}: ${outcome(job)}${reasons(job.reasons)}${unknownColumns(
          job,
        )}</div>
  `;
}

function outcome({ read, kept, merged, rejected }: ImportJob): unknown {
  return html`
    ${counted(read, "row")} read, <span
      class="good">${formatCount(kept)} kept</span>, ${formatCount(
        merged,
      )} merged, <span
      class=${rejected > 0 ? "warn-text" : ""}>${formatCount(
        rejected,
      )} rejected</span>
  `;
}

function unknownColumns({ unknownColumns: names }: ImportJob): unknown {
  if (names.length === 0) return "";
  return html`
    <div class="note">Unknown columns, not read: ${names.join(", ")}</div>
  `;
}

function reasons(list: readonly RejectedReason[]): unknown {
  if (list.length === 0) return "";
  return html`<ul>${
    list.map(({ reason, count, line }) =>
      html`<li>${counted(count, "line")}: ${reason}${
        line === null ? "" : `, first at line ${line}`
      }</li>`
    )
  }</ul>`;
}
