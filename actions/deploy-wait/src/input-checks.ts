/** What is wrong with the text of one input, by its form. Pure. */

/** What is wrong with a text that has to be on one line. */
export function lineProblem(text: string): string | undefined {
  return /[\0\r\n]/.test(text) ? "not one line" : undefined;
}

/** What is wrong with an address. */
export function urlProblem(text: string): string | undefined {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:")) return "it is no http or https URL";
  return url.username === "" && url.password === "" ? undefined : "it holds a user or a password";
}
