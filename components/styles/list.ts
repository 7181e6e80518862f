import { css, type CSSResult } from "lit";

/** Look of a list of things with a title, a fact at the right and a line below; a row is a link, or holds one and a menu. */
export const listStyles: CSSResult = css`
  .list {
    list-style: none;
    margin: 0;
    padding: 0;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--surface);
  }
  .row {
    position: relative;
    color: inherit;
  }
  .row + .row {
    border-top: 1px solid var(--line);
  }
  .row > a,
  .row > .entry {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px var(--s4);
    padding: 10px var(--s4);
    color: inherit;
    border-radius: 7px;
  }
  .row > a {
    padding-right: 52px;
  }
  .row > a:hover {
    background: var(--raised);
    text-decoration: none;
  }
  .row > a:focus-visible {
    outline-offset: -2px;
  }
  .row b {
    font-weight: 550;
    overflow-wrap: anywhere;
  }
  .row .tlp {
    margin-left: 6px;
    font-size: 10.5px;
    line-height: 16px;
  }
  .row small {
    color: var(--muted);
    font-size: 12.5px;
    min-width: 0;
  }
  .row .r {
    text-align: right;
    white-space: nowrap;
  }
  .menu {
    position: absolute;
    top: 8px;
    right: var(--s3);
  }
  .menu .quiet {
    padding: 4px 6px;
  }
  .menu .icon {
    width: 15px;
    height: 15px;
  }
  form {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
    padding: 10px var(--s4);
  }
  input {
    flex: 1 1 180px;
    min-width: 0;
    height: 30px;
    padding: 0 10px;
    border: 1px solid var(--line-strong);
    border-radius: var(--r);
    background: var(--surface);
  }
  input::placeholder {
    color: var(--faint);
    opacity: 1;
  }
  .filter {
    display: flex;
    gap: var(--s3);
    align-items: center;
    margin-bottom: var(--s3);
  }
  .filter .muted {
    font-size: 13px;
    white-space: nowrap;
  }
  .notice {
    margin: 0;
  }
  .failed,
  .removed {
    margin-bottom: var(--s3);
  }
  .removed {
    padding-block: var(--s2);
    display: flex;
    gap: var(--s3);
    align-items: center;
    justify-content: space-between;
    overflow-wrap: anywhere;
  }
`;
