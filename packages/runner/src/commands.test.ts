import { type AnnotationProperties, error, setSecret } from "@actions/core";
import { describe, expect, it } from "@jest/globals";
import { isLiveCommand, parseRunnerLog, readLines, runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { neutraliseText, renderCommand } from "./commands.ts";

const live = (text: string): string[] => parseRunnerLog({ stdout: text }).commands.map(({ raw }) => raw);

/** What a function prints to stdout. */
function capturePrinted(print: () => void): string {
  const original = process.stdout.write;
  let printed = "";
  process.stdout.write = (text: string | Uint8Array) => {
    printed += String(text);
    return true;
  };
  try {
    print();
  } finally {
    process.stdout.write = original;
  }
  return printed;
}

describe("renderCommand", () => {
  it("gives the runner the same name, properties and message back, whatever they hold", () => {
    const hostile = fc.string({
      unit: fc.constantFrom("%", "%25", "\r", "\n", ":", ",", "=", "a", "é", "]", ";", " "),
    });
    fc.assert(
      fc.property(hostile, hostile, (title, message) => {
        const line = renderCommand("error", { title, line: 7, file: undefined }, message);
        expect(readLines(line)).toHaveLength(1);
        const { commands } = parseRunnerLog({ stdout: line });
        const [command] = commands;
        expect(commands).toHaveLength(1);
        expect(command?.name).toBe("error");
        expect(command?.data).toBe(message);
        // The runner drops "=" at the start of a value (RemoveEmptyEntries) and spaces at the end of the list.
        const properties = { ...command?.properties };
        expect(properties["line"]).toBe("7");
        if (!title.startsWith("=") && title !== "") expect(properties["title"]).toBe(title);
      }),
      { numRuns: runs(300, 20_000), seed: seed() },
    );
  });

  it("leaves out empty properties, and the space with them", () => {
    expect(renderCommand("group", {}, "a")).toBe("::group::a");
    expect(renderCommand("error", { title: "", line: undefined }, "a%b")).toBe("::error::a%25b");
    expect(renderCommand("error", { title: "a:b,c", line: 0 }, "")).toBe("::error title=a%3Ab%2Cc::");
  });

  it("is byte by byte what the official toolkit prints", () => {
    const text = fc.string({ unit: fc.constantFrom("%", "\r", "\n", ":", ",", "a", "é", "\u001B") });
    const property = fc.option(text, { nil: undefined });
    const line = fc.option(fc.nat(3), { nil: undefined });
    fc.assert(
      fc.property(text, property, line, line, (message, file, startLine, endColumn) => {
        const properties = { title: "t", file, startLine, endColumn } as AnnotationProperties;
        const printed = capturePrinted(() => error(message, properties));
        const ours = renderCommand("error", { title: "t", file, line: startLine, endColumn }, message);
        expect(printed).toBe(`${ours}\n`);
      }),
      { numRuns: runs(200, 20_000), seed: seed() },
    );
    expect(capturePrinted(() => setSecret("a%\nb"))).toBe(`${renderCommand("add-mask", {}, "a%\nb")}\n`);
  });
});

describe("neutraliseText: cases", () => {
  it("H001: a command in an indented heredoc line is dead and readable", () => {
    const text = "value = <<-EOT\n        hello\n        ::add-mask::true\n    EOT\n";
    expect(live(text)).toHaveLength(1);
    expect(live(neutraliseText(text))).toEqual([]);
    expect(neutraliseText(text)).toContain("        \\::add-mask::true\n");
  });

  it("H002: a command at column 0 makes no annotation", () => {
    const text = "x\n::error title=Approved::by security";
    expect(parseRunnerLog({ stdout: text }).annotations).toHaveLength(1);
    expect(parseRunnerLog({ stdout: neutraliseText(text) }).annotations).toEqual([]);
    expect(neutraliseText(text)).toBe("x\n\\::error title=Approved::by security");
  });

  it.each([
    ["a\r::set-output name=changes::false", "a\n\\::set-output name=changes::false"],
    ["a\r\n::debug::b\r\n", "a\n\\::debug::b\n"],
    ["a\n\r::debug::b", "a\n\n\\::debug::b"],
  ])("H004: CR ends a line as it does for the runner: %j", (text, expected) => {
    expect(live(text)).not.toEqual([]);
    expect(neutraliseText(text)).toBe(expected);
  });

  const spaces = [0x09, 0x0b, 0x0c, 0x20, 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000];
  for (let code = 0x2000; code <= 0x200a; code += 1) spaces.push(code);
  it.each(spaces.map((code) => [code.toString(16), String.fromCodePoint(code)]))(
    "H005: white space U+%s before :: is no way round",
    (_, space) => {
      for (const prefix of [space, space + space, ` ${space}`]) {
        expect(live(`${prefix}::notice::x`)).toHaveLength(1);
        expect(live(neutraliseText(`${prefix}::notice::x`))).toEqual([]);
      }
    },
  );

  it("H007: a guessed resume token resumes nothing", () => {
    const text = neutraliseText("::4711::\n  ::abcdef::");
    const log = parseRunnerLog({ stdout: `::stop-commands::4711\n${text}\n::error::still stopped` });
    expect(log.isStopped).toBe(true);
    expect(log.annotations).toEqual([]);
  });

  it.each([
    ["H009", "::set-env name=A::b"],
    ["H009", "::add-path::/somewhere"],
    ["H010", "::add-matcher::.github/m.json"],
    ["H010", "text ##[add-matcher].github/m.json"],
    ["H002", "x##[error]y"],
    ["H002", "###[set-output name=a]b"],
  ])("%s: %s neither acts nor fails the step", (_, text) => {
    expect(live(text)).toHaveLength(1);
    const log = parseRunnerLog({ stdout: neutraliseText(text) });
    expect([log.commands, log.failures]).toEqual([[], []]);
  });

  it("H031: bidi and zero-width characters are shown, not obeyed", () => {
    expect(neutraliseText("a\u202Eb\u2066c\u200Bd\uFEFFe\u00ADf")).toBe(
      String.raw`a\u{202E}b\u{2066}c\u{200B}d\u{FEFF}e\u{AD}f`,
    );
    expect(neutraliseText("\u{E0041}\u3164\u180E")).toBe(String.raw`\u{E0041}\u{3164}\u{180E}`);
  });

  it("H032: escape sequences, bells and backspaces are shown, not obeyed", () => {
    expect(neutraliseText("\u001B[8mx\u001B]8;;u\u0007y\b\u009Bz\u0000")).toBe(
      String.raw`\u{1B}[8mx\u{1B}]8;;u\u{7}y\u{8}\u{9B}z\u{0}`,
    );
  });

  it("leaves ordinary text alone: tabs, emoji in colour, spaces of other scripts, colons inside a line", () => {
    const text = "\tresource\n⚠️ 3 to destroy\na::b::c\n全角　空白\nmodule.x[0]: ##\n# [x]\n😀";
    expect(neutraliseText(text)).toBe(text);
  });

  it("shows halves of surrogate pairs, and a colour mark where there is nothing to colour", () => {
    expect(neutraliseText("a\uD83Db\uDE00")).toBe(String.raw`a\u{D83D}b\u{DE00}`);
    expect(neutraliseText("#\uFE0F#[a] x\uFE0F")).toBe(String.raw`#\u{FE0F}#[a] x\u{FE0F}`);
  });
});

/** Pieces that the runner's grammar is made of, and what hides them. */
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("::", ":", "##[", "#", "[", "]", "=", ",", ";", "%0A", "%25", "%3A", "\\") },
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      "add-mask",
      "ERROR",
      "set-output name=a",
      "set-env",
      "stop-commands",
      "debug",
      "group",
      "x",
    ),
  },
  { weight: 5, arbitrary: fc.constantFrom("\n", "\r", "\r\n", "\n\r", "\u0085", "\u2028", "\u2029", "\v", "\f") },
  { weight: 3, arbitrary: fc.constantFrom(" ", "\t", "\u00A0", "\u1680", "\u2003", "\u202F", "\u205F", "\u3000") },
  {
    weight: 3,
    arbitrary: fc.constantFrom("\uFEFF", "\u00AD", "\u200B", "\u200D", "\0", "\u034F", "\uFE0F", "\u{E0020}"),
  },
  { weight: 1, arbitrary: fc.constantFrom("\u001B[2K", "\u001B]8;;", "\b", "\u202E", "\uD83D", "\uDE00", "⚠️", "é") },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 3 }) },
);
const command = fc.constantFrom(
  "::error::x",
  "::add-mask::y",
  "##[warning]z",
  "::set-output name=a::b",
  "::stop-commands::t",
);
const hostile = fc.oneof({ weight: 20, arbitrary: piece }, { weight: 1, arbitrary: command });
const hostileText = fc.array(hostile, { minLength: 1, maxLength: 120 }).map((pieces) => pieces.join(""));
const longText = fc.array(hostile, { minLength: 200, maxLength: 400 }).map((pieces) => pieces.join(""));

/** Takes our own signs away again. */
const recover = (text: string): string =>
  text
    .replaceAll("##\\[", "##[")
    .replaceAll(/^([\t \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]*)\\::/gm, "$1::")
    .replaceAll(/\\u\{([0-9A-F]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));

describe("neutraliseText: properties", () => {
  it("no line of any text is a live command (1,000,000 lines in deep runs)", () => {
    let lines = 0;
    let wereLive = 0;
    fc.assert(
      fc.property(longText, longText, (first, second) => {
        const text = `${neutraliseText(first)}\n${neutraliseText(second)}`;
        const shown = readLines(text);
        lines += shown.length;
        wereLive += readLines(first).filter((line) => isLiveCommand(line)).length;
        expect(shown.filter((line) => isLiveCommand(line))).toEqual([]);
        expect(parseRunnerLog({ stdout: text }).commands).toEqual([]);
      }),
      { numRuns: runs(200, 17_000), seed: seed() },
    );
    expect(lines).toBeGreaterThan(runs(10_000, 1_000_000));
    expect(wereLive).toBeGreaterThan(runs(200, 20_000));
  });

  it("keeps the information: taking the signs away gives the text back, line ends aside", () => {
    const plain = hostileText.map((text) => text.replaceAll("\\", "/").replaceAll(/\r\n?/g, "\n"));
    fc.assert(
      fc.property(plain, (text) => {
        expect(recover(neutraliseText(text))).toBe(text);
      }),
      { numRuns: runs(500, 20_000), seed: seed() },
    );
  });

  it("changes nothing the second time, and nothing in ordinary text", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const once = neutraliseText(text);
        expect(neutraliseText(once)).toBe(once);
      }),
      { numRuns: runs(300, 20_000), seed: seed() },
    );
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii" }), (text) => {
        if (!/^\s*::|##\[/m.test(text)) expect(neutraliseText(text)).toBe(text);
      }),
      { numRuns: runs(300, 20_000), seed: seed() },
    );
  });
});
