import { describe, expect, it } from "@jest/globals";
import { Failure } from "./failure.ts";
import { proxyFor, proxyOptions, proxySecrets } from "./proxy.ts";

const through = (url: string, environment: Record<string, string>) => proxyFor(new URL(url), environment)?.href;

describe("proxyFor", () => {
  it.each<[string, Record<string, string>, string | undefined]>([
    ["https://api.github.com", {}, undefined],
    ["https://api.github.com", { HTTPS_PROXY: "http://proxy:3128" }, "http://proxy:3128/"],
    ["https://api.github.com", { https_proxy: "http://lower:1", HTTPS_PROXY: "http://upper:1" }, "http://lower:1/"],
    ["https://api.github.com", { https_proxy: "", HTTPS_PROXY: "http://upper:1" }, "http://upper:1/"],
    ["https://api.github.com", { HTTPS_PROXY: "proxy:3128" }, "http://proxy:3128/"],
    ["https://api.github.com", { HTTPS_PROXY: "http://u:p%40@proxy:3128" }, "http://u:p%40@proxy:3128/"],
    ["https://api.github.com", { HTTP_PROXY: "http://proxy:3128" }, undefined],
    ["http://ghes.example", { HTTP_PROXY: "http://proxy:3128", HTTPS_PROXY: "http://other:1" }, "http://proxy:3128/"],
    ["https://api.github.com", { HTTPS_PROXY: "::::" }, undefined],
    ["https://localhost:1", { HTTPS_PROXY: "http://proxy:3128" }, undefined],
    ["http://127.0.0.1:1", { HTTP_PROXY: "http://proxy:3128" }, undefined],
    ["http://[::1]:1", { HTTP_PROXY: "http://proxy:3128" }, undefined],
  ])("%s with %j takes %s", (url, environment, expected) => {
    expect(through(url, environment)).toBe(expected);
  });

  it.each([
    ["*", true],
    ["ghes.example", true],
    [".example", true],
    ["example", true],
    [" a.b , GHES.example ", true],
    ["ghes.example:443", true],
    ["ghes.example:8443", false],
    ["hes.example", false],
    ["api.ghes.example", false],
    ["", false],
    [",,", false],
  ])("H109: NO_PROXY=%j keeps https://ghes.example direct: %s", (noProxy, isDirect) => {
    for (const name of ["NO_PROXY", "no_proxy"]) {
      expect(through("https://ghes.example", { HTTPS_PROXY: "http://proxy:1", [name]: noProxy }) === undefined).toBe(
        isDirect,
      );
    }
  });
});

describe("proxySecrets", () => {
  it("H109: lists the credentials of every proxy variable, as written and decoded", () => {
    const environment = {
      HTTPS_PROXY: "http://user:p%40ss%2Fw@proxy:3128",
      http_proxy: "other:secret@proxy",
      ALL_PROXY: "http://nobody@proxy",
    };
    expect(proxySecrets(environment).sort()).toEqual(
      ["other:secret", "p%40ss%2Fw", "p@ss/w", "secret", "user:p@ss/w"].sort(),
    );
  });

  it("finds none where there is none", () => {
    expect(proxySecrets({})).toEqual([]);
    expect(proxySecrets({ HTTPS_PROXY: "http://proxy:1", HTTP_PROXY: ":" })).toEqual([]);
    expect(proxySecrets({ HTTPS_PROXY: "http://u:%ff@proxy:1" })).toEqual(["%ff", "u:%ff"]);
  });
});

describe("proxyOptions", () => {
  const proxy = new URL("http://proxy:3128");

  it("sends an agent through the proxy, or leaves it alone", () => {
    expect(proxyOptions(undefined, "v20.0.0")).toEqual({});
    const expected = { proxyEnv: { HTTP_PROXY: proxy.href, HTTPS_PROXY: proxy.href } };
    for (const version of ["24.5.0", "v24.21.0", "25.0.0"]) expect(proxyOptions(proxy, version)).toEqual(expected);
  });

  it.each(["24.4.1", "v22.19.0", ""])("refuses Node.js %s, whose agents would ignore them", (version) => {
    expect(() => proxyOptions(proxy, version)).toThrow(Failure);
  });
});
