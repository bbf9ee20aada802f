/**
 * A run of terraform-bump in the demo, and the pull requests that it opens as threads: there the body is what to read.
 */
import type { LoggedRequest } from "@handrail/testkit";
import type { Thread } from "./pull-request.ts";
import type { Stage } from "./stage.ts";

/** A run that has ended; `writes` is what it asked GitHub to change, `asked` how it asked the state server. */
export type BumpRun = {
  result: string;
  summary: string;
  opened: Thread[];
  held: { dependency: string; to: string; reason: string }[];
  writes: string[];
  asked: string[];
};

/** The scheduled workflow runs on main as it is. */
export async function runBump(stage: Stage, run: string, env: Readonly<Record<string, string>>): Promise<BumpRun> {
  const { github, backend } = stage;
  const sha = await stage.checkOutMain();
  const [before, asked] = [github.requests.length, backend.requests.length];
  const { result } = await stage.run({
    action: "terraform-bump",
    event: { schedule: "17 5 * * 1", repository: { default_branch: github.store.defaultBranch } },
    sha,
    run,
    by: "mona",
    inputs: {
      dependencies: "modules",
      "minimum-release-age": "3d",
      verify: "plan",
      "github-token": github.token("github-actions"),
    },
    env,
  });
  const writes = github.requests.slice(before).filter(isWrite);
  const { result: how = "", summary = "", held = "[]", "pull-requests": pulls = "[]" } = result.outputs;
  const opened: Thread[] = [];
  for (const { number, state } of JSON.parse(pulls) as { number: number; state: string }[])
    if (state === "created") opened.push(await readThread(stage, number));
  return {
    result: how,
    summary,
    opened,
    held: JSON.parse(held) as BumpRun["held"],
    writes: writes.map(({ method, path }) => `${method} ${path}`),
    asked: backend.requests.slice(asked).map(({ method }) => method),
  };
}

/** GraphQL asks by POST, too. */
function isWrite({ method, path, text }: LoggedRequest): boolean {
  return path.endsWith("/graphql") ? text.includes("mutation") : method !== "GET";
}

/** A pull request as the action opened it, with the diff of its commit. */
async function readThread(stage: Stage, number: number): Promise<Thread> {
  const { title, body, author, pull } = stage.github.issue(number);
  if (pull === undefined) throw new Error(`#${number} is no pull request`);
  const { head, base } = pull;
  const { files } = (await ask(stage, `compare/${base.sha}...${head.sha}`)) as { files: { filename: string }[] };
  const changes: Record<string, string> = {};
  for (const { filename } of files) {
    const { content } = (await ask(stage, `contents/${filename}?ref=${head.sha}`)) as { content: string };
    changes[filename] = Buffer.from(content, "base64").toString();
  }
  stage.checkOut(changes);
  const diff = withoutHeaders(stage.checkout.git("diff", "--no-color", "--unified=1"));
  return {
    number,
    title,
    description: body ?? "",
    author: author.login,
    branch: head.ref,
    head: head.sha,
    changes,
    versions: [],
    happenings: [{ who: "github-actions", what: "committed", code: head.sha.slice(0, 7), diff }],
  };
}

/** What GitHub's API says about the repository. */
async function ask({ github }: Stage, path: string): Promise<unknown> {
  const { owner, repo } = github.repository;
  const { body } = await github.upstream.request("GET", `/repos/${owner}/${repo}/${path}`);
  return body;
}

/** git's diff with the names of files in the place of its headers. */
function withoutHeaders(diff: string): string {
  const lines = diff.split("\n").filter((line) => !/^(?:diff|index|---) /.test(line));
  return lines.map((line) => line.replace(/^\+\+\+ b\//, "# ")).join("\n");
}
