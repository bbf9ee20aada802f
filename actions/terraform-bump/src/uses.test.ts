/** What a configuration uses. */
import { expect, it } from "@jest/globals";
import { createUses } from "./uses.ts";

const text = `# resource "aws_decoy" "a" {}
terraform {
  backend "s3" {}
}
data "aws_subnet_ids" "all" {
  vpc_id = "resource \\"aws_decoy\\""
}
resource "aws_s3_bucket" "logs" {}
`;

it("reads backends, resources and data sources of the directories that are asked for", () => {
  const files = [
    { path: "live/a/main.tf", text },
    { path: "live/b/main.tf", text },
    { path: "live/a/notes.md", text },
    { path: "live/a/x.tf.json", text: '{"resource": {"aws_json": {}}}' },
  ];
  const usesOf = createUses(files);
  const inA = {
    backends: [{ name: "s3", file: "live/a/main.tf", line: 3 }],
    resourceTypes: [
      { name: "aws_subnet_ids", file: "live/a/main.tf", line: 5 },
      { name: "aws_s3_bucket", file: "live/a/main.tf", line: 8 },
    ],
  };
  expect(usesOf(new Set(["live/a"]))).toEqual(inA);
  expect(usesOf(new Set(["live/b", "live/a"])).backends.map(({ file }) => file)).toEqual([
    "live/a/main.tf",
    "live/b/main.tf",
  ]);
  expect(usesOf(new Set(["live/a"]))).toEqual(inA);
});
