/** The two topmost labels, reversed, and the rest: the key of a name is the hash of its base. */
export interface NameKey {
  readonly base: string;
  readonly rest: string;
}

/** Splits a name into base and rest: `www.example.com` is `com.example` and `www`. */
export function nameKey(name: string): NameKey {
  const labels = name.split(".").reverse();
  return {
    base: labels.slice(0, 2).join("."),
    rest: labels.slice(2).join("."),
  };
}
