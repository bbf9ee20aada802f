export const id = 7544;
export const ids = [7544];
export const modules = {

/***/ 7544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openTarget: () => (/* binding */ openTarget)
/* harmony export */ });
/** Makes the target. @throws Failure for inputs that only the target can judge */
function openTarget(inputs, surroundings) {
    return openers[inputs.target](inputs, surroundings);
}
const openers = {
    ecs: async (inputs, { doors }) => {
        const { createEcsTarget } = await Promise.all(/* import() */[__webpack_require__.e(5307), __webpack_require__.e(6525)]).then(__webpack_require__.bind(__webpack_require__, 6525));
        const settings = {
            cluster: inputs.cluster,
            services: inputs.services,
            serviceDeployments: inputs["service-deployment"],
            taskDefinition: inputs["task-definition"],
            imageDigest: inputs["image-digest"],
            until: inputs.until,
        };
        return createEcsTarget(settings, doors);
    },
    "ecs-task": async ({ cluster, tasks }, { doors }) => {
        const { createEcsTaskTarget } = await Promise.all(/* import() */[__webpack_require__.e(5307), __webpack_require__.e(6500)]).then(__webpack_require__.bind(__webpack_require__, 6500));
        return createEcsTaskTarget({ cluster, tasks }, doors);
    },
    codedeploy: async (inputs, { doors }) => {
        const { createCodedeployTarget } = await __webpack_require__.e(/* import() */ 5398).then(__webpack_require__.bind(__webpack_require__, 5398));
        const { until } = inputs;
        const known = until === "ready" || until === "traffic-shifted" ? until : "succeeded";
        return createCodedeployTarget({ deploymentId: inputs["deployment-id"], until: known }, doors);
    },
    codepipeline: async (inputs, { doors }) => {
        const { createCodepipelineTarget } = await __webpack_require__.e(/* import() */ 9837).then(__webpack_require__.bind(__webpack_require__, 9837));
        const { pipeline, "execution-id": executionId, "on-superseded": onSuperseded } = inputs;
        return createCodepipelineTarget({ pipeline, executionId, onSuperseded }, doors);
    },
    codebuild: async (inputs, { doors }) => {
        const { createCodebuildTarget } = await __webpack_require__.e(/* import() */ 3943).then(__webpack_require__.bind(__webpack_require__, 3943));
        return createCodebuildTarget({ buildId: inputs["build-id"] }, doors);
    },
    cloudformation: async ({ stack }, { doors }) => {
        const { createCloudformationTarget } = await __webpack_require__.e(/* import() */ 2845).then(__webpack_require__.bind(__webpack_require__, 2845));
        return createCloudformationTarget({ stack }, doors);
    },
    "elastic-beanstalk": async (inputs, { doors }) => {
        const { createElasticBeanstalkTarget } = await __webpack_require__.e(/* import() */ 170).then(__webpack_require__.bind(__webpack_require__, 170));
        const { "environment-name": environmentName, "version-label": versionLabel } = inputs;
        return createElasticBeanstalkTarget({ environmentName, versionLabel }, doors);
    },
    "app-runner": async (inputs, { doors }) => {
        const { createAppRunnerTarget } = await __webpack_require__.e(/* import() */ 9490).then(__webpack_require__.bind(__webpack_require__, 9490));
        return createAppRunnerTarget({ serviceArn: inputs["service-arn"], operationId: inputs["operation-id"] }, doors);
    },
    lambda: async (inputs, { doors }) => {
        const { createLambdaTarget } = await __webpack_require__.e(/* import() */ 7158).then(__webpack_require__.bind(__webpack_require__, 7158));
        const { "function-name": functionName, alias, "function-version": functionVersion } = inputs;
        return createLambdaTarget({ functionName, alias, functionVersion }, doors);
    },
    jenkins: async (inputs, { doors }) => {
        const { createJenkinsTarget } = await __webpack_require__.e(/* import() */ 9383).then(__webpack_require__.bind(__webpack_require__, 9383));
        const settings = {
            url: inputs["jenkins-url"],
            job: inputs.job,
            queueItem: numberOf(inputs["queue-item"]),
            buildNumber: numberOf(inputs["build-number"]),
            user: inputs["jenkins-user"],
            token: inputs["jenkins-token"],
            allowUnstable: inputs["allow-unstable"],
        };
        return createJenkinsTarget(settings, doors);
    },
    "github-workflow": async (inputs, { doors, context, github, githubWhenCancelled }) => {
        const { createGithubWorkflowTarget } = await __webpack_require__.e(/* import() */ 3471).then(__webpack_require__.bind(__webpack_require__, 3471));
        const [owner = context.owner, repo = context.repo] = inputs.repository === "" ? [] : inputs.repository.split("/");
        const { request } = await github();
        const { request: requestWhenCancelled } = await githubWhenCancelled();
        const { "run-id": runId, workflow, sha } = inputs;
        const which = { owner, repo, runId, workflow, sha, ownRunId: context.runId };
        return createGithubWorkflowTarget({ ...which, request, requestWhenCancelled }, doors);
    },
    kubernetes: async ({ kind, name, namespace }, { doors }) => {
        const { createKubernetesTarget } = await __webpack_require__.e(/* import() */ 6062).then(__webpack_require__.bind(__webpack_require__, 6062));
        return createKubernetesTarget({ kind, name, namespace }, doors);
    },
    http: async (inputs, { doors }) => {
        const { createHttpTarget } = await __webpack_require__.e(/* import() */ 2090).then(__webpack_require__.bind(__webpack_require__, 2090));
        const settings = {
            url: inputs.url,
            expectStatus: inputs["expect-status"].map(Number),
            expectJson: inputs["expect-json"],
            expectBody: inputs["expect-body"],
            headers: inputs.headers,
            consecutive: inputs.consecutive,
        };
        return createHttpTarget(settings, doors);
    },
    command: async ({ command }, { doors }) => {
        const { createCommandTarget } = await __webpack_require__.e(/* import() */ 2656).then(__webpack_require__.bind(__webpack_require__, 2656));
        return createCommandTarget({ command }, doors);
    },
};
function numberOf(text) {
    const digits = /(\d+)\/?$/.exec(text)?.[1];
    return digits === undefined ? undefined : Number(digits);
}


/***/ })

};

