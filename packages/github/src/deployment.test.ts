import { describe, expect, it } from "@jest/globals";
import { parseDeployment } from "./deployment.ts";

describe("parseDeployment", () => {
  it.each<[unknown, unknown]>([
    [{ a: 1 }, { a: 1 }],
    ['{"a":1}', { a: 1 }],
    ["text", {}],
    ["", {}],
    ["[1]", {}],
    [null, {}],
    [[1], {}],
    [7, {}],
  ])("reads the payload %j", (payload, expected) => {
    expect({ ...parseDeployment({ id: 1, payload })?.payload }).toEqual(expected);
  });

  it("reads nothing that is inherited, and no deployment without an id", () => {
    const payload = parseDeployment({ id: 1, payload: '{"__proto__":{"polluted":1}}' })?.payload;
    expect(payload?.["polluted"]).toBeUndefined();
    expect(Object.keys(payload ?? {})).toEqual(["__proto__"]);
    for (const value of [undefined, null, 1, "x", [], {}, { id: "1" }, { id: 0 }])
      expect(parseDeployment(value)).toBeUndefined();
  });
});
