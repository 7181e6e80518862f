import { InputError } from "@pivotbook/data";
import { type InputType, noChoices } from "./input_type.ts";

const MICROSECONDS_PER_DAY = 86_400_000_000n;

/** Days from the first to the last, either of them open: `2016-10-01..2017-02-28`. `start` and `stop` are the half-open span of the same days. */
export const daterange: InputType = {
  name: "daterange",
  read({ body }) {
    const { first, last } = readRange(body.trim());
    return Object.entries({
      first_day: first,
      last_day: last,
      ...spanOf(body),
    }).map(([name, value]) => ({ name, type: "TIMESTAMP", values: [value] }));
  },
  choices: noChoices,
};

/** The half-open span of the days that a range's text names, as UTC microseconds; null where open. Throws an `InputError` for a text that is no range. */
export function spanOf(
  text: string,
): { start: bigint | null; stop: bigint | null } {
  const { first, last } = readRange(text.trim());
  const stop = last === null ? null : last + MICROSECONDS_PER_DAY;
  return { start: first, stop };
}

/** Days as UTC microseconds of their midnight; null where open. */
interface Days {
  readonly first: bigint | null;
  readonly last: bigint | null;
}

function readRange(text: string): Days {
  const parts = text === "" ? ["", ""] : text.split("..");
  const [first = "", last = first] = parts.map((part) => part.trim());
  if (parts.length > 2) throw badRange(`"${text}" has more than two days`);
  const days = { first: readDay(first), last: readDay(last) };
  if (days.first !== null && days.last !== null && days.first > days.last) {
    throw badRange(`${first} is after ${last}`);
  }
  return days;
}

function readDay(text: string): bigint | null {
  if (text === "") return null;
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const [year = 0, month = 0, day = 0] = match?.slice(1).map(Number) ?? [];
  const milliseconds = Date.UTC(year, month - 1, day);
  const same = match && new Date(milliseconds).toISOString().startsWith(text);
  if (!same) throw badRange(`"${text}" is not a day`);
  return BigInt(milliseconds) * 1000n;
}

function badRange(message: string): InputError {
  return new InputError(message, {
    code: "bad-daterange",
    remedy: "Write 2016-10-01..2017-02-28; leave a side empty to keep it open",
    where: { line: 1 },
  });
}
