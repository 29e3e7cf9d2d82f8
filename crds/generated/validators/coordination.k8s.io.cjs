// Generated from crds/ by `npm run generate`; never edited.
"use strict";
exports["io.k8s.api.coordination.v1.Lease"] = validate10;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.coordination.v1.Lease" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
let data0 = data.spec;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.leaseDurationSeconds !== undefined){
let data1 = data0.leaseDurationSeconds;
if(typeof data1 == "number" || typeof data1 == "bigint"){
if(data1 < 1){
const err0 = {instancePath:instancePath+"/spec/leaseDurationSeconds",schemaPath:"io.k8s.api.coordination.v1.LeaseSpec/properties/leaseDurationSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
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
if(data0.leaseTransitions !== undefined){
let data2 = data0.leaseTransitions;
if(typeof data2 == "number" || typeof data2 == "bigint"){
if(data2 < 0){
const err1 = {instancePath:instancePath+"/spec/leaseTransitions",schemaPath:"io.k8s.api.coordination.v1.LeaseSpec/properties/leaseTransitions/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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

