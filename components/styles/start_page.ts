import { css, type CSSResult } from "lit";

/** Look of the start page. */
export const startPageStyles: CSSResult = css`
  .page {
    max-width: 1040px;
    margin: 0 auto;
    padding: 72px var(--s5) 96px;
  }
  .first {
    margin: 0 0 var(--s5);
    padding: var(--s4);
    border: 1px solid var(--line);
    border-radius: 10px;
    background: var(--surface);
  }
  .first ol {
    margin: var(--s2) 0 0;
    padding-left: 20px;
    display: grid;
    gap: var(--s2);
    color: var(--muted);
  }
  .first code {
    color: var(--text);
  }
  .top {
    display: flex;
    align-items: center;
    gap: var(--s4);
    margin-bottom: 40px;
  }
  .brand {
    display: flex;
    align-items: center;
    gap: 10px;
    font-weight: 650;
    font-size: 17px;
    letter-spacing: -.01em;
    color: var(--text);
  }
  .brand:hover {
    text-decoration: none;
  }
  .brand svg {
    color: var(--accent);
  }
  .tools {
    display: inline-flex;
    gap: var(--s2);
    align-items: center;
  }
  .local {
    margin-left: auto;
    font-size: 13px;
    color: var(--muted);
    display: flex;
    gap: 6px;
    align-items: center;
  }
  .local i {
    width: 7px;
    height: 7px;
    border-radius: 50%;
    background: var(--ok);
  }
  pivotbook-drop-zone {
    margin-top: var(--s5);
  }
  .cols {
    display: grid;
    grid-template-columns: minmax(0, 1.35fr) minmax(0, 1fr);
    gap: 40px;
    margin-top: 44px;
  }
  .cols h2 {
    margin-bottom: var(--s3);
  }
  .waiting {
    height: 128px;
    border-radius: 8px;
    background: var(--surface);
    border: 1px solid var(--line);
  }
  @media (max-width: 820px) {
    .page {
      padding-top: 32px;
      padding-inline: var(--s4);
    }
    .cols {
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s6);
    }
    .top {
      margin-bottom: var(--s5);
    }
    .local span {
      display: none;
    }
  }
`;
