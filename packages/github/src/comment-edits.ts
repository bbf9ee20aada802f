/**
 * Whether somebody else changed what we wrote: people with write access may edit every comment, and neither its author
 * nor anything in REST shows it. Reading only.
 */
import { GitHubFailure } from "./failure.ts";
import { read, readList, readText } from "./payload.ts";
import type { Requester, WaitBudget } from "./requester.ts";

/** `isEdited` is undefined when GitHub does not tell; `editor` is who did it last, absent when the account is gone. */
export type CommentEdits = { isEdited: boolean | undefined; editor?: string };

const QUERY = `query ($id: ID!) {
  node(id: $id) {
    ... on IssueComment {
      lastEditedAt
      editor { __typename login }
      userContentEdits(first: 100) {
        pageInfo { hasNextPage }
        nodes { editedAt editor { __typename login } }
      }
    }
  }
}`;

/**
 * Asks who edited a comment. Edits before `since` do not count: what was written since replaced the whole comment.
 * @param comment `since`: seconds since 1970 by GitHub's clock, when the run that wrote the comment began
 * @throws what ends every call: the signal's reason
 */
export async function readCommentEdits(
  requester: Requester,
  comment: { nodeId: string; login: string; since: number },
  waits: WaitBudget,
): Promise<CommentEdits> {
  if (comment.nodeId === "") return { isEdited: undefined };
  const route = `POST ${requester.graphqlUrl}`;
  try {
    const { data } = await requester.request(
      route,
      { query: QUERY, variables: { id: comment.nodeId } },
      { expects: "object", waits },
    );
    return judgeEdits(read(data, "data", "node"), comment);
  } catch (error) {
    if (!(error instanceof GitHubFailure)) throw error;
    requester.log.info(`GitHub does not tell who edited a comment: ${error.what}`);
    return { isEdited: undefined };
  }
}

/** Reads the answer's node. Its last editor decides; the history finds an edit that a later update of ours may have kept. */
export function judgeEdits(node: unknown, comment: { login: string; since: number }): CommentEdits {
  const lastEditedAt = read(node, "lastEditedAt");
  if (lastEditedAt === null) return { isEdited: false };
  if (typeof lastEditedAt !== "string") return { isEdited: undefined };
  const start = comment.since * 1_000;
  const history = readList(node, "userContentEdits", "nodes");
  const times = history.map((edit) => Date.parse(readText(edit, "editedAt")));
  const edits = history.filter((_, at) => !((times[at] ?? Number.NaN) < start));
  const foreign = [node, ...edits].find((edit) => !isSameAccount(read(edit, "editor"), comment.login));
  if (foreign === undefined) {
    // Of a longer history there is the newest hundred, which has to reach back far enough.
    const isWhole = read(node, "userContentEdits", "pageInfo", "hasNextPage") !== true;
    const reaches = times[0] === Date.parse(lastEditedAt) && (times.at(-1) ?? Number.NaN) < start;
    return { isEdited: isWhole || reaches ? false : undefined };
  }
  const editor = readText(foreign, "editor", "login");
  return { isEdited: true, ...(editor === "" ? {} : { editor }) };
}

/**
 * GraphQL's `editor` of a bot has no `[bot]` at its end, and a person may have the login that an App has without it: the
 * type tells them apart. An account that is gone is null, and nobody.
 */
function isSameAccount(account: unknown, login: string): boolean {
  const isBot = readText(account, "__typename") === "Bot";
  const name = readText(account, "login").toLowerCase();
  const full = isBot && !name.endsWith("[bot]") ? `${name}[bot]` : name;
  return name !== "" && full === login.toLowerCase();
}
