import { css, type CSSResult } from "lit";

/** Look of the pivots that a row offers. */
export const pivotOffersStyles: CSSResult = css`
  section {
    margin-bottom: var(--s5);
  }
  h3,
  summary {
    margin: 0 0 6px;
    font: 500 12.5px/20px var(--mono);
    font-variant-ligatures: none;
    color: var(--text);
    overflow-wrap: anywhere;
  }
  summary {
    cursor: pointer;
    color: var(--muted);
    word-break: break-all;
  }
  details {
    margin-top: var(--s3);
  }
  summary:hover,
  [open] > summary {
    color: var(--text);
  }
  .rest {
    margin: 6px 0 0;
    font-size: 12px;
    line-height: 18px;
    color: var(--faint);
  }
  .menu {
    border: 1px solid var(--line);
    border-radius: var(--r);
    background: var(--surface);
    overflow: hidden;
  }
  .menu button {
    width: 100%;
    border: 0;
    background: none;
    text-align: left;
    display: flex;
    padding: 6px var(--s3);
    gap: var(--s2);
    overflow-wrap: anywhere;
  }
  .menu button:hover {
    background: var(--accent-soft);
  }
  .menu button:focus-visible {
    outline-offset: -2px;
  }
  .menu button + button {
    border-top: 1px solid var(--line);
  }
  .menu .n {
    margin-left: auto;
    white-space: nowrap;
    font: 12px/20px var(--mono);
    color: var(--accent);
  }
  .menu .many,
  .menu :disabled .n {
    color: var(--faint);
  }
  .menu button:disabled {
    opacity: 1;
    color: var(--faint);
    background: none;
  }
`;
