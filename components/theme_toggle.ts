import { css, html, LitElement } from "lit";
import { customElement } from "lit/decorators.js";
import { icon } from "./icons.ts";
import { base } from "./styles/base.ts";
import { isDark, setTheme } from "./styles/theme.ts";

/**
 * Light or dark; kept for the next visit.
 *
 * @summary Theme toggle
 */
@customElement("pivotbook-theme-toggle")
export class ThemeToggle extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
      }
    `,
  ];

  override render(): unknown {
    const label = isDark() ? "Light theme" : "Dark theme";
    return html`
      <button class="quiet" aria-label=${label} title=${label}
        @click=${this.#toggle}>${icon(isDark() ? "sun" : "moon")}</button>
    `;
  }

  #toggle(): void {
    setTheme(isDark() ? "light" : "dark");
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-theme-toggle": ThemeToggle;
  }
}
