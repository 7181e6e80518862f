import { css, type CSSResult } from "lit";

/** Look of the search bar. */
export const searchBarStyles: CSSResult = css`
  :host {
    position: relative;
    min-width: 0;
  }
  form {
    display: flex;
    gap: var(--s2);
    align-items: center;
    padding: 0 var(--s3);
    height: 34px;
    max-width: 640px;
    background: var(--raised);
    border: 1px solid var(--line-strong);
    border-radius: var(--r);
  }
  form:focus-within {
    border-color: var(--accent);
    box-shadow: 0 0 0 1px var(--accent);
  }
  input {
    flex: 1;
    min-width: 0;
    border: 0;
    background: none;
    outline: none;
    padding: 0;
    height: 32px;
    appearance: none;
    text-overflow: ellipsis;
  }
  input:focus-visible {
    outline: none;
  }
  input::-webkit-search-cancel-button {
    display: none;
  }
  input::placeholder {
    color: var(--faint);
    opacity: 1;
    text-overflow: ellipsis;
  }
  .submit {
    display: none;
    height: 32px;
    padding: 0 14px;
  }
  .icon {
    color: var(--faint);
  }
  .seen {
    display: flex;
    flex-wrap: wrap;
    gap: 6px var(--s4);
    color: var(--muted);
    font-size: 13px;
    min-height: 20px;
  }
  .seen b {
    color: var(--text);
    font-weight: 500;
  }
  .seen code {
    color: var(--text);
  }
  .known {
    flex-basis: 100%;
    overflow-wrap: anywhere;
  }
  .known a {
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .seen code.muted {
    color: var(--muted);
  }
  .seen:not(.large) {
    position: absolute;
    top: 40px;
    left: 0;
    z-index: 20;
    max-width: 640px;
    background: var(--surface);
    border: 1px solid var(--line-strong);
    border-radius: var(--r);
    box-shadow: var(--shadow);
    padding: var(--s3);
  }
  :host([large]) form {
    max-width: none;
    height: auto;
    align-items: flex-start;
    padding: 14px var(--s4);
    gap: var(--s3);
    border-radius: 10px;
    background: var(--surface);
    box-shadow: var(--shadow);
  }
  :host([large]) form:focus-within {
    box-shadow: 0 0 0 1px var(--accent);
  }
  :host([large]) input {
    font: 17px/26px var(--mono);
    font-variant-ligatures: none;
  }
  :host([large]) .submit {
    display: inline-flex;
  }
  :host([large]) kbd,
  :host([large]) .icon {
    display: none;
  }
  .seen.large {
    padding: var(--s3) var(--s4) 0;
  }
`;
