/**
 * The kinds of input an action can declare: text, lines, flags, numbers, durations, choices, secrets, directories.
 * Each gives a Declaration; reading them is in inputs.ts.
 */
import { DURATION_FORM, formatDuration, parseDuration } from "./durations.ts";
import type { Declaration } from "./inputs.ts";
import { pathProblem } from "./paths.ts";

type Described = { description: string };
type Required = { required?: boolean };

/** Narrower rules for a text, or for each item of a list. `check` returns what is wrong, undefined when nothing is. */
type TextRules = {
  pattern?: RegExp;
  check?: (text: string) => string | undefined;
  accepts?: string;
  maxLength?: number;
};

const DEFAULT_MAX_LENGTH = 1_048_576;

function checkText(text: string, rules: TextRules): void {
  if (text.length > (rules.maxLength ?? DEFAULT_MAX_LENGTH)) throw new RangeError("too long");
  const problem = rules.check?.(text);
  if (problem !== undefined) throw new RangeError(problem);
  // A pattern with the g or y flag would remember where it stopped.
  if (rules.pattern !== undefined && text.search(rules.pattern) === -1) throw new RangeError("");
}

function declare<T>(
  kind: string,
  options: Described & Required,
  rest: { default?: string | undefined; accepts: string; isSecret?: boolean; read: (text: string) => T },
): Declaration<T> {
  return {
    kind,
    description: options.description,
    ...(rest.default === undefined ? {} : { default: rest.default }),
    isRequired: options.required ?? false,
    isSecret: rest.isSecret ?? false,
    accepts: rest.accepts,
    read: rest.read,
  };
}

/** A text on as many lines as it has. An empty one is checked against the rules only when a default says that it is never empty. */
function text(options: Described & Required & TextRules & { default?: string }): Declaration<string> {
  return declare("text", options, {
    default: options.default,
    accepts:
      options.accepts ?? (options.pattern === undefined ? "a text" : `a text that matches ${String(options.pattern)}`),
    read: (given) => {
      const mayBeEmpty = options.default === undefined || options.default === "" || options.default.includes("${{");
      if (given !== "" || !mayBeEmpty) checkText(given, options);
      return given;
    },
  });
}

/** A list, one item a line, blank lines ignored, white space around items removed (kept with `verbatim`, for argv). */
function lines(
  options: Described & Required & TextRules & { default?: string; verbatim?: boolean; max?: number },
): Declaration<string[]> {
  return declare("lines", options, {
    default: options.default,
    accepts: options.accepts ?? "one item a line",
    read: (given) => {
      const found = given.split(/\r\n|[\r\n]/).map((line) => (options.verbatim === true ? line : line.trim()));
      const items = found.filter((line) => line.trim() !== "");
      if (options.max !== undefined && items.length > options.max)
        throw new RangeError(`more than ${options.max} items`);
      for (const item of items) checkText(item, options);
      return items;
    },
  });
}

const FLAG_VALUES: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["True", true],
  ["TRUE", true],
  ["false", false],
  ["False", false],
  ["FALSE", false],
]);

/** A boolean of the YAML 1.2 core schema, exactly the six words of the official toolkit's getBooleanInput. */
function flag(options: Described & { default?: boolean }): Declaration<boolean> {
  return declare("flag", options, {
    default: String(options.default ?? false),
    accepts: "true, True, TRUE, false, False or FALSE",
    read: (given) => {
      const value = FLAG_VALUES.get(given);
      if (value === undefined) throw new RangeError("");
      return value;
    },
  });
}

const MAX_INTEGER = 2_147_483_647;

type IntegerOptions = Described & Required & { min?: number; max?: number; default?: number; optional?: boolean };

function integer(options: IntegerOptions & ({ default: number } | { required: true })): Declaration<number>;
function integer(options: IntegerOptions): Declaration<number | undefined>;
/** A whole decimal number without sign (but `-`), exponent or leading zeros. Empty is the default, or undefined without one. */
function integer(options: IntegerOptions): Declaration<number | undefined> {
  const [min, max] = [options.min ?? 0, options.max ?? MAX_INTEGER];
  return declare("integer", options, {
    default: options.default === undefined ? undefined : String(options.default),
    accepts: `a whole number from ${min} to ${max}`,
    read: (given) => {
      if (given === "") return options.default;
      const value = /^-?(?:0|[1-9]\d{0,14})$/.test(given) ? Number(given) : Number.NaN;
      if (!(value >= min && value <= max)) throw new RangeError("");
      return value === 0 ? 0 : value;
    },
  });
}

type DurationOptions = Described & Required & { min?: string; max?: string; default?: string; optional?: boolean };

function duration(options: DurationOptions & ({ default: string } | { required: true })): Declaration<number>;
function duration(options: DurationOptions): Declaration<number | undefined>;
/** A duration such as `1h30m`, in milliseconds. Empty is the default, or undefined without one. */
function duration(options: DurationOptions): Declaration<number | undefined> {
  const min = options.min === undefined ? 0 : parseDuration(options.min);
  const max = options.max === undefined ? Number.POSITIVE_INFINITY : parseDuration(options.max);
  const bounds = `${min > 0 ? `, at least ${formatDuration(min)}` : ""}${max < Number.POSITIVE_INFINITY ? `, at most ${formatDuration(max)}` : ""}`;
  const fallback = options.default === undefined || options.default === "" ? undefined : parseDuration(options.default);
  return declare("duration", options, {
    default: options.default,
    accepts: `${DURATION_FORM}${bounds}`,
    read: (given) => {
      if (given === "") return fallback;
      const value = parseDuration(given);
      if (value < min || value > max) throw new RangeError("");
      return value;
    },
  });
}

/** One of a few words; the first is the default unless another is named. Empty is the default. */
function choice<const T extends string>(
  choices: readonly [T, ...T[]],
  options: Described & { default?: NoInfer<T> },
): Declaration<T> {
  const fallback = options.default ?? choices[0];
  return declare("choice", options, {
    default: fallback,
    accepts: `one of ${choices.filter((word) => word !== "").join(", ")}`,
    read: (given) => {
      const found = given === "" ? fallback : choices.find((word) => word === given);
      if (found === undefined) throw new RangeError("");
      return found;
    },
  });
}

/** A secret; "" is none. Its value is never part of a message. The caller masks it. */
function secret(options: Described & Required & { default?: string }): Declaration<string> {
  return declare("secret", options, {
    default: options.default,
    accepts: "a secret",
    isSecret: true,
    read: (given) => given,
  });
}

/** A directory below the workspace, as text; the host checks where it really is. */
function directory(options: Described & Required & { default?: string }): Declaration<string> {
  return declare("directory", options, {
    default: options.default,
    accepts: "a relative path inside the workspace",
    read: (given) => {
      const problem = given === "" && (options.default ?? "") === "" ? undefined : pathProblem(given);
      if (problem !== undefined) throw new RangeError(`it ${problem}`);
      return given;
    },
  });
}

/** The kinds of input. */
export const input: {
  text: typeof text;
  lines: typeof lines;
  flag: typeof flag;
  integer: typeof integer;
  duration: typeof duration;
  choice: typeof choice;
  secret: typeof secret;
  directory: typeof directory;
} = { text, lines, flag, integer, duration, choice, secret, directory };
