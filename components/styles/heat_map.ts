import { css, type CSSResult } from "lit";

/** Look of the heat map. */
export const heatMapStyles: CSSResult = css`
  :host {
    padding: 0;
  }
  .map {
    position: relative;
  }
  .plot {
    cursor: crosshair;
    touch-action: pan-y;
    border-radius: 4px;
    user-select: none;
  }
  .plot.edge {
    cursor: ew-resize;
  }
  svg {
    display: block;
  }
  .lane {
    font-size: 11.5px;
    fill: var(--muted);
  }
  .tick {
    font-size: 10px;
    fill: var(--faint);
  }
  .end {
    font-size: 11px;
    fill: var(--accent);
  }
  .handle {
    cursor: ew-resize;
  }
  .grip {
    position: absolute;
    top: 11px;
    width: 10px;
    margin-left: -5px;
    border-radius: 4px;
    pointer-events: none;
  }
  .waiting {
    border-radius: var(--r);
    background: var(--raised);
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px var(--s4);
    align-items: center;
    color: var(--muted);
    font-size: 12px;
    padding-top: 4px;
  }
  .undated button {
    margin-left: 4px;
  }
  .nothing {
    margin: 0;
    font-size: 13px;
    color: var(--muted);
  }
  .legend i {
    display: inline-block;
    width: 11px;
    height: 11px;
    border-radius: 2px;
    margin-right: 1px;
    vertical-align: -1px;
  }
  .legend .sep {
    margin-left: auto;
    display: flex;
    gap: var(--s2);
  }
  .zoom {
    display: flex;
  }
  .zoom .quiet {
    padding-inline: 2px;
  }
  .legend [aria-pressed="true"] {
    color: var(--accent);
  }
  .change {
    color: var(--change);
  }
  .whois {
    color: var(--whois);
  }
  .tip {
    position: absolute;
    top: 18px;
    z-index: 2;
    pointer-events: none;
    display: grid;
    gap: 1px;
    max-width: 280px;
    padding: 6px 10px;
    font-size: 12px;
    line-height: 17px;
    background: var(--text);
    color: var(--canvas);
    border-radius: 5px;
  }
  .table {
    max-height: 240px;
    overflow: auto;
    border: 1px solid var(--line);
    border-radius: var(--r);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 12.5px;
    font-variant-numeric: tabular-nums;
  }
  th {
    position: sticky;
    top: 0;
    background: var(--surface);
    text-align: left;
    font-weight: 550;
    color: var(--muted);
  }
  th,
  td {
    padding: 3px var(--s3);
    border-bottom: 1px solid var(--line);
  }
`;
