/** A repository, and how it is asked: what the verbs about one repository share. */
import type { Request } from "./requester.ts";

/** One repository. */
export type Place = {
  request: Request;
  owner: string;
  repo: string;
  graphqlUrl: string;
  /** Its id in GraphQL; asked once. */
  repositoryId(): Promise<string>;
};
