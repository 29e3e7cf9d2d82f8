// Generated from crds/ by `npm run generate`; never edited.
"use strict";
exports["io.k8s.api.storage.v1.CSINode"] = validate10;
const func2 = require("ajv/dist/runtime/ucs2length").default;

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.storage.v1.CSINodeSpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.drivers !== undefined){
let data0 = data.drivers;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.name === undefined){
const err0 = {instancePath:instancePath+"/drivers/" + i0,schemaPath:"io.k8s.api.storage.v1.CSINodeDriver/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data1.nodeID === undefined){
const err1 = {instancePath:instancePath+"/drivers/" + i0,schemaPath:"io.k8s.api.storage.v1.CSINodeDriver/required",keyword:"required",params:{missingProperty: "nodeID"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data1.name !== undefined){
let data2 = data1.name;
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
const err3 = {instancePath:instancePath+"/drivers/" + i0+"/name",schemaPath:"io.k8s.api.storage.v1.CSINodeDriver/properties/name/not",keyword:"not",params:{}};
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
const err4 = {instancePath:instancePath+"/drivers/" + i0+"/name",schemaPath:"io.k8s.api.storage.v1.CSINodeDriver/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data1.nodeID !== undefined){
let data3 = data1.nodeID;
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
const err6 = {instancePath:instancePath+"/drivers/" + i0+"/nodeID",schemaPath:"io.k8s.api.storage.v1.CSINodeDriver/properties/nodeID/not",keyword:"not",params:{}};
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
const err7 = {instancePath:instancePath+"/drivers/" + i0+"/nodeID",schemaPath:"io.k8s.api.storage.v1.CSINodeDriver/properties/nodeID/minLength",keyword:"minLength",params:{limit: 1}};
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
validate11.errors = vErrors;
return errors === 0;
}


function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.storage.v1.CSINode" */;
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

exports["io.k8s.api.storage.v1.StorageClass"] = validate13;
const schema14 = {"properties":{"provisioner":{"minLength":1,"not":{"type":"null"}},"volumeBindingMode":{"enum":["Immediate","WaitForFirstConsumer",null]},"allowedTopologies":{"items":{"$ref":"io.k8s.api.core.v1.TopologySelectorTerm"}}},"required":["provisioner"],"$id":"io.k8s.api.storage.v1.StorageClass"};

function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.TopologySelectorTerm" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.matchLabelExpressions !== undefined){
let data0 = data.matchLabelExpressions;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.values === undefined){
const err0 = {instancePath:instancePath+"/matchLabelExpressions/" + i0,schemaPath:"io.k8s.api.core.v1.TopologySelectorLabelRequirement/required",keyword:"required",params:{missingProperty: "values"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data1.values !== undefined){
let data2 = data1.values;
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
const err2 = {instancePath:instancePath+"/matchLabelExpressions/" + i0+"/values",schemaPath:"io.k8s.api.core.v1.TopologySelectorLabelRequirement/properties/values/not",keyword:"not",params:{}};
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
const err3 = {instancePath:instancePath+"/matchLabelExpressions/" + i0+"/values",schemaPath:"io.k8s.api.core.v1.TopologySelectorLabelRequirement/properties/values/minItems",keyword:"minItems",params:{limit: 1}};
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
validate14.errors = vErrors;
return errors === 0;
}


function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.storage.v1.StorageClass" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.provisioner === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "provisioner"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.provisioner !== undefined){
let data0 = data.provisioner;
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
const err2 = {instancePath:instancePath+"/provisioner",schemaPath:"#/properties/provisioner/not",keyword:"not",params:{}};
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
const err3 = {instancePath:instancePath+"/provisioner",schemaPath:"#/properties/provisioner/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.volumeBindingMode !== undefined){
let data1 = data.volumeBindingMode;
if(!(((data1 === "Immediate") || (data1 === "WaitForFirstConsumer")) || (data1 === null))){
const err4 = {instancePath:instancePath+"/volumeBindingMode",schemaPath:"#/properties/volumeBindingMode/enum",keyword:"enum",params:{allowedValues: schema14.properties.volumeBindingMode.enum}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.allowedTopologies !== undefined){
let data2 = data.allowedTopologies;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!(validate14(data2[i0], {instancePath:instancePath+"/allowedTopologies/" + i0,parentData:data2,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
}
}
}
}
validate13.errors = vErrors;
return errors === 0;
}

exports["io.k8s.api.storage.v1.VolumeAttachment"] = validate16;
const schema20 = {"properties":{"awsElasticBlockStore":{"$ref":"io.k8s.api.core.v1.AWSElasticBlockStoreVolumeSource"},"hostPath":{"$ref":"io.k8s.api.core.v1.HostPathVolumeSource"},"glusterfs":{"$ref":"io.k8s.api.core.v1.GlusterfsPersistentVolumeSource"},"nfs":{"$ref":"io.k8s.api.core.v1.NFSVolumeSource"},"rbd":{"$ref":"io.k8s.api.core.v1.RBDPersistentVolumeSource"},"iscsi":{"$ref":"io.k8s.api.core.v1.ISCSIPersistentVolumeSource"},"cinder":{"$ref":"io.k8s.api.core.v1.CinderPersistentVolumeSource"},"cephfs":{"$ref":"io.k8s.api.core.v1.CephFSPersistentVolumeSource"},"flexVolume":{"$ref":"io.k8s.api.core.v1.FlexPersistentVolumeSource"},"azureFile":{"$ref":"io.k8s.api.core.v1.AzureFilePersistentVolumeSource"},"vsphereVolume":{"$ref":"io.k8s.api.core.v1.VsphereVirtualDiskVolumeSource"},"quobyte":{"$ref":"io.k8s.api.core.v1.QuobyteVolumeSource"},"azureDisk":{"$ref":"io.k8s.api.core.v1.AzureDiskVolumeSource"},"photonPersistentDisk":{"$ref":"io.k8s.api.core.v1.PhotonPersistentDiskVolumeSource"},"portworxVolume":{"$ref":"io.k8s.api.core.v1.PortworxVolumeSource"},"scaleIO":{"$ref":"io.k8s.api.core.v1.ScaleIOPersistentVolumeSource"},"local":{"$ref":"io.k8s.api.core.v1.LocalVolumeSource"},"csi":{"$ref":"io.k8s.api.core.v1.CSIPersistentVolumeSource"},"accessModes":{"closedItems":["ReadOnlyMany","ReadWriteMany","ReadWriteOnce","ReadWriteOncePod"]},"persistentVolumeReclaimPolicy":{"enum":["Delete","Recycle","Retain","",null]},"volumeMode":{"enum":["Block","Filesystem",null]},"nodeAffinity":{"$ref":"io.k8s.api.core.v1.VolumeNodeAffinity"}},"$id":"io.k8s.api.core.v1.PersistentVolumeSpec"};
const schema22 = {"properties":{"path":{"minLength":1,"not":{"type":"null"}},"type":{"enum":["","BlockDevice","CharDevice","Directory","DirectoryOrCreate","File","FileOrCreate","Socket",null]}},"required":["path"],"$id":"io.k8s.api.core.v1.HostPathVolumeSource"};
const schema33 = {"properties":{"diskName":{"minLength":1,"not":{"type":"null"}},"diskURI":{"minLength":1,"not":{"type":"null"}},"cachingMode":{"enum":["None","ReadOnly","ReadWrite",null]},"kind":{"enum":["Dedicated","Managed","Shared",null]}},"required":["diskName","diskURI"],"$id":"io.k8s.api.core.v1.AzureDiskVolumeSource"};

function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.VolumeNodeAffinity" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.required !== undefined){
let data0 = data.required;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.nodeSelectorTerms === undefined){
const err0 = {instancePath:instancePath+"/required",schemaPath:"io.k8s.api.core.v1.NodeSelector/required",keyword:"required",params:{missingProperty: "nodeSelectorTerms"}};
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
const err2 = {instancePath:instancePath+"/required/nodeSelectorTerms",schemaPath:"io.k8s.api.core.v1.NodeSelector/properties/nodeSelectorTerms/not",keyword:"not",params:{}};
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
const err3 = {instancePath:instancePath+"/required/nodeSelectorTerms",schemaPath:"io.k8s.api.core.v1.NodeSelector/properties/nodeSelectorTerms/minItems",keyword:"minItems",params:{limit: 1}};
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
validate20.errors = vErrors;
return errors === 0;
}


function validate19(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.core.v1.PersistentVolumeSpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.awsElasticBlockStore !== undefined){
let data0 = data.awsElasticBlockStore;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.volumeID === undefined){
const err0 = {instancePath:instancePath+"/awsElasticBlockStore",schemaPath:"io.k8s.api.core.v1.AWSElasticBlockStoreVolumeSource/required",keyword:"required",params:{missingProperty: "volumeID"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data0.volumeID !== undefined){
let data1 = data0.volumeID;
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
const err2 = {instancePath:instancePath+"/awsElasticBlockStore/volumeID",schemaPath:"io.k8s.api.core.v1.AWSElasticBlockStoreVolumeSource/properties/volumeID/not",keyword:"not",params:{}};
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
const err3 = {instancePath:instancePath+"/awsElasticBlockStore/volumeID",schemaPath:"io.k8s.api.core.v1.AWSElasticBlockStoreVolumeSource/properties/volumeID/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.hostPath !== undefined){
let data2 = data.hostPath;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.path === undefined){
const err4 = {instancePath:instancePath+"/hostPath",schemaPath:"io.k8s.api.core.v1.HostPathVolumeSource/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data2.path !== undefined){
let data3 = data2.path;
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
const err6 = {instancePath:instancePath+"/hostPath/path",schemaPath:"io.k8s.api.core.v1.HostPathVolumeSource/properties/path/not",keyword:"not",params:{}};
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
const err7 = {instancePath:instancePath+"/hostPath/path",schemaPath:"io.k8s.api.core.v1.HostPathVolumeSource/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data2.type !== undefined){
let data4 = data2.type;
if(!(((((((((data4 === "") || (data4 === "BlockDevice")) || (data4 === "CharDevice")) || (data4 === "Directory")) || (data4 === "DirectoryOrCreate")) || (data4 === "File")) || (data4 === "FileOrCreate")) || (data4 === "Socket")) || (data4 === null))){
const err8 = {instancePath:instancePath+"/hostPath/type",schemaPath:"io.k8s.api.core.v1.HostPathVolumeSource/properties/type/enum",keyword:"enum",params:{allowedValues: schema22.properties.type.enum}};
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
if(data.glusterfs !== undefined){
let data5 = data.glusterfs;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.endpoints === undefined){
const err9 = {instancePath:instancePath+"/glusterfs",schemaPath:"io.k8s.api.core.v1.GlusterfsPersistentVolumeSource/required",keyword:"required",params:{missingProperty: "endpoints"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data5.path === undefined){
const err10 = {instancePath:instancePath+"/glusterfs",schemaPath:"io.k8s.api.core.v1.GlusterfsPersistentVolumeSource/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data5.endpoints !== undefined){
let data6 = data5.endpoints;
const _errs16 = errors;
const _errs17 = errors;
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
var valid9 = _errs17 === errors;
if(valid9){
const err12 = {instancePath:instancePath+"/glusterfs/endpoints",schemaPath:"io.k8s.api.core.v1.GlusterfsPersistentVolumeSource/properties/endpoints/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
else {
errors = _errs16;
if(vErrors !== null){
if(_errs16){
vErrors.length = _errs16;
}
else {
vErrors = null;
}
}
}
if(typeof data6 === "string"){
if(func2(data6) < 1){
const err13 = {instancePath:instancePath+"/glusterfs/endpoints",schemaPath:"io.k8s.api.core.v1.GlusterfsPersistentVolumeSource/properties/endpoints/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data5.path !== undefined){
let data7 = data5.path;
const _errs20 = errors;
const _errs21 = errors;
if(data7 !== null){
const err14 = {};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
var valid10 = _errs21 === errors;
if(valid10){
const err15 = {instancePath:instancePath+"/glusterfs/path",schemaPath:"io.k8s.api.core.v1.GlusterfsPersistentVolumeSource/properties/path/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
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
const err16 = {instancePath:instancePath+"/glusterfs/path",schemaPath:"io.k8s.api.core.v1.GlusterfsPersistentVolumeSource/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.nfs !== undefined){
let data8 = data.nfs;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8.server === undefined){
const err17 = {instancePath:instancePath+"/nfs",schemaPath:"io.k8s.api.core.v1.NFSVolumeSource/required",keyword:"required",params:{missingProperty: "server"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data8.path === undefined){
const err18 = {instancePath:instancePath+"/nfs",schemaPath:"io.k8s.api.core.v1.NFSVolumeSource/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data8.server !== undefined){
let data9 = data8.server;
const _errs26 = errors;
const _errs27 = errors;
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
var valid13 = _errs27 === errors;
if(valid13){
const err20 = {instancePath:instancePath+"/nfs/server",schemaPath:"io.k8s.api.core.v1.NFSVolumeSource/properties/server/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
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
const err21 = {instancePath:instancePath+"/nfs/server",schemaPath:"io.k8s.api.core.v1.NFSVolumeSource/properties/server/minLength",keyword:"minLength",params:{limit: 1}};
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
const _errs30 = errors;
const _errs31 = errors;
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
var valid14 = _errs31 === errors;
if(valid14){
const err23 = {instancePath:instancePath+"/nfs/path",schemaPath:"io.k8s.api.core.v1.NFSVolumeSource/properties/path/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
else {
errors = _errs30;
if(vErrors !== null){
if(_errs30){
vErrors.length = _errs30;
}
else {
vErrors = null;
}
}
}
if(typeof data10 === "string"){
if(func2(data10) < 1){
const err24 = {instancePath:instancePath+"/nfs/path",schemaPath:"io.k8s.api.core.v1.NFSVolumeSource/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
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
}
}
if(data.rbd !== undefined){
let data11 = data.rbd;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.monitors === undefined){
const err25 = {instancePath:instancePath+"/rbd",schemaPath:"io.k8s.api.core.v1.RBDPersistentVolumeSource/required",keyword:"required",params:{missingProperty: "monitors"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data11.image === undefined){
const err26 = {instancePath:instancePath+"/rbd",schemaPath:"io.k8s.api.core.v1.RBDPersistentVolumeSource/required",keyword:"required",params:{missingProperty: "image"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data11.monitors !== undefined){
let data12 = data11.monitors;
const _errs36 = errors;
const _errs37 = errors;
if(data12 !== null){
const err27 = {};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
var valid17 = _errs37 === errors;
if(valid17){
const err28 = {instancePath:instancePath+"/rbd/monitors",schemaPath:"io.k8s.api.core.v1.RBDPersistentVolumeSource/properties/monitors/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
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
if(Array.isArray(data12)){
if(data12.length < 1){
const err29 = {instancePath:instancePath+"/rbd/monitors",schemaPath:"io.k8s.api.core.v1.RBDPersistentVolumeSource/properties/monitors/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
if(data11.image !== undefined){
let data13 = data11.image;
const _errs40 = errors;
const _errs41 = errors;
if(data13 !== null){
const err30 = {};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
var valid18 = _errs41 === errors;
if(valid18){
const err31 = {instancePath:instancePath+"/rbd/image",schemaPath:"io.k8s.api.core.v1.RBDPersistentVolumeSource/properties/image/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
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
if(typeof data13 === "string"){
if(func2(data13) < 1){
const err32 = {instancePath:instancePath+"/rbd/image",schemaPath:"io.k8s.api.core.v1.RBDPersistentVolumeSource/properties/image/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.iscsi !== undefined){
let data14 = data.iscsi;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.targetPortal === undefined){
const err33 = {instancePath:instancePath+"/iscsi",schemaPath:"io.k8s.api.core.v1.ISCSIPersistentVolumeSource/required",keyword:"required",params:{missingProperty: "targetPortal"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(data14.iqn === undefined){
const err34 = {instancePath:instancePath+"/iscsi",schemaPath:"io.k8s.api.core.v1.ISCSIPersistentVolumeSource/required",keyword:"required",params:{missingProperty: "iqn"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(data14.targetPortal !== undefined){
let data15 = data14.targetPortal;
const _errs46 = errors;
const _errs47 = errors;
if(data15 !== null){
const err35 = {};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
var valid21 = _errs47 === errors;
if(valid21){
const err36 = {instancePath:instancePath+"/iscsi/targetPortal",schemaPath:"io.k8s.api.core.v1.ISCSIPersistentVolumeSource/properties/targetPortal/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
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
const err37 = {instancePath:instancePath+"/iscsi/targetPortal",schemaPath:"io.k8s.api.core.v1.ISCSIPersistentVolumeSource/properties/targetPortal/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
if(data14.iqn !== undefined){
let data16 = data14.iqn;
const _errs50 = errors;
const _errs51 = errors;
if(data16 !== null){
const err38 = {};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
var valid22 = _errs51 === errors;
if(valid22){
const err39 = {instancePath:instancePath+"/iscsi/iqn",schemaPath:"io.k8s.api.core.v1.ISCSIPersistentVolumeSource/properties/iqn/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
else {
errors = _errs50;
if(vErrors !== null){
if(_errs50){
vErrors.length = _errs50;
}
else {
vErrors = null;
}
}
}
if(typeof data16 === "string"){
if(func2(data16) < 1){
const err40 = {instancePath:instancePath+"/iscsi/iqn",schemaPath:"io.k8s.api.core.v1.ISCSIPersistentVolumeSource/properties/iqn/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.cinder !== undefined){
let data17 = data.cinder;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.volumeID === undefined){
const err41 = {instancePath:instancePath+"/cinder",schemaPath:"io.k8s.api.core.v1.CinderPersistentVolumeSource/required",keyword:"required",params:{missingProperty: "volumeID"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(data17.volumeID !== undefined){
let data18 = data17.volumeID;
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
const err43 = {instancePath:instancePath+"/cinder/volumeID",schemaPath:"io.k8s.api.core.v1.CinderPersistentVolumeSource/properties/volumeID/not",keyword:"not",params:{}};
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
const err44 = {instancePath:instancePath+"/cinder/volumeID",schemaPath:"io.k8s.api.core.v1.CinderPersistentVolumeSource/properties/volumeID/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.cephfs !== undefined){
let data19 = data.cephfs;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(data19.monitors === undefined){
const err45 = {instancePath:instancePath+"/cephfs",schemaPath:"io.k8s.api.core.v1.CephFSPersistentVolumeSource/required",keyword:"required",params:{missingProperty: "monitors"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(data19.monitors !== undefined){
let data20 = data19.monitors;
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
const err47 = {instancePath:instancePath+"/cephfs/monitors",schemaPath:"io.k8s.api.core.v1.CephFSPersistentVolumeSource/properties/monitors/not",keyword:"not",params:{}};
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
if(Array.isArray(data20)){
if(data20.length < 1){
const err48 = {instancePath:instancePath+"/cephfs/monitors",schemaPath:"io.k8s.api.core.v1.CephFSPersistentVolumeSource/properties/monitors/minItems",keyword:"minItems",params:{limit: 1}};
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
if(data.flexVolume !== undefined){
let data21 = data.flexVolume;
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(data21.driver === undefined){
const err49 = {instancePath:instancePath+"/flexVolume",schemaPath:"io.k8s.api.core.v1.FlexPersistentVolumeSource/required",keyword:"required",params:{missingProperty: "driver"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(data21.driver !== undefined){
let data22 = data21.driver;
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
const err51 = {instancePath:instancePath+"/flexVolume/driver",schemaPath:"io.k8s.api.core.v1.FlexPersistentVolumeSource/properties/driver/not",keyword:"not",params:{}};
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
if(typeof data22 === "string"){
if(func2(data22) < 1){
const err52 = {instancePath:instancePath+"/flexVolume/driver",schemaPath:"io.k8s.api.core.v1.FlexPersistentVolumeSource/properties/driver/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.azureFile !== undefined){
let data23 = data.azureFile;
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
if(data23.secretName === undefined){
const err53 = {instancePath:instancePath+"/azureFile",schemaPath:"io.k8s.api.core.v1.AzureFilePersistentVolumeSource/required",keyword:"required",params:{missingProperty: "secretName"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(data23.shareName === undefined){
const err54 = {instancePath:instancePath+"/azureFile",schemaPath:"io.k8s.api.core.v1.AzureFilePersistentVolumeSource/required",keyword:"required",params:{missingProperty: "shareName"}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(data23.secretName !== undefined){
let data24 = data23.secretName;
const _errs74 = errors;
const _errs75 = errors;
if(data24 !== null){
const err55 = {};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
var valid34 = _errs75 === errors;
if(valid34){
const err56 = {instancePath:instancePath+"/azureFile/secretName",schemaPath:"io.k8s.api.core.v1.AzureFilePersistentVolumeSource/properties/secretName/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
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
const err57 = {instancePath:instancePath+"/azureFile/secretName",schemaPath:"io.k8s.api.core.v1.AzureFilePersistentVolumeSource/properties/secretName/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
}
if(data23.shareName !== undefined){
let data25 = data23.shareName;
const _errs78 = errors;
const _errs79 = errors;
if(data25 !== null){
const err58 = {};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
var valid35 = _errs79 === errors;
if(valid35){
const err59 = {instancePath:instancePath+"/azureFile/shareName",schemaPath:"io.k8s.api.core.v1.AzureFilePersistentVolumeSource/properties/shareName/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
else {
errors = _errs78;
if(vErrors !== null){
if(_errs78){
vErrors.length = _errs78;
}
else {
vErrors = null;
}
}
}
if(typeof data25 === "string"){
if(func2(data25) < 1){
const err60 = {instancePath:instancePath+"/azureFile/shareName",schemaPath:"io.k8s.api.core.v1.AzureFilePersistentVolumeSource/properties/shareName/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
}
}
}
if(data.vsphereVolume !== undefined){
let data26 = data.vsphereVolume;
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
if(data26.volumePath === undefined){
const err61 = {instancePath:instancePath+"/vsphereVolume",schemaPath:"io.k8s.api.core.v1.VsphereVirtualDiskVolumeSource/required",keyword:"required",params:{missingProperty: "volumePath"}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(data26.volumePath !== undefined){
let data27 = data26.volumePath;
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
const err63 = {instancePath:instancePath+"/vsphereVolume/volumePath",schemaPath:"io.k8s.api.core.v1.VsphereVirtualDiskVolumeSource/properties/volumePath/not",keyword:"not",params:{}};
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
const err64 = {instancePath:instancePath+"/vsphereVolume/volumePath",schemaPath:"io.k8s.api.core.v1.VsphereVirtualDiskVolumeSource/properties/volumePath/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.quobyte !== undefined){
let data28 = data.quobyte;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
if(data28.registry === undefined){
const err65 = {instancePath:instancePath+"/quobyte",schemaPath:"io.k8s.api.core.v1.QuobyteVolumeSource/required",keyword:"required",params:{missingProperty: "registry"}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(data28.volume === undefined){
const err66 = {instancePath:instancePath+"/quobyte",schemaPath:"io.k8s.api.core.v1.QuobyteVolumeSource/required",keyword:"required",params:{missingProperty: "volume"}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(data28.registry !== undefined){
let data29 = data28.registry;
const _errs90 = errors;
const _errs91 = errors;
if(data29 !== null){
const err67 = {};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
var valid41 = _errs91 === errors;
if(valid41){
const err68 = {instancePath:instancePath+"/quobyte/registry",schemaPath:"io.k8s.api.core.v1.QuobyteVolumeSource/properties/registry/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
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
const err69 = {instancePath:instancePath+"/quobyte/registry",schemaPath:"io.k8s.api.core.v1.QuobyteVolumeSource/properties/registry/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
}
if(data28.volume !== undefined){
let data30 = data28.volume;
const _errs94 = errors;
const _errs95 = errors;
if(data30 !== null){
const err70 = {};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
var valid42 = _errs95 === errors;
if(valid42){
const err71 = {instancePath:instancePath+"/quobyte/volume",schemaPath:"io.k8s.api.core.v1.QuobyteVolumeSource/properties/volume/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
else {
errors = _errs94;
if(vErrors !== null){
if(_errs94){
vErrors.length = _errs94;
}
else {
vErrors = null;
}
}
}
if(typeof data30 === "string"){
if(func2(data30) < 1){
const err72 = {instancePath:instancePath+"/quobyte/volume",schemaPath:"io.k8s.api.core.v1.QuobyteVolumeSource/properties/volume/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
}
}
}
if(data.azureDisk !== undefined){
let data31 = data.azureDisk;
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
if(data31.diskName === undefined){
const err73 = {instancePath:instancePath+"/azureDisk",schemaPath:"io.k8s.api.core.v1.AzureDiskVolumeSource/required",keyword:"required",params:{missingProperty: "diskName"}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if(data31.diskURI === undefined){
const err74 = {instancePath:instancePath+"/azureDisk",schemaPath:"io.k8s.api.core.v1.AzureDiskVolumeSource/required",keyword:"required",params:{missingProperty: "diskURI"}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if(data31.diskName !== undefined){
let data32 = data31.diskName;
const _errs100 = errors;
const _errs101 = errors;
if(data32 !== null){
const err75 = {};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
var valid45 = _errs101 === errors;
if(valid45){
const err76 = {instancePath:instancePath+"/azureDisk/diskName",schemaPath:"io.k8s.api.core.v1.AzureDiskVolumeSource/properties/diskName/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
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
const err77 = {instancePath:instancePath+"/azureDisk/diskName",schemaPath:"io.k8s.api.core.v1.AzureDiskVolumeSource/properties/diskName/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
}
if(data31.diskURI !== undefined){
let data33 = data31.diskURI;
const _errs104 = errors;
const _errs105 = errors;
if(data33 !== null){
const err78 = {};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
var valid46 = _errs105 === errors;
if(valid46){
const err79 = {instancePath:instancePath+"/azureDisk/diskURI",schemaPath:"io.k8s.api.core.v1.AzureDiskVolumeSource/properties/diskURI/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
else {
errors = _errs104;
if(vErrors !== null){
if(_errs104){
vErrors.length = _errs104;
}
else {
vErrors = null;
}
}
}
if(typeof data33 === "string"){
if(func2(data33) < 1){
const err80 = {instancePath:instancePath+"/azureDisk/diskURI",schemaPath:"io.k8s.api.core.v1.AzureDiskVolumeSource/properties/diskURI/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
}
if(data31.cachingMode !== undefined){
let data34 = data31.cachingMode;
if(!((((data34 === "None") || (data34 === "ReadOnly")) || (data34 === "ReadWrite")) || (data34 === null))){
const err81 = {instancePath:instancePath+"/azureDisk/cachingMode",schemaPath:"io.k8s.api.core.v1.AzureDiskVolumeSource/properties/cachingMode/enum",keyword:"enum",params:{allowedValues: schema33.properties.cachingMode.enum}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data31.kind !== undefined){
let data35 = data31.kind;
if(!((((data35 === "Dedicated") || (data35 === "Managed")) || (data35 === "Shared")) || (data35 === null))){
const err82 = {instancePath:instancePath+"/azureDisk/kind",schemaPath:"io.k8s.api.core.v1.AzureDiskVolumeSource/properties/kind/enum",keyword:"enum",params:{allowedValues: schema33.properties.kind.enum}};
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
if(data.photonPersistentDisk !== undefined){
let data36 = data.photonPersistentDisk;
if(data36 && typeof data36 == "object" && !Array.isArray(data36)){
if(data36.pdID === undefined){
const err83 = {instancePath:instancePath+"/photonPersistentDisk",schemaPath:"io.k8s.api.core.v1.PhotonPersistentDiskVolumeSource/required",keyword:"required",params:{missingProperty: "pdID"}};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
if(data36.pdID !== undefined){
let data37 = data36.pdID;
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
const err85 = {instancePath:instancePath+"/photonPersistentDisk/pdID",schemaPath:"io.k8s.api.core.v1.PhotonPersistentDiskVolumeSource/properties/pdID/not",keyword:"not",params:{}};
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
const err86 = {instancePath:instancePath+"/photonPersistentDisk/pdID",schemaPath:"io.k8s.api.core.v1.PhotonPersistentDiskVolumeSource/properties/pdID/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.portworxVolume !== undefined){
let data38 = data.portworxVolume;
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
if(data38.volumeID === undefined){
const err87 = {instancePath:instancePath+"/portworxVolume",schemaPath:"io.k8s.api.core.v1.PortworxVolumeSource/required",keyword:"required",params:{missingProperty: "volumeID"}};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
if(data38.volumeID !== undefined){
let data39 = data38.volumeID;
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
const err89 = {instancePath:instancePath+"/portworxVolume/volumeID",schemaPath:"io.k8s.api.core.v1.PortworxVolumeSource/properties/volumeID/not",keyword:"not",params:{}};
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
const err90 = {instancePath:instancePath+"/portworxVolume/volumeID",schemaPath:"io.k8s.api.core.v1.PortworxVolumeSource/properties/volumeID/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.scaleIO !== undefined){
let data40 = data.scaleIO;
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
if(data40.gateway === undefined){
const err91 = {instancePath:instancePath+"/scaleIO",schemaPath:"io.k8s.api.core.v1.ScaleIOPersistentVolumeSource/required",keyword:"required",params:{missingProperty: "gateway"}};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if(data40.system === undefined){
const err92 = {instancePath:instancePath+"/scaleIO",schemaPath:"io.k8s.api.core.v1.ScaleIOPersistentVolumeSource/required",keyword:"required",params:{missingProperty: "system"}};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
if(data40.gateway !== undefined){
let data41 = data40.gateway;
const _errs124 = errors;
const _errs125 = errors;
if(data41 !== null){
const err93 = {};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
var valid55 = _errs125 === errors;
if(valid55){
const err94 = {instancePath:instancePath+"/scaleIO/gateway",schemaPath:"io.k8s.api.core.v1.ScaleIOPersistentVolumeSource/properties/gateway/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
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
const err95 = {instancePath:instancePath+"/scaleIO/gateway",schemaPath:"io.k8s.api.core.v1.ScaleIOPersistentVolumeSource/properties/gateway/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data40.system !== undefined){
let data42 = data40.system;
const _errs128 = errors;
const _errs129 = errors;
if(data42 !== null){
const err96 = {};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
var valid56 = _errs129 === errors;
if(valid56){
const err97 = {instancePath:instancePath+"/scaleIO/system",schemaPath:"io.k8s.api.core.v1.ScaleIOPersistentVolumeSource/properties/system/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
else {
errors = _errs128;
if(vErrors !== null){
if(_errs128){
vErrors.length = _errs128;
}
else {
vErrors = null;
}
}
}
if(typeof data42 === "string"){
if(func2(data42) < 1){
const err98 = {instancePath:instancePath+"/scaleIO/system",schemaPath:"io.k8s.api.core.v1.ScaleIOPersistentVolumeSource/properties/system/minLength",keyword:"minLength",params:{limit: 1}};
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
}
}
if(data.local !== undefined){
let data43 = data.local;
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
if(data43.path === undefined){
const err99 = {instancePath:instancePath+"/local",schemaPath:"io.k8s.api.core.v1.LocalVolumeSource/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
if(data43.path !== undefined){
let data44 = data43.path;
const _errs134 = errors;
const _errs135 = errors;
if(data44 !== null){
const err100 = {};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
var valid59 = _errs135 === errors;
if(valid59){
const err101 = {instancePath:instancePath+"/local/path",schemaPath:"io.k8s.api.core.v1.LocalVolumeSource/properties/path/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
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
const err102 = {instancePath:instancePath+"/local/path",schemaPath:"io.k8s.api.core.v1.LocalVolumeSource/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
}
}
}
if(data.csi !== undefined){
let data45 = data.csi;
if(data45 && typeof data45 == "object" && !Array.isArray(data45)){
if(data45.driver === undefined){
const err103 = {instancePath:instancePath+"/csi",schemaPath:"io.k8s.api.core.v1.CSIPersistentVolumeSource/required",keyword:"required",params:{missingProperty: "driver"}};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
if(data45.volumeHandle === undefined){
const err104 = {instancePath:instancePath+"/csi",schemaPath:"io.k8s.api.core.v1.CSIPersistentVolumeSource/required",keyword:"required",params:{missingProperty: "volumeHandle"}};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if(data45.driver !== undefined){
let data46 = data45.driver;
const _errs140 = errors;
const _errs141 = errors;
if(data46 !== null){
const err105 = {};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
var valid62 = _errs141 === errors;
if(valid62){
const err106 = {instancePath:instancePath+"/csi/driver",schemaPath:"io.k8s.api.core.v1.CSIPersistentVolumeSource/properties/driver/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
else {
errors = _errs140;
if(vErrors !== null){
if(_errs140){
vErrors.length = _errs140;
}
else {
vErrors = null;
}
}
}
if(typeof data46 === "string"){
if(func2(data46) < 1){
const err107 = {instancePath:instancePath+"/csi/driver",schemaPath:"io.k8s.api.core.v1.CSIPersistentVolumeSource/properties/driver/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
}
if(data45.volumeHandle !== undefined){
let data47 = data45.volumeHandle;
const _errs144 = errors;
const _errs145 = errors;
if(data47 !== null){
const err108 = {};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
var valid63 = _errs145 === errors;
if(valid63){
const err109 = {instancePath:instancePath+"/csi/volumeHandle",schemaPath:"io.k8s.api.core.v1.CSIPersistentVolumeSource/properties/volumeHandle/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
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
const err110 = {instancePath:instancePath+"/csi/volumeHandle",schemaPath:"io.k8s.api.core.v1.CSIPersistentVolumeSource/properties/volumeHandle/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
}
}
}
if(data.accessModes !== undefined){
let data48 = data.accessModes;
if(Array.isArray(data48)){
const allowed0 = ["ReadOnlyMany","ReadWriteMany","ReadWriteOnce","ReadWriteOncePod"];
for(let i0=0; i0<data48.length; i0++){
if(!allowed0.includes(data48[i0])){
const err111 = {instancePath:instancePath+"/accessModes",schemaPath:"#/properties/accessModes/closedItems",keyword:"closedItems",params:{index: i0, allowedValues: allowed0}};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
}
}
if(data.persistentVolumeReclaimPolicy !== undefined){
let data49 = data.persistentVolumeReclaimPolicy;
if(!(((((data49 === "Delete") || (data49 === "Recycle")) || (data49 === "Retain")) || (data49 === "")) || (data49 === null))){
const err112 = {instancePath:instancePath+"/persistentVolumeReclaimPolicy",schemaPath:"#/properties/persistentVolumeReclaimPolicy/enum",keyword:"enum",params:{allowedValues: schema20.properties.persistentVolumeReclaimPolicy.enum}};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
if(data.volumeMode !== undefined){
let data50 = data.volumeMode;
if(!(((data50 === "Block") || (data50 === "Filesystem")) || (data50 === null))){
const err113 = {instancePath:instancePath+"/volumeMode",schemaPath:"#/properties/volumeMode/enum",keyword:"enum",params:{allowedValues: schema20.properties.volumeMode.enum}};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
if(data.nodeAffinity !== undefined){
if(!(validate20(data.nodeAffinity, {instancePath:instancePath+"/nodeAffinity",parentData:data,parentDataProperty:"nodeAffinity",rootData}))){
vErrors = vErrors === null ? validate20.errors : vErrors.concat(validate20.errors);
errors = vErrors.length;
}
}
}
validate19.errors = vErrors;
return errors === 0;
}


function validate18(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.storage.v1.VolumeAttachmentSource" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.inlineVolumeSpec !== undefined){
if(!(validate19(data.inlineVolumeSpec, {instancePath:instancePath+"/inlineVolumeSpec",parentData:data,parentDataProperty:"inlineVolumeSpec",rootData}))){
vErrors = vErrors === null ? validate19.errors : vErrors.concat(validate19.errors);
errors = vErrors.length;
}
}
}
validate18.errors = vErrors;
return errors === 0;
}


function validate17(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.storage.v1.VolumeAttachmentSpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.attacher === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "attacher"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.attacher !== undefined){
let data0 = data.attacher;
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
const err2 = {instancePath:instancePath+"/attacher",schemaPath:"#/properties/attacher/not",keyword:"not",params:{}};
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
const err3 = {instancePath:instancePath+"/attacher",schemaPath:"#/properties/attacher/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.source !== undefined){
if(!(validate18(data.source, {instancePath:instancePath+"/source",parentData:data,parentDataProperty:"source",rootData}))){
vErrors = vErrors === null ? validate18.errors : vErrors.concat(validate18.errors);
errors = vErrors.length;
}
}
}
validate17.errors = vErrors;
return errors === 0;
}


function validate16(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.storage.v1.VolumeAttachment" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate17(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate17.errors : vErrors.concat(validate17.errors);
errors = vErrors.length;
}
}
}
validate16.errors = vErrors;
return errors === 0;
}

exports["io.k8s.api.storage.v1.VolumeAttributesClass"] = validate25;

function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.storage.v1.VolumeAttributesClass" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.driverName === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "driverName"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.driverName !== undefined){
let data0 = data.driverName;
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
const err2 = {instancePath:instancePath+"/driverName",schemaPath:"#/properties/driverName/not",keyword:"not",params:{}};
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
const err3 = {instancePath:instancePath+"/driverName",schemaPath:"#/properties/driverName/minLength",keyword:"minLength",params:{limit: 1}};
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
validate25.errors = vErrors;
return errors === 0;
}

