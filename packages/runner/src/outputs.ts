/**
 * What an action may output: names and descriptions, the same as in its action.yml.
 */

/** Every output of an action by its kebab-case name. */
export type OutputDeclarations = Record<string, { description: string }>;

/** A value an output can take; arrays and objects are written as JSON. */
export type OutputValue = string | number | boolean | readonly unknown[] | Readonly<Record<string, unknown>>;
