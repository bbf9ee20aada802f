export const id = 9885;
export const ids = [9885];
export const modules = {

/***/ 9885:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   service: () => (/* binding */ service)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(212);
/** Amazon ECS: the SDK's client and the commands that we send. Loaded when the first call goes there. */

const service = {
    open: (settings) => new _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__/* .ECSClient */ .Zgc(settings),
    commands: {
        DescribeServices: _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__/* .DescribeServicesCommand */ .H7c,
        ListServiceDeployments: _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__/* .ListServiceDeploymentsCommand */ .jz8,
        DescribeServiceDeployments: _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__/* .DescribeServiceDeploymentsCommand */ .A6p,
        DescribeServiceRevisions: _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__/* .DescribeServiceRevisionsCommand */ .oF5,
        StopServiceDeployment: _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__/* .StopServiceDeploymentCommand */ .a8L,
        ListTasks: _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__/* .ListTasksCommand */ .MYg,
        DescribeTasks: _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__/* .DescribeTasksCommand */ .z8X,
        DescribeTaskDefinition: _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__/* .DescribeTaskDefinitionCommand */ .Zy$,
        RunTask: _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__/* .RunTaskCommand */ ._eD,
        StopTask: _aws_sdk_client_ecs__WEBPACK_IMPORTED_MODULE_0__/* .StopTaskCommand */ .PP1,
    },
};


/***/ })

};

