import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import * as fc from "fast-check";
import { parseTokenHosts } from "./token-hosts.ts";

function variables(text: string): Record<string, string> {
  return Object.fromEntries(parseTokenHosts(text).map(({ variable, token }) => [variable, token]));
}

describe("parseTokenHosts", () => {
  it("names variables as terraform looks for them", () => {
    const text =
      "\n app.terraform.io = abc.atlasv1.x-y_z \r\nMY-host.Example.com=dG9rZW4=\ncafé.fr=1234\n127.0.0.1=abcd\n";
    expect(variables(text)).toEqual({
      TF_TOKEN_app_terraform_io: "abc.atlasv1.x-y_z",
      TF_TOKEN_my__host_example_com: "dG9rZW4=",
      TF_TOKEN_xn____caf__dma_fr: "1234",
      TF_TOKEN_127_0_0_1: "abcd",
    });
  });

  it("takes the token from behind the first equals sign", () => {
    expect(variables("a.example=abcd==")).toEqual({ TF_TOKEN_a_example: "abcd==" });
  });

  it.each([
    'app.terraform.io="}\nprovider_installation{dev_overrides{...}}',
    'app.terraform.io=x"y',
    "app.terraform.io=tok en",
    "app.terraform.io=tok\u00a0en",
    "app.terraform.io=${env}",
    "app.terraform.io=abc",
    "app.terraform.io=",
    "app.terraform.io",
    "=token",
    "https://app.terraform.io=token",
    "app.terraform.io:443=token",
    "app.terraform.io/x=token",
    "app_terraform_io=token",
    "café.fr/x=token",
    "café.fr:443=token",
    "-a.example=token",
    "a..example=token",
    "a.example.=token",
    "*.example=token",
    "a.example=token\nA.example=other",
    `${"a".repeat(64)}.example=token`,
  ])("H085: refuses %j", (text) => {
    expect(() => parseTokenHosts(text)).toThrow(RangeError);
  });

  it("H018: whatever is given, only TF_TOKEN_ names and values of one line come out", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc
        .array(fc.constantFrom("a.b", "=", "token", "\n", "\r", "PATH", "NODE_OPTIONS", '"', "}", " ", "-", "ü", "::"))
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, (given) => {
        try {
          for (const { variable, token } of parseTokenHosts(given)) {
            expect(variable).toMatch(/^TF_TOKEN_[a-z0-9_]+$/);
            expect(token).toMatch(/^[A-Za-z0-9._~+/=-]{4,}$/);
          }
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
      { numRuns: runs(500, 200_000), seed: seed() },
    );
  });
});
