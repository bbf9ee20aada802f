import { describe, expect, it } from "@jest/globals";
import { normalHost, readHostSettings, tokenVariable } from "./registry-cli-configuration.ts";

describe("normalHost", () => {
  it.each([
    ["registry.terraform.io", "registry.terraform.io"],
    ["Registry.Terraform.IO", "registry.terraform.io"],
    ["app.example:443", "app.example"],
    ["app.example:8443", "app.example:8443"],
    ["localhost:8500", "localhost:8500"],
    ["bücher.example", "xn--bcher-kva.example"],
    ["xn--bcher-kva.example", "xn--bcher-kva.example"],
    ["a.example/evil", undefined],
    ["a.example?x", undefined],
    ["a.example#x", undefined],
    ["user@a.example", undefined],
    ["a.example:80:80", undefined],
    ["a.example\\@b.example", undefined],
    ["[::1]", undefined],
    ["::1", undefined],
    ["a..example", undefined],
    [".example", undefined],
    ["-a.example", undefined],
    ["http://169.254.169.254/", undefined],
    ["file:///etc/passwd", undefined],
    ["a example", undefined],
    ["a%2fb.example", undefined],
    ["", undefined],
    ["a".repeat(300), undefined],
  ])("%j is %j", (text, expected) => {
    expect(normalHost(text)).toBe(expected);
  });
});

describe("tokenVariable", () => {
  it.each([
    ["registry.terraform.io", "TF_TOKEN_registry_terraform_io"],
    ["my-corp.example", "TF_TOKEN_my__corp_example"],
    ["xn--bcher-kva.example", "TF_TOKEN_xn____bcher__kva_example"],
    ["a.example:8443", undefined],
  ])("for %s is %s, and is read back", (host, expected) => {
    expect(tokenVariable(host)).toBe(expected);
    if (expected !== undefined)
      expect(readHostSettings([], { [expected]: "t" }).tokens.get(host)).toEqual({ value: "t", origin: expected });
  });
});

describe("readHostSettings", () => {
  const tokens = (texts: string[], environment: Record<string, string> = {}): Record<string, string> =>
    Object.fromEntries([...readHostSettings(texts, environment).tokens].map(([host, { value }]) => [host, value]));

  it("reads host and credentials blocks", () => {
    const { services, tokens: found } = readHostSettings(
      [
        `plugin_cache_dir = "/tmp"
# host "commented.example" { services = { "modules.v1" = "https://x/" } }
host "Private.example" {
  services = {
    "modules.v1"   = "https://modules.example/v1/",
    "providers.v1" : "http://127.0.0.1:9/v1/providers/"
  }
}
credentials "app.terraform.io" {
  token = "secret\\n1"
}
credentials "empty.example" {}`,
      ],
      {},
    );
    expect([...services].map(([host, urls]) => [host, Object.fromEntries(urls)])).toEqual([
      [
        "private.example",
        { "modules.v1": "https://modules.example/v1/", "providers.v1": "http://127.0.0.1:9/v1/providers/" },
      ],
    ]);
    expect([...found]).toEqual([
      ["app.terraform.io", { value: "secret\n1", origin: "the credentials block for app.terraform.io" }],
    ]);
  });

  it("reads what terraform login writes, in JSON", () => {
    expect(
      tokens([
        '{"credentials":{"app.terraform.io":{"token":"a"},"x.example":[{"token":"b"}],"__proto__":{"token":"c"}}}',
      ]),
    ).toEqual({
      "app.terraform.io": "a",
      "x.example": "b",
    });
    const { services } = readHostSettings(
      ['{"host":{"a.example":{"services":{"modules.v1":"https://m/","x":1}}}}'],
      {},
    );
    expect(services.get("a.example")).toEqual(new Map([["modules.v1", "https://m/"]]));
  });

  it("takes the first file, and variables before files", () => {
    const block = (token: string): string => `credentials "a.example" { token = "${token}" }`;
    expect(tokens([block("1"), block("2")])).toEqual({ "a.example": "1" });
    expect(tokens([block("1")], { TF_TOKEN_a_example: "3", TF_TOKEN_: "4", TF_TOKEN_b_example: "" })).toEqual({
      "a.example": "3",
    });
  });

  it.each(["{", "{]", "null", "credentials", 'credentials "a" {', '{"credentials": 1, "host": [null]}', "\0"])(
    "survives %j",
    (text) => {
      expect(tokens([text])).toEqual({});
    },
  );
});
