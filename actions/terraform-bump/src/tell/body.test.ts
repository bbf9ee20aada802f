/** What a maintainer reads on a pull request: golden files, and what a browser makes of them. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { COMMENT_LIMIT, measure } from "@handrail/github";
import { renderComment, runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { bodies } from "./body-fixture.ts";
import { renderBody, updateKey, type BodyInput } from "./body.ts";
import { hostileBody } from "./hostile-body-fixture.ts";
import { hostileTexts } from "./hostile-fixture.ts";
import { cleanNotes } from "./notes-text.ts";
import { bodyInput, held, proof, proposal, provider, root, terraform, update } from "./proposal-fixture.ts";

const fixtures = join(import.meta.dirname, "fixtures");
/** What publishing puts in front. */
const MARKER = 2_000;

function make(name: string): BodyInput {
  const input = bodies[name];
  if (input === undefined) throw new Error(`no case ${name}`);
  return input();
}

function firstLine(name: string): string {
  return (
    renderComment(renderBody(make(name)))
      .text.split("\n")
      .find((line) => line.trim() !== "") ?? ""
  );
}

describe("golden bodies", () => {
  it.each(Object.keys(bodies))("%s", (name) => {
    const body = renderBody(make(name));
    const golden = join(fixtures, name, "body.md");
    if (process.env["HANDRAIL_GOLDEN"] === "write") {
      mkdirSync(join(fixtures, name), { recursive: true });
      writeFileSync(golden, body);
    }
    expect(body).toBe(readFileSync(golden, "utf8"));
    expect(measure(body)).toBeLessThanOrEqual(COMMENT_LIMIT - MARKER);
  });

  it.each([
    ["provider-minor", "✅ 0 changes in 37 roots."],
    [
      "provider-major",
      "🟥 0 changes in 1 root, 2 roots change (1 destroying or replacing), 1 fails, 1 still validates (not planned), 1 fails with or without it, 1 not verified.",
    ],
    ["terraform-rung", "✅ 0 changes in 2 roots."],
    ["thousand-roots", "🟥 0 changes in 890 roots, 100 roots change (1 destroying or replacing), 10 fail."],
    ["not-verified", "❔ Not verified. The input"],
  ])("%s says first what it does", (name, expected) => {
    expect(firstLine(name).replaceAll("\u200b", "")).toContain(expected);
  });
});

describe("what a person sees", () => {
  it("names what is lost right below the first line, and opens it", () => {
    const dom = renderComment(renderBody(make("provider-major")));
    const { text } = dom;
    expect(dom.extras.filter(({ kind }) => kind === "alert")).toEqual([{ kind: "alert", text: "[!CAUTION]" }]);
    expect(text).toContain(
      '2 objects would be destroyed or replaced: aws_redshift_cluster.main["eu"] in live/prod, aws_simpledb_domain.old in live/prod.',
    );
    expect(dom.details[0]).toMatchObject({ isOpen: true });
    expect(dom.details[0]?.summary).toContain("live/prod");
    expect(dom.details[0]?.text.indexOf("aws_redshift_cluster")).toBeLessThan(
      dom.details[0]?.text.indexOf("aws_instance") ?? 0,
    );
    const order = [
      "live/prod: ",
      "live/staging: ",
      "live/legacy fails at",
      "Adapt the configuration",
      "live/broken fails with or without",
      "What moves",
      "What to know",
      "How to use it",
    ];
    const places = order.map((part) => text.replaceAll("\u200b", "").indexOf(part));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(Math.min(...places)).toBeGreaterThan(0);
  });

  it("links errors to their lines, and says what to do", () => {
    const dom = renderComment(renderBody(make("provider-major")));
    expect(dom.links).toContainEqual({
      href: "https://github.com/octo-org/infrastructure/blob/4b825dc642cb6eb9a060e54bf8d69288fbee4904/live/legacy/main.tf#L12",
      text: "live/legacy/main.tf:12",
    });
  });

  it("says what moves, with the constraint before and after", () => {
    const [table] = renderComment(renderBody(make("provider-major"))).tables;
    expect(table).toEqual({
      head: ["dependency", "from", "to", "released", "constraint", "files"],
      rows: [["provider hashicorp/aws", "5.100.0", "6.2.0 major", "2026-03-01", "~> 5.31 → ~> 6.2", "3 files"]],
    });
    expect(renderComment(renderBody(make("provider-minor"))).tables[0]?.rows[0]?.slice(4)).toEqual([
      "~> 5.31 (unchanged)",
      "37 files",
    ]);
  });

  it("tells what moves as it is written, and nothing of files that are left out", () => {
    const given = update({ dependency: terraform, from: "1.5.7", to: "1.6.6" }, ["live/prod/versions.tf", "a.yml"]);
    const pinned = update({ dependency: terraform, from: "1.5.7", to: "1.6.6", constraintBefore: "1.5.7" }, [".v"]);
    const moved = proposal([{ ...given, edits: [...given.edits, ...pinned.edits] }]);
    const dom = renderComment(renderBody(bodyInput({ proposal: moved, left: ["a.yml"] })));
    expect(dom.tables[0]?.rows[0]?.slice(4)).toEqual(["~> 1.5.7 → ~> 1.6.6\n1.5.7 → ~> 1.6.6", "2 files"]);
    expect(dom.details.find(({ summary }) => summary === "Where: 2 places")?.text).not.toContain("a.yml");
  });

  it("says once where an error is, and how plans with the same counts differ", () => {
    const changes = [{ address: "a.b", what: "other", isDestructive: false }];
    const given = { before: "3 to add.", after: "3 to add." };
    const message = "Bad argument (a/main.tf line 3): use `name`, see https://example.com/x.";
    const roots = [
      root("a", { outcome: "fails", message, file: "a/main.tf", line: 3 }),
      root("b", { ...given, outcome: "changes", changes }),
    ];
    const aws = proposal([update({ dependency: provider("hashicorp", "aws"), from: "6.1.0", to: "6.2.0" })]);
    const dom = renderComment(renderBody(bodyInput({ proposal: aws, proof: proof(...roots) })));
    expect(dom.text.replaceAll("\u200b", "")).toContain("fails at a/main.tf:3: Bad argument: use name, see https");
    expect(dom.codeSpans).toEqual(expect.arrayContaining(["name", "https://example.com/x"]));
    expect(dom.details[0]?.summary).toBe("🟧 b: 3 to add, but not as without it");
  });

  it("folds what is about backends and resources that are not there", () => {
    const core = proposal([update({ dependency: terraform, from: "1.9.8", to: "1.10.5" })]);
    const [folded] = renderComment(
      renderBody(bodyInput({ proposal: core }, { uses: { backends: [], resourceTypes: [] } })),
    ).details.slice(1);
    expect(folded).toMatchObject({
      isOpen: false,
      summary: "1 more about backends and resources that are not in these files",
    });
    expect(folded?.text).toContain("The backend s3 does not know role_arn");
  });

  it("marks what the repository uses first", () => {
    const text = renderComment(renderBody(make("provider-major"))).text;
    expect(text).toMatch(
      /OpsWorks, SimpleDB, WorkLink and Elastic Inference are gone\. \(source\)\s*Used here: aws_opsworks_stack at live\/legacy\/main\.tf:12/,
    );
    expect(text.indexOf("OpsWorks, SimpleDB")).toBeLessThan(text.indexOf("Most resources have an argument"));
  });

  it("names the points of no return before a Terraform rung", () => {
    const text = renderComment(renderBody(make("terraform-rung"))).text;
    expect(text).toContain("No way back: once 0.13 has written a state, 0.12 cannot read it any more.");
    expect(text).toContain("Apply once with 0.13 in every root");
    expect(text).toContain("terraform 0.12.31 → 0.14.11: 0.13.7 comes first, and has to be applied");
  });

  it("says which workflows were left out, and how to change that", () => {
    const dom = renderComment(renderBody(make("workflows-left-out")));
    expect(dom.text).toContain("Left out: 2 workflow files.");
    expect(dom.text).toContain("workflows: write");
    expect(dom.links.map(({ text }) => text)).toContain(".github/workflows/apply it.yml");
    expect(dom.text).toContain(
      "The licence changes from MPL 2.0 to the Business Source License 1.1; 1.5.7 is the last version",
    );
  });

  it("speaks of the approval once, and only where it is needed", () => {
    const say = (canRunWorkflows: BodyInput["canRunWorkflows"]): number =>
      renderBody({ ...make("provider-minor"), canRunWorkflows }).split("Approve").length - 1;
    expect([say("yes"), say("after-approval")]).toEqual([0, 1]);
  });

  it("says that nothing was verified, and why", () => {
    const aws = proposal([update({ dependency: provider("hashicorp", "aws"), from: "6.1.0", to: "6.2.0" })]);
    const why = "The backend needs credentials";
    const unverified = { how: "none", outcome: "unverified", message: why } as const;
    const dom = renderComment(
      renderBody(bodyInput({ proposal: aws, proof: proof(root("a", unverified), root("b", unverified)) })),
    );
    expect(dom.text).toContain("Not verified. No root module could be tried");
    expect(dom.details[0]?.summary).toContain(`2 roots not verified: ${why}`);
    expect(dom.details[0]?.text).toContain("a");
    expect(renderComment(renderBody(bodyInput({ proposal: aws, proof: undefined }))).text).toContain(
      "Not verified. Nothing was planned",
    );
    expect(renderComment(renderBody(bodyInput({ proposal: aws, proof: proof() }))).text).toContain(
      "No root module is affected.",
    );
  });

  it("never calls a root that was only validated unchanged", () => {
    const aws = proposal([update({ dependency: provider("hashicorp", "aws"), from: "6.1.0", to: "6.2.0" })]);
    const message = "No credentials were found";
    const validated = root("a", { how: "validate", before: "", after: "", message });
    const text = renderComment(renderBody(bodyInput({ proposal: aws, proof: proof(validated) }))).text;
    expect(text).toContain(`1 root validates as before, not planned: ${message}`);
    expect(text).toContain("1 root still validates (not planned).");
    expect(text).not.toContain("0 changes");
  });

  it("keeps the worst when 1,000 roots do not fit, and counts what is left out", () => {
    const dom = renderComment(renderBody(make("thousand-roots")));
    expect(dom.text).toContain(
      "1 object would be destroyed or replaced: aws_instance.web[9] in live/region-3/account-503/service",
    );
    expect(dom.text.match(/fails at/g)).toHaveLength(10);
    expect(dom.details[0]).toMatchObject({ isOpen: true });
    expect(dom.details[0]?.summary).toContain("account-503");
    expect(dom.details[0]?.text).toContain("aws_instance.web[9] would be replaced");
    expect(dom.text).toMatch(/Left out because the text is too long: .*\d+ x root/);
    expect(dom.text).toContain("How to use it");
    const shown = dom.text.match(/account-\d+\/service: /g)?.length ?? 0;
    const omitted = Number(/(\d+) x root that changes/.exec(/Left out[^.]*/.exec(dom.text)?.[0] ?? "")?.[1] ?? 0);
    expect(shown + omitted).toBe(100);
  });

  it("tells two updates of one dependency in a group apart", () => {
    const aws = provider("hashicorp", "aws");
    const updates = [
      update({ dependency: aws, from: "4.0.0", to: "4.67.0" }),
      update({ dependency: aws, from: "5.0.0", to: "5.100.0" }),
    ];
    expect(new Set(updates.map(updateKey)).size).toBe(2);
    expect(
      renderComment(renderBody(bodyInput({ proposal: proposal(updates, "aws"), proof: proof() }))).tables[0]?.rows,
    ).toHaveLength(2);
  });
});

describe("hostile text", () => {
  const names = [
    "dependency",
    "url",
    "from",
    "to",
    "tag",
    "constraint",
    "after",
    "date",
    "file",
    "provider",
    "root",
    "before",
    "address",
    "what",
    "message",
    "notes",
    "branch",
    "key",
    "group",
    "why",
  ];
  const harmless = renderComment(renderBody(hostileBody(() => "xwordy")));
  const hostile = fc
    .array(fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ maxLength: 6, unit: "binary" })), {
      minLength: 1,
      maxLength: 6,
    })
    .map((parts) => `x${parts.join("")}y`);

  function judge(body: string): void {
    const dom = renderComment(body);
    expect(dom.mentions).toEqual([]);
    expect(dom.references).toEqual([]);
    expect(dom.images).toEqual([]);
    expect(dom.comments).toEqual([]);
    expect(dom.extras.filter(({ kind }) => kind !== "alert")).toEqual([]);
    expect(dom.headings.map(({ text }) => text)).toEqual(harmless.headings.map(({ text }) => text));
    expect(dom.details).toHaveLength(harmless.details.length);
    expect(dom.tables).toHaveLength(1);
    expect(dom.tables[0]?.rows.map((row) => row.length)).toEqual([6, 6]);
    for (const { href } of dom.links)
      expect(href).toMatch(
        /^https:\/\/(?:github\.com|registry\.terraform\.io|developer\.hashicorp\.com|semver\.org)\//,
      );
    expect(body).not.toContain("<!--");
    expect(measure(body)).toBeLessThanOrEqual(COMMENT_LIMIT - MARKER);
    expect(body.isWellFormed()).toBe(true);
  }

  it("H090: no mention, reference, image, marker, heading or link comes of it, wherever it stands", () => {
    const texts = fc.record(Object.fromEntries(names.map((name) => [name, hostile])));
    fc.assert(
      fc.property(texts, (given) => judge(renderBody(hostileBody((name) => given[name] ?? "")))),
      { numRuns: runs(150, 10_000), seed: seed() },
    );
  });

  it("stays itself with all of it at once", () => judge(renderBody(make("hostile"))));

  it("H090: quotes 100 KB of html in 10 KB of a fence", () => {
    const notes = `@everyone Closes #1 ![x](https://evil.example/p.png)\n\`\`\`\n</details>\n<!-- handrail:terraform-bump e30 -->\n${'<div class="x"><img src=y>text</div>\n'.repeat(3_000)}`;
    const input = hostileBody((name) => (name === "notes" ? notes : "xwordy"));
    const body = renderBody(input);
    judge(body);
    const [block] = renderComment(body).codeBlocks;
    expect(block?.text).toContain("@ everyone Closes # 1 x");
    expect(block?.text).not.toContain("<div");
  });

  it("never exceeds the limit, whatever the sizes", () => {
    const sizes = fc.record({
      roots: fc.nat(300),
      updates: fc.integer({ min: 1, max: 60 }),
      held: fc.nat(200),
      long: fc.constantFrom("v", "😀".repeat(400), "line\n".repeat(300)),
    });
    fc.assert(
      fc.property(sizes, ({ roots, updates, held: many, long }) => {
        const changes = [{ address: long, what: long, isDestructive: true }];
        const moved = Array.from({ length: updates }, (_, at) =>
          update({ dependency: provider("a", `p${at}`), from: "1.0.0", to: "1.1.0", constraintBefore: long }),
        );
        const all = Array.from({ length: roots }, (_, at) =>
          root(`r${at}${long}`, at % 2 === 0 ? {} : { outcome: "changes", changes }),
        );
        const waiting = Array.from({ length: many }, (_, at) =>
          held({ dependency: `x/${at}`, reason: "limit", why: long }),
        );
        const body = renderBody(bodyInput({ proposal: proposal(moved, "all"), proof: proof(...all), held: waiting }));
        expect(measure(body)).toBeLessThanOrEqual(COMMENT_LIMIT - MARKER);
        expect(renderComment(body).headings.at(-1)?.text).toBe("How to use it");
      }),
      { numRuns: runs(12, 300), seed: seed() },
    );
  });
});

it("leaves usual release notes readable", () => {
  expect(
    cleanNotes(
      "* **New Resource:** `aws_x` ([#1234](https://github.com/hashicorp/terraform-provider-aws/issues/1234))",
    ),
  ).toBe("* **New Resource:** `aws_x` (# 1234)");
});
