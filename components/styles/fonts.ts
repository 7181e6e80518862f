/** A font file that the page loads from its own server: the package's file and the name under `/assets/`. */
export interface FontFile {
  readonly family: string;
  readonly specifier: string;
  readonly asset: string;
  readonly range: string;
}

const latin =
  "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2190-2199,U+2212,U+2215,U+25A0-25FF,U+FEFF,U+FFFD";
const extended =
  "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF";

function file(family: string, name: string, range: string): FontFile {
  const folder = name.startsWith("inter-") ? "inter" : "jetbrains-mono";
  return {
    family,
    specifier: `@fontsource-variable/${folder}/files/${name}`,
    asset: name,
    range,
  };
}

/** The fonts that the build copies to `/assets/`. */
export const fontFiles: readonly FontFile[] = [
  file("Inter Variable", "inter-latin-wght-normal.woff2", latin),
  file("Inter Variable", "inter-latin-ext-wght-normal.woff2", extended),
  file(
    "JetBrains Mono Variable",
    "jetbrains-mono-latin-wght-normal.woff2",
    latin,
  ),
  file(
    "JetBrains Mono Variable",
    "jetbrains-mono-latin-ext-wght-normal.woff2",
    extended,
  ),
];

/** `@font-face` rules for `fontFiles`. */
export function fontFaces(): string {
  return fontFiles.map(({ family, asset, range }) =>
    `@font-face{font-family:"${family}";font-style:normal;font-weight:100 900;font-display:swap;src:url("/assets/${asset}") format("woff2");unicode-range:${range}}`
  ).join("\n");
}
