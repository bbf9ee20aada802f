/** The pure door of @handrail/http. The network is behind ./client. */
export { HttpFault } from "./exchange.ts";
export type { Exchange, HttpAnswer, HttpRequest } from "./exchange.ts";
