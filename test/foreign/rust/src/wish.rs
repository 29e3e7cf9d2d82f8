//! A kind of our own, defined by its Rust type, with status and scale.
use k8s_openapi::apiextensions_apiserver::pkg::apis::apiextensions::v1::CustomResourceDefinition;
use kube::{
    Api, Client, CustomResource, CustomResourceExt,
    api::{Patch, PatchParams},
    runtime::{conditions, wait::await_condition},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

#[derive(CustomResource, Clone, Debug, Default, Deserialize, Serialize, JsonSchema)]
#[kube(group = "rust.example", version = "v1", kind = "Wish", plural = "wishes", namespaced)]
#[kube(status = "WishStatus", shortname = "wi", category = "rusty")]
#[kube(scale(spec_replicas_path = ".spec.replicas", status_replicas_path = ".status.replicas"))]
#[kube(printcolumn(name = "Of", type_ = "string", json_path = ".spec.of"))]
#[kube(validation = Rule::new("self.spec.of != 'the moon'").message("the moon is not to be had"))]
pub struct WishSpec {
    pub of: String,
    #[serde(default)]
    #[schemars(range(min = 0, max = 9))]
    pub replicas: i32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how: Option<How>,
}

#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema)]
pub enum How {
    #[default]
    Soon,
    Late,
}

#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema)]
pub struct WishStatus {
    #[serde(default)]
    pub granted: bool,
    #[serde(default)]
    pub replicas: i32,
}

/// Applies the definition and waits until it is established.
pub async fn define(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
    let definitions: Api<CustomResourceDefinition> = Api::all(client.clone());
    let apply = PatchParams::apply("rust").force();
    definitions.patch("wishes.rust.example", &apply, &Patch::Apply(Wish::crd())).await?;
    await_condition(definitions, "wishes.rust.example", conditions::is_crd_established()).await?;
    Ok(())
}
