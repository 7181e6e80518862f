import { css, type CSSResult } from "lit";

/** Look of the outline. */
export const outlineStyles: CSSResult = css`
  ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  nav {
    margin-bottom: var(--s5);
  }
  nav > ul > li + li {
    margin-top: var(--s2);
  }
  .heading,
  .item {
    border-radius: var(--r);
    color: inherit;
  }
  .heading {
    display: block;
    padding: 3px var(--s2) 3px calc(var(--s2) + var(--level) * var(--s2));
    color: var(--muted);
    font-size: 13px;
    line-height: 18px;
  }
  .item {
    position: relative;
    display: grid;
    grid-template-columns: 8px minmax(0, 1fr) auto;
    gap: var(--s2);
    align-items: center;
    padding: 4px var(--s2) 4px calc(var(--s2) + var(--depth, 0) * var(--step));
    --step: 14px;
  }
  .item::before {
    content: "";
    position: absolute;
    inset: 0 auto 0 11px;
    width: calc(var(--depth, 0) * var(--step));
    background: repeating-linear-gradient(
      to right,
      var(--line-strong) 0 1px,
      transparent 1px var(--step)
    );
  }
  a:hover {
    background: var(--raised);
    text-decoration: none;
  }
  .current {
    background: var(--accent-soft);
  }
  .current .n {
    color: var(--muted);
  }
  .item > code {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .n {
    color: var(--faint);
    font: 11.5px/20px var(--mono);
  }
  .import {
    padding: var(--s1, 4px) var(--s2) 0;
    font-size: 13px;
  }
  .note {
    color: var(--muted);
    margin: 0;
  }
`;
