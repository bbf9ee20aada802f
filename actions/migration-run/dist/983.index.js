export const id = 983;
export const ids = [983];
export const modules = {

/***/ 9983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   service: () => (/* binding */ service)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_codebuild__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4774);
/** AWS CodeBuild: the SDK's client and the commands that we send. Loaded when the first call goes there. */

const service = {
    open: (settings) => new _aws_sdk_client_codebuild__WEBPACK_IMPORTED_MODULE_0__/* .CodeBuildClient */ .bex(settings),
    commands: {
        BatchGetBuilds: _aws_sdk_client_codebuild__WEBPACK_IMPORTED_MODULE_0__/* .BatchGetBuildsCommand */ .zZb,
        StopBuild: _aws_sdk_client_codebuild__WEBPACK_IMPORTED_MODULE_0__/* .StopBuildCommand */ .aWR,
    },
};


/***/ })

};

