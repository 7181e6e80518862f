import { css, type CSSResult } from "lit";

/** What elements share: box sizing, links, buttons, chips, keys and the focus ring. */
export const base: CSSResult = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host {
    display: block;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  a {
    color: var(--accent);
    text-decoration: none;
  }
  a:hover {
    text-decoration: underline;
  }
  /* Within a sentence, colour alone does not tell a link. */
  p a,
  .prose a,
  .failure a {
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  button {
    cursor: pointer;
  }
  button.inline {
    border: 0;
    background: none;
    padding: 0;
    color: var(--accent);
    text-align: left;
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  button:disabled {
    cursor: default;
    opacity: .55;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
  code,
  .mono {
    font-family: var(--mono);
    font-size: 12.5px;
    font-variant-ligatures: none;
  }
  h2 {
    margin: 0;
    font-size: 15px;
    line-height: 20px;
    font-weight: 600;
  }
  .button {
    height: 30px;
    padding: 0 var(--s3);
    border: 1px solid var(--line-strong);
    border-radius: var(--r);
    background: var(--surface);
    display: inline-flex;
    gap: 6px;
    align-items: center;
    white-space: nowrap;
  }
  .button:hover:not(:disabled) {
    border-color: var(--faint);
  }
  .button.primary {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--on-accent);
    font-weight: 500;
  }
  .button.primary:hover:not(:disabled) {
    filter: brightness(1.08);
  }
  .quiet {
    border: 0;
    background: none;
    padding: 2px 4px;
    color: var(--muted);
    border-radius: 4px;
    display: inline-flex;
    gap: 5px;
    align-items: center;
  }
  .quiet:hover:not(:disabled) {
    color: var(--text);
    background: var(--accent-soft);
  }
  .icon {
    width: 16px;
    height: 16px;
    flex: none;
    display: block;
  }
  .icon svg {
    display: block;
    width: 100%;
    height: 100%;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    min-height: 22px;
    padding: 0 8px;
    border-radius: 11px;
    background: var(--raised);
    border: 1px solid var(--line);
    font-size: 12px;
    line-height: 20px;
    color: var(--muted);
    white-space: nowrap;
  }
  .chip.bad {
    background: var(--bad-soft);
    border-color: transparent;
    color: var(--bad);
  }
  .chip.warn {
    background: var(--warn-soft);
    border-color: transparent;
    color: var(--warn);
  }
  .chip.ok {
    background: var(--ok-soft);
    border-color: transparent;
    color: var(--ok);
  }
  kbd {
    font: 11px/16px var(--mono);
    padding: 0 5px;
    border: 1px solid var(--line-strong);
    border-radius: 4px;
    color: var(--muted);
    background: var(--surface);
  }
  .good {
    color: var(--ok);
  }
  .warn-text {
    color: var(--warn);
  }
  .bad-text {
    color: var(--bad);
  }
  .muted {
    color: var(--muted);
  }
  .faint {
    color: var(--faint);
  }
  .tlp {
    font: 600 11px/18px var(--mono);
    padding: 0 6px;
    background: #000;
    color: #fff;
    border-radius: 3px;
    box-shadow: 0 0 0 1px var(--line-strong);
    white-space: nowrap;
  }
  .tlp.green {
    color: #33ff00;
  }
  .tlp.amber {
    color: #ffc000;
  }
  .tlp.red {
    color: #ff2b2b;
  }
  .notice {
    padding: var(--s3) var(--s4);
    border-radius: var(--r);
    background: var(--raised);
    border: 1px solid var(--line);
    color: var(--muted);
  }
  .notice.failed {
    background: var(--bad-soft);
    border-color: transparent;
    color: var(--bad);
  }
  small.failed {
    color: var(--bad);
  }
  wa-dropdown {
    --show-duration: 0ms;
    --hide-duration: 0ms;
  }
  .explained {
    cursor: help;
    text-decoration: underline dotted var(--line-strong);
    text-underline-offset: 3px;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .section-title {
    margin: 0 0 var(--s2);
    font-size: 11px;
    line-height: 16px;
    font-weight: 600;
    letter-spacing: .06em;
    text-transform: uppercase;
    color: var(--faint);
  }
`;
