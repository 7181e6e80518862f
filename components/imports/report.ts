import { kindNamed } from "@pivotbook/data";
import { html } from "lit";
import type { ImportJob, RejectedReason } from "../api_types.ts";
import {
  counted,
  formatBytes,
  formatCount,
  formatDuration,
} from "../format.ts";
import type { FileImport } from "./follow.ts";
import { importedRows, LookAtEvent } from "./look_at.ts";

/** Milliseconds after which work says how long it takes. */
const LONG = 1000;

/** What became of a file: rows read, kept, merged and rejected, with reasons; while it is under way, where it stands and a way to give it up. */
export function importReport(
  one: FileImport,
  { now, cancel }: { now: number; cancel: () => void },
): unknown {
  const { file, job, error } = one;
  const failure = error ?? job?.error ?? null;
  if (failure) {
    return html`
      <div class="report failed"
        role="alert"><b>${file}</b>: ${failure.message}.${failure.remedy
          ? html`<br>${failure.remedy}.`
          : ""}${job ? reasons(job.reasons) : ""}</div>
    `;
  }
  if (job === null || job.state === "running") {
    return underWay(one, { now, cancel });
  }
  return html`
    <div
      class="report"><b>${file}</b> into <code>${job.dataset}</code>${job.reader
        ? ` as ${job.reader}`
        : ""}${job.kind ? `, ${kindNamed(job.kind).title}` : ""}: ${outcome(
          job,
        )}${reasons(job.reasons)}${unknownColumns(
          job,
        )}${next(job)}</div>
  `;
}

function underWay(
  one: FileImport,
  { now, cancel }: { now: number; cancel: () => void },
): unknown {
  const { file, since, job, cancelling } = one;
  const took = since === null ? 0 : now - since;
  return html`
    <div
      class="report"><div class="line"><span><b>${file}</b>: ${doing(
        one,
      )} …${took > LONG
        ? ` ${formatDuration(took)}`
        : ""}</span><button class="quiet" aria-label="Cancel ${file}"
        ?disabled=${cancelling} @click=${cancel}>Cancel</button></div>${since ===
            null
          ? ""
          : html`<progress aria-label="${
            job === null ? "Sending" : "Importing"
          } ${file}"></progress>`}</div>
  `;
}

/** What is waited for. */
function doing(
  { size, since, job, cancelling, away }: FileImport,
): string {
  if (away) return "the server does not answer; it is asked again";
  if (cancelling) return "cancelling";
  if (since === null) return "waits for the files before it";
  return job === null ? `sending ${formatBytes(size)}` : stage(job);
}

/** What the server does, in small letters; the file's name stands before it already. */
function stage({ stage, file }: ImportJob): string {
  const text = stage.replace(file, "").trim();
  return text === ""
    ? "importing"
    : text.charAt(0).toLowerCase() + text.slice(1);
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

/** The way from what was imported to an investigation. */
function next(job: ImportJob): unknown {
  if (job.kept === 0) {
    return html`<div class="note">${job.dataset} held all of it already, so nothing changed.</div>`;
  }
  const rows = importedRows(job);
  if (rows === null) return "";
  const look = ({ currentTarget }: Event) =>
    currentTarget?.dispatchEvent(new LookAtEvent(rows));
  return html`
    <div
      class="next"><button class="inline" @click=${look}>Look at its rows</button>, from which each indicator can be followed.</div>
  `;
}
