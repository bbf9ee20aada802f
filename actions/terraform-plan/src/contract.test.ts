import path from "node:path";
import { it } from "@jest/globals";
import { contractTest } from "@handrail/testkit";

it("action.yml, the code and the README say the same", () => contractTest(path.join(import.meta.dirname, "..")));
