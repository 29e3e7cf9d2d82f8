// Generated from crds/ by `npm run generate`; never edited.
"use strict";
exports["io.k8s.api.flowcontrol.v1.FlowSchema"] = validate10;
const func2 = require("ajv/dist/runtime/ucs2length").default;

function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.flowcontrol.v1.Subject" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.user !== undefined){
let data0 = data.user;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.name === undefined){
const err0 = {instancePath:instancePath+"/user",schemaPath:"io.k8s.api.flowcontrol.v1.UserSubject/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data0.name !== undefined){
let data1 = data0.name;
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
const err2 = {instancePath:instancePath+"/user/name",schemaPath:"io.k8s.api.flowcontrol.v1.UserSubject/properties/name/not",keyword:"not",params:{}};
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
const err3 = {instancePath:instancePath+"/user/name",schemaPath:"io.k8s.api.flowcontrol.v1.UserSubject/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.group !== undefined){
let data2 = data.group;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.name === undefined){
const err4 = {instancePath:instancePath+"/group",schemaPath:"io.k8s.api.flowcontrol.v1.GroupSubject/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data2.name !== undefined){
let data3 = data2.name;
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
const err6 = {instancePath:instancePath+"/group/name",schemaPath:"io.k8s.api.flowcontrol.v1.GroupSubject/properties/name/not",keyword:"not",params:{}};
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
const err7 = {instancePath:instancePath+"/group/name",schemaPath:"io.k8s.api.flowcontrol.v1.GroupSubject/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.serviceAccount !== undefined){
let data4 = data.serviceAccount;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.namespace === undefined){
const err8 = {instancePath:instancePath+"/serviceAccount",schemaPath:"io.k8s.api.flowcontrol.v1.ServiceAccountSubject/required",keyword:"required",params:{missingProperty: "namespace"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data4.name === undefined){
const err9 = {instancePath:instancePath+"/serviceAccount",schemaPath:"io.k8s.api.flowcontrol.v1.ServiceAccountSubject/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data4.namespace !== undefined){
let data5 = data4.namespace;
const _errs15 = errors;
const _errs16 = errors;
if(data5 !== null){
const err10 = {};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var valid9 = _errs16 === errors;
if(valid9){
const err11 = {instancePath:instancePath+"/serviceAccount/namespace",schemaPath:"io.k8s.api.flowcontrol.v1.ServiceAccountSubject/properties/namespace/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
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
const err12 = {instancePath:instancePath+"/serviceAccount/namespace",schemaPath:"io.k8s.api.flowcontrol.v1.ServiceAccountSubject/properties/namespace/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data4.name !== undefined){
let data6 = data4.name;
const _errs19 = errors;
const _errs20 = errors;
if(data6 !== null){
const err13 = {};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
var valid10 = _errs20 === errors;
if(valid10){
const err14 = {instancePath:instancePath+"/serviceAccount/name",schemaPath:"io.k8s.api.flowcontrol.v1.ServiceAccountSubject/properties/name/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
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
const err15 = {instancePath:instancePath+"/serviceAccount/name",schemaPath:"io.k8s.api.flowcontrol.v1.ServiceAccountSubject/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
validate13.errors = vErrors;
return errors === 0;
}


function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.flowcontrol.v1.PolicyRulesWithSubjects" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.subjects === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "subjects"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.subjects !== undefined){
let data0 = data.subjects;
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
const err2 = {instancePath:instancePath+"/subjects",schemaPath:"#/properties/subjects/not",keyword:"not",params:{}};
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
const err3 = {instancePath:instancePath+"/subjects",schemaPath:"#/properties/subjects/minItems",keyword:"minItems",params:{limit: 1}};
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
if(!(validate13(data0[i0], {instancePath:instancePath+"/subjects/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
errors = vErrors.length;
}
}
}
}
if(data.resourceRules !== undefined){
let data2 = data.resourceRules;
if(Array.isArray(data2)){
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.verbs === undefined){
const err4 = {instancePath:instancePath+"/resourceRules/" + i1,schemaPath:"io.k8s.api.flowcontrol.v1.ResourcePolicyRule/required",keyword:"required",params:{missingProperty: "verbs"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data3.apiGroups === undefined){
const err5 = {instancePath:instancePath+"/resourceRules/" + i1,schemaPath:"io.k8s.api.flowcontrol.v1.ResourcePolicyRule/required",keyword:"required",params:{missingProperty: "apiGroups"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data3.resources === undefined){
const err6 = {instancePath:instancePath+"/resourceRules/" + i1,schemaPath:"io.k8s.api.flowcontrol.v1.ResourcePolicyRule/required",keyword:"required",params:{missingProperty: "resources"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data3.verbs !== undefined){
let data4 = data3.verbs;
const _errs9 = errors;
const _errs10 = errors;
if(data4 !== null){
const err7 = {};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var valid8 = _errs10 === errors;
if(valid8){
const err8 = {instancePath:instancePath+"/resourceRules/" + i1+"/verbs",schemaPath:"io.k8s.api.flowcontrol.v1.ResourcePolicyRule/properties/verbs/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
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
if(Array.isArray(data4)){
if(data4.length < 1){
const err9 = {instancePath:instancePath+"/resourceRules/" + i1+"/verbs",schemaPath:"io.k8s.api.flowcontrol.v1.ResourcePolicyRule/properties/verbs/minItems",keyword:"minItems",params:{limit: 1}};
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
if(data3.apiGroups !== undefined){
let data5 = data3.apiGroups;
const _errs13 = errors;
const _errs14 = errors;
if(data5 !== null){
const err10 = {};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var valid9 = _errs14 === errors;
if(valid9){
const err11 = {instancePath:instancePath+"/resourceRules/" + i1+"/apiGroups",schemaPath:"io.k8s.api.flowcontrol.v1.ResourcePolicyRule/properties/apiGroups/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
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
if(Array.isArray(data5)){
if(data5.length < 1){
const err12 = {instancePath:instancePath+"/resourceRules/" + i1+"/apiGroups",schemaPath:"io.k8s.api.flowcontrol.v1.ResourcePolicyRule/properties/apiGroups/minItems",keyword:"minItems",params:{limit: 1}};
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
if(data3.resources !== undefined){
let data6 = data3.resources;
const _errs17 = errors;
const _errs18 = errors;
if(data6 !== null){
const err13 = {};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
var valid10 = _errs18 === errors;
if(valid10){
const err14 = {instancePath:instancePath+"/resourceRules/" + i1+"/resources",schemaPath:"io.k8s.api.flowcontrol.v1.ResourcePolicyRule/properties/resources/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
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
if(Array.isArray(data6)){
if(data6.length < 1){
const err15 = {instancePath:instancePath+"/resourceRules/" + i1+"/resources",schemaPath:"io.k8s.api.flowcontrol.v1.ResourcePolicyRule/properties/resources/minItems",keyword:"minItems",params:{limit: 1}};
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
}
if(data.nonResourceRules !== undefined){
let data7 = data.nonResourceRules;
if(Array.isArray(data7)){
const len2 = data7.length;
for(let i2=0; i2<len2; i2++){
let data8 = data7[i2];
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8.verbs === undefined){
const err16 = {instancePath:instancePath+"/nonResourceRules/" + i2,schemaPath:"io.k8s.api.flowcontrol.v1.NonResourcePolicyRule/required",keyword:"required",params:{missingProperty: "verbs"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data8.nonResourceURLs === undefined){
const err17 = {instancePath:instancePath+"/nonResourceRules/" + i2,schemaPath:"io.k8s.api.flowcontrol.v1.NonResourcePolicyRule/required",keyword:"required",params:{missingProperty: "nonResourceURLs"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data8.verbs !== undefined){
let data9 = data8.verbs;
const _errs24 = errors;
const _errs25 = errors;
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
var valid15 = _errs25 === errors;
if(valid15){
const err19 = {instancePath:instancePath+"/nonResourceRules/" + i2+"/verbs",schemaPath:"io.k8s.api.flowcontrol.v1.NonResourcePolicyRule/properties/verbs/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
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
if(Array.isArray(data9)){
if(data9.length < 1){
const err20 = {instancePath:instancePath+"/nonResourceRules/" + i2+"/verbs",schemaPath:"io.k8s.api.flowcontrol.v1.NonResourcePolicyRule/properties/verbs/minItems",keyword:"minItems",params:{limit: 1}};
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
if(data8.nonResourceURLs !== undefined){
let data10 = data8.nonResourceURLs;
const _errs28 = errors;
const _errs29 = errors;
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
var valid16 = _errs29 === errors;
if(valid16){
const err22 = {instancePath:instancePath+"/nonResourceRules/" + i2+"/nonResourceURLs",schemaPath:"io.k8s.api.flowcontrol.v1.NonResourcePolicyRule/properties/nonResourceURLs/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
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
if(Array.isArray(data10)){
if(data10.length < 1){
const err23 = {instancePath:instancePath+"/nonResourceRules/" + i2+"/nonResourceURLs",schemaPath:"io.k8s.api.flowcontrol.v1.NonResourcePolicyRule/properties/nonResourceURLs/minItems",keyword:"minItems",params:{limit: 1}};
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
}
validate12.errors = vErrors;
return errors === 0;
}


function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.flowcontrol.v1.FlowSchemaSpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.priorityLevelConfiguration !== undefined){
let data0 = data.priorityLevelConfiguration;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.name === undefined){
const err0 = {instancePath:instancePath+"/priorityLevelConfiguration",schemaPath:"io.k8s.api.flowcontrol.v1.PriorityLevelConfigurationReference/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data0.name !== undefined){
let data1 = data0.name;
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
const err2 = {instancePath:instancePath+"/priorityLevelConfiguration/name",schemaPath:"io.k8s.api.flowcontrol.v1.PriorityLevelConfigurationReference/properties/name/not",keyword:"not",params:{}};
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
const err3 = {instancePath:instancePath+"/priorityLevelConfiguration/name",schemaPath:"io.k8s.api.flowcontrol.v1.PriorityLevelConfigurationReference/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.rules !== undefined){
let data2 = data.rules;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!(validate12(data2[i0], {instancePath:instancePath+"/rules/" + i0,parentData:data2,parentDataProperty:i0,rootData}))){
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


function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.flowcontrol.v1.FlowSchema" */;
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

exports["io.k8s.api.flowcontrol.v1.PriorityLevelConfiguration"] = validate17;

function validate19(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.flowcontrol.v1.LimitedPriorityLevelConfiguration" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.limitResponse !== undefined){
let data0 = data.limitResponse;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.type === undefined){
const err0 = {instancePath:instancePath+"/limitResponse",schemaPath:"io.k8s.api.flowcontrol.v1.LimitResponse/required",keyword:"required",params:{missingProperty: "type"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data0.type !== undefined){
let data1 = data0.type;
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
const err2 = {instancePath:instancePath+"/limitResponse/type",schemaPath:"io.k8s.api.flowcontrol.v1.LimitResponse/properties/type/not",keyword:"not",params:{}};
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
const err3 = {instancePath:instancePath+"/limitResponse/type",schemaPath:"io.k8s.api.flowcontrol.v1.LimitResponse/properties/type/minLength",keyword:"minLength",params:{limit: 1}};
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
validate19.errors = vErrors;
return errors === 0;
}


function validate18(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.flowcontrol.v1.PriorityLevelConfigurationSpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.type !== undefined){
let data0 = data.type;
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
const err2 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/not",keyword:"not",params:{}};
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
const err3 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.limited !== undefined){
if(!(validate19(data.limited, {instancePath:instancePath+"/limited",parentData:data,parentDataProperty:"limited",rootData}))){
vErrors = vErrors === null ? validate19.errors : vErrors.concat(validate19.errors);
errors = vErrors.length;
}
}
}
validate18.errors = vErrors;
return errors === 0;
}


function validate17(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.flowcontrol.v1.PriorityLevelConfiguration" */;
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

