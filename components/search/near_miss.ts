import { refang } from "@pivotbook/data";

/** What a text looks like that is no indicator, and what is missing. */
interface NearMiss {
  readonly looks: RegExp;
  readonly says: (text: string) => string;
}

/** Groups of an IPv6 address. */
const GROUPS = 8;

/** The first that fits is told. */
const misses: readonly NearMiss[] = [
  {
    looks: /^[0-9a-f]{8,}$/i,
    says: ({ length }) =>
      `${length} hex digits: no hash has that length; MD5 has 32, SHA-1 40, SHA-256 64, SHA-512 128`,
  },
  {
    looks: /^(md5|sha1|sha256|sha512|imphash|authentihash):/i,
    says: (text) => {
      const [type = "", digits = ""] = text.split(/:\s*/);
      return `${digits.length} digits: ${names[type.toLowerCase()]}`;
    },
  },
  {
    looks: /^\d+(\.\d+){3}$/,
    says: (text) => {
      const above = text.split(".").find((part) => Number(part) > 255);
      return `An IPv4 address in which ${above} is above 255`;
    },
  },
  {
    looks: /^\d+(\.\d*){1,2}$/,
    says: (text) => {
      const parts = text.split(".").filter(Boolean);
      const filled = [...parts, "0", "0", "0"].slice(0, 4).join(".");
      return `${parts.length} of the 4 parts of an IPv4 address; a network is written ${filled}/${
        parts.length * 8
      }`;
    },
  },
  {
    looks: /^\d+(\.\d+){4,}$/,
    says: (text) =>
      `${text.split(".").length} numbers: an IPv4 address has 4 parts`,
  },
  {
    looks: /^[\d.]+\/\d+$/,
    says: () => "An IPv4 network with a prefix that is longer than 32 bits",
  },
  {
    looks: /^[0-9a-f:]+\/\d+$/i,
    says: () =>
      "An IPv6 network that is cut short, or whose prefix is longer than 128 bits",
  },
  {
    looks: /^[0-9a-f:]*::[0-9a-f:]*:?:[0-9a-f:]*$/i,
    says: () => "An IPv6 address has :: at most once",
  },
  {
    looks: /^[0-9a-f]{0,4}(:[0-9a-f]{0,4})+$/i,
    says: (text) => {
      const groups = text.split(":").filter(Boolean);
      return groups.length > GROUPS
        ? `${groups.length} groups: an IPv6 address has ${GROUPS}`
        : `${groups.length} of the ${GROUPS} groups of an IPv6 address; a network is written ${
          groups.join(":")
        }::/${groups.length * 16}`;
    },
  },
  {
    looks: /^cve\b/i,
    says: () => "A CVE is its year and at least four digits, as CVE-2017-0144",
  },
  {
    looks: /^asn?\s*\d*$/i,
    says: () => "An AS number is AS and a number up to 4294967295",
  },
  {
    looks: /^[a-z]+:\/\//i,
    says: () => "A URL without a host that could be real",
  },
  {
    looks: /@/,
    says: () =>
      "An e-mail address needs a name before the @ and a domain behind",
  },
  {
    looks: /\.\./,
    says: () => "A domain with two dots in a row",
  },
  {
    looks: /(^|\.)-|-(\.|$)/,
    says: () => "No part of a domain begins or ends with a hyphen",
  },
  {
    looks: /^[\p{L}\p{N}_-]+$/u,
    says: (text) =>
      `One word without a dot is no domain; to look for it as text, write keyword: ${text}`,
  },
];

/** Longest text that is looked at: none of these is longer. */
const LONGEST = 256;

const names: Readonly<Record<string, string>> = {
  md5: "MD5 has 32",
  sha1: "SHA-1 has 40",
  sha256: "SHA-256 has 64",
  sha512: "SHA-512 has 128",
  imphash: "an imphash has 32",
  authentihash: "an authentihash has 64",
};

/** What a single word looks like that cannot be read whole, and what it lacks; null where nothing can be told of it. */
export function nearMiss(text: string): string | null {
  const word = refang(text).replaceAll(/[[\](){}<>]/g, "");
  const many = /\s/.test(word.replace(/:\s+/, ":"));
  if (word === "" || many || word.length > LONGEST) return null;
  const found = misses.find(({ looks }) => looks.test(word));
  return found ? found.says(word) : null;
}
