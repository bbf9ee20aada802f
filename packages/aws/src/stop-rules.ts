/**
 * The dictionary of why ECS tasks stop: what the service's words and a container's exit code mean, and what to do. Data, and
 * the look-up. Words: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html
 */

/** Kinds of causes. `other`: anything that is not known. */
export type StopKind =
  | "pull"
  | "secrets"
  | "logging"
  | "storage"
  | "network"
  | "role"
  | "start"
  | "memory"
  | "crash"
  | "exit"
  | "load-balancer"
  | "health-check"
  | "interrupted"
  | "host"
  | "capacity"
  | "scaling"
  | "user"
  | "service"
  | "other";

/** What a cause means. */
export type StopRule = { kind: StopKind; hint?: string; isTransient: boolean };

/** What is looked up: `words` are the service's, of the task and of the container that it stopped for. */
export type StopFacts = { stopCode: string; words: string; exitCode?: number };

type Entry = { when: RegExp; kind: StopKind; hint?: string; isTransient?: true };

/** Words of a network or a service that is away for now, or has had enough of us. */
const passing =
  /too ?many ?requests|rate limit|rate exceeded|throttl|i\/o timeout|timed? ?out|deadline exceeded|connection (?:reset|refused)|context cancell?ed|request canceled|temporary failure|status code: 5\d\d|50[0234] (?:internal|bad|service|gateway)|unexpected eof|TLS handshake/i;

/** By words, the first that fits. The order is that of root causes: what keeps a task from starting comes first. */
const byWords: readonly Entry[] = [
  {
    when: /CannotPull\w*Error[\s\S]*(?:not found|manifest unknown|does not exist|NameUnknown)/i,
    kind: "pull",
    hint: "Check that the image and its tag were pushed, to the registry and the Region that the task definition names.",
  },
  {
    when: /CannotPull\w*Error[\s\S]*(?:denied|forbidden|unauthorized|no basic auth|not authorized|\b40[13]\b)/i,
    kind: "pull",
    hint: "Let the task execution role pull the image (ecr:GetAuthorizationToken, ecr:BatchGetImage, ecr:GetDownloadUrlForLayer), or check the credentials of the registry.",
  },
  {
    when: /CannotPull\w*Error[\s\S]*(?:matching platform|no matching manifest)|exec format error/i,
    kind: "pull",
    hint: "Build the image for the CPU architecture that the task definition asks for.",
  },
  {
    when: /CannotPull\w*Error[\s\S]*no space left/i,
    kind: "pull",
    hint: "Make the image smaller, or the storage of the task or host larger.",
  },
  {
    when: /CannotPull|pull image manifest/i,
    kind: "pull",
    hint: "Check the image's name, and that the task's subnets reach its registry.",
  },
  {
    when: /secrets ?manager|\bssm\b|parameter store|unable to (?:pull|retrieve) secret|registry auth/i,
    kind: "secrets",
    hint: "Check that the secrets exist, that the task execution role may read them, and that the task's subnets reach their service.",
  },
  {
    when: /log group|log stream|logger args|logging driver|failed to initialize logg/i,
    kind: "logging",
    hint: "Create the log group, or let the task execution role write to it (logs:CreateLogStream, logs:PutLogEvents).",
  },
  {
    when: /\bEFS\b|\bFSx|CannotCreateVolume|\bmount|\bvolume|EphemeralStorage|\bEBS\b/,
    kind: "storage",
    hint: "Check the volumes of the task definition: that they exist, and that security groups and roles allow them.",
  },
  {
    when: /assume (?:the )?role|unable to assume/i,
    kind: "role",
    hint: "Check that the roles of the task definition exist and trust ecs-tasks.amazonaws.com.",
  },
  {
    when: /InsufficientFreeAddresses|RESOURCE:|capacity is unavailable|insufficient capacity|capacity provider|(?:reached|exceeded).{0,40}(?:limit|quota)|VcpuLimitExceeded|no container instance/i,
    kind: "capacity",
    hint: "Add capacity: instances, quota, addresses in the subnets, or ask for less CPU and memory.",
    isTransient: true,
  },
  {
    when: /network interface/i,
    kind: "network",
    hint: "Check the subnets and security groups of the task.",
  },
  {
    when: /env(?:ironment)? files?\b|ResourceInitializationError/i,
    kind: "start",
    hint: "Check what the task needs before it starts: its roles, and that its subnets reach the services of AWS.",
  },
  {
    when: /executable file not found|no such file or directory|permission denied|CannotStartContainer|CannotCreateContainer|OCI runtime/i,
    kind: "start",
    hint: "Check entryPoint and command of the container: the program has to be in the image, and executable.",
  },
  {
    when: /OutOfMemory/i,
    kind: "memory",
    hint: "Give the container more memory, or make the program need less.",
  },
  {
    when: /ELB health checks|is unhealthy in|target-group|load ?balancer/i,
    kind: "load-balancer",
    hint: "Check path, port and expected status of the target group's health check, the security groups, and healthCheckGracePeriodSeconds.",
  },
  {
    when: /container health check/i,
    kind: "health-check",
    hint: "Run the healthCheck command of the container by hand; raise its startPeriod when the program starts slowly.",
  },
  {
    when: /spot .{0,20}interrupt/i,
    kind: "interrupted",
    isTransient: true,
  },
  {
    when: /host ec2|\binstance\b.{0,60}(?:terminat|drain|deregister|stopp)|has been deregistered|fargate.{0,40}(?:retire|maintenance)|AZ rebalanc/i,
    kind: "host",
    isTransient: true,
  },
  { when: /scaling activity|task set/i, kind: "scaling", isTransient: true },
  { when: /DockerTimeout|ContainerRuntimeTimeout|InternalError|ServerException/i, kind: "service", isTransient: true },
];

const byCode: Readonly<Record<string, StopRule>> = {
  SpotInterruption: {
    kind: "interrupted",
    hint: "Run it again; keep what must not be interrupted off Spot capacity.",
    isTransient: true,
  },
  TerminationNotice: { kind: "host", hint: "Run it again: its host went away.", isTransient: true },
  UserInitiated: { kind: "user", hint: "Ask whoever stopped it (StopTask).", isTransient: true },
};

const byExit: Readonly<Record<number, StopRule>> = {
  0: { kind: "exit", isTransient: false },
  126: { kind: "start", hint: "The command is there but cannot be run: check its mode.", isTransient: false },
  127: { kind: "start", hint: "The command was not found: check entryPoint, command and PATH.", isTransient: false },
  134: { kind: "crash", hint: "The program aborted (SIGABRT): read its last log lines.", isTransient: false },
  137: {
    kind: "memory",
    hint: "It was killed (SIGKILL): out of memory, or it did not end within stopTimeout.",
    isTransient: false,
  },
  139: {
    kind: "crash",
    hint: "The program crashed (SIGSEGV): look at native modules and the CPU architecture.",
    isTransient: false,
  },
  143: { kind: "exit", hint: "It was asked to end (SIGTERM).", isTransient: false },
};

/** ECS's reasons have 1024 characters at most, of the task and of its container. */
const LONGEST_WORDS = 2100;

/** What a stopped task's facts mean. */
export function ruleFor({ stopCode, words, exitCode }: StopFacts): StopRule {
  const outside = byCode[stopCode];
  if (outside !== undefined) return outside;
  const cut = words.slice(0, LONGEST_WORDS);
  const entry = byWords.find(({ when }) => when.test(cut));
  if (entry !== undefined) {
    const { kind, hint, isTransient = false } = entry;
    const isPassing = reachesOut.has(kind) && passing.test(cut);
    return { kind, isTransient: isTransient || isPassing, ...(hint === undefined ? {} : { hint }) };
  }
  // The scheduler of a service stops what it needs no longer, unless it says what was wrong.
  if (stopCode === "ServiceSchedulerInitiated") return { kind: "scaling", isTransient: true };
  if (exitCode !== undefined) return byExit[exitCode] ?? { kind: "exit", isTransient: false };
  if (stopCode === "TaskFailedToStart") return { kind: "start", isTransient: passing.test(cut) };
  return { kind: "other", isTransient: false };
}

/** Kinds that need another service, which may be away. */
const reachesOut: ReadonlySet<StopKind> = new Set(["pull", "secrets", "logging", "storage", "network", "start"]);
