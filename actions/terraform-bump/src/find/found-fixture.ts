/** For the tests: findings as lines that a person can read. */
import type { Dependency, Findings, SourceFile, Syntax } from "./mention.ts";
import { findMentions, type FindOptions } from "./find.ts";

function shownSyntax(syntax: Syntax): string {
  if (syntax.as === "constraint") return syntax.dialect;
  return syntax.as === "tag" ? `tag ${JSON.stringify(syntax.prefix)}` : "exact";
}

/** `https://github.com/acme/network.git`, `registry.terraform.io` */
export function shownSource({ source }: Dependency): string {
  if (source.from === "git") return source.url;
  return source.from === "releases" ? source.product : source.host;
}

/** `file:line place "text" kind name [syntax]`, and `file:line place text ? name: why` for what is unclear. */
export function shown({ mentions, unclear, unreadable }: Findings): string[] {
  return [
    ...mentions.map(({ file, line, place, text, dependency, syntax }) => {
      return `${file}:${line} ${place} "${text}" ${dependency.kind} ${dependency.name} [${shownSyntax(syntax)}]`;
    }),
    ...unclear.map(({ file, line, place, text, dependency, why }) => {
      return `${file}:${line} ${place} ${text} ? ${dependency?.name ?? "?"}: ${why}`;
    }),
    ...unreadable.map(({ file, line, why }) => `${file}:${line ?? 0} ! ${why}`),
  ];
}

/** The findings of one file, without its name in front. */
export function shownIn(path: string, text: string, options?: FindOptions): string[] {
  const files: SourceFile[] = [{ path, text }];
  return shown(findMentions(files, options)).map((line) => line.slice(path.length + 1));
}

/** Every version in one file: its text, cut out of the file by its span. */
export function textsIn(path: string, text: string): string[] {
  return findMentions([{ path, text }]).mentions.map(({ span }) => text.slice(span.start, span.end));
}
