/**
 * `npm run demo`: a pull request against a small, realistic configuration, planned by the built action with a real
 * terraform, on a GitHub that runs inside this process. Prints the story and writes demo/index.html.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { runAction, startGitHub, workspace } from "@handrail/testkit";
import { openInBrowser } from "./demo/browser.ts";
import { renderPage } from "./demo/page.ts";
import { applyTerraform } from "./demo/terraform.ts";

const root = join(import.meta.dirname, "..");
const target = "live/prod";
const password = "correct-horse-battery-staple";

function say(text = ""): void {
  process.stdout.write(`${text}\n`);
}

const action = join(root, "actions", "terraform-plan");
if (!existsSync(join(action, "dist", "index.js"))) throw new Error("There is no bundle. Run: npm run build");

say("1. A repository with a small production: a network, a database, two services.");
using checkout = workspace({}, { name: "demo" });
cpSync(join(root, "demo", "before"), checkout.path, { recursive: true });
checkout.write({ ".gitignore": ".terraform/\n*.tfstate*\n" });
const base = checkout.commit("The production as it is");
const applied = applyTerraform(join(checkout.path, target), { TF_VAR_database_password: password });
say(`   ${applied}`);
say();

say("2. A pull request: a third zone, a search service, a newer database, a renamed zone, and no more reports.");
cpSync(join(root, "demo", "after"), checkout.path, { recursive: true });
const head = checkout.commit("Search service, PostgreSQL 16, no more reports");
const github = await startGitHub({ owner: "shop", repo: "infrastructure" });
try {
  const title = "Search service, PostgreSQL 16, no more reports";
  const description = "Adds the search service and a third zone, moves the database to PostgreSQL 16, removes reports.";
  const pull = github.addPullRequest({
    title,
    body: description,
    author: "octocat",
    headRef: "search-service",
    headSha: head,
    baseSha: base,
  });
  say(`   ${checkout.git("diff", "--shortstat", base, head)} in ${target} and below`);
  say();

  say("3. The workflow runs terraform-plan on it, with a real terraform.");
  using step = await runAction({
    action,
    workspace: checkout,
    github,
    event: github.pullRequestEvent(pull.number, "opened"),
    inputs: { "working-directory": target },
    env: { TF_VAR_database_password: password },
  });
  for (const line of step.log.trimEnd().split("\n")) say(`   | ${line}`);
  if (step.conclusion !== "success")
    throw new Error(`terraform-plan ended with ${step.outputs["failure-reason"] ?? "nothing"}`);
  const comments = github.comments(pull.number);
  const [comment] = comments;
  if (comment === undefined) throw new Error("There is no comment on the pull request.");
  say();
  say(
    `4. Reviewers see one comment by ${comment.author ?? "nobody"}, ${comment.body.length} characters. Its first line:`,
  );
  say(`   ${comment.body.split("\n")[1] ?? ""}`);
  const leaks = [comment.body, step.stdout, step.summary].some((text) => text.includes(password));
  say(`   The database password is ${leaks ? "IN ONE" : "in none"} of comment, log and summary.`);

  const css = (name: string): string =>
    readFileSync(createRequire(import.meta.url).resolve(`github-markdown-css/${name}.css`), "utf8");
  const page = renderPage(
    {
      repository: `${github.repository.owner}/${github.repository.repo}`,
      number: pull.number,
      title,
      description,
      author: "octocat",
      branch: "search-service",
      base: "main",
      commit: head,
      comments: comments.map(({ author, body }) => ({ author: author ?? "ghost", body })),
    },
    { light: css("github-markdown-light"), dark: css("github-markdown-dark") },
  );
  const out = join(root, "demo", "index.html");
  mkdirSync(join(root, "demo"), { recursive: true });
  writeFileSync(out, page);
  say();
  say(
    `5. The pull request as a page: ${relative(root, out)}${openInBrowser(pathToFileURL(out).href) ? ", opened in your browser" : ""}`,
  );
} finally {
  await github.close();
}
