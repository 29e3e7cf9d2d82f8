// Generated from crds/ by `npm run generate`; never edited.
"use strict";
exports["io.k8s.api.core.v1.ConfigMap"] = validate10;
const func2 = require("ajv/dist/runtime/ucs2length").default;
const pattern0 = new RegExp("^(?!\\.$)(?!\\.\\.)[-._a-zA-Z0-9]+$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.ConfigMap" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.data !== undefined){
let data0 = data.data;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key0 in data0){
const _errs1 = errors;
if(typeof key0 === "string"){
if(func2(key0) > 253){
const err0 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/propertyNames/maxLength",keyword:"maxLength",params:{limit: 253},propertyName:key0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!pattern0.test(key0)){
const err1 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/propertyNames/pattern",keyword:"pattern",params:{pattern: "^(?!\\.$)(?!\\.\\.)[-._a-zA-Z0-9]+$"},propertyName:key0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var valid1 = _errs1 === errors;
if(!valid1){
const err2 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/propertyNames",keyword:"propertyNames",params:{propertyName: key0}};
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
if(data.binaryData !== undefined){
let data1 = data.binaryData;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
const _errs3 = errors;
if(typeof key1 === "string"){
if(func2(key1) > 253){
const err3 = {instancePath:instancePath+"/binaryData",schemaPath:"#/properties/binaryData/propertyNames/maxLength",keyword:"maxLength",params:{limit: 253},propertyName:key1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!pattern0.test(key1)){
const err4 = {instancePath:instancePath+"/binaryData",schemaPath:"#/properties/binaryData/propertyNames/pattern",keyword:"pattern",params:{pattern: "^(?!\\.$)(?!\\.\\.)[-._a-zA-Z0-9]+$"},propertyName:key1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
var valid2 = _errs3 === errors;
if(!valid2){
const err5 = {instancePath:instancePath+"/binaryData",schemaPath:"#/properties/binaryData/propertyNames",keyword:"propertyNames",params:{propertyName: key1}};
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
validate10.errors = vErrors;
return errors === 0;
}

exports["io.k8s.api.core.v1.Endpoints"] = validate11;
const schema16 = {"properties":{"port":{"between":[0,65535]},"protocol":{"enum":["SCTP","TCP","UDP","",null]}},"$id":"io.k8s.api.core.v1.EndpointPort"};

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.EndpointSubset" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.addresses !== undefined){
let data0 = data.addresses;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.ip === undefined){
const err0 = {instancePath:instancePath+"/addresses/" + i0,schemaPath:"io.k8s.api.core.v1.EndpointAddress/required",keyword:"required",params:{missingProperty: "ip"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data1.ip !== undefined){
let data2 = data1.ip;
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
const err2 = {instancePath:instancePath+"/addresses/" + i0+"/ip",schemaPath:"io.k8s.api.core.v1.EndpointAddress/properties/ip/not",keyword:"not",params:{}};
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
const err3 = {instancePath:instancePath+"/addresses/" + i0+"/ip",schemaPath:"io.k8s.api.core.v1.EndpointAddress/properties/ip/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.notReadyAddresses !== undefined){
let data3 = data.notReadyAddresses;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
let data4 = data3[i1];
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.ip === undefined){
const err4 = {instancePath:instancePath+"/notReadyAddresses/" + i1,schemaPath:"io.k8s.api.core.v1.EndpointAddress/required",keyword:"required",params:{missingProperty: "ip"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data4.ip !== undefined){
let data5 = data4.ip;
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
const err6 = {instancePath:instancePath+"/notReadyAddresses/" + i1+"/ip",schemaPath:"io.k8s.api.core.v1.EndpointAddress/properties/ip/not",keyword:"not",params:{}};
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
const err7 = {instancePath:instancePath+"/notReadyAddresses/" + i1+"/ip",schemaPath:"io.k8s.api.core.v1.EndpointAddress/properties/ip/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.ports !== undefined){
let data6 = data.ports;
if(Array.isArray(data6)){
const len2 = data6.length;
for(let i2=0; i2<len2; i2++){
let data7 = data6[i2];
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.port !== undefined){
let data8 = data7.port;
if(typeof data8 == "number" || typeof data8 == "bigint"){
if(data8 < 0 || data8 > 65535){
const err8 = {instancePath:instancePath+"/ports/" + i2+"/port",schemaPath:"io.k8s.api.core.v1.EndpointPort/properties/port/between",keyword:"between",params:{limits: [0, 65535]}};
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
if(data7.protocol !== undefined){
let data9 = data7.protocol;
if(!(((((data9 === "SCTP") || (data9 === "TCP")) || (data9 === "UDP")) || (data9 === "")) || (data9 === null))){
const err9 = {instancePath:instancePath+"/ports/" + i2+"/protocol",schemaPath:"io.k8s.api.core.v1.EndpointPort/properties/protocol/enum",keyword:"enum",params:{allowedValues: schema16.properties.protocol.enum}};
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
validate12.errors = vErrors;
return errors === 0;
}


function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.Endpoints" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.subsets !== undefined){
let data0 = data.subsets;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate12(data0[i0], {instancePath:instancePath+"/subsets/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
}
}
}
validate11.errors = vErrors;
return errors === 0;
}

exports["io.k8s.api.core.v1.LimitRange"] = validate14;

function validate15(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.LimitRangeSpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.limits !== undefined){
let data0 = data.limits;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.type === undefined){
const err0 = {instancePath:instancePath+"/limits/" + i0,schemaPath:"io.k8s.api.core.v1.LimitRangeItem/required",keyword:"required",params:{missingProperty: "type"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data1.type !== undefined){
let data2 = data1.type;
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
const err2 = {instancePath:instancePath+"/limits/" + i0+"/type",schemaPath:"io.k8s.api.core.v1.LimitRangeItem/properties/type/not",keyword:"not",params:{}};
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
const err3 = {instancePath:instancePath+"/limits/" + i0+"/type",schemaPath:"io.k8s.api.core.v1.LimitRangeItem/properties/type/minLength",keyword:"minLength",params:{limit: 1}};
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
validate15.errors = vErrors;
return errors === 0;
}


function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.LimitRange" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate15(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
errors = vErrors.length;
}
}
}
validate14.errors = vErrors;
return errors === 0;
}

exports["io.k8s.api.core.v1.Node"] = validate17;
const schema22 = {"properties":{"key":{"minLength":1,"not":{"type":"null"}},"effect":{"minLength":1,"enum":["NoExecute","NoSchedule","PreferNoSchedule","",null],"not":{"type":"null"}}},"required":["key","effect"],"$id":"io.k8s.api.core.v1.Taint"};

function validate19(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.NodeConfigSource" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.configMap !== undefined){
let data0 = data.configMap;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.namespace === undefined){
const err0 = {instancePath:instancePath+"/configMap",schemaPath:"io.k8s.api.core.v1.ConfigMapNodeConfigSource/required",keyword:"required",params:{missingProperty: "namespace"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data0.name === undefined){
const err1 = {instancePath:instancePath+"/configMap",schemaPath:"io.k8s.api.core.v1.ConfigMapNodeConfigSource/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0.kubeletConfigKey === undefined){
const err2 = {instancePath:instancePath+"/configMap",schemaPath:"io.k8s.api.core.v1.ConfigMapNodeConfigSource/required",keyword:"required",params:{missingProperty: "kubeletConfigKey"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0.namespace !== undefined){
let data1 = data0.namespace;
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
const err4 = {instancePath:instancePath+"/configMap/namespace",schemaPath:"io.k8s.api.core.v1.ConfigMapNodeConfigSource/properties/namespace/not",keyword:"not",params:{}};
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
const err5 = {instancePath:instancePath+"/configMap/namespace",schemaPath:"io.k8s.api.core.v1.ConfigMapNodeConfigSource/properties/namespace/minLength",keyword:"minLength",params:{limit: 1}};
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
const err7 = {instancePath:instancePath+"/configMap/name",schemaPath:"io.k8s.api.core.v1.ConfigMapNodeConfigSource/properties/name/not",keyword:"not",params:{}};
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
const err8 = {instancePath:instancePath+"/configMap/name",schemaPath:"io.k8s.api.core.v1.ConfigMapNodeConfigSource/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data0.kubeletConfigKey !== undefined){
let data3 = data0.kubeletConfigKey;
const _errs11 = errors;
const _errs12 = errors;
if(data3 !== null){
const err9 = {};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
var valid5 = _errs12 === errors;
if(valid5){
const err10 = {instancePath:instancePath+"/configMap/kubeletConfigKey",schemaPath:"io.k8s.api.core.v1.ConfigMapNodeConfigSource/properties/kubeletConfigKey/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
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
if(typeof data3 === "string"){
if(func2(data3) < 1){
const err11 = {instancePath:instancePath+"/configMap/kubeletConfigKey",schemaPath:"io.k8s.api.core.v1.ConfigMapNodeConfigSource/properties/kubeletConfigKey/minLength",keyword:"minLength",params:{limit: 1}};
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
validate19.errors = vErrors;
return errors === 0;
}


function validate18(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.NodeSpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.taints !== undefined){
let data0 = data.taints;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.key === undefined){
const err0 = {instancePath:instancePath+"/taints/" + i0,schemaPath:"io.k8s.api.core.v1.Taint/required",keyword:"required",params:{missingProperty: "key"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data1.effect === undefined){
const err1 = {instancePath:instancePath+"/taints/" + i0,schemaPath:"io.k8s.api.core.v1.Taint/required",keyword:"required",params:{missingProperty: "effect"}};
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
const err3 = {instancePath:instancePath+"/taints/" + i0+"/key",schemaPath:"io.k8s.api.core.v1.Taint/properties/key/not",keyword:"not",params:{}};
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
const err4 = {instancePath:instancePath+"/taints/" + i0+"/key",schemaPath:"io.k8s.api.core.v1.Taint/properties/key/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data1.effect !== undefined){
let data3 = data1.effect;
if(!(((((data3 === "NoExecute") || (data3 === "NoSchedule")) || (data3 === "PreferNoSchedule")) || (data3 === "")) || (data3 === null))){
const err5 = {instancePath:instancePath+"/taints/" + i0+"/effect",schemaPath:"io.k8s.api.core.v1.Taint/properties/effect/enum",keyword:"enum",params:{allowedValues: schema22.properties.effect.enum}};
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
const err7 = {instancePath:instancePath+"/taints/" + i0+"/effect",schemaPath:"io.k8s.api.core.v1.Taint/properties/effect/not",keyword:"not",params:{}};
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
const err8 = {instancePath:instancePath+"/taints/" + i0+"/effect",schemaPath:"io.k8s.api.core.v1.Taint/properties/effect/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.configSource !== undefined){
if(!(validate19(data.configSource, {instancePath:instancePath+"/configSource",parentData:data,parentDataProperty:"configSource",rootData}))){
vErrors = vErrors === null ? validate19.errors : vErrors.concat(validate19.errors);
errors = vErrors.length;
}
}
}
validate18.errors = vErrors;
return errors === 0;
}


function validate17(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.Node" */;
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

exports["io.k8s.api.core.v1.PersistentVolumeClaim"] = validate22;
const schema26 = {"properties":{"accessModes":{"items":{"enum":["ReadOnlyMany","ReadWriteMany","ReadWriteOnce","ReadWriteOncePod","",null]}},"selector":{"$ref":"io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector"},"volumeMode":{"enum":["Block","Filesystem","",null]},"dataSource":{"$ref":"io.k8s.api.core.v1.TypedLocalObjectReference"},"dataSourceRef":{"$ref":"io.k8s.api.core.v1.TypedObjectReference"}},"$id":"io.k8s.api.core.v1.PersistentVolumeClaimSpec"};

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
validate24.errors = vErrors;
return errors === 0;
}


function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
const err0 = {instancePath:instancePath+"/accessModes/" + i0,schemaPath:"#/properties/accessModes/items/enum",keyword:"enum",params:{allowedValues: schema26.properties.accessModes.items.enum}};
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
if(!(validate24(data.selector, {instancePath:instancePath+"/selector",parentData:data,parentDataProperty:"selector",rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
if(data.volumeMode !== undefined){
let data3 = data.volumeMode;
if(!((((data3 === "Block") || (data3 === "Filesystem")) || (data3 === "")) || (data3 === null))){
const err1 = {instancePath:instancePath+"/volumeMode",schemaPath:"#/properties/volumeMode/enum",keyword:"enum",params:{allowedValues: schema26.properties.volumeMode.enum}};
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
validate23.errors = vErrors;
return errors === 0;
}


function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.PersistentVolumeClaim" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate23(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
}
validate22.errors = vErrors;
return errors === 0;
}

exports["io.k8s.api.core.v1.PersistentVolume"] = validate27;
const schema32 = {"properties":{"gcePersistentDisk":{"$ref":"io.k8s.api.core.v1.GCEPersistentDiskVolumeSource"},"awsElasticBlockStore":{"$ref":"io.k8s.api.core.v1.AWSElasticBlockStoreVolumeSource"},"hostPath":{"$ref":"io.k8s.api.core.v1.HostPathVolumeSource"},"glusterfs":{"$ref":"io.k8s.api.core.v1.GlusterfsPersistentVolumeSource"},"nfs":{"$ref":"io.k8s.api.core.v1.NFSVolumeSource"},"rbd":{"$ref":"io.k8s.api.core.v1.RBDPersistentVolumeSource"},"iscsi":{"$ref":"io.k8s.api.core.v1.ISCSIPersistentVolumeSource"},"cinder":{"$ref":"io.k8s.api.core.v1.CinderPersistentVolumeSource"},"cephfs":{"$ref":"io.k8s.api.core.v1.CephFSPersistentVolumeSource"},"flexVolume":{"$ref":"io.k8s.api.core.v1.FlexPersistentVolumeSource"},"azureFile":{"$ref":"io.k8s.api.core.v1.AzureFilePersistentVolumeSource"},"vsphereVolume":{"$ref":"io.k8s.api.core.v1.VsphereVirtualDiskVolumeSource"},"quobyte":{"$ref":"io.k8s.api.core.v1.QuobyteVolumeSource"},"azureDisk":{"$ref":"io.k8s.api.core.v1.AzureDiskVolumeSource"},"photonPersistentDisk":{"$ref":"io.k8s.api.core.v1.PhotonPersistentDiskVolumeSource"},"portworxVolume":{"$ref":"io.k8s.api.core.v1.PortworxVolumeSource"},"scaleIO":{"$ref":"io.k8s.api.core.v1.ScaleIOPersistentVolumeSource"},"local":{"$ref":"io.k8s.api.core.v1.LocalVolumeSource"},"csi":{"$ref":"io.k8s.api.core.v1.CSIPersistentVolumeSource"},"accessModes":{"items":{"enum":["ReadOnlyMany","ReadWriteMany","ReadWriteOnce","ReadWriteOncePod","",null]}},"persistentVolumeReclaimPolicy":{"enum":["Delete","Recycle","Retain","",null]},"volumeMode":{"enum":["Block","Filesystem","",null]},"nodeAffinity":{"$ref":"io.k8s.api.core.v1.VolumeNodeAffinity"}},"$id":"io.k8s.api.core.v1.PersistentVolumeSpec"};
const schema35 = {"properties":{"path":{"minLength":1,"not":{"type":"null"}},"type":{"enum":["","BlockDevice","CharDevice","Directory","DirectoryOrCreate","File","FileOrCreate","Socket",null]}},"required":["path"],"$id":"io.k8s.api.core.v1.HostPathVolumeSource"};
const schema46 = {"properties":{"diskName":{"minLength":1,"not":{"type":"null"}},"diskURI":{"minLength":1,"not":{"type":"null"}},"cachingMode":{"enum":["None","ReadOnly","ReadWrite","",null]},"kind":{"enum":["Dedicated","Managed","Shared","",null]}},"required":["diskName","diskURI"],"$id":"io.k8s.api.core.v1.AzureDiskVolumeSource"};
const schema55 = {"properties":{"key":{"minLength":1,"not":{"type":"null"}},"operator":{"minLength":1,"enum":["DoesNotExist","Exists","Gt","In","Lt","NotIn","",null],"not":{"type":"null"}}},"required":["key","operator"],"$id":"io.k8s.api.core.v1.NodeSelectorRequirement"};

function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
const err5 = {instancePath:instancePath+"/matchExpressions/" + i0+"/operator",schemaPath:"io.k8s.api.core.v1.NodeSelectorRequirement/properties/operator/enum",keyword:"enum",params:{allowedValues: schema55.properties.operator.enum}};
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
const err14 = {instancePath:instancePath+"/matchFields/" + i1+"/operator",schemaPath:"io.k8s.api.core.v1.NodeSelectorRequirement/properties/operator/enum",keyword:"enum",params:{allowedValues: schema55.properties.operator.enum}};
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
validate31.errors = vErrors;
return errors === 0;
}


function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
if(!(validate31(data0[i0], {instancePath:instancePath+"/nodeSelectorTerms/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
}
}
}
validate30.errors = vErrors;
return errors === 0;
}


function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.VolumeNodeAffinity" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.required !== undefined){
if(!(validate30(data.required, {instancePath:instancePath+"/required",parentData:data,parentDataProperty:"required",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
}
validate29.errors = vErrors;
return errors === 0;
}


function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.PersistentVolumeSpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.gcePersistentDisk !== undefined){
let data0 = data.gcePersistentDisk;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.pdName === undefined){
const err0 = {instancePath:instancePath+"/gcePersistentDisk",schemaPath:"io.k8s.api.core.v1.GCEPersistentDiskVolumeSource/required",keyword:"required",params:{missingProperty: "pdName"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data0.pdName !== undefined){
let data1 = data0.pdName;
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
const err2 = {instancePath:instancePath+"/gcePersistentDisk/pdName",schemaPath:"io.k8s.api.core.v1.GCEPersistentDiskVolumeSource/properties/pdName/not",keyword:"not",params:{}};
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
const err3 = {instancePath:instancePath+"/gcePersistentDisk/pdName",schemaPath:"io.k8s.api.core.v1.GCEPersistentDiskVolumeSource/properties/pdName/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.awsElasticBlockStore !== undefined){
let data2 = data.awsElasticBlockStore;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.volumeID === undefined){
const err4 = {instancePath:instancePath+"/awsElasticBlockStore",schemaPath:"io.k8s.api.core.v1.AWSElasticBlockStoreVolumeSource/required",keyword:"required",params:{missingProperty: "volumeID"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data2.volumeID !== undefined){
let data3 = data2.volumeID;
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
const err6 = {instancePath:instancePath+"/awsElasticBlockStore/volumeID",schemaPath:"io.k8s.api.core.v1.AWSElasticBlockStoreVolumeSource/properties/volumeID/not",keyword:"not",params:{}};
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
const err7 = {instancePath:instancePath+"/awsElasticBlockStore/volumeID",schemaPath:"io.k8s.api.core.v1.AWSElasticBlockStoreVolumeSource/properties/volumeID/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.hostPath !== undefined){
let data4 = data.hostPath;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.path === undefined){
const err8 = {instancePath:instancePath+"/hostPath",schemaPath:"io.k8s.api.core.v1.HostPathVolumeSource/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data4.path !== undefined){
let data5 = data4.path;
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
const err10 = {instancePath:instancePath+"/hostPath/path",schemaPath:"io.k8s.api.core.v1.HostPathVolumeSource/properties/path/not",keyword:"not",params:{}};
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
const err11 = {instancePath:instancePath+"/hostPath/path",schemaPath:"io.k8s.api.core.v1.HostPathVolumeSource/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data4.type !== undefined){
let data6 = data4.type;
if(!(((((((((data6 === "") || (data6 === "BlockDevice")) || (data6 === "CharDevice")) || (data6 === "Directory")) || (data6 === "DirectoryOrCreate")) || (data6 === "File")) || (data6 === "FileOrCreate")) || (data6 === "Socket")) || (data6 === null))){
const err12 = {instancePath:instancePath+"/hostPath/type",schemaPath:"io.k8s.api.core.v1.HostPathVolumeSource/properties/type/enum",keyword:"enum",params:{allowedValues: schema35.properties.type.enum}};
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
if(data.glusterfs !== undefined){
let data7 = data.glusterfs;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.endpoints === undefined){
const err13 = {instancePath:instancePath+"/glusterfs",schemaPath:"io.k8s.api.core.v1.GlusterfsPersistentVolumeSource/required",keyword:"required",params:{missingProperty: "endpoints"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data7.path === undefined){
const err14 = {instancePath:instancePath+"/glusterfs",schemaPath:"io.k8s.api.core.v1.GlusterfsPersistentVolumeSource/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data7.endpoints !== undefined){
let data8 = data7.endpoints;
const _errs22 = errors;
const _errs23 = errors;
if(data8 !== null){
const err15 = {};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
var valid12 = _errs23 === errors;
if(valid12){
const err16 = {instancePath:instancePath+"/glusterfs/endpoints",schemaPath:"io.k8s.api.core.v1.GlusterfsPersistentVolumeSource/properties/endpoints/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
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
if(typeof data8 === "string"){
if(func2(data8) < 1){
const err17 = {instancePath:instancePath+"/glusterfs/endpoints",schemaPath:"io.k8s.api.core.v1.GlusterfsPersistentVolumeSource/properties/endpoints/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data7.path !== undefined){
let data9 = data7.path;
const _errs26 = errors;
const _errs27 = errors;
if(data9 !== null){
const err18 = {};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
var valid13 = _errs27 === errors;
if(valid13){
const err19 = {instancePath:instancePath+"/glusterfs/path",schemaPath:"io.k8s.api.core.v1.GlusterfsPersistentVolumeSource/properties/path/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
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
const err20 = {instancePath:instancePath+"/glusterfs/path",schemaPath:"io.k8s.api.core.v1.GlusterfsPersistentVolumeSource/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
}
}
if(data.nfs !== undefined){
let data10 = data.nfs;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.server === undefined){
const err21 = {instancePath:instancePath+"/nfs",schemaPath:"io.k8s.api.core.v1.NFSVolumeSource/required",keyword:"required",params:{missingProperty: "server"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data10.path === undefined){
const err22 = {instancePath:instancePath+"/nfs",schemaPath:"io.k8s.api.core.v1.NFSVolumeSource/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data10.server !== undefined){
let data11 = data10.server;
const _errs32 = errors;
const _errs33 = errors;
if(data11 !== null){
const err23 = {};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
var valid16 = _errs33 === errors;
if(valid16){
const err24 = {instancePath:instancePath+"/nfs/server",schemaPath:"io.k8s.api.core.v1.NFSVolumeSource/properties/server/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
else {
errors = _errs32;
if(vErrors !== null){
if(_errs32){
vErrors.length = _errs32;
}
else {
vErrors = null;
}
}
}
if(typeof data11 === "string"){
if(func2(data11) < 1){
const err25 = {instancePath:instancePath+"/nfs/server",schemaPath:"io.k8s.api.core.v1.NFSVolumeSource/properties/server/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data10.path !== undefined){
let data12 = data10.path;
const _errs36 = errors;
const _errs37 = errors;
if(data12 !== null){
const err26 = {};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
var valid17 = _errs37 === errors;
if(valid17){
const err27 = {instancePath:instancePath+"/nfs/path",schemaPath:"io.k8s.api.core.v1.NFSVolumeSource/properties/path/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
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
if(typeof data12 === "string"){
if(func2(data12) < 1){
const err28 = {instancePath:instancePath+"/nfs/path",schemaPath:"io.k8s.api.core.v1.NFSVolumeSource/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
}
}
if(data.rbd !== undefined){
let data13 = data.rbd;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13.monitors === undefined){
const err29 = {instancePath:instancePath+"/rbd",schemaPath:"io.k8s.api.core.v1.RBDPersistentVolumeSource/required",keyword:"required",params:{missingProperty: "monitors"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data13.image === undefined){
const err30 = {instancePath:instancePath+"/rbd",schemaPath:"io.k8s.api.core.v1.RBDPersistentVolumeSource/required",keyword:"required",params:{missingProperty: "image"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data13.monitors !== undefined){
let data14 = data13.monitors;
const _errs42 = errors;
const _errs43 = errors;
if(data14 !== null){
const err31 = {};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
var valid20 = _errs43 === errors;
if(valid20){
const err32 = {instancePath:instancePath+"/rbd/monitors",schemaPath:"io.k8s.api.core.v1.RBDPersistentVolumeSource/properties/monitors/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
else {
errors = _errs42;
if(vErrors !== null){
if(_errs42){
vErrors.length = _errs42;
}
else {
vErrors = null;
}
}
}
if(Array.isArray(data14)){
if(data14.length < 1){
const err33 = {instancePath:instancePath+"/rbd/monitors",schemaPath:"io.k8s.api.core.v1.RBDPersistentVolumeSource/properties/monitors/minItems",keyword:"minItems",params:{limit: 1}};
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
if(data13.image !== undefined){
let data15 = data13.image;
const _errs46 = errors;
const _errs47 = errors;
if(data15 !== null){
const err34 = {};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
var valid21 = _errs47 === errors;
if(valid21){
const err35 = {instancePath:instancePath+"/rbd/image",schemaPath:"io.k8s.api.core.v1.RBDPersistentVolumeSource/properties/image/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
else {
errors = _errs46;
if(vErrors !== null){
if(_errs46){
vErrors.length = _errs46;
}
else {
vErrors = null;
}
}
}
if(typeof data15 === "string"){
if(func2(data15) < 1){
const err36 = {instancePath:instancePath+"/rbd/image",schemaPath:"io.k8s.api.core.v1.RBDPersistentVolumeSource/properties/image/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.iscsi !== undefined){
let data16 = data.iscsi;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.targetPortal === undefined){
const err37 = {instancePath:instancePath+"/iscsi",schemaPath:"io.k8s.api.core.v1.ISCSIPersistentVolumeSource/required",keyword:"required",params:{missingProperty: "targetPortal"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(data16.iqn === undefined){
const err38 = {instancePath:instancePath+"/iscsi",schemaPath:"io.k8s.api.core.v1.ISCSIPersistentVolumeSource/required",keyword:"required",params:{missingProperty: "iqn"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(data16.targetPortal !== undefined){
let data17 = data16.targetPortal;
const _errs52 = errors;
const _errs53 = errors;
if(data17 !== null){
const err39 = {};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
var valid24 = _errs53 === errors;
if(valid24){
const err40 = {instancePath:instancePath+"/iscsi/targetPortal",schemaPath:"io.k8s.api.core.v1.ISCSIPersistentVolumeSource/properties/targetPortal/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
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
if(typeof data17 === "string"){
if(func2(data17) < 1){
const err41 = {instancePath:instancePath+"/iscsi/targetPortal",schemaPath:"io.k8s.api.core.v1.ISCSIPersistentVolumeSource/properties/targetPortal/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
if(data16.iqn !== undefined){
let data18 = data16.iqn;
const _errs56 = errors;
const _errs57 = errors;
if(data18 !== null){
const err42 = {};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
var valid25 = _errs57 === errors;
if(valid25){
const err43 = {instancePath:instancePath+"/iscsi/iqn",schemaPath:"io.k8s.api.core.v1.ISCSIPersistentVolumeSource/properties/iqn/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
else {
errors = _errs56;
if(vErrors !== null){
if(_errs56){
vErrors.length = _errs56;
}
else {
vErrors = null;
}
}
}
if(typeof data18 === "string"){
if(func2(data18) < 1){
const err44 = {instancePath:instancePath+"/iscsi/iqn",schemaPath:"io.k8s.api.core.v1.ISCSIPersistentVolumeSource/properties/iqn/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
}
}
if(data.cinder !== undefined){
let data19 = data.cinder;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(data19.volumeID === undefined){
const err45 = {instancePath:instancePath+"/cinder",schemaPath:"io.k8s.api.core.v1.CinderPersistentVolumeSource/required",keyword:"required",params:{missingProperty: "volumeID"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(data19.volumeID !== undefined){
let data20 = data19.volumeID;
const _errs62 = errors;
const _errs63 = errors;
if(data20 !== null){
const err46 = {};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
var valid28 = _errs63 === errors;
if(valid28){
const err47 = {instancePath:instancePath+"/cinder/volumeID",schemaPath:"io.k8s.api.core.v1.CinderPersistentVolumeSource/properties/volumeID/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
else {
errors = _errs62;
if(vErrors !== null){
if(_errs62){
vErrors.length = _errs62;
}
else {
vErrors = null;
}
}
}
if(typeof data20 === "string"){
if(func2(data20) < 1){
const err48 = {instancePath:instancePath+"/cinder/volumeID",schemaPath:"io.k8s.api.core.v1.CinderPersistentVolumeSource/properties/volumeID/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
}
}
if(data.cephfs !== undefined){
let data21 = data.cephfs;
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(data21.monitors === undefined){
const err49 = {instancePath:instancePath+"/cephfs",schemaPath:"io.k8s.api.core.v1.CephFSPersistentVolumeSource/required",keyword:"required",params:{missingProperty: "monitors"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(data21.monitors !== undefined){
let data22 = data21.monitors;
const _errs68 = errors;
const _errs69 = errors;
if(data22 !== null){
const err50 = {};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
var valid31 = _errs69 === errors;
if(valid31){
const err51 = {instancePath:instancePath+"/cephfs/monitors",schemaPath:"io.k8s.api.core.v1.CephFSPersistentVolumeSource/properties/monitors/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
else {
errors = _errs68;
if(vErrors !== null){
if(_errs68){
vErrors.length = _errs68;
}
else {
vErrors = null;
}
}
}
if(Array.isArray(data22)){
if(data22.length < 1){
const err52 = {instancePath:instancePath+"/cephfs/monitors",schemaPath:"io.k8s.api.core.v1.CephFSPersistentVolumeSource/properties/monitors/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
}
}
}
if(data.flexVolume !== undefined){
let data23 = data.flexVolume;
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
if(data23.driver === undefined){
const err53 = {instancePath:instancePath+"/flexVolume",schemaPath:"io.k8s.api.core.v1.FlexPersistentVolumeSource/required",keyword:"required",params:{missingProperty: "driver"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(data23.driver !== undefined){
let data24 = data23.driver;
const _errs74 = errors;
const _errs75 = errors;
if(data24 !== null){
const err54 = {};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
var valid34 = _errs75 === errors;
if(valid34){
const err55 = {instancePath:instancePath+"/flexVolume/driver",schemaPath:"io.k8s.api.core.v1.FlexPersistentVolumeSource/properties/driver/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
else {
errors = _errs74;
if(vErrors !== null){
if(_errs74){
vErrors.length = _errs74;
}
else {
vErrors = null;
}
}
}
if(typeof data24 === "string"){
if(func2(data24) < 1){
const err56 = {instancePath:instancePath+"/flexVolume/driver",schemaPath:"io.k8s.api.core.v1.FlexPersistentVolumeSource/properties/driver/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
}
}
if(data.azureFile !== undefined){
let data25 = data.azureFile;
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(data25.secretName === undefined){
const err57 = {instancePath:instancePath+"/azureFile",schemaPath:"io.k8s.api.core.v1.AzureFilePersistentVolumeSource/required",keyword:"required",params:{missingProperty: "secretName"}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if(data25.shareName === undefined){
const err58 = {instancePath:instancePath+"/azureFile",schemaPath:"io.k8s.api.core.v1.AzureFilePersistentVolumeSource/required",keyword:"required",params:{missingProperty: "shareName"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(data25.secretName !== undefined){
let data26 = data25.secretName;
const _errs80 = errors;
const _errs81 = errors;
if(data26 !== null){
const err59 = {};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
var valid37 = _errs81 === errors;
if(valid37){
const err60 = {instancePath:instancePath+"/azureFile/secretName",schemaPath:"io.k8s.api.core.v1.AzureFilePersistentVolumeSource/properties/secretName/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
else {
errors = _errs80;
if(vErrors !== null){
if(_errs80){
vErrors.length = _errs80;
}
else {
vErrors = null;
}
}
}
if(typeof data26 === "string"){
if(func2(data26) < 1){
const err61 = {instancePath:instancePath+"/azureFile/secretName",schemaPath:"io.k8s.api.core.v1.AzureFilePersistentVolumeSource/properties/secretName/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
if(data25.shareName !== undefined){
let data27 = data25.shareName;
const _errs84 = errors;
const _errs85 = errors;
if(data27 !== null){
const err62 = {};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
var valid38 = _errs85 === errors;
if(valid38){
const err63 = {instancePath:instancePath+"/azureFile/shareName",schemaPath:"io.k8s.api.core.v1.AzureFilePersistentVolumeSource/properties/shareName/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
else {
errors = _errs84;
if(vErrors !== null){
if(_errs84){
vErrors.length = _errs84;
}
else {
vErrors = null;
}
}
}
if(typeof data27 === "string"){
if(func2(data27) < 1){
const err64 = {instancePath:instancePath+"/azureFile/shareName",schemaPath:"io.k8s.api.core.v1.AzureFilePersistentVolumeSource/properties/shareName/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
}
}
}
if(data.vsphereVolume !== undefined){
let data28 = data.vsphereVolume;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
if(data28.volumePath === undefined){
const err65 = {instancePath:instancePath+"/vsphereVolume",schemaPath:"io.k8s.api.core.v1.VsphereVirtualDiskVolumeSource/required",keyword:"required",params:{missingProperty: "volumePath"}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(data28.volumePath !== undefined){
let data29 = data28.volumePath;
const _errs90 = errors;
const _errs91 = errors;
if(data29 !== null){
const err66 = {};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
var valid41 = _errs91 === errors;
if(valid41){
const err67 = {instancePath:instancePath+"/vsphereVolume/volumePath",schemaPath:"io.k8s.api.core.v1.VsphereVirtualDiskVolumeSource/properties/volumePath/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
else {
errors = _errs90;
if(vErrors !== null){
if(_errs90){
vErrors.length = _errs90;
}
else {
vErrors = null;
}
}
}
if(typeof data29 === "string"){
if(func2(data29) < 1){
const err68 = {instancePath:instancePath+"/vsphereVolume/volumePath",schemaPath:"io.k8s.api.core.v1.VsphereVirtualDiskVolumeSource/properties/volumePath/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
}
}
}
if(data.quobyte !== undefined){
let data30 = data.quobyte;
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
if(data30.registry === undefined){
const err69 = {instancePath:instancePath+"/quobyte",schemaPath:"io.k8s.api.core.v1.QuobyteVolumeSource/required",keyword:"required",params:{missingProperty: "registry"}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if(data30.volume === undefined){
const err70 = {instancePath:instancePath+"/quobyte",schemaPath:"io.k8s.api.core.v1.QuobyteVolumeSource/required",keyword:"required",params:{missingProperty: "volume"}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if(data30.registry !== undefined){
let data31 = data30.registry;
const _errs96 = errors;
const _errs97 = errors;
if(data31 !== null){
const err71 = {};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
var valid44 = _errs97 === errors;
if(valid44){
const err72 = {instancePath:instancePath+"/quobyte/registry",schemaPath:"io.k8s.api.core.v1.QuobyteVolumeSource/properties/registry/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
else {
errors = _errs96;
if(vErrors !== null){
if(_errs96){
vErrors.length = _errs96;
}
else {
vErrors = null;
}
}
}
if(typeof data31 === "string"){
if(func2(data31) < 1){
const err73 = {instancePath:instancePath+"/quobyte/registry",schemaPath:"io.k8s.api.core.v1.QuobyteVolumeSource/properties/registry/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
}
if(data30.volume !== undefined){
let data32 = data30.volume;
const _errs100 = errors;
const _errs101 = errors;
if(data32 !== null){
const err74 = {};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
var valid45 = _errs101 === errors;
if(valid45){
const err75 = {instancePath:instancePath+"/quobyte/volume",schemaPath:"io.k8s.api.core.v1.QuobyteVolumeSource/properties/volume/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
else {
errors = _errs100;
if(vErrors !== null){
if(_errs100){
vErrors.length = _errs100;
}
else {
vErrors = null;
}
}
}
if(typeof data32 === "string"){
if(func2(data32) < 1){
const err76 = {instancePath:instancePath+"/quobyte/volume",schemaPath:"io.k8s.api.core.v1.QuobyteVolumeSource/properties/volume/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
}
}
}
if(data.azureDisk !== undefined){
let data33 = data.azureDisk;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
if(data33.diskName === undefined){
const err77 = {instancePath:instancePath+"/azureDisk",schemaPath:"io.k8s.api.core.v1.AzureDiskVolumeSource/required",keyword:"required",params:{missingProperty: "diskName"}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
if(data33.diskURI === undefined){
const err78 = {instancePath:instancePath+"/azureDisk",schemaPath:"io.k8s.api.core.v1.AzureDiskVolumeSource/required",keyword:"required",params:{missingProperty: "diskURI"}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
if(data33.diskName !== undefined){
let data34 = data33.diskName;
const _errs106 = errors;
const _errs107 = errors;
if(data34 !== null){
const err79 = {};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
var valid48 = _errs107 === errors;
if(valid48){
const err80 = {instancePath:instancePath+"/azureDisk/diskName",schemaPath:"io.k8s.api.core.v1.AzureDiskVolumeSource/properties/diskName/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
else {
errors = _errs106;
if(vErrors !== null){
if(_errs106){
vErrors.length = _errs106;
}
else {
vErrors = null;
}
}
}
if(typeof data34 === "string"){
if(func2(data34) < 1){
const err81 = {instancePath:instancePath+"/azureDisk/diskName",schemaPath:"io.k8s.api.core.v1.AzureDiskVolumeSource/properties/diskName/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
}
if(data33.diskURI !== undefined){
let data35 = data33.diskURI;
const _errs110 = errors;
const _errs111 = errors;
if(data35 !== null){
const err82 = {};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
var valid49 = _errs111 === errors;
if(valid49){
const err83 = {instancePath:instancePath+"/azureDisk/diskURI",schemaPath:"io.k8s.api.core.v1.AzureDiskVolumeSource/properties/diskURI/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
else {
errors = _errs110;
if(vErrors !== null){
if(_errs110){
vErrors.length = _errs110;
}
else {
vErrors = null;
}
}
}
if(typeof data35 === "string"){
if(func2(data35) < 1){
const err84 = {instancePath:instancePath+"/azureDisk/diskURI",schemaPath:"io.k8s.api.core.v1.AzureDiskVolumeSource/properties/diskURI/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
}
if(data33.cachingMode !== undefined){
let data36 = data33.cachingMode;
if(!(((((data36 === "None") || (data36 === "ReadOnly")) || (data36 === "ReadWrite")) || (data36 === "")) || (data36 === null))){
const err85 = {instancePath:instancePath+"/azureDisk/cachingMode",schemaPath:"io.k8s.api.core.v1.AzureDiskVolumeSource/properties/cachingMode/enum",keyword:"enum",params:{allowedValues: schema46.properties.cachingMode.enum}};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data33.kind !== undefined){
let data37 = data33.kind;
if(!(((((data37 === "Dedicated") || (data37 === "Managed")) || (data37 === "Shared")) || (data37 === "")) || (data37 === null))){
const err86 = {instancePath:instancePath+"/azureDisk/kind",schemaPath:"io.k8s.api.core.v1.AzureDiskVolumeSource/properties/kind/enum",keyword:"enum",params:{allowedValues: schema46.properties.kind.enum}};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
}
}
if(data.photonPersistentDisk !== undefined){
let data38 = data.photonPersistentDisk;
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
if(data38.pdID === undefined){
const err87 = {instancePath:instancePath+"/photonPersistentDisk",schemaPath:"io.k8s.api.core.v1.PhotonPersistentDiskVolumeSource/required",keyword:"required",params:{missingProperty: "pdID"}};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
if(data38.pdID !== undefined){
let data39 = data38.pdID;
const _errs118 = errors;
const _errs119 = errors;
if(data39 !== null){
const err88 = {};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
var valid52 = _errs119 === errors;
if(valid52){
const err89 = {instancePath:instancePath+"/photonPersistentDisk/pdID",schemaPath:"io.k8s.api.core.v1.PhotonPersistentDiskVolumeSource/properties/pdID/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
else {
errors = _errs118;
if(vErrors !== null){
if(_errs118){
vErrors.length = _errs118;
}
else {
vErrors = null;
}
}
}
if(typeof data39 === "string"){
if(func2(data39) < 1){
const err90 = {instancePath:instancePath+"/photonPersistentDisk/pdID",schemaPath:"io.k8s.api.core.v1.PhotonPersistentDiskVolumeSource/properties/pdID/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.portworxVolume !== undefined){
let data40 = data.portworxVolume;
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
if(data40.volumeID === undefined){
const err91 = {instancePath:instancePath+"/portworxVolume",schemaPath:"io.k8s.api.core.v1.PortworxVolumeSource/required",keyword:"required",params:{missingProperty: "volumeID"}};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if(data40.volumeID !== undefined){
let data41 = data40.volumeID;
const _errs124 = errors;
const _errs125 = errors;
if(data41 !== null){
const err92 = {};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
var valid55 = _errs125 === errors;
if(valid55){
const err93 = {instancePath:instancePath+"/portworxVolume/volumeID",schemaPath:"io.k8s.api.core.v1.PortworxVolumeSource/properties/volumeID/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
else {
errors = _errs124;
if(vErrors !== null){
if(_errs124){
vErrors.length = _errs124;
}
else {
vErrors = null;
}
}
}
if(typeof data41 === "string"){
if(func2(data41) < 1){
const err94 = {instancePath:instancePath+"/portworxVolume/volumeID",schemaPath:"io.k8s.api.core.v1.PortworxVolumeSource/properties/volumeID/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
}
}
}
if(data.scaleIO !== undefined){
let data42 = data.scaleIO;
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
if(data42.gateway === undefined){
const err95 = {instancePath:instancePath+"/scaleIO",schemaPath:"io.k8s.api.core.v1.ScaleIOPersistentVolumeSource/required",keyword:"required",params:{missingProperty: "gateway"}};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
if(data42.system === undefined){
const err96 = {instancePath:instancePath+"/scaleIO",schemaPath:"io.k8s.api.core.v1.ScaleIOPersistentVolumeSource/required",keyword:"required",params:{missingProperty: "system"}};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
if(data42.secretRef === undefined){
const err97 = {instancePath:instancePath+"/scaleIO",schemaPath:"io.k8s.api.core.v1.ScaleIOPersistentVolumeSource/required",keyword:"required",params:{missingProperty: "secretRef"}};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
if(data42.gateway !== undefined){
let data43 = data42.gateway;
const _errs130 = errors;
const _errs131 = errors;
if(data43 !== null){
const err98 = {};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
var valid58 = _errs131 === errors;
if(valid58){
const err99 = {instancePath:instancePath+"/scaleIO/gateway",schemaPath:"io.k8s.api.core.v1.ScaleIOPersistentVolumeSource/properties/gateway/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
else {
errors = _errs130;
if(vErrors !== null){
if(_errs130){
vErrors.length = _errs130;
}
else {
vErrors = null;
}
}
}
if(typeof data43 === "string"){
if(func2(data43) < 1){
const err100 = {instancePath:instancePath+"/scaleIO/gateway",schemaPath:"io.k8s.api.core.v1.ScaleIOPersistentVolumeSource/properties/gateway/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data42.system !== undefined){
let data44 = data42.system;
const _errs134 = errors;
const _errs135 = errors;
if(data44 !== null){
const err101 = {};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
var valid59 = _errs135 === errors;
if(valid59){
const err102 = {instancePath:instancePath+"/scaleIO/system",schemaPath:"io.k8s.api.core.v1.ScaleIOPersistentVolumeSource/properties/system/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
else {
errors = _errs134;
if(vErrors !== null){
if(_errs134){
vErrors.length = _errs134;
}
else {
vErrors = null;
}
}
}
if(typeof data44 === "string"){
if(func2(data44) < 1){
const err103 = {instancePath:instancePath+"/scaleIO/system",schemaPath:"io.k8s.api.core.v1.ScaleIOPersistentVolumeSource/properties/system/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
}
if(data42.secretRef !== undefined){
const _errs138 = errors;
const _errs139 = errors;
if(data42.secretRef !== null){
const err104 = {};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
var valid60 = _errs139 === errors;
if(valid60){
const err105 = {instancePath:instancePath+"/scaleIO/secretRef",schemaPath:"io.k8s.api.core.v1.ScaleIOPersistentVolumeSource/properties/secretRef/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
else {
errors = _errs138;
if(vErrors !== null){
if(_errs138){
vErrors.length = _errs138;
}
else {
vErrors = null;
}
}
}
}
}
}
if(data.local !== undefined){
let data46 = data.local;
if(data46 && typeof data46 == "object" && !Array.isArray(data46)){
if(data46.path === undefined){
const err106 = {instancePath:instancePath+"/local",schemaPath:"io.k8s.api.core.v1.LocalVolumeSource/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
if(data46.path !== undefined){
let data47 = data46.path;
const _errs144 = errors;
const _errs145 = errors;
if(data47 !== null){
const err107 = {};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
var valid63 = _errs145 === errors;
if(valid63){
const err108 = {instancePath:instancePath+"/local/path",schemaPath:"io.k8s.api.core.v1.LocalVolumeSource/properties/path/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
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
if(typeof data47 === "string"){
if(func2(data47) < 1){
const err109 = {instancePath:instancePath+"/local/path",schemaPath:"io.k8s.api.core.v1.LocalVolumeSource/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
}
}
}
if(data.csi !== undefined){
let data48 = data.csi;
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
if(data48.driver === undefined){
const err110 = {instancePath:instancePath+"/csi",schemaPath:"io.k8s.api.core.v1.CSIPersistentVolumeSource/required",keyword:"required",params:{missingProperty: "driver"}};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
if(data48.volumeHandle === undefined){
const err111 = {instancePath:instancePath+"/csi",schemaPath:"io.k8s.api.core.v1.CSIPersistentVolumeSource/required",keyword:"required",params:{missingProperty: "volumeHandle"}};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
if(data48.driver !== undefined){
let data49 = data48.driver;
const _errs150 = errors;
const _errs151 = errors;
if(data49 !== null){
const err112 = {};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
var valid66 = _errs151 === errors;
if(valid66){
const err113 = {instancePath:instancePath+"/csi/driver",schemaPath:"io.k8s.api.core.v1.CSIPersistentVolumeSource/properties/driver/not",keyword:"not",params:{}};
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
if(typeof data49 === "string"){
if(func2(data49) < 1){
const err114 = {instancePath:instancePath+"/csi/driver",schemaPath:"io.k8s.api.core.v1.CSIPersistentVolumeSource/properties/driver/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data48.volumeHandle !== undefined){
let data50 = data48.volumeHandle;
const _errs154 = errors;
const _errs155 = errors;
if(data50 !== null){
const err115 = {};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
var valid67 = _errs155 === errors;
if(valid67){
const err116 = {instancePath:instancePath+"/csi/volumeHandle",schemaPath:"io.k8s.api.core.v1.CSIPersistentVolumeSource/properties/volumeHandle/not",keyword:"not",params:{}};
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
if(typeof data50 === "string"){
if(func2(data50) < 1){
const err117 = {instancePath:instancePath+"/csi/volumeHandle",schemaPath:"io.k8s.api.core.v1.CSIPersistentVolumeSource/properties/volumeHandle/minLength",keyword:"minLength",params:{limit: 1}};
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
}
}
if(data.accessModes !== undefined){
let data51 = data.accessModes;
if(Array.isArray(data51)){
const len0 = data51.length;
for(let i0=0; i0<len0; i0++){
let data52 = data51[i0];
if(!((((((data52 === "ReadOnlyMany") || (data52 === "ReadWriteMany")) || (data52 === "ReadWriteOnce")) || (data52 === "ReadWriteOncePod")) || (data52 === "")) || (data52 === null))){
const err118 = {instancePath:instancePath+"/accessModes/" + i0,schemaPath:"#/properties/accessModes/items/enum",keyword:"enum",params:{allowedValues: schema32.properties.accessModes.items.enum}};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
}
}
if(data.persistentVolumeReclaimPolicy !== undefined){
let data53 = data.persistentVolumeReclaimPolicy;
if(!(((((data53 === "Delete") || (data53 === "Recycle")) || (data53 === "Retain")) || (data53 === "")) || (data53 === null))){
const err119 = {instancePath:instancePath+"/persistentVolumeReclaimPolicy",schemaPath:"#/properties/persistentVolumeReclaimPolicy/enum",keyword:"enum",params:{allowedValues: schema32.properties.persistentVolumeReclaimPolicy.enum}};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
if(data.volumeMode !== undefined){
let data54 = data.volumeMode;
if(!((((data54 === "Block") || (data54 === "Filesystem")) || (data54 === "")) || (data54 === null))){
const err120 = {instancePath:instancePath+"/volumeMode",schemaPath:"#/properties/volumeMode/enum",keyword:"enum",params:{allowedValues: schema32.properties.volumeMode.enum}};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
if(data.nodeAffinity !== undefined){
if(!(validate29(data.nodeAffinity, {instancePath:instancePath+"/nodeAffinity",parentData:data,parentDataProperty:"nodeAffinity",rootData}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
}
}
validate28.errors = vErrors;
return errors === 0;
}


function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.PersistentVolume" */;
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

exports["io.k8s.api.core.v1.ResourceQuota"] = validate36;
const schema58 = {"properties":{"scopes":{"items":{"enum":["BestEffort","CrossNamespacePodAffinity","NotBestEffort","NotTerminating","PriorityClass","Terminating","VolumeAttributesClass","",null]}},"scopeSelector":{"$ref":"io.k8s.api.core.v1.ScopeSelector"}},"$id":"io.k8s.api.core.v1.ResourceQuotaSpec"};
const schema60 = {"properties":{"scopeName":{"minLength":1,"enum":["BestEffort","CrossNamespacePodAffinity","NotBestEffort","NotTerminating","PriorityClass","Terminating","VolumeAttributesClass","",null],"not":{"type":"null"}},"operator":{"minLength":1,"enum":["DoesNotExist","Exists","In","NotIn","",null],"not":{"type":"null"}}},"required":["scopeName","operator"],"$id":"io.k8s.api.core.v1.ScopedResourceSelectorRequirement"};

function validate38(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.ScopeSelector" */;
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
if(data1.scopeName === undefined){
const err0 = {instancePath:instancePath+"/matchExpressions/" + i0,schemaPath:"io.k8s.api.core.v1.ScopedResourceSelectorRequirement/required",keyword:"required",params:{missingProperty: "scopeName"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data1.operator === undefined){
const err1 = {instancePath:instancePath+"/matchExpressions/" + i0,schemaPath:"io.k8s.api.core.v1.ScopedResourceSelectorRequirement/required",keyword:"required",params:{missingProperty: "operator"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data1.scopeName !== undefined){
let data2 = data1.scopeName;
if(!(((((((((data2 === "BestEffort") || (data2 === "CrossNamespacePodAffinity")) || (data2 === "NotBestEffort")) || (data2 === "NotTerminating")) || (data2 === "PriorityClass")) || (data2 === "Terminating")) || (data2 === "VolumeAttributesClass")) || (data2 === "")) || (data2 === null))){
const err2 = {instancePath:instancePath+"/matchExpressions/" + i0+"/scopeName",schemaPath:"io.k8s.api.core.v1.ScopedResourceSelectorRequirement/properties/scopeName/enum",keyword:"enum",params:{allowedValues: schema60.properties.scopeName.enum}};
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
var valid5 = _errs5 === errors;
if(valid5){
const err4 = {instancePath:instancePath+"/matchExpressions/" + i0+"/scopeName",schemaPath:"io.k8s.api.core.v1.ScopedResourceSelectorRequirement/properties/scopeName/not",keyword:"not",params:{}};
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
const err5 = {instancePath:instancePath+"/matchExpressions/" + i0+"/scopeName",schemaPath:"io.k8s.api.core.v1.ScopedResourceSelectorRequirement/properties/scopeName/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data1.operator !== undefined){
let data3 = data1.operator;
if(!((((((data3 === "DoesNotExist") || (data3 === "Exists")) || (data3 === "In")) || (data3 === "NotIn")) || (data3 === "")) || (data3 === null))){
const err6 = {instancePath:instancePath+"/matchExpressions/" + i0+"/operator",schemaPath:"io.k8s.api.core.v1.ScopedResourceSelectorRequirement/properties/operator/enum",keyword:"enum",params:{allowedValues: schema60.properties.operator.enum}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
const _errs8 = errors;
const _errs9 = errors;
if(data3 !== null){
const err7 = {};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var valid6 = _errs9 === errors;
if(valid6){
const err8 = {instancePath:instancePath+"/matchExpressions/" + i0+"/operator",schemaPath:"io.k8s.api.core.v1.ScopedResourceSelectorRequirement/properties/operator/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
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
const err9 = {instancePath:instancePath+"/matchExpressions/" + i0+"/operator",schemaPath:"io.k8s.api.core.v1.ScopedResourceSelectorRequirement/properties/operator/minLength",keyword:"minLength",params:{limit: 1}};
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
}
validate38.errors = vErrors;
return errors === 0;
}


function validate37(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.ResourceQuotaSpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.scopes !== undefined){
let data0 = data.scopes;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(!(((((((((data1 === "BestEffort") || (data1 === "CrossNamespacePodAffinity")) || (data1 === "NotBestEffort")) || (data1 === "NotTerminating")) || (data1 === "PriorityClass")) || (data1 === "Terminating")) || (data1 === "VolumeAttributesClass")) || (data1 === "")) || (data1 === null))){
const err0 = {instancePath:instancePath+"/scopes/" + i0,schemaPath:"#/properties/scopes/items/enum",keyword:"enum",params:{allowedValues: schema58.properties.scopes.items.enum}};
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
if(data.scopeSelector !== undefined){
if(!(validate38(data.scopeSelector, {instancePath:instancePath+"/scopeSelector",parentData:data,parentDataProperty:"scopeSelector",rootData}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
}
}
validate37.errors = vErrors;
return errors === 0;
}


function validate36(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.ResourceQuota" */;
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

exports["io.k8s.api.core.v1.Secret"] = validate41;

function validate41(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.Secret" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.data !== undefined){
let data0 = data.data;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key0 in data0){
const _errs1 = errors;
if(typeof key0 === "string"){
if(func2(key0) > 253){
const err0 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/propertyNames/maxLength",keyword:"maxLength",params:{limit: 253},propertyName:key0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!pattern0.test(key0)){
const err1 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/propertyNames/pattern",keyword:"pattern",params:{pattern: "^(?!\\.$)(?!\\.\\.)[-._a-zA-Z0-9]+$"},propertyName:key0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var valid1 = _errs1 === errors;
if(!valid1){
const err2 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/propertyNames",keyword:"propertyNames",params:{propertyName: key0}};
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
validate41.errors = vErrors;
return errors === 0;
}

exports["io.k8s.api.core.v1.Service"] = validate42;
const schema63 = {"properties":{"ports":{"uniqueBy":"name","items":{"$ref":"io.k8s.api.core.v1.ServicePort"}},"type":{"enum":["ClusterIP","ExternalName","LoadBalancer","NodePort","",null]},"sessionAffinity":{"enum":["ClientIP","None","",null]},"externalTrafficPolicy":{"enum":["Cluster","Local","",null]},"ipFamilies":{"items":{"enum":["","IPv4","IPv6",null]}},"ipFamilyPolicy":{"enum":["PreferDualStack","RequireDualStack","SingleStack","",null]},"internalTrafficPolicy":{"enum":["Cluster","Local","",null]}},"$id":"io.k8s.api.core.v1.ServiceSpec"};
const schema64 = {"properties":{"name":{"pattern":"^([a-z0-9]([-a-z0-9]*[a-z0-9])?)?$","maxLength":63},"protocol":{"enum":["SCTP","TCP","UDP","",null]},"port":{"between":[1,65535]},"targetPort":{"between":[0,65535],"pattern":"^(|(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*)$","maxLength":15},"nodePort":{"between":[0,65535]}},"$id":"io.k8s.api.core.v1.ServicePort"};
const pattern3 = new RegExp("^([a-z0-9]([-a-z0-9]*[a-z0-9])?)?$", "u");
const pattern4 = new RegExp("^(|(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*)$", "u");

function validate43(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.ServiceSpec" */;
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
if(data1.name !== undefined){
let data2 = data1.name;
if(typeof data2 === "string"){
if(func2(data2) > 63){
const err0 = {instancePath:instancePath+"/ports/" + i0+"/name",schemaPath:"io.k8s.api.core.v1.ServicePort/properties/name/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!pattern3.test(data2)){
const err1 = {instancePath:instancePath+"/ports/" + i0+"/name",schemaPath:"io.k8s.api.core.v1.ServicePort/properties/name/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([-a-z0-9]*[a-z0-9])?)?$"}};
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
if(data1.protocol !== undefined){
let data3 = data1.protocol;
if(!(((((data3 === "SCTP") || (data3 === "TCP")) || (data3 === "UDP")) || (data3 === "")) || (data3 === null))){
const err2 = {instancePath:instancePath+"/ports/" + i0+"/protocol",schemaPath:"io.k8s.api.core.v1.ServicePort/properties/protocol/enum",keyword:"enum",params:{allowedValues: schema64.properties.protocol.enum}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data1.port !== undefined){
let data4 = data1.port;
if(typeof data4 == "number" || typeof data4 == "bigint"){
if(data4 < 1 || data4 > 65535){
const err3 = {instancePath:instancePath+"/ports/" + i0+"/port",schemaPath:"io.k8s.api.core.v1.ServicePort/properties/port/between",keyword:"between",params:{limits: [1, 65535]}};
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
if(data1.targetPort !== undefined){
let data5 = data1.targetPort;
if(typeof data5 == "number" || typeof data5 == "bigint"){
if(data5 < 0 || data5 > 65535){
const err4 = {instancePath:instancePath+"/ports/" + i0+"/targetPort",schemaPath:"io.k8s.api.core.v1.ServicePort/properties/targetPort/between",keyword:"between",params:{limits: [0, 65535]}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(typeof data5 === "string"){
if(func2(data5) > 15){
const err5 = {instancePath:instancePath+"/ports/" + i0+"/targetPort",schemaPath:"io.k8s.api.core.v1.ServicePort/properties/targetPort/maxLength",keyword:"maxLength",params:{limit: 15}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!pattern4.test(data5)){
const err6 = {instancePath:instancePath+"/ports/" + i0+"/targetPort",schemaPath:"io.k8s.api.core.v1.ServicePort/properties/targetPort/pattern",keyword:"pattern",params:{pattern: "^(|(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*)$"}};
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
if(data1.nodePort !== undefined){
let data6 = data1.nodePort;
if(typeof data6 == "number" || typeof data6 == "bigint"){
if(data6 < 0 || data6 > 65535){
const err7 = {instancePath:instancePath+"/ports/" + i0+"/nodePort",schemaPath:"io.k8s.api.core.v1.ServicePort/properties/nodePort/between",keyword:"between",params:{limits: [0, 65535]}};
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
const seen0 = new Set();
for(let i1=0; i1<data0.length; i1++){
const value0 = data0[i1]?.["name"];
if(value0 !== undefined && value0 !== ""){
if(seen0.has(value0)){
const err8 = {instancePath:instancePath+"/ports",schemaPath:"#/properties/ports/uniqueBy",keyword:"uniqueBy",params:{index: i1, member: "name"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
seen0.add(value0);
}
}
}
}
if(data.type !== undefined){
let data7 = data.type;
if(!((((((data7 === "ClusterIP") || (data7 === "ExternalName")) || (data7 === "LoadBalancer")) || (data7 === "NodePort")) || (data7 === "")) || (data7 === null))){
const err9 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/enum",keyword:"enum",params:{allowedValues: schema63.properties.type.enum}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.sessionAffinity !== undefined){
let data8 = data.sessionAffinity;
if(!((((data8 === "ClientIP") || (data8 === "None")) || (data8 === "")) || (data8 === null))){
const err10 = {instancePath:instancePath+"/sessionAffinity",schemaPath:"#/properties/sessionAffinity/enum",keyword:"enum",params:{allowedValues: schema63.properties.sessionAffinity.enum}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.externalTrafficPolicy !== undefined){
let data9 = data.externalTrafficPolicy;
if(!((((data9 === "Cluster") || (data9 === "Local")) || (data9 === "")) || (data9 === null))){
const err11 = {instancePath:instancePath+"/externalTrafficPolicy",schemaPath:"#/properties/externalTrafficPolicy/enum",keyword:"enum",params:{allowedValues: schema63.properties.externalTrafficPolicy.enum}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.ipFamilies !== undefined){
let data10 = data.ipFamilies;
if(Array.isArray(data10)){
const len1 = data10.length;
for(let i2=0; i2<len1; i2++){
let data11 = data10[i2];
if(!((((data11 === "") || (data11 === "IPv4")) || (data11 === "IPv6")) || (data11 === null))){
const err12 = {instancePath:instancePath+"/ipFamilies/" + i2,schemaPath:"#/properties/ipFamilies/items/enum",keyword:"enum",params:{allowedValues: schema63.properties.ipFamilies.items.enum}};
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
if(data.ipFamilyPolicy !== undefined){
let data12 = data.ipFamilyPolicy;
if(!(((((data12 === "PreferDualStack") || (data12 === "RequireDualStack")) || (data12 === "SingleStack")) || (data12 === "")) || (data12 === null))){
const err13 = {instancePath:instancePath+"/ipFamilyPolicy",schemaPath:"#/properties/ipFamilyPolicy/enum",keyword:"enum",params:{allowedValues: schema63.properties.ipFamilyPolicy.enum}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.internalTrafficPolicy !== undefined){
let data13 = data.internalTrafficPolicy;
if(!((((data13 === "Cluster") || (data13 === "Local")) || (data13 === "")) || (data13 === null))){
const err14 = {instancePath:instancePath+"/internalTrafficPolicy",schemaPath:"#/properties/internalTrafficPolicy/enum",keyword:"enum",params:{allowedValues: schema63.properties.internalTrafficPolicy.enum}};
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
validate43.errors = vErrors;
return errors === 0;
}


function validate42(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.Service" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate43(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors);
errors = vErrors.length;
}
}
}
validate42.errors = vErrors;
return errors === 0;
}

