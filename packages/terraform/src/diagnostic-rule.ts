/**
 * One rule of the tables that classify reads. Types only.
 */

/** What terraform was doing; `state`: reading or writing the state around an apply. */
export type Phase = "init" | "validate" | "plan" | "show" | "apply" | "state";

/**
 * All given conditions must hold; without `reason` the phase's own reason stays and only the remedy is better. `told`:
 * the summary of another diagnostic that says what happened better, when there is one.
 */
export type Rule = {
  summary: RegExp;
  detail?: RegExp;
  phases?: readonly Phase[];
  reason?: string;
  remedy: string;
  told?: RegExp;
};
