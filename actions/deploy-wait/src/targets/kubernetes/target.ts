/** The target `kubernetes`: waits for one rollout, through kubectl. It puts the parts together and knows no rule. */
import { inputFailure } from "@handrail/runner";
import { cutLine } from "../../line.ts";
import type { Doors } from "../../wait/doors.ts";
import { defineTarget } from "../../wait/target.ts";
import type { Target } from "../../wait/target.ts";
import { diagnoseWorkload } from "./diagnose.ts";
import { openKubectl } from "./kubectl.ts";
import { nextOfWorkload } from "./machine.ts";
import { readKubernetes } from "./read.ts";
import type { Kind } from "./workload.ts";

/** What is waited for. */
export type KubernetesSettings = {
  /** `Deployment`, `StatefulSet` or `DaemonSet`; also as kubectl shortens them. */
  kind: string;
  name: string;
  /** "" means that of the context. */
  namespace: string;
};

/**
 * Makes the target. kubectl is run once a look, and once or twice more about every 30 s while pods are worth a look.
 * @throws Failure `invalid-input` for a kind or a name that there cannot be
 */
export function createKubernetesTarget({ kind: given, name, namespace }: KubernetesSettings, doors: Doors): Target {
  const kind = kindOf(given);
  requireNames(name, namespace);
  const kubectl = openKubectl(doors, namespace);
  const id = namespace === "" ? name : `${namespace}/${name}`;
  return defineTarget({
    kind: "kubernetes",
    items: [{ id, label: `${kind} ${id}` }],
    first: ["workload"],
    next: nextOfWorkload(kind, name),
    async read([wanted]) {
      const isWary = (wanted?.state?.troubles.length ?? 0) > 0;
      const reads = wanted?.reads ?? ["workload"];
      const { look, calls } = await readKubernetes(kubectl, { kind, name }, reads, isWary);
      return { looks: new Map([[id, look]]), calls };
    },
    async diagnose(_item, { workload }, { result, cause }) {
      if (workload === undefined || (result !== "failed" && result !== "timeout")) return { causes: [] };
      return diagnoseWorkload(kubectl, { kind, name }, workload, cause);
    },
    async stop(_item, _state, how) {
      if (how === "stop") {
        return { isAccepted: false, told: "a rollout of Kubernetes cannot be stopped; a rollback can be asked for" };
      }
      const what = `kubectl rollout undo ${kind}/${name}`;
      const { exitCode, stderr, stdout } = await kubectl.run(["rollout", "undo", `${kind}/${name}`], {
        evenWhenCancelled: true,
      });
      if (exitCode === 0) return { isAccepted: true, told: cutLine(`${what} was accepted (${stdout.trim()})`, 300) };
      return { isAccepted: false, told: cutLine(`${what} was not accepted (${stderr.trim()})`, 300) };
    },
  });
}

function kindOf(given: string): Kind {
  const text = given.toLowerCase();
  if (/^(?:deploy|deployments?)$/.test(text)) return "deployment";
  if (/^(?:sts|statefulsets?)$/.test(text)) return "statefulset";
  if (/^(?:ds|daemonsets?)$/.test(text)) return "daemonset";
  throw inputFailure([{ name: "kind", given, accepts: "Deployment, StatefulSet or DaemonSet" }]);
}

/** What kubectl could take for an option or for another object is no name. */
function requireNames(name: string, namespace: string): void {
  const isName = (text: string): boolean => /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/.test(text);
  const accepts = "lower case letters, digits, - and .";
  const problems = [
    ...(isName(name) ? [] : [{ name: "name", given: name, accepts }]),
    ...(namespace === "" || isName(namespace) ? [] : [{ name: "namespace", given: namespace, accepts }]),
  ];
  if (problems.length > 0) throw inputFailure(problems);
}
