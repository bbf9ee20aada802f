export { runs, seed } from "./runs.ts";
