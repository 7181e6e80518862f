import { css, type CSSResult } from "lit";

const dark = css`
  --canvas: #101214;
  --surface: #17191c;
  --raised: #1c1f23;
  --line: #2a2e33;
  --line-strong: #3a3f46;
  --text: #e7e9ec;
  --muted: #abb1b9;
  --faint: #8b929b;
  --accent: #98a5ff;
  --accent-soft: #22264a;
  --on-accent: #101214;
  --ok: #7bcf8e;
  --warn: #f0b35b;
  --bad: #ff8a80;
  --bad-soft: #3a1c1a;
  --warn-soft: #35280f;
  --ok-soft: #16301c;
  --heat-1: #1f2f2d;
  --heat-2: #27524c;
  --heat-3: #2f8276;
  --heat-4: #5fd0bf;
  --change: #ff9a5c;
  --whois: #d9b95a;
  --whois-1: #322c18;
  --whois-2: #6d5c25;
  --shadow: 0 2px 6px rgb(0 0 0 / .4), 0 12px 32px rgb(0 0 0 / .4);
  color-scheme: dark;
`;

/** Colours, spacing, radii and faces of the page, and what they mean to the component library. On the document, so that every shadow root inherits them. */
export const tokens: CSSResult = css`
  :root {
    --canvas: #f7f7f5;
    --surface: #ffffff;
    --raised: #fbfbfa;
    --line: #e3e3de;
    --line-strong: #cfcfc8;
    --text: #1b1d20;
    --muted: #565b62;
    --faint: #6b7078;
    --accent: #3b4fd8;
    --accent-soft: #eceefc;
    --on-accent: #ffffff;
    --ok: #2b7a3d;
    --warn: #a85b00;
    --bad: #b3261e;
    --bad-soft: #fdecea;
    --warn-soft: #fdf2e0;
    --ok-soft: #e8f4ea;
    --heat-1: #dfe9e7;
    --heat-2: #a9cfc8;
    --heat-3: #5fa79c;
    --heat-4: #1f766a;
    --change: #bb3e0b;
    --whois: #8a6d1f;
    --whois-1: #f1e6c4;
    --whois-2: #dcc47c;
    --shadow: 0 1px 2px rgb(0 0 0 / .06), 0 8px 24px rgb(0 0 0 / .1);
    --sans: "Inter Variable", ui-sans-serif, system-ui, sans-serif;
    --mono: "JetBrains Mono Variable", ui-monospace, monospace;
    --s1: 4px;
    --s2: 8px;
    --s3: 12px;
    --s4: 16px;
    --s5: 24px;
    --s6: 32px;
    --r: 6px;
    color-scheme: light;
  }
  @media (prefers-color-scheme: dark) {
    :root:not([data-theme="light"]) {
      ${dark};
    }
  }
  :root[data-theme="dark"] {
    ${dark};
  }
  :root {
    --wa-color-surface-raised: var(--surface);
    --wa-color-surface-default: var(--surface);
    --wa-color-surface-border: var(--line-strong);
    --wa-color-text-normal: var(--text);
    --wa-color-text-quiet: var(--muted);
    --wa-color-overlay-modal: rgb(0 0 0 / .45);
    --wa-color-neutral-fill-normal: var(--accent-soft);
    --wa-color-neutral-on-normal: var(--text);
    --wa-color-neutral-on-quiet: var(--text);
    --wa-color-neutral-fill-quiet: var(--raised);
    --wa-color-danger-fill-normal: var(--bad-soft);
    --wa-color-danger-on-normal: var(--bad);
    --wa-color-danger-on-quiet: var(--bad);
    --wa-color-fill-quiet: transparent;
    --wa-color-on-quiet: var(--muted);
    --wa-color-mix-hover: black 6%;
    --wa-color-mix-active: black 10%;
    --wa-focus-ring: solid 2px var(--accent);
    --wa-focus-ring-style: solid;
    --wa-focus-ring-width: 2px;
    --wa-focus-ring-color: var(--accent);
    --wa-focus-ring-offset: 1px;
    --wa-font-family-body: var(--sans);
    --wa-font-family-heading: var(--sans);
    --wa-font-size-s: 13px;
    --wa-font-size-m: 14px;
    --wa-font-size-l: 16px;
    --wa-font-size-smaller: 12.5px;
    --wa-font-weight-heading: 600;
    --wa-font-weight-semibold: 600;
    --wa-font-weight-action: 500;
    --wa-font-weight-body: 400;
    --wa-line-height-condensed: 1.3;
    --wa-line-height-normal: 1.45;
    --wa-space-2xs: 4px;
    --wa-space-xs: 8px;
    --wa-space-s: 12px;
    --wa-space-m: 16px;
    --wa-space-l: 20px;
    --wa-space-xl: 24px;
    --wa-space-2xl: 32px;
    --wa-spacing-xs: 8px;
    --wa-border-style: solid;
    --wa-border-width-s: 1px;
    --wa-border-radius-s: 4px;
    --wa-border-radius-m: var(--r);
    --wa-panel-border-radius: 10px;
    --wa-panel-border-width: 1px;
    --wa-panel-border-style: solid;
    --wa-form-control-padding-block: 6px;
    --wa-form-control-padding-inline: 10px;
    --wa-form-control-height: 30px;
    --wa-form-control-border-radius: var(--r);
    --wa-form-control-border-width: 1px;
    --wa-form-control-border-style: solid;
    --wa-form-control-value-line-height: 1.4;
    --wa-shadow-s: var(--shadow);
    --wa-shadow-m: var(--shadow);
    --wa-shadow-l: var(--shadow);
    --wa-transition-easing: ease;
    --wa-transition-fast: 80ms;
    --wa-transition-normal: 140ms;
    --wa-transition-slow: 200ms;
    --wa-tooltip-background-color: var(--text);
    --wa-tooltip-border-color: var(--text);
    --wa-tooltip-content-color: var(--canvas);
    --wa-tooltip-border-radius: 5px;
    --wa-tooltip-border-style: solid;
    --wa-tooltip-border-width: 1px;
    --wa-tooltip-font-size: 12.5px;
    --wa-tooltip-line-height: 1.4;
    --wa-tooltip-arrow-size: 5px;
  }
  html {
    background: var(--canvas);
    color: var(--text);
    font: 14px/20px var(--sans);
    font-feature-settings: "cv05", "ss03";
    scroll-padding-top: 64px;
  }
  body {
    margin: 0;
  }
  @media (prefers-reduced-motion: reduce) {
    :root {
      --wa-transition-fast: 0ms;
      --wa-transition-normal: 0ms;
      --wa-transition-slow: 0ms;
    }
  }
`;
