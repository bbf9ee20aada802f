/**
 * Reads an action's inputs against their declarations and reports every bad one at once.
 * The kinds of input are in input-kinds.ts; nothing here knows a particular action.
 */
import { Failure } from "./failure.ts";
import { quoteText } from "./quote.ts";

/** What one input is: the same facts as in action.yml, and how its text becomes a value. */
export type Declaration<T> = {
  /** text, lines, flag …: for tables. */
  readonly kind: string;
  readonly description: string;
  /** The text as in action.yml; may be an expression such as `${{ github.token }}`. Absent: no default. */
  readonly default?: string;
  readonly isRequired: boolean;
  /** Its value is never shown. */
  readonly isSecret: boolean;
  /** What is accepted, to complete "accepted is …". */
  readonly accepts: string;
  /** The value of a trimmed text. Throws a RangeError whose message says what is wrong with it. */
  readonly read: (text: string) => T;
};

/** Every input of an action by its kebab-case name. */
export type Declarations = Record<string, Declaration<unknown>>;

/** The values that declarations give. */
export type InputValues<D extends Declarations> = {
  [K in keyof D]: D[K] extends Declaration<infer T> ? T : never;
};

/** One input that cannot be used. `given` is left out when it must not be shown. */
export type InputProblem = { name: string; given?: string; accepts: string; why?: string };

/** The failure for inputs that cannot be used; also for rules across inputs, which only the action knows. */
export function inputFailure(problems: readonly InputProblem[]): Failure {
  const told = problems.map(({ name, given, accepts, why }) => {
    const shown = given === undefined ? "a value that is not shown" : given === "" ? "nothing" : quoteText(given);
    return `${name} was given ${shown}${why === undefined ? "" : ` (${why})`}, accepted is ${accepts}`;
  });
  const count = problems.length === 1 ? "An input cannot be used" : `${problems.length} inputs cannot be used`;
  return new Failure({
    reason: "invalid-input",
    what: `${count}: ${told.join("; ")}`,
    remedy: "Correct the step's `with:`. Nothing was started.",
  });
}

/** How the runner names an input in the environment of the action. */
export function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
}

/** The text of an input: what was given, else its default; trimmed as the official toolkit does. */
function textOf(
  name: string,
  declaration: Declaration<unknown>,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const given = environment[inputVariable(name)];
  if (given !== undefined) return given.trim();
  const text = declaration.default ?? "";
  // The runner evaluates an expression before we start; outside of it there is nothing to put in its place.
  return text.includes("${{") ? "" : text.trim();
}

/**
 * The values of all inputs. An input that is absent from the environment has its default.
 * Throws one Failure "invalid-input" that names every bad input, what was given and what is accepted.
 */
export function readInputs<D extends Declarations>(
  declarations: D,
  environment: Readonly<Record<string, string | undefined>>,
): InputValues<D> {
  const values: [string, unknown][] = [];
  const problems: InputProblem[] = [];
  for (const [name, declaration] of Object.entries(declarations)) {
    const text = textOf(name, declaration, environment);
    const shown = declaration.isSecret && text !== "" ? {} : { given: text };
    try {
      if (text === "" && declaration.isRequired) throw new RangeError("it is required");
      values.push([name, declaration.read(text)]);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      const why = declaration.isSecret || error.message === "" ? {} : { why: error.message };
      problems.push({ name, ...shown, accepts: declaration.accepts, ...why });
    }
  }
  if (problems.length > 0) throw inputFailure(problems);
  return Object.fromEntries(values) as InputValues<D>;
}
