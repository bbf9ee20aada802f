/**
 * Readers of data from outside: each takes any JSON value and answers it as a type of ours, or says where it is not of
 * that shape. Only named members are read, own ones, so that no key reaches a prototype.
 */

/** Reads a value; throws a ShapeError. */
export type Reader<T> = (value: unknown) => T;

/** What is wrong, and where; the path grows on the way out. */
export class ShapeError extends Error {
  readonly path: string[] = [];

  /** `changes.3.address is not a text`. */
  describe(): string {
    return `${this.path.length === 0 ? "it" : this.path.toReversed().join(".")} ${this.message}`;
  }
}

/** A text of at most so many UTF-16 units. */
export function text(longest: number): Reader<string> {
  return (value) => {
    if (typeof value !== "string") throw new ShapeError("is not a text");
    if (value.length > longest) throw new ShapeError(`is longer than ${longest} characters`);
    return value;
  };
}

/** A text that a pattern matches as a whole; `what` is what it is then. Patterns are anchored and linear. */
export function pattern(expression: RegExp, what: string): Reader<string> {
  return (value) => {
    if (typeof value !== "string" || !expression.test(value)) throw new ShapeError(`is not ${what}`);
    return value;
  };
}

/** One of our words; anything else that is a text becomes `fallback`. */
export function word<T extends string, F>(known: readonly T[], fallback: F): Reader<T | F> {
  return (value) => {
    if (typeof value !== "string") throw new ShapeError("is not a text");
    return known.find((each) => each === value) ?? fallback;
  };
}

/** A whole number that JavaScript counts exactly. */
export function integer(lowest = 0): Reader<number> {
  return (value) => {
    if (typeof value !== "number" || !Number.isSafeInteger(value) || value < lowest) {
      throw new ShapeError(`is not a whole number of at least ${lowest}`);
    }
    return value;
  };
}

/** True or false. */
export const flag: Reader<boolean> = (value) => {
  if (typeof value !== "boolean") throw new ShapeError("is neither true nor false");
  return value;
};

/** The first reader that can read the value. */
export function either<A, B>(first: Reader<A>, second: Reader<B>): Reader<A | B> {
  return (value) => {
    try {
      return first(value);
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
      return second(value);
    }
  };
}

/** A list of at most so many items. */
export function list<T>(item: Reader<T>, longest: number): Reader<T[]> {
  return (value) => {
    if (!Array.isArray(value)) throw new ShapeError("is not a list");
    if (value.length > longest) throw new ShapeError(`has more than ${longest} items`);
    return value.map((each, index) => below(String(index), () => item(each)));
  };
}

type Readers = Readonly<Record<string, Reader<unknown>>>;
type Read<R extends Readers> = { -readonly [K in keyof R]: ReturnType<R[K]> };
type Optional<O extends Readers> = { -readonly [K in keyof O]?: Exclude<ReturnType<O[K]>, undefined> };

/**
 * The named members of an object; all others are ignored. A member of `optional` may be absent, and then is absent in
 * the answer. So it is when its reader answers undefined.
 */
export function object<R extends Readers>(required: R): Reader<Read<R>>;
export function object<R extends Readers, O extends Readers>(required: R, optional: O): Reader<Read<R> & Optional<O>>;
export function object(required: Readers, optional: Readers = {}): Reader<Record<string, unknown>> {
  const wanted = Object.entries(required);
  const welcome = Object.entries(optional);
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw new ShapeError("is not an object");
    const made: Record<string, unknown> = {};
    for (const [name, reader] of wanted) made[name] = below(name, () => reader(own(value, name)));
    for (const [name, reader] of welcome) {
      const found = own(value, name);
      const read = found === undefined ? undefined : below(name, () => reader(found));
      if (read !== undefined) made[name] = read;
    }
    return made;
  };
}

/** An own member; undefined when there is none. */
function own(value: object, name: string): unknown {
  return Object.hasOwn(value, name) ? (Reflect.get(value, name) as unknown) : undefined;
}

/** Adds a step to the path of what is thrown below it. */
export function below<T>(step: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ShapeError) error.path.push(step);
    throw error;
  }
}
