// Generated from crds/ by `npm run generate`; never edited.
"use strict";
exports["io.k8s.api.resource.v1.DeviceClass"] = validate10;
const func2 = require("ajv/dist/runtime/ucs2length").default;

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.resource.v1.DeviceSelector" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.cel !== undefined){
let data0 = data.cel;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.expression === undefined){
const err0 = {instancePath:instancePath+"/cel",schemaPath:"io.k8s.api.resource.v1.CELDeviceSelector/required",keyword:"required",params:{missingProperty: "expression"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data0.expression !== undefined){
let data1 = data0.expression;
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
const err2 = {instancePath:instancePath+"/cel/expression",schemaPath:"io.k8s.api.resource.v1.CELDeviceSelector/properties/expression/not",keyword:"not",params:{}};
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
const err3 = {instancePath:instancePath+"/cel/expression",schemaPath:"io.k8s.api.resource.v1.CELDeviceSelector/properties/expression/minLength",keyword:"minLength",params:{limit: 1}};
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
validate12.errors = vErrors;
return errors === 0;
}


function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.resource.v1.DeviceClassConfiguration" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.opaque !== undefined){
let data0 = data.opaque;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.driver === undefined){
const err0 = {instancePath:instancePath+"/opaque",schemaPath:"io.k8s.api.resource.v1.OpaqueDeviceConfiguration/required",keyword:"required",params:{missingProperty: "driver"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data0.driver !== undefined){
let data1 = data0.driver;
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
const err2 = {instancePath:instancePath+"/opaque/driver",schemaPath:"io.k8s.api.resource.v1.OpaqueDeviceConfiguration/properties/driver/not",keyword:"not",params:{}};
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
if(func2(data1) > 63){
const err3 = {instancePath:instancePath+"/opaque/driver",schemaPath:"io.k8s.api.resource.v1.OpaqueDeviceConfiguration/properties/driver/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(func2(data1) < 1){
const err4 = {instancePath:instancePath+"/opaque/driver",schemaPath:"io.k8s.api.resource.v1.OpaqueDeviceConfiguration/properties/driver/minLength",keyword:"minLength",params:{limit: 1}};
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
validate14.errors = vErrors;
return errors === 0;
}


function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.resource.v1.DeviceClassSpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.selectors !== undefined){
let data0 = data.selectors;
if(Array.isArray(data0)){
if(data0.length > 32){
const err0 = {instancePath:instancePath+"/selectors",schemaPath:"#/properties/selectors/maxItems",keyword:"maxItems",params:{limit: 32}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate12(data0[i0], {instancePath:instancePath+"/selectors/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
}
}
if(data.config !== undefined){
let data2 = data.config;
if(Array.isArray(data2)){
if(data2.length > 32){
const err1 = {instancePath:instancePath+"/config",schemaPath:"#/properties/config/maxItems",keyword:"maxItems",params:{limit: 32}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
if(!(validate14(data2[i1], {instancePath:instancePath+"/config/" + i1,parentData:data2,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
}
}
}
}
validate11.errors = vErrors;
return errors === 0;
}


function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.resource.v1.DeviceClass" */;
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

exports["io.k8s.api.resource.v1.ResourceClaim"] = validate17;
const schema21 = {"properties":{"deviceClassName":{"minLength":1,"not":{"type":"null"}},"selectors":{"maxItems":32,"items":{"$ref":"io.k8s.api.resource.v1.DeviceSelector"}},"allocationMode":{"enum":["All","ExactCount","",null]},"tolerations":{"items":{"$ref":"io.k8s.api.resource.v1.DeviceToleration"}}},"required":["deviceClassName"],"$id":"io.k8s.api.resource.v1.ExactDeviceRequest"};
const schema22 = {"properties":{"operator":{"enum":["Equal","Exists","",null]},"effect":{"enum":["NoExecute","NoSchedule","None","",null]}},"$id":"io.k8s.api.resource.v1.DeviceToleration"};

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.resource.v1.ExactDeviceRequest" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.deviceClassName === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "deviceClassName"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.deviceClassName !== undefined){
let data0 = data.deviceClassName;
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
const err2 = {instancePath:instancePath+"/deviceClassName",schemaPath:"#/properties/deviceClassName/not",keyword:"not",params:{}};
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
const err3 = {instancePath:instancePath+"/deviceClassName",schemaPath:"#/properties/deviceClassName/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.selectors !== undefined){
let data1 = data.selectors;
if(Array.isArray(data1)){
if(data1.length > 32){
const err4 = {instancePath:instancePath+"/selectors",schemaPath:"#/properties/selectors/maxItems",keyword:"maxItems",params:{limit: 32}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate12(data1[i0], {instancePath:instancePath+"/selectors/" + i0,parentData:data1,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
}
}
if(data.allocationMode !== undefined){
let data3 = data.allocationMode;
if(!((((data3 === "All") || (data3 === "ExactCount")) || (data3 === "")) || (data3 === null))){
const err5 = {instancePath:instancePath+"/allocationMode",schemaPath:"#/properties/allocationMode/enum",keyword:"enum",params:{allowedValues: schema21.properties.allocationMode.enum}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.tolerations !== undefined){
let data4 = data.tolerations;
if(Array.isArray(data4)){
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
let data5 = data4[i1];
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.operator !== undefined){
let data6 = data5.operator;
if(!((((data6 === "Equal") || (data6 === "Exists")) || (data6 === "")) || (data6 === null))){
const err6 = {instancePath:instancePath+"/tolerations/" + i1+"/operator",schemaPath:"io.k8s.api.resource.v1.DeviceToleration/properties/operator/enum",keyword:"enum",params:{allowedValues: schema22.properties.operator.enum}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data5.effect !== undefined){
let data7 = data5.effect;
if(!(((((data7 === "NoExecute") || (data7 === "NoSchedule")) || (data7 === "None")) || (data7 === "")) || (data7 === null))){
const err7 = {instancePath:instancePath+"/tolerations/" + i1+"/effect",schemaPath:"io.k8s.api.resource.v1.DeviceToleration/properties/effect/enum",keyword:"enum",params:{allowedValues: schema22.properties.effect.enum}};
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
}
validate21.errors = vErrors;
return errors === 0;
}

const schema23 = {"properties":{"name":{"minLength":1,"not":{"type":"null"}},"deviceClassName":{"minLength":1,"not":{"type":"null"}},"selectors":{"maxItems":32,"items":{"$ref":"io.k8s.api.resource.v1.DeviceSelector"}},"allocationMode":{"enum":["All","ExactCount","",null]},"tolerations":{"items":{"$ref":"io.k8s.api.resource.v1.DeviceToleration"}}},"required":["name","deviceClassName"],"$id":"io.k8s.api.resource.v1.DeviceSubRequest"};

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.resource.v1.DeviceSubRequest" */;
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
if(data.deviceClassName === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "deviceClassName"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.name !== undefined){
let data0 = data.name;
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
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/not",keyword:"not",params:{}};
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
if(typeof data0 === "string"){
if(func2(data0) < 1){
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.deviceClassName !== undefined){
let data1 = data.deviceClassName;
const _errs5 = errors;
const _errs6 = errors;
if(data1 !== null){
const err5 = {};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var valid2 = _errs6 === errors;
if(valid2){
const err6 = {instancePath:instancePath+"/deviceClassName",schemaPath:"#/properties/deviceClassName/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
else {
errors = _errs5;
if(vErrors !== null){
if(_errs5){
vErrors.length = _errs5;
}
else {
vErrors = null;
}
}
}
if(typeof data1 === "string"){
if(func2(data1) < 1){
const err7 = {instancePath:instancePath+"/deviceClassName",schemaPath:"#/properties/deviceClassName/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.selectors !== undefined){
let data2 = data.selectors;
if(Array.isArray(data2)){
if(data2.length > 32){
const err8 = {instancePath:instancePath+"/selectors",schemaPath:"#/properties/selectors/maxItems",keyword:"maxItems",params:{limit: 32}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!(validate12(data2[i0], {instancePath:instancePath+"/selectors/" + i0,parentData:data2,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
}
}
if(data.allocationMode !== undefined){
let data4 = data.allocationMode;
if(!((((data4 === "All") || (data4 === "ExactCount")) || (data4 === "")) || (data4 === null))){
const err9 = {instancePath:instancePath+"/allocationMode",schemaPath:"#/properties/allocationMode/enum",keyword:"enum",params:{allowedValues: schema23.properties.allocationMode.enum}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.tolerations !== undefined){
let data5 = data.tolerations;
if(Array.isArray(data5)){
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
let data6 = data5[i1];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.operator !== undefined){
let data7 = data6.operator;
if(!((((data7 === "Equal") || (data7 === "Exists")) || (data7 === "")) || (data7 === null))){
const err10 = {instancePath:instancePath+"/tolerations/" + i1+"/operator",schemaPath:"io.k8s.api.resource.v1.DeviceToleration/properties/operator/enum",keyword:"enum",params:{allowedValues: schema22.properties.operator.enum}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data6.effect !== undefined){
let data8 = data6.effect;
if(!(((((data8 === "NoExecute") || (data8 === "NoSchedule")) || (data8 === "None")) || (data8 === "")) || (data8 === null))){
const err11 = {instancePath:instancePath+"/tolerations/" + i1+"/effect",schemaPath:"io.k8s.api.resource.v1.DeviceToleration/properties/effect/enum",keyword:"enum",params:{allowedValues: schema22.properties.effect.enum}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
}
}
}
}
validate24.errors = vErrors;
return errors === 0;
}


function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.resource.v1.DeviceRequest" */;
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
if(data.exactly !== undefined){
if(!(validate21(data.exactly, {instancePath:instancePath+"/exactly",parentData:data,parentDataProperty:"exactly",rootData}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
if(data.firstAvailable !== undefined){
let data2 = data.firstAvailable;
if(Array.isArray(data2)){
if(data2.length > 8){
const err4 = {instancePath:instancePath+"/firstAvailable",schemaPath:"#/properties/firstAvailable/maxItems",keyword:"maxItems",params:{limit: 8}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!(validate24(data2[i0], {instancePath:instancePath+"/firstAvailable/" + i0,parentData:data2,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
}
}
validate20.errors = vErrors;
return errors === 0;
}


function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.resource.v1.DeviceClaimConfiguration" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.requests !== undefined){
let data0 = data.requests;
if(Array.isArray(data0)){
if(data0.length > 32){
const err0 = {instancePath:instancePath+"/requests",schemaPath:"#/properties/requests/maxItems",keyword:"maxItems",params:{limit: 32}};
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
if(data.opaque !== undefined){
let data1 = data.opaque;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.driver === undefined){
const err1 = {instancePath:instancePath+"/opaque",schemaPath:"io.k8s.api.resource.v1.OpaqueDeviceConfiguration/required",keyword:"required",params:{missingProperty: "driver"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data1.driver !== undefined){
let data2 = data1.driver;
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
const err3 = {instancePath:instancePath+"/opaque/driver",schemaPath:"io.k8s.api.resource.v1.OpaqueDeviceConfiguration/properties/driver/not",keyword:"not",params:{}};
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
if(func2(data2) > 63){
const err4 = {instancePath:instancePath+"/opaque/driver",schemaPath:"io.k8s.api.resource.v1.OpaqueDeviceConfiguration/properties/driver/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(func2(data2) < 1){
const err5 = {instancePath:instancePath+"/opaque/driver",schemaPath:"io.k8s.api.resource.v1.OpaqueDeviceConfiguration/properties/driver/minLength",keyword:"minLength",params:{limit: 1}};
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
}
}
}
validate28.errors = vErrors;
return errors === 0;
}


function validate19(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.resource.v1.DeviceClaim" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.requests !== undefined){
let data0 = data.requests;
if(Array.isArray(data0)){
if(data0.length > 32){
const err0 = {instancePath:instancePath+"/requests",schemaPath:"#/properties/requests/maxItems",keyword:"maxItems",params:{limit: 32}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate20(data0[i0], {instancePath:instancePath+"/requests/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate20.errors : vErrors.concat(validate20.errors);
errors = vErrors.length;
}
}
}
}
if(data.constraints !== undefined){
let data2 = data.constraints;
if(Array.isArray(data2)){
if(data2.length > 32){
const err1 = {instancePath:instancePath+"/constraints",schemaPath:"#/properties/constraints/maxItems",keyword:"maxItems",params:{limit: 32}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.requests !== undefined){
let data4 = data3.requests;
if(Array.isArray(data4)){
if(data4.length > 32){
const err2 = {instancePath:instancePath+"/constraints/" + i1+"/requests",schemaPath:"io.k8s.api.resource.v1.DeviceConstraint/properties/requests/maxItems",keyword:"maxItems",params:{limit: 32}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
}
}
}
}
if(data.config !== undefined){
let data5 = data.config;
if(Array.isArray(data5)){
if(data5.length > 32){
const err3 = {instancePath:instancePath+"/config",schemaPath:"#/properties/config/maxItems",keyword:"maxItems",params:{limit: 32}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
const len2 = data5.length;
for(let i2=0; i2<len2; i2++){
if(!(validate28(data5[i2], {instancePath:instancePath+"/config/" + i2,parentData:data5,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
}
}
}
validate19.errors = vErrors;
return errors === 0;
}


function validate18(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.resource.v1.ResourceClaimSpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.devices !== undefined){
if(!(validate19(data.devices, {instancePath:instancePath+"/devices",parentData:data,parentDataProperty:"devices",rootData}))){
vErrors = vErrors === null ? validate19.errors : vErrors.concat(validate19.errors);
errors = vErrors.length;
}
}
}
validate18.errors = vErrors;
return errors === 0;
}


function validate17(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.resource.v1.ResourceClaim" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate18(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate18.errors : vErrors.concat(validate18.errors);
errors = vErrors.length;
}
}
}
validate17.errors = vErrors;
return errors === 0;
}

exports["io.k8s.api.resource.v1.ResourceClaimTemplate"] = validate32;

function validate33(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.resource.v1.ResourceClaimTemplateSpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate18(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate18.errors : vErrors.concat(validate18.errors);
errors = vErrors.length;
}
}
}
validate33.errors = vErrors;
return errors === 0;
}


function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.resource.v1.ResourceClaimTemplate" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate33(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
errors = vErrors.length;
}
}
}
validate32.errors = vErrors;
return errors === 0;
}

exports["io.k8s.api.resource.v1.ResourceSlice"] = validate36;
const schema40 = {"properties":{"key":{"minLength":1,"not":{"type":"null"}},"effect":{"minLength":1,"enum":["NoExecute","NoSchedule","None","",null],"not":{"type":"null"}}},"required":["key","effect"],"$id":"io.k8s.api.resource.v1.DeviceTaint"};

function validate40(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.resource.v1.CapacityRequestPolicy" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.validRange !== undefined){
let data0 = data.validRange;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.min === undefined){
const err0 = {instancePath:instancePath+"/validRange",schemaPath:"io.k8s.api.resource.v1.CapacityRequestPolicyRange/required",keyword:"required",params:{missingProperty: "min"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data0.min !== undefined){
const _errs3 = errors;
const _errs4 = errors;
if(data0.min !== null){
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
const err2 = {instancePath:instancePath+"/validRange/min",schemaPath:"io.k8s.api.resource.v1.CapacityRequestPolicyRange/properties/min/not",keyword:"not",params:{}};
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
}
}
}
}
validate40.errors = vErrors;
return errors === 0;
}


function validate39(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.resource.v1.DeviceCapacity" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.requestPolicy !== undefined){
if(!(validate40(data.requestPolicy, {instancePath:instancePath+"/requestPolicy",parentData:data,parentDataProperty:"requestPolicy",rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
}
}
validate39.errors = vErrors;
return errors === 0;
}


function validate38(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.resource.v1.Device" */;
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
if(data.capacity !== undefined){
let data1 = data.capacity;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key0 in data1){
if(!(validate39(data1[key0], {instancePath:instancePath+"/capacity/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data1,parentDataProperty:key0,rootData}))){
vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
errors = vErrors.length;
}
}
}
}
if(data.consumesCounters !== undefined){
let data3 = data.consumesCounters;
if(Array.isArray(data3)){
if(data3.length > 2){
const err4 = {instancePath:instancePath+"/consumesCounters",schemaPath:"#/properties/consumesCounters/maxItems",keyword:"maxItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.counterSet === undefined){
const err5 = {instancePath:instancePath+"/consumesCounters/" + i0,schemaPath:"io.k8s.api.resource.v1.DeviceCounterConsumption/required",keyword:"required",params:{missingProperty: "counterSet"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data4.counterSet !== undefined){
let data5 = data4.counterSet;
const _errs11 = errors;
const _errs12 = errors;
if(data5 !== null){
const err6 = {};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var valid7 = _errs12 === errors;
if(valid7){
const err7 = {instancePath:instancePath+"/consumesCounters/" + i0+"/counterSet",schemaPath:"io.k8s.api.resource.v1.DeviceCounterConsumption/properties/counterSet/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
else {
errors = _errs11;
if(vErrors !== null){
if(_errs11){
vErrors.length = _errs11;
}
else {
vErrors = null;
}
}
}
if(typeof data5 === "string"){
if(func2(data5) < 1){
const err8 = {instancePath:instancePath+"/consumesCounters/" + i0+"/counterSet",schemaPath:"io.k8s.api.resource.v1.DeviceCounterConsumption/properties/counterSet/minLength",keyword:"minLength",params:{limit: 1}};
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
}
if(data.nodeSelector !== undefined){
let data6 = data.nodeSelector;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.nodeSelectorTerms === undefined){
const err9 = {instancePath:instancePath+"/nodeSelector",schemaPath:"io.k8s.api.core.v1.NodeSelector/required",keyword:"required",params:{missingProperty: "nodeSelectorTerms"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data6.nodeSelectorTerms !== undefined){
let data7 = data6.nodeSelectorTerms;
const _errs17 = errors;
const _errs18 = errors;
if(data7 !== null){
const err10 = {};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var valid10 = _errs18 === errors;
if(valid10){
const err11 = {instancePath:instancePath+"/nodeSelector/nodeSelectorTerms",schemaPath:"io.k8s.api.core.v1.NodeSelector/properties/nodeSelectorTerms/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
else {
errors = _errs17;
if(vErrors !== null){
if(_errs17){
vErrors.length = _errs17;
}
else {
vErrors = null;
}
}
}
if(Array.isArray(data7)){
if(data7.length < 1){
const err12 = {instancePath:instancePath+"/nodeSelector/nodeSelectorTerms",schemaPath:"io.k8s.api.core.v1.NodeSelector/properties/nodeSelectorTerms/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
}
}
if(data.taints !== undefined){
let data8 = data.taints;
if(Array.isArray(data8)){
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
let data9 = data8[i1];
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.key === undefined){
const err13 = {instancePath:instancePath+"/taints/" + i1,schemaPath:"io.k8s.api.resource.v1.DeviceTaint/required",keyword:"required",params:{missingProperty: "key"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data9.effect === undefined){
const err14 = {instancePath:instancePath+"/taints/" + i1,schemaPath:"io.k8s.api.resource.v1.DeviceTaint/required",keyword:"required",params:{missingProperty: "effect"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data9.key !== undefined){
let data10 = data9.key;
const _errs24 = errors;
const _errs25 = errors;
if(data10 !== null){
const err15 = {};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
var valid15 = _errs25 === errors;
if(valid15){
const err16 = {instancePath:instancePath+"/taints/" + i1+"/key",schemaPath:"io.k8s.api.resource.v1.DeviceTaint/properties/key/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
else {
errors = _errs24;
if(vErrors !== null){
if(_errs24){
vErrors.length = _errs24;
}
else {
vErrors = null;
}
}
}
if(typeof data10 === "string"){
if(func2(data10) < 1){
const err17 = {instancePath:instancePath+"/taints/" + i1+"/key",schemaPath:"io.k8s.api.resource.v1.DeviceTaint/properties/key/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
if(data9.effect !== undefined){
let data11 = data9.effect;
if(!(((((data11 === "NoExecute") || (data11 === "NoSchedule")) || (data11 === "None")) || (data11 === "")) || (data11 === null))){
const err18 = {instancePath:instancePath+"/taints/" + i1+"/effect",schemaPath:"io.k8s.api.resource.v1.DeviceTaint/properties/effect/enum",keyword:"enum",params:{allowedValues: schema40.properties.effect.enum}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
const _errs28 = errors;
const _errs29 = errors;
if(data11 !== null){
const err19 = {};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
var valid16 = _errs29 === errors;
if(valid16){
const err20 = {instancePath:instancePath+"/taints/" + i1+"/effect",schemaPath:"io.k8s.api.resource.v1.DeviceTaint/properties/effect/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
else {
errors = _errs28;
if(vErrors !== null){
if(_errs28){
vErrors.length = _errs28;
}
else {
vErrors = null;
}
}
}
if(typeof data11 === "string"){
if(func2(data11) < 1){
const err21 = {instancePath:instancePath+"/taints/" + i1+"/effect",schemaPath:"io.k8s.api.resource.v1.DeviceTaint/properties/effect/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
}
}
}
}
if(data.bindingConditions !== undefined){
let data12 = data.bindingConditions;
if(Array.isArray(data12)){
if(data12.length > 4){
const err22 = {instancePath:instancePath+"/bindingConditions",schemaPath:"#/properties/bindingConditions/maxItems",keyword:"maxItems",params:{limit: 4}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
if(data.bindingFailureConditions !== undefined){
let data13 = data.bindingFailureConditions;
if(Array.isArray(data13)){
if(data13.length > 4){
const err23 = {instancePath:instancePath+"/bindingFailureConditions",schemaPath:"#/properties/bindingFailureConditions/maxItems",keyword:"maxItems",params:{limit: 4}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
}
validate38.errors = vErrors;
return errors === 0;
}


function validate37(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.resource.v1.ResourceSliceSpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.driver === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "driver"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.driver !== undefined){
let data0 = data.driver;
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
const err2 = {instancePath:instancePath+"/driver",schemaPath:"#/properties/driver/not",keyword:"not",params:{}};
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
const err3 = {instancePath:instancePath+"/driver",schemaPath:"#/properties/driver/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.pool !== undefined){
let data1 = data.pool;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.name === undefined){
const err4 = {instancePath:instancePath+"/pool",schemaPath:"io.k8s.api.resource.v1.ResourcePool/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data1.name !== undefined){
let data2 = data1.name;
const _errs7 = errors;
const _errs8 = errors;
if(data2 !== null){
const err5 = {};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var valid4 = _errs8 === errors;
if(valid4){
const err6 = {instancePath:instancePath+"/pool/name",schemaPath:"io.k8s.api.resource.v1.ResourcePool/properties/name/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
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
const err7 = {instancePath:instancePath+"/pool/name",schemaPath:"io.k8s.api.resource.v1.ResourcePool/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.nodeSelector !== undefined){
let data3 = data.nodeSelector;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.nodeSelectorTerms === undefined){
const err8 = {instancePath:instancePath+"/nodeSelector",schemaPath:"io.k8s.api.core.v1.NodeSelector/required",keyword:"required",params:{missingProperty: "nodeSelectorTerms"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data3.nodeSelectorTerms !== undefined){
let data4 = data3.nodeSelectorTerms;
const _errs13 = errors;
const _errs14 = errors;
if(data4 !== null){
const err9 = {};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
var valid7 = _errs14 === errors;
if(valid7){
const err10 = {instancePath:instancePath+"/nodeSelector/nodeSelectorTerms",schemaPath:"io.k8s.api.core.v1.NodeSelector/properties/nodeSelectorTerms/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
else {
errors = _errs13;
if(vErrors !== null){
if(_errs13){
vErrors.length = _errs13;
}
else {
vErrors = null;
}
}
}
if(Array.isArray(data4)){
if(data4.length < 1){
const err11 = {instancePath:instancePath+"/nodeSelector/nodeSelectorTerms",schemaPath:"io.k8s.api.core.v1.NodeSelector/properties/nodeSelectorTerms/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
}
}
if(data.devices !== undefined){
let data5 = data.devices;
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
if(!(validate38(data5[i0], {instancePath:instancePath+"/devices/" + i0,parentData:data5,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
}
}
}
if(data.sharedCounters !== undefined){
let data7 = data.sharedCounters;
if(Array.isArray(data7)){
if(data7.length > 8){
const err12 = {instancePath:instancePath+"/sharedCounters",schemaPath:"#/properties/sharedCounters/maxItems",keyword:"maxItems",params:{limit: 8}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
let data8 = data7[i1];
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8.name === undefined){
const err13 = {instancePath:instancePath+"/sharedCounters/" + i1,schemaPath:"io.k8s.api.resource.v1.CounterSet/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data8.name !== undefined){
let data9 = data8.name;
const _errs22 = errors;
const _errs23 = errors;
if(data9 !== null){
const err14 = {};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
var valid14 = _errs23 === errors;
if(valid14){
const err15 = {instancePath:instancePath+"/sharedCounters/" + i1+"/name",schemaPath:"io.k8s.api.resource.v1.CounterSet/properties/name/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
else {
errors = _errs22;
if(vErrors !== null){
if(_errs22){
vErrors.length = _errs22;
}
else {
vErrors = null;
}
}
}
if(typeof data9 === "string"){
if(func2(data9) < 1){
const err16 = {instancePath:instancePath+"/sharedCounters/" + i1+"/name",schemaPath:"io.k8s.api.resource.v1.CounterSet/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
}
}
}
}
}
validate37.errors = vErrors;
return errors === 0;
}


function validate36(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.resource.v1.ResourceSlice" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate37(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
errors = vErrors.length;
}
}
}
validate36.errors = vErrors;
return errors === 0;
}

