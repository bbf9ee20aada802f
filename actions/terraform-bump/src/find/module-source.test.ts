import { describe, expect, it } from "@jest/globals";
import { parseModuleSource } from "./module-source.ts";
import { parseProviderSource } from "./provider-source.ts";
import { judgeRef } from "./version-text.ts";

/** What a source is, as one line. */
function shown(text: string): string {
  const source = parseModuleSource(text);
  if (source.is === "local") return "local";
  if (source.is === "unknown") return source.why;
  if (source.is === "registry") {
    return `registry ${source.host ?? "default"} ${source.namespace} ${source.name} ${source.system}`;
  }
  const ref = source.ref === undefined ? "no ref" : text.slice(source.ref.start, source.ref.end);
  return `git ${source.name} ${source.url} ${ref}${source.hasManyRefs ? " and more" : ""}`;
}

describe("parseModuleSource", () => {
  it.each([
    ["./x", "local"],
    ["../x", "local"],
    [".", "local"],
    ["..", "local"],
    [".\\x", "local"],
    ["/srv/modules/x", "local"],
    ["terraform-aws-modules/vpc/aws", "registry default terraform-aws-modules vpc aws"],
    ["terraform-aws-modules/iam/aws//modules/iam-user", "registry default terraform-aws-modules iam aws"],
    ["App.Terraform.io/acme/vpc/aws", "registry app.terraform.io acme vpc aws"],
    ["gitlab.com/acme/vpc/aws", "registry gitlab.com acme vpc aws"],
    ["example.com:8443/acme/vpc/aws//x", "registry example.com:8443 acme vpc aws"],
    ["localhost:8080/acme/vpc/aws", "registry localhost:8080 acme vpc aws"],
    ["git::https://example.com/vpc.git?ref=v1.2.0", "git example.com/vpc https://example.com/vpc.git v1.2.0"],
    [
      "git::https://example.com/group/sub/vpc.git//modules/x?depth=1&ref=v1.2.0",
      "git example.com/group/sub/vpc https://example.com/group/sub/vpc.git v1.2.0",
    ],
    ["git::ssh://git@github.com/acme/vpc.git?ref=1", "git github.com/acme/vpc ssh://git@github.com/acme/vpc.git 1"],
    [
      "git::ssh://git@example.com:2222/acme/vpc.git",
      "git example.com:2222/acme/vpc ssh://git@example.com:2222/acme/vpc.git no ref",
    ],
    ["git::git@github.com:acme/vpc.git//x?ref=a", "git github.com/acme/vpc ssh://git@github.com/acme/vpc.git a"],
    ["git@github.com:acme/vpc.git?ref=a", "git github.com/acme/vpc ssh://git@github.com/acme/vpc.git a"],
    [
      "git@gitlab.example.com:group/sub/vpc?ref=a",
      "git gitlab.example.com/group/sub/vpc ssh://git@gitlab.example.com/group/sub/vpc a",
    ],
    ["github.com/acme/vpc?ref=v1", "git github.com/acme/vpc https://github.com/acme/vpc.git v1"],
    ["github.com/acme/vpc.git//x?ref=v1", "git github.com/acme/vpc https://github.com/acme/vpc.git v1"],
    ["git::github.com/acme/vpc?ref=v1", "git github.com/acme/vpc https://github.com/acme/vpc.git v1"],
    ["GitHub.com/acme/vpc/x/y?ref=v1", "git github.com/acme/vpc https://github.com/acme/vpc.git v1"],
    ["bitbucket.org/acme/vpc?ref=v1", "git bitbucket.org/acme/vpc https://bitbucket.org/acme/vpc.git v1"],
    [
      "git::https://dev.azure.com/acme/p/_git/vpc//x?ref=v1",
      "git dev.azure.com/acme/p/_git/vpc https://dev.azure.com/acme/p/_git/vpc v1",
    ],
    ["git::https://user:secret@example.com/vpc.git", "git example.com/vpc https://example.com/vpc.git no ref"],
    ["git::ssh://git:secret@example.com/vpc.git", "git example.com/vpc ssh://git@example.com/vpc.git no ref"],
    ["git::https://example.com/vpc.git?xref=1&ref=", "git example.com/vpc https://example.com/vpc.git no ref"],
    ["git::https://example.com/vpc.git?ref=a&ref=b", "git example.com/vpc https://example.com/vpc.git a and more"],
    ["https://example.com/vpc.zip", "modules from https have no list of releases"],
    ["s3::https://s3.amazonaws.com/b/vpc.zip", "modules from s3 have no list of releases"],
    ["hg::http://example.com/vpc.hg", "modules from hg have no list of releases"],
    ["oci://example.com/vpc?tag=1.0.0", "modules from oci have no list of releases"],
    ["git::file:///srv/vpc.git", "git is not asked for addresses of the kind file"],
    ["git::ext::sh -c touch% x", "its source is neither a directory nor the address of a registry or a git repository"],
    [
      "git::ssh://-oProxyCommand=x/y",
      "its source is neither a directory nor the address of a registry or a git repository",
    ],
    [
      "git::https://example.com/",
      "its source is neither a directory nor the address of a registry or a git repository",
    ],
    [
      "git::https://example.com/a b",
      "its source is neither a directory nor the address of a registry or a git repository",
    ],
    ["git::", "its source is neither a directory nor the address of a registry or a git repository"],
    ["vpc", "its source is neither a directory nor the address of a registry or a git repository"],
    ["a/b/c/d/e", "its source is neither a directory nor the address of a registry or a git repository"],
    ["", "its source is neither a directory nor the address of a registry or a git repository"],
    ["a".repeat(3000), "a source of 3000 characters cannot be right"],
  ])("reads %s", (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

describe("judgeRef", () => {
  it.each([
    ["v1.2.0", "v"],
    ["1.2.0", ""],
    ["v1.2", "v"],
    ["vpc/v1.2.0", "vpc/v"],
    ["modules/vpc/1.2.0", "modules/vpc/"],
    ["release-1.2.0", "release-"],
    ["vpc-v2-1.0.0", "vpc-v2-"],
    ["v1.2.0-rc.1", "v"],
    ["v1.2.0-1.0", "v"],
    ["v1.2.3.4", "v"],
    ["tf0.12-1.0.0", "tf"],
    ["rel1.2.0", "rel"],
  ])("takes %s for a version behind %j", (ref, prefix) => {
    expect(judgeRef(ref)).toEqual({ syntax: { as: "tag", prefix } });
  });

  it.each([
    ["main", "it is a branch, or a tag without a version in it"],
    ["feature/1.2/x", "it is a branch, or a tag without a version in it"],
    ["0123456789abcdef0123456789abcdef01234567", "it is a commit, which is not a version"],
    ["0123abc", "it is a commit, which is not a version"],
    ["v1", "it may be a tag that moves: write a tag with all its numbers"],
    ["vpc%2Fv1.2.0", "it is written with escapes of URLs"],
    ["v1.2.0+build", "it is written with escapes of URLs"],
    [`${"1.".repeat(200)}0`, "it is longer than a tag can be"],
    ["${local.v}", "it is made of a variable: write the version itself to have it kept current"],
  ])("does not take %s for one", (ref, why) => {
    expect(judgeRef(ref)).toEqual({ why });
  });
});

describe("parseProviderSource", () => {
  it.each([
    ["aws", { namespace: "hashicorp", type: "aws" }],
    ["HashiCorp/AWS", { namespace: "hashicorp", type: "aws" }],
    ["example.com/acme/dns", { host: "example.com", namespace: "acme", type: "dns" }],
    ["example.com:8443/acme/dns", { host: "example.com:8443", namespace: "acme", type: "dns" }],
    ["terraform.io/builtin/terraform", "builtin"],
    ["hashicorp/terraform", "builtin"],
    ["terraform", "builtin"],
    ["", undefined],
    ["a/b/c/d", undefined],
    ["nohost/acme/dns", undefined],
    ["-/aws", undefined],
    ["acme/", undefined],
    ["acme/a b", undefined],
    ["../acme/dns", undefined],
    [`acme/${"a".repeat(600)}`, undefined],
  ])("reads %s", (source, expected) => {
    expect(parseProviderSource(source)).toEqual(expected);
  });
});
