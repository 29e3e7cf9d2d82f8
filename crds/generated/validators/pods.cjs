// Generated from crds/ by `npm run generate`; never edited.
"use strict";
exports["io.k8s.api.core.v1.Pod"] = validate10;
const schema12 = {"properties":{"volumes":{"uniqueBy":"name","items":{"$ref":"io.k8s.api.core.v1.Volume"}},"initContainers":{"uniqueBy":"name","items":{"$ref":"io.k8s.api.core.v1.Container"}},"containers":{"minItems":1,"uniqueBy":"name","items":{"$ref":"io.k8s.api.core.v1.Container"},"not":{"type":"null"}},"ephemeralContainers":{"items":{"$ref":"io.k8s.api.core.v1.EphemeralContainer"}},"restartPolicy":{"enum":["Always","Never","OnFailure","",null]},"activeDeadlineSeconds":{"between":[1,2147483647]},"dnsPolicy":{"enum":["ClusterFirst","ClusterFirstWithHostNet","Default","None","",null]},"serviceAccountName":{"pattern":"^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)?$","maxLength":253},"nodeName":{"pattern":"^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)?$","maxLength":253},"securityContext":{"$ref":"io.k8s.api.core.v1.PodSecurityContext"},"hostname":{"pattern":"^([a-z0-9]([-a-z0-9]*[a-z0-9])?)?$","maxLength":63},"subdomain":{"pattern":"^([a-z0-9]([-a-z0-9]*[a-z0-9])?)?$","maxLength":63},"affinity":{"$ref":"io.k8s.api.core.v1.Affinity"},"tolerations":{"items":{"$ref":"io.k8s.api.core.v1.Toleration"}},"hostAliases":{"items":{"$ref":"io.k8s.api.core.v1.HostAlias"}},"readinessGates":{"items":{"$ref":"io.k8s.api.core.v1.PodReadinessGate"}},"preemptionPolicy":{"enum":["Never","PreemptLowerPriority","",null]},"topologySpreadConstraints":{"items":{"$ref":"io.k8s.api.core.v1.TopologySpreadConstraint"}},"os":{"$ref":"io.k8s.api.core.v1.PodOS"},"schedulingGates":{"items":{"$ref":"io.k8s.api.core.v1.PodSchedulingGate"}},"resourceClaims":{"items":{"$ref":"io.k8s.api.core.v1.PodResourceClaim"}},"resources":{"$ref":"io.k8s.api.core.v1.ResourceRequirements"}},"required":["containers"],"$id":"io.k8s.api.core.v1.PodSpec"};
const schema105 = {"properties":{"operator":{"enum":["Equal","Exists","Gt","Lt","",null]},"effect":{"enum":["NoExecute","NoSchedule","PreferNoSchedule","",null]}},"$id":"io.k8s.api.core.v1.Toleration"};
const schema14 = {"properties":{"path":{"minLength":1,"not":{"type":"null"}},"type":{"enum":["","BlockDevice","CharDevice","Directory","DirectoryOrCreate","File","FileOrCreate","Socket",null]}},"required":["path"],"$id":"io.k8s.api.core.v1.HostPathVolumeSource"};
const schema37 = {"properties":{"diskName":{"minLength":1,"not":{"type":"null"}},"diskURI":{"minLength":1,"not":{"type":"null"}},"cachingMode":{"enum":["None","ReadOnly","ReadWrite","",null]},"kind":{"enum":["Dedicated","Managed","Shared","",null]}},"required":["diskName","diskURI"],"$id":"io.k8s.api.core.v1.AzureDiskVolumeSource"};
const schema59 = {"properties":{"pullPolicy":{"enum":["Always","IfNotPresent","Never","",null]}},"$id":"io.k8s.api.core.v1.ImageVolumeSource"};
const func2 = require("ajv/dist/runtime/ucs2length").default;
const pattern0 = new RegExp("^([a-z0-9]([-a-z0-9]*[a-z0-9])?)?$", "u");

function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.SecretVolumeSource" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.items !== undefined){
let data0 = data.items;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.key === undefined){
const err0 = {instancePath:instancePath+"/items/" + i0,schemaPath:"io.k8s.api.core.v1.KeyToPath/required",keyword:"required",params:{missingProperty: "key"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data1.path === undefined){
const err1 = {instancePath:instancePath+"/items/" + i0,schemaPath:"io.k8s.api.core.v1.KeyToPath/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data1.key !== undefined){
let data2 = data1.key;
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
var valid5 = _errs5 === errors;
if(valid5){
const err3 = {instancePath:instancePath+"/items/" + i0+"/key",schemaPath:"io.k8s.api.core.v1.KeyToPath/properties/key/not",keyword:"not",params:{}};
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
const err4 = {instancePath:instancePath+"/items/" + i0+"/key",schemaPath:"io.k8s.api.core.v1.KeyToPath/properties/key/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data1.path !== undefined){
let data3 = data1.path;
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
var valid6 = _errs9 === errors;
if(valid6){
const err6 = {instancePath:instancePath+"/items/" + i0+"/path",schemaPath:"io.k8s.api.core.v1.KeyToPath/properties/path/not",keyword:"not",params:{}};
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
const err7 = {instancePath:instancePath+"/items/" + i0+"/path",schemaPath:"io.k8s.api.core.v1.KeyToPath/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
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
validate13.errors = vErrors;
return errors === 0;
}


function validate16(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.DownwardAPIVolumeFile" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.path === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.path !== undefined){
let data0 = data.path;
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
const err2 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/not",keyword:"not",params:{}};
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
const err3 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.fieldRef !== undefined){
let data1 = data.fieldRef;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.fieldPath === undefined){
const err4 = {instancePath:instancePath+"/fieldRef",schemaPath:"io.k8s.api.core.v1.ObjectFieldSelector/required",keyword:"required",params:{missingProperty: "fieldPath"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data1.fieldPath !== undefined){
let data2 = data1.fieldPath;
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
const err6 = {instancePath:instancePath+"/fieldRef/fieldPath",schemaPath:"io.k8s.api.core.v1.ObjectFieldSelector/properties/fieldPath/not",keyword:"not",params:{}};
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
const err7 = {instancePath:instancePath+"/fieldRef/fieldPath",schemaPath:"io.k8s.api.core.v1.ObjectFieldSelector/properties/fieldPath/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.resourceFieldRef !== undefined){
let data3 = data.resourceFieldRef;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.resource === undefined){
const err8 = {instancePath:instancePath+"/resourceFieldRef",schemaPath:"io.k8s.api.core.v1.ResourceFieldSelector/required",keyword:"required",params:{missingProperty: "resource"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data3.resource !== undefined){
let data4 = data3.resource;
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
const err10 = {instancePath:instancePath+"/resourceFieldRef/resource",schemaPath:"io.k8s.api.core.v1.ResourceFieldSelector/properties/resource/not",keyword:"not",params:{}};
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
if(typeof data4 === "string"){
if(func2(data4) < 1){
const err11 = {instancePath:instancePath+"/resourceFieldRef/resource",schemaPath:"io.k8s.api.core.v1.ResourceFieldSelector/properties/resource/minLength",keyword:"minLength",params:{limit: 1}};
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
validate16.errors = vErrors;
return errors === 0;
}


function validate15(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.DownwardAPIVolumeSource" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.items !== undefined){
let data0 = data.items;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate16(data0[i0], {instancePath:instancePath+"/items/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate16.errors : vErrors.concat(validate16.errors);
errors = vErrors.length;
}
}
}
}
}
validate15.errors = vErrors;
return errors === 0;
}


function validate19(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.ConfigMapVolumeSource" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.items !== undefined){
let data0 = data.items;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.key === undefined){
const err0 = {instancePath:instancePath+"/items/" + i0,schemaPath:"io.k8s.api.core.v1.KeyToPath/required",keyword:"required",params:{missingProperty: "key"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data1.path === undefined){
const err1 = {instancePath:instancePath+"/items/" + i0,schemaPath:"io.k8s.api.core.v1.KeyToPath/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data1.key !== undefined){
let data2 = data1.key;
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
var valid5 = _errs5 === errors;
if(valid5){
const err3 = {instancePath:instancePath+"/items/" + i0+"/key",schemaPath:"io.k8s.api.core.v1.KeyToPath/properties/key/not",keyword:"not",params:{}};
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
const err4 = {instancePath:instancePath+"/items/" + i0+"/key",schemaPath:"io.k8s.api.core.v1.KeyToPath/properties/key/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data1.path !== undefined){
let data3 = data1.path;
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
var valid6 = _errs9 === errors;
if(valid6){
const err6 = {instancePath:instancePath+"/items/" + i0+"/path",schemaPath:"io.k8s.api.core.v1.KeyToPath/properties/path/not",keyword:"not",params:{}};
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
const err7 = {instancePath:instancePath+"/items/" + i0+"/path",schemaPath:"io.k8s.api.core.v1.KeyToPath/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
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
validate19.errors = vErrors;
return errors === 0;
}


function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.SecretProjection" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.items !== undefined){
let data0 = data.items;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.key === undefined){
const err0 = {instancePath:instancePath+"/items/" + i0,schemaPath:"io.k8s.api.core.v1.KeyToPath/required",keyword:"required",params:{missingProperty: "key"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data1.path === undefined){
const err1 = {instancePath:instancePath+"/items/" + i0,schemaPath:"io.k8s.api.core.v1.KeyToPath/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data1.key !== undefined){
let data2 = data1.key;
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
var valid5 = _errs5 === errors;
if(valid5){
const err3 = {instancePath:instancePath+"/items/" + i0+"/key",schemaPath:"io.k8s.api.core.v1.KeyToPath/properties/key/not",keyword:"not",params:{}};
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
const err4 = {instancePath:instancePath+"/items/" + i0+"/key",schemaPath:"io.k8s.api.core.v1.KeyToPath/properties/key/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data1.path !== undefined){
let data3 = data1.path;
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
var valid6 = _errs9 === errors;
if(valid6){
const err6 = {instancePath:instancePath+"/items/" + i0+"/path",schemaPath:"io.k8s.api.core.v1.KeyToPath/properties/path/not",keyword:"not",params:{}};
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
const err7 = {instancePath:instancePath+"/items/" + i0+"/path",schemaPath:"io.k8s.api.core.v1.KeyToPath/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
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
validate23.errors = vErrors;
return errors === 0;
}


function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.DownwardAPIProjection" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.items !== undefined){
let data0 = data.items;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate16(data0[i0], {instancePath:instancePath+"/items/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate16.errors : vErrors.concat(validate16.errors);
errors = vErrors.length;
}
}
}
}
}
validate25.errors = vErrors;
return errors === 0;
}


function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.ConfigMapProjection" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.items !== undefined){
let data0 = data.items;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.key === undefined){
const err0 = {instancePath:instancePath+"/items/" + i0,schemaPath:"io.k8s.api.core.v1.KeyToPath/required",keyword:"required",params:{missingProperty: "key"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data1.path === undefined){
const err1 = {instancePath:instancePath+"/items/" + i0,schemaPath:"io.k8s.api.core.v1.KeyToPath/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data1.key !== undefined){
let data2 = data1.key;
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
var valid5 = _errs5 === errors;
if(valid5){
const err3 = {instancePath:instancePath+"/items/" + i0+"/key",schemaPath:"io.k8s.api.core.v1.KeyToPath/properties/key/not",keyword:"not",params:{}};
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
const err4 = {instancePath:instancePath+"/items/" + i0+"/key",schemaPath:"io.k8s.api.core.v1.KeyToPath/properties/key/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data1.path !== undefined){
let data3 = data1.path;
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
var valid6 = _errs9 === errors;
if(valid6){
const err6 = {instancePath:instancePath+"/items/" + i0+"/path",schemaPath:"io.k8s.api.core.v1.KeyToPath/properties/path/not",keyword:"not",params:{}};
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
const err7 = {instancePath:instancePath+"/items/" + i0+"/path",schemaPath:"io.k8s.api.core.v1.KeyToPath/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
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
validate28.errors = vErrors;
return errors === 0;
}


function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.matchExpressions !== undefined){
let data0 = data.matchExpressions;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.key === undefined){
const err0 = {instancePath:instancePath+"/matchExpressions/" + i0,schemaPath:"io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelectorRequirement/required",keyword:"required",params:{missingProperty: "key"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data1.operator === undefined){
const err1 = {instancePath:instancePath+"/matchExpressions/" + i0,schemaPath:"io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelectorRequirement/required",keyword:"required",params:{missingProperty: "operator"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data1.key !== undefined){
let data2 = data1.key;
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
var valid5 = _errs5 === errors;
if(valid5){
const err3 = {instancePath:instancePath+"/matchExpressions/" + i0+"/key",schemaPath:"io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelectorRequirement/properties/key/not",keyword:"not",params:{}};
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
const err4 = {instancePath:instancePath+"/matchExpressions/" + i0+"/key",schemaPath:"io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelectorRequirement/properties/key/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data1.operator !== undefined){
let data3 = data1.operator;
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
var valid6 = _errs9 === errors;
if(valid6){
const err6 = {instancePath:instancePath+"/matchExpressions/" + i0+"/operator",schemaPath:"io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelectorRequirement/properties/operator/not",keyword:"not",params:{}};
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
const err7 = {instancePath:instancePath+"/matchExpressions/" + i0+"/operator",schemaPath:"io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelectorRequirement/properties/operator/minLength",keyword:"minLength",params:{limit: 1}};
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
validate31.errors = vErrors;
return errors === 0;
}


function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.ClusterTrustBundleProjection" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.path === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.labelSelector !== undefined){
if(!(validate31(data.labelSelector, {instancePath:instancePath+"/labelSelector",parentData:data,parentDataProperty:"labelSelector",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
if(data.path !== undefined){
let data1 = data.path;
const _errs2 = errors;
const _errs3 = errors;
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
var valid1 = _errs3 === errors;
if(valid1){
const err2 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
errors = _errs2;
if(vErrors !== null){
if(_errs2){
vErrors.length = _errs2;
}
else {
vErrors = null;
}
}
}
if(typeof data1 === "string"){
if(func2(data1) < 1){
const err3 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
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
validate30.errors = vErrors;
return errors === 0;
}


function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.VolumeProjection" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.secret !== undefined){
if(!(validate23(data.secret, {instancePath:instancePath+"/secret",parentData:data,parentDataProperty:"secret",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.downwardAPI !== undefined){
if(!(validate25(data.downwardAPI, {instancePath:instancePath+"/downwardAPI",parentData:data,parentDataProperty:"downwardAPI",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.configMap !== undefined){
if(!(validate28(data.configMap, {instancePath:instancePath+"/configMap",parentData:data,parentDataProperty:"configMap",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
if(data.serviceAccountToken !== undefined){
let data3 = data.serviceAccountToken;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.path === undefined){
const err0 = {instancePath:instancePath+"/serviceAccountToken",schemaPath:"io.k8s.api.core.v1.ServiceAccountTokenProjection/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data3.path !== undefined){
let data4 = data3.path;
const _errs6 = errors;
const _errs7 = errors;
if(data4 !== null){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var valid3 = _errs7 === errors;
if(valid3){
const err2 = {instancePath:instancePath+"/serviceAccountToken/path",schemaPath:"io.k8s.api.core.v1.ServiceAccountTokenProjection/properties/path/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
errors = _errs6;
if(vErrors !== null){
if(_errs6){
vErrors.length = _errs6;
}
else {
vErrors = null;
}
}
}
if(typeof data4 === "string"){
if(func2(data4) < 1){
const err3 = {instancePath:instancePath+"/serviceAccountToken/path",schemaPath:"io.k8s.api.core.v1.ServiceAccountTokenProjection/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.clusterTrustBundle !== undefined){
if(!(validate30(data.clusterTrustBundle, {instancePath:instancePath+"/clusterTrustBundle",parentData:data,parentDataProperty:"clusterTrustBundle",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
if(data.podCertificate !== undefined){
let data6 = data.podCertificate;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.signerName === undefined){
const err4 = {instancePath:instancePath+"/podCertificate",schemaPath:"io.k8s.api.core.v1.PodCertificateProjection/required",keyword:"required",params:{missingProperty: "signerName"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data6.keyType === undefined){
const err5 = {instancePath:instancePath+"/podCertificate",schemaPath:"io.k8s.api.core.v1.PodCertificateProjection/required",keyword:"required",params:{missingProperty: "keyType"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data6.signerName !== undefined){
let data7 = data6.signerName;
const _errs13 = errors;
const _errs14 = errors;
if(data7 !== null){
const err6 = {};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var valid6 = _errs14 === errors;
if(valid6){
const err7 = {instancePath:instancePath+"/podCertificate/signerName",schemaPath:"io.k8s.api.core.v1.PodCertificateProjection/properties/signerName/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
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
if(typeof data7 === "string"){
if(func2(data7) < 1){
const err8 = {instancePath:instancePath+"/podCertificate/signerName",schemaPath:"io.k8s.api.core.v1.PodCertificateProjection/properties/signerName/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data6.keyType !== undefined){
let data8 = data6.keyType;
const _errs17 = errors;
const _errs18 = errors;
if(data8 !== null){
const err9 = {};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
var valid7 = _errs18 === errors;
if(valid7){
const err10 = {instancePath:instancePath+"/podCertificate/keyType",schemaPath:"io.k8s.api.core.v1.PodCertificateProjection/properties/keyType/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
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
if(typeof data8 === "string"){
if(func2(data8) < 1){
const err11 = {instancePath:instancePath+"/podCertificate/keyType",schemaPath:"io.k8s.api.core.v1.PodCertificateProjection/properties/keyType/minLength",keyword:"minLength",params:{limit: 1}};
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
validate22.errors = vErrors;
return errors === 0;
}


function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.ProjectedVolumeSource" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.sources !== undefined){
let data0 = data.sources;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate22(data0[i0], {instancePath:instancePath+"/sources/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
}
}
}
validate21.errors = vErrors;
return errors === 0;
}

const schema56 = {"properties":{"accessModes":{"items":{"enum":["ReadOnlyMany","ReadWriteMany","ReadWriteOnce","ReadWriteOncePod","",null]}},"selector":{"$ref":"io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector"},"volumeMode":{"enum":["Block","Filesystem","",null]},"dataSource":{"$ref":"io.k8s.api.core.v1.TypedLocalObjectReference"},"dataSourceRef":{"$ref":"io.k8s.api.core.v1.TypedObjectReference"}},"$id":"io.k8s.api.core.v1.PersistentVolumeClaimSpec"};

function validate38(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.PersistentVolumeClaimSpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.accessModes !== undefined){
let data0 = data.accessModes;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(!((((((data1 === "ReadOnlyMany") || (data1 === "ReadWriteMany")) || (data1 === "ReadWriteOnce")) || (data1 === "ReadWriteOncePod")) || (data1 === "")) || (data1 === null))){
const err0 = {instancePath:instancePath+"/accessModes/" + i0,schemaPath:"#/properties/accessModes/items/enum",keyword:"enum",params:{allowedValues: schema56.properties.accessModes.items.enum}};
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
if(data.selector !== undefined){
if(!(validate31(data.selector, {instancePath:instancePath+"/selector",parentData:data,parentDataProperty:"selector",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
if(data.volumeMode !== undefined){
let data3 = data.volumeMode;
if(!((((data3 === "Block") || (data3 === "Filesystem")) || (data3 === "")) || (data3 === null))){
const err1 = {instancePath:instancePath+"/volumeMode",schemaPath:"#/properties/volumeMode/enum",keyword:"enum",params:{allowedValues: schema56.properties.volumeMode.enum}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.dataSource !== undefined){
let data4 = data.dataSource;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.kind === undefined){
const err2 = {instancePath:instancePath+"/dataSource",schemaPath:"io.k8s.api.core.v1.TypedLocalObjectReference/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data4.name === undefined){
const err3 = {instancePath:instancePath+"/dataSource",schemaPath:"io.k8s.api.core.v1.TypedLocalObjectReference/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data4.kind !== undefined){
let data5 = data4.kind;
const _errs7 = errors;
const _errs8 = errors;
if(data5 !== null){
const err4 = {};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var valid5 = _errs8 === errors;
if(valid5){
const err5 = {instancePath:instancePath+"/dataSource/kind",schemaPath:"io.k8s.api.core.v1.TypedLocalObjectReference/properties/kind/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
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
if(typeof data5 === "string"){
if(func2(data5) < 1){
const err6 = {instancePath:instancePath+"/dataSource/kind",schemaPath:"io.k8s.api.core.v1.TypedLocalObjectReference/properties/kind/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data4.name !== undefined){
let data6 = data4.name;
const _errs11 = errors;
const _errs12 = errors;
if(data6 !== null){
const err7 = {};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var valid6 = _errs12 === errors;
if(valid6){
const err8 = {instancePath:instancePath+"/dataSource/name",schemaPath:"io.k8s.api.core.v1.TypedLocalObjectReference/properties/name/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
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
if(typeof data6 === "string"){
if(func2(data6) < 1){
const err9 = {instancePath:instancePath+"/dataSource/name",schemaPath:"io.k8s.api.core.v1.TypedLocalObjectReference/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.dataSourceRef !== undefined){
let data7 = data.dataSourceRef;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.kind === undefined){
const err10 = {instancePath:instancePath+"/dataSourceRef",schemaPath:"io.k8s.api.core.v1.TypedObjectReference/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data7.name === undefined){
const err11 = {instancePath:instancePath+"/dataSourceRef",schemaPath:"io.k8s.api.core.v1.TypedObjectReference/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data7.kind !== undefined){
let data8 = data7.kind;
const _errs17 = errors;
const _errs18 = errors;
if(data8 !== null){
const err12 = {};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var valid9 = _errs18 === errors;
if(valid9){
const err13 = {instancePath:instancePath+"/dataSourceRef/kind",schemaPath:"io.k8s.api.core.v1.TypedObjectReference/properties/kind/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
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
if(typeof data8 === "string"){
if(func2(data8) < 1){
const err14 = {instancePath:instancePath+"/dataSourceRef/kind",schemaPath:"io.k8s.api.core.v1.TypedObjectReference/properties/kind/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
if(data7.name !== undefined){
let data9 = data7.name;
const _errs21 = errors;
const _errs22 = errors;
if(data9 !== null){
const err15 = {};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
var valid10 = _errs22 === errors;
if(valid10){
const err16 = {instancePath:instancePath+"/dataSourceRef/name",schemaPath:"io.k8s.api.core.v1.TypedObjectReference/properties/name/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
else {
errors = _errs21;
if(vErrors !== null){
if(_errs21){
vErrors.length = _errs21;
}
else {
vErrors = null;
}
}
}
if(typeof data9 === "string"){
if(func2(data9) < 1){
const err17 = {instancePath:instancePath+"/dataSourceRef/name",schemaPath:"io.k8s.api.core.v1.TypedObjectReference/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
}
}
}
validate38.errors = vErrors;
return errors === 0;
}


function validate37(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.PersistentVolumeClaimTemplate" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate38(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
}
}
validate37.errors = vErrors;
return errors === 0;
}


function validate36(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.EphemeralVolumeSource" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.volumeClaimTemplate !== undefined){
if(!(validate37(data.volumeClaimTemplate, {instancePath:instancePath+"/volumeClaimTemplate",parentData:data,parentDataProperty:"volumeClaimTemplate",rootData}))){
vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
errors = vErrors.length;
}
}
}
validate36.errors = vErrors;
return errors === 0;
}


function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.Volume" */;
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
if(func2(data0) > 63){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
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
if(!pattern0.test(data0)){
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([-a-z0-9]*[a-z0-9])?)?$"}};
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
if(data.hostPath !== undefined){
let data1 = data.hostPath;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.path === undefined){
const err6 = {instancePath:instancePath+"/hostPath",schemaPath:"io.k8s.api.core.v1.HostPathVolumeSource/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data1.path !== undefined){
let data2 = data1.path;
const _errs7 = errors;
const _errs8 = errors;
if(data2 !== null){
const err7 = {};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var valid4 = _errs8 === errors;
if(valid4){
const err8 = {instancePath:instancePath+"/hostPath/path",schemaPath:"io.k8s.api.core.v1.HostPathVolumeSource/properties/path/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
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
const err9 = {instancePath:instancePath+"/hostPath/path",schemaPath:"io.k8s.api.core.v1.HostPathVolumeSource/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data1.type !== undefined){
let data3 = data1.type;
if(!(((((((((data3 === "") || (data3 === "BlockDevice")) || (data3 === "CharDevice")) || (data3 === "Directory")) || (data3 === "DirectoryOrCreate")) || (data3 === "File")) || (data3 === "FileOrCreate")) || (data3 === "Socket")) || (data3 === null))){
const err10 = {instancePath:instancePath+"/hostPath/type",schemaPath:"io.k8s.api.core.v1.HostPathVolumeSource/properties/type/enum",keyword:"enum",params:{allowedValues: schema14.properties.type.enum}};
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
if(data.gcePersistentDisk !== undefined){
let data4 = data.gcePersistentDisk;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.pdName === undefined){
const err11 = {instancePath:instancePath+"/gcePersistentDisk",schemaPath:"io.k8s.api.core.v1.GCEPersistentDiskVolumeSource/required",keyword:"required",params:{missingProperty: "pdName"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data4.pdName !== undefined){
let data5 = data4.pdName;
const _errs14 = errors;
const _errs15 = errors;
if(data5 !== null){
const err12 = {};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var valid7 = _errs15 === errors;
if(valid7){
const err13 = {instancePath:instancePath+"/gcePersistentDisk/pdName",schemaPath:"io.k8s.api.core.v1.GCEPersistentDiskVolumeSource/properties/pdName/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
else {
errors = _errs14;
if(vErrors !== null){
if(_errs14){
vErrors.length = _errs14;
}
else {
vErrors = null;
}
}
}
if(typeof data5 === "string"){
if(func2(data5) < 1){
const err14 = {instancePath:instancePath+"/gcePersistentDisk/pdName",schemaPath:"io.k8s.api.core.v1.GCEPersistentDiskVolumeSource/properties/pdName/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
}
}
if(data.awsElasticBlockStore !== undefined){
let data6 = data.awsElasticBlockStore;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.volumeID === undefined){
const err15 = {instancePath:instancePath+"/awsElasticBlockStore",schemaPath:"io.k8s.api.core.v1.AWSElasticBlockStoreVolumeSource/required",keyword:"required",params:{missingProperty: "volumeID"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data6.volumeID !== undefined){
let data7 = data6.volumeID;
const _errs20 = errors;
const _errs21 = errors;
if(data7 !== null){
const err16 = {};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
var valid10 = _errs21 === errors;
if(valid10){
const err17 = {instancePath:instancePath+"/awsElasticBlockStore/volumeID",schemaPath:"io.k8s.api.core.v1.AWSElasticBlockStoreVolumeSource/properties/volumeID/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
else {
errors = _errs20;
if(vErrors !== null){
if(_errs20){
vErrors.length = _errs20;
}
else {
vErrors = null;
}
}
}
if(typeof data7 === "string"){
if(func2(data7) < 1){
const err18 = {instancePath:instancePath+"/awsElasticBlockStore/volumeID",schemaPath:"io.k8s.api.core.v1.AWSElasticBlockStoreVolumeSource/properties/volumeID/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
}
}
if(data.gitRepo !== undefined){
let data8 = data.gitRepo;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8.repository === undefined){
const err19 = {instancePath:instancePath+"/gitRepo",schemaPath:"io.k8s.api.core.v1.GitRepoVolumeSource/required",keyword:"required",params:{missingProperty: "repository"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data8.repository !== undefined){
let data9 = data8.repository;
const _errs26 = errors;
const _errs27 = errors;
if(data9 !== null){
const err20 = {};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
var valid13 = _errs27 === errors;
if(valid13){
const err21 = {instancePath:instancePath+"/gitRepo/repository",schemaPath:"io.k8s.api.core.v1.GitRepoVolumeSource/properties/repository/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
else {
errors = _errs26;
if(vErrors !== null){
if(_errs26){
vErrors.length = _errs26;
}
else {
vErrors = null;
}
}
}
if(typeof data9 === "string"){
if(func2(data9) < 1){
const err22 = {instancePath:instancePath+"/gitRepo/repository",schemaPath:"io.k8s.api.core.v1.GitRepoVolumeSource/properties/repository/minLength",keyword:"minLength",params:{limit: 1}};
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
}
}
if(data.secret !== undefined){
if(!(validate13(data.secret, {instancePath:instancePath+"/secret",parentData:data,parentDataProperty:"secret",rootData}))){
vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
errors = vErrors.length;
}
}
if(data.nfs !== undefined){
let data11 = data.nfs;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.server === undefined){
const err23 = {instancePath:instancePath+"/nfs",schemaPath:"io.k8s.api.core.v1.NFSVolumeSource/required",keyword:"required",params:{missingProperty: "server"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data11.path === undefined){
const err24 = {instancePath:instancePath+"/nfs",schemaPath:"io.k8s.api.core.v1.NFSVolumeSource/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data11.server !== undefined){
let data12 = data11.server;
const _errs33 = errors;
const _errs34 = errors;
if(data12 !== null){
const err25 = {};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
var valid16 = _errs34 === errors;
if(valid16){
const err26 = {instancePath:instancePath+"/nfs/server",schemaPath:"io.k8s.api.core.v1.NFSVolumeSource/properties/server/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
else {
errors = _errs33;
if(vErrors !== null){
if(_errs33){
vErrors.length = _errs33;
}
else {
vErrors = null;
}
}
}
if(typeof data12 === "string"){
if(func2(data12) < 1){
const err27 = {instancePath:instancePath+"/nfs/server",schemaPath:"io.k8s.api.core.v1.NFSVolumeSource/properties/server/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
if(data11.path !== undefined){
let data13 = data11.path;
const _errs37 = errors;
const _errs38 = errors;
if(data13 !== null){
const err28 = {};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
var valid17 = _errs38 === errors;
if(valid17){
const err29 = {instancePath:instancePath+"/nfs/path",schemaPath:"io.k8s.api.core.v1.NFSVolumeSource/properties/path/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
else {
errors = _errs37;
if(vErrors !== null){
if(_errs37){
vErrors.length = _errs37;
}
else {
vErrors = null;
}
}
}
if(typeof data13 === "string"){
if(func2(data13) < 1){
const err30 = {instancePath:instancePath+"/nfs/path",schemaPath:"io.k8s.api.core.v1.NFSVolumeSource/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
}
}
if(data.iscsi !== undefined){
let data14 = data.iscsi;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.targetPortal === undefined){
const err31 = {instancePath:instancePath+"/iscsi",schemaPath:"io.k8s.api.core.v1.ISCSIVolumeSource/required",keyword:"required",params:{missingProperty: "targetPortal"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(data14.iqn === undefined){
const err32 = {instancePath:instancePath+"/iscsi",schemaPath:"io.k8s.api.core.v1.ISCSIVolumeSource/required",keyword:"required",params:{missingProperty: "iqn"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data14.targetPortal !== undefined){
let data15 = data14.targetPortal;
const _errs43 = errors;
const _errs44 = errors;
if(data15 !== null){
const err33 = {};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
var valid20 = _errs44 === errors;
if(valid20){
const err34 = {instancePath:instancePath+"/iscsi/targetPortal",schemaPath:"io.k8s.api.core.v1.ISCSIVolumeSource/properties/targetPortal/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
else {
errors = _errs43;
if(vErrors !== null){
if(_errs43){
vErrors.length = _errs43;
}
else {
vErrors = null;
}
}
}
if(typeof data15 === "string"){
if(func2(data15) < 1){
const err35 = {instancePath:instancePath+"/iscsi/targetPortal",schemaPath:"io.k8s.api.core.v1.ISCSIVolumeSource/properties/targetPortal/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
if(data14.iqn !== undefined){
let data16 = data14.iqn;
const _errs47 = errors;
const _errs48 = errors;
if(data16 !== null){
const err36 = {};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
var valid21 = _errs48 === errors;
if(valid21){
const err37 = {instancePath:instancePath+"/iscsi/iqn",schemaPath:"io.k8s.api.core.v1.ISCSIVolumeSource/properties/iqn/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
else {
errors = _errs47;
if(vErrors !== null){
if(_errs47){
vErrors.length = _errs47;
}
else {
vErrors = null;
}
}
}
if(typeof data16 === "string"){
if(func2(data16) < 1){
const err38 = {instancePath:instancePath+"/iscsi/iqn",schemaPath:"io.k8s.api.core.v1.ISCSIVolumeSource/properties/iqn/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
}
}
if(data.glusterfs !== undefined){
let data17 = data.glusterfs;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.endpoints === undefined){
const err39 = {instancePath:instancePath+"/glusterfs",schemaPath:"io.k8s.api.core.v1.GlusterfsVolumeSource/required",keyword:"required",params:{missingProperty: "endpoints"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(data17.path === undefined){
const err40 = {instancePath:instancePath+"/glusterfs",schemaPath:"io.k8s.api.core.v1.GlusterfsVolumeSource/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(data17.endpoints !== undefined){
let data18 = data17.endpoints;
const _errs53 = errors;
const _errs54 = errors;
if(data18 !== null){
const err41 = {};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
var valid24 = _errs54 === errors;
if(valid24){
const err42 = {instancePath:instancePath+"/glusterfs/endpoints",schemaPath:"io.k8s.api.core.v1.GlusterfsVolumeSource/properties/endpoints/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
else {
errors = _errs53;
if(vErrors !== null){
if(_errs53){
vErrors.length = _errs53;
}
else {
vErrors = null;
}
}
}
if(typeof data18 === "string"){
if(func2(data18) < 1){
const err43 = {instancePath:instancePath+"/glusterfs/endpoints",schemaPath:"io.k8s.api.core.v1.GlusterfsVolumeSource/properties/endpoints/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
if(data17.path !== undefined){
let data19 = data17.path;
const _errs57 = errors;
const _errs58 = errors;
if(data19 !== null){
const err44 = {};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
var valid25 = _errs58 === errors;
if(valid25){
const err45 = {instancePath:instancePath+"/glusterfs/path",schemaPath:"io.k8s.api.core.v1.GlusterfsVolumeSource/properties/path/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
else {
errors = _errs57;
if(vErrors !== null){
if(_errs57){
vErrors.length = _errs57;
}
else {
vErrors = null;
}
}
}
if(typeof data19 === "string"){
if(func2(data19) < 1){
const err46 = {instancePath:instancePath+"/glusterfs/path",schemaPath:"io.k8s.api.core.v1.GlusterfsVolumeSource/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
}
}
if(data.persistentVolumeClaim !== undefined){
let data20 = data.persistentVolumeClaim;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.claimName === undefined){
const err47 = {instancePath:instancePath+"/persistentVolumeClaim",schemaPath:"io.k8s.api.core.v1.PersistentVolumeClaimVolumeSource/required",keyword:"required",params:{missingProperty: "claimName"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data20.claimName !== undefined){
let data21 = data20.claimName;
const _errs63 = errors;
const _errs64 = errors;
if(data21 !== null){
const err48 = {};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
var valid28 = _errs64 === errors;
if(valid28){
const err49 = {instancePath:instancePath+"/persistentVolumeClaim/claimName",schemaPath:"io.k8s.api.core.v1.PersistentVolumeClaimVolumeSource/properties/claimName/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
else {
errors = _errs63;
if(vErrors !== null){
if(_errs63){
vErrors.length = _errs63;
}
else {
vErrors = null;
}
}
}
if(typeof data21 === "string"){
if(func2(data21) < 1){
const err50 = {instancePath:instancePath+"/persistentVolumeClaim/claimName",schemaPath:"io.k8s.api.core.v1.PersistentVolumeClaimVolumeSource/properties/claimName/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
}
}
if(data.rbd !== undefined){
let data22 = data.rbd;
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
if(data22.monitors === undefined){
const err51 = {instancePath:instancePath+"/rbd",schemaPath:"io.k8s.api.core.v1.RBDVolumeSource/required",keyword:"required",params:{missingProperty: "monitors"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(data22.image === undefined){
const err52 = {instancePath:instancePath+"/rbd",schemaPath:"io.k8s.api.core.v1.RBDVolumeSource/required",keyword:"required",params:{missingProperty: "image"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(data22.monitors !== undefined){
let data23 = data22.monitors;
const _errs69 = errors;
const _errs70 = errors;
if(data23 !== null){
const err53 = {};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
var valid31 = _errs70 === errors;
if(valid31){
const err54 = {instancePath:instancePath+"/rbd/monitors",schemaPath:"io.k8s.api.core.v1.RBDVolumeSource/properties/monitors/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
else {
errors = _errs69;
if(vErrors !== null){
if(_errs69){
vErrors.length = _errs69;
}
else {
vErrors = null;
}
}
}
if(Array.isArray(data23)){
if(data23.length < 1){
const err55 = {instancePath:instancePath+"/rbd/monitors",schemaPath:"io.k8s.api.core.v1.RBDVolumeSource/properties/monitors/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
if(data22.image !== undefined){
let data24 = data22.image;
const _errs73 = errors;
const _errs74 = errors;
if(data24 !== null){
const err56 = {};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
var valid32 = _errs74 === errors;
if(valid32){
const err57 = {instancePath:instancePath+"/rbd/image",schemaPath:"io.k8s.api.core.v1.RBDVolumeSource/properties/image/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
else {
errors = _errs73;
if(vErrors !== null){
if(_errs73){
vErrors.length = _errs73;
}
else {
vErrors = null;
}
}
}
if(typeof data24 === "string"){
if(func2(data24) < 1){
const err58 = {instancePath:instancePath+"/rbd/image",schemaPath:"io.k8s.api.core.v1.RBDVolumeSource/properties/image/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
}
}
if(data.flexVolume !== undefined){
let data25 = data.flexVolume;
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(data25.driver === undefined){
const err59 = {instancePath:instancePath+"/flexVolume",schemaPath:"io.k8s.api.core.v1.FlexVolumeSource/required",keyword:"required",params:{missingProperty: "driver"}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(data25.driver !== undefined){
let data26 = data25.driver;
const _errs79 = errors;
const _errs80 = errors;
if(data26 !== null){
const err60 = {};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
var valid35 = _errs80 === errors;
if(valid35){
const err61 = {instancePath:instancePath+"/flexVolume/driver",schemaPath:"io.k8s.api.core.v1.FlexVolumeSource/properties/driver/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
else {
errors = _errs79;
if(vErrors !== null){
if(_errs79){
vErrors.length = _errs79;
}
else {
vErrors = null;
}
}
}
if(typeof data26 === "string"){
if(func2(data26) < 1){
const err62 = {instancePath:instancePath+"/flexVolume/driver",schemaPath:"io.k8s.api.core.v1.FlexVolumeSource/properties/driver/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
}
}
}
if(data.cinder !== undefined){
let data27 = data.cinder;
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
if(data27.volumeID === undefined){
const err63 = {instancePath:instancePath+"/cinder",schemaPath:"io.k8s.api.core.v1.CinderVolumeSource/required",keyword:"required",params:{missingProperty: "volumeID"}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(data27.volumeID !== undefined){
let data28 = data27.volumeID;
const _errs85 = errors;
const _errs86 = errors;
if(data28 !== null){
const err64 = {};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
var valid38 = _errs86 === errors;
if(valid38){
const err65 = {instancePath:instancePath+"/cinder/volumeID",schemaPath:"io.k8s.api.core.v1.CinderVolumeSource/properties/volumeID/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
else {
errors = _errs85;
if(vErrors !== null){
if(_errs85){
vErrors.length = _errs85;
}
else {
vErrors = null;
}
}
}
if(typeof data28 === "string"){
if(func2(data28) < 1){
const err66 = {instancePath:instancePath+"/cinder/volumeID",schemaPath:"io.k8s.api.core.v1.CinderVolumeSource/properties/volumeID/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
}
}
}
if(data.cephfs !== undefined){
let data29 = data.cephfs;
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
if(data29.monitors === undefined){
const err67 = {instancePath:instancePath+"/cephfs",schemaPath:"io.k8s.api.core.v1.CephFSVolumeSource/required",keyword:"required",params:{missingProperty: "monitors"}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if(data29.monitors !== undefined){
let data30 = data29.monitors;
const _errs91 = errors;
const _errs92 = errors;
if(data30 !== null){
const err68 = {};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
var valid41 = _errs92 === errors;
if(valid41){
const err69 = {instancePath:instancePath+"/cephfs/monitors",schemaPath:"io.k8s.api.core.v1.CephFSVolumeSource/properties/monitors/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
else {
errors = _errs91;
if(vErrors !== null){
if(_errs91){
vErrors.length = _errs91;
}
else {
vErrors = null;
}
}
}
if(Array.isArray(data30)){
if(data30.length < 1){
const err70 = {instancePath:instancePath+"/cephfs/monitors",schemaPath:"io.k8s.api.core.v1.CephFSVolumeSource/properties/monitors/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
}
}
}
if(data.downwardAPI !== undefined){
if(!(validate15(data.downwardAPI, {instancePath:instancePath+"/downwardAPI",parentData:data,parentDataProperty:"downwardAPI",rootData}))){
vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
errors = vErrors.length;
}
}
if(data.azureFile !== undefined){
let data32 = data.azureFile;
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
if(data32.secretName === undefined){
const err71 = {instancePath:instancePath+"/azureFile",schemaPath:"io.k8s.api.core.v1.AzureFileVolumeSource/required",keyword:"required",params:{missingProperty: "secretName"}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if(data32.shareName === undefined){
const err72 = {instancePath:instancePath+"/azureFile",schemaPath:"io.k8s.api.core.v1.AzureFileVolumeSource/required",keyword:"required",params:{missingProperty: "shareName"}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if(data32.secretName !== undefined){
let data33 = data32.secretName;
const _errs98 = errors;
const _errs99 = errors;
if(data33 !== null){
const err73 = {};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
var valid44 = _errs99 === errors;
if(valid44){
const err74 = {instancePath:instancePath+"/azureFile/secretName",schemaPath:"io.k8s.api.core.v1.AzureFileVolumeSource/properties/secretName/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
else {
errors = _errs98;
if(vErrors !== null){
if(_errs98){
vErrors.length = _errs98;
}
else {
vErrors = null;
}
}
}
if(typeof data33 === "string"){
if(func2(data33) < 1){
const err75 = {instancePath:instancePath+"/azureFile/secretName",schemaPath:"io.k8s.api.core.v1.AzureFileVolumeSource/properties/secretName/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
}
if(data32.shareName !== undefined){
let data34 = data32.shareName;
const _errs102 = errors;
const _errs103 = errors;
if(data34 !== null){
const err76 = {};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
var valid45 = _errs103 === errors;
if(valid45){
const err77 = {instancePath:instancePath+"/azureFile/shareName",schemaPath:"io.k8s.api.core.v1.AzureFileVolumeSource/properties/shareName/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
else {
errors = _errs102;
if(vErrors !== null){
if(_errs102){
vErrors.length = _errs102;
}
else {
vErrors = null;
}
}
}
if(typeof data34 === "string"){
if(func2(data34) < 1){
const err78 = {instancePath:instancePath+"/azureFile/shareName",schemaPath:"io.k8s.api.core.v1.AzureFileVolumeSource/properties/shareName/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
}
}
}
if(data.configMap !== undefined){
if(!(validate19(data.configMap, {instancePath:instancePath+"/configMap",parentData:data,parentDataProperty:"configMap",rootData}))){
vErrors = vErrors === null ? validate19.errors : vErrors.concat(validate19.errors);
errors = vErrors.length;
}
}
if(data.vsphereVolume !== undefined){
let data36 = data.vsphereVolume;
if(data36 && typeof data36 == "object" && !Array.isArray(data36)){
if(data36.volumePath === undefined){
const err79 = {instancePath:instancePath+"/vsphereVolume",schemaPath:"io.k8s.api.core.v1.VsphereVirtualDiskVolumeSource/required",keyword:"required",params:{missingProperty: "volumePath"}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
if(data36.volumePath !== undefined){
let data37 = data36.volumePath;
const _errs109 = errors;
const _errs110 = errors;
if(data37 !== null){
const err80 = {};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
var valid48 = _errs110 === errors;
if(valid48){
const err81 = {instancePath:instancePath+"/vsphereVolume/volumePath",schemaPath:"io.k8s.api.core.v1.VsphereVirtualDiskVolumeSource/properties/volumePath/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
else {
errors = _errs109;
if(vErrors !== null){
if(_errs109){
vErrors.length = _errs109;
}
else {
vErrors = null;
}
}
}
if(typeof data37 === "string"){
if(func2(data37) < 1){
const err82 = {instancePath:instancePath+"/vsphereVolume/volumePath",schemaPath:"io.k8s.api.core.v1.VsphereVirtualDiskVolumeSource/properties/volumePath/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
}
}
}
if(data.quobyte !== undefined){
let data38 = data.quobyte;
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
if(data38.registry === undefined){
const err83 = {instancePath:instancePath+"/quobyte",schemaPath:"io.k8s.api.core.v1.QuobyteVolumeSource/required",keyword:"required",params:{missingProperty: "registry"}};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
if(data38.volume === undefined){
const err84 = {instancePath:instancePath+"/quobyte",schemaPath:"io.k8s.api.core.v1.QuobyteVolumeSource/required",keyword:"required",params:{missingProperty: "volume"}};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
if(data38.registry !== undefined){
let data39 = data38.registry;
const _errs115 = errors;
const _errs116 = errors;
if(data39 !== null){
const err85 = {};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
var valid51 = _errs116 === errors;
if(valid51){
const err86 = {instancePath:instancePath+"/quobyte/registry",schemaPath:"io.k8s.api.core.v1.QuobyteVolumeSource/properties/registry/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
else {
errors = _errs115;
if(vErrors !== null){
if(_errs115){
vErrors.length = _errs115;
}
else {
vErrors = null;
}
}
}
if(typeof data39 === "string"){
if(func2(data39) < 1){
const err87 = {instancePath:instancePath+"/quobyte/registry",schemaPath:"io.k8s.api.core.v1.QuobyteVolumeSource/properties/registry/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
}
if(data38.volume !== undefined){
let data40 = data38.volume;
const _errs119 = errors;
const _errs120 = errors;
if(data40 !== null){
const err88 = {};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
var valid52 = _errs120 === errors;
if(valid52){
const err89 = {instancePath:instancePath+"/quobyte/volume",schemaPath:"io.k8s.api.core.v1.QuobyteVolumeSource/properties/volume/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
else {
errors = _errs119;
if(vErrors !== null){
if(_errs119){
vErrors.length = _errs119;
}
else {
vErrors = null;
}
}
}
if(typeof data40 === "string"){
if(func2(data40) < 1){
const err90 = {instancePath:instancePath+"/quobyte/volume",schemaPath:"io.k8s.api.core.v1.QuobyteVolumeSource/properties/volume/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
}
}
}
if(data.azureDisk !== undefined){
let data41 = data.azureDisk;
if(data41 && typeof data41 == "object" && !Array.isArray(data41)){
if(data41.diskName === undefined){
const err91 = {instancePath:instancePath+"/azureDisk",schemaPath:"io.k8s.api.core.v1.AzureDiskVolumeSource/required",keyword:"required",params:{missingProperty: "diskName"}};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if(data41.diskURI === undefined){
const err92 = {instancePath:instancePath+"/azureDisk",schemaPath:"io.k8s.api.core.v1.AzureDiskVolumeSource/required",keyword:"required",params:{missingProperty: "diskURI"}};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
if(data41.diskName !== undefined){
let data42 = data41.diskName;
const _errs125 = errors;
const _errs126 = errors;
if(data42 !== null){
const err93 = {};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
var valid55 = _errs126 === errors;
if(valid55){
const err94 = {instancePath:instancePath+"/azureDisk/diskName",schemaPath:"io.k8s.api.core.v1.AzureDiskVolumeSource/properties/diskName/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
else {
errors = _errs125;
if(vErrors !== null){
if(_errs125){
vErrors.length = _errs125;
}
else {
vErrors = null;
}
}
}
if(typeof data42 === "string"){
if(func2(data42) < 1){
const err95 = {instancePath:instancePath+"/azureDisk/diskName",schemaPath:"io.k8s.api.core.v1.AzureDiskVolumeSource/properties/diskName/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
}
if(data41.diskURI !== undefined){
let data43 = data41.diskURI;
const _errs129 = errors;
const _errs130 = errors;
if(data43 !== null){
const err96 = {};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
var valid56 = _errs130 === errors;
if(valid56){
const err97 = {instancePath:instancePath+"/azureDisk/diskURI",schemaPath:"io.k8s.api.core.v1.AzureDiskVolumeSource/properties/diskURI/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
else {
errors = _errs129;
if(vErrors !== null){
if(_errs129){
vErrors.length = _errs129;
}
else {
vErrors = null;
}
}
}
if(typeof data43 === "string"){
if(func2(data43) < 1){
const err98 = {instancePath:instancePath+"/azureDisk/diskURI",schemaPath:"io.k8s.api.core.v1.AzureDiskVolumeSource/properties/diskURI/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
}
if(data41.cachingMode !== undefined){
let data44 = data41.cachingMode;
if(!(((((data44 === "None") || (data44 === "ReadOnly")) || (data44 === "ReadWrite")) || (data44 === "")) || (data44 === null))){
const err99 = {instancePath:instancePath+"/azureDisk/cachingMode",schemaPath:"io.k8s.api.core.v1.AzureDiskVolumeSource/properties/cachingMode/enum",keyword:"enum",params:{allowedValues: schema37.properties.cachingMode.enum}};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
if(data41.kind !== undefined){
let data45 = data41.kind;
if(!(((((data45 === "Dedicated") || (data45 === "Managed")) || (data45 === "Shared")) || (data45 === "")) || (data45 === null))){
const err100 = {instancePath:instancePath+"/azureDisk/kind",schemaPath:"io.k8s.api.core.v1.AzureDiskVolumeSource/properties/kind/enum",keyword:"enum",params:{allowedValues: schema37.properties.kind.enum}};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
}
}
if(data.photonPersistentDisk !== undefined){
let data46 = data.photonPersistentDisk;
if(data46 && typeof data46 == "object" && !Array.isArray(data46)){
if(data46.pdID === undefined){
const err101 = {instancePath:instancePath+"/photonPersistentDisk",schemaPath:"io.k8s.api.core.v1.PhotonPersistentDiskVolumeSource/required",keyword:"required",params:{missingProperty: "pdID"}};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
if(data46.pdID !== undefined){
let data47 = data46.pdID;
const _errs137 = errors;
const _errs138 = errors;
if(data47 !== null){
const err102 = {};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
var valid59 = _errs138 === errors;
if(valid59){
const err103 = {instancePath:instancePath+"/photonPersistentDisk/pdID",schemaPath:"io.k8s.api.core.v1.PhotonPersistentDiskVolumeSource/properties/pdID/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
else {
errors = _errs137;
if(vErrors !== null){
if(_errs137){
vErrors.length = _errs137;
}
else {
vErrors = null;
}
}
}
if(typeof data47 === "string"){
if(func2(data47) < 1){
const err104 = {instancePath:instancePath+"/photonPersistentDisk/pdID",schemaPath:"io.k8s.api.core.v1.PhotonPersistentDiskVolumeSource/properties/pdID/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
}
}
}
if(data.projected !== undefined){
if(!(validate21(data.projected, {instancePath:instancePath+"/projected",parentData:data,parentDataProperty:"projected",rootData}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
if(data.portworxVolume !== undefined){
let data49 = data.portworxVolume;
if(data49 && typeof data49 == "object" && !Array.isArray(data49)){
if(data49.volumeID === undefined){
const err105 = {instancePath:instancePath+"/portworxVolume",schemaPath:"io.k8s.api.core.v1.PortworxVolumeSource/required",keyword:"required",params:{missingProperty: "volumeID"}};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
if(data49.volumeID !== undefined){
let data50 = data49.volumeID;
const _errs144 = errors;
const _errs145 = errors;
if(data50 !== null){
const err106 = {};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
var valid62 = _errs145 === errors;
if(valid62){
const err107 = {instancePath:instancePath+"/portworxVolume/volumeID",schemaPath:"io.k8s.api.core.v1.PortworxVolumeSource/properties/volumeID/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
else {
errors = _errs144;
if(vErrors !== null){
if(_errs144){
vErrors.length = _errs144;
}
else {
vErrors = null;
}
}
}
if(typeof data50 === "string"){
if(func2(data50) < 1){
const err108 = {instancePath:instancePath+"/portworxVolume/volumeID",schemaPath:"io.k8s.api.core.v1.PortworxVolumeSource/properties/volumeID/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
}
}
}
if(data.scaleIO !== undefined){
let data51 = data.scaleIO;
if(data51 && typeof data51 == "object" && !Array.isArray(data51)){
if(data51.gateway === undefined){
const err109 = {instancePath:instancePath+"/scaleIO",schemaPath:"io.k8s.api.core.v1.ScaleIOVolumeSource/required",keyword:"required",params:{missingProperty: "gateway"}};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
if(data51.system === undefined){
const err110 = {instancePath:instancePath+"/scaleIO",schemaPath:"io.k8s.api.core.v1.ScaleIOVolumeSource/required",keyword:"required",params:{missingProperty: "system"}};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
if(data51.secretRef === undefined){
const err111 = {instancePath:instancePath+"/scaleIO",schemaPath:"io.k8s.api.core.v1.ScaleIOVolumeSource/required",keyword:"required",params:{missingProperty: "secretRef"}};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
if(data51.gateway !== undefined){
let data52 = data51.gateway;
const _errs150 = errors;
const _errs151 = errors;
if(data52 !== null){
const err112 = {};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
var valid65 = _errs151 === errors;
if(valid65){
const err113 = {instancePath:instancePath+"/scaleIO/gateway",schemaPath:"io.k8s.api.core.v1.ScaleIOVolumeSource/properties/gateway/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
else {
errors = _errs150;
if(vErrors !== null){
if(_errs150){
vErrors.length = _errs150;
}
else {
vErrors = null;
}
}
}
if(typeof data52 === "string"){
if(func2(data52) < 1){
const err114 = {instancePath:instancePath+"/scaleIO/gateway",schemaPath:"io.k8s.api.core.v1.ScaleIOVolumeSource/properties/gateway/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
}
if(data51.system !== undefined){
let data53 = data51.system;
const _errs154 = errors;
const _errs155 = errors;
if(data53 !== null){
const err115 = {};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
var valid66 = _errs155 === errors;
if(valid66){
const err116 = {instancePath:instancePath+"/scaleIO/system",schemaPath:"io.k8s.api.core.v1.ScaleIOVolumeSource/properties/system/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
else {
errors = _errs154;
if(vErrors !== null){
if(_errs154){
vErrors.length = _errs154;
}
else {
vErrors = null;
}
}
}
if(typeof data53 === "string"){
if(func2(data53) < 1){
const err117 = {instancePath:instancePath+"/scaleIO/system",schemaPath:"io.k8s.api.core.v1.ScaleIOVolumeSource/properties/system/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
}
if(data51.secretRef !== undefined){
const _errs158 = errors;
const _errs159 = errors;
if(data51.secretRef !== null){
const err118 = {};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
var valid67 = _errs159 === errors;
if(valid67){
const err119 = {instancePath:instancePath+"/scaleIO/secretRef",schemaPath:"io.k8s.api.core.v1.ScaleIOVolumeSource/properties/secretRef/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
else {
errors = _errs158;
if(vErrors !== null){
if(_errs158){
vErrors.length = _errs158;
}
else {
vErrors = null;
}
}
}
}
}
}
if(data.csi !== undefined){
let data55 = data.csi;
if(data55 && typeof data55 == "object" && !Array.isArray(data55)){
if(data55.driver === undefined){
const err120 = {instancePath:instancePath+"/csi",schemaPath:"io.k8s.api.core.v1.CSIVolumeSource/required",keyword:"required",params:{missingProperty: "driver"}};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
if(data55.driver !== undefined){
let data56 = data55.driver;
const _errs164 = errors;
const _errs165 = errors;
if(data56 !== null){
const err121 = {};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
var valid70 = _errs165 === errors;
if(valid70){
const err122 = {instancePath:instancePath+"/csi/driver",schemaPath:"io.k8s.api.core.v1.CSIVolumeSource/properties/driver/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
else {
errors = _errs164;
if(vErrors !== null){
if(_errs164){
vErrors.length = _errs164;
}
else {
vErrors = null;
}
}
}
if(typeof data56 === "string"){
if(func2(data56) < 1){
const err123 = {instancePath:instancePath+"/csi/driver",schemaPath:"io.k8s.api.core.v1.CSIVolumeSource/properties/driver/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
}
}
}
if(data.ephemeral !== undefined){
if(!(validate36(data.ephemeral, {instancePath:instancePath+"/ephemeral",parentData:data,parentDataProperty:"ephemeral",rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
if(data.image !== undefined){
let data58 = data.image;
if(data58 && typeof data58 == "object" && !Array.isArray(data58)){
if(data58.pullPolicy !== undefined){
let data59 = data58.pullPolicy;
if(!(((((data59 === "Always") || (data59 === "IfNotPresent")) || (data59 === "Never")) || (data59 === "")) || (data59 === null))){
const err124 = {instancePath:instancePath+"/image/pullPolicy",schemaPath:"io.k8s.api.core.v1.ImageVolumeSource/properties/pullPolicy/enum",keyword:"enum",params:{allowedValues: schema59.properties.pullPolicy.enum}};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
}
}
}
validate12.errors = vErrors;
return errors === 0;
}

const schema60 = {"properties":{"name":{"minLength":1,"pattern":"^([a-z0-9]([-a-z0-9]*[a-z0-9])?)?$","maxLength":63,"not":{"type":"null"}},"image":{"minLength":1,"not":{"type":"null"}},"ports":{"items":{"$ref":"io.k8s.api.core.v1.ContainerPort"}},"env":{"items":{"$ref":"io.k8s.api.core.v1.EnvVar"}},"resources":{"$ref":"io.k8s.api.core.v1.ResourceRequirements"},"resizePolicy":{"items":{"$ref":"io.k8s.api.core.v1.ContainerResizePolicy"}},"volumeMounts":{"uniqueBy":"mountPath","items":{"$ref":"io.k8s.api.core.v1.VolumeMount"}},"volumeDevices":{"items":{"$ref":"io.k8s.api.core.v1.VolumeDevice"}},"livenessProbe":{"$ref":"io.k8s.api.core.v1.Probe"},"readinessProbe":{"$ref":"io.k8s.api.core.v1.Probe"},"startupProbe":{"$ref":"io.k8s.api.core.v1.Probe"},"lifecycle":{"$ref":"io.k8s.api.core.v1.Lifecycle"},"terminationMessagePolicy":{"enum":["FallbackToLogsOnError","File","",null]},"imagePullPolicy":{"enum":["Always","IfNotPresent","Never","",null]},"securityContext":{"$ref":"io.k8s.api.core.v1.SecurityContext"}},"required":["name","image"],"$id":"io.k8s.api.core.v1.Container"};
const schema61 = {"properties":{"name":{"pattern":"^(|(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*)$","maxLength":15},"hostPort":{"between":[0,65535]},"containerPort":{"between":[1,65535,"counts as missing"],"not":{"type":"null"}},"protocol":{"enum":["SCTP","TCP","UDP","",null]}},"required":["containerPort"],"$id":"io.k8s.api.core.v1.ContainerPort"};
const schema72 = {"properties":{"name":{"minLength":1,"not":{"type":"null"}},"mountPath":{"minLength":1,"not":{"type":"null"}},"mountPropagation":{"enum":["Bidirectional","HostToContainer","None","",null]}},"required":["name","mountPath"],"$id":"io.k8s.api.core.v1.VolumeMount"};
const pattern2 = new RegExp("^(|(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*)$", "u");
const pattern3 = new RegExp("^[ -<>-~]*$", "u");

function validate46(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.EnvVarSource" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.fieldRef !== undefined){
let data0 = data.fieldRef;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.fieldPath === undefined){
const err0 = {instancePath:instancePath+"/fieldRef",schemaPath:"io.k8s.api.core.v1.ObjectFieldSelector/required",keyword:"required",params:{missingProperty: "fieldPath"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data0.fieldPath !== undefined){
let data1 = data0.fieldPath;
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
const err2 = {instancePath:instancePath+"/fieldRef/fieldPath",schemaPath:"io.k8s.api.core.v1.ObjectFieldSelector/properties/fieldPath/not",keyword:"not",params:{}};
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
const err3 = {instancePath:instancePath+"/fieldRef/fieldPath",schemaPath:"io.k8s.api.core.v1.ObjectFieldSelector/properties/fieldPath/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.resourceFieldRef !== undefined){
let data2 = data.resourceFieldRef;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.resource === undefined){
const err4 = {instancePath:instancePath+"/resourceFieldRef",schemaPath:"io.k8s.api.core.v1.ResourceFieldSelector/required",keyword:"required",params:{missingProperty: "resource"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data2.resource !== undefined){
let data3 = data2.resource;
const _errs9 = errors;
const _errs10 = errors;
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
var valid6 = _errs10 === errors;
if(valid6){
const err6 = {instancePath:instancePath+"/resourceFieldRef/resource",schemaPath:"io.k8s.api.core.v1.ResourceFieldSelector/properties/resource/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
else {
errors = _errs9;
if(vErrors !== null){
if(_errs9){
vErrors.length = _errs9;
}
else {
vErrors = null;
}
}
}
if(typeof data3 === "string"){
if(func2(data3) < 1){
const err7 = {instancePath:instancePath+"/resourceFieldRef/resource",schemaPath:"io.k8s.api.core.v1.ResourceFieldSelector/properties/resource/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.configMapKeyRef !== undefined){
let data4 = data.configMapKeyRef;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.key === undefined){
const err8 = {instancePath:instancePath+"/configMapKeyRef",schemaPath:"io.k8s.api.core.v1.ConfigMapKeySelector/required",keyword:"required",params:{missingProperty: "key"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data4.key !== undefined){
let data5 = data4.key;
const _errs15 = errors;
const _errs16 = errors;
if(data5 !== null){
const err9 = {};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
var valid9 = _errs16 === errors;
if(valid9){
const err10 = {instancePath:instancePath+"/configMapKeyRef/key",schemaPath:"io.k8s.api.core.v1.ConfigMapKeySelector/properties/key/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
else {
errors = _errs15;
if(vErrors !== null){
if(_errs15){
vErrors.length = _errs15;
}
else {
vErrors = null;
}
}
}
if(typeof data5 === "string"){
if(func2(data5) < 1){
const err11 = {instancePath:instancePath+"/configMapKeyRef/key",schemaPath:"io.k8s.api.core.v1.ConfigMapKeySelector/properties/key/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.secretKeyRef !== undefined){
let data6 = data.secretKeyRef;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.key === undefined){
const err12 = {instancePath:instancePath+"/secretKeyRef",schemaPath:"io.k8s.api.core.v1.SecretKeySelector/required",keyword:"required",params:{missingProperty: "key"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data6.key !== undefined){
let data7 = data6.key;
const _errs21 = errors;
const _errs22 = errors;
if(data7 !== null){
const err13 = {};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
var valid12 = _errs22 === errors;
if(valid12){
const err14 = {instancePath:instancePath+"/secretKeyRef/key",schemaPath:"io.k8s.api.core.v1.SecretKeySelector/properties/key/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
else {
errors = _errs21;
if(vErrors !== null){
if(_errs21){
vErrors.length = _errs21;
}
else {
vErrors = null;
}
}
}
if(typeof data7 === "string"){
if(func2(data7) < 1){
const err15 = {instancePath:instancePath+"/secretKeyRef/key",schemaPath:"io.k8s.api.core.v1.SecretKeySelector/properties/key/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
}
}
if(data.fileKeyRef !== undefined){
let data8 = data.fileKeyRef;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8.volumeName === undefined){
const err16 = {instancePath:instancePath+"/fileKeyRef",schemaPath:"io.k8s.api.core.v1.FileKeySelector/required",keyword:"required",params:{missingProperty: "volumeName"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data8.path === undefined){
const err17 = {instancePath:instancePath+"/fileKeyRef",schemaPath:"io.k8s.api.core.v1.FileKeySelector/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data8.key === undefined){
const err18 = {instancePath:instancePath+"/fileKeyRef",schemaPath:"io.k8s.api.core.v1.FileKeySelector/required",keyword:"required",params:{missingProperty: "key"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data8.volumeName !== undefined){
let data9 = data8.volumeName;
const _errs27 = errors;
const _errs28 = errors;
if(data9 !== null){
const err19 = {};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
var valid15 = _errs28 === errors;
if(valid15){
const err20 = {instancePath:instancePath+"/fileKeyRef/volumeName",schemaPath:"io.k8s.api.core.v1.FileKeySelector/properties/volumeName/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
else {
errors = _errs27;
if(vErrors !== null){
if(_errs27){
vErrors.length = _errs27;
}
else {
vErrors = null;
}
}
}
if(typeof data9 === "string"){
if(func2(data9) < 1){
const err21 = {instancePath:instancePath+"/fileKeyRef/volumeName",schemaPath:"io.k8s.api.core.v1.FileKeySelector/properties/volumeName/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data8.path !== undefined){
let data10 = data8.path;
const _errs31 = errors;
const _errs32 = errors;
if(data10 !== null){
const err22 = {};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
var valid16 = _errs32 === errors;
if(valid16){
const err23 = {instancePath:instancePath+"/fileKeyRef/path",schemaPath:"io.k8s.api.core.v1.FileKeySelector/properties/path/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
else {
errors = _errs31;
if(vErrors !== null){
if(_errs31){
vErrors.length = _errs31;
}
else {
vErrors = null;
}
}
}
if(typeof data10 === "string"){
if(func2(data10) < 1){
const err24 = {instancePath:instancePath+"/fileKeyRef/path",schemaPath:"io.k8s.api.core.v1.FileKeySelector/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
if(data8.key !== undefined){
let data11 = data8.key;
const _errs35 = errors;
const _errs36 = errors;
if(data11 !== null){
const err25 = {};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
var valid17 = _errs36 === errors;
if(valid17){
const err26 = {instancePath:instancePath+"/fileKeyRef/key",schemaPath:"io.k8s.api.core.v1.FileKeySelector/properties/key/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
else {
errors = _errs35;
if(vErrors !== null){
if(_errs35){
vErrors.length = _errs35;
}
else {
vErrors = null;
}
}
}
if(typeof data11 === "string"){
if(func2(data11) < 1){
const err27 = {instancePath:instancePath+"/fileKeyRef/key",schemaPath:"io.k8s.api.core.v1.FileKeySelector/properties/key/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
}
}
}
validate46.errors = vErrors;
return errors === 0;
}


function validate45(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.EnvVar" */;
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
if(func2(data0) > 1048576){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/maxLength",keyword:"maxLength",params:{limit: 1048576}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
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
if(!pattern3.test(data0)){
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^[ -<>-~]*$"}};
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
if(data.valueFrom !== undefined){
if(!(validate46(data.valueFrom, {instancePath:instancePath+"/valueFrom",parentData:data,parentDataProperty:"valueFrom",rootData}))){
vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
errors = vErrors.length;
}
}
}
validate45.errors = vErrors;
return errors === 0;
}


function validate49(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.ResourceRequirements" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.claims !== undefined){
let data0 = data.claims;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.name === undefined){
const err0 = {instancePath:instancePath+"/claims/" + i0,schemaPath:"io.k8s.api.core.v1.ResourceClaim/required",keyword:"required",params:{missingProperty: "name"}};
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
const err2 = {instancePath:instancePath+"/claims/" + i0+"/name",schemaPath:"io.k8s.api.core.v1.ResourceClaim/properties/name/not",keyword:"not",params:{}};
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
const err3 = {instancePath:instancePath+"/claims/" + i0+"/name",schemaPath:"io.k8s.api.core.v1.ResourceClaim/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
validate49.errors = vErrors;
return errors === 0;
}

const schema75 = {"properties":{"port":{"between":[1,65535],"pattern":"^(|(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*)$","maxLength":15},"scheme":{"enum":["HTTP","HTTPS","",null]},"httpHeaders":{"items":{"$ref":"io.k8s.api.core.v1.HTTPHeader"}}},"$id":"io.k8s.api.core.v1.HTTPGetAction"};

function validate52(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.HTTPGetAction" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.port !== undefined){
let data0 = data.port;
if(typeof data0 == "number" || typeof data0 == "bigint"){
if(data0 < 1 || data0 > 65535){
const err0 = {instancePath:instancePath+"/port",schemaPath:"#/properties/port/between",keyword:"between",params:{limits: [1, 65535]}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(typeof data0 === "string"){
if(func2(data0) > 15){
const err1 = {instancePath:instancePath+"/port",schemaPath:"#/properties/port/maxLength",keyword:"maxLength",params:{limit: 15}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!pattern2.test(data0)){
const err2 = {instancePath:instancePath+"/port",schemaPath:"#/properties/port/pattern",keyword:"pattern",params:{pattern: "^(|(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*)$"}};
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
if(data.scheme !== undefined){
let data1 = data.scheme;
if(!((((data1 === "HTTP") || (data1 === "HTTPS")) || (data1 === "")) || (data1 === null))){
const err3 = {instancePath:instancePath+"/scheme",schemaPath:"#/properties/scheme/enum",keyword:"enum",params:{allowedValues: schema75.properties.scheme.enum}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.httpHeaders !== undefined){
let data2 = data.httpHeaders;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.name === undefined){
const err4 = {instancePath:instancePath+"/httpHeaders/" + i0,schemaPath:"io.k8s.api.core.v1.HTTPHeader/required",keyword:"required",params:{missingProperty: "name"}};
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
const _errs6 = errors;
const _errs7 = errors;
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
var valid5 = _errs7 === errors;
if(valid5){
const err6 = {instancePath:instancePath+"/httpHeaders/" + i0+"/name",schemaPath:"io.k8s.api.core.v1.HTTPHeader/properties/name/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
else {
errors = _errs6;
if(vErrors !== null){
if(_errs6){
vErrors.length = _errs6;
}
else {
vErrors = null;
}
}
}
if(typeof data4 === "string"){
if(func2(data4) < 1){
const err7 = {instancePath:instancePath+"/httpHeaders/" + i0+"/name",schemaPath:"io.k8s.api.core.v1.HTTPHeader/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
validate52.errors = vErrors;
return errors === 0;
}


function validate51(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.Probe" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.httpGet !== undefined){
if(!(validate52(data.httpGet, {instancePath:instancePath+"/httpGet",parentData:data,parentDataProperty:"httpGet",rootData}))){
vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
errors = vErrors.length;
}
}
if(data.tcpSocket !== undefined){
let data1 = data.tcpSocket;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.port !== undefined){
let data2 = data1.port;
if(typeof data2 == "number" || typeof data2 == "bigint"){
if(data2 < 1 || data2 > 65535){
const err0 = {instancePath:instancePath+"/tcpSocket/port",schemaPath:"io.k8s.api.core.v1.TCPSocketAction/properties/port/between",keyword:"between",params:{limits: [1, 65535]}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(typeof data2 === "string"){
if(func2(data2) > 15){
const err1 = {instancePath:instancePath+"/tcpSocket/port",schemaPath:"io.k8s.api.core.v1.TCPSocketAction/properties/port/maxLength",keyword:"maxLength",params:{limit: 15}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!pattern2.test(data2)){
const err2 = {instancePath:instancePath+"/tcpSocket/port",schemaPath:"io.k8s.api.core.v1.TCPSocketAction/properties/port/pattern",keyword:"pattern",params:{pattern: "^(|(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*)$"}};
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
if(data.grpc !== undefined){
let data3 = data.grpc;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.port !== undefined){
let data4 = data3.port;
if(typeof data4 == "number" || typeof data4 == "bigint"){
if(data4 < 1 || data4 > 65535){
const err3 = {instancePath:instancePath+"/grpc/port",schemaPath:"io.k8s.api.core.v1.GRPCAction/properties/port/between",keyword:"between",params:{limits: [1, 65535]}};
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
if(data.initialDelaySeconds !== undefined){
let data5 = data.initialDelaySeconds;
if(typeof data5 == "number" || typeof data5 == "bigint"){
if(data5 < 0){
const err4 = {instancePath:instancePath+"/initialDelaySeconds",schemaPath:"#/properties/initialDelaySeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data.timeoutSeconds !== undefined){
let data6 = data.timeoutSeconds;
if(typeof data6 == "number" || typeof data6 == "bigint"){
if(data6 < 0){
const err5 = {instancePath:instancePath+"/timeoutSeconds",schemaPath:"#/properties/timeoutSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data.periodSeconds !== undefined){
let data7 = data.periodSeconds;
if(typeof data7 == "number" || typeof data7 == "bigint"){
if(data7 < 0){
const err6 = {instancePath:instancePath+"/periodSeconds",schemaPath:"#/properties/periodSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data.successThreshold !== undefined){
let data8 = data.successThreshold;
if(typeof data8 == "number" || typeof data8 == "bigint"){
if(data8 < 0){
const err7 = {instancePath:instancePath+"/successThreshold",schemaPath:"#/properties/successThreshold/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data.failureThreshold !== undefined){
let data9 = data.failureThreshold;
if(typeof data9 == "number" || typeof data9 == "bigint"){
if(data9 < 0){
const err8 = {instancePath:instancePath+"/failureThreshold",schemaPath:"#/properties/failureThreshold/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
validate51.errors = vErrors;
return errors === 0;
}

const schema79 = {"properties":{"postStart":{"$ref":"io.k8s.api.core.v1.LifecycleHandler"},"preStop":{"$ref":"io.k8s.api.core.v1.LifecycleHandler"},"stopSignal":{"enum":["SIGABRT","SIGALRM","SIGBUS","SIGCHLD","SIGCLD","SIGCONT","SIGFPE","SIGHUP","SIGILL","SIGINT","SIGIO","SIGIOT","SIGKILL","SIGPIPE","SIGPOLL","SIGPROF","SIGPWR","SIGQUIT","SIGRTMAX","SIGRTMAX-1","SIGRTMAX-10","SIGRTMAX-11","SIGRTMAX-12","SIGRTMAX-13","SIGRTMAX-14","SIGRTMAX-2","SIGRTMAX-3","SIGRTMAX-4","SIGRTMAX-5","SIGRTMAX-6","SIGRTMAX-7","SIGRTMAX-8","SIGRTMAX-9","SIGRTMIN","SIGRTMIN+1","SIGRTMIN+10","SIGRTMIN+11","SIGRTMIN+12","SIGRTMIN+13","SIGRTMIN+14","SIGRTMIN+15","SIGRTMIN+2","SIGRTMIN+3","SIGRTMIN+4","SIGRTMIN+5","SIGRTMIN+6","SIGRTMIN+7","SIGRTMIN+8","SIGRTMIN+9","SIGSEGV","SIGSTKFLT","SIGSTOP","SIGSYS","SIGTERM","SIGTRAP","SIGTSTP","SIGTTIN","SIGTTOU","SIGURG","SIGUSR1","SIGUSR2","SIGVTALRM","SIGWINCH","SIGXCPU","SIGXFSZ","",null]}},"$id":"io.k8s.api.core.v1.Lifecycle"};

function validate58(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.LifecycleHandler" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.httpGet !== undefined){
if(!(validate52(data.httpGet, {instancePath:instancePath+"/httpGet",parentData:data,parentDataProperty:"httpGet",rootData}))){
vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
errors = vErrors.length;
}
}
if(data.tcpSocket !== undefined){
let data1 = data.tcpSocket;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.port !== undefined){
let data2 = data1.port;
if(typeof data2 == "number" || typeof data2 == "bigint"){
if(data2 < 1 || data2 > 65535){
const err0 = {instancePath:instancePath+"/tcpSocket/port",schemaPath:"io.k8s.api.core.v1.TCPSocketAction/properties/port/between",keyword:"between",params:{limits: [1, 65535]}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(typeof data2 === "string"){
if(func2(data2) > 15){
const err1 = {instancePath:instancePath+"/tcpSocket/port",schemaPath:"io.k8s.api.core.v1.TCPSocketAction/properties/port/maxLength",keyword:"maxLength",params:{limit: 15}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!pattern2.test(data2)){
const err2 = {instancePath:instancePath+"/tcpSocket/port",schemaPath:"io.k8s.api.core.v1.TCPSocketAction/properties/port/pattern",keyword:"pattern",params:{pattern: "^(|(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*)$"}};
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
validate58.errors = vErrors;
return errors === 0;
}


function validate57(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.Lifecycle" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.postStart !== undefined){
if(!(validate58(data.postStart, {instancePath:instancePath+"/postStart",parentData:data,parentDataProperty:"postStart",rootData}))){
vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
errors = vErrors.length;
}
}
if(data.preStop !== undefined){
if(!(validate58(data.preStop, {instancePath:instancePath+"/preStop",parentData:data,parentDataProperty:"preStop",rootData}))){
vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
errors = vErrors.length;
}
}
if(data.stopSignal !== undefined){
let data2 = data.stopSignal;
if(!(((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((data2 === "SIGABRT") || (data2 === "SIGALRM")) || (data2 === "SIGBUS")) || (data2 === "SIGCHLD")) || (data2 === "SIGCLD")) || (data2 === "SIGCONT")) || (data2 === "SIGFPE")) || (data2 === "SIGHUP")) || (data2 === "SIGILL")) || (data2 === "SIGINT")) || (data2 === "SIGIO")) || (data2 === "SIGIOT")) || (data2 === "SIGKILL")) || (data2 === "SIGPIPE")) || (data2 === "SIGPOLL")) || (data2 === "SIGPROF")) || (data2 === "SIGPWR")) || (data2 === "SIGQUIT")) || (data2 === "SIGRTMAX")) || (data2 === "SIGRTMAX-1")) || (data2 === "SIGRTMAX-10")) || (data2 === "SIGRTMAX-11")) || (data2 === "SIGRTMAX-12")) || (data2 === "SIGRTMAX-13")) || (data2 === "SIGRTMAX-14")) || (data2 === "SIGRTMAX-2")) || (data2 === "SIGRTMAX-3")) || (data2 === "SIGRTMAX-4")) || (data2 === "SIGRTMAX-5")) || (data2 === "SIGRTMAX-6")) || (data2 === "SIGRTMAX-7")) || (data2 === "SIGRTMAX-8")) || (data2 === "SIGRTMAX-9")) || (data2 === "SIGRTMIN")) || (data2 === "SIGRTMIN+1")) || (data2 === "SIGRTMIN+10")) || (data2 === "SIGRTMIN+11")) || (data2 === "SIGRTMIN+12")) || (data2 === "SIGRTMIN+13")) || (data2 === "SIGRTMIN+14")) || (data2 === "SIGRTMIN+15")) || (data2 === "SIGRTMIN+2")) || (data2 === "SIGRTMIN+3")) || (data2 === "SIGRTMIN+4")) || (data2 === "SIGRTMIN+5")) || (data2 === "SIGRTMIN+6")) || (data2 === "SIGRTMIN+7")) || (data2 === "SIGRTMIN+8")) || (data2 === "SIGRTMIN+9")) || (data2 === "SIGSEGV")) || (data2 === "SIGSTKFLT")) || (data2 === "SIGSTOP")) || (data2 === "SIGSYS")) || (data2 === "SIGTERM")) || (data2 === "SIGTRAP")) || (data2 === "SIGTSTP")) || (data2 === "SIGTTIN")) || (data2 === "SIGTTOU")) || (data2 === "SIGURG")) || (data2 === "SIGUSR1")) || (data2 === "SIGUSR2")) || (data2 === "SIGVTALRM")) || (data2 === "SIGWINCH")) || (data2 === "SIGXCPU")) || (data2 === "SIGXFSZ")) || (data2 === "")) || (data2 === null))){
const err0 = {instancePath:instancePath+"/stopSignal",schemaPath:"#/properties/stopSignal/enum",keyword:"enum",params:{allowedValues: schema79.properties.stopSignal.enum}};
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
validate57.errors = vErrors;
return errors === 0;
}

const schema82 = {"properties":{"procMount":{"enum":["Default","Unmasked","",null]},"seccompProfile":{"$ref":"io.k8s.api.core.v1.SeccompProfile"},"appArmorProfile":{"$ref":"io.k8s.api.core.v1.AppArmorProfile"}},"$id":"io.k8s.api.core.v1.SecurityContext"};
const schema83 = {"properties":{"type":{"minLength":1,"enum":["Localhost","RuntimeDefault","Unconfined","",null],"not":{"type":"null"}}},"required":["type"],"$id":"io.k8s.api.core.v1.SeccompProfile"};
const schema84 = {"properties":{"type":{"minLength":1,"enum":["Localhost","RuntimeDefault","Unconfined","",null],"not":{"type":"null"}}},"required":["type"],"$id":"io.k8s.api.core.v1.AppArmorProfile"};

function validate63(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.SecurityContext" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.procMount !== undefined){
let data0 = data.procMount;
if(!((((data0 === "Default") || (data0 === "Unmasked")) || (data0 === "")) || (data0 === null))){
const err0 = {instancePath:instancePath+"/procMount",schemaPath:"#/properties/procMount/enum",keyword:"enum",params:{allowedValues: schema82.properties.procMount.enum}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.seccompProfile !== undefined){
let data1 = data.seccompProfile;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.type === undefined){
const err1 = {instancePath:instancePath+"/seccompProfile",schemaPath:"io.k8s.api.core.v1.SeccompProfile/required",keyword:"required",params:{missingProperty: "type"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data1.type !== undefined){
let data2 = data1.type;
if(!(((((data2 === "Localhost") || (data2 === "RuntimeDefault")) || (data2 === "Unconfined")) || (data2 === "")) || (data2 === null))){
const err2 = {instancePath:instancePath+"/seccompProfile/type",schemaPath:"io.k8s.api.core.v1.SeccompProfile/properties/type/enum",keyword:"enum",params:{allowedValues: schema83.properties.type.enum}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
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
const err4 = {instancePath:instancePath+"/seccompProfile/type",schemaPath:"io.k8s.api.core.v1.SeccompProfile/properties/type/not",keyword:"not",params:{}};
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
const err5 = {instancePath:instancePath+"/seccompProfile/type",schemaPath:"io.k8s.api.core.v1.SeccompProfile/properties/type/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.appArmorProfile !== undefined){
let data3 = data.appArmorProfile;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.type === undefined){
const err6 = {instancePath:instancePath+"/appArmorProfile",schemaPath:"io.k8s.api.core.v1.AppArmorProfile/required",keyword:"required",params:{missingProperty: "type"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data3.type !== undefined){
let data4 = data3.type;
if(!(((((data4 === "Localhost") || (data4 === "RuntimeDefault")) || (data4 === "Unconfined")) || (data4 === "")) || (data4 === null))){
const err7 = {instancePath:instancePath+"/appArmorProfile/type",schemaPath:"io.k8s.api.core.v1.AppArmorProfile/properties/type/enum",keyword:"enum",params:{allowedValues: schema84.properties.type.enum}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
const _errs10 = errors;
const _errs11 = errors;
if(data4 !== null){
const err8 = {};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var valid6 = _errs11 === errors;
if(valid6){
const err9 = {instancePath:instancePath+"/appArmorProfile/type",schemaPath:"io.k8s.api.core.v1.AppArmorProfile/properties/type/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
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
const err10 = {instancePath:instancePath+"/appArmorProfile/type",schemaPath:"io.k8s.api.core.v1.AppArmorProfile/properties/type/minLength",keyword:"minLength",params:{limit: 1}};
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
validate63.errors = vErrors;
return errors === 0;
}


function validate44(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.Container" */;
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
if(data.image === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "image"}};
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
if(func2(data0) > 63){
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(func2(data0) < 1){
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!pattern0.test(data0)){
const err6 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([-a-z0-9]*[a-z0-9])?)?$"}};
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
if(data.image !== undefined){
let data1 = data.image;
const _errs5 = errors;
const _errs6 = errors;
if(data1 !== null){
const err7 = {};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var valid2 = _errs6 === errors;
if(valid2){
const err8 = {instancePath:instancePath+"/image",schemaPath:"#/properties/image/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
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
const err9 = {instancePath:instancePath+"/image",schemaPath:"#/properties/image/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.ports !== undefined){
let data2 = data.ports;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.containerPort === undefined){
const err10 = {instancePath:instancePath+"/ports/" + i0,schemaPath:"io.k8s.api.core.v1.ContainerPort/required",keyword:"required",params:{missingProperty: "containerPort"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data3.name !== undefined){
let data4 = data3.name;
if(typeof data4 === "string"){
if(func2(data4) > 15){
const err11 = {instancePath:instancePath+"/ports/" + i0+"/name",schemaPath:"io.k8s.api.core.v1.ContainerPort/properties/name/maxLength",keyword:"maxLength",params:{limit: 15}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!pattern2.test(data4)){
const err12 = {instancePath:instancePath+"/ports/" + i0+"/name",schemaPath:"io.k8s.api.core.v1.ContainerPort/properties/name/pattern",keyword:"pattern",params:{pattern: "^(|(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*)$"}};
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
if(data3.hostPort !== undefined){
let data5 = data3.hostPort;
if(typeof data5 == "number" || typeof data5 == "bigint"){
if(data5 < 0 || data5 > 65535){
const err13 = {instancePath:instancePath+"/ports/" + i0+"/hostPort",schemaPath:"io.k8s.api.core.v1.ContainerPort/properties/hostPort/between",keyword:"between",params:{limits: [0, 65535]}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
if(data3.containerPort !== undefined){
let data6 = data3.containerPort;
const _errs14 = errors;
const _errs15 = errors;
if(data6 !== null){
const err14 = {};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
var valid7 = _errs15 === errors;
if(valid7){
const err15 = {instancePath:instancePath+"/ports/" + i0+"/containerPort",schemaPath:"io.k8s.api.core.v1.ContainerPort/properties/containerPort/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
else {
errors = _errs14;
if(vErrors !== null){
if(_errs14){
vErrors.length = _errs14;
}
else {
vErrors = null;
}
}
}
if(typeof data6 == "number" || typeof data6 == "bigint"){
if(data6 < 1 || data6 > 65535){
const err16 = {instancePath:instancePath+"/ports/" + i0+"/containerPort",schemaPath:"io.k8s.api.core.v1.ContainerPort/properties/containerPort/between",keyword:"between",params:{limits: [1, 65535, "counts as missing"]}};
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
if(data3.protocol !== undefined){
let data7 = data3.protocol;
if(!(((((data7 === "SCTP") || (data7 === "TCP")) || (data7 === "UDP")) || (data7 === "")) || (data7 === null))){
const err17 = {instancePath:instancePath+"/ports/" + i0+"/protocol",schemaPath:"io.k8s.api.core.v1.ContainerPort/properties/protocol/enum",keyword:"enum",params:{allowedValues: schema61.properties.protocol.enum}};
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
}
}
}
if(data.env !== undefined){
let data8 = data.env;
if(Array.isArray(data8)){
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
if(!(validate45(data8[i1], {instancePath:instancePath+"/env/" + i1,parentData:data8,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate45.errors : vErrors.concat(validate45.errors);
errors = vErrors.length;
}
}
}
}
if(data.resources !== undefined){
if(!(validate49(data.resources, {instancePath:instancePath+"/resources",parentData:data,parentDataProperty:"resources",rootData}))){
vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors);
errors = vErrors.length;
}
}
if(data.resizePolicy !== undefined){
let data11 = data.resizePolicy;
if(Array.isArray(data11)){
const len2 = data11.length;
for(let i2=0; i2<len2; i2++){
let data12 = data11[i2];
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.resourceName === undefined){
const err18 = {instancePath:instancePath+"/resizePolicy/" + i2,schemaPath:"io.k8s.api.core.v1.ContainerResizePolicy/required",keyword:"required",params:{missingProperty: "resourceName"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data12.restartPolicy === undefined){
const err19 = {instancePath:instancePath+"/resizePolicy/" + i2,schemaPath:"io.k8s.api.core.v1.ContainerResizePolicy/required",keyword:"required",params:{missingProperty: "restartPolicy"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data12.resourceName !== undefined){
let data13 = data12.resourceName;
const _errs25 = errors;
const _errs26 = errors;
if(data13 !== null){
const err20 = {};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
var valid14 = _errs26 === errors;
if(valid14){
const err21 = {instancePath:instancePath+"/resizePolicy/" + i2+"/resourceName",schemaPath:"io.k8s.api.core.v1.ContainerResizePolicy/properties/resourceName/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
else {
errors = _errs25;
if(vErrors !== null){
if(_errs25){
vErrors.length = _errs25;
}
else {
vErrors = null;
}
}
}
if(typeof data13 === "string"){
if(func2(data13) < 1){
const err22 = {instancePath:instancePath+"/resizePolicy/" + i2+"/resourceName",schemaPath:"io.k8s.api.core.v1.ContainerResizePolicy/properties/resourceName/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data12.restartPolicy !== undefined){
let data14 = data12.restartPolicy;
const _errs29 = errors;
const _errs30 = errors;
if(data14 !== null){
const err23 = {};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
var valid15 = _errs30 === errors;
if(valid15){
const err24 = {instancePath:instancePath+"/resizePolicy/" + i2+"/restartPolicy",schemaPath:"io.k8s.api.core.v1.ContainerResizePolicy/properties/restartPolicy/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
else {
errors = _errs29;
if(vErrors !== null){
if(_errs29){
vErrors.length = _errs29;
}
else {
vErrors = null;
}
}
}
if(typeof data14 === "string"){
if(func2(data14) < 1){
const err25 = {instancePath:instancePath+"/resizePolicy/" + i2+"/restartPolicy",schemaPath:"io.k8s.api.core.v1.ContainerResizePolicy/properties/restartPolicy/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
}
}
}
}
if(data.volumeMounts !== undefined){
let data15 = data.volumeMounts;
if(Array.isArray(data15)){
const len3 = data15.length;
for(let i3=0; i3<len3; i3++){
let data16 = data15[i3];
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.name === undefined){
const err26 = {instancePath:instancePath+"/volumeMounts/" + i3,schemaPath:"io.k8s.api.core.v1.VolumeMount/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data16.mountPath === undefined){
const err27 = {instancePath:instancePath+"/volumeMounts/" + i3,schemaPath:"io.k8s.api.core.v1.VolumeMount/required",keyword:"required",params:{missingProperty: "mountPath"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data16.name !== undefined){
let data17 = data16.name;
const _errs36 = errors;
const _errs37 = errors;
if(data17 !== null){
const err28 = {};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
var valid20 = _errs37 === errors;
if(valid20){
const err29 = {instancePath:instancePath+"/volumeMounts/" + i3+"/name",schemaPath:"io.k8s.api.core.v1.VolumeMount/properties/name/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
else {
errors = _errs36;
if(vErrors !== null){
if(_errs36){
vErrors.length = _errs36;
}
else {
vErrors = null;
}
}
}
if(typeof data17 === "string"){
if(func2(data17) < 1){
const err30 = {instancePath:instancePath+"/volumeMounts/" + i3+"/name",schemaPath:"io.k8s.api.core.v1.VolumeMount/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
if(data16.mountPath !== undefined){
let data18 = data16.mountPath;
const _errs40 = errors;
const _errs41 = errors;
if(data18 !== null){
const err31 = {};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
var valid21 = _errs41 === errors;
if(valid21){
const err32 = {instancePath:instancePath+"/volumeMounts/" + i3+"/mountPath",schemaPath:"io.k8s.api.core.v1.VolumeMount/properties/mountPath/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
else {
errors = _errs40;
if(vErrors !== null){
if(_errs40){
vErrors.length = _errs40;
}
else {
vErrors = null;
}
}
}
if(typeof data18 === "string"){
if(func2(data18) < 1){
const err33 = {instancePath:instancePath+"/volumeMounts/" + i3+"/mountPath",schemaPath:"io.k8s.api.core.v1.VolumeMount/properties/mountPath/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
if(data16.mountPropagation !== undefined){
let data19 = data16.mountPropagation;
if(!(((((data19 === "Bidirectional") || (data19 === "HostToContainer")) || (data19 === "None")) || (data19 === "")) || (data19 === null))){
const err34 = {instancePath:instancePath+"/volumeMounts/" + i3+"/mountPropagation",schemaPath:"io.k8s.api.core.v1.VolumeMount/properties/mountPropagation/enum",keyword:"enum",params:{allowedValues: schema72.properties.mountPropagation.enum}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
}
const seen0 = new Set();
for(let i4=0; i4<data15.length; i4++){
const value0 = data15[i4]?.["mountPath"];
if(value0 !== undefined && value0 !== ""){
if(seen0.has(value0)){
const err35 = {instancePath:instancePath+"/volumeMounts",schemaPath:"#/properties/volumeMounts/uniqueBy",keyword:"uniqueBy",params:{index: i4, member: "mountPath"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
seen0.add(value0);
}
}
}
}
if(data.volumeDevices !== undefined){
let data20 = data.volumeDevices;
if(Array.isArray(data20)){
const len4 = data20.length;
for(let i5=0; i5<len4; i5++){
let data21 = data20[i5];
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(data21.name === undefined){
const err36 = {instancePath:instancePath+"/volumeDevices/" + i5,schemaPath:"io.k8s.api.core.v1.VolumeDevice/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(data21.devicePath === undefined){
const err37 = {instancePath:instancePath+"/volumeDevices/" + i5,schemaPath:"io.k8s.api.core.v1.VolumeDevice/required",keyword:"required",params:{missingProperty: "devicePath"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(data21.name !== undefined){
let data22 = data21.name;
const _errs48 = errors;
const _errs49 = errors;
if(data22 !== null){
const err38 = {};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
var valid26 = _errs49 === errors;
if(valid26){
const err39 = {instancePath:instancePath+"/volumeDevices/" + i5+"/name",schemaPath:"io.k8s.api.core.v1.VolumeDevice/properties/name/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
else {
errors = _errs48;
if(vErrors !== null){
if(_errs48){
vErrors.length = _errs48;
}
else {
vErrors = null;
}
}
}
if(typeof data22 === "string"){
if(func2(data22) < 1){
const err40 = {instancePath:instancePath+"/volumeDevices/" + i5+"/name",schemaPath:"io.k8s.api.core.v1.VolumeDevice/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
if(data21.devicePath !== undefined){
let data23 = data21.devicePath;
const _errs52 = errors;
const _errs53 = errors;
if(data23 !== null){
const err41 = {};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
var valid27 = _errs53 === errors;
if(valid27){
const err42 = {instancePath:instancePath+"/volumeDevices/" + i5+"/devicePath",schemaPath:"io.k8s.api.core.v1.VolumeDevice/properties/devicePath/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
else {
errors = _errs52;
if(vErrors !== null){
if(_errs52){
vErrors.length = _errs52;
}
else {
vErrors = null;
}
}
}
if(typeof data23 === "string"){
if(func2(data23) < 1){
const err43 = {instancePath:instancePath+"/volumeDevices/" + i5+"/devicePath",schemaPath:"io.k8s.api.core.v1.VolumeDevice/properties/devicePath/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
}
}
}
}
if(data.livenessProbe !== undefined){
if(!(validate51(data.livenessProbe, {instancePath:instancePath+"/livenessProbe",parentData:data,parentDataProperty:"livenessProbe",rootData}))){
vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
errors = vErrors.length;
}
}
if(data.readinessProbe !== undefined){
if(!(validate51(data.readinessProbe, {instancePath:instancePath+"/readinessProbe",parentData:data,parentDataProperty:"readinessProbe",rootData}))){
vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
errors = vErrors.length;
}
}
if(data.startupProbe !== undefined){
if(!(validate51(data.startupProbe, {instancePath:instancePath+"/startupProbe",parentData:data,parentDataProperty:"startupProbe",rootData}))){
vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
errors = vErrors.length;
}
}
if(data.lifecycle !== undefined){
if(!(validate57(data.lifecycle, {instancePath:instancePath+"/lifecycle",parentData:data,parentDataProperty:"lifecycle",rootData}))){
vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
errors = vErrors.length;
}
}
if(data.terminationMessagePolicy !== undefined){
let data28 = data.terminationMessagePolicy;
if(!((((data28 === "FallbackToLogsOnError") || (data28 === "File")) || (data28 === "")) || (data28 === null))){
const err44 = {instancePath:instancePath+"/terminationMessagePolicy",schemaPath:"#/properties/terminationMessagePolicy/enum",keyword:"enum",params:{allowedValues: schema60.properties.terminationMessagePolicy.enum}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data.imagePullPolicy !== undefined){
let data29 = data.imagePullPolicy;
if(!(((((data29 === "Always") || (data29 === "IfNotPresent")) || (data29 === "Never")) || (data29 === "")) || (data29 === null))){
const err45 = {instancePath:instancePath+"/imagePullPolicy",schemaPath:"#/properties/imagePullPolicy/enum",keyword:"enum",params:{allowedValues: schema60.properties.imagePullPolicy.enum}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data.securityContext !== undefined){
if(!(validate63(data.securityContext, {instancePath:instancePath+"/securityContext",parentData:data,parentDataProperty:"securityContext",rootData}))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
}
validate44.errors = vErrors;
return errors === 0;
}

const schema85 = {"properties":{"name":{"minLength":1,"pattern":"^([a-z0-9]([-a-z0-9]*[a-z0-9])?)?$","maxLength":63,"not":{"type":"null"}},"image":{"minLength":1,"not":{"type":"null"}},"ports":{"items":{"$ref":"io.k8s.api.core.v1.ContainerPort"}},"env":{"items":{"$ref":"io.k8s.api.core.v1.EnvVar"}},"resources":{"$ref":"io.k8s.api.core.v1.ResourceRequirements"},"resizePolicy":{"items":{"$ref":"io.k8s.api.core.v1.ContainerResizePolicy"}},"volumeMounts":{"items":{"$ref":"io.k8s.api.core.v1.VolumeMount"}},"volumeDevices":{"items":{"$ref":"io.k8s.api.core.v1.VolumeDevice"}},"livenessProbe":{"$ref":"io.k8s.api.core.v1.Probe"},"readinessProbe":{"$ref":"io.k8s.api.core.v1.Probe"},"startupProbe":{"$ref":"io.k8s.api.core.v1.Probe"},"lifecycle":{"$ref":"io.k8s.api.core.v1.Lifecycle"},"terminationMessagePolicy":{"enum":["FallbackToLogsOnError","File","",null]},"imagePullPolicy":{"enum":["Always","IfNotPresent","Never","",null]},"securityContext":{"$ref":"io.k8s.api.core.v1.SecurityContext"}},"required":["name","image"],"$id":"io.k8s.api.core.v1.EphemeralContainer"};

function validate67(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.EphemeralContainer" */;
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
if(data.image === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "image"}};
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
if(func2(data0) > 63){
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(func2(data0) < 1){
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!pattern0.test(data0)){
const err6 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([-a-z0-9]*[a-z0-9])?)?$"}};
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
if(data.image !== undefined){
let data1 = data.image;
const _errs5 = errors;
const _errs6 = errors;
if(data1 !== null){
const err7 = {};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var valid2 = _errs6 === errors;
if(valid2){
const err8 = {instancePath:instancePath+"/image",schemaPath:"#/properties/image/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
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
const err9 = {instancePath:instancePath+"/image",schemaPath:"#/properties/image/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.ports !== undefined){
let data2 = data.ports;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.containerPort === undefined){
const err10 = {instancePath:instancePath+"/ports/" + i0,schemaPath:"io.k8s.api.core.v1.ContainerPort/required",keyword:"required",params:{missingProperty: "containerPort"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data3.name !== undefined){
let data4 = data3.name;
if(typeof data4 === "string"){
if(func2(data4) > 15){
const err11 = {instancePath:instancePath+"/ports/" + i0+"/name",schemaPath:"io.k8s.api.core.v1.ContainerPort/properties/name/maxLength",keyword:"maxLength",params:{limit: 15}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!pattern2.test(data4)){
const err12 = {instancePath:instancePath+"/ports/" + i0+"/name",schemaPath:"io.k8s.api.core.v1.ContainerPort/properties/name/pattern",keyword:"pattern",params:{pattern: "^(|(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*)$"}};
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
if(data3.hostPort !== undefined){
let data5 = data3.hostPort;
if(typeof data5 == "number" || typeof data5 == "bigint"){
if(data5 < 0 || data5 > 65535){
const err13 = {instancePath:instancePath+"/ports/" + i0+"/hostPort",schemaPath:"io.k8s.api.core.v1.ContainerPort/properties/hostPort/between",keyword:"between",params:{limits: [0, 65535]}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
if(data3.containerPort !== undefined){
let data6 = data3.containerPort;
const _errs14 = errors;
const _errs15 = errors;
if(data6 !== null){
const err14 = {};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
var valid7 = _errs15 === errors;
if(valid7){
const err15 = {instancePath:instancePath+"/ports/" + i0+"/containerPort",schemaPath:"io.k8s.api.core.v1.ContainerPort/properties/containerPort/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
else {
errors = _errs14;
if(vErrors !== null){
if(_errs14){
vErrors.length = _errs14;
}
else {
vErrors = null;
}
}
}
if(typeof data6 == "number" || typeof data6 == "bigint"){
if(data6 < 1 || data6 > 65535){
const err16 = {instancePath:instancePath+"/ports/" + i0+"/containerPort",schemaPath:"io.k8s.api.core.v1.ContainerPort/properties/containerPort/between",keyword:"between",params:{limits: [1, 65535, "counts as missing"]}};
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
if(data3.protocol !== undefined){
let data7 = data3.protocol;
if(!(((((data7 === "SCTP") || (data7 === "TCP")) || (data7 === "UDP")) || (data7 === "")) || (data7 === null))){
const err17 = {instancePath:instancePath+"/ports/" + i0+"/protocol",schemaPath:"io.k8s.api.core.v1.ContainerPort/properties/protocol/enum",keyword:"enum",params:{allowedValues: schema61.properties.protocol.enum}};
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
}
}
}
if(data.env !== undefined){
let data8 = data.env;
if(Array.isArray(data8)){
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
if(!(validate45(data8[i1], {instancePath:instancePath+"/env/" + i1,parentData:data8,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate45.errors : vErrors.concat(validate45.errors);
errors = vErrors.length;
}
}
}
}
if(data.resources !== undefined){
if(!(validate49(data.resources, {instancePath:instancePath+"/resources",parentData:data,parentDataProperty:"resources",rootData}))){
vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors);
errors = vErrors.length;
}
}
if(data.resizePolicy !== undefined){
let data11 = data.resizePolicy;
if(Array.isArray(data11)){
const len2 = data11.length;
for(let i2=0; i2<len2; i2++){
let data12 = data11[i2];
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.resourceName === undefined){
const err18 = {instancePath:instancePath+"/resizePolicy/" + i2,schemaPath:"io.k8s.api.core.v1.ContainerResizePolicy/required",keyword:"required",params:{missingProperty: "resourceName"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data12.restartPolicy === undefined){
const err19 = {instancePath:instancePath+"/resizePolicy/" + i2,schemaPath:"io.k8s.api.core.v1.ContainerResizePolicy/required",keyword:"required",params:{missingProperty: "restartPolicy"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data12.resourceName !== undefined){
let data13 = data12.resourceName;
const _errs25 = errors;
const _errs26 = errors;
if(data13 !== null){
const err20 = {};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
var valid14 = _errs26 === errors;
if(valid14){
const err21 = {instancePath:instancePath+"/resizePolicy/" + i2+"/resourceName",schemaPath:"io.k8s.api.core.v1.ContainerResizePolicy/properties/resourceName/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
else {
errors = _errs25;
if(vErrors !== null){
if(_errs25){
vErrors.length = _errs25;
}
else {
vErrors = null;
}
}
}
if(typeof data13 === "string"){
if(func2(data13) < 1){
const err22 = {instancePath:instancePath+"/resizePolicy/" + i2+"/resourceName",schemaPath:"io.k8s.api.core.v1.ContainerResizePolicy/properties/resourceName/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data12.restartPolicy !== undefined){
let data14 = data12.restartPolicy;
const _errs29 = errors;
const _errs30 = errors;
if(data14 !== null){
const err23 = {};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
var valid15 = _errs30 === errors;
if(valid15){
const err24 = {instancePath:instancePath+"/resizePolicy/" + i2+"/restartPolicy",schemaPath:"io.k8s.api.core.v1.ContainerResizePolicy/properties/restartPolicy/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
else {
errors = _errs29;
if(vErrors !== null){
if(_errs29){
vErrors.length = _errs29;
}
else {
vErrors = null;
}
}
}
if(typeof data14 === "string"){
if(func2(data14) < 1){
const err25 = {instancePath:instancePath+"/resizePolicy/" + i2+"/restartPolicy",schemaPath:"io.k8s.api.core.v1.ContainerResizePolicy/properties/restartPolicy/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
}
}
}
}
if(data.volumeMounts !== undefined){
let data15 = data.volumeMounts;
if(Array.isArray(data15)){
const len3 = data15.length;
for(let i3=0; i3<len3; i3++){
let data16 = data15[i3];
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.name === undefined){
const err26 = {instancePath:instancePath+"/volumeMounts/" + i3,schemaPath:"io.k8s.api.core.v1.VolumeMount/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data16.mountPath === undefined){
const err27 = {instancePath:instancePath+"/volumeMounts/" + i3,schemaPath:"io.k8s.api.core.v1.VolumeMount/required",keyword:"required",params:{missingProperty: "mountPath"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data16.name !== undefined){
let data17 = data16.name;
const _errs36 = errors;
const _errs37 = errors;
if(data17 !== null){
const err28 = {};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
var valid20 = _errs37 === errors;
if(valid20){
const err29 = {instancePath:instancePath+"/volumeMounts/" + i3+"/name",schemaPath:"io.k8s.api.core.v1.VolumeMount/properties/name/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
else {
errors = _errs36;
if(vErrors !== null){
if(_errs36){
vErrors.length = _errs36;
}
else {
vErrors = null;
}
}
}
if(typeof data17 === "string"){
if(func2(data17) < 1){
const err30 = {instancePath:instancePath+"/volumeMounts/" + i3+"/name",schemaPath:"io.k8s.api.core.v1.VolumeMount/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
if(data16.mountPath !== undefined){
let data18 = data16.mountPath;
const _errs40 = errors;
const _errs41 = errors;
if(data18 !== null){
const err31 = {};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
var valid21 = _errs41 === errors;
if(valid21){
const err32 = {instancePath:instancePath+"/volumeMounts/" + i3+"/mountPath",schemaPath:"io.k8s.api.core.v1.VolumeMount/properties/mountPath/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
else {
errors = _errs40;
if(vErrors !== null){
if(_errs40){
vErrors.length = _errs40;
}
else {
vErrors = null;
}
}
}
if(typeof data18 === "string"){
if(func2(data18) < 1){
const err33 = {instancePath:instancePath+"/volumeMounts/" + i3+"/mountPath",schemaPath:"io.k8s.api.core.v1.VolumeMount/properties/mountPath/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
if(data16.mountPropagation !== undefined){
let data19 = data16.mountPropagation;
if(!(((((data19 === "Bidirectional") || (data19 === "HostToContainer")) || (data19 === "None")) || (data19 === "")) || (data19 === null))){
const err34 = {instancePath:instancePath+"/volumeMounts/" + i3+"/mountPropagation",schemaPath:"io.k8s.api.core.v1.VolumeMount/properties/mountPropagation/enum",keyword:"enum",params:{allowedValues: schema72.properties.mountPropagation.enum}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
}
}
}
if(data.volumeDevices !== undefined){
let data20 = data.volumeDevices;
if(Array.isArray(data20)){
const len4 = data20.length;
for(let i4=0; i4<len4; i4++){
let data21 = data20[i4];
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(data21.name === undefined){
const err35 = {instancePath:instancePath+"/volumeDevices/" + i4,schemaPath:"io.k8s.api.core.v1.VolumeDevice/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(data21.devicePath === undefined){
const err36 = {instancePath:instancePath+"/volumeDevices/" + i4,schemaPath:"io.k8s.api.core.v1.VolumeDevice/required",keyword:"required",params:{missingProperty: "devicePath"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(data21.name !== undefined){
let data22 = data21.name;
const _errs48 = errors;
const _errs49 = errors;
if(data22 !== null){
const err37 = {};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
var valid26 = _errs49 === errors;
if(valid26){
const err38 = {instancePath:instancePath+"/volumeDevices/" + i4+"/name",schemaPath:"io.k8s.api.core.v1.VolumeDevice/properties/name/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
else {
errors = _errs48;
if(vErrors !== null){
if(_errs48){
vErrors.length = _errs48;
}
else {
vErrors = null;
}
}
}
if(typeof data22 === "string"){
if(func2(data22) < 1){
const err39 = {instancePath:instancePath+"/volumeDevices/" + i4+"/name",schemaPath:"io.k8s.api.core.v1.VolumeDevice/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
if(data21.devicePath !== undefined){
let data23 = data21.devicePath;
const _errs52 = errors;
const _errs53 = errors;
if(data23 !== null){
const err40 = {};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
var valid27 = _errs53 === errors;
if(valid27){
const err41 = {instancePath:instancePath+"/volumeDevices/" + i4+"/devicePath",schemaPath:"io.k8s.api.core.v1.VolumeDevice/properties/devicePath/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
else {
errors = _errs52;
if(vErrors !== null){
if(_errs52){
vErrors.length = _errs52;
}
else {
vErrors = null;
}
}
}
if(typeof data23 === "string"){
if(func2(data23) < 1){
const err42 = {instancePath:instancePath+"/volumeDevices/" + i4+"/devicePath",schemaPath:"io.k8s.api.core.v1.VolumeDevice/properties/devicePath/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
}
}
}
}
if(data.livenessProbe !== undefined){
if(!(validate51(data.livenessProbe, {instancePath:instancePath+"/livenessProbe",parentData:data,parentDataProperty:"livenessProbe",rootData}))){
vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
errors = vErrors.length;
}
}
if(data.readinessProbe !== undefined){
if(!(validate51(data.readinessProbe, {instancePath:instancePath+"/readinessProbe",parentData:data,parentDataProperty:"readinessProbe",rootData}))){
vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
errors = vErrors.length;
}
}
if(data.startupProbe !== undefined){
if(!(validate51(data.startupProbe, {instancePath:instancePath+"/startupProbe",parentData:data,parentDataProperty:"startupProbe",rootData}))){
vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
errors = vErrors.length;
}
}
if(data.lifecycle !== undefined){
if(!(validate57(data.lifecycle, {instancePath:instancePath+"/lifecycle",parentData:data,parentDataProperty:"lifecycle",rootData}))){
vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
errors = vErrors.length;
}
}
if(data.terminationMessagePolicy !== undefined){
let data28 = data.terminationMessagePolicy;
if(!((((data28 === "FallbackToLogsOnError") || (data28 === "File")) || (data28 === "")) || (data28 === null))){
const err43 = {instancePath:instancePath+"/terminationMessagePolicy",schemaPath:"#/properties/terminationMessagePolicy/enum",keyword:"enum",params:{allowedValues: schema85.properties.terminationMessagePolicy.enum}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data.imagePullPolicy !== undefined){
let data29 = data.imagePullPolicy;
if(!(((((data29 === "Always") || (data29 === "IfNotPresent")) || (data29 === "Never")) || (data29 === "")) || (data29 === null))){
const err44 = {instancePath:instancePath+"/imagePullPolicy",schemaPath:"#/properties/imagePullPolicy/enum",keyword:"enum",params:{allowedValues: schema85.properties.imagePullPolicy.enum}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data.securityContext !== undefined){
if(!(validate63(data.securityContext, {instancePath:instancePath+"/securityContext",parentData:data,parentDataProperty:"securityContext",rootData}))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
}
validate67.errors = vErrors;
return errors === 0;
}

const schema90 = {"properties":{"supplementalGroupsPolicy":{"enum":["Merge","Strict","",null]},"sysctls":{"items":{"$ref":"io.k8s.api.core.v1.Sysctl"}},"fsGroupChangePolicy":{"enum":["Always","OnRootMismatch","",null]},"seccompProfile":{"$ref":"io.k8s.api.core.v1.SeccompProfile"},"appArmorProfile":{"$ref":"io.k8s.api.core.v1.AppArmorProfile"}},"$id":"io.k8s.api.core.v1.PodSecurityContext"};

function validate76(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.PodSecurityContext" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.supplementalGroupsPolicy !== undefined){
let data0 = data.supplementalGroupsPolicy;
if(!((((data0 === "Merge") || (data0 === "Strict")) || (data0 === "")) || (data0 === null))){
const err0 = {instancePath:instancePath+"/supplementalGroupsPolicy",schemaPath:"#/properties/supplementalGroupsPolicy/enum",keyword:"enum",params:{allowedValues: schema90.properties.supplementalGroupsPolicy.enum}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.sysctls !== undefined){
let data1 = data.sysctls;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.name === undefined){
const err1 = {instancePath:instancePath+"/sysctls/" + i0,schemaPath:"io.k8s.api.core.v1.Sysctl/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data2.name !== undefined){
let data3 = data2.name;
const _errs5 = errors;
const _errs6 = errors;
if(data3 !== null){
const err2 = {};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var valid5 = _errs6 === errors;
if(valid5){
const err3 = {instancePath:instancePath+"/sysctls/" + i0+"/name",schemaPath:"io.k8s.api.core.v1.Sysctl/properties/name/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
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
if(typeof data3 === "string"){
if(func2(data3) < 1){
const err4 = {instancePath:instancePath+"/sysctls/" + i0+"/name",schemaPath:"io.k8s.api.core.v1.Sysctl/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
}
if(data.fsGroupChangePolicy !== undefined){
let data4 = data.fsGroupChangePolicy;
if(!((((data4 === "Always") || (data4 === "OnRootMismatch")) || (data4 === "")) || (data4 === null))){
const err5 = {instancePath:instancePath+"/fsGroupChangePolicy",schemaPath:"#/properties/fsGroupChangePolicy/enum",keyword:"enum",params:{allowedValues: schema90.properties.fsGroupChangePolicy.enum}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.seccompProfile !== undefined){
let data5 = data.seccompProfile;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.type === undefined){
const err6 = {instancePath:instancePath+"/seccompProfile",schemaPath:"io.k8s.api.core.v1.SeccompProfile/required",keyword:"required",params:{missingProperty: "type"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data5.type !== undefined){
let data6 = data5.type;
if(!(((((data6 === "Localhost") || (data6 === "RuntimeDefault")) || (data6 === "Unconfined")) || (data6 === "")) || (data6 === null))){
const err7 = {instancePath:instancePath+"/seccompProfile/type",schemaPath:"io.k8s.api.core.v1.SeccompProfile/properties/type/enum",keyword:"enum",params:{allowedValues: schema83.properties.type.enum}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
const _errs12 = errors;
const _errs13 = errors;
if(data6 !== null){
const err8 = {};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var valid8 = _errs13 === errors;
if(valid8){
const err9 = {instancePath:instancePath+"/seccompProfile/type",schemaPath:"io.k8s.api.core.v1.SeccompProfile/properties/type/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
else {
errors = _errs12;
if(vErrors !== null){
if(_errs12){
vErrors.length = _errs12;
}
else {
vErrors = null;
}
}
}
if(typeof data6 === "string"){
if(func2(data6) < 1){
const err10 = {instancePath:instancePath+"/seccompProfile/type",schemaPath:"io.k8s.api.core.v1.SeccompProfile/properties/type/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.appArmorProfile !== undefined){
let data7 = data.appArmorProfile;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.type === undefined){
const err11 = {instancePath:instancePath+"/appArmorProfile",schemaPath:"io.k8s.api.core.v1.AppArmorProfile/required",keyword:"required",params:{missingProperty: "type"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data7.type !== undefined){
let data8 = data7.type;
if(!(((((data8 === "Localhost") || (data8 === "RuntimeDefault")) || (data8 === "Unconfined")) || (data8 === "")) || (data8 === null))){
const err12 = {instancePath:instancePath+"/appArmorProfile/type",schemaPath:"io.k8s.api.core.v1.AppArmorProfile/properties/type/enum",keyword:"enum",params:{allowedValues: schema84.properties.type.enum}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
const _errs18 = errors;
const _errs19 = errors;
if(data8 !== null){
const err13 = {};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
var valid11 = _errs19 === errors;
if(valid11){
const err14 = {instancePath:instancePath+"/appArmorProfile/type",schemaPath:"io.k8s.api.core.v1.AppArmorProfile/properties/type/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
else {
errors = _errs18;
if(vErrors !== null){
if(_errs18){
vErrors.length = _errs18;
}
else {
vErrors = null;
}
}
}
if(typeof data8 === "string"){
if(func2(data8) < 1){
const err15 = {instancePath:instancePath+"/appArmorProfile/type",schemaPath:"io.k8s.api.core.v1.AppArmorProfile/properties/type/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
}
}
}
validate76.errors = vErrors;
return errors === 0;
}

const schema98 = {"properties":{"key":{"minLength":1,"not":{"type":"null"}},"operator":{"minLength":1,"enum":["DoesNotExist","Exists","Gt","In","Lt","NotIn","",null],"not":{"type":"null"}}},"required":["key","operator"],"$id":"io.k8s.api.core.v1.NodeSelectorRequirement"};

function validate81(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.NodeSelectorTerm" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.matchExpressions !== undefined){
let data0 = data.matchExpressions;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.key === undefined){
const err0 = {instancePath:instancePath+"/matchExpressions/" + i0,schemaPath:"io.k8s.api.core.v1.NodeSelectorRequirement/required",keyword:"required",params:{missingProperty: "key"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data1.operator === undefined){
const err1 = {instancePath:instancePath+"/matchExpressions/" + i0,schemaPath:"io.k8s.api.core.v1.NodeSelectorRequirement/required",keyword:"required",params:{missingProperty: "operator"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data1.key !== undefined){
let data2 = data1.key;
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
var valid5 = _errs5 === errors;
if(valid5){
const err3 = {instancePath:instancePath+"/matchExpressions/" + i0+"/key",schemaPath:"io.k8s.api.core.v1.NodeSelectorRequirement/properties/key/not",keyword:"not",params:{}};
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
const err4 = {instancePath:instancePath+"/matchExpressions/" + i0+"/key",schemaPath:"io.k8s.api.core.v1.NodeSelectorRequirement/properties/key/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data1.operator !== undefined){
let data3 = data1.operator;
if(!((((((((data3 === "DoesNotExist") || (data3 === "Exists")) || (data3 === "Gt")) || (data3 === "In")) || (data3 === "Lt")) || (data3 === "NotIn")) || (data3 === "")) || (data3 === null))){
const err5 = {instancePath:instancePath+"/matchExpressions/" + i0+"/operator",schemaPath:"io.k8s.api.core.v1.NodeSelectorRequirement/properties/operator/enum",keyword:"enum",params:{allowedValues: schema98.properties.operator.enum}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
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
const err7 = {instancePath:instancePath+"/matchExpressions/" + i0+"/operator",schemaPath:"io.k8s.api.core.v1.NodeSelectorRequirement/properties/operator/not",keyword:"not",params:{}};
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
const err8 = {instancePath:instancePath+"/matchExpressions/" + i0+"/operator",schemaPath:"io.k8s.api.core.v1.NodeSelectorRequirement/properties/operator/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.matchFields !== undefined){
let data4 = data.matchFields;
if(Array.isArray(data4)){
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
let data5 = data4[i1];
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.key === undefined){
const err9 = {instancePath:instancePath+"/matchFields/" + i1,schemaPath:"io.k8s.api.core.v1.NodeSelectorRequirement/required",keyword:"required",params:{missingProperty: "key"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data5.operator === undefined){
const err10 = {instancePath:instancePath+"/matchFields/" + i1,schemaPath:"io.k8s.api.core.v1.NodeSelectorRequirement/required",keyword:"required",params:{missingProperty: "operator"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data5.key !== undefined){
let data6 = data5.key;
const _errs15 = errors;
const _errs16 = errors;
if(data6 !== null){
const err11 = {};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var valid11 = _errs16 === errors;
if(valid11){
const err12 = {instancePath:instancePath+"/matchFields/" + i1+"/key",schemaPath:"io.k8s.api.core.v1.NodeSelectorRequirement/properties/key/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
else {
errors = _errs15;
if(vErrors !== null){
if(_errs15){
vErrors.length = _errs15;
}
else {
vErrors = null;
}
}
}
if(typeof data6 === "string"){
if(func2(data6) < 1){
const err13 = {instancePath:instancePath+"/matchFields/" + i1+"/key",schemaPath:"io.k8s.api.core.v1.NodeSelectorRequirement/properties/key/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
if(data5.operator !== undefined){
let data7 = data5.operator;
if(!((((((((data7 === "DoesNotExist") || (data7 === "Exists")) || (data7 === "Gt")) || (data7 === "In")) || (data7 === "Lt")) || (data7 === "NotIn")) || (data7 === "")) || (data7 === null))){
const err14 = {instancePath:instancePath+"/matchFields/" + i1+"/operator",schemaPath:"io.k8s.api.core.v1.NodeSelectorRequirement/properties/operator/enum",keyword:"enum",params:{allowedValues: schema98.properties.operator.enum}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
const _errs19 = errors;
const _errs20 = errors;
if(data7 !== null){
const err15 = {};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
var valid12 = _errs20 === errors;
if(valid12){
const err16 = {instancePath:instancePath+"/matchFields/" + i1+"/operator",schemaPath:"io.k8s.api.core.v1.NodeSelectorRequirement/properties/operator/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
else {
errors = _errs19;
if(vErrors !== null){
if(_errs19){
vErrors.length = _errs19;
}
else {
vErrors = null;
}
}
}
if(typeof data7 === "string"){
if(func2(data7) < 1){
const err17 = {instancePath:instancePath+"/matchFields/" + i1+"/operator",schemaPath:"io.k8s.api.core.v1.NodeSelectorRequirement/properties/operator/minLength",keyword:"minLength",params:{limit: 1}};
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
}
}
}
}
}
validate81.errors = vErrors;
return errors === 0;
}


function validate80(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.NodeSelector" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.nodeSelectorTerms === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "nodeSelectorTerms"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.nodeSelectorTerms !== undefined){
let data0 = data.nodeSelectorTerms;
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
const err2 = {instancePath:instancePath+"/nodeSelectorTerms",schemaPath:"#/properties/nodeSelectorTerms/not",keyword:"not",params:{}};
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
const err3 = {instancePath:instancePath+"/nodeSelectorTerms",schemaPath:"#/properties/nodeSelectorTerms/minItems",keyword:"minItems",params:{limit: 1}};
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
if(!(validate81(data0[i0], {instancePath:instancePath+"/nodeSelectorTerms/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate81.errors : vErrors.concat(validate81.errors);
errors = vErrors.length;
}
}
}
}
}
validate80.errors = vErrors;
return errors === 0;
}


function validate84(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.PreferredSchedulingTerm" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.preference !== undefined){
if(!(validate81(data.preference, {instancePath:instancePath+"/preference",parentData:data,parentDataProperty:"preference",rootData}))){
vErrors = vErrors === null ? validate81.errors : vErrors.concat(validate81.errors);
errors = vErrors.length;
}
}
}
validate84.errors = vErrors;
return errors === 0;
}


function validate79(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.NodeAffinity" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.requiredDuringSchedulingIgnoredDuringExecution !== undefined){
if(!(validate80(data.requiredDuringSchedulingIgnoredDuringExecution, {instancePath:instancePath+"/requiredDuringSchedulingIgnoredDuringExecution",parentData:data,parentDataProperty:"requiredDuringSchedulingIgnoredDuringExecution",rootData}))){
vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
errors = vErrors.length;
}
}
if(data.preferredDuringSchedulingIgnoredDuringExecution !== undefined){
let data1 = data.preferredDuringSchedulingIgnoredDuringExecution;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate84(data1[i0], {instancePath:instancePath+"/preferredDuringSchedulingIgnoredDuringExecution/" + i0,parentData:data1,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate84.errors : vErrors.concat(validate84.errors);
errors = vErrors.length;
}
}
}
}
}
validate79.errors = vErrors;
return errors === 0;
}


function validate89(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.PodAffinityTerm" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.topologyKey === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "topologyKey"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.labelSelector !== undefined){
if(!(validate31(data.labelSelector, {instancePath:instancePath+"/labelSelector",parentData:data,parentDataProperty:"labelSelector",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
if(data.topologyKey !== undefined){
let data1 = data.topologyKey;
const _errs2 = errors;
const _errs3 = errors;
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
var valid1 = _errs3 === errors;
if(valid1){
const err2 = {instancePath:instancePath+"/topologyKey",schemaPath:"#/properties/topologyKey/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
errors = _errs2;
if(vErrors !== null){
if(_errs2){
vErrors.length = _errs2;
}
else {
vErrors = null;
}
}
}
if(typeof data1 === "string"){
if(func2(data1) < 1){
const err3 = {instancePath:instancePath+"/topologyKey",schemaPath:"#/properties/topologyKey/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.namespaceSelector !== undefined){
if(!(validate31(data.namespaceSelector, {instancePath:instancePath+"/namespaceSelector",parentData:data,parentDataProperty:"namespaceSelector",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
}
validate89.errors = vErrors;
return errors === 0;
}


function validate93(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.WeightedPodAffinityTerm" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.podAffinityTerm !== undefined){
if(!(validate89(data.podAffinityTerm, {instancePath:instancePath+"/podAffinityTerm",parentData:data,parentDataProperty:"podAffinityTerm",rootData}))){
vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
errors = vErrors.length;
}
}
}
validate93.errors = vErrors;
return errors === 0;
}


function validate88(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.PodAffinity" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.requiredDuringSchedulingIgnoredDuringExecution !== undefined){
let data0 = data.requiredDuringSchedulingIgnoredDuringExecution;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate89(data0[i0], {instancePath:instancePath+"/requiredDuringSchedulingIgnoredDuringExecution/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
errors = vErrors.length;
}
}
}
}
if(data.preferredDuringSchedulingIgnoredDuringExecution !== undefined){
let data2 = data.preferredDuringSchedulingIgnoredDuringExecution;
if(Array.isArray(data2)){
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
if(!(validate93(data2[i1], {instancePath:instancePath+"/preferredDuringSchedulingIgnoredDuringExecution/" + i1,parentData:data2,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors);
errors = vErrors.length;
}
}
}
}
}
validate88.errors = vErrors;
return errors === 0;
}


function validate97(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.PodAntiAffinity" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.requiredDuringSchedulingIgnoredDuringExecution !== undefined){
let data0 = data.requiredDuringSchedulingIgnoredDuringExecution;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate89(data0[i0], {instancePath:instancePath+"/requiredDuringSchedulingIgnoredDuringExecution/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
errors = vErrors.length;
}
}
}
}
if(data.preferredDuringSchedulingIgnoredDuringExecution !== undefined){
let data2 = data.preferredDuringSchedulingIgnoredDuringExecution;
if(Array.isArray(data2)){
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
if(!(validate93(data2[i1], {instancePath:instancePath+"/preferredDuringSchedulingIgnoredDuringExecution/" + i1,parentData:data2,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors);
errors = vErrors.length;
}
}
}
}
}
validate97.errors = vErrors;
return errors === 0;
}


function validate78(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.Affinity" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.nodeAffinity !== undefined){
if(!(validate79(data.nodeAffinity, {instancePath:instancePath+"/nodeAffinity",parentData:data,parentDataProperty:"nodeAffinity",rootData}))){
vErrors = vErrors === null ? validate79.errors : vErrors.concat(validate79.errors);
errors = vErrors.length;
}
}
if(data.podAffinity !== undefined){
if(!(validate88(data.podAffinity, {instancePath:instancePath+"/podAffinity",parentData:data,parentDataProperty:"podAffinity",rootData}))){
vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
errors = vErrors.length;
}
}
if(data.podAntiAffinity !== undefined){
if(!(validate97(data.podAntiAffinity, {instancePath:instancePath+"/podAntiAffinity",parentData:data,parentDataProperty:"podAntiAffinity",rootData}))){
vErrors = vErrors === null ? validate97.errors : vErrors.concat(validate97.errors);
errors = vErrors.length;
}
}
}
validate78.errors = vErrors;
return errors === 0;
}

const schema108 = {"properties":{"maxSkew":{"minimum":1},"topologyKey":{"minLength":1,"not":{"type":"null"}},"whenUnsatisfiable":{"minLength":1,"enum":["DoNotSchedule","ScheduleAnyway","",null],"not":{"type":"null"}},"labelSelector":{"$ref":"io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector"},"nodeAffinityPolicy":{"enum":["Honor","Ignore","",null]},"nodeTaintsPolicy":{"enum":["Honor","Ignore","",null]}},"required":["topologyKey","whenUnsatisfiable"],"$id":"io.k8s.api.core.v1.TopologySpreadConstraint"};

function validate102(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.TopologySpreadConstraint" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.topologyKey === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "topologyKey"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.whenUnsatisfiable === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "whenUnsatisfiable"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.maxSkew !== undefined){
let data0 = data.maxSkew;
if(typeof data0 == "number" || typeof data0 == "bigint"){
if(data0 < 1){
const err2 = {instancePath:instancePath+"/maxSkew",schemaPath:"#/properties/maxSkew/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
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
if(data.topologyKey !== undefined){
let data1 = data.topologyKey;
const _errs2 = errors;
const _errs3 = errors;
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
var valid1 = _errs3 === errors;
if(valid1){
const err4 = {instancePath:instancePath+"/topologyKey",schemaPath:"#/properties/topologyKey/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
errors = _errs2;
if(vErrors !== null){
if(_errs2){
vErrors.length = _errs2;
}
else {
vErrors = null;
}
}
}
if(typeof data1 === "string"){
if(func2(data1) < 1){
const err5 = {instancePath:instancePath+"/topologyKey",schemaPath:"#/properties/topologyKey/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.whenUnsatisfiable !== undefined){
let data2 = data.whenUnsatisfiable;
if(!((((data2 === "DoNotSchedule") || (data2 === "ScheduleAnyway")) || (data2 === "")) || (data2 === null))){
const err6 = {instancePath:instancePath+"/whenUnsatisfiable",schemaPath:"#/properties/whenUnsatisfiable/enum",keyword:"enum",params:{allowedValues: schema108.properties.whenUnsatisfiable.enum}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
const _errs6 = errors;
const _errs7 = errors;
if(data2 !== null){
const err7 = {};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var valid2 = _errs7 === errors;
if(valid2){
const err8 = {instancePath:instancePath+"/whenUnsatisfiable",schemaPath:"#/properties/whenUnsatisfiable/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
else {
errors = _errs6;
if(vErrors !== null){
if(_errs6){
vErrors.length = _errs6;
}
else {
vErrors = null;
}
}
}
if(typeof data2 === "string"){
if(func2(data2) < 1){
const err9 = {instancePath:instancePath+"/whenUnsatisfiable",schemaPath:"#/properties/whenUnsatisfiable/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.labelSelector !== undefined){
if(!(validate31(data.labelSelector, {instancePath:instancePath+"/labelSelector",parentData:data,parentDataProperty:"labelSelector",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
if(data.nodeAffinityPolicy !== undefined){
let data4 = data.nodeAffinityPolicy;
if(!((((data4 === "Honor") || (data4 === "Ignore")) || (data4 === "")) || (data4 === null))){
const err10 = {instancePath:instancePath+"/nodeAffinityPolicy",schemaPath:"#/properties/nodeAffinityPolicy/enum",keyword:"enum",params:{allowedValues: schema108.properties.nodeAffinityPolicy.enum}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.nodeTaintsPolicy !== undefined){
let data5 = data.nodeTaintsPolicy;
if(!((((data5 === "Honor") || (data5 === "Ignore")) || (data5 === "")) || (data5 === null))){
const err11 = {instancePath:instancePath+"/nodeTaintsPolicy",schemaPath:"#/properties/nodeTaintsPolicy/enum",keyword:"enum",params:{allowedValues: schema108.properties.nodeTaintsPolicy.enum}};
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
validate102.errors = vErrors;
return errors === 0;
}

const pattern9 = new RegExp("^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)?$", "u");

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.PodSpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.containers === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "containers"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.volumes !== undefined){
let data0 = data.volumes;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate12(data0[i0], {instancePath:instancePath+"/volumes/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
const seen0 = new Set();
for(let i1=0; i1<data0.length; i1++){
const value0 = data0[i1]?.["name"];
if(value0 !== undefined && value0 !== ""){
if(seen0.has(value0)){
const err1 = {instancePath:instancePath+"/volumes",schemaPath:"#/properties/volumes/uniqueBy",keyword:"uniqueBy",params:{index: i1, member: "name"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
seen0.add(value0);
}
}
}
}
if(data.initContainers !== undefined){
let data2 = data.initContainers;
if(Array.isArray(data2)){
const len1 = data2.length;
for(let i2=0; i2<len1; i2++){
if(!(validate44(data2[i2], {instancePath:instancePath+"/initContainers/" + i2,parentData:data2,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
errors = vErrors.length;
}
}
const seen1 = new Set();
for(let i3=0; i3<data2.length; i3++){
const value1 = data2[i3]?.["name"];
if(value1 !== undefined && value1 !== ""){
if(seen1.has(value1)){
const err2 = {instancePath:instancePath+"/initContainers",schemaPath:"#/properties/initContainers/uniqueBy",keyword:"uniqueBy",params:{index: i3, member: "name"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
seen1.add(value1);
}
}
}
}
if(data.containers !== undefined){
let data4 = data.containers;
const _errs5 = errors;
const _errs6 = errors;
if(data4 !== null){
const err3 = {};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var valid5 = _errs6 === errors;
if(valid5){
const err4 = {instancePath:instancePath+"/containers",schemaPath:"#/properties/containers/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
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
if(Array.isArray(data4)){
if(data4.length < 1){
const err5 = {instancePath:instancePath+"/containers",schemaPath:"#/properties/containers/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
const len2 = data4.length;
for(let i4=0; i4<len2; i4++){
if(!(validate44(data4[i4], {instancePath:instancePath+"/containers/" + i4,parentData:data4,parentDataProperty:i4,rootData}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
errors = vErrors.length;
}
}
const seen2 = new Set();
for(let i5=0; i5<data4.length; i5++){
const value2 = data4[i5]?.["name"];
if(value2 !== undefined && value2 !== ""){
if(seen2.has(value2)){
const err6 = {instancePath:instancePath+"/containers",schemaPath:"#/properties/containers/uniqueBy",keyword:"uniqueBy",params:{index: i5, member: "name"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
seen2.add(value2);
}
}
}
}
if(data.ephemeralContainers !== undefined){
let data6 = data.ephemeralContainers;
if(Array.isArray(data6)){
const len3 = data6.length;
for(let i6=0; i6<len3; i6++){
if(!(validate67(data6[i6], {instancePath:instancePath+"/ephemeralContainers/" + i6,parentData:data6,parentDataProperty:i6,rootData}))){
vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);
errors = vErrors.length;
}
}
}
}
if(data.restartPolicy !== undefined){
let data8 = data.restartPolicy;
if(!(((((data8 === "Always") || (data8 === "Never")) || (data8 === "OnFailure")) || (data8 === "")) || (data8 === null))){
const err7 = {instancePath:instancePath+"/restartPolicy",schemaPath:"#/properties/restartPolicy/enum",keyword:"enum",params:{allowedValues: schema12.properties.restartPolicy.enum}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.activeDeadlineSeconds !== undefined){
let data9 = data.activeDeadlineSeconds;
if(typeof data9 == "number" || typeof data9 == "bigint"){
if(data9 < 1 || data9 > 2147483647){
const err8 = {instancePath:instancePath+"/activeDeadlineSeconds",schemaPath:"#/properties/activeDeadlineSeconds/between",keyword:"between",params:{limits: [1, 2147483647]}};
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
if(data.dnsPolicy !== undefined){
let data10 = data.dnsPolicy;
if(!((((((data10 === "ClusterFirst") || (data10 === "ClusterFirstWithHostNet")) || (data10 === "Default")) || (data10 === "None")) || (data10 === "")) || (data10 === null))){
const err9 = {instancePath:instancePath+"/dnsPolicy",schemaPath:"#/properties/dnsPolicy/enum",keyword:"enum",params:{allowedValues: schema12.properties.dnsPolicy.enum}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.serviceAccountName !== undefined){
let data11 = data.serviceAccountName;
if(typeof data11 === "string"){
if(func2(data11) > 253){
const err10 = {instancePath:instancePath+"/serviceAccountName",schemaPath:"#/properties/serviceAccountName/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!pattern9.test(data11)){
const err11 = {instancePath:instancePath+"/serviceAccountName",schemaPath:"#/properties/serviceAccountName/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)?$"}};
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
if(data.nodeName !== undefined){
let data12 = data.nodeName;
if(typeof data12 === "string"){
if(func2(data12) > 253){
const err12 = {instancePath:instancePath+"/nodeName",schemaPath:"#/properties/nodeName/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!pattern9.test(data12)){
const err13 = {instancePath:instancePath+"/nodeName",schemaPath:"#/properties/nodeName/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)?$"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
if(data.securityContext !== undefined){
if(!(validate76(data.securityContext, {instancePath:instancePath+"/securityContext",parentData:data,parentDataProperty:"securityContext",rootData}))){
vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
errors = vErrors.length;
}
}
if(data.hostname !== undefined){
let data14 = data.hostname;
if(typeof data14 === "string"){
if(func2(data14) > 63){
const err14 = {instancePath:instancePath+"/hostname",schemaPath:"#/properties/hostname/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(!pattern0.test(data14)){
const err15 = {instancePath:instancePath+"/hostname",schemaPath:"#/properties/hostname/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([-a-z0-9]*[a-z0-9])?)?$"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
if(data.subdomain !== undefined){
let data15 = data.subdomain;
if(typeof data15 === "string"){
if(func2(data15) > 63){
const err16 = {instancePath:instancePath+"/subdomain",schemaPath:"#/properties/subdomain/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!pattern0.test(data15)){
const err17 = {instancePath:instancePath+"/subdomain",schemaPath:"#/properties/subdomain/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([-a-z0-9]*[a-z0-9])?)?$"}};
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
if(data.affinity !== undefined){
if(!(validate78(data.affinity, {instancePath:instancePath+"/affinity",parentData:data,parentDataProperty:"affinity",rootData}))){
vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors);
errors = vErrors.length;
}
}
if(data.tolerations !== undefined){
let data17 = data.tolerations;
if(Array.isArray(data17)){
const len4 = data17.length;
for(let i7=0; i7<len4; i7++){
let data18 = data17[i7];
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
if(data18.operator !== undefined){
let data19 = data18.operator;
if(!((((((data19 === "Equal") || (data19 === "Exists")) || (data19 === "Gt")) || (data19 === "Lt")) || (data19 === "")) || (data19 === null))){
const err18 = {instancePath:instancePath+"/tolerations/" + i7+"/operator",schemaPath:"io.k8s.api.core.v1.Toleration/properties/operator/enum",keyword:"enum",params:{allowedValues: schema105.properties.operator.enum}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data18.effect !== undefined){
let data20 = data18.effect;
if(!(((((data20 === "NoExecute") || (data20 === "NoSchedule")) || (data20 === "PreferNoSchedule")) || (data20 === "")) || (data20 === null))){
const err19 = {instancePath:instancePath+"/tolerations/" + i7+"/effect",schemaPath:"io.k8s.api.core.v1.Toleration/properties/effect/enum",keyword:"enum",params:{allowedValues: schema105.properties.effect.enum}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
}
}
}
if(data.hostAliases !== undefined){
let data21 = data.hostAliases;
if(Array.isArray(data21)){
const len5 = data21.length;
for(let i8=0; i8<len5; i8++){
let data22 = data21[i8];
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
if(data22.ip === undefined){
const err20 = {instancePath:instancePath+"/hostAliases/" + i8,schemaPath:"io.k8s.api.core.v1.HostAlias/required",keyword:"required",params:{missingProperty: "ip"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data22.ip !== undefined){
let data23 = data22.ip;
const _errs29 = errors;
const _errs30 = errors;
if(data23 !== null){
const err21 = {};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
var valid18 = _errs30 === errors;
if(valid18){
const err22 = {instancePath:instancePath+"/hostAliases/" + i8+"/ip",schemaPath:"io.k8s.api.core.v1.HostAlias/properties/ip/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
else {
errors = _errs29;
if(vErrors !== null){
if(_errs29){
vErrors.length = _errs29;
}
else {
vErrors = null;
}
}
}
if(typeof data23 === "string"){
if(func2(data23) < 1){
const err23 = {instancePath:instancePath+"/hostAliases/" + i8+"/ip",schemaPath:"io.k8s.api.core.v1.HostAlias/properties/ip/minLength",keyword:"minLength",params:{limit: 1}};
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
}
}
}
if(data.readinessGates !== undefined){
let data24 = data.readinessGates;
if(Array.isArray(data24)){
const len6 = data24.length;
for(let i9=0; i9<len6; i9++){
let data25 = data24[i9];
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(data25.conditionType === undefined){
const err24 = {instancePath:instancePath+"/readinessGates/" + i9,schemaPath:"io.k8s.api.core.v1.PodReadinessGate/required",keyword:"required",params:{missingProperty: "conditionType"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data25.conditionType !== undefined){
let data26 = data25.conditionType;
const _errs36 = errors;
const _errs37 = errors;
if(data26 !== null){
const err25 = {};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
var valid23 = _errs37 === errors;
if(valid23){
const err26 = {instancePath:instancePath+"/readinessGates/" + i9+"/conditionType",schemaPath:"io.k8s.api.core.v1.PodReadinessGate/properties/conditionType/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
else {
errors = _errs36;
if(vErrors !== null){
if(_errs36){
vErrors.length = _errs36;
}
else {
vErrors = null;
}
}
}
if(typeof data26 === "string"){
if(func2(data26) < 1){
const err27 = {instancePath:instancePath+"/readinessGates/" + i9+"/conditionType",schemaPath:"io.k8s.api.core.v1.PodReadinessGate/properties/conditionType/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
}
}
}
}
if(data.preemptionPolicy !== undefined){
let data27 = data.preemptionPolicy;
if(!((((data27 === "Never") || (data27 === "PreemptLowerPriority")) || (data27 === "")) || (data27 === null))){
const err28 = {instancePath:instancePath+"/preemptionPolicy",schemaPath:"#/properties/preemptionPolicy/enum",keyword:"enum",params:{allowedValues: schema12.properties.preemptionPolicy.enum}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.topologySpreadConstraints !== undefined){
let data28 = data.topologySpreadConstraints;
if(Array.isArray(data28)){
const len7 = data28.length;
for(let i10=0; i10<len7; i10++){
if(!(validate102(data28[i10], {instancePath:instancePath+"/topologySpreadConstraints/" + i10,parentData:data28,parentDataProperty:i10,rootData}))){
vErrors = vErrors === null ? validate102.errors : vErrors.concat(validate102.errors);
errors = vErrors.length;
}
}
}
}
if(data.os !== undefined){
let data30 = data.os;
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
if(data30.name === undefined){
const err29 = {instancePath:instancePath+"/os",schemaPath:"io.k8s.api.core.v1.PodOS/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data30.name !== undefined){
let data31 = data30.name;
const _errs45 = errors;
const _errs46 = errors;
if(data31 !== null){
const err30 = {};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
var valid28 = _errs46 === errors;
if(valid28){
const err31 = {instancePath:instancePath+"/os/name",schemaPath:"io.k8s.api.core.v1.PodOS/properties/name/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
else {
errors = _errs45;
if(vErrors !== null){
if(_errs45){
vErrors.length = _errs45;
}
else {
vErrors = null;
}
}
}
if(typeof data31 === "string"){
if(func2(data31) < 1){
const err32 = {instancePath:instancePath+"/os/name",schemaPath:"io.k8s.api.core.v1.PodOS/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
}
}
if(data.schedulingGates !== undefined){
let data32 = data.schedulingGates;
if(Array.isArray(data32)){
const len8 = data32.length;
for(let i11=0; i11<len8; i11++){
let data33 = data32[i11];
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
if(data33.name === undefined){
const err33 = {instancePath:instancePath+"/schedulingGates/" + i11,schemaPath:"io.k8s.api.core.v1.PodSchedulingGate/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(data33.name !== undefined){
let data34 = data33.name;
const _errs52 = errors;
const _errs53 = errors;
if(data34 !== null){
const err34 = {};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
var valid33 = _errs53 === errors;
if(valid33){
const err35 = {instancePath:instancePath+"/schedulingGates/" + i11+"/name",schemaPath:"io.k8s.api.core.v1.PodSchedulingGate/properties/name/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
else {
errors = _errs52;
if(vErrors !== null){
if(_errs52){
vErrors.length = _errs52;
}
else {
vErrors = null;
}
}
}
if(typeof data34 === "string"){
if(func2(data34) < 1){
const err36 = {instancePath:instancePath+"/schedulingGates/" + i11+"/name",schemaPath:"io.k8s.api.core.v1.PodSchedulingGate/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
}
}
}
}
if(data.resourceClaims !== undefined){
let data35 = data.resourceClaims;
if(Array.isArray(data35)){
const len9 = data35.length;
for(let i12=0; i12<len9; i12++){
let data36 = data35[i12];
if(data36 && typeof data36 == "object" && !Array.isArray(data36)){
if(data36.name === undefined){
const err37 = {instancePath:instancePath+"/resourceClaims/" + i12,schemaPath:"io.k8s.api.core.v1.PodResourceClaim/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(data36.name !== undefined){
let data37 = data36.name;
const _errs59 = errors;
const _errs60 = errors;
if(data37 !== null){
const err38 = {};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
var valid38 = _errs60 === errors;
if(valid38){
const err39 = {instancePath:instancePath+"/resourceClaims/" + i12+"/name",schemaPath:"io.k8s.api.core.v1.PodResourceClaim/properties/name/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
else {
errors = _errs59;
if(vErrors !== null){
if(_errs59){
vErrors.length = _errs59;
}
else {
vErrors = null;
}
}
}
if(typeof data37 === "string"){
if(func2(data37) < 1){
const err40 = {instancePath:instancePath+"/resourceClaims/" + i12+"/name",schemaPath:"io.k8s.api.core.v1.PodResourceClaim/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
}
}
}
}
if(data.resources !== undefined){
if(!(validate49(data.resources, {instancePath:instancePath+"/resources",parentData:data,parentDataProperty:"resources",rootData}))){
vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors);
errors = vErrors.length;
}
}
}
validate11.errors = vErrors;
return errors === 0;
}


function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.Pod" */;
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

exports["io.k8s.api.core.v1.PodTemplate"] = validate107;

function validate108(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.PodTemplateSpec" */;
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
validate108.errors = vErrors;
return errors === 0;
}


function validate107(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.PodTemplate" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.template !== undefined){
if(!(validate108(data.template, {instancePath:instancePath+"/template",parentData:data,parentDataProperty:"template",rootData}))){
vErrors = vErrors === null ? validate108.errors : vErrors.concat(validate108.errors);
errors = vErrors.length;
}
}
}
validate107.errors = vErrors;
return errors === 0;
}

exports["io.k8s.api.core.v1.ReplicationController"] = validate111;

function validate112(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.ReplicationControllerSpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.replicas !== undefined){
let data0 = data.replicas;
if(typeof data0 == "number" || typeof data0 == "bigint"){
if(data0 < 0){
const err0 = {instancePath:instancePath+"/replicas",schemaPath:"#/properties/replicas/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data.minReadySeconds !== undefined){
let data1 = data.minReadySeconds;
if(typeof data1 == "number" || typeof data1 == "bigint"){
if(data1 < 0){
const err1 = {instancePath:instancePath+"/minReadySeconds",schemaPath:"#/properties/minReadySeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
if(data.template !== undefined){
if(!(validate108(data.template, {instancePath:instancePath+"/template",parentData:data,parentDataProperty:"template",rootData}))){
vErrors = vErrors === null ? validate108.errors : vErrors.concat(validate108.errors);
errors = vErrors.length;
}
}
}
validate112.errors = vErrors;
return errors === 0;
}


function validate111(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.ReplicationController" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate112(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate112.errors : vErrors.concat(validate112.errors);
errors = vErrors.length;
}
}
}
validate111.errors = vErrors;
return errors === 0;
}

exports["io.k8s.api.apps.v1.DaemonSet"] = validate115;
const schema118 = {"properties":{"type":{"enum":["OnDelete","RollingUpdate","",null]}},"$id":"io.k8s.api.apps.v1.DaemonSetUpdateStrategy"};

function validate116(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.apps.v1.DaemonSetSpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.selector === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "selector"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.selector !== undefined){
let data0 = data.selector;
if(!(validate31(data0, {instancePath:instancePath+"/selector",parentData:data,parentDataProperty:"selector",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
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
const err2 = {instancePath:instancePath+"/selector",schemaPath:"#/properties/selector/not",keyword:"not",params:{}};
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
}
if(data.template !== undefined){
if(!(validate108(data.template, {instancePath:instancePath+"/template",parentData:data,parentDataProperty:"template",rootData}))){
vErrors = vErrors === null ? validate108.errors : vErrors.concat(validate108.errors);
errors = vErrors.length;
}
}
if(data.updateStrategy !== undefined){
let data2 = data.updateStrategy;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.type !== undefined){
let data3 = data2.type;
if(!((((data3 === "OnDelete") || (data3 === "RollingUpdate")) || (data3 === "")) || (data3 === null))){
const err3 = {instancePath:instancePath+"/updateStrategy/type",schemaPath:"io.k8s.api.apps.v1.DaemonSetUpdateStrategy/properties/type/enum",keyword:"enum",params:{allowedValues: schema118.properties.type.enum}};
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
if(data.minReadySeconds !== undefined){
let data4 = data.minReadySeconds;
if(typeof data4 == "number" || typeof data4 == "bigint"){
if(data4 < 0){
const err4 = {instancePath:instancePath+"/minReadySeconds",schemaPath:"#/properties/minReadySeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data.revisionHistoryLimit !== undefined){
let data5 = data.revisionHistoryLimit;
if(typeof data5 == "number" || typeof data5 == "bigint"){
if(data5 < 0){
const err5 = {instancePath:instancePath+"/revisionHistoryLimit",schemaPath:"#/properties/revisionHistoryLimit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
validate116.errors = vErrors;
return errors === 0;
}


function validate115(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.apps.v1.DaemonSet" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate116(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
errors = vErrors.length;
}
}
}
validate115.errors = vErrors;
return errors === 0;
}

exports["io.k8s.api.apps.v1.Deployment"] = validate120;
const schema121 = {"properties":{"type":{"enum":["Recreate","RollingUpdate","",null]}},"$id":"io.k8s.api.apps.v1.DeploymentStrategy"};

function validate121(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.apps.v1.DeploymentSpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.selector === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "selector"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.replicas !== undefined){
let data0 = data.replicas;
if(typeof data0 == "number" || typeof data0 == "bigint"){
if(data0 < 0){
const err1 = {instancePath:instancePath+"/replicas",schemaPath:"#/properties/replicas/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
if(data.selector !== undefined){
let data1 = data.selector;
if(!(validate31(data1, {instancePath:instancePath+"/selector",parentData:data,parentDataProperty:"selector",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
const _errs2 = errors;
const _errs3 = errors;
if(data1 !== null){
const err2 = {};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var valid1 = _errs3 === errors;
if(valid1){
const err3 = {instancePath:instancePath+"/selector",schemaPath:"#/properties/selector/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
errors = _errs2;
if(vErrors !== null){
if(_errs2){
vErrors.length = _errs2;
}
else {
vErrors = null;
}
}
}
}
if(data.template !== undefined){
if(!(validate108(data.template, {instancePath:instancePath+"/template",parentData:data,parentDataProperty:"template",rootData}))){
vErrors = vErrors === null ? validate108.errors : vErrors.concat(validate108.errors);
errors = vErrors.length;
}
}
if(data.strategy !== undefined){
let data3 = data.strategy;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.type !== undefined){
let data4 = data3.type;
if(!((((data4 === "Recreate") || (data4 === "RollingUpdate")) || (data4 === "")) || (data4 === null))){
const err4 = {instancePath:instancePath+"/strategy/type",schemaPath:"io.k8s.api.apps.v1.DeploymentStrategy/properties/type/enum",keyword:"enum",params:{allowedValues: schema121.properties.type.enum}};
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
if(data.minReadySeconds !== undefined){
let data5 = data.minReadySeconds;
if(typeof data5 == "number" || typeof data5 == "bigint"){
if(data5 < 0){
const err5 = {instancePath:instancePath+"/minReadySeconds",schemaPath:"#/properties/minReadySeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data.revisionHistoryLimit !== undefined){
let data6 = data.revisionHistoryLimit;
if(typeof data6 == "number" || typeof data6 == "bigint"){
if(data6 < 0){
const err6 = {instancePath:instancePath+"/revisionHistoryLimit",schemaPath:"#/properties/revisionHistoryLimit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data.progressDeadlineSeconds !== undefined){
let data7 = data.progressDeadlineSeconds;
if(typeof data7 == "number" || typeof data7 == "bigint"){
if(data7 < 0){
const err7 = {instancePath:instancePath+"/progressDeadlineSeconds",schemaPath:"#/properties/progressDeadlineSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
validate121.errors = vErrors;
return errors === 0;
}


function validate120(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.apps.v1.Deployment" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate121(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate121.errors : vErrors.concat(validate121.errors);
errors = vErrors.length;
}
}
}
validate120.errors = vErrors;
return errors === 0;
}

exports["io.k8s.api.apps.v1.ReplicaSet"] = validate125;

function validate126(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.apps.v1.ReplicaSetSpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.selector === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "selector"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.replicas !== undefined){
let data0 = data.replicas;
if(typeof data0 == "number" || typeof data0 == "bigint"){
if(data0 < 0){
const err1 = {instancePath:instancePath+"/replicas",schemaPath:"#/properties/replicas/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
if(data.minReadySeconds !== undefined){
let data1 = data.minReadySeconds;
if(typeof data1 == "number" || typeof data1 == "bigint"){
if(data1 < 0){
const err2 = {instancePath:instancePath+"/minReadySeconds",schemaPath:"#/properties/minReadySeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data.selector !== undefined){
let data2 = data.selector;
if(!(validate31(data2, {instancePath:instancePath+"/selector",parentData:data,parentDataProperty:"selector",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
const _errs3 = errors;
const _errs4 = errors;
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
var valid1 = _errs4 === errors;
if(valid1){
const err4 = {instancePath:instancePath+"/selector",schemaPath:"#/properties/selector/not",keyword:"not",params:{}};
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
}
if(data.template !== undefined){
if(!(validate108(data.template, {instancePath:instancePath+"/template",parentData:data,parentDataProperty:"template",rootData}))){
vErrors = vErrors === null ? validate108.errors : vErrors.concat(validate108.errors);
errors = vErrors.length;
}
}
}
validate126.errors = vErrors;
return errors === 0;
}


function validate125(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.apps.v1.ReplicaSet" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate126(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate126.errors : vErrors.concat(validate126.errors);
errors = vErrors.length;
}
}
}
validate125.errors = vErrors;
return errors === 0;
}

exports["io.k8s.api.apps.v1.StatefulSet"] = validate130;
const schema125 = {"properties":{"replicas":{"minimum":0},"selector":{"$ref":"io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector","not":{"type":"null"}},"template":{"$ref":"io.k8s.api.core.v1.PodTemplateSpec"},"volumeClaimTemplates":{"items":{"$ref":"io.k8s.api.core.v1.PersistentVolumeClaim"}},"podManagementPolicy":{"enum":["OrderedReady","Parallel","",null]},"updateStrategy":{"$ref":"io.k8s.api.apps.v1.StatefulSetUpdateStrategy"},"revisionHistoryLimit":{"minimum":0},"minReadySeconds":{"minimum":0}},"required":["selector"],"$id":"io.k8s.api.apps.v1.StatefulSetSpec"};
const schema127 = {"properties":{"type":{"enum":["OnDelete","RollingUpdate","",null]}},"$id":"io.k8s.api.apps.v1.StatefulSetUpdateStrategy"};

function validate134(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.PersistentVolumeClaim" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate38(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
}
}
validate134.errors = vErrors;
return errors === 0;
}


function validate131(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.apps.v1.StatefulSetSpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.selector === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "selector"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.replicas !== undefined){
let data0 = data.replicas;
if(typeof data0 == "number" || typeof data0 == "bigint"){
if(data0 < 0){
const err1 = {instancePath:instancePath+"/replicas",schemaPath:"#/properties/replicas/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
if(data.selector !== undefined){
let data1 = data.selector;
if(!(validate31(data1, {instancePath:instancePath+"/selector",parentData:data,parentDataProperty:"selector",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
const _errs2 = errors;
const _errs3 = errors;
if(data1 !== null){
const err2 = {};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var valid1 = _errs3 === errors;
if(valid1){
const err3 = {instancePath:instancePath+"/selector",schemaPath:"#/properties/selector/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
errors = _errs2;
if(vErrors !== null){
if(_errs2){
vErrors.length = _errs2;
}
else {
vErrors = null;
}
}
}
}
if(data.template !== undefined){
if(!(validate108(data.template, {instancePath:instancePath+"/template",parentData:data,parentDataProperty:"template",rootData}))){
vErrors = vErrors === null ? validate108.errors : vErrors.concat(validate108.errors);
errors = vErrors.length;
}
}
if(data.volumeClaimTemplates !== undefined){
let data3 = data.volumeClaimTemplates;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(!(validate134(data3[i0], {instancePath:instancePath+"/volumeClaimTemplates/" + i0,parentData:data3,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate134.errors : vErrors.concat(validate134.errors);
errors = vErrors.length;
}
}
}
}
if(data.podManagementPolicy !== undefined){
let data5 = data.podManagementPolicy;
if(!((((data5 === "OrderedReady") || (data5 === "Parallel")) || (data5 === "")) || (data5 === null))){
const err4 = {instancePath:instancePath+"/podManagementPolicy",schemaPath:"#/properties/podManagementPolicy/enum",keyword:"enum",params:{allowedValues: schema125.properties.podManagementPolicy.enum}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.updateStrategy !== undefined){
let data6 = data.updateStrategy;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.type !== undefined){
let data7 = data6.type;
if(!((((data7 === "OnDelete") || (data7 === "RollingUpdate")) || (data7 === "")) || (data7 === null))){
const err5 = {instancePath:instancePath+"/updateStrategy/type",schemaPath:"io.k8s.api.apps.v1.StatefulSetUpdateStrategy/properties/type/enum",keyword:"enum",params:{allowedValues: schema127.properties.type.enum}};
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
if(data.revisionHistoryLimit !== undefined){
let data8 = data.revisionHistoryLimit;
if(typeof data8 == "number" || typeof data8 == "bigint"){
if(data8 < 0){
const err6 = {instancePath:instancePath+"/revisionHistoryLimit",schemaPath:"#/properties/revisionHistoryLimit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data.minReadySeconds !== undefined){
let data9 = data.minReadySeconds;
if(typeof data9 == "number" || typeof data9 == "bigint"){
if(data9 < 0){
const err7 = {instancePath:instancePath+"/minReadySeconds",schemaPath:"#/properties/minReadySeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
validate131.errors = vErrors;
return errors === 0;
}


function validate130(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.apps.v1.StatefulSet" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate131(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate131.errors : vErrors.concat(validate131.errors);
errors = vErrors.length;
}
}
}
validate130.errors = vErrors;
return errors === 0;
}

exports["io.k8s.api.batch.v1.CronJob"] = validate138;
const schema129 = {"properties":{"schedule":{"minLength":1,"not":{"type":"null"}},"startingDeadlineSeconds":{"minimum":0},"concurrencyPolicy":{"enum":["Allow","Forbid","Replace","",null]},"jobTemplate":{"$ref":"io.k8s.api.batch.v1.JobTemplateSpec"},"successfulJobsHistoryLimit":{"minimum":0},"failedJobsHistoryLimit":{"minimum":0}},"required":["schedule"],"$id":"io.k8s.api.batch.v1.CronJobSpec"};
const schema131 = {"properties":{"parallelism":{"minimum":0},"completions":{"minimum":0},"activeDeadlineSeconds":{"minimum":0},"podFailurePolicy":{"$ref":"io.k8s.api.batch.v1.PodFailurePolicy"},"successPolicy":{"$ref":"io.k8s.api.batch.v1.SuccessPolicy"},"backoffLimit":{"minimum":0},"selector":{"$ref":"io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector"},"template":{"$ref":"io.k8s.api.core.v1.PodTemplateSpec"},"ttlSecondsAfterFinished":{"minimum":0},"completionMode":{"enum":["Indexed","NonIndexed","",null]},"podReplacementPolicy":{"enum":["Failed","TerminatingOrFailed","",null]}},"$id":"io.k8s.api.batch.v1.JobSpec"};
const schema133 = {"properties":{"action":{"minLength":1,"enum":["Count","FailIndex","FailJob","Ignore","",null],"not":{"type":"null"}},"onExitCodes":{"$ref":"io.k8s.api.batch.v1.PodFailurePolicyOnExitCodesRequirement"},"onPodConditions":{"items":{"$ref":"io.k8s.api.batch.v1.PodFailurePolicyOnPodConditionsPattern"}}},"required":["action"],"$id":"io.k8s.api.batch.v1.PodFailurePolicyRule"};
const schema134 = {"properties":{"operator":{"minLength":1,"enum":["In","NotIn","",null],"not":{"type":"null"}},"values":{"minItems":1,"not":{"type":"null"}}},"required":["operator","values"],"$id":"io.k8s.api.batch.v1.PodFailurePolicyOnExitCodesRequirement"};

function validate143(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.batch.v1.PodFailurePolicyRule" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.action === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "action"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.action !== undefined){
let data0 = data.action;
if(!((((((data0 === "Count") || (data0 === "FailIndex")) || (data0 === "FailJob")) || (data0 === "Ignore")) || (data0 === "")) || (data0 === null))){
const err1 = {instancePath:instancePath+"/action",schemaPath:"#/properties/action/enum",keyword:"enum",params:{allowedValues: schema133.properties.action.enum}};
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
const err3 = {instancePath:instancePath+"/action",schemaPath:"#/properties/action/not",keyword:"not",params:{}};
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
const err4 = {instancePath:instancePath+"/action",schemaPath:"#/properties/action/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.onExitCodes !== undefined){
let data1 = data.onExitCodes;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.operator === undefined){
const err5 = {instancePath:instancePath+"/onExitCodes",schemaPath:"io.k8s.api.batch.v1.PodFailurePolicyOnExitCodesRequirement/required",keyword:"required",params:{missingProperty: "operator"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1.values === undefined){
const err6 = {instancePath:instancePath+"/onExitCodes",schemaPath:"io.k8s.api.batch.v1.PodFailurePolicyOnExitCodesRequirement/required",keyword:"required",params:{missingProperty: "values"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data1.operator !== undefined){
let data2 = data1.operator;
if(!((((data2 === "In") || (data2 === "NotIn")) || (data2 === "")) || (data2 === null))){
const err7 = {instancePath:instancePath+"/onExitCodes/operator",schemaPath:"io.k8s.api.batch.v1.PodFailurePolicyOnExitCodesRequirement/properties/operator/enum",keyword:"enum",params:{allowedValues: schema134.properties.operator.enum}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
const _errs7 = errors;
const _errs8 = errors;
if(data2 !== null){
const err8 = {};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var valid4 = _errs8 === errors;
if(valid4){
const err9 = {instancePath:instancePath+"/onExitCodes/operator",schemaPath:"io.k8s.api.batch.v1.PodFailurePolicyOnExitCodesRequirement/properties/operator/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
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
const err10 = {instancePath:instancePath+"/onExitCodes/operator",schemaPath:"io.k8s.api.batch.v1.PodFailurePolicyOnExitCodesRequirement/properties/operator/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data1.values !== undefined){
let data3 = data1.values;
const _errs11 = errors;
const _errs12 = errors;
if(data3 !== null){
const err11 = {};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var valid5 = _errs12 === errors;
if(valid5){
const err12 = {instancePath:instancePath+"/onExitCodes/values",schemaPath:"io.k8s.api.batch.v1.PodFailurePolicyOnExitCodesRequirement/properties/values/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
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
if(Array.isArray(data3)){
if(data3.length < 1){
const err13 = {instancePath:instancePath+"/onExitCodes/values",schemaPath:"io.k8s.api.batch.v1.PodFailurePolicyOnExitCodesRequirement/properties/values/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
}
}
if(data.onPodConditions !== undefined){
let data4 = data.onPodConditions;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.type === undefined){
const err14 = {instancePath:instancePath+"/onPodConditions/" + i0,schemaPath:"io.k8s.api.batch.v1.PodFailurePolicyOnPodConditionsPattern/required",keyword:"required",params:{missingProperty: "type"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data5.type !== undefined){
let data6 = data5.type;
const _errs18 = errors;
const _errs19 = errors;
if(data6 !== null){
const err15 = {};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
var valid10 = _errs19 === errors;
if(valid10){
const err16 = {instancePath:instancePath+"/onPodConditions/" + i0+"/type",schemaPath:"io.k8s.api.batch.v1.PodFailurePolicyOnPodConditionsPattern/properties/type/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
else {
errors = _errs18;
if(vErrors !== null){
if(_errs18){
vErrors.length = _errs18;
}
else {
vErrors = null;
}
}
}
if(typeof data6 === "string"){
if(func2(data6) < 1){
const err17 = {instancePath:instancePath+"/onPodConditions/" + i0+"/type",schemaPath:"io.k8s.api.batch.v1.PodFailurePolicyOnPodConditionsPattern/properties/type/minLength",keyword:"minLength",params:{limit: 1}};
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
}
}
}
}
}
validate143.errors = vErrors;
return errors === 0;
}


function validate142(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.batch.v1.PodFailurePolicy" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.rules !== undefined){
let data0 = data.rules;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate143(data0[i0], {instancePath:instancePath+"/rules/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate143.errors : vErrors.concat(validate143.errors);
errors = vErrors.length;
}
}
}
}
}
validate142.errors = vErrors;
return errors === 0;
}


function validate141(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.batch.v1.JobSpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.parallelism !== undefined){
let data0 = data.parallelism;
if(typeof data0 == "number" || typeof data0 == "bigint"){
if(data0 < 0){
const err0 = {instancePath:instancePath+"/parallelism",schemaPath:"#/properties/parallelism/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data.completions !== undefined){
let data1 = data.completions;
if(typeof data1 == "number" || typeof data1 == "bigint"){
if(data1 < 0){
const err1 = {instancePath:instancePath+"/completions",schemaPath:"#/properties/completions/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
if(data.activeDeadlineSeconds !== undefined){
let data2 = data.activeDeadlineSeconds;
if(typeof data2 == "number" || typeof data2 == "bigint"){
if(data2 < 0){
const err2 = {instancePath:instancePath+"/activeDeadlineSeconds",schemaPath:"#/properties/activeDeadlineSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data.podFailurePolicy !== undefined){
if(!(validate142(data.podFailurePolicy, {instancePath:instancePath+"/podFailurePolicy",parentData:data,parentDataProperty:"podFailurePolicy",rootData}))){
vErrors = vErrors === null ? validate142.errors : vErrors.concat(validate142.errors);
errors = vErrors.length;
}
}
if(data.successPolicy !== undefined){
let data4 = data.successPolicy;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.rules === undefined){
const err3 = {instancePath:instancePath+"/successPolicy",schemaPath:"io.k8s.api.batch.v1.SuccessPolicy/required",keyword:"required",params:{missingProperty: "rules"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data4.rules !== undefined){
let data5 = data4.rules;
const _errs7 = errors;
const _errs8 = errors;
if(data5 !== null){
const err4 = {};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var valid3 = _errs8 === errors;
if(valid3){
const err5 = {instancePath:instancePath+"/successPolicy/rules",schemaPath:"io.k8s.api.batch.v1.SuccessPolicy/properties/rules/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
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
if(Array.isArray(data5)){
if(data5.length < 1){
const err6 = {instancePath:instancePath+"/successPolicy/rules",schemaPath:"io.k8s.api.batch.v1.SuccessPolicy/properties/rules/minItems",keyword:"minItems",params:{limit: 1}};
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
if(data.backoffLimit !== undefined){
let data6 = data.backoffLimit;
if(typeof data6 == "number" || typeof data6 == "bigint"){
if(data6 < 0){
const err7 = {instancePath:instancePath+"/backoffLimit",schemaPath:"#/properties/backoffLimit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data.selector !== undefined){
if(!(validate31(data.selector, {instancePath:instancePath+"/selector",parentData:data,parentDataProperty:"selector",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
if(data.template !== undefined){
if(!(validate108(data.template, {instancePath:instancePath+"/template",parentData:data,parentDataProperty:"template",rootData}))){
vErrors = vErrors === null ? validate108.errors : vErrors.concat(validate108.errors);
errors = vErrors.length;
}
}
if(data.ttlSecondsAfterFinished !== undefined){
let data9 = data.ttlSecondsAfterFinished;
if(typeof data9 == "number" || typeof data9 == "bigint"){
if(data9 < 0){
const err8 = {instancePath:instancePath+"/ttlSecondsAfterFinished",schemaPath:"#/properties/ttlSecondsAfterFinished/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data.completionMode !== undefined){
let data10 = data.completionMode;
if(!((((data10 === "Indexed") || (data10 === "NonIndexed")) || (data10 === "")) || (data10 === null))){
const err9 = {instancePath:instancePath+"/completionMode",schemaPath:"#/properties/completionMode/enum",keyword:"enum",params:{allowedValues: schema131.properties.completionMode.enum}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.podReplacementPolicy !== undefined){
let data11 = data.podReplacementPolicy;
if(!((((data11 === "Failed") || (data11 === "TerminatingOrFailed")) || (data11 === "")) || (data11 === null))){
const err10 = {instancePath:instancePath+"/podReplacementPolicy",schemaPath:"#/properties/podReplacementPolicy/enum",keyword:"enum",params:{allowedValues: schema131.properties.podReplacementPolicy.enum}};
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
validate141.errors = vErrors;
return errors === 0;
}


function validate140(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.batch.v1.JobTemplateSpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate141(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate141.errors : vErrors.concat(validate141.errors);
errors = vErrors.length;
}
}
}
validate140.errors = vErrors;
return errors === 0;
}


function validate139(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.batch.v1.CronJobSpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.schedule === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "schedule"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.schedule !== undefined){
let data0 = data.schedule;
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
const err2 = {instancePath:instancePath+"/schedule",schemaPath:"#/properties/schedule/not",keyword:"not",params:{}};
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
const err3 = {instancePath:instancePath+"/schedule",schemaPath:"#/properties/schedule/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.startingDeadlineSeconds !== undefined){
let data1 = data.startingDeadlineSeconds;
if(typeof data1 == "number" || typeof data1 == "bigint"){
if(data1 < 0){
const err4 = {instancePath:instancePath+"/startingDeadlineSeconds",schemaPath:"#/properties/startingDeadlineSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data.concurrencyPolicy !== undefined){
let data2 = data.concurrencyPolicy;
if(!(((((data2 === "Allow") || (data2 === "Forbid")) || (data2 === "Replace")) || (data2 === "")) || (data2 === null))){
const err5 = {instancePath:instancePath+"/concurrencyPolicy",schemaPath:"#/properties/concurrencyPolicy/enum",keyword:"enum",params:{allowedValues: schema129.properties.concurrencyPolicy.enum}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.jobTemplate !== undefined){
if(!(validate140(data.jobTemplate, {instancePath:instancePath+"/jobTemplate",parentData:data,parentDataProperty:"jobTemplate",rootData}))){
vErrors = vErrors === null ? validate140.errors : vErrors.concat(validate140.errors);
errors = vErrors.length;
}
}
if(data.successfulJobsHistoryLimit !== undefined){
let data4 = data.successfulJobsHistoryLimit;
if(typeof data4 == "number" || typeof data4 == "bigint"){
if(data4 < 0){
const err6 = {instancePath:instancePath+"/successfulJobsHistoryLimit",schemaPath:"#/properties/successfulJobsHistoryLimit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data.failedJobsHistoryLimit !== undefined){
let data5 = data.failedJobsHistoryLimit;
if(typeof data5 == "number" || typeof data5 == "bigint"){
if(data5 < 0){
const err7 = {instancePath:instancePath+"/failedJobsHistoryLimit",schemaPath:"#/properties/failedJobsHistoryLimit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
validate139.errors = vErrors;
return errors === 0;
}


function validate138(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.batch.v1.CronJob" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate139(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate139.errors : vErrors.concat(validate139.errors);
errors = vErrors.length;
}
}
}
validate138.errors = vErrors;
return errors === 0;
}

exports["io.k8s.api.batch.v1.Job"] = validate151;

function validate151(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.batch.v1.Job" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate141(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate141.errors : vErrors.concat(validate141.errors);
errors = vErrors.length;
}
}
}
validate151.errors = vErrors;
return errors === 0;
}

