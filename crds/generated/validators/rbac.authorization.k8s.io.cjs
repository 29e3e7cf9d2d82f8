// Generated from crds/ by `npm run generate`; never edited.
"use strict";
exports["io.k8s.api.rbac.v1.ClusterRoleBinding"] = validate10;
const func2 = require("ajv/dist/runtime/ucs2length").default;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.rbac.v1.ClusterRoleBinding" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.subjects !== undefined){
let data0 = data.subjects;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.name === undefined){
const err0 = {instancePath:instancePath+"/subjects/" + i0,schemaPath:"io.k8s.api.rbac.v1.Subject/required",keyword:"required",params:{missingProperty: "name"}};
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
const err2 = {instancePath:instancePath+"/subjects/" + i0+"/name",schemaPath:"io.k8s.api.rbac.v1.Subject/properties/name/not",keyword:"not",params:{}};
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
const err3 = {instancePath:instancePath+"/subjects/" + i0+"/name",schemaPath:"io.k8s.api.rbac.v1.Subject/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.roleRef !== undefined){
let data3 = data.roleRef;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.name === undefined){
const err4 = {instancePath:instancePath+"/roleRef",schemaPath:"io.k8s.api.rbac.v1.RoleRef/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data3.name !== undefined){
let data4 = data3.name;
const _errs10 = errors;
const _errs11 = errors;
if(data4 !== null){
const err5 = {};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var valid8 = _errs11 === errors;
if(valid8){
const err6 = {instancePath:instancePath+"/roleRef/name",schemaPath:"io.k8s.api.rbac.v1.RoleRef/properties/name/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
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
if(typeof data4 === "string"){
if(func2(data4) < 1){
const err7 = {instancePath:instancePath+"/roleRef/name",schemaPath:"io.k8s.api.rbac.v1.RoleRef/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
validate10.errors = vErrors;
return errors === 0;
}

exports["io.k8s.api.rbac.v1.ClusterRole"] = validate11;

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.rbac.v1.ClusterRole" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.rules !== undefined){
let data0 = data.rules;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.verbs === undefined){
const err0 = {instancePath:instancePath+"/rules/" + i0,schemaPath:"io.k8s.api.rbac.v1.PolicyRule/required",keyword:"required",params:{missingProperty: "verbs"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data1.verbs !== undefined){
let data2 = data1.verbs;
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
const err2 = {instancePath:instancePath+"/rules/" + i0+"/verbs",schemaPath:"io.k8s.api.rbac.v1.PolicyRule/properties/verbs/not",keyword:"not",params:{}};
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
if(Array.isArray(data2)){
if(data2.length < 1){
const err3 = {instancePath:instancePath+"/rules/" + i0+"/verbs",schemaPath:"io.k8s.api.rbac.v1.PolicyRule/properties/verbs/minItems",keyword:"minItems",params:{limit: 1}};
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
}
validate11.errors = vErrors;
return errors === 0;
}

exports["io.k8s.api.rbac.v1.RoleBinding"] = validate12;

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.rbac.v1.RoleBinding" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.subjects !== undefined){
let data0 = data.subjects;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.name === undefined){
const err0 = {instancePath:instancePath+"/subjects/" + i0,schemaPath:"io.k8s.api.rbac.v1.Subject/required",keyword:"required",params:{missingProperty: "name"}};
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
const err2 = {instancePath:instancePath+"/subjects/" + i0+"/name",schemaPath:"io.k8s.api.rbac.v1.Subject/properties/name/not",keyword:"not",params:{}};
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
const err3 = {instancePath:instancePath+"/subjects/" + i0+"/name",schemaPath:"io.k8s.api.rbac.v1.Subject/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.roleRef !== undefined){
let data3 = data.roleRef;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.name === undefined){
const err4 = {instancePath:instancePath+"/roleRef",schemaPath:"io.k8s.api.rbac.v1.RoleRef/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data3.name !== undefined){
let data4 = data3.name;
const _errs10 = errors;
const _errs11 = errors;
if(data4 !== null){
const err5 = {};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var valid8 = _errs11 === errors;
if(valid8){
const err6 = {instancePath:instancePath+"/roleRef/name",schemaPath:"io.k8s.api.rbac.v1.RoleRef/properties/name/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
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
if(typeof data4 === "string"){
if(func2(data4) < 1){
const err7 = {instancePath:instancePath+"/roleRef/name",schemaPath:"io.k8s.api.rbac.v1.RoleRef/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
validate12.errors = vErrors;
return errors === 0;
}

exports["io.k8s.api.rbac.v1.Role"] = validate13;

function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.rbac.v1.Role" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.rules !== undefined){
let data0 = data.rules;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.verbs === undefined){
const err0 = {instancePath:instancePath+"/rules/" + i0,schemaPath:"io.k8s.api.rbac.v1.PolicyRule/required",keyword:"required",params:{missingProperty: "verbs"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data1.verbs !== undefined){
let data2 = data1.verbs;
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
const err2 = {instancePath:instancePath+"/rules/" + i0+"/verbs",schemaPath:"io.k8s.api.rbac.v1.PolicyRule/properties/verbs/not",keyword:"not",params:{}};
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
if(Array.isArray(data2)){
if(data2.length < 1){
const err3 = {instancePath:instancePath+"/rules/" + i0+"/verbs",schemaPath:"io.k8s.api.rbac.v1.PolicyRule/properties/verbs/minItems",keyword:"minItems",params:{limit: 1}};
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
}
validate13.errors = vErrors;
return errors === 0;
}

