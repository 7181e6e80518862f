/** The name of the notebook at a path of the page; null where there is none. */
export function notebookAt(path: string): string | null {
  const match = /^\/notebooks\/([^/]+)$/.exec(path);
  return match?.[1] ? decoded(match[1]) : null;
}

/** The path of a notebook. */
export function pathOf(name: string): string {
  return `/notebooks/${encodeURIComponent(name)}`;
}

/** Whether a link leads to another place of the application. */
export function isInside(href: string): boolean {
  return href === "/" || href.startsWith("/notebooks/");
}

/** What an address names behind its hash, empty if nothing that can be read. */
export function anchorIn(hash: string): string {
  return decoded(hash.slice(1)) ?? "";
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
