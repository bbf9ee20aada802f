/**
 * Which files the input `paths` means.
 */

/** A glob as a regular expression: `*` and `?` stay in one folder, `**` does not; a folder means everything below it. */
function compile(glob: string): RegExp {
  const parts = glob
    .replace(/^\.\//, "")
    .replace(/\/+$/, "")
    .split(/(\*\*\/|\*\*|\*|\?)/);
  const pattern = parts.map((part) => {
    if (part === "**/") return "(?:.*/)?";
    if (part === "**") return ".*";
    if (part === "*") return "[^/]*";
    if (part === "?") return "[^/]";
    return part.replaceAll(/[.+^${}()|[\]\\]/g, "\\$&");
  });
  const isAll = glob === "." || glob === "./";
  return new RegExp(`^${isAll ? ".*" : pattern.join("")}(?:/.*)?$`, "s");
}

/** Tells of a path, relative to the repository, whether the globs mean it. Those that begin with `!` leave out. */
export function selectPaths(globs: readonly string[]): (path: string) => boolean {
  const wanted = globs.filter((glob) => !glob.startsWith("!")).map(compile);
  const unwanted = globs.filter((glob) => glob.startsWith("!")).map((glob) => compile(glob.slice(1)));
  const isWanted = (path: string): boolean => wanted.length === 0 || wanted.some((pattern) => pattern.test(path));
  return (path) => isWanted(path) && !unwanted.some((pattern) => pattern.test(path));
}
