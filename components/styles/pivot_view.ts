import { css, type CSSResult } from "lit";

/** Look of a pivot's result. */
export const pivotViewStyles: CSSResult = css`
  .who {
    padding: var(--s4) var(--s4) var(--s3);
    display: grid;
    gap: 6px;
  }
  .id {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px var(--s3);
  }
  .id b {
    font: 600 21px/28px var(--mono);
    letter-spacing: -.02em;
    overflow-wrap: anywhere;
    font-variant-ligatures: none;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 4px var(--s5);
    color: var(--muted);
    min-height: 20px;
  }
  .facts b {
    font-weight: 500;
    color: var(--text);
  }
  .further {
    display: flex;
    flex-wrap: wrap;
    gap: 2px var(--s4);
    margin-left: -4px;
  }
  .follow {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    border: 0;
    border-radius: 4px;
    padding: 1px 4px;
    background: none;
    color: var(--accent);
    font-size: 13px;
    text-align: left;
  }
  .follow .icon {
    width: 14px;
    height: 14px;
  }
  .follow:hover {
    background: var(--accent-soft);
  }
  .seeds {
    display: flex;
    flex-wrap: wrap;
    gap: 2px var(--s3);
    color: var(--muted);
    font-size: 13px;
  }
  .seeds ul,
  .seeds details[open] {
    display: contents;
    list-style: none;
  }
  .seeds li {
    overflow-wrap: anywhere;
  }
  .seeds code.muted {
    color: var(--muted);
  }
  .seeds .n {
    font: 11.5px/16px var(--mono);
    color: var(--accent);
    margin-left: 5px;
  }
  .seeds summary {
    cursor: pointer;
  }
  .heat {
    padding: 0 var(--s4) var(--s3);
  }
  /* Tabs and the button behind them share lines, as many as they need. */
  .kinds {
    display: flex;
    flex-wrap: wrap;
    column-gap: 1px;
    padding: 0 var(--s3);
    border-block: 1px solid var(--line);
    background: var(--raised);
  }
  .tabs {
    display: contents;
  }
  .rest {
    flex: 1 1 160px;
    min-width: 0;
    border: 0;
    background: none;
    padding: 2px 9px 0;
    font-size: 12px;
    color: var(--faint);
    text-align: left;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .rest:hover {
    color: var(--text);
  }
  .rest:focus-visible {
    outline-offset: -3px;
  }
  .tabs button {
    border: 0;
    background: none;
    padding: 8px 8px 6px;
    border-bottom: 2px solid transparent;
    color: var(--muted);
    white-space: nowrap;
  }
  .tabs button:hover {
    color: var(--text);
  }
  .tabs button:focus-visible {
    outline-offset: -3px;
  }
  .tabs button[aria-selected="true"] {
    color: var(--text);
    border-color: var(--accent);
    font-weight: 550;
  }
  .tabs .n {
    font: 11.5px/16px var(--mono);
    color: var(--faint);
    margin-left: 4px;
  }
  .tabs .zero {
    color: var(--faint);
  }
  .unknown {
    padding: var(--s3) var(--s4) var(--s4);
    border-top: 1px solid var(--line);
    color: var(--muted);
  }
  .unknown b {
    color: var(--text);
    font-weight: 600;
  }
  .unknown p {
    max-width: 68ch;
    margin: 6px 0 0;
  }
  .empty {
    margin: 0;
    padding: var(--s5) var(--s4);
    color: var(--muted);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 2px var(--s4);
    padding: 7px var(--s3);
    border-top: 1px solid var(--line);
    color: var(--faint);
    font-size: 12px;
  }
  .foot span:last-child {
    margin-left: auto;
  }
  .looked {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: var(--s1) var(--s3);
    margin: var(--s2) 0;
    color: var(--muted);
    font-size: 12.5px;
  }
  .looked dd {
    margin: 0;
  }
`;
