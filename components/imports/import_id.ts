/** A new id for an import, 32 hex digits; `crypto.randomUUID` is missing on pages without TLS. */
export function newImportId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
