import { describeWays } from "./python-scenarios-fixture.ts";

describeWays("django", { wholeOn: ["postgresql", "mysql", "sqlite"], halfOn: ["mysql"] });
