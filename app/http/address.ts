import ipaddr from "ipaddr.js";

const HOUSEHOLD_BYTES = 8;

/**
 * The place that a request comes from, for counting tries: an IPv4 address, or the first 64 bits of an IPv6 address,
 * all of which one household holds. What cannot be read counts as one place.
 */
export function placeOf(address: string | undefined): string {
  if (!address || !ipaddr.isValid(address)) return "unknown";
  const read = ipaddr.process(address);
  if (read.kind() === "ipv4") return read.toString();
  return `${Buffer.from(read.toByteArray().slice(0, HOUSEHOLD_BYTES)).toString("hex")}/64`;
}
