/** URL schemes that are read, and the port that each means without saying so; null where there is none. */
export const urlSchemes: Readonly<Record<string, number | null>> = {
  http: 80,
  https: 443,
  ftp: 21,
  ftps: 990,
  sftp: 22,
  ssh: 22,
  scp: 22,
  telnet: 23,
  ws: 80,
  wss: 443,
  ldap: 389,
  ldaps: 636,
  tcp: null,
  udp: null,
  tls: null,
  ssl: null,
  file: null,
  smb: 445,
  rdp: 3389,
  vnc: 5900,
  irc: 6667,
  ircs: 6697,
  dns: 53,
  doh: null,
  mqtt: 1883,
  mqtts: 8883,
  rtsp: 554,
  socks4: 1080,
  socks5: 1080,
  "stratum+tcp": null,
  "stratum+ssl": null,
  git: 9418,
  gopher: 70,
};

/** The schemes as a pattern, longest first. */
export const SCHEME = Object.keys(urlSchemes)
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replace("+", "\\+"))
  .join("|");

/** How `http`, `https`, `ftp` and `ftps` are written so that nobody opens them, the plain forms with them. */
export const DEFANGED_SCHEME =
  "h(?:tt|x{2,3}|tx|xt|\\*\\*|\\[(?:tt|xx)\\])p(?:s|\\[s\\]|\\(s\\))?|meows?|f(?:[tx]p|tx|\\[t\\]p)s?";

/** The scheme that one of `DEFANGED_SCHEME` stands for. */
export function plainScheme(written: string): string {
  const name = /^f/i.test(written) ? "ftp" : "http";
  return /s\W?$/i.test(written) ? `${name}s` : name;
}
