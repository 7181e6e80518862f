import { ipv6 } from "../indicators/addresses.ts";
import { dnsName } from "../indicators/dns_name.ts";
import { hostName } from "../indicators/host_name.ts";
import type { IndicatorType } from "../indicators/indicator.ts";
import { refang } from "../indicators/refang.ts";
import { normalForms } from "../indicators/types.ts";
import { mixedIndicator, mixedValue } from "../kinds/mixed_value.ts";

/**
 * Functions of one or two texts that `readerMacros` call for what SQL alone
 * cannot bring to its normal form; the engine that reads files must know them
 * under these names. None is called with a null.
 */
export const readerFunctions: Readonly<
  Record<string, (text: string, more: string) => string | null>
> = {
  reader_name: name,
  reader_ip6: (text) => ipv6(text) ?? ipv6(refang(text)),
  reader_url: typed("url"),
  reader_email: typed("email"),
  reader_tracker: typed("tracker"),
  reader_mixed: mixedValue,
  reader_type: (text) => mixedIndicator(text)?.type ?? null,
  reader_record: recordData,
};

/** Marks that stand around the dots of a defanged name, and never in an escape. */
const DEFANGED = /^[^\\]*[\][(){}<>][^\\]*$/;

function name(text: string): string | null {
  return (DEFANGED.test(text) ? hostName(refang(text)) : null) ?? dnsName(text);
}

/** A text that is none of the type stays as it is. */
function typed(type: IndicatorType): (text: string) => string {
  return (text) => normalForms[type](refang(text)) ?? text;
}

/** Where names stand among the fields of a record's data. */
const NAMES: Readonly<Record<string, readonly number[]>> = {
  MX: [1],
  SRV: [3],
  SOA: [0, 1],
  SVCB: [1],
  HTTPS: [1],
};

/** A field of presentation format; an escaped space does not end it. */
const FIELD = /(?:\\[^]|[^\\\s])+/g;

/** Data of a record that holds names: these in normal form, the rest as it is. Data of another shape stays. */
function recordData(data: string, rrtype: string): string {
  const places = NAMES[rrtype] ?? [];
  const fields = [...data.matchAll(FIELD)];
  const names = places.map((place) => dnsName(fields[place]?.[0] ?? ""));
  if (names.includes(null)) return data;
  const last = Math.max(...places);
  const head = fields.slice(0, last + 1).map(([field], index) =>
    names[places.indexOf(index)] ?? field
  );
  const end = fields[last];
  const rest = end === undefined ? "" : data.slice(end.index + end[0].length);
  return head.join(" ") + rest.trimEnd();
}
