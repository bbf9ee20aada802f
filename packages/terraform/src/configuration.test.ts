import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import * as fc from "fast-check";
import { configurationDigests, type ConfigurationFile, hashConfiguration, hashDigests } from "./configuration.ts";

function file(path: string, text: string | Uint8Array, isModuleFile = true): ConfigurationFile {
  return { path, isModuleFile, bytes: typeof text === "string" ? new TextEncoder().encode(text) : text };
}

function hash(text: string, path = "main.tf"): string {
  return hashConfiguration([file(path, text)]);
}

const module = `resource "terraform_data" "a" {
  input = [
    "one", # first
    "two",
  ]
  provisioner "local-exec" {
    command = "echo \${self.id} && deploy --now"
  }
  text = <<-EOT
    # not a comment
    \${ var.name }
  EOT
}
`;

describe("hashConfiguration", () => {
  it.each<[string, string]>([
    ["indentation", module.replaceAll("  ", "      ")],
    ["comments", `/* a */ # b\n${module.replace('"two",', '"two", // c')}`],
    [
      "blank lines",
      module
        .replaceAll("\n", "\n\n")
        .replace(/<<-EOT\n\n[^]*EOT/, "<<-EOT\n    # not a comment\n    ${ var.name }\n  EOT"),
    ],
    ["line breaks in a list", module.replace('[\n    "one", # first\n    "two",\n  ]', '["one", "two",]')],
    ["spaces in a template", module.replace("${ var.name }", "${var.name}")],
    ["a byte order mark", `\uFEFF${module}`],
    ["no line break at the end", module.trimEnd()],
  ])("does not change by %s", (_, text) => {
    expect(text).not.toBe(module);
    // The heredoc's own indentation is its content; only the indentation outside of it may change here.
    const [want, got] = [module, text].map((each) =>
      each.replace(/\n +(# not|\$\{ ?var.name|EOT)/g, "\n$1").replace("${ var", "${var"),
    );
    expect(hash(got ?? "")).toBe(hash(want ?? ""));
  });

  it("does not change by Windows line ends between tokens", () => {
    const text = 'a = [\n1,\n2]\nb {\n  c = "d"\n}\n';
    expect(hash(text.replaceAll("\n", "\r\n"))).toBe(hash(text));
  });

  it.each<[string, string, string]>([
    ["a provisioner's command", "deploy --now", "deploy --later"],
    ["one space in a string", "deploy --now", "deploy  --now"],
    ["an escape", '"one"', '"o\\ne"'],
    ["heredoc text", "# not a comment", "# not  a comment"],
    ["a heredoc's indentation", "    # not a comment", "      # not a comment"],
    ["a name", '"a" {', '"b" {'],
    ["the order of a list", '"one", # first\n    "two"', '"two",\n    "one"'],
    ["a flush heredoc becoming a plain one", "<<-EOT", "<<EOT"],
    ["a template becoming text", "${self.id}", "$${self.id}"],
    ["an expression becoming two arguments", "input = [", "input = x\nother = ["],
  ])("changes by %s", (_, from, to) => {
    expect(module).toContain(from);
    expect(hash(module.replace(from, () => to))).not.toBe(hash(module));
  });

  it.each<[string, string]>([
    ["a = b - c", "a = b-c"],
    ["a = 1\nb = 2", "a = 1 b = 2"],
    ["a = {\n x = 1\n y = 2\n}", "a = {\n x = 1 y = 2\n}"],
    ['a = "b" "c"', 'a = "bc"'],
    ["a = = b", "a == b"],
    ["a = 1 2", "a = 12"],
  ])("tells %j from %j: white space that makes two tokens of one counts", (one, other) => {
    expect(hash(one)).not.toBe(hash(other));
  });

  it.each(["a {\n\n  b = 1\n\n}\n", "a { b = 1 }", "\n\na {\n  b = 1 # c\n}"])(
    "takes %j for the same block",
    (text) => {
      expect(hash(text)).toBe(hash("a {\n  b = 1\n}\n"));
    },
  );

  it("reads JSON configuration without the white space between values, and keeps repeated keys", () => {
    expect(hash('{ "a" : [ 1,\n2 ],\t"b": "x y" }', "main.tf.json")).toBe(
      hash('{"a":[1,2],"b":"x y"}', "main.tf.json"),
    );
    expect(hash('{"a":"x y"}', "main.tf.json")).not.toBe(hash('{"a":"xy"}', "main.tf.json"));
    expect(hash('{"a":"\\" "}', "main.tf.json")).not.toBe(hash('{"a":"\\""}', "main.tf.json"));
    expect(hash('{"a":1,"a":2}', "main.tf.json")).not.toBe(hash('{"a":2}', "main.tf.json"));
  });

  it("counts every byte of files that are no configuration, and of configuration that is no UTF-8", () => {
    const one = hashConfiguration([file("templates/main.tf", "# a\n", false)]);
    expect(hashConfiguration([file("templates/main.tf", "# b\n", false)])).not.toBe(one);
    const broken = [0xff, 0xfe].map((byte) => hashConfiguration([file("main.tf", new Uint8Array([0x23, byte]))]));
    expect(broken[0]).not.toBe(broken[1]);
  });

  it("counts names: a moved, added or removed file is another configuration, in whatever order they come", () => {
    const [a, b] = [file("a.tf", "a = 1"), file("b.tf", "b = 1")];
    expect(hashConfiguration([a, b])).toBe(hashConfiguration([b, a]));
    const all = [[a, b], [a], [file("c.tf", "a = 1"), b], [file("a.tf", "b = 1"), file("b.tf", "a = 1")], []];
    expect(new Set(all.map((files) => hashConfiguration(files))).size).toBe(all.length);
    expect(hashConfiguration([{ ...a, bytes: () => new TextEncoder().encode("a = 1") }])).toBe(hashConfiguration([a]));
  });

  it("changes by any changed character of a token, and by no added space or comment", () => {
    const word = fc.constantFrom(
      "a",
      "b1",
      '"s"',
      "12",
      "[",
      "]",
      "{",
      "}",
      "(",
      ")",
      "=",
      "\n",
      ".",
      '"${x}"',
      "== ",
      "<<E\nt\nE\n",
    );
    const property = fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), fc.nat(), (words, at) => {
      const index = at % words.length;
      const before = words.join(" ");
      const spaced = words.map((each, i) => (i === index ? `  /* x */ ${each}` : each)).join(" ");
      expect(hash(spaced)).toBe(hash(before));
      const changed = words.map((each, i) => (i === index ? "zz" : each)).join(" ");
      if (words[index] !== "\n") expect(hash(changed)).not.toBe(hash(before));
    });
    fc.assert(property, { numRuns: runs(300, 100_000), seed: seed() });
  });
});

describe("configurationDigests", () => {
  const files = [file("b.tf", "b = 1"), file("a.tf.json", "{ }"), file("modules/x/t.txt", "t", false)];

  it("has one digest for each file, by path, and reads each once", () => {
    let reads = 0;
    const counted = files.map(({ bytes, ...rest }): ConfigurationFile => {
      return { ...rest, bytes: () => ((reads += 1), typeof bytes === "function" ? bytes() : bytes) };
    });
    const digests = configurationDigests(counted);
    expect(digests.map(([path]) => path)).toStrictEqual(["a.tf.json", "b.tf", "modules/x/t.txt"]);
    expect(reads).toBe(3);
    expect(hashDigests(digests)).toBe(hashConfiguration(files));
  });

  it("changes for the file that changed, and for no other", () => {
    const [before, after] = [files, [file("b.tf", "b = 2 # more"), ...files.slice(1)]].map(configurationDigests);
    const changed = before?.filter(([, digest], at) => after?.[at]?.[1] !== digest).map(([path]) => path);
    expect(changed).toStrictEqual(["b.tf"]);
    const [same] = configurationDigests([file("b.tf", "b   =   1 # a comment")]);
    expect(before).toContainEqual(same);
  });

  it("keeps the hash over all files as it always was", () => {
    expect(hashConfiguration(files)).toBe("0b2333e3c35612dc3c542d27da8981c91099828dccbe5d4b7b6a5b8a031c7fce");
  });
});
