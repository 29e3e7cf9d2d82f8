// Generated from crds/ by `npm run generate`; never edited.
"use strict";
exports["io.k8s.api.discovery.v1.EndpointSlice"] = validate10;
const schema11 = {"properties":{"addressType":{"minLength":1,"enum":["FQDN","IPv4","IPv6","",null],"not":{"type":"null"}},"endpoints":{"items":{"$ref":"io.k8s.api.discovery.v1.Endpoint"}},"ports":{"items":{"$ref":"io.k8s.api.discovery.v1.EndpointPort"}}},"required":["addressType"],"$id":"io.k8s.api.discovery.v1.EndpointSlice"};
const schema13 = {"properties":{"protocol":{"enum":["SCTP","TCP","UDP",null]}},"$id":"io.k8s.api.discovery.v1.EndpointPort"};
const func2 = require("ajv/dist/runtime/ucs2length").default;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.discovery.v1.EndpointSlice" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.addressType === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "addressType"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.addressType !== undefined){
let data0 = data.addressType;
if(!(((((data0 === "FQDN") || (data0 === "IPv4")) || (data0 === "IPv6")) || (data0 === "")) || (data0 === null))){
const err1 = {instancePath:instancePath+"/addressType",schemaPath:"#/properties/addressType/enum",keyword:"enum",params:{allowedValues: schema11.properties.addressType.enum}};
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
const err3 = {instancePath:instancePath+"/addressType",schemaPath:"#/properties/addressType/not",keyword:"not",params:{}};
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
const err4 = {instancePath:instancePath+"/addressType",schemaPath:"#/properties/addressType/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.endpoints !== undefined){
let data1 = data.endpoints;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.addresses === undefined){
const err5 = {instancePath:instancePath+"/endpoints/" + i0,schemaPath:"io.k8s.api.discovery.v1.Endpoint/required",keyword:"required",params:{missingProperty: "addresses"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data2.addresses !== undefined){
let data3 = data2.addresses;
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
var valid6 = _errs9 === errors;
if(valid6){
const err7 = {instancePath:instancePath+"/endpoints/" + i0+"/addresses",schemaPath:"io.k8s.api.discovery.v1.Endpoint/properties/addresses/not",keyword:"not",params:{}};
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
if(Array.isArray(data3)){
if(data3.length > 100){
const err8 = {instancePath:instancePath+"/endpoints/" + i0+"/addresses",schemaPath:"io.k8s.api.discovery.v1.Endpoint/properties/addresses/maxItems",keyword:"maxItems",params:{limit: 100}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data3.length < 1){
const err9 = {instancePath:instancePath+"/endpoints/" + i0+"/addresses",schemaPath:"io.k8s.api.discovery.v1.Endpoint/properties/addresses/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
}
}
}
}
if(data.ports !== undefined){
let data4 = data.ports;
if(Array.isArray(data4)){
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
let data5 = data4[i1];
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.protocol !== undefined){
let data6 = data5.protocol;
if(!((((data6 === "SCTP") || (data6 === "TCP")) || (data6 === "UDP")) || (data6 === null))){
const err10 = {instancePath:instancePath+"/ports/" + i1+"/protocol",schemaPath:"io.k8s.api.discovery.v1.EndpointPort/properties/protocol/enum",keyword:"enum",params:{allowedValues: schema13.properties.protocol.enum}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
}
}
}
}
validate10.errors = vErrors;
return errors === 0;
}

