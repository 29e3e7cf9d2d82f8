// Generated from crds/ by `npm run generate`; never edited.
"use strict";
exports["io.k8s.api.admissionregistration.v1.MutatingAdmissionPolicy"] = validate10;
const schema12 = {"properties":{"matchConstraints":{"$ref":"io.k8s.api.admissionregistration.v1.MatchResources"},"variables":{"items":{"$ref":"io.k8s.api.admissionregistration.v1.Variable"}},"mutations":{"items":{"$ref":"io.k8s.api.admissionregistration.v1.Mutation"}},"failurePolicy":{"enum":["Fail","Ignore",null]},"matchConditions":{"items":{"$ref":"io.k8s.api.admissionregistration.v1.MatchCondition"}},"reinvocationPolicy":{"enum":["IfNeeded","Never","",null]}},"$id":"io.k8s.api.admissionregistration.v1.MutatingAdmissionPolicySpec"};
const schema17 = {"properties":{"patchType":{"minLength":1,"enum":["ApplyConfiguration","JSONPatch","",null],"not":{"type":"null"}}},"required":["patchType"],"$id":"io.k8s.api.admissionregistration.v1.Mutation"};
const schema13 = {"properties":{"resourceRules":{"items":{"$ref":"io.k8s.api.admissionregistration.v1.NamedRuleWithOperations"}},"excludeResourceRules":{"items":{"$ref":"io.k8s.api.admissionregistration.v1.NamedRuleWithOperations"}},"matchPolicy":{"enum":["Equivalent","Exact",null]}},"$id":"io.k8s.api.admissionregistration.v1.MatchResources"};
const schema14 = {"properties":{"operations":{"items":{"enum":["*","CONNECT","CREATE","DELETE","UPDATE"]}},"scope":{"enum":["*","Cluster","Namespaced",null]}},"$id":"io.k8s.api.admissionregistration.v1.NamedRuleWithOperations"};

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.admissionregistration.v1.MatchResources" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.resourceRules !== undefined){
let data0 = data.resourceRules;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.operations !== undefined){
let data2 = data1.operations;
if(Array.isArray(data2)){
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if(!(((((data3 === "*") || (data3 === "CONNECT")) || (data3 === "CREATE")) || (data3 === "DELETE")) || (data3 === "UPDATE"))){
const err0 = {instancePath:instancePath+"/resourceRules/" + i0+"/operations/" + i1,schemaPath:"io.k8s.api.admissionregistration.v1.NamedRuleWithOperations/properties/operations/items/enum",keyword:"enum",params:{allowedValues: schema14.properties.operations.items.enum}};
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
if(data1.scope !== undefined){
let data4 = data1.scope;
if(!((((data4 === "*") || (data4 === "Cluster")) || (data4 === "Namespaced")) || (data4 === null))){
const err1 = {instancePath:instancePath+"/resourceRules/" + i0+"/scope",schemaPath:"io.k8s.api.admissionregistration.v1.NamedRuleWithOperations/properties/scope/enum",keyword:"enum",params:{allowedValues: schema14.properties.scope.enum}};
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
}
}
if(data.excludeResourceRules !== undefined){
let data5 = data.excludeResourceRules;
if(Array.isArray(data5)){
const len2 = data5.length;
for(let i2=0; i2<len2; i2++){
let data6 = data5[i2];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.operations !== undefined){
let data7 = data6.operations;
if(Array.isArray(data7)){
const len3 = data7.length;
for(let i3=0; i3<len3; i3++){
let data8 = data7[i3];
if(!(((((data8 === "*") || (data8 === "CONNECT")) || (data8 === "CREATE")) || (data8 === "DELETE")) || (data8 === "UPDATE"))){
const err2 = {instancePath:instancePath+"/excludeResourceRules/" + i2+"/operations/" + i3,schemaPath:"io.k8s.api.admissionregistration.v1.NamedRuleWithOperations/properties/operations/items/enum",keyword:"enum",params:{allowedValues: schema14.properties.operations.items.enum}};
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
if(data6.scope !== undefined){
let data9 = data6.scope;
if(!((((data9 === "*") || (data9 === "Cluster")) || (data9 === "Namespaced")) || (data9 === null))){
const err3 = {instancePath:instancePath+"/excludeResourceRules/" + i2+"/scope",schemaPath:"io.k8s.api.admissionregistration.v1.NamedRuleWithOperations/properties/scope/enum",keyword:"enum",params:{allowedValues: schema14.properties.scope.enum}};
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
if(data.matchPolicy !== undefined){
let data10 = data.matchPolicy;
if(!(((data10 === "Equivalent") || (data10 === "Exact")) || (data10 === null))){
const err4 = {instancePath:instancePath+"/matchPolicy",schemaPath:"#/properties/matchPolicy/enum",keyword:"enum",params:{allowedValues: schema13.properties.matchPolicy.enum}};
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
validate12.errors = vErrors;
return errors === 0;
}

const func2 = require("ajv/dist/runtime/ucs2length").default;

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.admissionregistration.v1.MutatingAdmissionPolicySpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.matchConstraints !== undefined){
if(!(validate12(data.matchConstraints, {instancePath:instancePath+"/matchConstraints",parentData:data,parentDataProperty:"matchConstraints",rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
if(data.variables !== undefined){
let data1 = data.variables;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.name === undefined){
const err0 = {instancePath:instancePath+"/variables/" + i0,schemaPath:"io.k8s.api.admissionregistration.v1.Variable/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data2.expression === undefined){
const err1 = {instancePath:instancePath+"/variables/" + i0,schemaPath:"io.k8s.api.admissionregistration.v1.Variable/required",keyword:"required",params:{missingProperty: "expression"}};
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
const err3 = {instancePath:instancePath+"/variables/" + i0+"/name",schemaPath:"io.k8s.api.admissionregistration.v1.Variable/properties/name/not",keyword:"not",params:{}};
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
const err4 = {instancePath:instancePath+"/variables/" + i0+"/name",schemaPath:"io.k8s.api.admissionregistration.v1.Variable/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data2.expression !== undefined){
let data4 = data2.expression;
const _errs9 = errors;
const _errs10 = errors;
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
var valid6 = _errs10 === errors;
if(valid6){
const err6 = {instancePath:instancePath+"/variables/" + i0+"/expression",schemaPath:"io.k8s.api.admissionregistration.v1.Variable/properties/expression/not",keyword:"not",params:{}};
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
if(typeof data4 === "string"){
if(func2(data4) < 1){
const err7 = {instancePath:instancePath+"/variables/" + i0+"/expression",schemaPath:"io.k8s.api.admissionregistration.v1.Variable/properties/expression/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.mutations !== undefined){
let data5 = data.mutations;
if(Array.isArray(data5)){
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
let data6 = data5[i1];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.patchType === undefined){
const err8 = {instancePath:instancePath+"/mutations/" + i1,schemaPath:"io.k8s.api.admissionregistration.v1.Mutation/required",keyword:"required",params:{missingProperty: "patchType"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data6.patchType !== undefined){
let data7 = data6.patchType;
if(!((((data7 === "ApplyConfiguration") || (data7 === "JSONPatch")) || (data7 === "")) || (data7 === null))){
const err9 = {instancePath:instancePath+"/mutations/" + i1+"/patchType",schemaPath:"io.k8s.api.admissionregistration.v1.Mutation/properties/patchType/enum",keyword:"enum",params:{allowedValues: schema17.properties.patchType.enum}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
const _errs16 = errors;
const _errs17 = errors;
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
var valid11 = _errs17 === errors;
if(valid11){
const err11 = {instancePath:instancePath+"/mutations/" + i1+"/patchType",schemaPath:"io.k8s.api.admissionregistration.v1.Mutation/properties/patchType/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
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
if(typeof data7 === "string"){
if(func2(data7) < 1){
const err12 = {instancePath:instancePath+"/mutations/" + i1+"/patchType",schemaPath:"io.k8s.api.admissionregistration.v1.Mutation/properties/patchType/minLength",keyword:"minLength",params:{limit: 1}};
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
}
}
if(data.failurePolicy !== undefined){
let data8 = data.failurePolicy;
if(!(((data8 === "Fail") || (data8 === "Ignore")) || (data8 === null))){
const err13 = {instancePath:instancePath+"/failurePolicy",schemaPath:"#/properties/failurePolicy/enum",keyword:"enum",params:{allowedValues: schema12.properties.failurePolicy.enum}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.matchConditions !== undefined){
let data9 = data.matchConditions;
if(Array.isArray(data9)){
const len2 = data9.length;
for(let i2=0; i2<len2; i2++){
let data10 = data9[i2];
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.name === undefined){
const err14 = {instancePath:instancePath+"/matchConditions/" + i2,schemaPath:"io.k8s.api.admissionregistration.v1.MatchCondition/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data10.expression === undefined){
const err15 = {instancePath:instancePath+"/matchConditions/" + i2,schemaPath:"io.k8s.api.admissionregistration.v1.MatchCondition/required",keyword:"required",params:{missingProperty: "expression"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data10.name !== undefined){
let data11 = data10.name;
const _errs24 = errors;
const _errs25 = errors;
if(data11 !== null){
const err16 = {};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
var valid16 = _errs25 === errors;
if(valid16){
const err17 = {instancePath:instancePath+"/matchConditions/" + i2+"/name",schemaPath:"io.k8s.api.admissionregistration.v1.MatchCondition/properties/name/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
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
if(typeof data11 === "string"){
if(func2(data11) < 1){
const err18 = {instancePath:instancePath+"/matchConditions/" + i2+"/name",schemaPath:"io.k8s.api.admissionregistration.v1.MatchCondition/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data10.expression !== undefined){
let data12 = data10.expression;
const _errs28 = errors;
const _errs29 = errors;
if(data12 !== null){
const err19 = {};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
var valid17 = _errs29 === errors;
if(valid17){
const err20 = {instancePath:instancePath+"/matchConditions/" + i2+"/expression",schemaPath:"io.k8s.api.admissionregistration.v1.MatchCondition/properties/expression/not",keyword:"not",params:{}};
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
if(typeof data12 === "string"){
if(func2(data12) < 1){
const err21 = {instancePath:instancePath+"/matchConditions/" + i2+"/expression",schemaPath:"io.k8s.api.admissionregistration.v1.MatchCondition/properties/expression/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.reinvocationPolicy !== undefined){
let data13 = data.reinvocationPolicy;
if(!((((data13 === "IfNeeded") || (data13 === "Never")) || (data13 === "")) || (data13 === null))){
const err22 = {instancePath:instancePath+"/reinvocationPolicy",schemaPath:"#/properties/reinvocationPolicy/enum",keyword:"enum",params:{allowedValues: schema12.properties.reinvocationPolicy.enum}};
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
validate11.errors = vErrors;
return errors === 0;
}


function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.admissionregistration.v1.MutatingAdmissionPolicy" */;
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

exports["io.k8s.api.admissionregistration.v1.MutatingAdmissionPolicyBinding"] = validate15;

function validate16(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.admissionregistration.v1.MutatingAdmissionPolicyBindingSpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.matchResources !== undefined){
if(!(validate12(data.matchResources, {instancePath:instancePath+"/matchResources",parentData:data,parentDataProperty:"matchResources",rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
}
validate16.errors = vErrors;
return errors === 0;
}


function validate15(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.admissionregistration.v1.MutatingAdmissionPolicyBinding" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate16(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate16.errors : vErrors.concat(validate16.errors);
errors = vErrors.length;
}
}
}
validate15.errors = vErrors;
return errors === 0;
}

exports["io.k8s.api.admissionregistration.v1.MutatingWebhookConfiguration"] = validate19;
const schema22 = {"properties":{"name":{"minLength":1,"not":{"type":"null"}},"clientConfig":{"$ref":"io.k8s.api.admissionregistration.v1.WebhookClientConfig"},"rules":{"items":{"$ref":"io.k8s.api.admissionregistration.v1.RuleWithOperations"}},"failurePolicy":{"enum":["Fail","Ignore",null]},"matchPolicy":{"enum":["Equivalent","Exact",null]},"sideEffects":{"not":{"type":"null"}},"admissionReviewVersions":{"minItems":1,"not":{"type":"null"}},"reinvocationPolicy":{"enum":["IfNeeded","Never",null]},"matchConditions":{"items":{"$ref":"io.k8s.api.admissionregistration.v1.MatchCondition"}}},"required":["name","sideEffects","admissionReviewVersions"],"$id":"io.k8s.api.admissionregistration.v1.MutatingWebhook"};
const schema25 = {"properties":{"operations":{"items":{"enum":["*","CONNECT","CREATE","DELETE","UPDATE"]}},"scope":{"enum":["*","Cluster","Namespaced",null]}},"$id":"io.k8s.api.admissionregistration.v1.RuleWithOperations"};

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.admissionregistration.v1.WebhookClientConfig" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.service !== undefined){
let data0 = data.service;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.namespace === undefined){
const err0 = {instancePath:instancePath+"/service",schemaPath:"io.k8s.api.admissionregistration.v1.ServiceReference/required",keyword:"required",params:{missingProperty: "namespace"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data0.name === undefined){
const err1 = {instancePath:instancePath+"/service",schemaPath:"io.k8s.api.admissionregistration.v1.ServiceReference/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0.namespace !== undefined){
let data1 = data0.namespace;
const _errs3 = errors;
const _errs4 = errors;
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
var valid3 = _errs4 === errors;
if(valid3){
const err3 = {instancePath:instancePath+"/service/namespace",schemaPath:"io.k8s.api.admissionregistration.v1.ServiceReference/properties/namespace/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
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
const err4 = {instancePath:instancePath+"/service/namespace",schemaPath:"io.k8s.api.admissionregistration.v1.ServiceReference/properties/namespace/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data0.name !== undefined){
let data2 = data0.name;
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
const err6 = {instancePath:instancePath+"/service/name",schemaPath:"io.k8s.api.admissionregistration.v1.ServiceReference/properties/name/not",keyword:"not",params:{}};
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
const err7 = {instancePath:instancePath+"/service/name",schemaPath:"io.k8s.api.admissionregistration.v1.ServiceReference/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
validate21.errors = vErrors;
return errors === 0;
}


function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.admissionregistration.v1.MutatingWebhook" */;
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
if(data.sideEffects === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "sideEffects"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.admissionReviewVersions === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "admissionReviewVersions"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.name !== undefined){
let data0 = data.name;
const _errs1 = errors;
const _errs2 = errors;
if(data0 !== null){
const err3 = {};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var valid1 = _errs2 === errors;
if(valid1){
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
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
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.clientConfig !== undefined){
if(!(validate21(data.clientConfig, {instancePath:instancePath+"/clientConfig",parentData:data,parentDataProperty:"clientConfig",rootData}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
if(data.rules !== undefined){
let data2 = data.rules;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.operations !== undefined){
let data4 = data3.operations;
if(Array.isArray(data4)){
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
let data5 = data4[i1];
if(!(((((data5 === "*") || (data5 === "CONNECT")) || (data5 === "CREATE")) || (data5 === "DELETE")) || (data5 === "UPDATE"))){
const err6 = {instancePath:instancePath+"/rules/" + i0+"/operations/" + i1,schemaPath:"io.k8s.api.admissionregistration.v1.RuleWithOperations/properties/operations/items/enum",keyword:"enum",params:{allowedValues: schema25.properties.operations.items.enum}};
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
if(data3.scope !== undefined){
let data6 = data3.scope;
if(!((((data6 === "*") || (data6 === "Cluster")) || (data6 === "Namespaced")) || (data6 === null))){
const err7 = {instancePath:instancePath+"/rules/" + i0+"/scope",schemaPath:"io.k8s.api.admissionregistration.v1.RuleWithOperations/properties/scope/enum",keyword:"enum",params:{allowedValues: schema25.properties.scope.enum}};
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
if(data.failurePolicy !== undefined){
let data7 = data.failurePolicy;
if(!(((data7 === "Fail") || (data7 === "Ignore")) || (data7 === null))){
const err8 = {instancePath:instancePath+"/failurePolicy",schemaPath:"#/properties/failurePolicy/enum",keyword:"enum",params:{allowedValues: schema22.properties.failurePolicy.enum}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.matchPolicy !== undefined){
let data8 = data.matchPolicy;
if(!(((data8 === "Equivalent") || (data8 === "Exact")) || (data8 === null))){
const err9 = {instancePath:instancePath+"/matchPolicy",schemaPath:"#/properties/matchPolicy/enum",keyword:"enum",params:{allowedValues: schema22.properties.matchPolicy.enum}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.sideEffects !== undefined){
const _errs14 = errors;
const _errs15 = errors;
if(data.sideEffects !== null){
const err10 = {};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var valid8 = _errs15 === errors;
if(valid8){
const err11 = {instancePath:instancePath+"/sideEffects",schemaPath:"#/properties/sideEffects/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
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
}
if(data.admissionReviewVersions !== undefined){
let data10 = data.admissionReviewVersions;
const _errs18 = errors;
const _errs19 = errors;
if(data10 !== null){
const err12 = {};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var valid9 = _errs19 === errors;
if(valid9){
const err13 = {instancePath:instancePath+"/admissionReviewVersions",schemaPath:"#/properties/admissionReviewVersions/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
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
if(Array.isArray(data10)){
if(data10.length < 1){
const err14 = {instancePath:instancePath+"/admissionReviewVersions",schemaPath:"#/properties/admissionReviewVersions/minItems",keyword:"minItems",params:{limit: 1}};
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
if(data.reinvocationPolicy !== undefined){
let data11 = data.reinvocationPolicy;
if(!(((data11 === "IfNeeded") || (data11 === "Never")) || (data11 === null))){
const err15 = {instancePath:instancePath+"/reinvocationPolicy",schemaPath:"#/properties/reinvocationPolicy/enum",keyword:"enum",params:{allowedValues: schema22.properties.reinvocationPolicy.enum}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.matchConditions !== undefined){
let data12 = data.matchConditions;
if(Array.isArray(data12)){
const len2 = data12.length;
for(let i2=0; i2<len2; i2++){
let data13 = data12[i2];
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13.name === undefined){
const err16 = {instancePath:instancePath+"/matchConditions/" + i2,schemaPath:"io.k8s.api.admissionregistration.v1.MatchCondition/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data13.expression === undefined){
const err17 = {instancePath:instancePath+"/matchConditions/" + i2,schemaPath:"io.k8s.api.admissionregistration.v1.MatchCondition/required",keyword:"required",params:{missingProperty: "expression"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data13.name !== undefined){
let data14 = data13.name;
const _errs26 = errors;
const _errs27 = errors;
if(data14 !== null){
const err18 = {};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
var valid14 = _errs27 === errors;
if(valid14){
const err19 = {instancePath:instancePath+"/matchConditions/" + i2+"/name",schemaPath:"io.k8s.api.admissionregistration.v1.MatchCondition/properties/name/not",keyword:"not",params:{}};
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
if(typeof data14 === "string"){
if(func2(data14) < 1){
const err20 = {instancePath:instancePath+"/matchConditions/" + i2+"/name",schemaPath:"io.k8s.api.admissionregistration.v1.MatchCondition/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data13.expression !== undefined){
let data15 = data13.expression;
const _errs30 = errors;
const _errs31 = errors;
if(data15 !== null){
const err21 = {};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
var valid15 = _errs31 === errors;
if(valid15){
const err22 = {instancePath:instancePath+"/matchConditions/" + i2+"/expression",schemaPath:"io.k8s.api.admissionregistration.v1.MatchCondition/properties/expression/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
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
if(typeof data15 === "string"){
if(func2(data15) < 1){
const err23 = {instancePath:instancePath+"/matchConditions/" + i2+"/expression",schemaPath:"io.k8s.api.admissionregistration.v1.MatchCondition/properties/expression/minLength",keyword:"minLength",params:{limit: 1}};
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
validate20.errors = vErrors;
return errors === 0;
}


function validate19(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.admissionregistration.v1.MutatingWebhookConfiguration" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.webhooks !== undefined){
let data0 = data.webhooks;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate20(data0[i0], {instancePath:instancePath+"/webhooks/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate20.errors : vErrors.concat(validate20.errors);
errors = vErrors.length;
}
}
}
}
}
validate19.errors = vErrors;
return errors === 0;
}

exports["io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicy"] = validate24;
const schema28 = {"properties":{"matchConstraints":{"$ref":"io.k8s.api.admissionregistration.v1.MatchResources"},"validations":{"items":{"$ref":"io.k8s.api.admissionregistration.v1.Validation"}},"failurePolicy":{"enum":["Fail","Ignore",null]},"auditAnnotations":{"items":{"$ref":"io.k8s.api.admissionregistration.v1.AuditAnnotation"}},"matchConditions":{"items":{"$ref":"io.k8s.api.admissionregistration.v1.MatchCondition"}},"variables":{"items":{"$ref":"io.k8s.api.admissionregistration.v1.Variable"}}},"$id":"io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicySpec"};

function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicySpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.matchConstraints !== undefined){
if(!(validate12(data.matchConstraints, {instancePath:instancePath+"/matchConstraints",parentData:data,parentDataProperty:"matchConstraints",rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
if(data.validations !== undefined){
let data1 = data.validations;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.expression === undefined){
const err0 = {instancePath:instancePath+"/validations/" + i0,schemaPath:"io.k8s.api.admissionregistration.v1.Validation/required",keyword:"required",params:{missingProperty: "expression"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data2.expression !== undefined){
let data3 = data2.expression;
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
var valid5 = _errs6 === errors;
if(valid5){
const err2 = {instancePath:instancePath+"/validations/" + i0+"/expression",schemaPath:"io.k8s.api.admissionregistration.v1.Validation/properties/expression/not",keyword:"not",params:{}};
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
const err3 = {instancePath:instancePath+"/validations/" + i0+"/expression",schemaPath:"io.k8s.api.admissionregistration.v1.Validation/properties/expression/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.failurePolicy !== undefined){
let data4 = data.failurePolicy;
if(!(((data4 === "Fail") || (data4 === "Ignore")) || (data4 === null))){
const err4 = {instancePath:instancePath+"/failurePolicy",schemaPath:"#/properties/failurePolicy/enum",keyword:"enum",params:{allowedValues: schema28.properties.failurePolicy.enum}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.auditAnnotations !== undefined){
let data5 = data.auditAnnotations;
if(Array.isArray(data5)){
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
let data6 = data5[i1];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.valueExpression === undefined){
const err5 = {instancePath:instancePath+"/auditAnnotations/" + i1,schemaPath:"io.k8s.api.admissionregistration.v1.AuditAnnotation/required",keyword:"required",params:{missingProperty: "valueExpression"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data6.valueExpression !== undefined){
let data7 = data6.valueExpression;
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
var valid10 = _errs14 === errors;
if(valid10){
const err7 = {instancePath:instancePath+"/auditAnnotations/" + i1+"/valueExpression",schemaPath:"io.k8s.api.admissionregistration.v1.AuditAnnotation/properties/valueExpression/not",keyword:"not",params:{}};
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
const err8 = {instancePath:instancePath+"/auditAnnotations/" + i1+"/valueExpression",schemaPath:"io.k8s.api.admissionregistration.v1.AuditAnnotation/properties/valueExpression/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.matchConditions !== undefined){
let data8 = data.matchConditions;
if(Array.isArray(data8)){
const len2 = data8.length;
for(let i2=0; i2<len2; i2++){
let data9 = data8[i2];
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.name === undefined){
const err9 = {instancePath:instancePath+"/matchConditions/" + i2,schemaPath:"io.k8s.api.admissionregistration.v1.MatchCondition/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data9.expression === undefined){
const err10 = {instancePath:instancePath+"/matchConditions/" + i2,schemaPath:"io.k8s.api.admissionregistration.v1.MatchCondition/required",keyword:"required",params:{missingProperty: "expression"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data9.name !== undefined){
let data10 = data9.name;
const _errs20 = errors;
const _errs21 = errors;
if(data10 !== null){
const err11 = {};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var valid15 = _errs21 === errors;
if(valid15){
const err12 = {instancePath:instancePath+"/matchConditions/" + i2+"/name",schemaPath:"io.k8s.api.admissionregistration.v1.MatchCondition/properties/name/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
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
if(typeof data10 === "string"){
if(func2(data10) < 1){
const err13 = {instancePath:instancePath+"/matchConditions/" + i2+"/name",schemaPath:"io.k8s.api.admissionregistration.v1.MatchCondition/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data9.expression !== undefined){
let data11 = data9.expression;
const _errs24 = errors;
const _errs25 = errors;
if(data11 !== null){
const err14 = {};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
var valid16 = _errs25 === errors;
if(valid16){
const err15 = {instancePath:instancePath+"/matchConditions/" + i2+"/expression",schemaPath:"io.k8s.api.admissionregistration.v1.MatchCondition/properties/expression/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
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
if(typeof data11 === "string"){
if(func2(data11) < 1){
const err16 = {instancePath:instancePath+"/matchConditions/" + i2+"/expression",schemaPath:"io.k8s.api.admissionregistration.v1.MatchCondition/properties/expression/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.variables !== undefined){
let data12 = data.variables;
if(Array.isArray(data12)){
const len3 = data12.length;
for(let i3=0; i3<len3; i3++){
let data13 = data12[i3];
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13.name === undefined){
const err17 = {instancePath:instancePath+"/variables/" + i3,schemaPath:"io.k8s.api.admissionregistration.v1.Variable/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data13.expression === undefined){
const err18 = {instancePath:instancePath+"/variables/" + i3,schemaPath:"io.k8s.api.admissionregistration.v1.Variable/required",keyword:"required",params:{missingProperty: "expression"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data13.name !== undefined){
let data14 = data13.name;
const _errs31 = errors;
const _errs32 = errors;
if(data14 !== null){
const err19 = {};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
var valid21 = _errs32 === errors;
if(valid21){
const err20 = {instancePath:instancePath+"/variables/" + i3+"/name",schemaPath:"io.k8s.api.admissionregistration.v1.Variable/properties/name/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
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
if(typeof data14 === "string"){
if(func2(data14) < 1){
const err21 = {instancePath:instancePath+"/variables/" + i3+"/name",schemaPath:"io.k8s.api.admissionregistration.v1.Variable/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data13.expression !== undefined){
let data15 = data13.expression;
const _errs35 = errors;
const _errs36 = errors;
if(data15 !== null){
const err22 = {};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
var valid22 = _errs36 === errors;
if(valid22){
const err23 = {instancePath:instancePath+"/variables/" + i3+"/expression",schemaPath:"io.k8s.api.admissionregistration.v1.Variable/properties/expression/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
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
if(typeof data15 === "string"){
if(func2(data15) < 1){
const err24 = {instancePath:instancePath+"/variables/" + i3+"/expression",schemaPath:"io.k8s.api.admissionregistration.v1.Variable/properties/expression/minLength",keyword:"minLength",params:{limit: 1}};
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
}
}
}
validate25.errors = vErrors;
return errors === 0;
}


function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicy" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate25(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
}
validate24.errors = vErrors;
return errors === 0;
}

exports["io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicyBinding"] = validate28;
const schema34 = {"properties":{"policyName":{"minLength":1,"not":{"type":"null"}},"matchResources":{"$ref":"io.k8s.api.admissionregistration.v1.MatchResources"},"validationActions":{"minItems":1,"items":{"enum":["Audit","Deny","Warn"]},"not":{"type":"null"}}},"required":["policyName","validationActions"],"$id":"io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicyBindingSpec"};

function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicyBindingSpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.policyName === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "policyName"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.validationActions === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "validationActions"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.policyName !== undefined){
let data0 = data.policyName;
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
const err3 = {instancePath:instancePath+"/policyName",schemaPath:"#/properties/policyName/not",keyword:"not",params:{}};
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
const err4 = {instancePath:instancePath+"/policyName",schemaPath:"#/properties/policyName/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.matchResources !== undefined){
if(!(validate12(data.matchResources, {instancePath:instancePath+"/matchResources",parentData:data,parentDataProperty:"matchResources",rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
if(data.validationActions !== undefined){
let data2 = data.validationActions;
const _errs6 = errors;
const _errs7 = errors;
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
var valid2 = _errs7 === errors;
if(valid2){
const err6 = {instancePath:instancePath+"/validationActions",schemaPath:"#/properties/validationActions/not",keyword:"not",params:{}};
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
if(Array.isArray(data2)){
if(data2.length < 1){
const err7 = {instancePath:instancePath+"/validationActions",schemaPath:"#/properties/validationActions/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(!(((data3 === "Audit") || (data3 === "Deny")) || (data3 === "Warn"))){
const err8 = {instancePath:instancePath+"/validationActions/" + i0,schemaPath:"#/properties/validationActions/items/enum",keyword:"enum",params:{allowedValues: schema34.properties.validationActions.items.enum}};
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
validate29.errors = vErrors;
return errors === 0;
}


function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicyBinding" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate29(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
}
}
validate28.errors = vErrors;
return errors === 0;
}

exports["io.k8s.api.admissionregistration.v1.ValidatingWebhookConfiguration"] = validate32;
const schema36 = {"properties":{"name":{"minLength":1,"not":{"type":"null"}},"clientConfig":{"$ref":"io.k8s.api.admissionregistration.v1.WebhookClientConfig"},"rules":{"items":{"$ref":"io.k8s.api.admissionregistration.v1.RuleWithOperations"}},"failurePolicy":{"enum":["Fail","Ignore",null]},"matchPolicy":{"enum":["Equivalent","Exact",null]},"sideEffects":{"not":{"type":"null"}},"admissionReviewVersions":{"minItems":1,"not":{"type":"null"}},"matchConditions":{"items":{"$ref":"io.k8s.api.admissionregistration.v1.MatchCondition"}}},"required":["name","sideEffects","admissionReviewVersions"],"$id":"io.k8s.api.admissionregistration.v1.ValidatingWebhook"};

function validate33(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.admissionregistration.v1.ValidatingWebhook" */;
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
if(data.sideEffects === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "sideEffects"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.admissionReviewVersions === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "admissionReviewVersions"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.name !== undefined){
let data0 = data.name;
const _errs1 = errors;
const _errs2 = errors;
if(data0 !== null){
const err3 = {};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var valid1 = _errs2 === errors;
if(valid1){
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
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
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.clientConfig !== undefined){
if(!(validate21(data.clientConfig, {instancePath:instancePath+"/clientConfig",parentData:data,parentDataProperty:"clientConfig",rootData}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
if(data.rules !== undefined){
let data2 = data.rules;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.operations !== undefined){
let data4 = data3.operations;
if(Array.isArray(data4)){
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
let data5 = data4[i1];
if(!(((((data5 === "*") || (data5 === "CONNECT")) || (data5 === "CREATE")) || (data5 === "DELETE")) || (data5 === "UPDATE"))){
const err6 = {instancePath:instancePath+"/rules/" + i0+"/operations/" + i1,schemaPath:"io.k8s.api.admissionregistration.v1.RuleWithOperations/properties/operations/items/enum",keyword:"enum",params:{allowedValues: schema25.properties.operations.items.enum}};
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
if(data3.scope !== undefined){
let data6 = data3.scope;
if(!((((data6 === "*") || (data6 === "Cluster")) || (data6 === "Namespaced")) || (data6 === null))){
const err7 = {instancePath:instancePath+"/rules/" + i0+"/scope",schemaPath:"io.k8s.api.admissionregistration.v1.RuleWithOperations/properties/scope/enum",keyword:"enum",params:{allowedValues: schema25.properties.scope.enum}};
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
if(data.failurePolicy !== undefined){
let data7 = data.failurePolicy;
if(!(((data7 === "Fail") || (data7 === "Ignore")) || (data7 === null))){
const err8 = {instancePath:instancePath+"/failurePolicy",schemaPath:"#/properties/failurePolicy/enum",keyword:"enum",params:{allowedValues: schema36.properties.failurePolicy.enum}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.matchPolicy !== undefined){
let data8 = data.matchPolicy;
if(!(((data8 === "Equivalent") || (data8 === "Exact")) || (data8 === null))){
const err9 = {instancePath:instancePath+"/matchPolicy",schemaPath:"#/properties/matchPolicy/enum",keyword:"enum",params:{allowedValues: schema36.properties.matchPolicy.enum}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.sideEffects !== undefined){
const _errs14 = errors;
const _errs15 = errors;
if(data.sideEffects !== null){
const err10 = {};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var valid8 = _errs15 === errors;
if(valid8){
const err11 = {instancePath:instancePath+"/sideEffects",schemaPath:"#/properties/sideEffects/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
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
}
if(data.admissionReviewVersions !== undefined){
let data10 = data.admissionReviewVersions;
const _errs18 = errors;
const _errs19 = errors;
if(data10 !== null){
const err12 = {};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var valid9 = _errs19 === errors;
if(valid9){
const err13 = {instancePath:instancePath+"/admissionReviewVersions",schemaPath:"#/properties/admissionReviewVersions/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
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
if(Array.isArray(data10)){
if(data10.length < 1){
const err14 = {instancePath:instancePath+"/admissionReviewVersions",schemaPath:"#/properties/admissionReviewVersions/minItems",keyword:"minItems",params:{limit: 1}};
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
if(data.matchConditions !== undefined){
let data11 = data.matchConditions;
if(Array.isArray(data11)){
const len2 = data11.length;
for(let i2=0; i2<len2; i2++){
let data12 = data11[i2];
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.name === undefined){
const err15 = {instancePath:instancePath+"/matchConditions/" + i2,schemaPath:"io.k8s.api.admissionregistration.v1.MatchCondition/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data12.expression === undefined){
const err16 = {instancePath:instancePath+"/matchConditions/" + i2,schemaPath:"io.k8s.api.admissionregistration.v1.MatchCondition/required",keyword:"required",params:{missingProperty: "expression"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data12.name !== undefined){
let data13 = data12.name;
const _errs25 = errors;
const _errs26 = errors;
if(data13 !== null){
const err17 = {};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
var valid14 = _errs26 === errors;
if(valid14){
const err18 = {instancePath:instancePath+"/matchConditions/" + i2+"/name",schemaPath:"io.k8s.api.admissionregistration.v1.MatchCondition/properties/name/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
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
const err19 = {instancePath:instancePath+"/matchConditions/" + i2+"/name",schemaPath:"io.k8s.api.admissionregistration.v1.MatchCondition/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data12.expression !== undefined){
let data14 = data12.expression;
const _errs29 = errors;
const _errs30 = errors;
if(data14 !== null){
const err20 = {};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
var valid15 = _errs30 === errors;
if(valid15){
const err21 = {instancePath:instancePath+"/matchConditions/" + i2+"/expression",schemaPath:"io.k8s.api.admissionregistration.v1.MatchCondition/properties/expression/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
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
const err22 = {instancePath:instancePath+"/matchConditions/" + i2+"/expression",schemaPath:"io.k8s.api.admissionregistration.v1.MatchCondition/properties/expression/minLength",keyword:"minLength",params:{limit: 1}};
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
}
}
validate33.errors = vErrors;
return errors === 0;
}


function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.admissionregistration.v1.ValidatingWebhookConfiguration" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.webhooks !== undefined){
let data0 = data.webhooks;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate33(data0[i0], {instancePath:instancePath+"/webhooks/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
errors = vErrors.length;
}
}
}
}
}
validate32.errors = vErrors;
return errors === 0;
}

