import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { runs, seed } from "@handrail/testkit";
import { isLocalName, isPublicAddress } from "./registry-address.ts";

describe("isPublicAddress", () => {
  it.each([
    ["8.8.8.8", true],
    ["1.1.1.1", true],
    ["140.82.121.3", true],
    ["172.15.255.255", true],
    ["172.32.0.0", true],
    ["192.169.0.1", true],
    ["223.255.255.255", true],
    ["2606:4700::1111", true],
    ["2a00:1450:4001:82a::200e", true],
    ["0.0.0.0", false],
    ["10.1.2.3", false],
    ["100.64.0.1", false],
    ["127.0.0.1", false],
    ["127.255.255.254", false],
    ["169.254.169.254", false],
    ["172.16.0.1", false],
    ["172.31.255.255", false],
    ["192.0.0.192", false],
    ["192.168.1.1", false],
    ["198.18.0.1", false],
    ["203.0.113.9", false],
    ["224.0.0.1", false],
    ["240.0.0.1", false],
    ["255.255.255.255", false],
    ["::", false],
    ["::1", false],
    ["::ffff:127.0.0.1", false],
    ["::ffff:8.8.8.8", false],
    ["::127.0.0.1", false],
    ["64:ff9b::7f00:1", false],
    ["64:ff9b:1::1", false],
    ["100::1", false],
    ["2001::1", false],
    ["2001:db8::1", false],
    ["2002:7f00:1::", false],
    ["3fff::1", false],
    ["fc00::1", false],
    ["fd00:ec2::254", false],
    ["fe80::1", false],
    ["fe80::1%eth0", false],
    ["2606:4700::1111%eth0", false],
    ["ff02::1", false],
    ["localhost", false],
    ["2130706433", false],
    ["0x7f000001", false],
    ["127.1", false],
    ["", false],
  ])("%s: %s", (address, expected) => {
    expect(isPublicAddress(address)).toBe(expected);
  });

  it("no IPv4 address becomes public by another way of writing it", () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(isPublicAddress(`::ffff:${address}`)).toBe(false);
        expect(isPublicAddress(`::${address}`)).toBe(false);
        const { hostname } = new URL(`https://[::ffff:${address}]/`);
        expect(isPublicAddress(hostname.replace(/^\[|\]$/g, ""))).toBe(false);
      }),
      { numRuns: runs(200, 20_000), seed: seed() },
    );
  });
});

describe("isLocalName", () => {
  it.each([
    ["localhost", true],
    ["a.localhost", true],
    ["printer.local", true],
    ["metadata.google.internal", true],
    ["metadata.google.internal.", true],
    ["metadata", true],
    ["registry.terraform.io", false],
    ["internal.example.com", false],
  ])("%s: %s", (name, expected) => {
    expect(isLocalName(name)).toBe(expected);
  });
});
