import type { OpenRuntime } from "./runtime.ts";
import { fontFaces } from "./styles/fonts.ts";
import { applyTheme } from "./styles/theme.ts";
import { tokens } from "./styles/tokens.ts";
import { registerIcons } from "./web_awesome.ts";

/** Draws the application; `openRuntime` has begun to start the engine already. */
export function startPage(openRuntime: OpenRuntime | null): void {
  applyTheme();
  registerIcons();
  const fonts = new CSSStyleSheet();
  fonts.replaceSync(fontFaces());
  const look = tokens.styleSheet;
  document.adoptedStyleSheets = look ? [fonts, look] : [fonts];
  const app = document.createElement("pivotbook-app");
  app.openRuntime = openRuntime;
  document.body.append(app);
}
