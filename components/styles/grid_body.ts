import { css, type CSSResult } from "lit";

/** Look of the rows of a grid. */
export const gridBodyStyles: CSSResult = css`
  :host {
    position: relative;
  }
  /* Columns go on beyond an edge. */
  :host([before])::before,
  :host([after])::after {
    content: "";
    position: absolute;
    z-index: 2;
    inset: 0 auto 0 0;
    width: 32px;
    pointer-events: none;
    background: linear-gradient(to right, var(--surface), transparent);
  }
  :host([after])::after {
    inset: 0 0 0 auto;
    transform: scaleX(-1);
  }
  .grid {
    overflow: auto;
    max-height: var(--grid-height, 362px);
    position: relative;
    font-size: 13px;
    line-height: 20px;
    overscroll-behavior: auto;
  }
  .grid:focus-visible {
    outline-offset: -2px;
  }
  .head {
    position: sticky;
    top: 0;
    z-index: 1;
    background: var(--surface);
    min-width: var(--width);
  }
  .body {
    position: relative;
    min-width: var(--width);
    overflow: clip;
  }
  .slice {
    position: absolute;
    inset: 0 0 auto 0;
    will-change: transform;
  }
  .row {
    display: grid;
    grid-template-columns: var(--template);
    height: 30px;
    border-bottom: 1px solid var(--line);
  }
  .head .row {
    border-top: 1px solid var(--line);
  }
  .body .row:hover {
    background: var(--raised);
  }
  .row.selected,
  .body .row.selected:hover {
    background: var(--accent-soft);
  }
  .cell {
    padding: 5px var(--s3) 4px;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
    min-width: 0;
  }
  .head .cell {
    font-weight: 550;
    font-size: 12px;
    color: var(--muted);
    cursor: pointer;
    display: flex;
    gap: 5px;
    user-select: none;
  }
  .head .cell {
    position: relative;
  }
  .edge {
    position: absolute;
    inset: 0 0 0 auto;
    width: 9px;
    cursor: col-resize;
    touch-action: none;
  }
  .edge::after {
    content: "";
    position: absolute;
    inset: 7px 0 7px auto;
    width: 1px;
    background: var(--line);
  }
  .edge:hover::after {
    inset: 0 0 0 auto;
    width: 2px;
    background: var(--accent);
  }
  .explained {
    text-decoration: none;
  }
  .mark {
    font-size: 11.5px;
    line-height: 16px;
    padding: 0 6px;
    border: 1px solid var(--line-strong);
    border-radius: 8px;
    color: var(--muted);
  }
  .mark.synthetic {
    border-style: dashed;
  }
  .mark.observed {
    color: var(--text);
  }
  .head .cell:hover {
    color: var(--text);
  }
  .cell.new {
    display: flex;
    align-items: center;
  }
  .fresh {
    flex: none;
    margin-left: 6px;
    font-size: 11.5px;
    color: var(--change);
  }
  .cell.number {
    text-align: right;
    font-variant-numeric: tabular-nums;
    justify-content: flex-end;
  }
  .cell.time {
    font-variant-numeric: tabular-nums;
  }
  .grid:focus-visible .cell.active,
  .grid:focus .cell.active {
    box-shadow: inset 0 0 0 1.5px var(--accent);
    border-radius: 3px;
  }
  .wait {
    display: block;
    height: 10px;
    margin-top: 5px;
    width: 60%;
    border-radius: 3px;
    background: var(--line);
  }
`;
