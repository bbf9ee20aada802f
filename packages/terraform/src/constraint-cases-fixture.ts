/** Makes constraints and versions to bring them up to, as people write them and as nobody should. For tests. */
import * as fc from "fast-check";
import type { Dialect } from "./constraint-dialect.ts";

/** A constraint and the version that it is to admit. */
export type UpdateCase = { dialect: Dialect; constraint: string; target: string };

/** A number in a version: small ones, so that versions meet. */
const number = fc.oneof({ weight: 3, arbitrary: fc.nat({ max: 3 }) }, { weight: 1, arbitrary: fc.nat({ max: 12 }) });
const numbers = fc.tuple(number, number, number);

/** `usual` nine times out of ten. */
function mostly<T>(usual: T, ...others: T[]): fc.Arbitrary<T> {
  return fc.oneof({ weight: 9, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
}

const suffix = mostly("", "-rc1", "-rc.2", "-beta", "-1", "+b", "-rc1+b");

function targetOf(dialect: Dialect): fc.Arbitrary<string> {
  if (dialect === "core")
    return fc.oneof(
      fc.constant("1.11.4"),
      numbers.map((parts) => parts.join(".")),
    );
  const fourth = dialect === "module" ? mostly("", ".0", ".7") : fc.constant("");
  return fc.tuple(numbers, fourth, suffix).map(([parts, more, end]) => `${parts.join(".")}${more}${end}`);
}

/** A version near the target, or anywhere, in one to three parts, seldom in four. */
function boundOf(target: string): fc.Arbitrary<string> {
  const own = target.split(/[-+]/)[0]?.split(".").map(Number) ?? [];
  const near = fc.tuple(
    ...own.slice(0, 3).map((part) => fc.constantFrom(part, part, Math.max(part - 1, 0), part + 1, 0)),
  );
  return fc
    .record({
      parts: fc.oneof({ weight: 2, arbitrary: near }, { weight: 1, arbitrary: numbers }),
      written: fc.oneof(fc.constantFrom(2, 3), mostly(1, 4)),
      fourth: fc.constantFrom(0, 4),
      zero: mostly("", "0"),
      v: mostly("", "v"),
      end: fc.oneof({ weight: 3, arbitrary: fc.constant("") }, { weight: 1, arbitrary: suffix }),
    })
    .map(
      ({ parts, written, fourth, zero, v, end }) =>
        `${v}${zero}${[...parts, fourth].slice(0, written).join(".")}${end}`,
    );
}

function termOf(target: string): fc.Arbitrary<string> {
  const operator = fc.constantFrom("", "=", "!=", ">", ">=", ">=", "<", "<", "<=", "~>", "~>", "~>");
  const gap = mostly(" ", "", "", "  ", "\t");
  const exact = fc.tuple(fc.constantFrom("", "=", "= "), fc.constant(target)).map((parts) => parts.join(""));
  const signed = fc
    .tuple(operator, gap, boundOf(target))
    .map(([sign, space, bound]) => (sign === "" ? bound : `${sign}${space}${bound}`));
  return fc.oneof({ weight: 12, arbitrary: signed }, { weight: 1, arbitrary: exact });
}

/** A case in one dialect. Some of the constraints contradict themselves, and some are none that terraform reads. */
export function updateCase(dialect: Dialect): fc.Arbitrary<UpdateCase> {
  return targetOf(dialect).chain((target) =>
    fc
      .record({
        terms: fc.oneof(
          fc.array(termOf(target), { minLength: 1, maxLength: 2 }),
          fc.array(termOf(target), { minLength: 1, maxLength: 4 }),
        ),
        separator: mostly(", ", ",", " , ", ",\t"),
        around: mostly("", " "),
        spoil: fc.oneof(
          { weight: 40, arbitrary: fc.constant("") },
          { weight: 1, arbitrary: fc.constantFrom(",", ".x", "beta", " 1") },
        ),
      })
      .map(({ terms, separator, around, spoil }) => ({
        dialect,
        constraint: `${around}${terms.join(separator)}${around}${spoil}`,
        target,
      })),
  );
}
