import { ipv4, ipv6, oddIpv4 } from "./addresses.ts";
import { dnsName } from "./dns_name.ts";
import { urlSchemes } from "./schemes.ts";

const URL_PARTS = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is;

/**
 * A URL with lower-case scheme and host in normal form, without the scheme's
 * own port; user, path, query and fragment as they are. Null for a scheme that
 * is not known (`urlSchemes`), for a host that could not be, and for spaces.
 */
export function normalUrl(text: string): string | null {
  const [, written = "", authority = "", rest = ""] = URL_PARTS.exec(text) ??
    [];
  const scheme = written.toLowerCase();
  if (/\s/.test(text) || !Object.hasOwn(urlSchemes, scheme)) return null;
  if (scheme === "file" && authority === "") {
    return rest.length > 1 ? `file://${rest}` : null;
  }
  const [, user = "", host = "", port] =
    /^(.*@)?(\[[^\]]*\]|[^:@]*)(?::(\d{0,5}))?$/s.exec(authority) ?? [];
  const normal = urlHost(host);
  if (normal === null || Number(port ?? 0) > 65_535) return null;
  const told = port === undefined || port === "" ||
      Number(port) === urlSchemes[scheme]
    ? ""
    : `:${Number(port)}`;
  return `${scheme}://${user}${normal}${told}${rest}`;
}

/** The host of a URL in normal form, an IPv6 address in brackets; null where it could be none. */
function urlHost(text: string): string | null {
  if (text.startsWith("[")) {
    const address = ipv6(text.replace(/%25/, "%"));
    return address === null ? null : `[${address}]`;
  }
  const address = ipv4(text.replace(/\.$/, "")) ?? oddIpv4(text);
  if (address !== null) return address;
  const name = dnsName(text);
  const isName = name !== null &&
    /^(?:\*\.)?[a-z0-9_.-]*[a-z0-9_-]$/.test(name);
  return isName && !/(?:^|\.)\d+$/.test(name) ? name : null;
}
