/**
 * The title of a pull request and the message of its commit. Plain text: neither is rendered, and a squashed merge makes
 * a commit message of the title.
 */
import type { Proposal, Update } from "../decide/update.ts";
import type { DependencyKind } from "../find/mention.ts";
import { plainName, shorten } from "./plain-text.ts";

/** Git and GitHub show so much of a commit's first line. */
const MOST_SUBJECT = 71;
/** GitHub takes 256. */
const MOST_TITLE = 200;
/** How many updates a commit message lists. */
const MOST_LISTED = 100;

const kinds: Readonly<Record<DependencyKind, string>> = {
  terraform: "",
  provider: "provider ",
  module: "module ",
  "tflint-plugin": "tflint plugin ",
};

/** `provider hashicorp/aws`, `terraform`: names from outside as they are. */
export function describeDependency(update: Pick<Update, "dependency">): string {
  return `${kinds[update.dependency.kind]}${update.dependency.name}`;
}

/** `Bump provider hashicorp/aws from 5.99.0 to 6.2.0`; of a group `Bump group aws: 5 updates`. */
export function renderTitle(proposal: Proposal): string {
  return shorten(renderForms(proposal)[0] ?? "", MOST_TITLE);
}

/** The first line, and what moves. The trailers by which a commit is known to be ours are added when it is made. */
export function renderCommitMessage(proposal: Proposal): string {
  const forms = renderForms(proposal);
  const subject = forms.find((form) => form.length <= MOST_SUBJECT) ?? shorten(forms.at(-1) ?? "", MOST_SUBJECT);
  const lines = proposal.updates.slice(0, MOST_LISTED).map(describeMove);
  const left = proposal.updates.length - lines.length;
  const more = left > 0 ? [`and ${left} more`] : [];
  return `${subject}\n\n${[...lines, ...more].join("\n")}\n`;
}

/** The longest first. */
function renderForms({ group, updates }: Proposal): string[] {
  const [first] = updates;
  if (updates.length === 1 && first !== undefined) {
    const name = plainName(describeDependency(first));
    const to = plainName(first.to);
    return [`Bump ${name} from ${plainName(first.from)} to ${to}`, `Bump ${name} to ${to}`, `Bump ${name}`];
  }
  const count = `${updates.length} updates`;
  return group === undefined ? [`Bump ${count}`] : [`Bump group ${plainName(group)}: ${count}`, `Bump ${count}`];
}

function describeMove(update: Update): string {
  const move = `${describeDependency(update)}: ${update.from} -> ${update.to}`;
  const { constraintBefore: before, constraintAfter: after } = update;
  return plainName(before === after ? move : `${move} (${before} -> ${after})`);
}
