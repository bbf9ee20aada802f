import { describe, expect, it } from "@jest/globals";
import { Failure } from "@handrail/runner";
import type { Catalogue } from "@handrail/terraform";
import { dependencyKey } from "./decide/dependency.ts";
import { catalogue, module, provider, terraform } from "./decide/world-fixture.ts";
import { lookUp } from "./look-up.ts";

const empty: Catalogue = { releases: [] };
const aws = provider("hashicorp/aws");
const all = [aws, module("shop/network/generic"), terraform, module("github.com/acme/network")];

/** Everything answers the same. */
function answering(answer: () => Promise<Catalogue>): Parameters<typeof lookUp>[1] {
  return { provider: answer, module: answer, product: answer, git: answer };
}

describe("looking up", () => {
  it("takes an answer without any version for a failure, but of git, where nothing has to be tagged", async () => {
    const found = await lookUp(
      all,
      answering(() => Promise.resolve(empty)),
    );
    const problems = all.map((each) => found.get(dependencyKey(each))).map((each) => each && "problem" in each);
    expect(problems).toEqual([true, true, true, false]);
  });

  it("one that fails stops no other", async () => {
    const found = await lookUp([aws, terraform], {
      ...answering(() => Promise.resolve(catalogue("1.0.0"))),
      provider: () => Promise.reject(new Failure({ reason: "lookup", what: "It is down", remedy: "Wait." })),
    });
    expect(found.get(dependencyKey(aws))).toEqual({ problem: "It is down. Wait" });
    expect(found.get(dependencyKey(terraform))).toMatchObject({ releases: [{}] });
  });

  it("a cancelled one ends all", async () => {
    const cancelled = new Failure({ reason: "cancelled", what: "no", remedy: "no" });
    await expect(
      lookUp(
        [aws],
        answering(() => Promise.reject(cancelled)),
      ),
    ).rejects.toBe(cancelled);
  });
});
