export const id = 352;
export const ids = [352];
export const modules = {

/***/ 3352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   service: () => (/* binding */ service)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7507);
/** AWS CodeDeploy: the SDK's client and the commands that we send. Loaded when the first call goes there. */

const service = {
    open: (settings) => new _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_0__/* .CodeDeployClient */ .cHd(settings),
    commands: {
        GetDeployment: _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_0__/* .GetDeploymentCommand */ .Tvn,
        ListDeploymentTargets: _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_0__/* .ListDeploymentTargetsCommand */ .$9V,
        BatchGetDeploymentTargets: _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_0__/* .BatchGetDeploymentTargetsCommand */ .Bsg,
        StopDeployment: _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_0__/* .StopDeploymentCommand */ .NzN,
    },
};


/***/ })

};

