import "@awesome.me/webawesome/dist/components/dialog/dialog.js";
import "@awesome.me/webawesome/dist/components/divider/divider.js";
import "@awesome.me/webawesome/dist/components/drawer/drawer.js";
import "@awesome.me/webawesome/dist/components/dropdown/dropdown.js";
import "@awesome.me/webawesome/dist/components/dropdown-item/dropdown-item.js";
import { registerIconLibrary } from "@awesome.me/webawesome/dist/webawesome.js";
import { iconUrl } from "./icons.ts";

/** Makes the component library draw our own icons: its default set comes from a third party. */
export function registerIcons(): void {
  for (const library of ["default", "system"]) {
    registerIconLibrary(library, { resolver: iconUrl });
  }
}
