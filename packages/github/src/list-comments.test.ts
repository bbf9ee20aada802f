import { describe, expect, it } from "@jest/globals";
import { GitHubFailure } from "./failure.ts";
import { listComments, nextPosition } from "./list-comments.ts";
import type { CommentList } from "./list-comments.ts";
import type { Requester } from "./requester.ts";
import { TOO_LARGE, TransportError } from "./transport.ts";

const apiUrl = "https://ghes.example/api/v3";
const where: CommentList = { owner: "o", repo: "r", pullRequest: 7, permission: "pull-requests: read" };

/** A requester that answers with what `answer` says for the parameters of a call. */
function fake(answer: (parameters: Readonly<Record<string, unknown>>) => { data: unknown; link?: string }): Requester {
  return {
    request: async (_, parameters = {}) => {
      const { data, link } = await Promise.resolve(answer(parameters));
      return { url: `${apiUrl}/x`, status: 200, headers: new Map(link === undefined ? [] : [["link", link]]), data };
    },
    log: { info: () => {}, warning: () => {}, debug: () => {}, group: () => {}, endGroup: () => {} },
    apiUrl,
    graphqlUrl: "https://ghes.example/api/graphql",
    newWaits: () => ({ leftMs: 0 }),
    random: () => 0,
    sleep: () => Promise.resolve(),
    serverTime: () => ({ first: 1, latest: 1, ahead: 0 }),
  };
}
const list = (requester: Requester) => listComments(requester, where, { leftMs: 0 });

describe("listComments", () => {
  it("H107: takes what is a comment and leaves the rest", async () => {
    const data = [
      null,
      1,
      "x",
      [],
      {},
      { id: "1" },
      { id: -1 },
      { id: 3, body: null, user: null },
      { id: 4, body: "b", user: { login: "mona" }, html_url: "u", node_id: "IC_x" },
    ];
    expect(await list(fake(() => ({ data })))).toEqual([
      { id: 3, body: "", login: "", url: "", nodeId: "" },
      { id: 4, body: "b", login: "mona", url: "u", nodeId: "IC_x" },
    ]);
  });

  it("H105: follows pages to the end, by page or by cursor", async () => {
    const asked: unknown[] = [];
    const requester = fake((parameters) => {
      const { page, after } = parameters;
      asked.push([page, after, parameters["per_page"]]);
      if (page === undefined && after === undefined)
        return {
          data: [{ id: 1 }],
          link: `<${apiUrl}/repositories/1/issues/7/comments?page=2&per_page=100>; rel="next", <${apiUrl}/x?page=9>; rel="last"`,
        };
      if (page === "2")
        return { data: [{ id: 2 }], link: `<${apiUrl}/x?page=1>; rel="prev", <?after=abc%3D>; rel="next"` };
      return { data: [{ id: 3 }], link: `<${apiUrl}/x?page=1>; rel="first"` };
    });
    expect((await list(requester)).map((each) => each.id)).toEqual([1, 2, 3]);
    expect(asked).toEqual([
      [undefined, undefined, 100],
      ["2", undefined, 100],
      [undefined, "abc=", 100],
    ]);
  });

  it("H105: ends on an empty page, and refuses pages without end", async () => {
    let count = 0;
    const link = `<${apiUrl}/x?page=2>; rel="next"`;
    const full = fake(() => {
      count += 1;
      return { data: [{ id: count }], link };
    });
    await expect(list(full)).rejects.toMatchObject({ reason: "github-bad-answer" });
    expect(count).toBe(100);
    expect(await list(fake(() => ({ data: [], link })))).toEqual([]);
  });

  it("asks for smaller pages when a page of long comments is too large, and only then", async () => {
    const sizes: unknown[] = [];
    const tooLarge = (code: string) =>
      new GitHubFailure({
        reason: "github-bad-answer",
        what: "w",
        remedy: "r",
        cause: new TransportError("garbage", code, true),
      });
    const requester = (code: string) =>
      fake((parameters) => {
        sizes.push(parameters["per_page"]);
        if (parameters["per_page"] === 100) throw tooLarge(code);
        return { data: [{ id: 1 }] };
      });
    expect(await list(requester(TOO_LARGE))).toHaveLength(1);
    await expect(list(requester("broken JSON"))).rejects.toMatchObject({ reason: "github-bad-answer" });
    expect(sizes).toEqual([100, 30, 100]);
  });
});

describe("nextPosition", () => {
  const next = (link: string) => nextPosition(link, `${apiUrl}/x?page=1`, apiUrl);

  it.each(["", "nonsense", `<${apiUrl}/x?page=1>; rel="prev"`, `<${apiUrl}/x?page=1>; rel="nextish"`, ",,;;"])(
    "%j has no next page",
    (link) => {
      expect(next(link)).toBeUndefined();
    },
  );

  it("takes only what GitHub pages by", () => {
    expect(next(`<${apiUrl}/x?page=3&owner=evil&access_token=x&after=c>; rel=next`)).toEqual({ page: "3", after: "c" });
  });

  it.each([
    "https://evil.example/api/v3/x?page=2",
    "http://ghes.example/api/v3/x?page=2",
    "https://ghes.example:8443/api/v3/x?page=2",
    "https://ghes.example/x?page=2",
    "https://ghes.example.evil.example/api/v3/x?page=2",
    "//evil.example/api/v3/x",
    "https://[",
  ])("H105 H109: refuses a next page at %j", (url) => {
    expect(() => next(`<${url}>; rel="next"`)).toThrow(expect.objectContaining({ reason: "github-refused-url" }));
  });

  it("H073: reads a header of any length in one go", () => {
    expect(next(`${"<".repeat(500_000)}${"; rel=".repeat(50_000)}`)).toBeUndefined();
  });
});
