// Generated from crds/ by `npm run generate`; never edited.
"use strict";
exports["io.k8s.api.core.v1.Pod"] = validate10;
const schema12 = {"properties":{"volumes":{"uniqueBy":"name","items":{"$ref":"io.k8s.api.core.v1.Volume"}},"initContainers":{"uniqueBy":"name","items":{"$ref":"io.k8s.api.core.v1.Container"}},"containers":{"minItems":1,"uniqueBy":"name","items":{"$ref":"io.k8s.api.core.v1.Container"},"not":{"type":"null"}},"ephemeralContainers":{"items":{"$ref":"io.k8s.api.core.v1.EphemeralContainer"}},"restartPolicy":{"enum":["Always","Never","OnFailure","",null]},"activeDeadlineSeconds":{"between":[1,2147483647]},"dnsPolicy":{"enum":["ClusterFirst","ClusterFirstWithHostNet","Default","None","",null]},"serviceAccountName":{"pattern":"^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)?$","longest":253},"nodeName":{"pattern":"^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)?$","longest":253},"securityContext":{"$ref":"io.k8s.api.core.v1.PodSecurityContext"},"affinity":{"$ref":"io.k8s.api.core.v1.Affinity"},"tolerations":{"items":{"$ref":"io.k8s.api.core.v1.Toleration"}},"preemptionPolicy":{"enum":["Never","PreemptLowerPriority",null]},"topologySpreadConstraints":{"items":{"$ref":"io.k8s.api.core.v1.TopologySpreadConstraint"}},"os":{"$ref":"io.k8s.api.core.v1.PodOS"},"resourceClaims":{"uniqueBy":"name","items":{"$ref":"io.k8s.api.core.v1.PodResourceClaim"}}},"required":["containers"],"$id":"io.k8s.api.core.v1.PodSpec"};
const schema82 = {"properties":{"effect":{"enum":["NoExecute","NoSchedule","PreferNoSchedule","",null]}},"$id":"io.k8s.api.core.v1.Toleration"};
const schema83 = {"properties":{"maxSkew":{"minimum":1},"topologyKey":{"minLength":1,"not":{"type":"null"}},"nodeAffinityPolicy":{"enum":["Honor","Ignore",null]},"nodeTaintsPolicy":{"enum":["Honor","Ignore",null]}},"required":["topologyKey"],"$id":"io.k8s.api.core.v1.TopologySpreadConstraint"};
const schema14 = {"properties":{"path":{"minLength":1,"not":{"type":"null"}},"type":{"enum":["","BlockDevice","CharDevice","Directory","DirectoryOrCreate","File","FileOrCreate","Socket",null]}},"required":["path"],"$id":"io.k8s.api.core.v1.HostPathVolumeSource"};
const schema32 = {"properties":{"diskName":{"minLength":1,"not":{"type":"null"}},"diskURI":{"minLength":1,"not":{"type":"null"}},"cachingMode":{"enum":["None","ReadOnly","ReadWrite",null]},"kind":{"enum":["Dedicated","Managed","Shared",null]}},"required":["diskName","diskURI"],"$id":"io.k8s.api.core.v1.AzureDiskVolumeSource"};
const schema50 = {"properties":{"pullPolicy":{"enum":["Always","IfNotPresent","Never","",null]}},"$id":"io.k8s.api.core.v1.ImageVolumeSource"};
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


function validate15(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
validate15.errors = vErrors;
return errors === 0;
}


function validate19(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
validate19.errors = vErrors;
return errors === 0;
}


function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
validate21.errors = vErrors;
return errors === 0;
}


function validate18(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.VolumeProjection" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.secret !== undefined){
if(!(validate19(data.secret, {instancePath:instancePath+"/secret",parentData:data,parentDataProperty:"secret",rootData}))){
vErrors = vErrors === null ? validate19.errors : vErrors.concat(validate19.errors);
errors = vErrors.length;
}
}
if(data.configMap !== undefined){
if(!(validate21(data.configMap, {instancePath:instancePath+"/configMap",parentData:data,parentDataProperty:"configMap",rootData}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
if(data.clusterTrustBundle !== undefined){
let data2 = data.clusterTrustBundle;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.path === undefined){
const err0 = {instancePath:instancePath+"/clusterTrustBundle",schemaPath:"io.k8s.api.core.v1.ClusterTrustBundleProjection/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data2.path !== undefined){
let data3 = data2.path;
const _errs5 = errors;
const _errs6 = errors;
if(data3 !== null){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var valid3 = _errs6 === errors;
if(valid3){
const err2 = {instancePath:instancePath+"/clusterTrustBundle/path",schemaPath:"io.k8s.api.core.v1.ClusterTrustBundleProjection/properties/path/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
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
const err3 = {instancePath:instancePath+"/clusterTrustBundle/path",schemaPath:"io.k8s.api.core.v1.ClusterTrustBundleProjection/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.podCertificate !== undefined){
let data4 = data.podCertificate;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.signerName === undefined){
const err4 = {instancePath:instancePath+"/podCertificate",schemaPath:"io.k8s.api.core.v1.PodCertificateProjection/required",keyword:"required",params:{missingProperty: "signerName"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data4.keyType === undefined){
const err5 = {instancePath:instancePath+"/podCertificate",schemaPath:"io.k8s.api.core.v1.PodCertificateProjection/required",keyword:"required",params:{missingProperty: "keyType"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data4.signerName !== undefined){
let data5 = data4.signerName;
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
var valid6 = _errs12 === errors;
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
if(data4.keyType !== undefined){
let data6 = data4.keyType;
const _errs15 = errors;
const _errs16 = errors;
if(data6 !== null){
const err9 = {};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
var valid7 = _errs16 === errors;
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
validate18.errors = vErrors;
return errors === 0;
}


function validate17(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.ProjectedVolumeSource" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.sources !== undefined){
let data0 = data.sources;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate18(data0[i0], {instancePath:instancePath+"/sources/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate18.errors : vErrors.concat(validate18.errors);
errors = vErrors.length;
}
}
}
}
}
validate17.errors = vErrors;
return errors === 0;
}

const schema47 = {"properties":{"volumeMode":{"enum":["Block","Filesystem",null]},"dataSource":{"$ref":"io.k8s.api.core.v1.TypedLocalObjectReference"},"dataSourceRef":{"$ref":"io.k8s.api.core.v1.TypedObjectReference"}},"$id":"io.k8s.api.core.v1.PersistentVolumeClaimSpec"};

function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.PersistentVolumeClaimSpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.volumeMode !== undefined){
let data0 = data.volumeMode;
if(!(((data0 === "Block") || (data0 === "Filesystem")) || (data0 === null))){
const err0 = {instancePath:instancePath+"/volumeMode",schemaPath:"#/properties/volumeMode/enum",keyword:"enum",params:{allowedValues: schema47.properties.volumeMode.enum}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.dataSource !== undefined){
let data1 = data.dataSource;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.kind === undefined){
const err1 = {instancePath:instancePath+"/dataSource",schemaPath:"io.k8s.api.core.v1.TypedLocalObjectReference/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data1.name === undefined){
const err2 = {instancePath:instancePath+"/dataSource",schemaPath:"io.k8s.api.core.v1.TypedLocalObjectReference/required",keyword:"required",params:{missingProperty: "name"}};
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
const err4 = {instancePath:instancePath+"/dataSource/kind",schemaPath:"io.k8s.api.core.v1.TypedLocalObjectReference/properties/kind/not",keyword:"not",params:{}};
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
const err5 = {instancePath:instancePath+"/dataSource/kind",schemaPath:"io.k8s.api.core.v1.TypedLocalObjectReference/properties/kind/minLength",keyword:"minLength",params:{limit: 1}};
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
const err7 = {instancePath:instancePath+"/dataSource/name",schemaPath:"io.k8s.api.core.v1.TypedLocalObjectReference/properties/name/not",keyword:"not",params:{}};
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
const err8 = {instancePath:instancePath+"/dataSource/name",schemaPath:"io.k8s.api.core.v1.TypedLocalObjectReference/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.dataSourceRef !== undefined){
let data4 = data.dataSourceRef;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.kind === undefined){
const err9 = {instancePath:instancePath+"/dataSourceRef",schemaPath:"io.k8s.api.core.v1.TypedObjectReference/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data4.name === undefined){
const err10 = {instancePath:instancePath+"/dataSourceRef",schemaPath:"io.k8s.api.core.v1.TypedObjectReference/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data4.kind !== undefined){
let data5 = data4.kind;
const _errs14 = errors;
const _errs15 = errors;
if(data5 !== null){
const err11 = {};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var valid7 = _errs15 === errors;
if(valid7){
const err12 = {instancePath:instancePath+"/dataSourceRef/kind",schemaPath:"io.k8s.api.core.v1.TypedObjectReference/properties/kind/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
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
const err13 = {instancePath:instancePath+"/dataSourceRef/kind",schemaPath:"io.k8s.api.core.v1.TypedObjectReference/properties/kind/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data4.name !== undefined){
let data6 = data4.name;
const _errs18 = errors;
const _errs19 = errors;
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
var valid8 = _errs19 === errors;
if(valid8){
const err15 = {instancePath:instancePath+"/dataSourceRef/name",schemaPath:"io.k8s.api.core.v1.TypedObjectReference/properties/name/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
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
const err16 = {instancePath:instancePath+"/dataSourceRef/name",schemaPath:"io.k8s.api.core.v1.TypedObjectReference/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
validate27.errors = vErrors;
return errors === 0;
}


function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.PersistentVolumeClaimTemplate" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate27(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
}
validate26.errors = vErrors;
return errors === 0;
}


function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.EphemeralVolumeSource" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.volumeClaimTemplate !== undefined){
if(!(validate26(data.volumeClaimTemplate, {instancePath:instancePath+"/volumeClaimTemplate",parentData:data,parentDataProperty:"volumeClaimTemplate",rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
}
}
validate25.errors = vErrors;
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
if(!pattern0.test(data0)){
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([-a-z0-9]*[a-z0-9])?)?$"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data0.length > 63){
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/longest",keyword:"longest",params:{limit: 63}};
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
if(data.awsElasticBlockStore !== undefined){
let data4 = data.awsElasticBlockStore;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.volumeID === undefined){
const err11 = {instancePath:instancePath+"/awsElasticBlockStore",schemaPath:"io.k8s.api.core.v1.AWSElasticBlockStoreVolumeSource/required",keyword:"required",params:{missingProperty: "volumeID"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data4.volumeID !== undefined){
let data5 = data4.volumeID;
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
const err13 = {instancePath:instancePath+"/awsElasticBlockStore/volumeID",schemaPath:"io.k8s.api.core.v1.AWSElasticBlockStoreVolumeSource/properties/volumeID/not",keyword:"not",params:{}};
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
const err14 = {instancePath:instancePath+"/awsElasticBlockStore/volumeID",schemaPath:"io.k8s.api.core.v1.AWSElasticBlockStoreVolumeSource/properties/volumeID/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.gitRepo !== undefined){
let data6 = data.gitRepo;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.repository === undefined){
const err15 = {instancePath:instancePath+"/gitRepo",schemaPath:"io.k8s.api.core.v1.GitRepoVolumeSource/required",keyword:"required",params:{missingProperty: "repository"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data6.repository !== undefined){
let data7 = data6.repository;
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
const err17 = {instancePath:instancePath+"/gitRepo/repository",schemaPath:"io.k8s.api.core.v1.GitRepoVolumeSource/properties/repository/not",keyword:"not",params:{}};
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
const err18 = {instancePath:instancePath+"/gitRepo/repository",schemaPath:"io.k8s.api.core.v1.GitRepoVolumeSource/properties/repository/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.secret !== undefined){
if(!(validate13(data.secret, {instancePath:instancePath+"/secret",parentData:data,parentDataProperty:"secret",rootData}))){
vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
errors = vErrors.length;
}
}
if(data.nfs !== undefined){
let data9 = data.nfs;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.server === undefined){
const err19 = {instancePath:instancePath+"/nfs",schemaPath:"io.k8s.api.core.v1.NFSVolumeSource/required",keyword:"required",params:{missingProperty: "server"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data9.path === undefined){
const err20 = {instancePath:instancePath+"/nfs",schemaPath:"io.k8s.api.core.v1.NFSVolumeSource/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data9.server !== undefined){
let data10 = data9.server;
const _errs27 = errors;
const _errs28 = errors;
if(data10 !== null){
const err21 = {};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
var valid13 = _errs28 === errors;
if(valid13){
const err22 = {instancePath:instancePath+"/nfs/server",schemaPath:"io.k8s.api.core.v1.NFSVolumeSource/properties/server/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
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
if(typeof data10 === "string"){
if(func2(data10) < 1){
const err23 = {instancePath:instancePath+"/nfs/server",schemaPath:"io.k8s.api.core.v1.NFSVolumeSource/properties/server/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data9.path !== undefined){
let data11 = data9.path;
const _errs31 = errors;
const _errs32 = errors;
if(data11 !== null){
const err24 = {};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
var valid14 = _errs32 === errors;
if(valid14){
const err25 = {instancePath:instancePath+"/nfs/path",schemaPath:"io.k8s.api.core.v1.NFSVolumeSource/properties/path/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
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
if(typeof data11 === "string"){
if(func2(data11) < 1){
const err26 = {instancePath:instancePath+"/nfs/path",schemaPath:"io.k8s.api.core.v1.NFSVolumeSource/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
}
}
if(data.iscsi !== undefined){
let data12 = data.iscsi;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.targetPortal === undefined){
const err27 = {instancePath:instancePath+"/iscsi",schemaPath:"io.k8s.api.core.v1.ISCSIVolumeSource/required",keyword:"required",params:{missingProperty: "targetPortal"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data12.iqn === undefined){
const err28 = {instancePath:instancePath+"/iscsi",schemaPath:"io.k8s.api.core.v1.ISCSIVolumeSource/required",keyword:"required",params:{missingProperty: "iqn"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data12.targetPortal !== undefined){
let data13 = data12.targetPortal;
const _errs37 = errors;
const _errs38 = errors;
if(data13 !== null){
const err29 = {};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
var valid17 = _errs38 === errors;
if(valid17){
const err30 = {instancePath:instancePath+"/iscsi/targetPortal",schemaPath:"io.k8s.api.core.v1.ISCSIVolumeSource/properties/targetPortal/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
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
const err31 = {instancePath:instancePath+"/iscsi/targetPortal",schemaPath:"io.k8s.api.core.v1.ISCSIVolumeSource/properties/targetPortal/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
if(data12.iqn !== undefined){
let data14 = data12.iqn;
const _errs41 = errors;
const _errs42 = errors;
if(data14 !== null){
const err32 = {};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
var valid18 = _errs42 === errors;
if(valid18){
const err33 = {instancePath:instancePath+"/iscsi/iqn",schemaPath:"io.k8s.api.core.v1.ISCSIVolumeSource/properties/iqn/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
else {
errors = _errs41;
if(vErrors !== null){
if(_errs41){
vErrors.length = _errs41;
}
else {
vErrors = null;
}
}
}
if(typeof data14 === "string"){
if(func2(data14) < 1){
const err34 = {instancePath:instancePath+"/iscsi/iqn",schemaPath:"io.k8s.api.core.v1.ISCSIVolumeSource/properties/iqn/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.glusterfs !== undefined){
let data15 = data.glusterfs;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(data15.endpoints === undefined){
const err35 = {instancePath:instancePath+"/glusterfs",schemaPath:"io.k8s.api.core.v1.GlusterfsVolumeSource/required",keyword:"required",params:{missingProperty: "endpoints"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(data15.path === undefined){
const err36 = {instancePath:instancePath+"/glusterfs",schemaPath:"io.k8s.api.core.v1.GlusterfsVolumeSource/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(data15.endpoints !== undefined){
let data16 = data15.endpoints;
const _errs47 = errors;
const _errs48 = errors;
if(data16 !== null){
const err37 = {};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
var valid21 = _errs48 === errors;
if(valid21){
const err38 = {instancePath:instancePath+"/glusterfs/endpoints",schemaPath:"io.k8s.api.core.v1.GlusterfsVolumeSource/properties/endpoints/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
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
const err39 = {instancePath:instancePath+"/glusterfs/endpoints",schemaPath:"io.k8s.api.core.v1.GlusterfsVolumeSource/properties/endpoints/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data15.path !== undefined){
let data17 = data15.path;
const _errs51 = errors;
const _errs52 = errors;
if(data17 !== null){
const err40 = {};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
var valid22 = _errs52 === errors;
if(valid22){
const err41 = {instancePath:instancePath+"/glusterfs/path",schemaPath:"io.k8s.api.core.v1.GlusterfsVolumeSource/properties/path/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
else {
errors = _errs51;
if(vErrors !== null){
if(_errs51){
vErrors.length = _errs51;
}
else {
vErrors = null;
}
}
}
if(typeof data17 === "string"){
if(func2(data17) < 1){
const err42 = {instancePath:instancePath+"/glusterfs/path",schemaPath:"io.k8s.api.core.v1.GlusterfsVolumeSource/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.persistentVolumeClaim !== undefined){
let data18 = data.persistentVolumeClaim;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
if(data18.claimName === undefined){
const err43 = {instancePath:instancePath+"/persistentVolumeClaim",schemaPath:"io.k8s.api.core.v1.PersistentVolumeClaimVolumeSource/required",keyword:"required",params:{missingProperty: "claimName"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(data18.claimName !== undefined){
let data19 = data18.claimName;
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
const err45 = {instancePath:instancePath+"/persistentVolumeClaim/claimName",schemaPath:"io.k8s.api.core.v1.PersistentVolumeClaimVolumeSource/properties/claimName/not",keyword:"not",params:{}};
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
const err46 = {instancePath:instancePath+"/persistentVolumeClaim/claimName",schemaPath:"io.k8s.api.core.v1.PersistentVolumeClaimVolumeSource/properties/claimName/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.rbd !== undefined){
let data20 = data.rbd;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.monitors === undefined){
const err47 = {instancePath:instancePath+"/rbd",schemaPath:"io.k8s.api.core.v1.RBDVolumeSource/required",keyword:"required",params:{missingProperty: "monitors"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data20.image === undefined){
const err48 = {instancePath:instancePath+"/rbd",schemaPath:"io.k8s.api.core.v1.RBDVolumeSource/required",keyword:"required",params:{missingProperty: "image"}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(data20.monitors !== undefined){
let data21 = data20.monitors;
const _errs63 = errors;
const _errs64 = errors;
if(data21 !== null){
const err49 = {};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
var valid28 = _errs64 === errors;
if(valid28){
const err50 = {instancePath:instancePath+"/rbd/monitors",schemaPath:"io.k8s.api.core.v1.RBDVolumeSource/properties/monitors/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
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
if(Array.isArray(data21)){
if(data21.length < 1){
const err51 = {instancePath:instancePath+"/rbd/monitors",schemaPath:"io.k8s.api.core.v1.RBDVolumeSource/properties/monitors/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
if(data20.image !== undefined){
let data22 = data20.image;
const _errs67 = errors;
const _errs68 = errors;
if(data22 !== null){
const err52 = {};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
var valid29 = _errs68 === errors;
if(valid29){
const err53 = {instancePath:instancePath+"/rbd/image",schemaPath:"io.k8s.api.core.v1.RBDVolumeSource/properties/image/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
else {
errors = _errs67;
if(vErrors !== null){
if(_errs67){
vErrors.length = _errs67;
}
else {
vErrors = null;
}
}
}
if(typeof data22 === "string"){
if(func2(data22) < 1){
const err54 = {instancePath:instancePath+"/rbd/image",schemaPath:"io.k8s.api.core.v1.RBDVolumeSource/properties/image/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
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
const err55 = {instancePath:instancePath+"/flexVolume",schemaPath:"io.k8s.api.core.v1.FlexVolumeSource/required",keyword:"required",params:{missingProperty: "driver"}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(data23.driver !== undefined){
let data24 = data23.driver;
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
const err57 = {instancePath:instancePath+"/flexVolume/driver",schemaPath:"io.k8s.api.core.v1.FlexVolumeSource/properties/driver/not",keyword:"not",params:{}};
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
const err58 = {instancePath:instancePath+"/flexVolume/driver",schemaPath:"io.k8s.api.core.v1.FlexVolumeSource/properties/driver/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.cinder !== undefined){
let data25 = data.cinder;
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(data25.volumeID === undefined){
const err59 = {instancePath:instancePath+"/cinder",schemaPath:"io.k8s.api.core.v1.CinderVolumeSource/required",keyword:"required",params:{missingProperty: "volumeID"}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(data25.volumeID !== undefined){
let data26 = data25.volumeID;
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
const err61 = {instancePath:instancePath+"/cinder/volumeID",schemaPath:"io.k8s.api.core.v1.CinderVolumeSource/properties/volumeID/not",keyword:"not",params:{}};
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
const err62 = {instancePath:instancePath+"/cinder/volumeID",schemaPath:"io.k8s.api.core.v1.CinderVolumeSource/properties/volumeID/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.cephfs !== undefined){
let data27 = data.cephfs;
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
if(data27.monitors === undefined){
const err63 = {instancePath:instancePath+"/cephfs",schemaPath:"io.k8s.api.core.v1.CephFSVolumeSource/required",keyword:"required",params:{missingProperty: "monitors"}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(data27.monitors !== undefined){
let data28 = data27.monitors;
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
const err65 = {instancePath:instancePath+"/cephfs/monitors",schemaPath:"io.k8s.api.core.v1.CephFSVolumeSource/properties/monitors/not",keyword:"not",params:{}};
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
if(Array.isArray(data28)){
if(data28.length < 1){
const err66 = {instancePath:instancePath+"/cephfs/monitors",schemaPath:"io.k8s.api.core.v1.CephFSVolumeSource/properties/monitors/minItems",keyword:"minItems",params:{limit: 1}};
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
if(data.azureFile !== undefined){
let data29 = data.azureFile;
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
if(data29.secretName === undefined){
const err67 = {instancePath:instancePath+"/azureFile",schemaPath:"io.k8s.api.core.v1.AzureFileVolumeSource/required",keyword:"required",params:{missingProperty: "secretName"}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if(data29.shareName === undefined){
const err68 = {instancePath:instancePath+"/azureFile",schemaPath:"io.k8s.api.core.v1.AzureFileVolumeSource/required",keyword:"required",params:{missingProperty: "shareName"}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(data29.secretName !== undefined){
let data30 = data29.secretName;
const _errs91 = errors;
const _errs92 = errors;
if(data30 !== null){
const err69 = {};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
var valid41 = _errs92 === errors;
if(valid41){
const err70 = {instancePath:instancePath+"/azureFile/secretName",schemaPath:"io.k8s.api.core.v1.AzureFileVolumeSource/properties/secretName/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
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
if(typeof data30 === "string"){
if(func2(data30) < 1){
const err71 = {instancePath:instancePath+"/azureFile/secretName",schemaPath:"io.k8s.api.core.v1.AzureFileVolumeSource/properties/secretName/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
}
if(data29.shareName !== undefined){
let data31 = data29.shareName;
const _errs95 = errors;
const _errs96 = errors;
if(data31 !== null){
const err72 = {};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
var valid42 = _errs96 === errors;
if(valid42){
const err73 = {instancePath:instancePath+"/azureFile/shareName",schemaPath:"io.k8s.api.core.v1.AzureFileVolumeSource/properties/shareName/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
else {
errors = _errs95;
if(vErrors !== null){
if(_errs95){
vErrors.length = _errs95;
}
else {
vErrors = null;
}
}
}
if(typeof data31 === "string"){
if(func2(data31) < 1){
const err74 = {instancePath:instancePath+"/azureFile/shareName",schemaPath:"io.k8s.api.core.v1.AzureFileVolumeSource/properties/shareName/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
}
}
}
if(data.configMap !== undefined){
if(!(validate15(data.configMap, {instancePath:instancePath+"/configMap",parentData:data,parentDataProperty:"configMap",rootData}))){
vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
errors = vErrors.length;
}
}
if(data.vsphereVolume !== undefined){
let data33 = data.vsphereVolume;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
if(data33.volumePath === undefined){
const err75 = {instancePath:instancePath+"/vsphereVolume",schemaPath:"io.k8s.api.core.v1.VsphereVirtualDiskVolumeSource/required",keyword:"required",params:{missingProperty: "volumePath"}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
if(data33.volumePath !== undefined){
let data34 = data33.volumePath;
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
const err77 = {instancePath:instancePath+"/vsphereVolume/volumePath",schemaPath:"io.k8s.api.core.v1.VsphereVirtualDiskVolumeSource/properties/volumePath/not",keyword:"not",params:{}};
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
const err78 = {instancePath:instancePath+"/vsphereVolume/volumePath",schemaPath:"io.k8s.api.core.v1.VsphereVirtualDiskVolumeSource/properties/volumePath/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.quobyte !== undefined){
let data35 = data.quobyte;
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
if(data35.registry === undefined){
const err79 = {instancePath:instancePath+"/quobyte",schemaPath:"io.k8s.api.core.v1.QuobyteVolumeSource/required",keyword:"required",params:{missingProperty: "registry"}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
if(data35.volume === undefined){
const err80 = {instancePath:instancePath+"/quobyte",schemaPath:"io.k8s.api.core.v1.QuobyteVolumeSource/required",keyword:"required",params:{missingProperty: "volume"}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
if(data35.registry !== undefined){
let data36 = data35.registry;
const _errs108 = errors;
const _errs109 = errors;
if(data36 !== null){
const err81 = {};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
var valid48 = _errs109 === errors;
if(valid48){
const err82 = {instancePath:instancePath+"/quobyte/registry",schemaPath:"io.k8s.api.core.v1.QuobyteVolumeSource/properties/registry/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
else {
errors = _errs108;
if(vErrors !== null){
if(_errs108){
vErrors.length = _errs108;
}
else {
vErrors = null;
}
}
}
if(typeof data36 === "string"){
if(func2(data36) < 1){
const err83 = {instancePath:instancePath+"/quobyte/registry",schemaPath:"io.k8s.api.core.v1.QuobyteVolumeSource/properties/registry/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
}
if(data35.volume !== undefined){
let data37 = data35.volume;
const _errs112 = errors;
const _errs113 = errors;
if(data37 !== null){
const err84 = {};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
var valid49 = _errs113 === errors;
if(valid49){
const err85 = {instancePath:instancePath+"/quobyte/volume",schemaPath:"io.k8s.api.core.v1.QuobyteVolumeSource/properties/volume/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
else {
errors = _errs112;
if(vErrors !== null){
if(_errs112){
vErrors.length = _errs112;
}
else {
vErrors = null;
}
}
}
if(typeof data37 === "string"){
if(func2(data37) < 1){
const err86 = {instancePath:instancePath+"/quobyte/volume",schemaPath:"io.k8s.api.core.v1.QuobyteVolumeSource/properties/volume/minLength",keyword:"minLength",params:{limit: 1}};
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
}
if(data.azureDisk !== undefined){
let data38 = data.azureDisk;
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
if(data38.diskName === undefined){
const err87 = {instancePath:instancePath+"/azureDisk",schemaPath:"io.k8s.api.core.v1.AzureDiskVolumeSource/required",keyword:"required",params:{missingProperty: "diskName"}};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
if(data38.diskURI === undefined){
const err88 = {instancePath:instancePath+"/azureDisk",schemaPath:"io.k8s.api.core.v1.AzureDiskVolumeSource/required",keyword:"required",params:{missingProperty: "diskURI"}};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
if(data38.diskName !== undefined){
let data39 = data38.diskName;
const _errs118 = errors;
const _errs119 = errors;
if(data39 !== null){
const err89 = {};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
var valid52 = _errs119 === errors;
if(valid52){
const err90 = {instancePath:instancePath+"/azureDisk/diskName",schemaPath:"io.k8s.api.core.v1.AzureDiskVolumeSource/properties/diskName/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
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
const err91 = {instancePath:instancePath+"/azureDisk/diskName",schemaPath:"io.k8s.api.core.v1.AzureDiskVolumeSource/properties/diskName/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
}
if(data38.diskURI !== undefined){
let data40 = data38.diskURI;
const _errs122 = errors;
const _errs123 = errors;
if(data40 !== null){
const err92 = {};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
var valid53 = _errs123 === errors;
if(valid53){
const err93 = {instancePath:instancePath+"/azureDisk/diskURI",schemaPath:"io.k8s.api.core.v1.AzureDiskVolumeSource/properties/diskURI/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
else {
errors = _errs122;
if(vErrors !== null){
if(_errs122){
vErrors.length = _errs122;
}
else {
vErrors = null;
}
}
}
if(typeof data40 === "string"){
if(func2(data40) < 1){
const err94 = {instancePath:instancePath+"/azureDisk/diskURI",schemaPath:"io.k8s.api.core.v1.AzureDiskVolumeSource/properties/diskURI/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data38.cachingMode !== undefined){
let data41 = data38.cachingMode;
if(!((((data41 === "None") || (data41 === "ReadOnly")) || (data41 === "ReadWrite")) || (data41 === null))){
const err95 = {instancePath:instancePath+"/azureDisk/cachingMode",schemaPath:"io.k8s.api.core.v1.AzureDiskVolumeSource/properties/cachingMode/enum",keyword:"enum",params:{allowedValues: schema32.properties.cachingMode.enum}};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
if(data38.kind !== undefined){
let data42 = data38.kind;
if(!((((data42 === "Dedicated") || (data42 === "Managed")) || (data42 === "Shared")) || (data42 === null))){
const err96 = {instancePath:instancePath+"/azureDisk/kind",schemaPath:"io.k8s.api.core.v1.AzureDiskVolumeSource/properties/kind/enum",keyword:"enum",params:{allowedValues: schema32.properties.kind.enum}};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
}
}
if(data.photonPersistentDisk !== undefined){
let data43 = data.photonPersistentDisk;
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
if(data43.pdID === undefined){
const err97 = {instancePath:instancePath+"/photonPersistentDisk",schemaPath:"io.k8s.api.core.v1.PhotonPersistentDiskVolumeSource/required",keyword:"required",params:{missingProperty: "pdID"}};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
if(data43.pdID !== undefined){
let data44 = data43.pdID;
const _errs130 = errors;
const _errs131 = errors;
if(data44 !== null){
const err98 = {};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
var valid56 = _errs131 === errors;
if(valid56){
const err99 = {instancePath:instancePath+"/photonPersistentDisk/pdID",schemaPath:"io.k8s.api.core.v1.PhotonPersistentDiskVolumeSource/properties/pdID/not",keyword:"not",params:{}};
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
if(typeof data44 === "string"){
if(func2(data44) < 1){
const err100 = {instancePath:instancePath+"/photonPersistentDisk/pdID",schemaPath:"io.k8s.api.core.v1.PhotonPersistentDiskVolumeSource/properties/pdID/minLength",keyword:"minLength",params:{limit: 1}};
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
}
if(data.projected !== undefined){
if(!(validate17(data.projected, {instancePath:instancePath+"/projected",parentData:data,parentDataProperty:"projected",rootData}))){
vErrors = vErrors === null ? validate17.errors : vErrors.concat(validate17.errors);
errors = vErrors.length;
}
}
if(data.portworxVolume !== undefined){
let data46 = data.portworxVolume;
if(data46 && typeof data46 == "object" && !Array.isArray(data46)){
if(data46.volumeID === undefined){
const err101 = {instancePath:instancePath+"/portworxVolume",schemaPath:"io.k8s.api.core.v1.PortworxVolumeSource/required",keyword:"required",params:{missingProperty: "volumeID"}};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
if(data46.volumeID !== undefined){
let data47 = data46.volumeID;
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
const err103 = {instancePath:instancePath+"/portworxVolume/volumeID",schemaPath:"io.k8s.api.core.v1.PortworxVolumeSource/properties/volumeID/not",keyword:"not",params:{}};
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
const err104 = {instancePath:instancePath+"/portworxVolume/volumeID",schemaPath:"io.k8s.api.core.v1.PortworxVolumeSource/properties/volumeID/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.scaleIO !== undefined){
let data48 = data.scaleIO;
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
if(data48.gateway === undefined){
const err105 = {instancePath:instancePath+"/scaleIO",schemaPath:"io.k8s.api.core.v1.ScaleIOVolumeSource/required",keyword:"required",params:{missingProperty: "gateway"}};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
if(data48.system === undefined){
const err106 = {instancePath:instancePath+"/scaleIO",schemaPath:"io.k8s.api.core.v1.ScaleIOVolumeSource/required",keyword:"required",params:{missingProperty: "system"}};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
if(data48.gateway !== undefined){
let data49 = data48.gateway;
const _errs143 = errors;
const _errs144 = errors;
if(data49 !== null){
const err107 = {};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
var valid62 = _errs144 === errors;
if(valid62){
const err108 = {instancePath:instancePath+"/scaleIO/gateway",schemaPath:"io.k8s.api.core.v1.ScaleIOVolumeSource/properties/gateway/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
else {
errors = _errs143;
if(vErrors !== null){
if(_errs143){
vErrors.length = _errs143;
}
else {
vErrors = null;
}
}
}
if(typeof data49 === "string"){
if(func2(data49) < 1){
const err109 = {instancePath:instancePath+"/scaleIO/gateway",schemaPath:"io.k8s.api.core.v1.ScaleIOVolumeSource/properties/gateway/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data48.system !== undefined){
let data50 = data48.system;
const _errs147 = errors;
const _errs148 = errors;
if(data50 !== null){
const err110 = {};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
var valid63 = _errs148 === errors;
if(valid63){
const err111 = {instancePath:instancePath+"/scaleIO/system",schemaPath:"io.k8s.api.core.v1.ScaleIOVolumeSource/properties/system/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
else {
errors = _errs147;
if(vErrors !== null){
if(_errs147){
vErrors.length = _errs147;
}
else {
vErrors = null;
}
}
}
if(typeof data50 === "string"){
if(func2(data50) < 1){
const err112 = {instancePath:instancePath+"/scaleIO/system",schemaPath:"io.k8s.api.core.v1.ScaleIOVolumeSource/properties/system/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
}
}
}
if(data.csi !== undefined){
let data51 = data.csi;
if(data51 && typeof data51 == "object" && !Array.isArray(data51)){
if(data51.driver === undefined){
const err113 = {instancePath:instancePath+"/csi",schemaPath:"io.k8s.api.core.v1.CSIVolumeSource/required",keyword:"required",params:{missingProperty: "driver"}};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
if(data51.driver !== undefined){
let data52 = data51.driver;
const _errs153 = errors;
const _errs154 = errors;
if(data52 !== null){
const err114 = {};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
var valid66 = _errs154 === errors;
if(valid66){
const err115 = {instancePath:instancePath+"/csi/driver",schemaPath:"io.k8s.api.core.v1.CSIVolumeSource/properties/driver/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
else {
errors = _errs153;
if(vErrors !== null){
if(_errs153){
vErrors.length = _errs153;
}
else {
vErrors = null;
}
}
}
if(typeof data52 === "string"){
if(func2(data52) < 1){
const err116 = {instancePath:instancePath+"/csi/driver",schemaPath:"io.k8s.api.core.v1.CSIVolumeSource/properties/driver/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
}
}
}
if(data.ephemeral !== undefined){
if(!(validate25(data.ephemeral, {instancePath:instancePath+"/ephemeral",parentData:data,parentDataProperty:"ephemeral",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.image !== undefined){
let data54 = data.image;
if(data54 && typeof data54 == "object" && !Array.isArray(data54)){
if(data54.pullPolicy !== undefined){
let data55 = data54.pullPolicy;
if(!(((((data55 === "Always") || (data55 === "IfNotPresent")) || (data55 === "Never")) || (data55 === "")) || (data55 === null))){
const err117 = {instancePath:instancePath+"/image/pullPolicy",schemaPath:"io.k8s.api.core.v1.ImageVolumeSource/properties/pullPolicy/enum",keyword:"enum",params:{allowedValues: schema50.properties.pullPolicy.enum}};
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
validate12.errors = vErrors;
return errors === 0;
}

const schema51 = {"properties":{"name":{"minLength":1,"pattern":"^([a-z0-9]([-a-z0-9]*[a-z0-9])?)?$","longest":63,"not":{"type":"null"}},"image":{"minLength":1,"not":{"type":"null"}},"ports":{"items":{"$ref":"io.k8s.api.core.v1.ContainerPort"}},"env":{"items":{"$ref":"io.k8s.api.core.v1.EnvVar"}},"volumeMounts":{"items":{"$ref":"io.k8s.api.core.v1.VolumeMount"}},"volumeDevices":{"items":{"$ref":"io.k8s.api.core.v1.VolumeDevice"}},"livenessProbe":{"$ref":"io.k8s.api.core.v1.Probe"},"readinessProbe":{"$ref":"io.k8s.api.core.v1.Probe"},"startupProbe":{"$ref":"io.k8s.api.core.v1.Probe"},"lifecycle":{"$ref":"io.k8s.api.core.v1.Lifecycle"},"terminationMessagePolicy":{"enum":["FallbackToLogsOnError","File","",null]},"imagePullPolicy":{"enum":["Always","IfNotPresent","Never","",null]},"securityContext":{"$ref":"io.k8s.api.core.v1.SecurityContext"}},"required":["name","image"],"$id":"io.k8s.api.core.v1.Container"};
const schema52 = {"properties":{"hostPort":{"between":[0,65535]},"containerPort":{"between":[1,65535,"counts as missing"],"not":{"type":"null"}},"protocol":{"enum":["SCTP","TCP","UDP","",null]}},"required":["containerPort"],"$id":"io.k8s.api.core.v1.ContainerPort"};
const pattern2 = new RegExp("^[ -<>-~]*$", "u");

function validate34(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.EnvVarSource" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.configMapKeyRef !== undefined){
let data0 = data.configMapKeyRef;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.key === undefined){
const err0 = {instancePath:instancePath+"/configMapKeyRef",schemaPath:"io.k8s.api.core.v1.ConfigMapKeySelector/required",keyword:"required",params:{missingProperty: "key"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data0.key !== undefined){
let data1 = data0.key;
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
const err2 = {instancePath:instancePath+"/configMapKeyRef/key",schemaPath:"io.k8s.api.core.v1.ConfigMapKeySelector/properties/key/not",keyword:"not",params:{}};
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
const err3 = {instancePath:instancePath+"/configMapKeyRef/key",schemaPath:"io.k8s.api.core.v1.ConfigMapKeySelector/properties/key/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.secretKeyRef !== undefined){
let data2 = data.secretKeyRef;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.key === undefined){
const err4 = {instancePath:instancePath+"/secretKeyRef",schemaPath:"io.k8s.api.core.v1.SecretKeySelector/required",keyword:"required",params:{missingProperty: "key"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data2.key !== undefined){
let data3 = data2.key;
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
const err6 = {instancePath:instancePath+"/secretKeyRef/key",schemaPath:"io.k8s.api.core.v1.SecretKeySelector/properties/key/not",keyword:"not",params:{}};
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
const err7 = {instancePath:instancePath+"/secretKeyRef/key",schemaPath:"io.k8s.api.core.v1.SecretKeySelector/properties/key/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.fileKeyRef !== undefined){
let data4 = data.fileKeyRef;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.volumeName === undefined){
const err8 = {instancePath:instancePath+"/fileKeyRef",schemaPath:"io.k8s.api.core.v1.FileKeySelector/required",keyword:"required",params:{missingProperty: "volumeName"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data4.path === undefined){
const err9 = {instancePath:instancePath+"/fileKeyRef",schemaPath:"io.k8s.api.core.v1.FileKeySelector/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data4.key === undefined){
const err10 = {instancePath:instancePath+"/fileKeyRef",schemaPath:"io.k8s.api.core.v1.FileKeySelector/required",keyword:"required",params:{missingProperty: "key"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data4.volumeName !== undefined){
let data5 = data4.volumeName;
const _errs15 = errors;
const _errs16 = errors;
if(data5 !== null){
const err11 = {};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var valid9 = _errs16 === errors;
if(valid9){
const err12 = {instancePath:instancePath+"/fileKeyRef/volumeName",schemaPath:"io.k8s.api.core.v1.FileKeySelector/properties/volumeName/not",keyword:"not",params:{}};
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
if(typeof data5 === "string"){
if(func2(data5) < 1){
const err13 = {instancePath:instancePath+"/fileKeyRef/volumeName",schemaPath:"io.k8s.api.core.v1.FileKeySelector/properties/volumeName/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data4.path !== undefined){
let data6 = data4.path;
const _errs19 = errors;
const _errs20 = errors;
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
var valid10 = _errs20 === errors;
if(valid10){
const err15 = {instancePath:instancePath+"/fileKeyRef/path",schemaPath:"io.k8s.api.core.v1.FileKeySelector/properties/path/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
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
if(typeof data6 === "string"){
if(func2(data6) < 1){
const err16 = {instancePath:instancePath+"/fileKeyRef/path",schemaPath:"io.k8s.api.core.v1.FileKeySelector/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data4.key !== undefined){
let data7 = data4.key;
const _errs23 = errors;
const _errs24 = errors;
if(data7 !== null){
const err17 = {};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
var valid11 = _errs24 === errors;
if(valid11){
const err18 = {instancePath:instancePath+"/fileKeyRef/key",schemaPath:"io.k8s.api.core.v1.FileKeySelector/properties/key/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
else {
errors = _errs23;
if(vErrors !== null){
if(_errs23){
vErrors.length = _errs23;
}
else {
vErrors = null;
}
}
}
if(typeof data7 === "string"){
if(func2(data7) < 1){
const err19 = {instancePath:instancePath+"/fileKeyRef/key",schemaPath:"io.k8s.api.core.v1.FileKeySelector/properties/key/minLength",keyword:"minLength",params:{limit: 1}};
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
validate34.errors = vErrors;
return errors === 0;
}


function validate33(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
if(!pattern2.test(data0)){
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^[ -<>-~]*$"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data0.length > 1048576){
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/longest",keyword:"longest",params:{limit: 1048576}};
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
if(!(validate34(data.valueFrom, {instancePath:instancePath+"/valueFrom",parentData:data,parentDataProperty:"valueFrom",rootData}))){
vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
errors = vErrors.length;
}
}
}
validate33.errors = vErrors;
return errors === 0;
}

const schema61 = {"properties":{"port":{"between":[1,65535]},"scheme":{"enum":["HTTP","HTTPS","",null]}},"$id":"io.k8s.api.core.v1.HTTPGetAction"};

function validate37(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.Probe" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.httpGet !== undefined){
let data0 = data.httpGet;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.port !== undefined){
let data1 = data0.port;
if(typeof data1 == "number" || typeof data1 == "bigint"){
if(data1 < 1 || data1 > 65535){
const err0 = {instancePath:instancePath+"/httpGet/port",schemaPath:"io.k8s.api.core.v1.HTTPGetAction/properties/port/between",keyword:"between",params:{limits: [1, 65535]}};
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
if(data0.scheme !== undefined){
let data2 = data0.scheme;
if(!((((data2 === "HTTP") || (data2 === "HTTPS")) || (data2 === "")) || (data2 === null))){
const err1 = {instancePath:instancePath+"/httpGet/scheme",schemaPath:"io.k8s.api.core.v1.HTTPGetAction/properties/scheme/enum",keyword:"enum",params:{allowedValues: schema61.properties.scheme.enum}};
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
}
if(data.tcpSocket !== undefined){
let data3 = data.tcpSocket;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.port !== undefined){
let data4 = data3.port;
if(typeof data4 == "number" || typeof data4 == "bigint"){
if(data4 < 1 || data4 > 65535){
const err2 = {instancePath:instancePath+"/tcpSocket/port",schemaPath:"io.k8s.api.core.v1.TCPSocketAction/properties/port/between",keyword:"between",params:{limits: [1, 65535]}};
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
let data5 = data.grpc;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.port !== undefined){
let data6 = data5.port;
if(typeof data6 == "number" || typeof data6 == "bigint"){
if(data6 < 1 || data6 > 65535){
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
let data7 = data.initialDelaySeconds;
if(typeof data7 == "number" || typeof data7 == "bigint"){
if(data7 < 0){
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
let data8 = data.timeoutSeconds;
if(typeof data8 == "number" || typeof data8 == "bigint"){
if(data8 < 0){
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
let data9 = data.periodSeconds;
if(typeof data9 == "number" || typeof data9 == "bigint"){
if(data9 < 0){
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
let data10 = data.successThreshold;
if(typeof data10 == "number" || typeof data10 == "bigint"){
if(data10 < 0){
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
let data11 = data.failureThreshold;
if(typeof data11 == "number" || typeof data11 == "bigint"){
if(data11 < 0){
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
validate37.errors = vErrors;
return errors === 0;
}

const schema64 = {"properties":{"postStart":{"$ref":"io.k8s.api.core.v1.LifecycleHandler"},"preStop":{"$ref":"io.k8s.api.core.v1.LifecycleHandler"},"stopSignal":{"enum":["SIGABRT","SIGALRM","SIGBUS","SIGCHLD","SIGCLD","SIGCONT","SIGFPE","SIGHUP","SIGILL","SIGINT","SIGIO","SIGIOT","SIGKILL","SIGPIPE","SIGPOLL","SIGPROF","SIGPWR","SIGQUIT","SIGRTMAX","SIGRTMAX-1","SIGRTMAX-10","SIGRTMAX-11","SIGRTMAX-12","SIGRTMAX-13","SIGRTMAX-14","SIGRTMAX-2","SIGRTMAX-3","SIGRTMAX-4","SIGRTMAX-5","SIGRTMAX-6","SIGRTMAX-7","SIGRTMAX-8","SIGRTMAX-9","SIGRTMIN","SIGRTMIN+1","SIGRTMIN+10","SIGRTMIN+11","SIGRTMIN+12","SIGRTMIN+13","SIGRTMIN+14","SIGRTMIN+15","SIGRTMIN+2","SIGRTMIN+3","SIGRTMIN+4","SIGRTMIN+5","SIGRTMIN+6","SIGRTMIN+7","SIGRTMIN+8","SIGRTMIN+9","SIGSEGV","SIGSTKFLT","SIGSTOP","SIGSYS","SIGTERM","SIGTRAP","SIGTSTP","SIGTTIN","SIGTTOU","SIGURG","SIGUSR1","SIGUSR2","SIGVTALRM","SIGWINCH","SIGXCPU","SIGXFSZ",null]}},"$id":"io.k8s.api.core.v1.Lifecycle"};

function validate42(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.LifecycleHandler" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.httpGet !== undefined){
let data0 = data.httpGet;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.port !== undefined){
let data1 = data0.port;
if(typeof data1 == "number" || typeof data1 == "bigint"){
if(data1 < 1 || data1 > 65535){
const err0 = {instancePath:instancePath+"/httpGet/port",schemaPath:"io.k8s.api.core.v1.HTTPGetAction/properties/port/between",keyword:"between",params:{limits: [1, 65535]}};
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
if(data0.scheme !== undefined){
let data2 = data0.scheme;
if(!((((data2 === "HTTP") || (data2 === "HTTPS")) || (data2 === "")) || (data2 === null))){
const err1 = {instancePath:instancePath+"/httpGet/scheme",schemaPath:"io.k8s.api.core.v1.HTTPGetAction/properties/scheme/enum",keyword:"enum",params:{allowedValues: schema61.properties.scheme.enum}};
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
}
if(data.tcpSocket !== undefined){
let data3 = data.tcpSocket;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.port !== undefined){
let data4 = data3.port;
if(typeof data4 == "number" || typeof data4 == "bigint"){
if(data4 < 1 || data4 > 65535){
const err2 = {instancePath:instancePath+"/tcpSocket/port",schemaPath:"io.k8s.api.core.v1.TCPSocketAction/properties/port/between",keyword:"between",params:{limits: [1, 65535]}};
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
validate42.errors = vErrors;
return errors === 0;
}


function validate41(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.Lifecycle" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.postStart !== undefined){
if(!(validate42(data.postStart, {instancePath:instancePath+"/postStart",parentData:data,parentDataProperty:"postStart",rootData}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
if(data.preStop !== undefined){
if(!(validate42(data.preStop, {instancePath:instancePath+"/preStop",parentData:data,parentDataProperty:"preStop",rootData}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
if(data.stopSignal !== undefined){
let data2 = data.stopSignal;
if(!((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((data2 === "SIGABRT") || (data2 === "SIGALRM")) || (data2 === "SIGBUS")) || (data2 === "SIGCHLD")) || (data2 === "SIGCLD")) || (data2 === "SIGCONT")) || (data2 === "SIGFPE")) || (data2 === "SIGHUP")) || (data2 === "SIGILL")) || (data2 === "SIGINT")) || (data2 === "SIGIO")) || (data2 === "SIGIOT")) || (data2 === "SIGKILL")) || (data2 === "SIGPIPE")) || (data2 === "SIGPOLL")) || (data2 === "SIGPROF")) || (data2 === "SIGPWR")) || (data2 === "SIGQUIT")) || (data2 === "SIGRTMAX")) || (data2 === "SIGRTMAX-1")) || (data2 === "SIGRTMAX-10")) || (data2 === "SIGRTMAX-11")) || (data2 === "SIGRTMAX-12")) || (data2 === "SIGRTMAX-13")) || (data2 === "SIGRTMAX-14")) || (data2 === "SIGRTMAX-2")) || (data2 === "SIGRTMAX-3")) || (data2 === "SIGRTMAX-4")) || (data2 === "SIGRTMAX-5")) || (data2 === "SIGRTMAX-6")) || (data2 === "SIGRTMAX-7")) || (data2 === "SIGRTMAX-8")) || (data2 === "SIGRTMAX-9")) || (data2 === "SIGRTMIN")) || (data2 === "SIGRTMIN+1")) || (data2 === "SIGRTMIN+10")) || (data2 === "SIGRTMIN+11")) || (data2 === "SIGRTMIN+12")) || (data2 === "SIGRTMIN+13")) || (data2 === "SIGRTMIN+14")) || (data2 === "SIGRTMIN+15")) || (data2 === "SIGRTMIN+2")) || (data2 === "SIGRTMIN+3")) || (data2 === "SIGRTMIN+4")) || (data2 === "SIGRTMIN+5")) || (data2 === "SIGRTMIN+6")) || (data2 === "SIGRTMIN+7")) || (data2 === "SIGRTMIN+8")) || (data2 === "SIGRTMIN+9")) || (data2 === "SIGSEGV")) || (data2 === "SIGSTKFLT")) || (data2 === "SIGSTOP")) || (data2 === "SIGSYS")) || (data2 === "SIGTERM")) || (data2 === "SIGTRAP")) || (data2 === "SIGTSTP")) || (data2 === "SIGTTIN")) || (data2 === "SIGTTOU")) || (data2 === "SIGURG")) || (data2 === "SIGUSR1")) || (data2 === "SIGUSR2")) || (data2 === "SIGVTALRM")) || (data2 === "SIGWINCH")) || (data2 === "SIGXCPU")) || (data2 === "SIGXFSZ")) || (data2 === null))){
const err0 = {instancePath:instancePath+"/stopSignal",schemaPath:"#/properties/stopSignal/enum",keyword:"enum",params:{allowedValues: schema64.properties.stopSignal.enum}};
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
validate41.errors = vErrors;
return errors === 0;
}

const schema68 = {"properties":{"procMount":{"enum":["Default","Unmasked",null]},"seccompProfile":{"$ref":"io.k8s.api.core.v1.SeccompProfile"},"appArmorProfile":{"$ref":"io.k8s.api.core.v1.AppArmorProfile"}},"$id":"io.k8s.api.core.v1.SecurityContext"};
const schema69 = {"properties":{"type":{"minLength":1,"enum":["Localhost","RuntimeDefault","Unconfined","",null],"not":{"type":"null"}}},"required":["type"],"$id":"io.k8s.api.core.v1.SeccompProfile"};
const schema70 = {"properties":{"type":{"minLength":1,"enum":["Localhost","RuntimeDefault","Unconfined","",null],"not":{"type":"null"}}},"required":["type"],"$id":"io.k8s.api.core.v1.AppArmorProfile"};

function validate46(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.SecurityContext" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.procMount !== undefined){
let data0 = data.procMount;
if(!(((data0 === "Default") || (data0 === "Unmasked")) || (data0 === null))){
const err0 = {instancePath:instancePath+"/procMount",schemaPath:"#/properties/procMount/enum",keyword:"enum",params:{allowedValues: schema68.properties.procMount.enum}};
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
const err2 = {instancePath:instancePath+"/seccompProfile/type",schemaPath:"io.k8s.api.core.v1.SeccompProfile/properties/type/enum",keyword:"enum",params:{allowedValues: schema69.properties.type.enum}};
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
const err7 = {instancePath:instancePath+"/appArmorProfile/type",schemaPath:"io.k8s.api.core.v1.AppArmorProfile/properties/type/enum",keyword:"enum",params:{allowedValues: schema70.properties.type.enum}};
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
validate46.errors = vErrors;
return errors === 0;
}


function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
if(data0.length > 63){
const err6 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/longest",keyword:"longest",params:{limit: 63}};
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
if(data3.hostPort !== undefined){
let data4 = data3.hostPort;
if(typeof data4 == "number" || typeof data4 == "bigint"){
if(data4 < 0 || data4 > 65535){
const err11 = {instancePath:instancePath+"/ports/" + i0+"/hostPort",schemaPath:"io.k8s.api.core.v1.ContainerPort/properties/hostPort/between",keyword:"between",params:{limits: [0, 65535]}};
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
if(data3.containerPort !== undefined){
let data5 = data3.containerPort;
const _errs13 = errors;
const _errs14 = errors;
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
var valid7 = _errs14 === errors;
if(valid7){
const err13 = {instancePath:instancePath+"/ports/" + i0+"/containerPort",schemaPath:"io.k8s.api.core.v1.ContainerPort/properties/containerPort/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
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
if(typeof data5 == "number" || typeof data5 == "bigint"){
if(data5 < 1 || data5 > 65535){
const err14 = {instancePath:instancePath+"/ports/" + i0+"/containerPort",schemaPath:"io.k8s.api.core.v1.ContainerPort/properties/containerPort/between",keyword:"between",params:{limits: [1, 65535, "counts as missing"]}};
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
if(data3.protocol !== undefined){
let data6 = data3.protocol;
if(!(((((data6 === "SCTP") || (data6 === "TCP")) || (data6 === "UDP")) || (data6 === "")) || (data6 === null))){
const err15 = {instancePath:instancePath+"/ports/" + i0+"/protocol",schemaPath:"io.k8s.api.core.v1.ContainerPort/properties/protocol/enum",keyword:"enum",params:{allowedValues: schema52.properties.protocol.enum}};
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
if(data.env !== undefined){
let data7 = data.env;
if(Array.isArray(data7)){
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
if(!(validate33(data7[i1], {instancePath:instancePath+"/env/" + i1,parentData:data7,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
errors = vErrors.length;
}
}
}
}
if(data.volumeMounts !== undefined){
let data9 = data.volumeMounts;
if(Array.isArray(data9)){
const len2 = data9.length;
for(let i2=0; i2<len2; i2++){
let data10 = data9[i2];
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.name === undefined){
const err16 = {instancePath:instancePath+"/volumeMounts/" + i2,schemaPath:"io.k8s.api.core.v1.VolumeMount/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data10.mountPath === undefined){
const err17 = {instancePath:instancePath+"/volumeMounts/" + i2,schemaPath:"io.k8s.api.core.v1.VolumeMount/required",keyword:"required",params:{missingProperty: "mountPath"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data10.name !== undefined){
let data11 = data10.name;
const _errs23 = errors;
const _errs24 = errors;
if(data11 !== null){
const err18 = {};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
var valid14 = _errs24 === errors;
if(valid14){
const err19 = {instancePath:instancePath+"/volumeMounts/" + i2+"/name",schemaPath:"io.k8s.api.core.v1.VolumeMount/properties/name/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
else {
errors = _errs23;
if(vErrors !== null){
if(_errs23){
vErrors.length = _errs23;
}
else {
vErrors = null;
}
}
}
if(typeof data11 === "string"){
if(func2(data11) < 1){
const err20 = {instancePath:instancePath+"/volumeMounts/" + i2+"/name",schemaPath:"io.k8s.api.core.v1.VolumeMount/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data10.mountPath !== undefined){
let data12 = data10.mountPath;
const _errs27 = errors;
const _errs28 = errors;
if(data12 !== null){
const err21 = {};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
var valid15 = _errs28 === errors;
if(valid15){
const err22 = {instancePath:instancePath+"/volumeMounts/" + i2+"/mountPath",schemaPath:"io.k8s.api.core.v1.VolumeMount/properties/mountPath/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
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
if(typeof data12 === "string"){
if(func2(data12) < 1){
const err23 = {instancePath:instancePath+"/volumeMounts/" + i2+"/mountPath",schemaPath:"io.k8s.api.core.v1.VolumeMount/properties/mountPath/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.volumeDevices !== undefined){
let data13 = data.volumeDevices;
if(Array.isArray(data13)){
const len3 = data13.length;
for(let i3=0; i3<len3; i3++){
let data14 = data13[i3];
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.name === undefined){
const err24 = {instancePath:instancePath+"/volumeDevices/" + i3,schemaPath:"io.k8s.api.core.v1.VolumeDevice/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data14.devicePath === undefined){
const err25 = {instancePath:instancePath+"/volumeDevices/" + i3,schemaPath:"io.k8s.api.core.v1.VolumeDevice/required",keyword:"required",params:{missingProperty: "devicePath"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data14.name !== undefined){
let data15 = data14.name;
const _errs34 = errors;
const _errs35 = errors;
if(data15 !== null){
const err26 = {};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
var valid20 = _errs35 === errors;
if(valid20){
const err27 = {instancePath:instancePath+"/volumeDevices/" + i3+"/name",schemaPath:"io.k8s.api.core.v1.VolumeDevice/properties/name/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
else {
errors = _errs34;
if(vErrors !== null){
if(_errs34){
vErrors.length = _errs34;
}
else {
vErrors = null;
}
}
}
if(typeof data15 === "string"){
if(func2(data15) < 1){
const err28 = {instancePath:instancePath+"/volumeDevices/" + i3+"/name",schemaPath:"io.k8s.api.core.v1.VolumeDevice/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data14.devicePath !== undefined){
let data16 = data14.devicePath;
const _errs38 = errors;
const _errs39 = errors;
if(data16 !== null){
const err29 = {};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
var valid21 = _errs39 === errors;
if(valid21){
const err30 = {instancePath:instancePath+"/volumeDevices/" + i3+"/devicePath",schemaPath:"io.k8s.api.core.v1.VolumeDevice/properties/devicePath/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
else {
errors = _errs38;
if(vErrors !== null){
if(_errs38){
vErrors.length = _errs38;
}
else {
vErrors = null;
}
}
}
if(typeof data16 === "string"){
if(func2(data16) < 1){
const err31 = {instancePath:instancePath+"/volumeDevices/" + i3+"/devicePath",schemaPath:"io.k8s.api.core.v1.VolumeDevice/properties/devicePath/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
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
if(!(validate37(data.livenessProbe, {instancePath:instancePath+"/livenessProbe",parentData:data,parentDataProperty:"livenessProbe",rootData}))){
vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
errors = vErrors.length;
}
}
if(data.readinessProbe !== undefined){
if(!(validate37(data.readinessProbe, {instancePath:instancePath+"/readinessProbe",parentData:data,parentDataProperty:"readinessProbe",rootData}))){
vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
errors = vErrors.length;
}
}
if(data.startupProbe !== undefined){
if(!(validate37(data.startupProbe, {instancePath:instancePath+"/startupProbe",parentData:data,parentDataProperty:"startupProbe",rootData}))){
vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
errors = vErrors.length;
}
}
if(data.lifecycle !== undefined){
if(!(validate41(data.lifecycle, {instancePath:instancePath+"/lifecycle",parentData:data,parentDataProperty:"lifecycle",rootData}))){
vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
errors = vErrors.length;
}
}
if(data.terminationMessagePolicy !== undefined){
let data21 = data.terminationMessagePolicy;
if(!((((data21 === "FallbackToLogsOnError") || (data21 === "File")) || (data21 === "")) || (data21 === null))){
const err32 = {instancePath:instancePath+"/terminationMessagePolicy",schemaPath:"#/properties/terminationMessagePolicy/enum",keyword:"enum",params:{allowedValues: schema51.properties.terminationMessagePolicy.enum}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.imagePullPolicy !== undefined){
let data22 = data.imagePullPolicy;
if(!(((((data22 === "Always") || (data22 === "IfNotPresent")) || (data22 === "Never")) || (data22 === "")) || (data22 === null))){
const err33 = {instancePath:instancePath+"/imagePullPolicy",schemaPath:"#/properties/imagePullPolicy/enum",keyword:"enum",params:{allowedValues: schema51.properties.imagePullPolicy.enum}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.securityContext !== undefined){
if(!(validate46(data.securityContext, {instancePath:instancePath+"/securityContext",parentData:data,parentDataProperty:"securityContext",rootData}))){
vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
errors = vErrors.length;
}
}
}
validate32.errors = vErrors;
return errors === 0;
}

const schema71 = {"properties":{"name":{"minLength":1,"pattern":"^([a-z0-9]([-a-z0-9]*[a-z0-9])?)?$","longest":63,"not":{"type":"null"}},"image":{"minLength":1,"not":{"type":"null"}},"ports":{"items":{"$ref":"io.k8s.api.core.v1.ContainerPort"}},"env":{"items":{"$ref":"io.k8s.api.core.v1.EnvVar"}},"volumeMounts":{"items":{"$ref":"io.k8s.api.core.v1.VolumeMount"}},"volumeDevices":{"items":{"$ref":"io.k8s.api.core.v1.VolumeDevice"}},"livenessProbe":{"$ref":"io.k8s.api.core.v1.Probe"},"readinessProbe":{"$ref":"io.k8s.api.core.v1.Probe"},"startupProbe":{"$ref":"io.k8s.api.core.v1.Probe"},"lifecycle":{"$ref":"io.k8s.api.core.v1.Lifecycle"},"terminationMessagePolicy":{"enum":["FallbackToLogsOnError","File","",null]},"imagePullPolicy":{"enum":["Always","IfNotPresent","Never","",null]},"securityContext":{"$ref":"io.k8s.api.core.v1.SecurityContext"}},"required":["name","image"],"$id":"io.k8s.api.core.v1.EphemeralContainer"};

function validate50(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
if(data0.length > 63){
const err6 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/longest",keyword:"longest",params:{limit: 63}};
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
if(data3.hostPort !== undefined){
let data4 = data3.hostPort;
if(typeof data4 == "number" || typeof data4 == "bigint"){
if(data4 < 0 || data4 > 65535){
const err11 = {instancePath:instancePath+"/ports/" + i0+"/hostPort",schemaPath:"io.k8s.api.core.v1.ContainerPort/properties/hostPort/between",keyword:"between",params:{limits: [0, 65535]}};
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
if(data3.containerPort !== undefined){
let data5 = data3.containerPort;
const _errs13 = errors;
const _errs14 = errors;
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
var valid7 = _errs14 === errors;
if(valid7){
const err13 = {instancePath:instancePath+"/ports/" + i0+"/containerPort",schemaPath:"io.k8s.api.core.v1.ContainerPort/properties/containerPort/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
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
if(typeof data5 == "number" || typeof data5 == "bigint"){
if(data5 < 1 || data5 > 65535){
const err14 = {instancePath:instancePath+"/ports/" + i0+"/containerPort",schemaPath:"io.k8s.api.core.v1.ContainerPort/properties/containerPort/between",keyword:"between",params:{limits: [1, 65535, "counts as missing"]}};
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
if(data3.protocol !== undefined){
let data6 = data3.protocol;
if(!(((((data6 === "SCTP") || (data6 === "TCP")) || (data6 === "UDP")) || (data6 === "")) || (data6 === null))){
const err15 = {instancePath:instancePath+"/ports/" + i0+"/protocol",schemaPath:"io.k8s.api.core.v1.ContainerPort/properties/protocol/enum",keyword:"enum",params:{allowedValues: schema52.properties.protocol.enum}};
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
if(data.env !== undefined){
let data7 = data.env;
if(Array.isArray(data7)){
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
if(!(validate33(data7[i1], {instancePath:instancePath+"/env/" + i1,parentData:data7,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
errors = vErrors.length;
}
}
}
}
if(data.volumeMounts !== undefined){
let data9 = data.volumeMounts;
if(Array.isArray(data9)){
const len2 = data9.length;
for(let i2=0; i2<len2; i2++){
let data10 = data9[i2];
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.name === undefined){
const err16 = {instancePath:instancePath+"/volumeMounts/" + i2,schemaPath:"io.k8s.api.core.v1.VolumeMount/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data10.mountPath === undefined){
const err17 = {instancePath:instancePath+"/volumeMounts/" + i2,schemaPath:"io.k8s.api.core.v1.VolumeMount/required",keyword:"required",params:{missingProperty: "mountPath"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data10.name !== undefined){
let data11 = data10.name;
const _errs23 = errors;
const _errs24 = errors;
if(data11 !== null){
const err18 = {};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
var valid14 = _errs24 === errors;
if(valid14){
const err19 = {instancePath:instancePath+"/volumeMounts/" + i2+"/name",schemaPath:"io.k8s.api.core.v1.VolumeMount/properties/name/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
else {
errors = _errs23;
if(vErrors !== null){
if(_errs23){
vErrors.length = _errs23;
}
else {
vErrors = null;
}
}
}
if(typeof data11 === "string"){
if(func2(data11) < 1){
const err20 = {instancePath:instancePath+"/volumeMounts/" + i2+"/name",schemaPath:"io.k8s.api.core.v1.VolumeMount/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data10.mountPath !== undefined){
let data12 = data10.mountPath;
const _errs27 = errors;
const _errs28 = errors;
if(data12 !== null){
const err21 = {};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
var valid15 = _errs28 === errors;
if(valid15){
const err22 = {instancePath:instancePath+"/volumeMounts/" + i2+"/mountPath",schemaPath:"io.k8s.api.core.v1.VolumeMount/properties/mountPath/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
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
if(typeof data12 === "string"){
if(func2(data12) < 1){
const err23 = {instancePath:instancePath+"/volumeMounts/" + i2+"/mountPath",schemaPath:"io.k8s.api.core.v1.VolumeMount/properties/mountPath/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.volumeDevices !== undefined){
let data13 = data.volumeDevices;
if(Array.isArray(data13)){
const len3 = data13.length;
for(let i3=0; i3<len3; i3++){
let data14 = data13[i3];
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.name === undefined){
const err24 = {instancePath:instancePath+"/volumeDevices/" + i3,schemaPath:"io.k8s.api.core.v1.VolumeDevice/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data14.devicePath === undefined){
const err25 = {instancePath:instancePath+"/volumeDevices/" + i3,schemaPath:"io.k8s.api.core.v1.VolumeDevice/required",keyword:"required",params:{missingProperty: "devicePath"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data14.name !== undefined){
let data15 = data14.name;
const _errs34 = errors;
const _errs35 = errors;
if(data15 !== null){
const err26 = {};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
var valid20 = _errs35 === errors;
if(valid20){
const err27 = {instancePath:instancePath+"/volumeDevices/" + i3+"/name",schemaPath:"io.k8s.api.core.v1.VolumeDevice/properties/name/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
else {
errors = _errs34;
if(vErrors !== null){
if(_errs34){
vErrors.length = _errs34;
}
else {
vErrors = null;
}
}
}
if(typeof data15 === "string"){
if(func2(data15) < 1){
const err28 = {instancePath:instancePath+"/volumeDevices/" + i3+"/name",schemaPath:"io.k8s.api.core.v1.VolumeDevice/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data14.devicePath !== undefined){
let data16 = data14.devicePath;
const _errs38 = errors;
const _errs39 = errors;
if(data16 !== null){
const err29 = {};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
var valid21 = _errs39 === errors;
if(valid21){
const err30 = {instancePath:instancePath+"/volumeDevices/" + i3+"/devicePath",schemaPath:"io.k8s.api.core.v1.VolumeDevice/properties/devicePath/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
else {
errors = _errs38;
if(vErrors !== null){
if(_errs38){
vErrors.length = _errs38;
}
else {
vErrors = null;
}
}
}
if(typeof data16 === "string"){
if(func2(data16) < 1){
const err31 = {instancePath:instancePath+"/volumeDevices/" + i3+"/devicePath",schemaPath:"io.k8s.api.core.v1.VolumeDevice/properties/devicePath/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
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
if(!(validate37(data.livenessProbe, {instancePath:instancePath+"/livenessProbe",parentData:data,parentDataProperty:"livenessProbe",rootData}))){
vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
errors = vErrors.length;
}
}
if(data.readinessProbe !== undefined){
if(!(validate37(data.readinessProbe, {instancePath:instancePath+"/readinessProbe",parentData:data,parentDataProperty:"readinessProbe",rootData}))){
vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
errors = vErrors.length;
}
}
if(data.startupProbe !== undefined){
if(!(validate37(data.startupProbe, {instancePath:instancePath+"/startupProbe",parentData:data,parentDataProperty:"startupProbe",rootData}))){
vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
errors = vErrors.length;
}
}
if(data.lifecycle !== undefined){
if(!(validate41(data.lifecycle, {instancePath:instancePath+"/lifecycle",parentData:data,parentDataProperty:"lifecycle",rootData}))){
vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
errors = vErrors.length;
}
}
if(data.terminationMessagePolicy !== undefined){
let data21 = data.terminationMessagePolicy;
if(!((((data21 === "FallbackToLogsOnError") || (data21 === "File")) || (data21 === "")) || (data21 === null))){
const err32 = {instancePath:instancePath+"/terminationMessagePolicy",schemaPath:"#/properties/terminationMessagePolicy/enum",keyword:"enum",params:{allowedValues: schema71.properties.terminationMessagePolicy.enum}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.imagePullPolicy !== undefined){
let data22 = data.imagePullPolicy;
if(!(((((data22 === "Always") || (data22 === "IfNotPresent")) || (data22 === "Never")) || (data22 === "")) || (data22 === null))){
const err33 = {instancePath:instancePath+"/imagePullPolicy",schemaPath:"#/properties/imagePullPolicy/enum",keyword:"enum",params:{allowedValues: schema71.properties.imagePullPolicy.enum}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.securityContext !== undefined){
if(!(validate46(data.securityContext, {instancePath:instancePath+"/securityContext",parentData:data,parentDataProperty:"securityContext",rootData}))){
vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
errors = vErrors.length;
}
}
}
validate50.errors = vErrors;
return errors === 0;
}

const schema75 = {"properties":{"supplementalGroupsPolicy":{"enum":["Merge","Strict",null]},"sysctls":{"items":{"$ref":"io.k8s.api.core.v1.Sysctl"}},"fsGroupChangePolicy":{"enum":["Always","OnRootMismatch",null]},"seccompProfile":{"$ref":"io.k8s.api.core.v1.SeccompProfile"},"appArmorProfile":{"$ref":"io.k8s.api.core.v1.AppArmorProfile"}},"$id":"io.k8s.api.core.v1.PodSecurityContext"};

function validate58(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.PodSecurityContext" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.supplementalGroupsPolicy !== undefined){
let data0 = data.supplementalGroupsPolicy;
if(!(((data0 === "Merge") || (data0 === "Strict")) || (data0 === null))){
const err0 = {instancePath:instancePath+"/supplementalGroupsPolicy",schemaPath:"#/properties/supplementalGroupsPolicy/enum",keyword:"enum",params:{allowedValues: schema75.properties.supplementalGroupsPolicy.enum}};
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
if(!(((data4 === "Always") || (data4 === "OnRootMismatch")) || (data4 === null))){
const err5 = {instancePath:instancePath+"/fsGroupChangePolicy",schemaPath:"#/properties/fsGroupChangePolicy/enum",keyword:"enum",params:{allowedValues: schema75.properties.fsGroupChangePolicy.enum}};
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
const err7 = {instancePath:instancePath+"/seccompProfile/type",schemaPath:"io.k8s.api.core.v1.SeccompProfile/properties/type/enum",keyword:"enum",params:{allowedValues: schema69.properties.type.enum}};
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
const err12 = {instancePath:instancePath+"/appArmorProfile/type",schemaPath:"io.k8s.api.core.v1.AppArmorProfile/properties/type/enum",keyword:"enum",params:{allowedValues: schema70.properties.type.enum}};
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
validate58.errors = vErrors;
return errors === 0;
}


function validate61(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.NodeAffinity" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.requiredDuringSchedulingIgnoredDuringExecution !== undefined){
let data0 = data.requiredDuringSchedulingIgnoredDuringExecution;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.nodeSelectorTerms === undefined){
const err0 = {instancePath:instancePath+"/requiredDuringSchedulingIgnoredDuringExecution",schemaPath:"io.k8s.api.core.v1.NodeSelector/required",keyword:"required",params:{missingProperty: "nodeSelectorTerms"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data0.nodeSelectorTerms !== undefined){
let data1 = data0.nodeSelectorTerms;
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
const err2 = {instancePath:instancePath+"/requiredDuringSchedulingIgnoredDuringExecution/nodeSelectorTerms",schemaPath:"io.k8s.api.core.v1.NodeSelector/properties/nodeSelectorTerms/not",keyword:"not",params:{}};
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
if(Array.isArray(data1)){
if(data1.length < 1){
const err3 = {instancePath:instancePath+"/requiredDuringSchedulingIgnoredDuringExecution/nodeSelectorTerms",schemaPath:"io.k8s.api.core.v1.NodeSelector/properties/nodeSelectorTerms/minItems",keyword:"minItems",params:{limit: 1}};
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
validate61.errors = vErrors;
return errors === 0;
}


function validate60(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.Affinity" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.nodeAffinity !== undefined){
if(!(validate61(data.nodeAffinity, {instancePath:instancePath+"/nodeAffinity",parentData:data,parentDataProperty:"nodeAffinity",rootData}))){
vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
errors = vErrors.length;
}
}
}
validate60.errors = vErrors;
return errors === 0;
}

const pattern4 = new RegExp("^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)?$", "u");

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
if(!(validate32(data2[i2], {instancePath:instancePath+"/initContainers/" + i2,parentData:data2,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
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
if(!(validate32(data4[i4], {instancePath:instancePath+"/containers/" + i4,parentData:data4,parentDataProperty:i4,rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
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
if(!(validate50(data6[i6], {instancePath:instancePath+"/ephemeralContainers/" + i6,parentData:data6,parentDataProperty:i6,rootData}))){
vErrors = vErrors === null ? validate50.errors : vErrors.concat(validate50.errors);
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
if(!pattern4.test(data11)){
const err10 = {instancePath:instancePath+"/serviceAccountName",schemaPath:"#/properties/serviceAccountName/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)?$"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data11.length > 253){
const err11 = {instancePath:instancePath+"/serviceAccountName",schemaPath:"#/properties/serviceAccountName/longest",keyword:"longest",params:{limit: 253}};
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
if(!pattern4.test(data12)){
const err12 = {instancePath:instancePath+"/nodeName",schemaPath:"#/properties/nodeName/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)?$"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data12.length > 253){
const err13 = {instancePath:instancePath+"/nodeName",schemaPath:"#/properties/nodeName/longest",keyword:"longest",params:{limit: 253}};
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
if(!(validate58(data.securityContext, {instancePath:instancePath+"/securityContext",parentData:data,parentDataProperty:"securityContext",rootData}))){
vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
errors = vErrors.length;
}
}
if(data.affinity !== undefined){
if(!(validate60(data.affinity, {instancePath:instancePath+"/affinity",parentData:data,parentDataProperty:"affinity",rootData}))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
errors = vErrors.length;
}
}
if(data.tolerations !== undefined){
let data15 = data.tolerations;
if(Array.isArray(data15)){
const len4 = data15.length;
for(let i7=0; i7<len4; i7++){
let data16 = data15[i7];
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.effect !== undefined){
let data17 = data16.effect;
if(!(((((data17 === "NoExecute") || (data17 === "NoSchedule")) || (data17 === "PreferNoSchedule")) || (data17 === "")) || (data17 === null))){
const err14 = {instancePath:instancePath+"/tolerations/" + i7+"/effect",schemaPath:"io.k8s.api.core.v1.Toleration/properties/effect/enum",keyword:"enum",params:{allowedValues: schema82.properties.effect.enum}};
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
}
if(data.preemptionPolicy !== undefined){
let data18 = data.preemptionPolicy;
if(!(((data18 === "Never") || (data18 === "PreemptLowerPriority")) || (data18 === null))){
const err15 = {instancePath:instancePath+"/preemptionPolicy",schemaPath:"#/properties/preemptionPolicy/enum",keyword:"enum",params:{allowedValues: schema12.properties.preemptionPolicy.enum}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.topologySpreadConstraints !== undefined){
let data19 = data.topologySpreadConstraints;
if(Array.isArray(data19)){
const len5 = data19.length;
for(let i8=0; i8<len5; i8++){
let data20 = data19[i8];
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.topologyKey === undefined){
const err16 = {instancePath:instancePath+"/topologySpreadConstraints/" + i8,schemaPath:"io.k8s.api.core.v1.TopologySpreadConstraint/required",keyword:"required",params:{missingProperty: "topologyKey"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data20.maxSkew !== undefined){
let data21 = data20.maxSkew;
if(typeof data21 == "number" || typeof data21 == "bigint"){
if(data21 < 1){
const err17 = {instancePath:instancePath+"/topologySpreadConstraints/" + i8+"/maxSkew",schemaPath:"io.k8s.api.core.v1.TopologySpreadConstraint/properties/maxSkew/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
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
if(data20.topologyKey !== undefined){
let data22 = data20.topologyKey;
const _errs28 = errors;
const _errs29 = errors;
if(data22 !== null){
const err18 = {};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
var valid18 = _errs29 === errors;
if(valid18){
const err19 = {instancePath:instancePath+"/topologySpreadConstraints/" + i8+"/topologyKey",schemaPath:"io.k8s.api.core.v1.TopologySpreadConstraint/properties/topologyKey/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
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
if(typeof data22 === "string"){
if(func2(data22) < 1){
const err20 = {instancePath:instancePath+"/topologySpreadConstraints/" + i8+"/topologyKey",schemaPath:"io.k8s.api.core.v1.TopologySpreadConstraint/properties/topologyKey/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data20.nodeAffinityPolicy !== undefined){
let data23 = data20.nodeAffinityPolicy;
if(!(((data23 === "Honor") || (data23 === "Ignore")) || (data23 === null))){
const err21 = {instancePath:instancePath+"/topologySpreadConstraints/" + i8+"/nodeAffinityPolicy",schemaPath:"io.k8s.api.core.v1.TopologySpreadConstraint/properties/nodeAffinityPolicy/enum",keyword:"enum",params:{allowedValues: schema83.properties.nodeAffinityPolicy.enum}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data20.nodeTaintsPolicy !== undefined){
let data24 = data20.nodeTaintsPolicy;
if(!(((data24 === "Honor") || (data24 === "Ignore")) || (data24 === null))){
const err22 = {instancePath:instancePath+"/topologySpreadConstraints/" + i8+"/nodeTaintsPolicy",schemaPath:"io.k8s.api.core.v1.TopologySpreadConstraint/properties/nodeTaintsPolicy/enum",keyword:"enum",params:{allowedValues: schema83.properties.nodeTaintsPolicy.enum}};
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
}
if(data.os !== undefined){
let data25 = data.os;
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(data25.name === undefined){
const err23 = {instancePath:instancePath+"/os",schemaPath:"io.k8s.api.core.v1.PodOS/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data25.name !== undefined){
let data26 = data25.name;
const _errs36 = errors;
const _errs37 = errors;
if(data26 !== null){
const err24 = {};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
var valid21 = _errs37 === errors;
if(valid21){
const err25 = {instancePath:instancePath+"/os/name",schemaPath:"io.k8s.api.core.v1.PodOS/properties/name/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
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
const err26 = {instancePath:instancePath+"/os/name",schemaPath:"io.k8s.api.core.v1.PodOS/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
}
}
if(data.resourceClaims !== undefined){
let data27 = data.resourceClaims;
if(Array.isArray(data27)){
const len6 = data27.length;
for(let i9=0; i9<len6; i9++){
let data28 = data27[i9];
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
if(data28.name === undefined){
const err27 = {instancePath:instancePath+"/resourceClaims/" + i9,schemaPath:"io.k8s.api.core.v1.PodResourceClaim/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data28.name !== undefined){
let data29 = data28.name;
const _errs43 = errors;
const _errs44 = errors;
if(data29 !== null){
const err28 = {};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
var valid26 = _errs44 === errors;
if(valid26){
const err29 = {instancePath:instancePath+"/resourceClaims/" + i9+"/name",schemaPath:"io.k8s.api.core.v1.PodResourceClaim/properties/name/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
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
if(typeof data29 === "string"){
if(func2(data29) < 1){
const err30 = {instancePath:instancePath+"/resourceClaims/" + i9+"/name",schemaPath:"io.k8s.api.core.v1.PodResourceClaim/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
const seen3 = new Set();
for(let i10=0; i10<data27.length; i10++){
const value3 = data27[i10]?.["name"];
if(value3 !== undefined && value3 !== ""){
if(seen3.has(value3)){
const err31 = {instancePath:instancePath+"/resourceClaims",schemaPath:"#/properties/resourceClaims/uniqueBy",keyword:"uniqueBy",params:{index: i10, member: "name"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
seen3.add(value3);
}
}
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

exports["io.k8s.api.core.v1.PodTemplate"] = validate65;

function validate66(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
validate66.errors = vErrors;
return errors === 0;
}


function validate65(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.PodTemplate" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.template !== undefined){
if(!(validate66(data.template, {instancePath:instancePath+"/template",parentData:data,parentDataProperty:"template",rootData}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
}
}
validate65.errors = vErrors;
return errors === 0;
}

exports["io.k8s.api.core.v1.ReplicationController"] = validate69;

function validate70(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
if(!(validate66(data.template, {instancePath:instancePath+"/template",parentData:data,parentDataProperty:"template",rootData}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
}
}
validate70.errors = vErrors;
return errors === 0;
}


function validate69(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.ReplicationController" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate70(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
errors = vErrors.length;
}
}
}
validate69.errors = vErrors;
return errors === 0;
}

exports["io.k8s.api.apps.v1.DaemonSet"] = validate73;

function validate74(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.apps.v1.DaemonSetSpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.template !== undefined){
if(!(validate66(data.template, {instancePath:instancePath+"/template",parentData:data,parentDataProperty:"template",rootData}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
}
if(data.minReadySeconds !== undefined){
let data1 = data.minReadySeconds;
if(typeof data1 == "number" || typeof data1 == "bigint"){
if(data1 < 0){
const err0 = {instancePath:instancePath+"/minReadySeconds",schemaPath:"#/properties/minReadySeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data.revisionHistoryLimit !== undefined){
let data2 = data.revisionHistoryLimit;
if(typeof data2 == "number" || typeof data2 == "bigint"){
if(data2 < 0){
const err1 = {instancePath:instancePath+"/revisionHistoryLimit",schemaPath:"#/properties/revisionHistoryLimit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
}
validate74.errors = vErrors;
return errors === 0;
}


function validate73(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.apps.v1.DaemonSet" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate74(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors);
errors = vErrors.length;
}
}
}
validate73.errors = vErrors;
return errors === 0;
}

exports["io.k8s.api.apps.v1.Deployment"] = validate77;

function validate78(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
const _errs2 = errors;
const _errs3 = errors;
if(data.selector !== null){
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
if(!(validate66(data.template, {instancePath:instancePath+"/template",parentData:data,parentDataProperty:"template",rootData}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
}
if(data.minReadySeconds !== undefined){
let data3 = data.minReadySeconds;
if(typeof data3 == "number" || typeof data3 == "bigint"){
if(data3 < 0){
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
let data4 = data.revisionHistoryLimit;
if(typeof data4 == "number" || typeof data4 == "bigint"){
if(data4 < 0){
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
if(data.progressDeadlineSeconds !== undefined){
let data5 = data.progressDeadlineSeconds;
if(typeof data5 == "number" || typeof data5 == "bigint"){
if(data5 < 0){
const err6 = {instancePath:instancePath+"/progressDeadlineSeconds",schemaPath:"#/properties/progressDeadlineSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
validate78.errors = vErrors;
return errors === 0;
}


function validate77(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.apps.v1.Deployment" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate78(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors);
errors = vErrors.length;
}
}
}
validate77.errors = vErrors;
return errors === 0;
}

exports["io.k8s.api.apps.v1.ReplicaSet"] = validate81;

function validate82(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
const _errs3 = errors;
const _errs4 = errors;
if(data.selector !== null){
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
if(!(validate66(data.template, {instancePath:instancePath+"/template",parentData:data,parentDataProperty:"template",rootData}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
}
}
validate82.errors = vErrors;
return errors === 0;
}


function validate81(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.apps.v1.ReplicaSet" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate82(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
errors = vErrors.length;
}
}
}
validate81.errors = vErrors;
return errors === 0;
}

exports["io.k8s.api.apps.v1.StatefulSet"] = validate85;

function validate88(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.PersistentVolumeClaim" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate27(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
}
validate88.errors = vErrors;
return errors === 0;
}


function validate86(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
const _errs2 = errors;
const _errs3 = errors;
if(data.selector !== null){
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
if(!(validate66(data.template, {instancePath:instancePath+"/template",parentData:data,parentDataProperty:"template",rootData}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
}
if(data.volumeClaimTemplates !== undefined){
let data3 = data.volumeClaimTemplates;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(!(validate88(data3[i0], {instancePath:instancePath+"/volumeClaimTemplates/" + i0,parentData:data3,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
errors = vErrors.length;
}
}
}
}
if(data.minReadySeconds !== undefined){
let data5 = data.minReadySeconds;
if(typeof data5 == "number" || typeof data5 == "bigint"){
if(data5 < 0){
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
}
validate86.errors = vErrors;
return errors === 0;
}


function validate85(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.apps.v1.StatefulSet" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate86(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate86.errors : vErrors.concat(validate86.errors);
errors = vErrors.length;
}
}
}
validate85.errors = vErrors;
return errors === 0;
}

exports["io.k8s.api.batch.v1.CronJob"] = validate92;
const schema100 = {"properties":{"schedule":{"minLength":1,"not":{"type":"null"}},"startingDeadlineSeconds":{"minimum":0},"concurrencyPolicy":{"enum":["Allow","Forbid","Replace","",null]},"jobTemplate":{"$ref":"io.k8s.api.batch.v1.JobTemplateSpec"},"successfulJobsHistoryLimit":{"minimum":0},"failedJobsHistoryLimit":{"minimum":0}},"required":["schedule"],"$id":"io.k8s.api.batch.v1.CronJobSpec"};
const schema102 = {"properties":{"parallelism":{"minimum":0},"completions":{"minimum":0},"activeDeadlineSeconds":{"minimum":0},"podFailurePolicy":{"$ref":"io.k8s.api.batch.v1.PodFailurePolicy"},"successPolicy":{"$ref":"io.k8s.api.batch.v1.SuccessPolicy"},"backoffLimit":{"minimum":0},"template":{"$ref":"io.k8s.api.core.v1.PodTemplateSpec"},"ttlSecondsAfterFinished":{"minimum":0},"completionMode":{"enum":["Indexed","NonIndexed",null]},"podReplacementPolicy":{"enum":["Failed","TerminatingOrFailed",null]}},"$id":"io.k8s.api.batch.v1.JobSpec"};
const schema104 = {"properties":{"action":{"minLength":1,"enum":["Count","FailIndex","FailJob","Ignore","",null],"not":{"type":"null"}},"onExitCodes":{"$ref":"io.k8s.api.batch.v1.PodFailurePolicyOnExitCodesRequirement"}},"required":["action"],"$id":"io.k8s.api.batch.v1.PodFailurePolicyRule"};
const schema105 = {"properties":{"operator":{"minLength":1,"enum":["In","NotIn","",null],"not":{"type":"null"}}},"required":["operator"],"$id":"io.k8s.api.batch.v1.PodFailurePolicyOnExitCodesRequirement"};

function validate97(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
const err1 = {instancePath:instancePath+"/action",schemaPath:"#/properties/action/enum",keyword:"enum",params:{allowedValues: schema104.properties.action.enum}};
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
if(data1.operator !== undefined){
let data2 = data1.operator;
if(!((((data2 === "In") || (data2 === "NotIn")) || (data2 === "")) || (data2 === null))){
const err6 = {instancePath:instancePath+"/onExitCodes/operator",schemaPath:"io.k8s.api.batch.v1.PodFailurePolicyOnExitCodesRequirement/properties/operator/enum",keyword:"enum",params:{allowedValues: schema105.properties.operator.enum}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
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
const err8 = {instancePath:instancePath+"/onExitCodes/operator",schemaPath:"io.k8s.api.batch.v1.PodFailurePolicyOnExitCodesRequirement/properties/operator/not",keyword:"not",params:{}};
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
const err9 = {instancePath:instancePath+"/onExitCodes/operator",schemaPath:"io.k8s.api.batch.v1.PodFailurePolicyOnExitCodesRequirement/properties/operator/minLength",keyword:"minLength",params:{limit: 1}};
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
validate97.errors = vErrors;
return errors === 0;
}


function validate96(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.batch.v1.PodFailurePolicy" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.rules !== undefined){
let data0 = data.rules;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate97(data0[i0], {instancePath:instancePath+"/rules/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate97.errors : vErrors.concat(validate97.errors);
errors = vErrors.length;
}
}
}
}
}
validate96.errors = vErrors;
return errors === 0;
}


function validate95(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
if(!(validate96(data.podFailurePolicy, {instancePath:instancePath+"/podFailurePolicy",parentData:data,parentDataProperty:"podFailurePolicy",rootData}))){
vErrors = vErrors === null ? validate96.errors : vErrors.concat(validate96.errors);
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
if(data.template !== undefined){
if(!(validate66(data.template, {instancePath:instancePath+"/template",parentData:data,parentDataProperty:"template",rootData}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
}
if(data.ttlSecondsAfterFinished !== undefined){
let data8 = data.ttlSecondsAfterFinished;
if(typeof data8 == "number" || typeof data8 == "bigint"){
if(data8 < 0){
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
let data9 = data.completionMode;
if(!(((data9 === "Indexed") || (data9 === "NonIndexed")) || (data9 === null))){
const err9 = {instancePath:instancePath+"/completionMode",schemaPath:"#/properties/completionMode/enum",keyword:"enum",params:{allowedValues: schema102.properties.completionMode.enum}};
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
let data10 = data.podReplacementPolicy;
if(!(((data10 === "Failed") || (data10 === "TerminatingOrFailed")) || (data10 === null))){
const err10 = {instancePath:instancePath+"/podReplacementPolicy",schemaPath:"#/properties/podReplacementPolicy/enum",keyword:"enum",params:{allowedValues: schema102.properties.podReplacementPolicy.enum}};
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
validate95.errors = vErrors;
return errors === 0;
}


function validate94(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.batch.v1.JobTemplateSpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate95(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors);
errors = vErrors.length;
}
}
}
validate94.errors = vErrors;
return errors === 0;
}


function validate93(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
const err5 = {instancePath:instancePath+"/concurrencyPolicy",schemaPath:"#/properties/concurrencyPolicy/enum",keyword:"enum",params:{allowedValues: schema100.properties.concurrencyPolicy.enum}};
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
if(!(validate94(data.jobTemplate, {instancePath:instancePath+"/jobTemplate",parentData:data,parentDataProperty:"jobTemplate",rootData}))){
vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors);
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
validate93.errors = vErrors;
return errors === 0;
}


function validate92(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.batch.v1.CronJob" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate93(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors);
errors = vErrors.length;
}
}
}
validate92.errors = vErrors;
return errors === 0;
}

exports["io.k8s.api.batch.v1.Job"] = validate104;

function validate104(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.batch.v1.Job" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate95(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors);
errors = vErrors.length;
}
}
}
validate104.errors = vErrors;
return errors === 0;
}

