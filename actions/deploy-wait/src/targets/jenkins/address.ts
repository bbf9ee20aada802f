/**
 * Where things of a Jenkins are. Pure. Whatever an answer says, requests go to the Jenkins that the step was given: the root
 * URL that Jenkins believes in is often another one, and a token must not follow it.
 */

/** A build as requests name it: the path of its job (`/job/a/job/b`) and its number. */
export type BuildPin = { path: string; number: number };

/** The root of a Jenkins, without a slash at its end. */
export function rootOf(url: string): string {
  const parsed = URL.parse(url);
  return parsed === null ? url : `${parsed.origin}${parsed.pathname.replace(/\/+$/, "")}`;
}

/** `a/b` as `/job/a/job/b`. A branch that holds a slash is written as Jenkins names it: `feature%2Fx`. */
export function pathOfJob(job: string): string {
  const names = job.split("/").filter((name) => name !== "");
  return names.map((name) => `/job/${encodeURIComponent(name)}`).join("");
}

/**
 * The build that an executable's URL names, when it is believed: it has our number, and it is on our host or below our job (a
 * branch of a multibranch project). `isElsewhere` tells that it is another job.
 */
export function pinOf(
  root: string,
  jobPath: string,
  executable: { number: number; url: string },
): BuildPin & { isElsewhere: boolean } {
  const ours = { path: jobPath, number: executable.number, isElsewhere: false };
  const url = URL.parse(executable.url);
  const found = /((?:\/job\/[^/]+)+)\/(\d+)\/?$/.exec(url?.pathname ?? "");
  const path = found?.[1];
  if (url === null || path === undefined || Number(found?.[2]) !== executable.number) return ours;
  if (isBelow(path, jobPath)) return { ...ours, path };
  const home = new URL(root);
  const isHome = url.host === home.host && url.pathname.startsWith(`${home.pathname.replace(/\/$/, "")}/job/`);
  return isHome ? { path, number: executable.number, isElsewhere: true } : ours;
}

/** Case and escapes aside: Jenkins escapes less than encodeURIComponent does. */
function isBelow(path: string, jobPath: string): boolean {
  const [deep, high] = [decode(path), decode(jobPath)];
  return deep === high || deep.startsWith(`${high}/job/`);
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
