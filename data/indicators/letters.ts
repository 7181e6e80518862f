/** Scripts that put no space between a name and the words around it. */
const UNSPACED =
  "\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}\\p{sc=Thai}";

/** Classes for patterns with the `v` flag: letters and digits of names in spaced and in unspaced scripts. */
export const SPACED_LETTER = `[[\\p{L}\\p{M}\\p{N}_]--[${UNSPACED}]]`;
export const UNSPACED_LETTER = `[${UNSPACED}]`;

/** What ends a URL in a running text: spaces, quotes of all kinds, brackets and marks in full width. */
export const ENDS_URL =
  `\\s<>"\`\\|\u2018\u2019\u201A-\u201F\u00AB\u00BB\u2039\u203A\u3001-\u3003\u3008-\u3011\u3014-\u301F\uFF01\uFF02\uFF07-\uFF09\uFF0C\uFF1A-\uFF1F\uFF3B\uFF3D\uFF5B-\uFF65`;
