import { describeWays } from "./python-scenarios-fixture.ts";

// Each start takes seconds.
describeWays("liquibase", { wholeOn: ["postgresql"], halfOn: ["mysql"] });
