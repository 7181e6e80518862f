/** `whole` reads a text as a whole number; null for one that is none, or that BIGINT cannot hold. */
export const wholeMacro = `
CREATE OR REPLACE MACRO whole(t) AS CASE
  WHEN regexp_full_match(t, '-?\\d+(\\.0*)?') THEN try_cast(split_part(t, '.', 1) AS BIGINT) END;
`;

/** The reason against a number that is none or too large, over the text that was given. */
export function notWhole(name: string, given: string): string {
  return `CASE WHEN regexp_full_match(${given}, '\\d+(\\.0*)?') THEN '${name} is above 9223372036854775807' ELSE '${name} is no whole number' END`;
}
