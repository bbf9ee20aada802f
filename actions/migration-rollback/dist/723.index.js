export const id = 723;
export const ids = [723];
export const modules = {

/***/ 6723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   service: () => (/* binding */ service)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6114);
/** AWS Elastic Beanstalk: the SDK's client and the commands that we send. Loaded when the first call goes there. */

const service = {
    open: (settings) => new _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_0__/* .ElasticBeanstalkClient */ .E8k(settings),
    commands: {
        DescribeEnvironments: _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_0__/* .DescribeEnvironmentsCommand */ .$8c,
        DescribeEvents: _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_0__/* .DescribeEventsCommand */ .w6x,
        AbortEnvironmentUpdate: _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_0__/* .AbortEnvironmentUpdateCommand */ .ET7,
    },
};


/***/ })

};

