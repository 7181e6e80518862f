import { css, type CSSResult } from "lit";

/** Look of the import of files. */
export const dropZoneStyles: CSSResult = css`
  :host {
    container-type: inline-size;
  }
  @container (max-width: 640px) {
    .drop .text {
      flex-basis: 100%;
    }
  }
  .drop {
    border: 1px dashed var(--line-strong);
    border-radius: 10px;
    padding: var(--s4);
    color: var(--muted);
    display: flex;
    flex-wrap: wrap;
    gap: var(--s3) var(--s4);
    align-items: center;
  }
  .drop.over {
    border-color: var(--accent);
    background: var(--accent-soft);
  }
  .text {
    flex: 1 1 320px;
    min-width: 240px;
  }
  .text b {
    color: var(--text);
    font-weight: 550;
    display: block;
  }
  label {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    font-size: 13px;
  }
  label input {
    width: 120px;
    height: 30px;
    border: 1px solid var(--line-strong);
    border-radius: var(--r);
    padding: 0 8px;
    background: var(--surface);
    font: 12.5px/20px var(--mono);
  }
  .file {
    display: none;
  }
  .reports {
    list-style: none;
    margin: var(--s3) 0 0;
    padding: 0;
    display: grid;
    gap: var(--s2);
  }
  .report {
    padding: 10px var(--s4);
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 8px;
  }
  .report.failed {
    border-color: transparent;
    background: var(--bad-soft);
  }
  .report b {
    font-weight: 550;
  }
  .report ul {
    margin: 4px 0 0;
    padding-left: 18px;
    list-style: disc;
    color: var(--muted);
  }
  .line {
    display: flex;
    gap: var(--s3);
    align-items: start;
    justify-content: space-between;
  }
  .next,
  .note {
    margin-top: 4px;
    color: var(--muted);
  }
  .report {
    overflow-wrap: anywhere;
  }
  .line .quiet {
    flex: none;
  }
  progress {
    appearance: none;
    display: block;
    width: 100%;
    height: 3px;
    margin-top: var(--s2);
    border: 0;
    border-radius: 2px;
    overflow: hidden;
    background: linear-gradient(90deg, transparent, var(--accent), transparent) 0
      / 40% 100% no-repeat var(--line);
    animation: slide 1.1s linear infinite;
  }
  progress::-webkit-progress-bar {
    background: none;
  }
  @keyframes slide {
    from {
      background-position: -60% 0;
    }
    to {
      background-position: 160% 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    progress {
      animation: none;
      background: var(--accent);
    }
  }
`;
