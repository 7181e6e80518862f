import { InputError } from "@pivotbook/data";

const FACTORS: Readonly<Record<string, number>> = {
  "": 1,
  k: 1024,
  m: 1024 ** 2,
  g: 1024 ** 3,
  t: 1024 ** 4,
};

/** Bytes of a size as people write it: `500MB`, `1.5 GB`, `4096`. */
export function bytesOf(text: string, option: string): number {
  const [, number, unit = ""] =
    /^\s*(\d+(?:\.\d+)?)\s*([kmgt]?)i?b?\s*$/i.exec(text) ?? [];
  const bytes = Number(number) * (FACTORS[unit.toLowerCase()] ?? NaN);
  if (bytes > 0) return Math.floor(bytes);
  throw new InputError(`"${text}" is no size for ${option}`, {
    code: "bad-option",
    remedy: "Write a number and a unit, as 500MB or 8GB",
  });
}

/** A share of a whole, 0 to 1, as people write it: `50%`, `0.5`. */
export function shareOf(text: string, option: string): number {
  const [, number, percent] = /^\s*(\d+(?:\.\d+)?)\s*(%?)\s*$/.exec(text) ?? [];
  const share = percent === "%" ? Number(number) / 100 : Number(number);
  if (share <= 1) return share;
  throw new InputError(`"${text}" is no share for ${option}`, {
    code: "bad-option",
    remedy: "Write a percentage, as 50%, or a number from 0 to 1",
  });
}
