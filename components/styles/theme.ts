const KEY = "pivotbook-theme";

/** The theme that a reader chose; `system` follows the platform. */
export type Theme = "system" | "light" | "dark";

/** The stored theme. */
function storedTheme(): Theme {
  const value = localStorage.getItem(KEY);
  return value === "light" || value === "dark" ? value : "system";
}

/** Shows a theme and keeps it for the next visit. */
export function setTheme(theme: Theme): void {
  if (theme === "system") localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, theme);
  applyTheme();
}

/** Puts the stored theme on the document. */
export function applyTheme(): void {
  const theme = storedTheme();
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}

/** Whether the page is dark now, whatever the reason. */
export function isDark(): boolean {
  const theme = storedTheme();
  if (theme !== "system") return theme === "dark";
  return matchMedia("(prefers-color-scheme: dark)").matches;
}
