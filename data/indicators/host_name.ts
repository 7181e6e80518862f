import { parse } from "tldts";
import { dnsName } from "./dns_name.ts";

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

/**
 * A text that is read as a host name without further say, in the normal form
 * of `dnsName`; null where it is none. It has two labels or more, none begins
 * or ends with a hyphen, and the last one is no number. Escapes need a known
 * ending, and a slash `arpa`. A leading `*.` is the wildcard of an `Indicator`.
 */
export function hostName(text: string): string | null {
  if (NEVER_IN_A_HOST.test(text)) return null;
  const name = dnsName(text);
  if (name === null) return null;
  const labels = name.replace(/^\*\./, "").split(".");
  const isHost = labels.length > 1 && !/^\d+$/.test(labels.at(-1) ?? "") &&
    labels.every((label) => HOST_LABEL.test(label));
  return isHost && (!name.includes("\\") || hasKnownSuffix(name)) ? name : null;
}

// A slash or an escaped octet other than at the ends is as good as a letter.
const HOST_LABEL = /^(?:[a-z0-9_]|\\\d{3})(?:[a-z0-9_/\\-]*[a-z0-9_])?$/;
const NEVER_IN_A_HOST =
  /[\s?#@:[\]%<>^|"'`(){},;!=&+~$]|\\(?!\d{3})|\/(?!.*arpa\.?$)/is;

/** Whether the ending is a public suffix that the list knows by name. */
export function hasKnownSuffix(name: string): boolean {
  const { isIcann, isPrivate } = parse(name, {
    allowPrivateDomains: true,
    extractHostname: false,
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
  return parse(name, { extractHostname: false, validateHostname: false })
    .domain;
}
