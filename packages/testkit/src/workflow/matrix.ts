/** Expands `strategy.matrix` into the jobs it stands for, by GitHub's rules for `include` and `exclude`. Pure. */

/** One combination; values are whatever JSON the matrix holds. */
export type Combination = Readonly<Record<string, unknown>>;

/**
 * Expands an evaluated matrix. Without one: a single empty combination.
 * @throws Error when a vector is empty or is no list, as GitHub does.
 */
export function expandMatrix(matrix: unknown): Combination[] {
  if (matrix === undefined || matrix === null) return [{}];
  if (!isMapping(matrix)) throw new Error("Matrix must be a mapping");
  const { include, exclude, ...vectors } = matrix;
  let combinations: Combination[] = Object.keys(vectors).length > 0 ? [{}] : [];
  for (const [name, values] of Object.entries(vectors)) {
    if (!Array.isArray(values) || values.length === 0)
      throw new Error(`Matrix vector '${name}' does not contain any values`);
    combinations = combinations.flatMap((each) => values.map((value: unknown) => ({ ...each, [name]: value })));
  }
  const excluded = toList(exclude, "exclude");
  combinations = combinations.filter((each) => !excluded.some((one) => isPart(one, each, Object.keys(one))));
  const expanded = addIncluded(combinations, toList(include, "include"), Object.keys(vectors));
  if (expanded.length === 0) throw new Error("Matrix must define at least one vector");
  return expanded;
}

/** An entry of `include` joins every combination whose own values it does not change, else it is one of its own. */
function addIncluded(
  combinations: readonly Combination[],
  include: readonly Combination[],
  names: readonly string[],
): Combination[] {
  const extended = combinations.map((each) => ({ original: each, now: each }));
  const added: Combination[] = [];
  for (const entry of include) {
    const own = names.filter((name) => name in entry);
    const matching = extended.filter(({ original }) => isPart(entry, original, own));
    for (const each of matching) each.now = { ...each.now, ...entry };
    if (matching.length === 0) added.push(entry);
  }
  return [...extended.map(({ now }) => now), ...added];
}

/** What a job of a matrix is called behind its name: ` (a, b)`. */
export function matrixSuffix(combination: Combination): string {
  const values = Object.values(combination).map((value) =>
    isMapping(value) ? Object.values(value).join(", ") : value,
  );
  return values.length === 0 ? "" : ` (${values.join(", ")})`;
}

function isPart(entry: Combination, of: Combination, names: readonly string[]): boolean {
  return names.every((name) => JSON.stringify(entry[name]) === JSON.stringify(of[name]));
}

function toList(value: unknown, name: string): Combination[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || !value.every((each) => isMapping(each)))
    throw new Error(`Matrix ${name} must be a list of mappings`);
  return value;
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
