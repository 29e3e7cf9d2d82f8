// Generated from crds/ by `npm run generate`; never edited.
"use strict";
exports["io.k8s.api.policy.v1.PodDisruptionBudget"] = validate10;
const schema12 = {"properties":{"unhealthyPodEvictionPolicy":{"enum":["AlwaysAllow","IfHealthyBudget",null]}},"$id":"io.k8s.api.policy.v1.PodDisruptionBudgetSpec"};

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.policy.v1.PodDisruptionBudget" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
let data0 = data.spec;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.unhealthyPodEvictionPolicy !== undefined){
let data1 = data0.unhealthyPodEvictionPolicy;
if(!(((data1 === "AlwaysAllow") || (data1 === "IfHealthyBudget")) || (data1 === null))){
const err0 = {instancePath:instancePath+"/spec/unhealthyPodEvictionPolicy",schemaPath:"io.k8s.api.policy.v1.PodDisruptionBudgetSpec/properties/unhealthyPodEvictionPolicy/enum",keyword:"enum",params:{allowedValues: schema12.properties.unhealthyPodEvictionPolicy.enum}};
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
}
validate10.errors = vErrors;
return errors === 0;
}

