import { describe, expect, it } from "@jest/globals";
import { judgeEdits } from "./comment-edits.ts";

const BOT = { __typename: "Bot", login: "github-actions" };
const APP = { __typename: "Bot", login: "handrail-app" };
const MONA = { __typename: "User", login: "mona" };
/** The run that wrote the comment began at noon. */
const since = Date.parse("2026-11-22T12:00:00Z") / 1_000;
const at = (time: string, editor: unknown) => ({ editedAt: `2026-11-22T${time}Z`, editor });

/** The comment as GraphQL shows it after these edits, newest first; `more`: the history goes on. */
const node = (edits: ReturnType<typeof at>[], more = false) => ({
  lastEditedAt: edits[0]?.editedAt ?? null,
  editor: edits[0]?.editor ?? null,
  userContentEdits: { pageInfo: { hasNextPage: more }, nodes: edits },
});

describe("judgeEdits", () => {
  it.each<[string, unknown, string, ReturnType<typeof judgeEdits>]>([
    ["nobody edited it", node([]), "github-actions[bot]", { isEdited: false }],
    ["we updated it", node([at("12:05:00", BOT), at("11:00:00", BOT)]), "github-actions[bot]", { isEdited: false }],
    ["an App updated its own", node([at("12:05:00", APP)]), "Handrail-App[bot]", { isEdited: false }],
    ["a person updated their own", node([at("12:05:00", MONA)]), "mona", { isEdited: false }],
    ["a maintainer", node([at("12:05:00", MONA)]), "github-actions[bot]", { isEdited: true, editor: "mona" }],
    ["another App", node([at("12:05:00", APP)]), "github-actions[bot]", { isEdited: true, editor: "handrail-app" }],
    [
      "a person with an App's login without [bot]",
      node([at("12:05:00", { __typename: "User", login: "handrail-app" })]),
      "handrail-app[bot]",
      { isEdited: true, editor: "handrail-app" },
    ],
    [
      "an App with a person's login",
      node([at("12:05:00", { __typename: "Bot", login: "mona" })]),
      "mona",
      { isEdited: true, editor: "mona" },
    ],
    ["an account that is gone", node([at("12:05:00", null)]), "github-actions[bot]", { isEdited: true }],
    [
      "a maintainer after the run began, and we kept it since",
      node([at("12:09:00", BOT), at("12:00:00", MONA)]),
      "github-actions[bot]",
      { isEdited: true, editor: "mona" },
    ],
    [
      "a maintainer long ago, overwritten by the run",
      node([at("12:09:00", BOT), at("11:59:59", MONA)]),
      "github-actions[bot]",
      { isEdited: false },
    ],
    [
      "a maintainer, at a time nobody can read",
      node([at("12:09:00", BOT), { editedAt: "soon", editor: MONA }]),
      "github-actions[bot]",
      { isEdited: true, editor: "mona" },
    ],
    [
      "a long history that reaches back far enough",
      node([at("12:09:00", BOT), at("11:00:00", BOT)], true),
      "github-actions[bot]",
      { isEdited: false },
    ],
    [
      "a long history that does not",
      node([at("12:09:00", BOT), at("12:08:00", BOT)], true),
      "github-actions[bot]",
      { isEdited: undefined },
    ],
    [
      "a long history from its beginning",
      { ...node([at("11:00:00", BOT), at("11:30:00", BOT)], true), lastEditedAt: "2026-11-22T12:09:00Z" },
      "github-actions[bot]",
      { isEdited: undefined },
    ],
    [
      "no history",
      { lastEditedAt: "x", editor: BOT, userContentEdits: null },
      "github-actions[bot]",
      { isEdited: false },
    ],
    ["no node", null, "github-actions[bot]", { isEdited: undefined }],
    ["something else", { editor: BOT }, "github-actions[bot]", { isEdited: undefined }],
    ["a list", [], "github-actions[bot]", { isEdited: undefined }],
  ])("%s", (_, found, login, expected) => {
    expect(judgeEdits(found, { login, since })).toEqual(expected);
  });
});
