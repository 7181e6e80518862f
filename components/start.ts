import type { App } from "./app.ts";
import type { OpenRuntime } from "./runtime.ts";
import { applyTheme } from "./styles/theme.ts";
import { tokens } from "./styles/tokens.ts";
import { registerIcons } from "./web_awesome.ts";

/** Draws the application in the page's element, or in a new one. */
export function startPage(openRuntime: OpenRuntime): void {
  applyTheme();
  registerIcons();
  const look = tokens.styleSheet;
  if (look) document.adoptedStyleSheets = [look];
  const app = document.querySelector<App>("pivotbook-app") ??
    document.body.appendChild(document.createElement("pivotbook-app"));
  app.openRuntime = openRuntime;
}
