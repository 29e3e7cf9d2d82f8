// Generated from crds/ by `npm run generate`; never edited.
"use strict";
exports["io.k8s.api.node.v1.RuntimeClass"] = validate10;
const func2 = require("ajv/dist/runtime/ucs2length").default;
const schema13 = {"properties":{"effect":{"enum":["NoExecute","NoSchedule","PreferNoSchedule","",null]}},"$id":"io.k8s.api.core.v1.Toleration"};

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.node.v1.Scheduling" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.tolerations !== undefined){
let data0 = data.tolerations;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.effect !== undefined){
let data2 = data1.effect;
if(!(((((data2 === "NoExecute") || (data2 === "NoSchedule")) || (data2 === "PreferNoSchedule")) || (data2 === "")) || (data2 === null))){
const err0 = {instancePath:instancePath+"/tolerations/" + i0+"/effect",schemaPath:"io.k8s.api.core.v1.Toleration/properties/effect/enum",keyword:"enum",params:{allowedValues: schema13.properties.effect.enum}};
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
}
}
validate11.errors = vErrors;
return errors === 0;
}


function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.node.v1.RuntimeClass" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.handler === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "handler"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.handler !== undefined){
let data0 = data.handler;
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
const err2 = {instancePath:instancePath+"/handler",schemaPath:"#/properties/handler/not",keyword:"not",params:{}};
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
const err3 = {instancePath:instancePath+"/handler",schemaPath:"#/properties/handler/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.scheduling !== undefined){
if(!(validate11(data.scheduling, {instancePath:instancePath+"/scheduling",parentData:data,parentDataProperty:"scheduling",rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
}
validate10.errors = vErrors;
return errors === 0;
}

