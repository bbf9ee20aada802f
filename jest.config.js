import { availableParallelism } from "node:os";

/** jest runs the TypeScript sources as they are: node 24 strips the types itself. */
export default {
  testMatch: ["<rootDir>/{packages,actions}/*/src/**/*.test.ts", "<rootDir>/{e2e,scripts}/**/*.test.ts"],
  extensionsToTreatAsEsm: [".ts"],
  transform: {},
  testEnvironmentOptions: { customExportConditions: ["source", "node", "node-addons"] },
  modulePathIgnorePatterns: ["<rootDir>/packages/.*/lib/", "<rootDir>/actions/.*/(lib|dist)/", "<rootDir>/.cache/"],
  cacheDirectory: "<rootDir>/.cache/jest",
  testSequencer: "<rootDir>/scripts/long-first.mjs",
  // Most of what is tested end to end waits: for servers, for tools, for pauses that GitHub asks for.
  maxWorkers: 2 * availableParallelism(),
  // A worker keeps the modules of every file that it has run, and a large process is slow to start others.
  workerIdleMemoryLimit: "500MB",
  testTimeout: process.env["HANDRAIL_DEEP"] === "1" ? 900_000 : 60_000,
};
