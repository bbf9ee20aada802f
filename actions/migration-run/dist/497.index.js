export const id = 497;
export const ids = [497];
export const modules = {

/***/ 9497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   service: () => (/* binding */ service)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_codepipeline__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8232);
/** AWS CodePipeline: the SDK's client and the commands that we send. Loaded when the first call goes there. */

const service = {
    open: (settings) => new _aws_sdk_client_codepipeline__WEBPACK_IMPORTED_MODULE_0__/* .CodePipelineClient */ .pEs(settings),
    commands: {
        GetPipelineExecution: _aws_sdk_client_codepipeline__WEBPACK_IMPORTED_MODULE_0__/* .GetPipelineExecutionCommand */ .qZw,
        GetPipelineState: _aws_sdk_client_codepipeline__WEBPACK_IMPORTED_MODULE_0__/* .GetPipelineStateCommand */ .dz2,
        ListActionExecutions: _aws_sdk_client_codepipeline__WEBPACK_IMPORTED_MODULE_0__/* .ListActionExecutionsCommand */ .X$i,
        ListPipelineExecutions: _aws_sdk_client_codepipeline__WEBPACK_IMPORTED_MODULE_0__/* .ListPipelineExecutionsCommand */ .bni,
        StopPipelineExecution: _aws_sdk_client_codepipeline__WEBPACK_IMPORTED_MODULE_0__/* .StopPipelineExecutionCommand */ .krr,
    },
};


/***/ })

};

