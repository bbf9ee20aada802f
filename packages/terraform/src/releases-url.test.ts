import { describe, expect, it } from "@jest/globals";
import { isLoopback, releasesUrlProblem } from "./releases-url.ts";

describe("isLoopback", () => {
  it.each([
    ["localhost", true],
    ["127.8.9.1", true],
    ["[::1]", true],
    ["127.0.0.1.evil.example", false],
    ["127.evil.example", false],
    ["localhost.evil.example", false],
    ["10.0.0.1", false],
  ])("%s is: %s", (host, expected) => {
    expect(isLoopback(host)).toBe(expected);
  });
});

describe("releasesUrlProblem", () => {
  it.each([
    "https://releases.example",
    "https://artifactory.example/api/terraform/",
    "https://reader:secret@mirror.example:8443/x",
    "http://127.0.0.1:8080",
    "http://localhost:8080/a",
    "http://[::1]:1/",
  ])("%s can be used", (url) => {
    expect(releasesUrlProblem(url)).toBeUndefined();
  });

  it.each([
    ["http://mirror.example", "is not https"],
    ["http://127.0.0.1.evil.example/", "is not https"],
    ["http://169.254.169.254/", "is not https"],
    ["file:///etc/passwd", "is not https"],
    ["ftp://mirror.example", "is not https"],
    ["mirror.example", "is no URL"],
    ["https://", "is no URL"],
    ["https://a.example/\nb", "is no URL"],
    ["https://a.example/ b", "is no URL"],
    ["https://a.example/?x=1", "has a query or a fragment"],
    ["https://a.example/#x", "has a query or a fragment"],
  ])("%j cannot: it %s", (url, problem) => {
    expect(releasesUrlProblem(url)).toBe(problem);
  });
});
