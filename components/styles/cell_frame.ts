import { css, type CSSResult } from "lit";

/** Look of a cell. */
export const cellFrameStyles: CSSResult = css`
  :host {
    position: relative;
    scroll-margin-top: 88px;
  }
  section {
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 8px;
    position: relative;
  }
  :host([current]) section {
    border-color: var(--accent);
    box-shadow: 0 0 0 1px var(--accent);
  }
  header {
    display: flex;
    align-items: center;
    gap: var(--s2);
    height: 36px;
    padding: 0 var(--s2) 0 var(--s3);
    border-bottom: 1px solid var(--line);
    color: var(--muted);
    font-size: 12.5px;
  }
  .name {
    font: 600 12.5px/20px var(--mono);
    color: var(--text);
    font-variant-ligatures: none;
    overflow: hidden;
    text-overflow: ellipsis;
    flex: none;
    max-width: 45%;
  }
  .status {
    color: var(--warn);
  }
  .status-error .status,
  .status-blocked .status {
    color: var(--bad);
  }
  .status-error .reason,
  .status-blocked .reason {
    display: none;
  }
  .why {
    margin-left: auto;
    display: flex;
    gap: var(--s2);
    align-items: center;
    min-width: 0;
  }
  .reason {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    min-width: 0;
  }
  .took {
    white-space: nowrap;
  }
  [aria-pressed="true"] {
    color: var(--accent);
  }
  .with-control {
    height: auto;
    min-height: 46px;
    flex-wrap: wrap;
    border-bottom: 0;
    padding-block: 6px;
  }
  .with-control .reason,
  .with-control .took {
    display: none;
  }
  .with-control .why {
    min-width: auto;
  }
  .readers {
    color: var(--faint);
    flex: 1 1 40px;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .from {
    display: block;
    margin: -24px 0 0 22px;
    height: 24px;
    width: fit-content;
    max-width: calc(100% - 30px);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    border-left: 1.5px solid var(--accent);
    color: var(--accent);
    font-size: 12px;
    line-height: 22px;
    padding-left: var(--s2);
  }
  .progress {
    position: absolute;
    top: 35px;
    left: 0;
    right: 0;
    height: 2px;
    background: linear-gradient(90deg, transparent, var(--accent), transparent) 0
      / 40% 100% no-repeat;
    animation: slide 1.1s linear infinite;
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
    .progress {
      animation: none;
      background: var(--accent);
    }
  }
  .source {
    border-bottom: 1px solid var(--line);
    max-height: 260px;
    overflow: auto;
    border-radius: 0;
  }
  .failure {
    padding: var(--s3) var(--s4);
    background: var(--bad-soft);
    color: var(--bad);
    border-bottom: 1px solid var(--line);
    overflow-wrap: anywhere;
  }
  .failure b {
    font-weight: 550;
  }
  .failure pre {
    margin: 6px 0 0;
    padding: 0;
    font: 12.5px/20px var(--mono);
    font-variant-ligatures: none;
    overflow-x: auto;
  }
  .failure p {
    margin: 4px 0 0;
    color: var(--text);
  }
  .failure.blocked {
    background: var(--warn-soft);
    color: var(--warn);
  }
  .output.old {
    opacity: .6;
    filter: saturate(.4);
  }
  .empty {
    margin: 0;
    padding: var(--s4);
    color: var(--muted);
  }
  section > :last-child {
    border-bottom-left-radius: 7px;
    border-bottom-right-radius: 7px;
  }
  @media (max-width: 820px) {
    .reason {
      display: none;
    }
    .readers {
      order: 1;
      flex-basis: 100%;
    }
  }
`;
