// Generated from crds/ by `npm run generate`; never edited.
"use strict";
exports["io.k8s.api.certificates.v1.CertificateSigningRequest"] = validate10;
const schema12 = {"properties":{"request":{"minLength":1,"not":{"type":"null"}},"signerName":{"minLength":1,"not":{"type":"null"}},"usages":{"items":{"enum":["any","cert sign","client auth","code signing","content commitment","crl sign","data encipherment","decipher only","digital signature","email protection","encipher only","ipsec end system","ipsec tunnel","ipsec user","key agreement","key encipherment","microsoft sgc","netscape sgc","ocsp signing","s/mime","server auth","signing","timestamping"]}}},"required":["request","signerName"],"$id":"io.k8s.api.certificates.v1.CertificateSigningRequestSpec"};
const func2 = require("ajv/dist/runtime/ucs2length").default;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.certificates.v1.CertificateSigningRequest" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
let data0 = data.spec;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.request === undefined){
const err0 = {instancePath:instancePath+"/spec",schemaPath:"io.k8s.api.certificates.v1.CertificateSigningRequestSpec/required",keyword:"required",params:{missingProperty: "request"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data0.signerName === undefined){
const err1 = {instancePath:instancePath+"/spec",schemaPath:"io.k8s.api.certificates.v1.CertificateSigningRequestSpec/required",keyword:"required",params:{missingProperty: "signerName"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0.request !== undefined){
let data1 = data0.request;
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
const err3 = {instancePath:instancePath+"/spec/request",schemaPath:"io.k8s.api.certificates.v1.CertificateSigningRequestSpec/properties/request/not",keyword:"not",params:{}};
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
const err4 = {instancePath:instancePath+"/spec/request",schemaPath:"io.k8s.api.certificates.v1.CertificateSigningRequestSpec/properties/request/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data0.signerName !== undefined){
let data2 = data0.signerName;
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
const err6 = {instancePath:instancePath+"/spec/signerName",schemaPath:"io.k8s.api.certificates.v1.CertificateSigningRequestSpec/properties/signerName/not",keyword:"not",params:{}};
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
const err7 = {instancePath:instancePath+"/spec/signerName",schemaPath:"io.k8s.api.certificates.v1.CertificateSigningRequestSpec/properties/signerName/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data0.usages !== undefined){
let data3 = data0.usages;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(!(((((((((((((((((((((((data4 === "any") || (data4 === "cert sign")) || (data4 === "client auth")) || (data4 === "code signing")) || (data4 === "content commitment")) || (data4 === "crl sign")) || (data4 === "data encipherment")) || (data4 === "decipher only")) || (data4 === "digital signature")) || (data4 === "email protection")) || (data4 === "encipher only")) || (data4 === "ipsec end system")) || (data4 === "ipsec tunnel")) || (data4 === "ipsec user")) || (data4 === "key agreement")) || (data4 === "key encipherment")) || (data4 === "microsoft sgc")) || (data4 === "netscape sgc")) || (data4 === "ocsp signing")) || (data4 === "s/mime")) || (data4 === "server auth")) || (data4 === "signing")) || (data4 === "timestamping"))){
const err8 = {instancePath:instancePath+"/spec/usages/" + i0,schemaPath:"io.k8s.api.certificates.v1.CertificateSigningRequestSpec/properties/usages/items/enum",keyword:"enum",params:{allowedValues: schema12.properties.usages.items.enum}};
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
validate10.errors = vErrors;
return errors === 0;
}

