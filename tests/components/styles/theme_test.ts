import assert from "node:assert/strict";
import { isDark, setTheme } from "../../../components/styles/theme.ts";

const forbidden = (name: string) => () => {
  throw new DOMException("no storage here", name);
};

/** What a page without storage has, or one whose storage is full. */
const storages = [
  ["the browser forbids it", () => {
    Object.defineProperty(globalThis, "localStorage", {
      get: forbidden("SecurityError"),
      configurable: true,
    });
  }],
  ["it is full", () => {
    const value = {
      getItem: () => null,
      setItem: forbidden("QuotaExceededError"),
      removeItem: () => {},
    };
    Object.defineProperty(globalThis, "localStorage", {
      value,
      configurable: true,
    });
  }],
] as const;

for (const [why, withhold] of storages) {
  Deno.test(`a theme is shown although ${why}, and stays for as long as the page does`, () => {
    const before = Object.getOwnPropertyDescriptor(globalThis, "localStorage");
    const dataset: Record<string, string> = {};
    Object.assign(globalThis, {
      document: { documentElement: { dataset } },
      matchMedia: () => ({ matches: false }),
    });
    withhold();
    try {
      setTheme("dark");
      assert.equal(dataset["theme"], "dark");
      assert.ok(isDark());
      setTheme("system");
      assert.equal(dataset["theme"], undefined);
      assert.ok(!isDark());
    } finally {
      Reflect.deleteProperty(globalThis, "document");
      Reflect.deleteProperty(globalThis, "matchMedia");
      if (before) Object.defineProperty(globalThis, "localStorage", before);
    }
  });
}
