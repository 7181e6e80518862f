/** All indicator types, in the order in which an ambiguous text is tried. */
export const INDICATOR_TYPES = [
  "ipv4",
  "ipv6",
  "cidr",
  "asn",
  "domain",
  "url",
  "email",
  "md5",
  "sha1",
  "sha256",
  "sha512",
  "imphash",
  "authentihash",
  "ssdeep",
  "certificate",
  "tracker",
  "cve",
  "keyword",
  "person",
  "organization",
  "phone",
  "address",
  "nameserver",
] as const;

/**
 * The type of an indicator; `domain` is any name of the DNS, `certificate` a
 * fingerprint, `tracker` an analytics or advertising id, `imphash` the MD5 of
 * an import table, `authentihash` the SHA-256 of what a signature covers.
 */
export type IndicatorType = typeof INDICATOR_TYPES[number];

/**
 * What an analyst looks up: a type and a value in normal form (see
 * `parseIndicator`). A domain value that starts with `*.` means the domain and
 * all names below it.
 */
export interface Indicator {
  readonly type: IndicatorType;
  readonly value: string;
}

/** One text for an indicator, to tell it from others and to sort by. */
export function indicatorKey({ type, value }: Indicator): string {
  return `${type} ${value}`;
}
