/**
 * The names of what is in clear in the private folder, until the step is over. The post step removes them, too.
 */

/** The plan as terraform saves it. */
export const planName = "plan.tfplan";

/** The plan as terraform shows it: every value in clear. */
export const documentName = "plan-document.json";
