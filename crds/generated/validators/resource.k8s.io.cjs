// Generated from crds/ by `npm run generate`; never edited.
"use strict";
exports["io.k8s.api.resource.v1.DeviceClass"] = validate10;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.resource.v1.DeviceClass" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
let data0 = data.spec;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.selectors !== undefined){
let data1 = data0.selectors;
if(Array.isArray(data1)){
if(data1.length > 32){
const err0 = {instancePath:instancePath+"/spec/selectors",schemaPath:"io.k8s.api.resource.v1.DeviceClassSpec/properties/selectors/maxItems",keyword:"maxItems",params:{limit: 32}};
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
if(data0.config !== undefined){
let data2 = data0.config;
if(Array.isArray(data2)){
if(data2.length > 32){
const err1 = {instancePath:instancePath+"/spec/config",schemaPath:"io.k8s.api.resource.v1.DeviceClassSpec/properties/config/maxItems",keyword:"maxItems",params:{limit: 32}};
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
validate10.errors = vErrors;
return errors === 0;
}

exports["io.k8s.api.resource.v1.ResourceClaim"] = validate11;
const schema17 = {"properties":{"selectors":{"maxItems":32},"allocationMode":{"enum":["All","ExactCount","",null]},"tolerations":{"items":{"$ref":"io.k8s.api.resource.v1.DeviceToleration"}}},"$id":"io.k8s.api.resource.v1.ExactDeviceRequest"};
const schema18 = {"properties":{"operator":{"enum":["Equal","Exists","",null]},"effect":{"enum":["NoExecute","NoSchedule","None","",null]}},"$id":"io.k8s.api.resource.v1.DeviceToleration"};

function validate15(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.resource.v1.ExactDeviceRequest" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.selectors !== undefined){
let data0 = data.selectors;
if(Array.isArray(data0)){
if(data0.length > 32){
const err0 = {instancePath:instancePath+"/selectors",schemaPath:"#/properties/selectors/maxItems",keyword:"maxItems",params:{limit: 32}};
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
if(data.allocationMode !== undefined){
let data1 = data.allocationMode;
if(!((((data1 === "All") || (data1 === "ExactCount")) || (data1 === "")) || (data1 === null))){
const err1 = {instancePath:instancePath+"/allocationMode",schemaPath:"#/properties/allocationMode/enum",keyword:"enum",params:{allowedValues: schema17.properties.allocationMode.enum}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.tolerations !== undefined){
let data2 = data.tolerations;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.operator !== undefined){
let data4 = data3.operator;
if(!((((data4 === "Equal") || (data4 === "Exists")) || (data4 === "")) || (data4 === null))){
const err2 = {instancePath:instancePath+"/tolerations/" + i0+"/operator",schemaPath:"io.k8s.api.resource.v1.DeviceToleration/properties/operator/enum",keyword:"enum",params:{allowedValues: schema18.properties.operator.enum}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data3.effect !== undefined){
let data5 = data3.effect;
if(!(((((data5 === "NoExecute") || (data5 === "NoSchedule")) || (data5 === "None")) || (data5 === "")) || (data5 === null))){
const err3 = {instancePath:instancePath+"/tolerations/" + i0+"/effect",schemaPath:"io.k8s.api.resource.v1.DeviceToleration/properties/effect/enum",keyword:"enum",params:{allowedValues: schema18.properties.effect.enum}};
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
validate15.errors = vErrors;
return errors === 0;
}

const schema19 = {"properties":{"selectors":{"maxItems":32},"allocationMode":{"enum":["All","ExactCount","",null]},"tolerations":{"items":{"$ref":"io.k8s.api.resource.v1.DeviceToleration"}}},"$id":"io.k8s.api.resource.v1.DeviceSubRequest"};

function validate17(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.resource.v1.DeviceSubRequest" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.selectors !== undefined){
let data0 = data.selectors;
if(Array.isArray(data0)){
if(data0.length > 32){
const err0 = {instancePath:instancePath+"/selectors",schemaPath:"#/properties/selectors/maxItems",keyword:"maxItems",params:{limit: 32}};
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
if(data.allocationMode !== undefined){
let data1 = data.allocationMode;
if(!((((data1 === "All") || (data1 === "ExactCount")) || (data1 === "")) || (data1 === null))){
const err1 = {instancePath:instancePath+"/allocationMode",schemaPath:"#/properties/allocationMode/enum",keyword:"enum",params:{allowedValues: schema19.properties.allocationMode.enum}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.tolerations !== undefined){
let data2 = data.tolerations;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.operator !== undefined){
let data4 = data3.operator;
if(!((((data4 === "Equal") || (data4 === "Exists")) || (data4 === "")) || (data4 === null))){
const err2 = {instancePath:instancePath+"/tolerations/" + i0+"/operator",schemaPath:"io.k8s.api.resource.v1.DeviceToleration/properties/operator/enum",keyword:"enum",params:{allowedValues: schema18.properties.operator.enum}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data3.effect !== undefined){
let data5 = data3.effect;
if(!(((((data5 === "NoExecute") || (data5 === "NoSchedule")) || (data5 === "None")) || (data5 === "")) || (data5 === null))){
const err3 = {instancePath:instancePath+"/tolerations/" + i0+"/effect",schemaPath:"io.k8s.api.resource.v1.DeviceToleration/properties/effect/enum",keyword:"enum",params:{allowedValues: schema18.properties.effect.enum}};
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
validate17.errors = vErrors;
return errors === 0;
}


function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.resource.v1.DeviceRequest" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.exactly !== undefined){
if(!(validate15(data.exactly, {instancePath:instancePath+"/exactly",parentData:data,parentDataProperty:"exactly",rootData}))){
vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
errors = vErrors.length;
}
}
if(data.firstAvailable !== undefined){
let data1 = data.firstAvailable;
if(Array.isArray(data1)){
if(data1.length > 8){
const err0 = {instancePath:instancePath+"/firstAvailable",schemaPath:"#/properties/firstAvailable/maxItems",keyword:"maxItems",params:{limit: 8}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate17(data1[i0], {instancePath:instancePath+"/firstAvailable/" + i0,parentData:data1,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate17.errors : vErrors.concat(validate17.errors);
errors = vErrors.length;
}
}
}
}
}
validate14.errors = vErrors;
return errors === 0;
}


function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.resource.v1.DeviceClaim" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.requests !== undefined){
let data0 = data.requests;
if(Array.isArray(data0)){
if(data0.length > 32){
const err0 = {instancePath:instancePath+"/requests",schemaPath:"#/properties/requests/maxItems",keyword:"maxItems",params:{limit: 32}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate14(data0[i0], {instancePath:instancePath+"/requests/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
}
}
}
if(data.constraints !== undefined){
let data2 = data.constraints;
if(Array.isArray(data2)){
if(data2.length > 32){
const err1 = {instancePath:instancePath+"/constraints",schemaPath:"#/properties/constraints/maxItems",keyword:"maxItems",params:{limit: 32}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.requests !== undefined){
let data4 = data3.requests;
if(Array.isArray(data4)){
if(data4.length > 32){
const err2 = {instancePath:instancePath+"/constraints/" + i1+"/requests",schemaPath:"io.k8s.api.resource.v1.DeviceConstraint/properties/requests/maxItems",keyword:"maxItems",params:{limit: 32}};
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
}
if(data.config !== undefined){
let data5 = data.config;
if(Array.isArray(data5)){
if(data5.length > 32){
const err3 = {instancePath:instancePath+"/config",schemaPath:"#/properties/config/maxItems",keyword:"maxItems",params:{limit: 32}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
const len2 = data5.length;
for(let i2=0; i2<len2; i2++){
let data6 = data5[i2];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.requests !== undefined){
let data7 = data6.requests;
if(Array.isArray(data7)){
if(data7.length > 32){
const err4 = {instancePath:instancePath+"/config/" + i2+"/requests",schemaPath:"io.k8s.api.resource.v1.DeviceClaimConfiguration/properties/requests/maxItems",keyword:"maxItems",params:{limit: 32}};
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
}
validate13.errors = vErrors;
return errors === 0;
}


function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.resource.v1.ResourceClaimSpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.devices !== undefined){
if(!(validate13(data.devices, {instancePath:instancePath+"/devices",parentData:data,parentDataProperty:"devices",rootData}))){
vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
errors = vErrors.length;
}
}
}
validate12.errors = vErrors;
return errors === 0;
}


function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.resource.v1.ResourceClaim" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate12(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
}
validate11.errors = vErrors;
return errors === 0;
}

exports["io.k8s.api.resource.v1.ResourceClaimTemplate"] = validate22;

function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.resource.v1.ResourceClaimTemplateSpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
if(!(validate12(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
}
validate23.errors = vErrors;
return errors === 0;
}


function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.resource.v1.ResourceClaimTemplate" */;
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

exports["io.k8s.api.resource.v1.ResourceSlice"] = validate26;
const schema33 = {"properties":{"effect":{"minLength":1,"enum":["NoExecute","NoSchedule","None","",null],"not":{"type":"null"}}},"required":["effect"],"$id":"io.k8s.api.resource.v1.DeviceTaint"};

function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.resource.v1.CapacityRequestPolicy" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.validRange !== undefined){
let data0 = data.validRange;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.min === undefined){
const err0 = {instancePath:instancePath+"/validRange",schemaPath:"io.k8s.api.resource.v1.CapacityRequestPolicyRange/required",keyword:"required",params:{missingProperty: "min"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data0.min !== undefined){
const _errs3 = errors;
const _errs4 = errors;
if(data0.min !== null){
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
const err2 = {instancePath:instancePath+"/validRange/min",schemaPath:"io.k8s.api.resource.v1.CapacityRequestPolicyRange/properties/min/not",keyword:"not",params:{}};
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
}
}
}
}
validate30.errors = vErrors;
return errors === 0;
}


function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.resource.v1.DeviceCapacity" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.requestPolicy !== undefined){
if(!(validate30(data.requestPolicy, {instancePath:instancePath+"/requestPolicy",parentData:data,parentDataProperty:"requestPolicy",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
}
validate29.errors = vErrors;
return errors === 0;
}

const func2 = require("ajv/dist/runtime/ucs2length").default;

function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.resource.v1.Device" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.capacity !== undefined){
let data0 = data.capacity;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key0 in data0){
if(!(validate29(data0[key0], {instancePath:instancePath+"/capacity/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data0,parentDataProperty:key0,rootData}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
}
}
}
if(data.consumesCounters !== undefined){
let data2 = data.consumesCounters;
if(Array.isArray(data2)){
if(data2.length > 2){
const err0 = {instancePath:instancePath+"/consumesCounters",schemaPath:"#/properties/consumesCounters/maxItems",keyword:"maxItems",params:{limit: 2}};
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
if(data.nodeSelector !== undefined){
let data3 = data.nodeSelector;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.nodeSelectorTerms === undefined){
const err1 = {instancePath:instancePath+"/nodeSelector",schemaPath:"io.k8s.api.core.v1.NodeSelector/required",keyword:"required",params:{missingProperty: "nodeSelectorTerms"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data3.nodeSelectorTerms !== undefined){
let data4 = data3.nodeSelectorTerms;
const _errs7 = errors;
const _errs8 = errors;
if(data4 !== null){
const err2 = {};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var valid4 = _errs8 === errors;
if(valid4){
const err3 = {instancePath:instancePath+"/nodeSelector/nodeSelectorTerms",schemaPath:"io.k8s.api.core.v1.NodeSelector/properties/nodeSelectorTerms/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
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
if(Array.isArray(data4)){
if(data4.length < 1){
const err4 = {instancePath:instancePath+"/nodeSelector/nodeSelectorTerms",schemaPath:"io.k8s.api.core.v1.NodeSelector/properties/nodeSelectorTerms/minItems",keyword:"minItems",params:{limit: 1}};
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
if(data.taints !== undefined){
let data5 = data.taints;
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.effect === undefined){
const err5 = {instancePath:instancePath+"/taints/" + i0,schemaPath:"io.k8s.api.resource.v1.DeviceTaint/required",keyword:"required",params:{missingProperty: "effect"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data6.effect !== undefined){
let data7 = data6.effect;
if(!(((((data7 === "NoExecute") || (data7 === "NoSchedule")) || (data7 === "None")) || (data7 === "")) || (data7 === null))){
const err6 = {instancePath:instancePath+"/taints/" + i0+"/effect",schemaPath:"io.k8s.api.resource.v1.DeviceTaint/properties/effect/enum",keyword:"enum",params:{allowedValues: schema33.properties.effect.enum}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
const _errs14 = errors;
const _errs15 = errors;
if(data7 !== null){
const err7 = {};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var valid9 = _errs15 === errors;
if(valid9){
const err8 = {instancePath:instancePath+"/taints/" + i0+"/effect",schemaPath:"io.k8s.api.resource.v1.DeviceTaint/properties/effect/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
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
if(typeof data7 === "string"){
if(func2(data7) < 1){
const err9 = {instancePath:instancePath+"/taints/" + i0+"/effect",schemaPath:"io.k8s.api.resource.v1.DeviceTaint/properties/effect/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data.bindingConditions !== undefined){
let data8 = data.bindingConditions;
if(Array.isArray(data8)){
if(data8.length > 4){
const err10 = {instancePath:instancePath+"/bindingConditions",schemaPath:"#/properties/bindingConditions/maxItems",keyword:"maxItems",params:{limit: 4}};
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
if(data.bindingFailureConditions !== undefined){
let data9 = data.bindingFailureConditions;
if(Array.isArray(data9)){
if(data9.length > 4){
const err11 = {instancePath:instancePath+"/bindingFailureConditions",schemaPath:"#/properties/bindingFailureConditions/maxItems",keyword:"maxItems",params:{limit: 4}};
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
validate28.errors = vErrors;
return errors === 0;
}


function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.resource.v1.ResourceSliceSpec" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.nodeSelector !== undefined){
let data0 = data.nodeSelector;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.nodeSelectorTerms === undefined){
const err0 = {instancePath:instancePath+"/nodeSelector",schemaPath:"io.k8s.api.core.v1.NodeSelector/required",keyword:"required",params:{missingProperty: "nodeSelectorTerms"}};
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
const err2 = {instancePath:instancePath+"/nodeSelector/nodeSelectorTerms",schemaPath:"io.k8s.api.core.v1.NodeSelector/properties/nodeSelectorTerms/not",keyword:"not",params:{}};
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
const err3 = {instancePath:instancePath+"/nodeSelector/nodeSelectorTerms",schemaPath:"io.k8s.api.core.v1.NodeSelector/properties/nodeSelectorTerms/minItems",keyword:"minItems",params:{limit: 1}};
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
if(data.devices !== undefined){
let data2 = data.devices;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!(validate28(data2[i0], {instancePath:instancePath+"/devices/" + i0,parentData:data2,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
}
}
if(data.sharedCounters !== undefined){
let data4 = data.sharedCounters;
if(Array.isArray(data4)){
if(data4.length > 8){
const err4 = {instancePath:instancePath+"/sharedCounters",schemaPath:"#/properties/sharedCounters/maxItems",keyword:"maxItems",params:{limit: 8}};
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
validate27.errors = vErrors;
return errors === 0;
}


function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.resource.v1.ResourceSlice" */;
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

