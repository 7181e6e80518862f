import { css, type CSSResult } from "lit";

/** Look of the evidence. */
export const evidencePanelStyles: CSSResult = css`
  :host {
    font-size: 13px;
  }
  section {
    margin-bottom: var(--s5);
  }
  dl {
    display: grid;
    grid-template-columns: 88px minmax(0, 1fr);
    gap: 4px var(--s2);
    margin: 0;
  }
  dt {
    color: var(--faint);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .meaning {
    display: block;
    font-size: 12px;
    line-height: 17px;
    color: var(--muted);
  }
  ol {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  li {
    padding: 0 0 10px 16px;
    position: relative;
    overflow-wrap: anywhere;
  }
  li::before {
    content: "";
    position: absolute;
    left: 0;
    top: 7px;
    width: 7px;
    height: 7px;
    border-radius: 50%;
    background: var(--accent);
  }
  li:not(:last-child)::after {
    content: "";
    position: absolute;
    left: 3px;
    top: 15px;
    bottom: -4px;
    border-left: 1px solid var(--line-strong);
  }
  small {
    color: var(--muted);
    display: block;
  }
  p {
    margin: 0;
    color: var(--muted);
  }
`;
