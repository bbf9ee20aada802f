import { describe, expect, it } from "@jest/globals";
import { findMentions } from "./find.ts";
import { followLinks, type Link } from "./links.ts";

describe("a path with links", () => {
  const links: Link[] = [
    { path: "live/a/versions.tf", target: "../../shared/versions.tf" },
    { path: "live/modules", target: "../modules/" },
    { path: "modules/dns", target: "./zone" },
    { path: "up", target: ".." },
    { path: "far", target: "../../etc" },
    { path: "root", target: "/etc/passwd" },
    { path: "one", target: "two" },
    { path: "two", target: "one" },
  ];

  it.each([
    ["live/a/main.tf", "live/a/main.tf"],
    ["live/a/versions.tf", "shared/versions.tf"],
    ["live/modules", "modules"],
    ["live/modules/vpc/main.tf", "modules/vpc/main.tf"],
    ["live/modules/dns/main.tf", "modules/zone/main.tf"],
    ["up", undefined],
    ["up/x.tf", undefined],
    ["far/passwd", undefined],
    ["root", undefined],
    ["one", undefined],
  ])("%s", (path, followed) => {
    expect(followLinks(links)(path)).toBe(followed);
  });
});

describe("configuration behind links", () => {
  const versions =
    'terraform {\n  required_providers {\n    aws = {\n      source  = "hashicorp/aws"\n      version = "~> 5.0"\n    }\n  }\n}\n';
  const files = [
    { path: "live/a/.terraform.lock.hcl", text: "" },
    { path: "live/a/main.tf", text: 'module "vpc" {\n  source = "./modules/vpc"\n}\n' },
    { path: "modules/vpc/main.tf", text: "" },
    { path: "shared/versions.tf", text: versions },
  ];

  it("belongs to every directory that links to it", () => {
    const links = [
      { path: "live/a/versions.tf", target: "../../shared/versions.tf" },
      { path: "live/a/modules", target: "../../modules" },
      { path: "live/only/versions.tf", target: "../../shared/versions.tf" },
      { path: "live/out/versions.tf", target: "../../../shared/versions.tf" },
      { path: "live/out/notes.md", target: "../../shared/versions.tf" },
    ];
    const { mentions, modules } = findMentions(files, { links });
    expect(mentions.map(({ file }) => file)).toEqual(["shared/versions.tf"]);
    expect(
      modules.map(({ directory, calls, callsElsewhere, isRoot }) => [directory, calls, callsElsewhere, isRoot]),
    ).toEqual([
      ["live/a", ["modules/vpc", "shared"], false, true],
      ["live/only", ["shared"], false, true],
      ["live/out", [], true, true],
      ["modules/vpc", [], false, false],
      ["shared", [], false, false],
    ]);
  });

  it("without links every directory is for itself", () => {
    const { modules } = findMentions(files);
    expect(modules.map(({ directory, calls }) => [directory, calls])).toEqual([
      ["live/a", ["live/a/modules/vpc"]],
      ["modules/vpc", []],
      ["shared", []],
    ]);
  });
});
