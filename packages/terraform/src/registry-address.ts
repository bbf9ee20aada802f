/**
 * Which addresses are public: everything else could be this machine, its network, or the metadata service of a cloud. It
 * resolves nothing but by the system's resolver, and connects to nothing.
 *
 * https://www.iana.org/assignments/iana-ipv4-special-registry
 * https://www.iana.org/assignments/iana-ipv6-special-registry
 */
import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";
import type { Network } from "./registry-options.ts";

const SPECIAL: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
];

/** Within 2000::/3, the only part of IPv6 that is handed out to the public. */
const SPECIAL_6: readonly (readonly [string, number])[] = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
];

const special = new BlockList();
for (const [address, bits] of SPECIAL) special.addSubnet(address, bits, "ipv4");
for (const [address, bits] of SPECIAL_6) special.addSubnet(address, bits, "ipv6");
const global6 = new BlockList();
global6.addSubnet("2000::", 3, "ipv6");

/** Is it an IP address that anybody could ask? An IPv6 address that stands for an IPv4 one is none. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !special.check(address, "ipv4");
  // A zone (%eth0) belongs to a link-local address.
  return family === 6 && !address.includes("%") && global6.check(address, "ipv6") && !special.check(address, "ipv6");
}

/** The system's own resolver, which knows /etc/hosts. */
export const systemNetwork: Network = {
  resolve: async (hostname) => (await lookup(hostname, { all: true })).map(({ address }) => address),
  isPublic: isPublicAddress,
};

/** Names that lead to this machine or its network whatever a resolver says; for hosts that a proxy resolves. */
export function isLocalName(hostname: string): boolean {
  const labels = hostname.toLowerCase().replace(/\.$/, "").split(".");
  const last = labels.at(-1) ?? "";
  return (
    labels.length < 2 || ["localhost", "local", "internal", "lan", "intranet", "corp", "home", "arpa"].includes(last)
  );
}
