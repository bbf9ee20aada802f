import { describe, expect, it } from "@jest/globals";
import { parseVersionFile, type Product } from "@handrail/terraform";
import { runs, seed } from "@handrail/testkit";
import * as fc from "fast-check";
import { parse } from "smol-toml";
import { findMentions } from "./find.ts";
import { shownIn, textsIn } from "./found-fixture.ts";

type Case = [text: string, found: string[]];

const partial = "it is only the beginning of a version, which each tool reads in its own way: write all three numbers";
const newest = "it always means the newest release, so that there is nothing to bring up to date";

describe(".terraform-version, .opentofu-version, .tfswitchrc", () => {
  it.each<Case>([
    ["1.5.7\n", ['1 version file "1.5.7" terraform terraform [exact]']],
    ["1.5.7", ['1 version file "1.5.7" terraform terraform [exact]']],
    ["v1.5.7\r\n", ['1 version file "1.5.7" terraform terraform [exact]']],
    ["\uFEFF1.5.7\r\n", ['1 version file "1.5.7" terraform terraform [exact]']],
    ["\n# pinned: 1.4.0\n  1.6.0-rc1  \n\n", ['3 version file "1.6.0-rc1" terraform terraform [exact]']],
    ["~> 1.5.0\n", ['1 version file "~> 1.5.0" terraform terraform [core]']],
    [">= 1.5, < 2\n", ['1 version file ">= 1.5, < 2" terraform terraform [core]']],
    ["= 1.5.7\n", ['1 version file "= 1.5.7" terraform terraform [core]']],
    ["1.5\n", [`1 version file 1.5 ? terraform: ${partial}`]],
    ["latest\n", [`1 version file latest ? terraform: ${newest}`]],
    [
      "latest:^1.5\n",
      ["1 version file latest:^1.5 ? terraform: it is a pattern, and means the newest release that fits"],
    ],
    ["min-required\n", ["1 version file min-required ? terraform: it follows required_version by itself"]],
    ["latest-allowed\n", ["1 version file latest-allowed ? terraform: it follows required_version by itself"]],
    [
      "1.5.7\n1.6.0\n",
      ["2 version file 1.6.0 ? terraform: the file names more than one version, of which only one can be used"],
    ],
    ["1.5.x", ["1 version file 1.5.x ? terraform: it is a range, and means the newest release that fits"]],
    [
      "${V}",
      ["1 version file ${V} ? terraform: it is made of a variable: write the version itself to have it kept current"],
    ],
    ["", []],
    ["\n# none\n", []],
  ])("in %j", (text, found) => {
    expect(shownIn("a/.terraform-version", text)).toEqual(found);
    expect(shownIn(".tfswitchrc", text)).toEqual(found);
    const tofu = found.map((line) =>
      line.replace("terraform terraform", "terraform opentofu").replace("? terraform", "? opentofu"),
    );
    expect(shownIn(".opentofu-version", text)).toEqual(tofu);
  });
});

describe(".tool-versions", () => {
  it.each<Case>([
    ["terraform 1.5.7\n", ['1 version file "1.5.7" terraform terraform [exact]']],
    [
      "nodejs 20.0.0\nterraform\t1.5.7 1.4.0 # 1.3.0\r\nopentofu 1.8.0",
      ['2 version file "1.5.7" terraform terraform [exact]', '3 version file "1.8.0" terraform opentofu [exact]'],
    ],
    ["terraform 1.5\n", [`1 version file 1.5 ? terraform: ${partial}`]],
    ["terraform latest\n", [`1 version file latest ? terraform: ${newest}`]],
    ["terraform ref:v1.5.7\n", ["1 version file ref:v1.5.7 ? terraform: it is not one exact version"]],
    ["terraform ~> 1.5\n", ["1 version file ~> ? terraform: it is a range, and means the newest release that fits"]],
    ["# terraform 1.5.7\nterraform-ls 0.30.0\nterraform # 1.5.7\n", []],
  ])("in %j", (text, found) => {
    expect(shownIn(".tool-versions", text)).toEqual(found);
  });
});

describe("mise.toml", () => {
  it.each<Case>([
    ['[tools]\nterraform = "1.5.7"', ['2 version file "1.5.7" terraform terraform [exact]']],
    ["[tools]\r\n'terraform' = '1.5.7' # \"1.4.0\"\r\n", ['2 version file "1.5.7" terraform terraform [exact]']],
    ['tools.terraform = "1.5.7"', ['1 version file "1.5.7" terraform terraform [exact]']],
    ['tools = { node = "20", terraform = "1.5.7" }', ['1 version file "1.5.7" terraform terraform [exact]']],
    [
      '[tools]\nterraform = { os = ["linux"], version = "1.5.7" }',
      ['2 version file "1.5.7" terraform terraform [exact]'],
    ],
    ['[tools.terraform]\nversion = "1.5.7"\nos = ["1.4.0"]', ['2 version file "1.5.7" terraform terraform [exact]']],
    [
      '[[tools.terraform]]\nversion = "1.5.7"\n[[tools.terraform]]\nversion = "1.4.0"',
      ['2 version file "1.5.7" terraform terraform [exact]'],
    ],
    [
      '[tools]\nterraform = [\n # "1.3.0"\n "1.5.7",\n "1.4.0",\n]',
      ['4 version file "1.5.7" terraform terraform [exact]'],
    ],
    [
      '[tools]\nterraform = [{ version = "1.5.7" }, { version = "1.4.0" }]',
      ['2 version file "1.5.7" terraform terraform [exact]'],
    ],
    [
      '[tools]\n"aqua:hashicorp/terraform" = "1.5.7"\n"aqua:opentofu/opentofu" = "v1.8.0"',
      ['2 version file "1.5.7" terraform terraform [exact]', '3 version file "1.8.0" terraform opentofu [exact]'],
    ],
    ['\uFEFF[tools]\nterraform = "1.5.7"', ['2 version file "1.5.7" terraform terraform [exact]']],
    ['[tools]\nterraform = "1.5"', [`2 version file 1.5 ? terraform: ${partial}`]],
    ['[tools]\nterraform = "prefix:1.5"', [`2 version file prefix:1.5 ? terraform: ${partial}`]],
    ['[tools]\nterraform = "latest"', [`2 version file latest ? terraform: ${newest}`]],
    [
      "[tools]\nterraform = 1.5",
      [
        "2 version file 1.5 ? terraform: it is a number, and 1.10 is the same number as 1.1: write all three numbers in quotes",
      ],
    ],
    ['[tools]\nterraform = """1.5.7"""', ['2 version file """1.5.7""" ? terraform: it is not a plain text in quotes']],
    [
      '[tools]\nterraform = "1.5\\u002e7"',
      ["2 version file 1.5\\u002e7 ? terraform: it is written with escape sequences: write the characters themselves"],
    ],
    [
      '[tools]\nterraform = "{{ env.V }}"',
      [
        "2 version file {{ env.V }} ? terraform: it is made of a variable: write the version itself to have it kept current",
      ],
    ],
    ['[tools]\nnode = "20"\n[env]\nterraform = "1.5.7"\n[tasks.x]\nrun = """\n[tools]\nterraform = "1.5.7"\n"""', []],
    ['[tools]\n__proto__ = { terraform = "1.5.7" }\nconstructor = "1"\n# terraform', []],
    ["[tools]\nterraform = 1.5.7", ["2 ! it is not TOML"]],
    ['[tools\nterraform = "1.5.7"', ["1 ! it is not TOML"]],
  ])("in %j", (text, found) => {
    expect(shownIn("a/mise.toml", text)).toEqual(found);
    expect(shownIn(".mise.toml", text)).toEqual(found);
  });
});

describe(".tfswitch.toml", () => {
  it.each<Case>([
    ['bin = "/x"\nversion = "1.5.7"\n', ['2 version file "1.5.7" terraform terraform [exact]']],
    ['version = "~> 1.5"\nproduct = "opentofu"\n', ['1 version file "~> 1.5" terraform opentofu [core]']],
    ['product = "terragrunt"\nversion = "1.5.7"', []],
    ['[x]\nversion = "1.5.7"', []],
    [
      "version = 2",
      [
        "1 version file 2 ? terraform: it is a number, and 1.10 is the same number as 1.1: write all three numbers in quotes",
      ],
    ],
  ])("in %j", (text, found) => {
    expect(shownIn(".tfswitch.toml", text)).toEqual(found);
  });
});

describe("version files", () => {
  const version = fc.constantFrom("1.5.7", "v1.10.0", "1.6.0-rc1", "1.5", "latest", "0.11.15");
  const noise = fc.constantFrom("", "\n", "\r\n", "# x\n", "# terraform 9.9.9\r\n", 'node = "20"\n', "nodejs 20\n");
  const place = fc.constantFrom(
    { name: ".terraform-version", render: (text: string) => text },
    { name: ".tool-versions", render: (text: string) => `terraform ${text}` },
    { name: ".tool-versions", render: (text: string) => `opentofu  ${text} 1.0.0` },
    { name: "mise.toml", render: (text: string) => `[tools]\nterraform = "${text}"` },
    { name: "mise.toml", render: (text: string) => `[tools]\n"aqua:opentofu/opentofu" = { version = '${text}' }` },
    { name: ".tfswitch.toml", render: (text: string) => `version = "${text}"` },
  );

  it("are found where the installer of terraform-setup finds them", () => {
    const property = fc.property(
      place,
      version,
      noise,
      fc.constantFrom("", "\n", "\r\n"),
      (kind, text, before, end) => {
        const isToml = kind.name.endsWith(".toml");
        const noiseText = isToml || before.startsWith("#") || before.trim() === "" ? before : "";
        const content = `${isToml && !/^(?:#|node =|\s*$)/.test(noiseText) ? "" : noiseText}${kind.render(text)}${end}`;
        for (const product of ["terraform", "opentofu"] satisfies Product[]) {
          const wish = parseVersionFile(kind.name, content, product, (toml) => parse(toml));
          const found = findMentions([{ path: kind.name, text: content }]).mentions.filter(
            ({ dependency }) => dependency.name === product,
          );
          // What is exact for the installer is found here, in the same line.
          const exact = wish?.request.kind === "exact" ? [[wish.text.replace(/^v/, ""), wish.location.line]] : [];
          expect(found.map(({ text: token, line }) => [token, line])).toEqual(exact);
        }
      },
    );
    fc.assert(property, { numRuns: runs(300, 20_000), seed: seed() });
  });

  it("are read by their lines, whatever these end with", () => {
    expect(textsIn(".tool-versions", "a 1\rterraform 1.5.7\r\nopentofu 1.6.0\n")).toEqual(["1.5.7", "1.6.0"]);
  });
});
