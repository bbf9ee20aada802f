/**
 * A body in which every name and text is as an attacker would write it. Not part of the action.
 */
import type { BodyInput } from "./body.ts";
import { hostileTexts } from "./hostile-fixture.ts";
import { cleanNotes } from "./notes-text.ts";
import { bodyInput, gitModule, held, proof, provider, root, update } from "./proposal-fixture.ts";

/** Every name and text is as an attacker would write it. */
export function hostileBody(text: (name: string) => string): BodyInput {
  const aws = provider("hashicorp", "aws");
  const dependency = { ...gitModule(text("dependency"), `https://github.com/${text("url")}`) };
  const updates = [
    update(
      {
        dependency,
        from: text("from"),
        to: text("to"),
        tag: text("tag"),
        constraintBefore: text("constraint"),
        constraintAfter: text("after"),
        releasedAt: text("date"),
        locks: [{ file: text("file"), provider: text("provider"), from: text("from"), to: text("to") }],
      },
      [text("file")],
    ),
    update({ dependency: aws, from: "5.100.0", to: "6.2.0", isMajor: true, line: "6.x" }),
  ];
  const roots = [
    root(text("root"), {
      outcome: "changes",
      before: text("before"),
      after: text("after"),
      changes: [{ address: text("address"), what: text("what"), isDestructive: true }],
    }),
    root(text("root"), { outcome: "fails", message: text("message"), file: text("file"), line: 3 }),
    root(text("root"), { outcome: "failed-before", message: text("message"), file: text("file"), line: 3 }),
    root(text("root"), { outcome: "unverified", how: "none", message: text("message") }),
    root(text("root"), { before: text("before") }),
  ];
  const release = { version: text("to"), tag: text("tag"), publishedAt: text("date"), text: cleanNotes(text("notes")) };
  const notes = { url: "https://github.com/octo-org/network/releases", releases: [release], more: 1, isCut: true };
  const where = { repository: "octo-org/infrastructure", baseBranch: text("branch") };
  const input = bodyInput(
    { proposal: { key: text("key"), branch: "b", group: text("group"), updates }, proof: proof(...roots) },
    { notes, uses: { backends: [], resourceTypes: [{ name: "aws_instance", file: text("file"), line: 1 }] } },
  );
  return {
    ...input,
    context: { ...input.context, ...where },
    left: [`${text("file")} left`],
    held: [
      held({
        dependency: text("dependency"),
        reason: "human-commits",
        why: text("why"),
        file: text("file"),
        line: 2,
        from: text("from"),
        to: text("to"),
      }),
    ],
  };
}

/** Texts that a text editor shows as they are. */
const visible = hostileTexts.filter((text) => !/[\r\u2028\u202e\u200b\u001b]/.test(text));

/** One body with every text in some place. */
export function hostile(): BodyInput {
  let next = 0;
  const given = new Map<string, string>();
  return hostileBody((name) => {
    const known =
      given.get(name) ?? `${name} ${Array.from({ length: 7 }, () => visible[next++ % visible.length]).join("x")}`;
    given.set(name, known);
    return known;
  });
}
