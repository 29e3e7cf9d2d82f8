// Generated from crds/ by `npm run generate`; never edited.
"use strict";
exports["io.k8s.api.scheduling.v1.PriorityClass"] = validate10;
const schema11 = {"properties":{"preemptionPolicy":{"enum":["Never","PreemptLowerPriority",null]}},"$id":"io.k8s.api.scheduling.v1.PriorityClass"};

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="io.k8s.api.scheduling.v1.PriorityClass" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.preemptionPolicy !== undefined){
let data0 = data.preemptionPolicy;
if(!(((data0 === "Never") || (data0 === "PreemptLowerPriority")) || (data0 === null))){
const err0 = {instancePath:instancePath+"/preemptionPolicy",schemaPath:"#/properties/preemptionPolicy/enum",keyword:"enum",params:{allowedValues: schema11.properties.preemptionPolicy.enum}};
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
validate10.errors = vErrors;
return errors === 0;
}

