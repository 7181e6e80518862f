import ipaddr from "ipaddr.js";
import { InputError } from "../errors.ts";
import type { Indicator } from "../indicators/indicator.ts";

/** Lowest and highest address of an indicator, as numbers. */
export interface AddressSpan {
  readonly version: 4 | 6;
  readonly low: bigint;
  readonly high: bigint;
}

/** The addresses that an `ipv4`, `ipv6` or `cidr` indicator stands for; throws an `InputError` for another text. */
export function addressSpan({ type, value }: Indicator): AddressSpan {
  const [address = "", length] = value.split("/");
  if (!ipaddr.isValid(address)) {
    throw new InputError(`Cannot look up "${value}": it is no ${type}`, {
      code: "bad-indicator",
      remedy: "Write an address as 192.0.2.1 or a range as 192.0.2.0/24",
    });
  }
  const bytes = ipaddr.parse(address).toByteArray();
  const version = bytes.length === 4 ? 4 : 6;
  const bits = BigInt(bytes.length * 8);
  const size = 1n << (bits - BigInt(length ?? bits));
  const number = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const low = number - number % size;
  return { version, low, high: low + size - 1n };
}
