/**
 * The ECS of chapter 5 on loopback. What is true at an instant follows from the time of the question alone. It tells no story.
 */
import { startAws } from "@handrail/testkit";
import { answer, broken, deploymentArn, describeService, desiredCount, taskDefinition } from "./ecs-answers.ts";
import type { Release } from "./ecs-answers.ts";
import { secrets } from "./stage.ts";

/** What a deployment was started as. */
type Started = { id: string; taskDefinition: string };

/** The running ECS. */
export interface Ecs {
  /** Credentials and address, for a job's environment. */
  readonly env: Readonly<Record<string, string>>;
  /** `aws ecs update-service`: starts a deployment. */
  deploy(revision: number, isBroken: boolean): Started;
  /** When the newest deployment was rolled back: ms since 1970. */
  rolledBackAt(): number;
  /** After how many seconds `aws ecs wait services-stable` calls the newest deployment's service stable; it looks every 15 s. */
  looksStableAfter(): number;
  close(): Promise<void>;
}

/** Starts it, with revision 41 running for a day. */
export async function startEcs(): Promise<Ecs> {
  let release: Release = { revision: 41, isBroken: false, beganAt: Date.now() - 86_400_000 };
  let former = release;
  const server = await startAws((call) => answer(call, release, former));
  return {
    env: {
      AWS_ENDPOINT_URL: server.url,
      AWS_REGION: "eu-central-1",
      AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
      AWS_SECRET_ACCESS_KEY: secrets["the secret key of AWS"] ?? "",
      AWS_EC2_METADATA_DISABLED: "true",
      AWS_CONFIG_FILE: "/dev/null",
      AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
      NO_PROXY: "*",
    },
    deploy: (revision, isBroken) => {
      if (!release.isBroken) former = release;
      release = { revision, isBroken, beganAt: Date.now() };
      return { id: deploymentArn(release), taskDefinition: taskDefinition(revision) };
    },
    rolledBackAt: () => release.beganAt + broken.rollback * 1000,
    looksStableAfter: () => {
      for (let seconds = 15; seconds <= 600; seconds += 15) {
        const { deployments, runningCount } = describeService(release, former, seconds);
        // https://docs.aws.amazon.com/cli/latest/reference/ecs/wait/services-stable.html
        if (deployments.length === 1 && runningCount === desiredCount) return seconds;
      }
      return Number.NaN;
    },
    close: () => server.close(),
  };
}
