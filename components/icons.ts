import {
  ArrowDown,
  ArrowUp,
  ChevronDown,
  ChevronRight,
  CircleQuestionMark,
  CornerDownRight,
  Ellipsis,
  FileText,
  Menu,
  Moon,
  PanelRight,
  Play,
  Plus,
  Search,
  Square,
  Sun,
  Upload,
  Waypoints,
  X,
} from "lucide-static";
import { html, type TemplateResult } from "lit";
import { unsafeSVG } from "lit/directives/unsafe-svg.js";

const icons = {
  "arrow-down": ArrowDown,
  "arrow-up": ArrowUp,
  "chevron-down": ChevronDown,
  "chevron-right": ChevronRight,
  ellipsis: Ellipsis,
  file: FileText,
  help: CircleQuestionMark,
  menu: Menu,
  moon: Moon,
  panel: PanelRight,
  pivot: CornerDownRight,
  play: Play,
  plus: Plus,
  search: Search,
  stop: Square,
  sun: Sun,
  upload: Upload,
  brand: Waypoints,
  xmark: X,
} as const;

/** Names of the icons that the page has. */
export type IconName = keyof typeof icons;

/** Draws an icon in the text colour; decorative, so its control needs a name of its own. */
export function icon(name: IconName): TemplateResult {
  return html`<span class="icon" aria-hidden="true">${
    unsafeSVG(icons[name])
  }</span>`;
}

/** The icon's SVG as a `data:` URL, for the component library. */
export function iconUrl(name: string): string {
  const svg = Object.entries(icons).find(([key]) => key === name)?.[1];
  return `data:image/svg+xml,${encodeURIComponent(svg ?? icons.xmark)}`;
}
