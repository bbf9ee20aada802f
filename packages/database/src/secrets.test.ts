/** Nothing that a tool could print of an address is left unmasked. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { runs, seed } from "@handrail/testkit";
import { secretsOf } from "./secrets.ts";
import { parseDatabaseUrl } from "./url.ts";

const of = (url: string): readonly string[] => secretsOf(parseDatabaseUrl(url));

describe("secretsOf", () => {
  it.each<[string, string[]]>([
    ["postgresql://db:5432/app", []],
    ["postgresql://me@db/app", ["postgresql://me@db/app"]],
    ["postgresql://me:secret@db/app", ["postgresql://me:secret@db/app", "secret"]],
    ["sqlite:///abs/app.db", []],
    ["sqlite:app.db?token=t0p&mode=rwc", ["sqlite:app.db?token=t0p&mode=rwc", "t0p"]],
    ["postgres://db/app?password=p1&sslpassword=p2", ["postgres://db/app?password=p1&sslpassword=p2", "p1", "p2"]],
    ["mysql://u:pw@db/app?allowPublicKeyRetrieval=true", ["mysql://u:pw@db/app?allowPublicKeyRetrieval=true", "pw"]],
  ])("%s", (url, secrets) => {
    expect(of(url)).toEqual(secrets);
  });

  it("knows a password as it was written, as it is, and as others write it", () => {
    const secrets = of("postgres://me:p%40ss@w(or)d%2f@db/app");
    expect(secrets).toEqual(
      expect.arrayContaining(["p%40ss@w(or)d%2f", "p@ss@w(or)d/", "p%40ss%40w(or)d%2F", "p%40ss%40w%28or%29d%2F"]),
    );
    expect(secrets).toContain("p%%40ss@w(or)d%%2f");
    // Go's net/url, Python's quote, SQLAlchemy.
    expect(of("postgres://me:a%20%2Fb%2B%24%3D@db/app")).toEqual(
      expect.arrayContaining(["a%20%2Fb+$=", "a%20/b%2B%24%3D", "a %2Fb+%24%3D"]),
    );
  });

  it("has every way to write the password of any address", () => {
    const password = fc.string({ unit: "binary", minLength: 1, maxLength: 20 }).filter((text) => !text.includes("\0"));
    fc.assert(
      fc.property(password, (given) => {
        const text = given.toWellFormed();
        const secrets = of(`mysql://u:${encodeURIComponent(text)}@db/app`);
        const url = new URL("mysql://db/app");
        url.password = text;
        const field = new URLSearchParams({ p: text }).toString().slice(2);
        const forms = [text, encodeURIComponent(text), field, encodeURI(text), url.password];
        for (const form of forms) expect(secrets).toContain(form);
        expect(secrets).not.toContain("");
      }),
      { numRuns: runs(300, 10_000), seed: seed() },
    );
  });
});
