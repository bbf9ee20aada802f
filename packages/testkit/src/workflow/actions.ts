/** The ready-made fakes of other people's actions that workflows of ours and their callers use. */
import { artifactStore } from "./artifacts.ts";
import type { Artifact } from "./artifacts.ts";
import { fakeCheckout } from "./checkout.ts";
import type { RepositorySource } from "./checkout.ts";
import type { ActionFake } from "./fake.ts";

/** A role that a step took on by OIDC. */
export type AssumedRole = { job: string; role: string; region: string; session: string };

/** The fakes, and what was done through them. */
export type WorkflowActions = {
  actions: Readonly<Record<string, ActionFake>>;
  artifacts: ReadonlyMap<string, Artifact>;
  roles: readonly AssumedRole[];
};

/** Makes them for one run. `folder` keeps the artifacts; repositories are those that may be checked out. */
export function workflowActions(options: {
  folder: string;
  repositories: Readonly<Record<string, RepositorySource>>;
}): WorkflowActions {
  const store = artifactStore(options.folder);
  const roles: AssumedRole[] = [];
  return {
    actions: {
      "actions/checkout": fakeCheckout(options.repositories),
      "actions/upload-artifact": store.upload,
      "actions/download-artifact": store.download,
      "actions/setup-node": () => ({ outputs: { "node-version": process.version } }),
      "aws-actions/configure-aws-credentials": fakeCredentials(roles),
    },
    artifacts: store.artifacts,
    roles,
  };
}

/** Without an OIDC token there are no credentials. */
function fakeCredentials(roles: AssumedRole[]): ActionFake {
  return ({ inputs, environment, job }) => {
    const role = inputs["role-to-assume"] ?? "";
    const region = inputs["aws-region"] ?? "";
    if (region === "") throw new Error("Input required and not supplied: aws-region");
    if (environment["ACTIONS_ID_TOKEN_REQUEST_URL"] === undefined)
      throw new Error("Credentials could not be loaded: the job does not have id-token: write");
    roles.push({ job, role, region, session: inputs["role-session-name"] ?? "GitHubActions" });
    const secret = `fake-secret-of-${role}`;
    return {
      env: {
        AWS_REGION: region,
        AWS_DEFAULT_REGION: region,
        AWS_ACCESS_KEY_ID: "ASIAFAKE",
        AWS_SECRET_ACCESS_KEY: secret,
        AWS_SESSION_TOKEN: `${secret}-session`,
      },
      masks: [secret],
      outputs: { "aws-account-id": role.split(":")[4] ?? "" },
    };
  };
}
