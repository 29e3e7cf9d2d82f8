// Generated from crds/ by `npm run generate`; never edited.
"use strict";
exports["io.k8s.api.networking.v1.IngressClass"] = validate10;
const func2 = require("ajv/dist/runtime/ucs2length").default;

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.networking.v1.IngressClassSpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.controller !== undefined){
let data0 = data.controller;
if(typeof data0 === "string"){
if(func2(data0) > 250){
const err0 = {instancePath:instancePath+"/controller",schemaPath:"#/properties/controller/maxLength",keyword:"maxLength",params:{limit: 250}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
if(data.parameters !== undefined){
let data1 = data.parameters;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.kind === undefined){
const err1 = {instancePath:instancePath+"/parameters",schemaPath:"io.k8s.api.networking.v1.IngressClassParametersReference/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data1.name === undefined){
const err2 = {instancePath:instancePath+"/parameters",schemaPath:"io.k8s.api.networking.v1.IngressClassParametersReference/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data1.kind !== undefined){
let data2 = data1.kind;
const _errs4 = errors;
const _errs5 = errors;
if(data2 !== null){
const err3 = {};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var valid3 = _errs5 === errors;
if(valid3){
const err4 = {instancePath:instancePath+"/parameters/kind",schemaPath:"io.k8s.api.networking.v1.IngressClassParametersReference/properties/kind/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
errors = _errs4;
if(vErrors !== null){
if(_errs4){
vErrors.length = _errs4;
}
else {
vErrors = null;
}
}
}
if(typeof data2 === "string"){
if(func2(data2) < 1){
const err5 = {instancePath:instancePath+"/parameters/kind",schemaPath:"io.k8s.api.networking.v1.IngressClassParametersReference/properties/kind/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
if(data1.name !== undefined){
let data3 = data1.name;
const _errs8 = errors;
const _errs9 = errors;
if(data3 !== null){
const err6 = {};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var valid4 = _errs9 === errors;
if(valid4){
const err7 = {instancePath:instancePath+"/parameters/name",schemaPath:"io.k8s.api.networking.v1.IngressClassParametersReference/properties/name/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
else {
errors = _errs8;
if(vErrors !== null){
if(_errs8){
vErrors.length = _errs8;
}
else {
vErrors = null;
}
}
}
if(typeof data3 === "string"){
if(func2(data3) < 1){
const err8 = {instancePath:instancePath+"/parameters/name",schemaPath:"io.k8s.api.networking.v1.IngressClassParametersReference/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
}
}
}
validate11.errors = vErrors;
return errors === 0;
}


function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.networking.v1.IngressClass" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate11(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
}
validate10.errors = vErrors;
return errors === 0;
}

exports["io.k8s.api.networking.v1.Ingress"] = validate13;

function validate16(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.networking.v1.IngressServiceBackend" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.name !== undefined){
let data0 = data.name;
const _errs1 = errors;
const _errs2 = errors;
if(data0 !== null){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var valid1 = _errs2 === errors;
if(valid1){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(typeof data0 === "string"){
if(func2(data0) < 1){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
if(data.port !== undefined){
let data1 = data.port;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.number !== undefined){
let data2 = data1.number;
if(typeof data2 == "number" || typeof data2 == "bigint"){
if(data2 < 0 || data2 > 65535){
const err4 = {instancePath:instancePath+"/port/number",schemaPath:"io.k8s.api.networking.v1.ServiceBackendPort/properties/number/between",keyword:"between",params:{limits: [0, 65535]}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
}
}
}
validate16.errors = vErrors;
return errors === 0;
}


function validate15(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.networking.v1.IngressBackend" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.service !== undefined){
if(!(validate16(data.service, {instancePath:instancePath+"/service",parentData:data,parentDataProperty:"service",rootData}))){
vErrors = vErrors === null ? validate16.errors : vErrors.concat(validate16.errors);
errors = vErrors.length;
}
}
if(data.resource !== undefined){
let data1 = data.resource;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.kind === undefined){
const err0 = {instancePath:instancePath+"/resource",schemaPath:"io.k8s.api.core.v1.TypedLocalObjectReference/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data1.name === undefined){
const err1 = {instancePath:instancePath+"/resource",schemaPath:"io.k8s.api.core.v1.TypedLocalObjectReference/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data1.kind !== undefined){
let data2 = data1.kind;
const _errs4 = errors;
const _errs5 = errors;
if(data2 !== null){
const err2 = {};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var valid3 = _errs5 === errors;
if(valid3){
const err3 = {instancePath:instancePath+"/resource/kind",schemaPath:"io.k8s.api.core.v1.TypedLocalObjectReference/properties/kind/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
errors = _errs4;
if(vErrors !== null){
if(_errs4){
vErrors.length = _errs4;
}
else {
vErrors = null;
}
}
}
if(typeof data2 === "string"){
if(func2(data2) < 1){
const err4 = {instancePath:instancePath+"/resource/kind",schemaPath:"io.k8s.api.core.v1.TypedLocalObjectReference/properties/kind/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
if(data1.name !== undefined){
let data3 = data1.name;
const _errs8 = errors;
const _errs9 = errors;
if(data3 !== null){
const err5 = {};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var valid4 = _errs9 === errors;
if(valid4){
const err6 = {instancePath:instancePath+"/resource/name",schemaPath:"io.k8s.api.core.v1.TypedLocalObjectReference/properties/name/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
else {
errors = _errs8;
if(vErrors !== null){
if(_errs8){
vErrors.length = _errs8;
}
else {
vErrors = null;
}
}
}
if(typeof data3 === "string"){
if(func2(data3) < 1){
const err7 = {instancePath:instancePath+"/resource/name",schemaPath:"io.k8s.api.core.v1.TypedLocalObjectReference/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
}
}
}
validate15.errors = vErrors;
return errors === 0;
}

const schema22 = {"properties":{"pathType":{"enum":["Exact","ImplementationSpecific","Prefix",null],"not":{"type":"null"}},"backend":{"$ref":"io.k8s.api.networking.v1.IngressBackend"}},"required":["pathType"],"$id":"io.k8s.api.networking.v1.HTTPIngressPath"};

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.networking.v1.HTTPIngressPath" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.pathType === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "pathType"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.pathType !== undefined){
let data0 = data.pathType;
if(!((((data0 === "Exact") || (data0 === "ImplementationSpecific")) || (data0 === "Prefix")) || (data0 === null))){
const err1 = {instancePath:instancePath+"/pathType",schemaPath:"#/properties/pathType/enum",keyword:"enum",params:{allowedValues: schema22.properties.pathType.enum}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
const _errs1 = errors;
const _errs2 = errors;
if(data0 !== null){
const err2 = {};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var valid1 = _errs2 === errors;
if(valid1){
const err3 = {instancePath:instancePath+"/pathType",schemaPath:"#/properties/pathType/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
}
if(data.backend !== undefined){
if(!(validate15(data.backend, {instancePath:instancePath+"/backend",parentData:data,parentDataProperty:"backend",rootData}))){
vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
errors = vErrors.length;
}
}
}
validate21.errors = vErrors;
return errors === 0;
}


function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.networking.v1.HTTPIngressRuleValue" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.paths === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "paths"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.paths !== undefined){
let data0 = data.paths;
const _errs1 = errors;
const _errs2 = errors;
if(data0 !== null){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var valid1 = _errs2 === errors;
if(valid1){
const err2 = {instancePath:instancePath+"/paths",schemaPath:"#/properties/paths/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(Array.isArray(data0)){
if(data0.length < 1){
const err3 = {instancePath:instancePath+"/paths",schemaPath:"#/properties/paths/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate21(data0[i0], {instancePath:instancePath+"/paths/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
}
}
}
validate20.errors = vErrors;
return errors === 0;
}


function validate19(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.networking.v1.IngressRule" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.http !== undefined){
if(!(validate20(data.http, {instancePath:instancePath+"/http",parentData:data,parentDataProperty:"http",rootData}))){
vErrors = vErrors === null ? validate20.errors : vErrors.concat(validate20.errors);
errors = vErrors.length;
}
}
}
validate19.errors = vErrors;
return errors === 0;
}


function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.networking.v1.IngressSpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.defaultBackend !== undefined){
if(!(validate15(data.defaultBackend, {instancePath:instancePath+"/defaultBackend",parentData:data,parentDataProperty:"defaultBackend",rootData}))){
vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
errors = vErrors.length;
}
}
if(data.rules !== undefined){
let data1 = data.rules;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate19(data1[i0], {instancePath:instancePath+"/rules/" + i0,parentData:data1,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate19.errors : vErrors.concat(validate19.errors);
errors = vErrors.length;
}
}
}
}
}
validate14.errors = vErrors;
return errors === 0;
}


function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.networking.v1.Ingress" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate14(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
}
}
validate13.errors = vErrors;
return errors === 0;
}

exports["io.k8s.api.networking.v1.IPAddress"] = validate27;

function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.networking.v1.IPAddressSpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.parentRef === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "parentRef"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.parentRef !== undefined){
let data0 = data.parentRef;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.resource === undefined){
const err1 = {instancePath:instancePath+"/parentRef",schemaPath:"io.k8s.api.networking.v1.ParentReference/required",keyword:"required",params:{missingProperty: "resource"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0.name === undefined){
const err2 = {instancePath:instancePath+"/parentRef",schemaPath:"io.k8s.api.networking.v1.ParentReference/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0.resource !== undefined){
let data1 = data0.resource;
const _errs3 = errors;
const _errs4 = errors;
if(data1 !== null){
const err3 = {};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var valid3 = _errs4 === errors;
if(valid3){
const err4 = {instancePath:instancePath+"/parentRef/resource",schemaPath:"io.k8s.api.networking.v1.ParentReference/properties/resource/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
}
if(typeof data1 === "string"){
if(func2(data1) < 1){
const err5 = {instancePath:instancePath+"/parentRef/resource",schemaPath:"io.k8s.api.networking.v1.ParentReference/properties/resource/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
if(data0.name !== undefined){
let data2 = data0.name;
const _errs7 = errors;
const _errs8 = errors;
if(data2 !== null){
const err6 = {};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var valid4 = _errs8 === errors;
if(valid4){
const err7 = {instancePath:instancePath+"/parentRef/name",schemaPath:"io.k8s.api.networking.v1.ParentReference/properties/name/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
else {
errors = _errs7;
if(vErrors !== null){
if(_errs7){
vErrors.length = _errs7;
}
else {
vErrors = null;
}
}
}
if(typeof data2 === "string"){
if(func2(data2) < 1){
const err8 = {instancePath:instancePath+"/parentRef/name",schemaPath:"io.k8s.api.networking.v1.ParentReference/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
}
const _errs10 = errors;
const _errs11 = errors;
if(data0 !== null){
const err9 = {};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
var valid5 = _errs11 === errors;
if(valid5){
const err10 = {instancePath:instancePath+"/parentRef",schemaPath:"#/properties/parentRef/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
else {
errors = _errs10;
if(vErrors !== null){
if(_errs10){
vErrors.length = _errs10;
}
else {
vErrors = null;
}
}
}
}
}
validate28.errors = vErrors;
return errors === 0;
}


function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.networking.v1.IPAddress" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate28(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
}
validate27.errors = vErrors;
return errors === 0;
}

exports["io.k8s.api.networking.v1.NetworkPolicy"] = validate30;
const schema27 = {"properties":{"ingress":{"items":{"$ref":"io.k8s.api.networking.v1.NetworkPolicyIngressRule"}},"egress":{"items":{"$ref":"io.k8s.api.networking.v1.NetworkPolicyEgressRule"}},"policyTypes":{"items":{"enum":["Egress","Ingress"]}}},"$id":"io.k8s.api.networking.v1.NetworkPolicySpec"};
const schema29 = {"properties":{"protocol":{"enum":["SCTP","TCP","UDP",null]},"port":{"between":[1,65535],"pattern":"^(|(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*)$","longest":15}},"$id":"io.k8s.api.networking.v1.NetworkPolicyPort"};
const pattern0 = new RegExp("^(|(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*)$", "u");

function validate33(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.networking.v1.NetworkPolicyPeer" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.ipBlock !== undefined){
let data0 = data.ipBlock;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.cidr === undefined){
const err0 = {instancePath:instancePath+"/ipBlock",schemaPath:"io.k8s.api.networking.v1.IPBlock/required",keyword:"required",params:{missingProperty: "cidr"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data0.cidr !== undefined){
let data1 = data0.cidr;
const _errs3 = errors;
const _errs4 = errors;
if(data1 !== null){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var valid3 = _errs4 === errors;
if(valid3){
const err2 = {instancePath:instancePath+"/ipBlock/cidr",schemaPath:"io.k8s.api.networking.v1.IPBlock/properties/cidr/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
}
if(typeof data1 === "string"){
if(func2(data1) < 1){
const err3 = {instancePath:instancePath+"/ipBlock/cidr",schemaPath:"io.k8s.api.networking.v1.IPBlock/properties/cidr/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
}
}
}
validate33.errors = vErrors;
return errors === 0;
}


function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.networking.v1.NetworkPolicyIngressRule" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.ports !== undefined){
let data0 = data.ports;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.protocol !== undefined){
let data2 = data1.protocol;
if(!((((data2 === "SCTP") || (data2 === "TCP")) || (data2 === "UDP")) || (data2 === null))){
const err0 = {instancePath:instancePath+"/ports/" + i0+"/protocol",schemaPath:"io.k8s.api.networking.v1.NetworkPolicyPort/properties/protocol/enum",keyword:"enum",params:{allowedValues: schema29.properties.protocol.enum}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data1.port !== undefined){
let data3 = data1.port;
if(typeof data3 == "number" || typeof data3 == "bigint"){
if(data3 < 1 || data3 > 65535){
const err1 = {instancePath:instancePath+"/ports/" + i0+"/port",schemaPath:"io.k8s.api.networking.v1.NetworkPolicyPort/properties/port/between",keyword:"between",params:{limits: [1, 65535]}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
const err2 = {instancePath:instancePath+"/ports/" + i0+"/port",schemaPath:"io.k8s.api.networking.v1.NetworkPolicyPort/properties/port/pattern",keyword:"pattern",params:{pattern: "^(|(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*)$"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data3.length > 15){
const err3 = {instancePath:instancePath+"/ports/" + i0+"/port",schemaPath:"io.k8s.api.networking.v1.NetworkPolicyPort/properties/port/longest",keyword:"longest",params:{limit: 15}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
}
}
}
}
if(data.from !== undefined){
let data4 = data.from;
if(Array.isArray(data4)){
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
if(!(validate33(data4[i1], {instancePath:instancePath+"/from/" + i1,parentData:data4,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
errors = vErrors.length;
}
}
}
}
}
validate32.errors = vErrors;
return errors === 0;
}


function validate36(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.networking.v1.NetworkPolicyEgressRule" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.ports !== undefined){
let data0 = data.ports;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.protocol !== undefined){
let data2 = data1.protocol;
if(!((((data2 === "SCTP") || (data2 === "TCP")) || (data2 === "UDP")) || (data2 === null))){
const err0 = {instancePath:instancePath+"/ports/" + i0+"/protocol",schemaPath:"io.k8s.api.networking.v1.NetworkPolicyPort/properties/protocol/enum",keyword:"enum",params:{allowedValues: schema29.properties.protocol.enum}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data1.port !== undefined){
let data3 = data1.port;
if(typeof data3 == "number" || typeof data3 == "bigint"){
if(data3 < 1 || data3 > 65535){
const err1 = {instancePath:instancePath+"/ports/" + i0+"/port",schemaPath:"io.k8s.api.networking.v1.NetworkPolicyPort/properties/port/between",keyword:"between",params:{limits: [1, 65535]}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
const err2 = {instancePath:instancePath+"/ports/" + i0+"/port",schemaPath:"io.k8s.api.networking.v1.NetworkPolicyPort/properties/port/pattern",keyword:"pattern",params:{pattern: "^(|(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*)$"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data3.length > 15){
const err3 = {instancePath:instancePath+"/ports/" + i0+"/port",schemaPath:"io.k8s.api.networking.v1.NetworkPolicyPort/properties/port/longest",keyword:"longest",params:{limit: 15}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
}
}
}
}
if(data.to !== undefined){
let data4 = data.to;
if(Array.isArray(data4)){
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
if(!(validate33(data4[i1], {instancePath:instancePath+"/to/" + i1,parentData:data4,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
errors = vErrors.length;
}
}
}
}
}
validate36.errors = vErrors;
return errors === 0;
}


function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.networking.v1.NetworkPolicySpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.ingress !== undefined){
let data0 = data.ingress;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate32(data0[i0], {instancePath:instancePath+"/ingress/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
}
}
}
if(data.egress !== undefined){
let data2 = data.egress;
if(Array.isArray(data2)){
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
if(!(validate36(data2[i1], {instancePath:instancePath+"/egress/" + i1,parentData:data2,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
}
}
if(data.policyTypes !== undefined){
let data4 = data.policyTypes;
if(Array.isArray(data4)){
const len2 = data4.length;
for(let i2=0; i2<len2; i2++){
let data5 = data4[i2];
if(!((data5 === "Egress") || (data5 === "Ingress"))){
const err0 = {instancePath:instancePath+"/policyTypes/" + i2,schemaPath:"#/properties/policyTypes/items/enum",keyword:"enum",params:{allowedValues: schema27.properties.policyTypes.items.enum}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
}
}
validate31.errors = vErrors;
return errors === 0;
}


function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.networking.v1.NetworkPolicy" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate31(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
}
validate30.errors = vErrors;
return errors === 0;
}

