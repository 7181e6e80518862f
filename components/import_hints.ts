/** What to import to have rows of a kind, for empty tabs. */
export const importHints: Readonly<Record<string, string>> = {
  resolutions: "passive DNS, as CSV, JSON lines or Zeek dns.log",
  whois: "RDAP or WHOIS text",
  osint: "a MISP event, a STIX bundle or a list of indicators",
  blocklist: "a blocklist or feed",
  samples: "a list of hashes or a MISP event",
  sample_links: "a MISP event or a sandbox report",
  hostpairs: "a HAR file or proxy log",
  certificates: "Zeek x509.log or certificates",
  web_attributes: "a HAR file",
  alerts: "Suricata eve.json",
  netblocks: "RDAP or a table of networks",
};
