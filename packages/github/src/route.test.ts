import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { renderRoute } from "./route.ts";

const api = "https://ghes.example/api/v3";
const render = (route: string, parameters: Record<string, unknown> = {}) => renderRoute(route, api, parameters);

describe("renderRoute", () => {
  it("fills the path; what is left is the query or the body", () => {
    expect(
      render("GET /repos/{owner}/{repo}/issues", {
        owner: "o",
        repo: "r",
        state: "open",
        per_page: 100,
        since: undefined,
      }),
    ).toEqual({
      method: "GET",
      url: `${api}/repos/o/r/issues?state=open&per_page=100`,
    });
    expect(render("POST /repos/{owner}/{repo}/issues", { owner: "o", repo: "r", title: "t", labels: ["a"] })).toEqual({
      method: "POST",
      url: `${api}/repos/o/r/issues`,
      body: '{"title":"t","labels":["a"]}',
    });
    expect(render("DELETE /x/{id}", { id: 5 })).toEqual({ method: "DELETE", url: `${api}/x/5` });
    expect(render("GET https://ghes.example/api/graphql?a=1", { b: true }).url).toBe(
      "https://ghes.example/api/graphql?a=1&b=true",
    );
  });

  it("a value never leaves its place in the path", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (value) => {
        fc.pre(value !== "." && value !== "..");
        const url = new URL(render("GET /repos/{owner}/comments/{id}", { owner: value, id: 1 }).url);
        const parts = url.pathname.split("/");
        expect([parts.length, parts.slice(0, 4), parts.slice(5), url.search, url.hash]).toEqual([
          7,
          ["", "api", "v3", "repos"],
          ["comments", "1"],
          "",
          "",
        ]);
        expect(decodeURIComponent(parts[4] ?? "")).toBe(value);
      }),
      { numRuns: runs(300, 50_000), seed: seed() },
    );
  });

  it.each<[string, Record<string, unknown>]>([
    ["a missing value", {}],
    ["nothing", { owner: "" }],
    ["the same folder", { owner: "." }],
    ["the folder above", { owner: ".." }],
    ["an object", { owner: {} }],
    ["an object in the query", { owner: "o", state: {} }],
  ])("refuses %s", (_, parameters) => {
    expect(() => render("GET /repos/{owner}/x", parameters)).toThrow(TypeError);
  });
});
