import { describe, expect, it } from "@jest/globals";
import { findSecrets } from "./known-secrets.ts";

const configuration = [
  `variable "password" {
  type      = string
  sensitive = true
  default   = "swordfish"
}
variable "keys" {
  sensitive = true
}
variable "plain" {
  sensitive = false
}
`,
];

describe("findSecrets", () => {
  it.each<[string, string[], Record<string, string>, string[]]>([
    ["a default", [], {}, ["swordfish"]],
    ["a value in a file", ['password = "a\\"b"\nplain = "seen"\n'], {}, ["swordfish", 'a"b']],
    ["a list", ['keys = ["first", "second-${x}-third"]\n'], {}, ["swordfish", "first", "second-", "-third"]],
    ["an object", ['keys = { a = "inner", b = { c = "deep" } }\n'], {}, ["swordfish", "inner", "deep"]],
    ["a number", ["keys = 123456\n"], {}, ["swordfish", "123456"]],
    ["a heredoc", ["password = <<-EOT\n  line one\n  EOT\n"], {}, ["swordfish", "line one"]],
    ["the environment", [], { TF_VAR_password: "from-env", TF_VAR_plain: "seen" }, ["swordfish", "from-env"]],
    ["an expression in the environment", [], { TF_VAR_keys: '["k-one"]' }, ["swordfish", '["k-one"]', "k-one"]],
  ])("finds %s", (_, values, environment, expected) => {
    expect([...findSecrets({ configuration, values, environment })]).toEqual(expected);
  });

  it("reads JSON as well", () => {
    const found = findSecrets({
      configuration: ['{"variable":{"token":{"sensitive":true,"default":"json-default"},"plain":{"default":"seen"}}}'],
      values: ['{"token":["one-secret",{"deep":1234567}],"plain":"seen"}', "{ broken"],
      environment: {},
    });
    expect([...found]).toEqual(["json-default", "one-secret", "1234567"]);
  });

  it("finds nothing where nothing is declared sensitive", () => {
    const found = findSecrets({
      configuration: ['variable "plain" {}\nvariable "broken" {'],
      values: ['plain = "seen"'],
      environment: { TF_VAR_plain: "seen", TF_VAR___proto__: "x" },
    });
    expect([...found]).toEqual([]);
  });
});
