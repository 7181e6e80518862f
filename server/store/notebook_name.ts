import { InputError } from "@pivotbook/data";

/** Most characters of a notebook's name. */
export const LONGEST_NAME = 81;
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u;

/** The name, which stands in a file name as it is; throws an `InputError` for one that cannot. */
export function checkedName(name: string): string {
  if (NAME.test(name) && [...name].length <= LONGEST_NAME) return name;
  throw new InputError(`"${name}" cannot name a notebook`, {
    code: "bad-notebook-name",
    remedy: "Use letters, digits, hyphens and underscores",
  });
}
