/**
 * How the story is told in a terminal: a chapter, what a person does, the first line of what they see, the verdict.
 */

/** The lines of one telling. */
export interface Story {
  chapter(number: number, title: string): void;
  /** What somebody does. */
  does(text: string): void;
  /** What they see then: the first line that a person can read. */
  sees(markdown: string): void;
  /** What it came to. @throws Error when it did not */
  verdict(isTrue: boolean, text: string): void;
  say(text?: string): void;
}

/** Tells to stdout, in colours where there is somebody to see them. */
export function tellStory(): Story {
  const isColoured = process.stdout.isTTY && process.env["NO_COLOR"] === undefined;
  const paint = (code: number, text: string): string => (isColoured ? `\u001B[${code}m${text}\u001B[0m` : text);
  const say = (text = ""): void => {
    process.stdout.write(`${text}\n`);
  };
  return {
    chapter: (number, title) => say(`\n${paint(1, `${number}. ${title}`)}`),
    does: (text) => say(`   ${text}`),
    sees: (markdown) => say(`     ${paint(36, firstLine(markdown))}`),
    verdict: (isTrue, text) => {
      if (!isTrue) throw new Error(`This is not true: ${text}`);
      say(`   ${paint(32, `✓ ${text}`)}`);
    },
    say,
  };
}

/** The first line of a comment that people can read, as they read it. */
export function firstLine(markdown: string): string {
  const line = markdown.split("\n").find((each) => each.trim() !== "" && !each.startsWith("<!--")) ?? "";
  return readable(line);
}

/** A line of markdown without its marks. */
export function readable(line: string): string {
  return line
    .replace(/^(?:#+|>|-) /, "")
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll("\u200B", "")
    .replaceAll(/\*\*|`/g, "");
}
