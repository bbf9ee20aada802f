import { describe, expect, it } from "@jest/globals";
import { shownIn } from "./found-fixture.ts";

type Case = [text: string, found: string[]];

const exact = (line: number, text = "1.5.7", product = "terraform"): string =>
  `${line} Dockerfile "${text}" terraform ${product} [exact]`;
const variable = "it is made of a variable: write the version itself to have it kept current";
const partial = "it is only the beginning of a version, which each tool reads in its own way: write all three numbers";

describe("Dockerfiles", () => {
  it.each<Case>([
    ["ARG TERRAFORM_VERSION=1.5.7\n", [exact(1)]],
    ['# terraform\narg TF_VERSION="1.5.7"', [exact(2)]],
    ["ARG TF_VERSION='v1.5.7'\r\nRUN install terraform\r\n", [exact(1)]],
    ["ARG TF_VERSION=1.8.0\nRUN install tofu\n", [exact(1, "1.8.0", "opentofu")]],
    ["ARG TF_VERSION=2.15.0\nRUN pip install tensorflow\n", []],
    [
      "ARG TOFU_VERSION=1.8.0\nARG OPENTOFU_VERSION=1.8.1",
      [exact(1, "1.8.0", "opentofu"), exact(2, "1.8.1", "opentofu")],
    ],
    ["ARG A=1 TERRAFORM_VERSION=1.5.7 B=2\n", [exact(1)]],
    ["ENV TERRAFORM_VERSION=1.5.7 A=1\nENV TERRAFORM_VERSION 1.5.6\n", [exact(1), exact(2, "1.5.6")]],
    ["ONBUILD ARG TERRAFORM_VERSION=1.5.7\n", [exact(1)]],
    ["ARG TERRAFORM_VERSION\nARG TERRAFORM_VERSION=\nARG TERRAFORM_VERSION=''\n", []],
    ["ARG TERRAFORM_VERSION=1.5\n", [`1 Dockerfile 1.5 ? terraform: ${partial}`]],
    ["ARG TERRAFORM_VERSION=$V\n", [`1 Dockerfile $V ? terraform: ${variable}`]],
    ["ARG MY_TERRAFORM_VERSION=1.5.7\nLABEL TERRAFORM_VERSION=1.5.7\n", []],
    ["ENV A=1 \\\n # TERRAFORM_VERSION=1.4.0\n\n  TERRAFORM_VERSION=1.5.7 \\\r\n  B=2\n", [exact(4)]],
    ["# escape=`\nENV A=1 `\n TERRAFORM_VERSION=1.5.7\n", [exact(3)]],
    ["RUN <<EOF\nARG TERRAFORM_VERSION=1.4.0\nEOF\nARG TERRAFORM_VERSION=1.5.7\n", [exact(4)]],
    [
      "COPY <<-'A' <<B /x/\nARG TERRAFORM_VERSION=1\n\tA\nFROM hashicorp/terraform:1.4.0\nB\nFROM hashicorp/terraform:1.5.7\n",
      [exact(6)],
    ],
    ["RUN echo \\\n ARG TERRAFORM_VERSION=1.4.0\n", []],
    ["FROM hashicorp/terraform:1.5.7", [exact(1)]],
    ["FROM --platform=$BUILDPLATFORM docker.io/hashicorp/terraform:1.5.7 AS tf\n", [exact(1)]],
    ["FROM localhost:5000/mirror/hashicorp/terraform:v1.6.0-rc1\n", [exact(1, "1.6.0-rc1")]],
    ["FROM ghcr.io/opentofu/opentofu:1.9.0-minimal AS tofu\n", [exact(1, "1.9.0", "opentofu")]],
    ["COPY --chown=1:1 --from=hashicorp/terraform:1.5.7 /bin/terraform /bin/\n", [exact(1)]],
    ["FROM hashicorp/terraform\nFROM hashicorp/terraform-ls:1.5.7\nFROM x/foo-hashicorp/terraforms:1.5.7\n", []],
    ["FROM hashicorp/terraform:1.5\n", [`1 Dockerfile 1.5 ? terraform: ${partial}`]],
    [
      "FROM hashicorp/terraform:light\n",
      [
        "1 Dockerfile light ? terraform: it always means the newest release, so that there is nothing to bring up to date",
      ],
    ],
    [
      "FROM hashicorp/terraform:1.5.7@sha256:0123\n",
      ["1 Dockerfile 1.5.7 ? terraform: the image is pinned by its digest, which names one release"],
    ],
    ["ARG TERRAFORM_VERSION=1.5.7\nFROM hashicorp/terraform:${TERRAFORM_VERSION}\n", [exact(1)]],
    ["ARG V=1.5.7\nFROM hashicorp/terraform:$V\n", [exact(1)]],
    ["ARG V\nFROM hashicorp/terraform:$V\n", [`2 Dockerfile $V ? terraform: ${variable}`]],
    ["ARG V=1\nFROM hashicorp/terraform:${V:-1.5.7}\n", [`2 Dockerfile \${V:-1.5.7} ? terraform: ${variable}`]],
    ["\uFEFFARG TERRAFORM_VERSION=1.5.7", [exact(1)]],
  ])("in %j", (text, found) => {
    expect(shownIn("ci/Dockerfile", text)).toEqual(found);
  });
});
