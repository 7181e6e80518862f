const SPAN4 = "^\\d{1,3}(?:\\.\\d{1,3}){3}(?:[/-][0-9./]+)?$";
const SPAN6 =
  "^(?:[0-9a-f]{0,4}:){2,7}(?:[0-9a-f]{0,4}|[0-9.]{7,15})(?:[/-][0-9a-f:./]+)?$";

/**
 * `host_part` gives what a value is found by as a host: of a URL its host, of
 * `host:port`, `[address]:port` and `host/path` what stands before the rest, of
 * any other text the text itself; lower case. `host4` and `host6` give it where it has
 * the shape of an address, a block or a range of the family.
 */
export const hostPartMacro = `
CREATE OR REPLACE MACRO host_part(t) AS lower(CASE
  WHEN contains(t, '://') THEN rtrim(ltrim(regexp_extract(t, '^[a-zA-Z][a-zA-Z0-9+.-]*://(?:[^/?#]*@)?(\\[[^\\]]*\\]|[^/:?#]*)', 1), '['), ']')
  WHEN regexp_full_match(t, '\\[[^\\]]+\\](?::\\d{1,5})?') THEN regexp_extract(t, '^\\[([^\\]]+)\\]', 1)
  WHEN regexp_full_match(t, '[^:/@\\s]+:\\d{1,5}') THEN split_part(t, ':', 1)
  WHEN regexp_full_match(t, '[^:/@\\s]+\\.[a-zA-Z][^:/@\\s]*(?::\\d{1,5})?/\\S*') THEN regexp_extract(t, '^[^:/]+')
  ELSE t END);
CREATE OR REPLACE MACRO host4(t) AS nullif(regexp_extract(host_part(t), '${SPAN4}'), '');
CREATE OR REPLACE MACRO host6(t) AS nullif(regexp_extract(host_part(t), '${SPAN6}'), '');
`;
