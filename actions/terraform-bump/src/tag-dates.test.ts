/** Dates of git tags, as GitHub's releases tell them. */
import { describe, expect, it } from "@jest/globals";
import type { GitHubClient } from "@handrail/github/client";
import { readTagDates } from "./tag-dates.ts";

type Asked = { route: string; parameters: unknown };

function github(pages: unknown[][]): { request: GitHubClient["request"]; asked: Asked[] } {
  const asked: Asked[] = [];
  return {
    asked,
    request: (route, parameters = {}) => {
      asked.push({ route, parameters });
      return Promise.resolve({ url: "", status: 200, data: pages[asked.length - 1] ?? [], headers: new Map() });
    },
  };
}

const release = (tag: unknown, date: unknown): unknown => ({ tag_name: tag, published_at: date });

describe("readTagDates", () => {
  it("reads two pages at most, and passes over what is no release", async () => {
    const full = Array.from({ length: 100 }, (_, index) => release(`v1.0.${index}`, "2026-01-01T00:00:00Z"));
    const { request, asked } = github([
      full,
      [release("v0.9.0", "2025-01-01T00:00:00Z"), release(7, null), null],
      full,
    ]);
    const dates = await readTagDates(request, "https://github.com/acme/network.git", "https://github.com");
    expect(dates.size).toBe(101);
    expect(dates.get("v0.9.0")).toBe("2025-01-01T00:00:00Z");
    expect(asked).toMatchObject([
      { parameters: { owner: "acme", repo: "network", page: 1 } },
      { parameters: { page: 2 } },
    ]);
  });

  it.each([
    "https://gitlab.com/acme/network",
    "https://github.com/acme",
    "ssh://git@github.com/acme/network",
    "nonsense",
  ])("asks nothing about %s", async (page) => {
    const { request, asked } = github([]);
    expect(await readTagDates(request, page, "https://github.com")).toEqual(new Map());
    expect(asked).toEqual([]);
  });
});
