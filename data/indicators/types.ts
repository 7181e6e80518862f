import { cidr, ipv4, ipv6 } from "./addresses.ts";
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

/** By type: its normal form. Types without a shape of their own accept any text. */
export const normalForms: Readonly<Record<IndicatorType, Normalise>> = {
  ipv4,
  ipv6,
  cidr,
  asn: (text) => {
    const [, digits] = /^asn?\s*(\d{1,10})$/i.exec(text) ?? [];
    return digits === undefined || Number(digits) > 4_294_967_295
      ? null
      : `AS${Number(digits)}`;
  },
  domain: hostName,
  url: normalUrl,
  email: (text) => {
    const [, local, host] = /^([^\s@"<>(),;:\\]+)@(\S+)$/.exec(text) ?? [];
    const domain = host === undefined ? null : hostName(host);
    return domain === null || local === undefined ? null : `${local}@${domain}`;
  },
  md5: hex(32),
  sha1: hex(40),
  sha256: hex(64),
  certificate: (text) => {
    const plain = text.replaceAll(":", "").toLowerCase();
    return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(plain) ? plain : null;
  },
  tracker: matching(
    /^(?:UA-\d{4,10}(?:-\d{1,4})?|G-[A-Z0-9]{6,12}|GTM-[A-Z0-9]{4,9}|(?:ca-)?pub-\d{10,20})$/i,
    (text) => /^(?:ca-)?pub/i.test(text) ? lower(text) : text.toUpperCase(),
  ),
  cve: (text) => {
    const [, year, number] = /^CVE[-\s](\d{4})[-\s](\d{4,7})$/i.exec(text) ??
      [];
    return year === undefined ? null : `CVE-${year}-${number}`;
  },
  keyword: spaced,
  person: spaced,
  organization: spaced,
  phone: (text) =>
    /^\+?[\d\s().-]{6,24}$/.test(text)
      ? text.replace(/[\s()-]/g, "").replace(/(?<=\d)\.(?=\d)/g, "")
      : null,
  address: spaced,
  nameserver: hostName,
};
