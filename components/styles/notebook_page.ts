import { css, type CSSResult } from "lit";

/** Look of the notebook page. */
export const notebookPageStyles: CSSResult = css`
  .top {
    position: sticky;
    top: 0;
    z-index: 15;
    display: grid;
    grid-template-columns: 240px minmax(0, 1fr) auto;
    gap: var(--s4);
    align-items: center;
    height: 52px;
    padding: 0 var(--s4);
    background: var(--surface);
    border-bottom: 1px solid var(--line);
  }
  .brand {
    font-weight: 650;
    letter-spacing: -.01em;
    display: flex;
    align-items: center;
    gap: var(--s2);
    color: var(--text);
  }
  .brand:hover {
    text-decoration: none;
  }
  .brand svg {
    color: var(--accent);
  }
  .tools {
    display: flex;
    gap: var(--s2);
    align-items: center;
  }
  .save {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    padding: 2px var(--s2);
    border: 0;
    border-radius: 11px;
    background: none;
    color: var(--faint);
    font-size: 12.5px;
    line-height: 18px;
    white-space: nowrap;
  }
  .save i {
    width: 7px;
    height: 7px;
    border-radius: 50%;
    background: var(--ok);
  }
  .save.waiting i,
  .save.saving i {
    background: none;
    border: 1.5px solid var(--faint);
  }
  .save.trouble {
    background: var(--bad-soft);
    color: var(--bad);
  }
  .save.trouble i {
    background: var(--bad);
    border-radius: 1px;
  }
  .deleted {
    position: sticky;
    top: 52px;
    z-index: 14;
    display: flex;
    gap: var(--s3);
    align-items: center;
    justify-content: center;
    padding: 8px var(--s4);
    background: var(--warn-soft);
    color: var(--warn);
  }
  .layout {
    display: grid;
    grid-template-columns: 256px minmax(0, 1fr) 292px;
    align-items: start;
  }
  .left,
  aside {
    position: sticky;
    top: 52px;
    height: calc(100vh - 52px);
    overflow: auto;
    padding: var(--s4);
  }
  .left {
    border-right: 1px solid var(--line);
  }
  aside {
    border-left: 1px solid var(--line);
  }
  main {
    padding: var(--s5) var(--s5) 75vh;
    min-height: calc(100vh - 52px);
  }
  main > * {
    max-width: 960px;
    margin-inline: auto;
  }
  h1 {
    font-size: 26px;
    line-height: 32px;
    letter-spacing: -.02em;
    margin: 0 0 6px;
    font-weight: 650;
    overflow-wrap: anywhere;
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s4);
    color: var(--muted);
    align-items: center;
  }
  .block {
    scroll-margin-top: 0;
  }
  .waiting {
    padding: 20vh 0;
    text-align: center;
    color: var(--muted);
  }
  .toast {
    position: fixed;
    bottom: 20px;
    left: 50%;
    transform: translateX(-50%);
    z-index: 30;
    padding: 8px 14px;
    border-radius: var(--r);
    background: var(--text);
    color: var(--canvas);
    font-size: 13px;
  }
  @media (max-width: 1180px) {
    .layout {
      grid-template-columns: 220px minmax(0, 1fr);
    }
    .top {
      grid-template-columns: 204px minmax(0, 1fr) auto;
    }
  }
  @media (max-width: 820px) {
    .top {
      grid-template-columns: auto minmax(0, 1fr) auto;
      gap: var(--s2);
      padding: 0 var(--s3);
    }
    .layout {
      grid-template-columns: minmax(0, 1fr);
    }
    main {
      padding: var(--s4) var(--s3) 75vh;
    }
    .brand span {
      display: none;
    }
    .tools {
      gap: 2px;
    }
    .save:not(.trouble) > span,
    .save .why {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
`;
