/** The target as a whole: what is asked, in which combination, and what it comes to. */
import { describe, expect, it } from "@jest/globals";
import { answering, fault } from "../aws-fixture.ts";
import type { Answerer } from "../aws-fixture.ts";
import { autoClock, doorsWith, play } from "../replay-fixture.ts";
import { subjectOf } from "./subject.ts";
import { createLambdaTarget } from "./target.ts";

const ARN = "arn:aws:lambda:eu-central-1:111122223333:function:shop";
const given = { functionName: "shop", alias: "", functionVersion: "" };

function open(answers: Readonly<Record<string, Answerer>>, settings: Partial<typeof given> = {}) {
  const clock = autoClock();
  const { ask, calls } = answering(answers, clock);
  const asked = (): unknown[] => calls.map(({ operation, input }) => [operation, input["Qualifier"] ?? input["Name"]]);
  return { target: createLambdaTarget({ ...given, ...settings }, doorsWith(clock, { ask })), clock, calls, asked };
}

describe("subjectOf", () => {
  it.each([
    [{}, { asked: "shop", name: "shop", alias: "", version: "", region: "" }],
    [{ functionName: ARN }, { asked: ARN, name: "shop", region: "eu-central-1" }],
    [{ functionName: `${ARN}:7` }, { asked: ARN, version: "7" }],
    [{ functionName: `${ARN}:live` }, { asked: ARN, alias: "live" }],
    [
      { functionName: "shop:live", functionVersion: "7" },
      { asked: "shop", alias: "live", version: "7" },
    ],
    [{ functionName: "shop:$LATEST" }, { asked: "shop", alias: "", version: "" }],
    [
      { functionName: "111122223333:function:shop:7" },
      { asked: "111122223333:function:shop", name: "shop", version: "7" },
    ],
  ])("%j", (settings, expected) => {
    expect(subjectOf({ ...given, ...settings })).toMatchObject(expected);
  });
});

describe("the target", () => {
  it("asks about the function alone", async () => {
    const update = (now: number) => (now < 40 ? "InProgress" : "Successful");
    const { target, clock, asked } = open({
      GetFunctionConfiguration: (_input, now) => ({
        State: "Active",
        LastUpdateStatus: update(now),
        LastModified: "2026-11-22T12:00:00.000+0000",
        CodeSha256: "abc=",
      }),
    });
    const { verdict, endedS, course, diagnosis } = await play(target, clock);
    expect(verdict.result).toBe("success");
    expect(endedS).toBeLessThan(50);
    expect(new Set(asked().map(String))).toEqual(new Set(["GetFunctionConfiguration,"]));
    expect(course.facts).toEqual({ pinned: "shop", codeSha256: "abc=" });
    expect(diagnosis.links?.[0]?.url).toBe(
      "https://eu-west-1.console.aws.amazon.com/lambda/home?region=eu-west-1#/functions/shop",
    );
  });

  it("asks about the version at the beginning of a shift, then about the alias alone", async () => {
    const { target, clock, asked } = open(
      {
        GetAlias: (_input, now) =>
          now < 60
            ? { FunctionVersion: "3", RoutingConfig: { AdditionalVersionWeights: { "4": 0.1 } } }
            : { FunctionVersion: "4" },
        GetFunctionConfiguration: () => ({ State: "Active", LastUpdateStatus: "Successful" }),
      },
      { alias: "live", functionVersion: "4" },
    );
    const { verdict, endedS } = await play(target, clock);
    expect(verdict.result).toBe("success");
    expect(endedS).toBeLessThan(70);
    expect(asked().slice(0, 3)).toEqual([
      ["GetAlias", "live"],
      ["GetFunctionConfiguration", "4"],
      ["GetAlias", "live"],
    ]);
    expect(asked().filter((each) => String(each).startsWith("GetFunction"))).toHaveLength(1);
  });

  it.each([
    ["is denied", "is not allowed"],
    ["tells nothing", "tells nothing"],
  ])("goes by the alias alone, with a warning, when the configuration %s", async (how, warning) => {
    const { target, clock } = open(
      {
        GetAlias: () => ({ FunctionVersion: "4" }),
        GetFunctionConfiguration: () => {
          if (how === "is denied") throw fault("denied", "AccessDeniedException", "lambda:GetFunctionConfiguration");
          return {};
        },
      },
      { alias: "live", functionVersion: "4" },
    );
    const { verdict, endedS, course } = await play(target, clock);
    expect(verdict.result).toBe("success");
    expect(endedS).toBeLessThan(10);
    expect(course.warnings).toEqual([expect.stringContaining(warning)]);
  });

  it.each([
    ["a function that is not there", "refused", "ResourceNotFoundException", "not-found"],
    ["one that may not be looked at", "denied", "AccessDeniedException", "access-denied"],
  ] as const)("ends with %s", async (_name, kind, code, result) => {
    const { target, clock } = open({
      GetFunctionConfiguration: () => {
        throw fault(kind, code, "lambda:GetFunctionConfiguration", "words");
      },
    });
    const { verdict } = await play(target, clock);
    expect(verdict.result).toBe(result);
    expect(verdict.cause).toContain(code);
  });

  it("cannot be stopped", async () => {
    const { target } = open({});
    expect(target.canStop).toBe(false);
    expect((await target.stop(target.items[0]?.id ?? "", "stop")).isAccepted).toBe(false);
  });
});
