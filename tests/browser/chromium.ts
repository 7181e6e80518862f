import { type Browser, chromium } from "playwright-core";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const CANDIDATES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/microsoft-edge",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** The browser that is installed, or null. */
export async function installedBrowser(): Promise<string | null> {
  for (const path of CANDIDATES) {
    if (await Deno.stat(path).then(({ isFile }) => isFile, () => false)) {
      return path;
    }
  }
  return null;
}

/** Starts a headless browser that talks to nobody but the pages it is given. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await installedBrowser();
  if (executablePath === null) {
    throw new Error(
      "No Chromium: install one, or run deno task test, which does",
    );
  }
  return await chromium.launch({ executablePath, args: FLAGS });
}
