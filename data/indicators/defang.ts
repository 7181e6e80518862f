import type { Indicator, IndicatorType } from "./indicator.ts";

const dots = (text: string): string => text.replaceAll(".", "[.]");

/** Dots of the host only, so that the path stays readable. */
function url(value: string): string {
  const [, scheme = "", authority = "", rest = ""] =
    /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(value) ?? [];
  const harmless = scheme.replace(/^http/, "hxxp").replace(/^ftp/, "fxp");
  const host = authority.startsWith("[") ? authority : dots(authority);
  return `${harmless}://${host}${rest}`;
}

const writers: Partial<Record<IndicatorType, (value: string) => string>> = {
  ipv4: dots,
  ipv6: (value) => value.replace(":", "[:]"),
  cidr: (value) =>
    value.includes(":") ? value.replace(":", "[:]") : dots(value),
  domain: dots,
  nameserver: dots,
  url,
  email: (value) => dots(value).replace("@", "[@]"),
};

/** The indicator so that nothing opens it by accident: `192[.]0[.]2[.]7`, `hxxp://`, `a[@]b`. `parseIndicator` reads it back. */
export function defang({ type, value }: Indicator): string {
  return writers[type]?.(value) ?? value;
}
