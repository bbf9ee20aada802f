import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import * as fc from "fast-check";
import { scanHcl } from "./hcl-scan.ts";

/** Kinds and texts without the white space, as one readable line. */
function shown(text: string): string {
  return scanHcl(text)
    .filter(({ kind }) => kind !== "space")
    .map((token) => `${token.kind}:${JSON.stringify(text.slice(token.start, token.end)).slice(1, -1)}`)
    .join(" ");
}

function joined(text: string): string {
  return scanHcl(text)
    .map((token) => text.slice(token.start, token.end))
    .join("");
}

const pieces =
  'a b-c _x été terraform EOT = == => ... :: { } ( ) [ ] , . " ${ %{ ~} ${~ $${ %%{ $ % \\ \\" # // /* */ 1 1.5e+3 1... 💥 ` \' ;'
    .split(" ")
    .concat(["<<EOT\n", "<<-EOT\r\n", "\nEOT\n", "\n  EOT\r\n", "\n", "\r\n", "\r", " ", "\t", "\uFEFF", "\ud800"]);

describe("scanHcl", () => {
  it.each([
    ["a=1", "identifier:a operator:= number:1"],
    ["a-b - c", "identifier:a-b operator:- identifier:c"],
    ["[1...]", "operator:[ number:1 operator:... operator:]"],
    ["1.e5 1.5.6 0x1", "number:1.e5 number:1.5.6 number:0 identifier:x1"],
    [
      "a # x\nb // y\r\nc /* z\n */ d",
      "identifier:a comment:# x newline:\\n identifier:b comment:// y newline:\\r\\n identifier:c comment:/* z\\n */ identifier:d",
    ],
    ["#\r\nx", "comment:# newline:\\r\\n identifier:x"],
    ['"a\\"b"', 'quote-open:\\" literal:a\\\\\\"b quote-close:\\"'],
    ['"a${b}c"', 'quote-open:\\" literal:a template-open:${ identifier:b template-close:} literal:c quote-close:\\"'],
    ['"${~ a ~}"', 'quote-open:\\" template-open:${~ identifier:a template-close:~} quote-close:\\"'],
    [
      '"%{ if a }x%{ endif }"',
      'quote-open:\\" template-open:%{ identifier:if identifier:a template-close:} literal:x template-open:%{ identifier:endif template-close:} quote-close:\\"',
    ],
    ['"$${a} %%{b} $$${c}"', 'quote-open:\\" literal:$${a} %%{b} $$${c} quote-close:\\"'],
    ['"$%${a}"', 'quote-open:\\" literal:$% template-open:${ identifier:a template-close:} quote-close:\\"'],
    ['"a$" b', 'quote-open:\\" literal:a$ quote-close:\\" identifier:b'],
    ['"\\${a}"', 'quote-open:\\" literal:\\\\${a} quote-close:\\"'],
    [
      '"${{ a = "${b}" }.a}"',
      'quote-open:\\" template-open:${ operator:{ identifier:a operator:= quote-open:\\" template-open:${ identifier:b template-close:} quote-close:\\" operator:} operator:. identifier:a template-close:} quote-close:\\"',
    ],
    [
      "<<EOT\nx ${y} EOT\nEOT \n}",
      "heredoc-open:<<EOT\\n literal:x  template-open:${ identifier:y template-close:} literal: EOT\\n heredoc-close:EOT  newline:\\n operator:}",
    ],
    [
      "<<-A_b-c\r\n  x\r\n  A_b-c\r\n]",
      "heredoc-open:<<-A_b-c\\r\\n literal:  x\\r\\n heredoc-close:  A_b-c newline:\\r\\n operator:]",
    ],
    [
      "<<EOT\nEOT2\n $${x} \n\u00a0EOT\u0085\n",
      "heredoc-open:<<EOT\\n literal:EOT2\\n $${x} \\n heredoc-close:\u00a0EOT\u0085 newline:\\n",
    ],
    [
      "<<EOT\n${\n1\n}EOT\nEOT\n",
      "heredoc-open:<<EOT\\n template-open:${ newline:\\n number:1 newline:\\n template-close:} literal:EOT\\n heredoc-close:EOT newline:\\n",
    ],
    ["<<EOT\nx\nEOT", "heredoc-open:<<EOT\\n literal:x\\nEOT"],
    ["a < <b <<1", "identifier:a operator:< operator:< identifier:b operator:< operator:< number:1"],
    ["\uFEFFa", "bom:\uFEFF identifier:a"],
    ["a \uFEFF💥 b", "identifier:a invalid:\uFEFF invalid:💥 identifier:b"],
    ["a /* b", "identifier:a invalid:/* b"],
    ["<<EOT\na\rb\nEOT\n", "heredoc-open:<<EOT\\n invalid:a\\rb\\nEOT\\n"],
  ])("splits %j", (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it("gives the text back, whatever it is made of", () => {
    const hostile = fc.oneof(
      fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join("")),
      fc.string({ unit: "binary" }),
    );
    const property = fc.property(hostile, (text) => {
      expect(joined(text)).toBe(text);
      for (const token of scanHcl(text)) expect(token.end).toBeGreaterThan(token.start);
    });
    fc.assert(property, { numRuns: runs(500, 100_000), seed: seed() });
  });

  it("H073: reads hundreds of thousands of hostile characters in a number of tokens that never exceeds them", () => {
    for (const piece of ["/*", "<<A\n", '"${', "$", "1.", "((", "\\", "${", "\r", "  A\n", "a-"]) {
      const text = piece.repeat(Math.ceil(200_000 / piece.length));
      expect(joined(`x = <<A\n${text}`).length).toBe(text.length + 8);
      expect(scanHcl(text).length).toBeLessThanOrEqual(text.length);
    }
  });
});
