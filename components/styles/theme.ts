const KEY = "pivotbook-theme";

/** The theme that a reader chose; `system` follows the platform. */
export type Theme = "system" | "light" | "dark";

/** What was chosen on this page: all there is where the browser forbids or has no room to store it. */
let chosen: Theme | null = null;

/** The theme that was chosen here, or at the last visit. */
function storedTheme(): Theme {
  const value = chosen ?? attempt(() => localStorage.getItem(KEY));
  return value === "light" || value === "dark" ? value : "system";
}

/** The result; null where the browser throws, as it does for a page without storage. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

/** Shows a theme and keeps it for the next visit. */
export function setTheme(theme: Theme): void {
  chosen = theme;
  attempt(() =>
    theme === "system"
      ? localStorage.removeItem(KEY)
      : localStorage.setItem(KEY, theme)
  );
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
