// Generated from crds/ by `npm run generate`; never edited.
"use strict";
exports["io.k8s.api.certificates.v1.CertificateSigningRequest"] = validate10;
const schema12 = {"properties":{"signerName":{"minLength":1,"not":{"type":"null"}},"usages":{"items":{"enum":["any","cert sign","client auth","code signing","content commitment","crl sign","data encipherment","decipher only","digital signature","email protection","encipher only","ipsec end system","ipsec tunnel","ipsec user","key agreement","key encipherment","microsoft sgc","netscape sgc","ocsp signing","s/mime","server auth","signing","timestamping"]}}},"required":["signerName"],"$id":"io.k8s.api.certificates.v1.CertificateSigningRequestSpec"};
const func2 = require("ajv/dist/runtime/ucs2length").default;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.certificates.v1.CertificateSigningRequest" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
let data0 = data.spec;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.signerName === undefined){
const err0 = {instancePath:instancePath+"/spec",schemaPath:"io.k8s.api.certificates.v1.CertificateSigningRequestSpec/required",keyword:"required",params:{missingProperty: "signerName"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data0.signerName !== undefined){
let data1 = data0.signerName;
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
const err2 = {instancePath:instancePath+"/spec/signerName",schemaPath:"io.k8s.api.certificates.v1.CertificateSigningRequestSpec/properties/signerName/not",keyword:"not",params:{}};
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
const err3 = {instancePath:instancePath+"/spec/signerName",schemaPath:"io.k8s.api.certificates.v1.CertificateSigningRequestSpec/properties/signerName/minLength",keyword:"minLength",params:{limit: 1}};
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
if(data0.usages !== undefined){
let data2 = data0.usages;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(!(((((((((((((((((((((((data3 === "any") || (data3 === "cert sign")) || (data3 === "client auth")) || (data3 === "code signing")) || (data3 === "content commitment")) || (data3 === "crl sign")) || (data3 === "data encipherment")) || (data3 === "decipher only")) || (data3 === "digital signature")) || (data3 === "email protection")) || (data3 === "encipher only")) || (data3 === "ipsec end system")) || (data3 === "ipsec tunnel")) || (data3 === "ipsec user")) || (data3 === "key agreement")) || (data3 === "key encipherment")) || (data3 === "microsoft sgc")) || (data3 === "netscape sgc")) || (data3 === "ocsp signing")) || (data3 === "s/mime")) || (data3 === "server auth")) || (data3 === "signing")) || (data3 === "timestamping"))){
const err4 = {instancePath:instancePath+"/spec/usages/" + i0,schemaPath:"io.k8s.api.certificates.v1.CertificateSigningRequestSpec/properties/usages/items/enum",keyword:"enum",params:{allowedValues: schema12.properties.usages.items.enum}};
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
validate10.errors = vErrors;
return errors === 0;
}

