import ipaddr from "ipaddr.js";

/** A strict dotted quad without leading zeros, or null. */
export function ipv4(text: string): string | null {
  const octet = "(?:0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])";
  return new RegExp(`^${octet}(?:\\.${octet}){3}$`).test(text) ? text : null;
}

/** An IPv6 address as RFC 5952 writes it, one that holds an IPv4 address with that (section 5), zone dropped; null for any other text. */
export function ipv6(text: string): string | null {
  const plain = text.replace(/^\[([^\]]+)\]$/, "$1").replace(/%[\w.-]+$/, "");
  if (!plain.includes(":") || !ipaddr.IPv6.isValid(plain)) return null;
  const address = ipaddr.IPv6.parse(plain);
  return address.isIPv4MappedAddress()
    ? `::ffff:${address.toIPv4Address()}`
    : address.toRFC5952String();
}

/** An address block with its host bits masked, or null. */
export function cidr(text: string): string | null {
  const match = /^(\S+)\/(\d{1,3})$/.exec(text);
  const [, base = "", bits = ""] = match ?? [];
  const family = ipv4(base) !== null
    ? ipaddr.IPv4
    : ipv6(base) !== null
    ? ipaddr.IPv6
    : null;
  if (family === null || Number(bits) > (family === ipaddr.IPv4 ? 32 : 128)) {
    return null;
  }
  const network = family.networkAddressFromCIDR(
    `${base.replace(/%.*$/, "")}/${Number(bits)}`,
  );
  const written = network.kind() === "ipv6"
    ? ipv6(network.toString())
    : network.toString();
  return `${written}/${Number(bits)}`;
}

/** What an odd spelling of an IPv4 address means: octal, hex or one integer; null where it is none. */
export function oddIpv4(text: string): string | null {
  const looksOdd =
    /^(?:0x[0-9a-f]+|0[0-7]*|\d+)(?:\.(?:0x[0-9a-f]+|0[0-7]*|\d+)){0,3}$/i;
  if (!looksOdd.test(text) || ipv4(text) !== null) return null;
  const isOdd = /(?:^|\.)0[0-7x]/i.test(text) ||
    (/^\d+$/.test(text) && Number(text) > 0xffffff);
  return isOdd && ipaddr.IPv4.isValid(text)
    ? ipaddr.IPv4.parse(text).toString()
    : null;
}
