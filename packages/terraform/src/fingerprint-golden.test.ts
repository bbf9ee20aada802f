/** A fingerprint in a comment must still be right after an update: these values may never change. */
import { readFileSync } from "node:fs";
import { createRedactor } from "@handrail/runner";
import { describe, expect, it } from "@jest/globals";
import { fingerprintPlan } from "./fingerprint.ts";
import { readPlan } from "./plan-reader.ts";

const KEY = "0123456789abcdef0123456789abcdef";

const GOLDEN: [name: string, open: string, keyed: string][] = [
  [
    "zoo",
    "05d456d130988871740fd36a6973ef6bc6a61715cf27c63c23a71915cca6dd00",
    "b79a5c5b7f34c4345f57988c8f01670779f0f36e0824cf56fcdcbc3d038858bb",
  ],
  [
    "destroy",
    "afa014521b61ef98387305a0cf378a5676b8206980c2048c6c31569aa83bfcee",
    "5f68463a2a9214aa432108f4c7e2ce1b1f421ed7a18d1696ed917ddb6a258aa3",
  ],
  [
    "target",
    "d89ecbd1a40204c0d7f463e4b8437df6b50cd5273f555d74d636561c8931c607",
    "051d9ed6f61a402f3272e53b10d6aa2be07050e80e00b58ded8610e1ddc03286",
  ],
  [
    "hostile",
    "b38b25975e0fa99e779dbb37331e0ec848a2205fbba89e3dec392efdc1d736c2",
    "f40edcadf1f06fac791793fe8e9ad786045b0205f949394790b7c6bb52ede64e",
  ],
  [
    "moved-only",
    "e9379b3f92117789bf0ef5573bfef3483ec4e5eed198b39a53c41394957ea7a1",
    "11744b46a7daacc8642456dce5e31d4148ce3442b938262213c01ef37f4ae102",
  ],
  [
    "forget-only",
    "4c81233da9cd3323b2d02046ccac39f2039cf5aac6a8daa33c8cd6f6f322b859",
    "1d75b0472f047dd59cdf4b6bbbe0219b4e5f0a7071640ec58be4e6b3a2263b6a",
  ],
  [
    "outputs-only",
    "d170d502a6ccc208582738871844f99c884481b948af58095251be84fe9146d0",
    "7ecaa40dba132785e52ec636f7f917d1c94cd017b45d31549560074c81c3ae32",
  ],
  [
    "import-generated",
    "8de60a07a750d974abf42e87410b0dc25579cea0045745c73880802d65728d55",
    "87c688fcd20fba9a8b8ace26a7783abcfc524597263821a6cceae03ddcc73293",
  ],
  [
    "failing-check",
    "4c3b6d7567b670bafb913597638fbe0c8cb969ed811e5f7d4435ab3b53d4408e",
    "89666dc2598c18979ffa7787c75a813c8c689a2dd940d1ac7a7cff3438bb04ed",
  ],
  [
    "failed-precondition",
    "3d615c5def7780c44615e41b7e42c6ddfb29ba126be9452cc1741699626ecb62",
    "c4a2e1aad0ce630193a9b58a11446ecd6dfc4c15ae6bfd6ba12001e2fa569ce5",
  ],
  [
    "refresh-only",
    "b37f88f38dd4652ce6aa57ddcc9826941eb7f3aeb37119537362b07abbc99899",
    "f984636b8f7c7650c839628856837d6988b0cd7f095c5657be056f9510724fa9",
  ],
  [
    "ephemeral-variable",
    "798d6243164bdc5d7ac0e9188defe5db1f9033420462757e483ebbe29eb92ced",
    "8d2f0d6c2d1f5c0ab6a5ec3533c140cec574305bacb94495741158823f645e44",
  ],
];

function print(name: string, key: string): string {
  const bytes = readFileSync(new URL(`../fixtures/plans/${name}.json`, import.meta.url));
  const source = { size: bytes.length, read: (at: number, length: number) => bytes.subarray(at, at + length) };
  const { plan, secrets } = readPlan(source);
  const redactor = createRedactor(secrets);
  return fingerprintPlan({
    source,
    plan,
    key,
    redact: (text) => redactor.redact(text),
    configuration: "c".repeat(64),
    lockFile: "# lock\n",
    terraformVersion: "1.11.4",
    providerVersions: { "registry.terraform.io/hashicorp/aws": "5.1.0", a: "1" },
    arguments: { TF_CLI_ARGS: "-lock=false" },
    refreshOnly: name === "refresh-only",
  });
}

describe("fingerprintPlan", () => {
  it.each(GOLDEN)("gives %s the fingerprint it always had", (name, open, keyed) => {
    expect([print(name, ""), print(name, KEY)]).toStrictEqual([`hr1:${open}`, `hr1:${keyed}`]);
  });
});
