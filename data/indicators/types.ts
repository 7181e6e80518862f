import { cidr, ipv4, ipv6 } from "./addresses.ts";
import { dnsName } from "./dns_name.ts";
import { hostName } from "./host_name.ts";
import type { IndicatorType } from "./indicator.ts";
import { normalUrl } from "./normal_url.ts";

/** Brings a refanged text to the normal form of one type; null where it is none. */
export type Normalise = (text: string) => string | null;

const matching =
  (pattern: RegExp, write: (text: string) => string): Normalise => (text) =>
    pattern.test(text) ? write(text) : null;

const lower = (text: string): string => text.toLowerCase();
const spaced: Normalise = (text) => text.trim().replace(/\s+/g, " ") || null;

const hex = (length: number): Normalise =>
  matching(new RegExp(`^[0-9a-f]{${length}}$`, "i"), lower);

/**
 * A fuzzy hash as ssdeep writes it: block size, and two hashes in letters of
 * base64. The block size is three times a power of two, which no time of day
 * with letters behind it is.
 */
function ssdeep(text: string): string | null {
  const [, size = "", first = "", second = ""] =
    /^(\d{1,10}):([A-Za-z0-9/+]{3,64}):([A-Za-z0-9/+]{3,64})$/.exec(text) ?? [];
  const power = Math.log2(Number(size) / 3);
  const isHash = power >= 0 && Number.isInteger(power) &&
    /[A-Za-z]/.test(first) && /[A-Za-z]/.test(second) &&
    first.length + second.length >= 9;
  return isHash ? text : null;
}

/** Digits with a plus before them, or without; a telephone number has six or more. */
function phone(text: string): string | null {
  if (!/^\+?[\d\s().-]{6,24}$/.test(text)) return null;
  const digits = text.replace(/[\s().-]/g, "");
  return /^\+?\d{6,}$/.test(digits) ? digits : null;
}

/** By type: its normal form. Types without a shape of their own accept any text. */
export const normalForms: Readonly<Record<IndicatorType, Normalise>> = {
  ipv4,
  ipv6,
  cidr,
  asn: (text) => {
    const [, digits] = /^asn?[\s:#-]*(\d{1,10})$/i.exec(text) ?? [];
    return digits === undefined || Number(digits) > 4_294_967_295
      ? null
      : `AS${Number(digits)}`;
  },
  domain: hostName,
  url: normalUrl,
  email: (text) => {
    const [, local, host] =
      /^("[^"\n]{1,62}"|[^\s@"<>(),;:\\[\]]{1,64})@(\S+)$/.exec(text) ?? [];
    const domain = host === undefined ? null : hostName(host);
    return domain === null || local === undefined ? null : `${local}@${domain}`;
  },
  md5: hex(32),
  sha1: hex(40),
  sha256: hex(64),
  sha512: hex(128),
  imphash: hex(32),
  authentihash: hex(64),
  ssdeep,
  certificate: (text) => {
    const plain = text.replaceAll(":", "").toLowerCase();
    return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(plain) ? plain : null;
  },
  tracker: matching(
    /^(?:UA-\d{4,10}(?:-\d{1,4})?|G-[A-Z0-9]{6,12}|GTM-[A-Z0-9]{4,9}|(?:ca-)?pub-\d{10,20})$/i,
    (text) => /^(?:ca-)?pub/i.test(text) ? lower(text) : text.toUpperCase(),
  ),
  cve: (text) => {
    const [, year, number] =
      /^CVE[-\s_\u2013](\d{4})[-\s_\u2013](\d{4,7})$/i.exec(text) ??
        [];
    return year === undefined ? null : `CVE-${year}-${number}`;
  },
  keyword: spaced,
  person: spaced,
  organization: spaced,
  phone,
  address: spaced,
  nameserver: knownName,
};

/** Normal forms where the text says the type: also names that no host may have, and bare numbers. */
export const toldForms: Readonly<Record<IndicatorType, Normalise>> = {
  ...normalForms,
  domain: knownName,
  asn: (text) => normalForms.asn(/^\d/.test(text) ? `AS${text}` : text),
};

function knownName(text: string): string | null {
  return /\s/.test(text) ? null : dnsName(text);
}
