// Generated from crds/ by `npm run generate`; never edited.
"use strict";
exports["io.k8s.api.discovery.v1.EndpointSlice"] = validate10;
const schema11 = {"properties":{"addressType":{"minLength":1,"enum":["IPv4","IPv6","FQDN","",null],"not":{"type":"null"}},"endpoints":{"items":{"$ref":"io.k8s.api.discovery.v1.Endpoint"}},"ports":{"items":{"$ref":"io.k8s.api.discovery.v1.EndpointPort"}}},"required":["addressType"],"$id":"io.k8s.api.discovery.v1.EndpointSlice"};
const schema16 = {"properties":{"protocol":{"enum":["SCTP","TCP","UDP",null]},"port":{"between":[0,65535]}},"$id":"io.k8s.api.discovery.v1.EndpointPort"};
const func2 = require("ajv/dist/runtime/ucs2length").default;

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.discovery.v1.EndpointHints" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.forZones !== undefined){
let data0 = data.forZones;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.name === undefined){
const err0 = {instancePath:instancePath+"/forZones/" + i0,schemaPath:"io.k8s.api.discovery.v1.ForZone/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data1.name !== undefined){
let data2 = data1.name;
const _errs4 = errors;
const _errs5 = errors;
if(data2 !== null){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var valid5 = _errs5 === errors;
if(valid5){
const err2 = {instancePath:instancePath+"/forZones/" + i0+"/name",schemaPath:"io.k8s.api.discovery.v1.ForZone/properties/name/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
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
const err3 = {instancePath:instancePath+"/forZones/" + i0+"/name",schemaPath:"io.k8s.api.discovery.v1.ForZone/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.forNodes !== undefined){
let data3 = data.forNodes;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
let data4 = data3[i1];
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.name === undefined){
const err4 = {instancePath:instancePath+"/forNodes/" + i1,schemaPath:"io.k8s.api.discovery.v1.ForNode/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data4.name !== undefined){
let data5 = data4.name;
const _errs11 = errors;
const _errs12 = errors;
if(data5 !== null){
const err5 = {};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var valid10 = _errs12 === errors;
if(valid10){
const err6 = {instancePath:instancePath+"/forNodes/" + i1+"/name",schemaPath:"io.k8s.api.discovery.v1.ForNode/properties/name/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
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
const err7 = {instancePath:instancePath+"/forNodes/" + i1+"/name",schemaPath:"io.k8s.api.discovery.v1.ForNode/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
}
validate12.errors = vErrors;
return errors === 0;
}


function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.discovery.v1.Endpoint" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.addresses === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "addresses"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.addresses !== undefined){
let data0 = data.addresses;
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
const err2 = {instancePath:instancePath+"/addresses",schemaPath:"#/properties/addresses/not",keyword:"not",params:{}};
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
if(data0.length > 100){
const err3 = {instancePath:instancePath+"/addresses",schemaPath:"#/properties/addresses/maxItems",keyword:"maxItems",params:{limit: 100}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data0.length < 1){
const err4 = {instancePath:instancePath+"/addresses",schemaPath:"#/properties/addresses/minItems",keyword:"minItems",params:{limit: 1}};
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
if(data.hints !== undefined){
if(!(validate12(data.hints, {instancePath:instancePath+"/hints",parentData:data,parentDataProperty:"hints",rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
}
validate11.errors = vErrors;
return errors === 0;
}


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
if(!(((((data0 === "IPv4") || (data0 === "IPv6")) || (data0 === "FQDN")) || (data0 === "")) || (data0 === null))){
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
if(!(validate11(data1[i0], {instancePath:instancePath+"/endpoints/" + i0,parentData:data1,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
}
}
if(data.ports !== undefined){
let data3 = data.ports;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
let data4 = data3[i1];
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.protocol !== undefined){
let data5 = data4.protocol;
if(!((((data5 === "SCTP") || (data5 === "TCP")) || (data5 === "UDP")) || (data5 === null))){
const err5 = {instancePath:instancePath+"/ports/" + i1+"/protocol",schemaPath:"io.k8s.api.discovery.v1.EndpointPort/properties/protocol/enum",keyword:"enum",params:{allowedValues: schema16.properties.protocol.enum}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data4.port !== undefined){
let data6 = data4.port;
if(typeof data6 == "number" || typeof data6 == "bigint"){
if(data6 < 0 || data6 > 65535){
const err6 = {instancePath:instancePath+"/ports/" + i1+"/port",schemaPath:"io.k8s.api.discovery.v1.EndpointPort/properties/port/between",keyword:"between",params:{limits: [0, 65535]}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
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
validate10.errors = vErrors;
return errors === 0;
}

