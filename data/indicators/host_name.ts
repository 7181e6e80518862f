import { parse } from "tldts";

/** Endings that are file extensions as well as top-level domains. */
const FILE_ENDINGS = new Set([
  "zip",
  "mov",
  "py",
  "sh",
  "pl",
  "rs",
  "md",
  "ps",
  "so",
  "cc",
]);

/** A host name in normal form: lower case, A-labels, no trailing dot; null where the text is none. */
export function hostName(text: string): string | null {
  const plain = text.replace(/\.$/, "").toLowerCase();
  const [wildcard, name] = plain.startsWith("*.")
    ? ["*.", plain.slice(2)]
    : ["", plain];
  const ascii = toAscii(name);
  return ascii !== null && isHostName(ascii) ? wildcard + ascii : null;
}

function isHostName(name: string): boolean {
  const labels = name.split(".");
  return name.length <= 253 && labels.length > 1 &&
    !/^\d+$/.test(labels.at(-1) ?? "") &&
    labels.every((label) =>
      /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label)
    );
}

/** Internationalised labels as punycode (UTS 46, by the platform's URL parser). */
function toAscii(name: string): string | null {
  if (/^[\w.-]+$/.test(name)) return name;
  if (/[\s/?#@:\\[\]%<>^|]/.test(name)) return null;
  try {
    return new URL(`http://${name}/`).hostname;
  } catch {
    return null;
  }
}

/** Whether the ending is a public suffix that the list knows by name. */
export function hasKnownSuffix(name: string): boolean {
  const { isIcann, isPrivate } = parse(name, {
    allowPrivateDomains: true,
    validateHostname: false,
  });
  return Boolean(isIcann) || Boolean(isPrivate) ||
    /\.(?:example|test|invalid|localhost|local|onion|arpa|internal)$/.test(
      name,
    );
}

/** Whether it might as well be a file name, as `invoice.zip` or `run.sh`. */
export function mayBeFileName(name: string): boolean {
  const labels = name.split(".");
  return labels.length === 2 && FILE_ENDINGS.has(labels.at(-1) ?? "");
}

/** The domain that somebody registered for this name, or null above one. */
export function registrableDomain(name: string): string | null {
  return parse(name, { validateHostname: false }).domain;
}
