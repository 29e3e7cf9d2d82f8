//! Objects of many kinds live their lives: create, read, page, patch of every type, apply, status, scale, delete; and each refusal is understood.
use crate::{Told, must, refused, wish};
use crate::wish::{Wish, WishSpec};
use k8s_openapi::api::{
    apps::v1::Deployment,
    authorization::v1::SelfSubjectAccessReview,
    core::v1::{ConfigMap, Namespace, Pod, Secret, Service, ServiceAccount},
};
use kube::{
    Api, Client, ResourceExt,
    api::{
        ApiResource, DeleteParams, DynamicObject, GroupVersionKind, ListParams, Patch, PatchParams, PostParams,
        Preconditions, PropagationPolicy, ValidationDirective,
    },
    core::{Expression, Selector, },
    discovery::{Discovery, Scope, verbs},
};
use serde_json::{Value, json};

pub async fn run(client: Client) -> Told {
    let namespace = "rusty";
    let namespaces: Api<Namespace> = Api::all(client.clone());
    namespaces.create(&PostParams::default(), &from(json!({"metadata": {"name": namespace}}))?).await?;
    let accounts: Api<ServiceAccount> = Api::namespaced(client.clone(), namespace);
    let account = json!({"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "default"}});
    accounts.patch("default", &PatchParams::apply("rust").force(), &Patch::Apply(account)).await?;
    wish::define(&client).await?;
    let version = client.apiserver_version().await?;
    must(version.major == "1", "a version of Kubernetes")?;
    patches(&client, namespace).await?;
    applies(&client, namespace).await?;
    pages(&client, namespace).await?;
    deployments(&client, namespace).await?;
    let refusals = refusals(&client, namespace).await?;
    let found = discover(&client, namespace).await?;
    wishes(&client, namespace).await?;
    others(&client, namespace).await?;
    Ok(json!({"refusals": refusals, "found": found}))
}

pub fn from<T: serde::de::DeserializeOwned>(value: Value) -> serde_json::Result<T> {
    serde_json::from_value(value)
}

type Done = Result<(), Box<dyn std::error::Error>>;

async fn patches(client: &Client, namespace: &str) -> Done {
    let maps: Api<ConfigMap> = Api::namespaced(client.clone(), namespace);
    let post = PostParams { field_manager: Some("rust".into()), ..Default::default() };
    let made = maps.create(&post, &from(json!({"metadata": {"generateName": "map-"}, "data": {"a": "1", "b": "2"}}))?).await?;
    let name = made.name_any();
    must(made.uid().is_some() && made.creation_timestamp().is_some(), "what the server sets is there")?;
    let plain = PatchParams::default();
    maps.patch(&name, &plain, &Patch::Merge(json!({"data": {"a": null, "c": "3"}}))).await?;
    maps.patch(&name, &plain, &Patch::Strategic(json!({"metadata": {"labels": {"of": "rust"}}}))).await?;
    let operations = json!([{"op": "test", "path": "/data/c", "value": "3"}, {"op": "move", "from": "/data/c", "path": "/data/d"}]);
    let steps: kube::core::params::Patch<Value> = Patch::Json(from(operations)?);
    let patched = maps.patch(&name, &plain, &steps).await?;
    let data = patched.data.clone().unwrap_or_default();
    must(data.keys().collect::<Vec<_>>() == ["b", "d"], "the patches did what they say")?;
    let dry = PatchParams { dry_run: true, ..Default::default() };
    maps.patch(&name, &dry, &Patch::Merge(json!({"data": null}))).await?;
    must(maps.get(&name).await?.data == patched.data, "a dry run changes nothing")?;
    let mut replaced = patched.clone();
    replaced.data = Some([("e".to_string(), "5".to_string())].into());
    let replaced = maps.replace(&name, &PostParams::default(), &replaced).await?;
    must(replaced.resource_version() != patched.resource_version(), "a new revision")?;
    let metadata = maps.get_metadata(&name).await?;
    must(metadata.metadata.labels == replaced.metadata.labels, "metadata alone")?;
    let mut entry = maps.entry("entered").await?.or_insert(|| ConfigMap::default());
    entry.get_mut().data = Some([("by".to_string(), "entry".to_string())].into());
    entry.commit(&PostParams::default()).await?;
    let wrong = DeleteParams { preconditions: Some(Preconditions { uid: Some("x".into()), ..Default::default() }), ..Default::default() };
    must(refused(maps.delete(&name, &wrong).await)?.code == 409, "a delete of another object is a conflict")?;
    let gone = maps.delete(&name, &DeleteParams::default()).await?.right().ok_or("no Status")?;
    must(gone.is_success() && gone.details.is_some_and(|details| details.name == name), "a delete's Status")?;
    must(maps.get_opt(&name).await?.is_none(), "it is gone")
}

async fn applies(client: &Client, namespace: &str) -> Done {
    let maps: Api<ConfigMap> = Api::namespaced(client.clone(), namespace);
    let map = |data: Value| json!({"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "applied"}, "data": data});
    maps.patch("applied", &PatchParams::apply("one"), &Patch::Apply(map(json!({"a": "1", "b": "1"})))).await?;
    maps.patch("applied", &PatchParams::apply("two"), &Patch::Apply(map(json!({"c": "2"})))).await?;
    let conflict = refused(maps.patch("applied", &PatchParams::apply("two"), &Patch::Apply(map(json!({"a": "2"})))).await)?;
    let causes = conflict.details.clone().map(|details| details.causes).unwrap_or_default();
    must(conflict.is_conflict() && causes.len() == 1, "one conflict")?;
    must(causes[0].reason == "FieldManagerConflict" && causes[0].field == ".data.a", "of a field, by its manager")?;
    let forced = maps.patch("applied", &PatchParams::apply("two").force(), &Patch::Apply(map(json!({"a": "2"})))).await?;
    must(forced.data == Some([("a".into(), "2".into()), ("b".into(), "1".into())].into()), "forced, and what was dropped is gone")?;
    let managers: Vec<_> = forced.managed_fields().iter().filter_map(|entry| entry.manager.clone()).collect();
    must(managers == ["one", "two"], "both manage")
}

async fn pages(client: &Client, namespace: &str) -> Done {
    let secrets: Api<Secret> = Api::namespaced(client.clone(), namespace);
    for number in 0..25 {
        let name = format!("s-{number:02}");
        let secret = json!({"metadata": {"name": name, "labels": {"odd": (number % 2 == 1).to_string()}}, "stringData": {"k": "v"}});
        secrets.create(&PostParams::default(), &from(secret)?).await?;
    }
    let mut seen = 0;
    let mut params = ListParams::default().limit(10).labels("odd in (true,false)");
    loop {
        let page = secrets.list(&params).await?;
        seen += page.items.len();
        if seen == 10 {
            must(page.metadata.remaining_item_count.is_none(), "no count where a selector is")?;
        }
        match page.metadata.continue_ {
            Some(token) if !token.is_empty() => params = params.continue_token(&token),
            _ => break,
        }
    }
    must(seen == 25, "all pages together are all")?;
    let odd: Selector = Expression::Equal("odd".into(), "true".into()).into();
    must(secrets.list(&ListParams::default().labels_from(&odd)).await?.items.len() == 12, "by label")?;
    must(secrets.list(&ListParams::default().fields("metadata.name=s-03")).await?.items.len() == 1, "by field")?;
    let metadata = secrets.list_metadata(&ListParams::default().limit(3)).await?;
    must(metadata.items.len() == 3 && metadata.metadata.remaining_item_count.unwrap_or(0) >= 22, "a page of metadata")?;
    let deleted = secrets.delete_collection(&DeleteParams::default(), &ListParams::default().labels("odd=true")).await?;
    must(deleted.left().is_some_and(|list| list.items.len() == 12), "what was deleted is told")?;
    let expired = refused(secrets.list(&ListParams::default().limit(2).continue_token("nonsense")).await)?;
    must(expired.code == 400, "a token that nobody gave")
}

async fn deployments(client: &Client, namespace: &str) -> Done {
    let deployments: Api<Deployment> = Api::namespaced(client.clone(), namespace);
    let deployment = json!({
        "metadata": {"name": "web"},
        "spec": {
            "replicas": 1,
            "selector": {"matchLabels": {"app": "web"}},
            "template": {"metadata": {"labels": {"app": "web"}}, "spec": {"containers": [{"name": "web", "image": "web:1"}]}}
        }
    });
    deployments.create(&PostParams::default(), &from(deployment)?).await?;
    let mut scale = deployments.get_scale("web").await?;
    scale.spec = Some(from(json!({"replicas": 3}))?);
    deployments.replace_scale("web", &PostParams::default(), &scale).await?;
    deployments.patch_scale("web", &PatchParams::default(), &Patch::Merge(json!({"spec": {"replicas": 4}}))).await?;
    let status = json!({"status": {"replicas": 2, "observedGeneration": 1}});
    deployments.patch_status("web", &PatchParams::default(), &Patch::Merge(status)).await?;
    let now = deployments.get_status("web").await?;
    must(now.spec.as_ref().and_then(|spec| spec.replicas) == Some(4), "scaled")?;
    must(now.status.and_then(|status| status.replicas) == Some(2), "the status is kept")?;
    must(now.metadata.generation == Some(3), "each change of the spec is a generation")?;
    deployments.restart("web").await?;
    let template = json!({"spec": {"template": {"spec": {"containers": [{"name": "side", "image": "side:1"}]}}}});
    let two = deployments.patch("web", &PatchParams::default(), &Patch::Strategic(template)).await?;
    let containers = two.spec.and_then(|spec| spec.template.spec).map(|spec| spec.containers.len());
    must(containers == Some(2), "containers are merged by name")?;
    let foreground = DeleteParams { propagation_policy: Some(PropagationPolicy::Foreground), ..Default::default() };
    let going = deployments.delete("web", &foreground).await?.left().ok_or("gone at once")?;
    must(going.metadata.deletion_timestamp.is_some(), "waits for what it owns")?;
    must(going.finalizers() == ["foregroundDeletion"], "by its finalizer")
}

/// Code, reason and the fields of the causes of each.
async fn refusals(client: &Client, namespace: &str) -> Result<Value, Box<dyn std::error::Error>> {
    let maps: Api<ConfigMap> = Api::namespaced(client.clone(), namespace);
    let pods: Api<Pod> = Api::namespaced(client.clone(), namespace);
    let wishes: Api<Wish> = Api::namespaced(client.clone(), namespace);
    let post = PostParams::default();
    let not_found = refused(maps.get("nothing").await)?;
    must(not_found.is_not_found() && not_found.message == "configmaps \"nothing\" not found", "404 in upstream's words")?;
    let exists = refused(maps.create(&post, &from(json!({"metadata": {"name": "applied"}}))?).await)?;
    must(exists.is_already_exists(), "409 AlreadyExists")?;
    let mut stale = maps.get("applied").await?;
    stale.metadata.resource_version = Some("1".into());
    let conflict = refused(maps.replace("applied", &post, &stale).await)?;
    must(conflict.is_conflict(), "409 Conflict")?;
    let pod = json!({"metadata": {"name": "Bad_Name"}, "spec": {"containers": [{"name": "a", "image": "", "ports": [{"containerPort": 70000}]}]}});
    let pod = refused(pods.create(&post, &from(pod)?).await)?;
    let wish = refused(wishes.create(&post, &Wish::new("much", WishSpec { of: "the moon".into(), replicas: 12, how: None })).await)?;
    let moon = refused(wishes.create(&post, &Wish::new("moon", WishSpec { of: "the moon".into(), ..Default::default() })).await)?;
    let strict = PatchParams { field_validation: Some(ValidationDirective::Strict), ..Default::default() };
    let unknown = refused(maps.patch("applied", &strict, &Patch::Merge(json!({"dat": {}}))).await)?;
    let told = |status: kube::core::Status| {
        let mut fields: Vec<String> = status.details.iter().flat_map(|details| &details.causes).map(|cause| format!("{} {}", cause.reason, cause.field)).collect();
        fields.sort();
        json!([status.code, status.reason, fields])
    };
    Ok(json!({
        "notFound": told(not_found), "exists": told(exists), "conflict": told(conflict),
        "pod": told(pod), "wish": told(wish), "moon": told(moon), "unknown": told(unknown),
    }))
}

/// Both ways of discovery, and a kind met by its name alone.
async fn discover(client: &Client, namespace: &str) -> Result<Value, Box<dyn std::error::Error>> {
    let legacy = Discovery::new(client.clone()).run().await?;
    let aggregated = Discovery::new(client.clone()).run_aggregated().await?;
    let mut counts = Vec::new();
    for discovery in [&legacy, &aggregated] {
        let mut kinds: Vec<String> = Vec::new();
        for group in discovery.groups() {
            for (resource, capabilities) in group.recommended_resources() {
                let scope = if capabilities.scope == Scope::Namespaced { "in a namespace" } else { "everywhere" };
                let subresources: Vec<_> = capabilities.subresources.iter().map(|(sub, _)| sub.plural.clone()).collect();
                let lists = capabilities.supports_operation(verbs::LIST);
                kinds.push(format!("{}/{} {} {scope} {lists} {subresources:?}", resource.api_version, resource.kind, resource.plural));
            }
        }
        kinds.sort();
        counts.push(kinds);
    }
    for (old, new) in counts[0].iter().zip(&counts[1]) {
        must(old == new, &format!("both ways say the same: {old} and {new}"))?;
    }
    must(counts[0].len() == counts[1].len(), "both ways find as many")?;
    let gvk = GroupVersionKind::gvk("rust.example", "v1", "Wish");
    let (resource, capabilities) = aggregated.resolve_gvk(&gvk).ok_or("Wish is not found")?;
    let api: Api<DynamicObject> = Api::namespaced_with(client.clone(), namespace, &resource);
    let object = DynamicObject::new("dynamic", &resource).data(json!({"spec": {"of": "bread"}}));
    let made = api.create(&PostParams::default(), &object).await?;
    must(made.data["spec"]["replicas"] == json!(0), "defaults are set")?;
    let (pinned, _) = kube::discovery::pinned_kind(client, &gvk).await?;
    must(pinned.plural == "wishes", "asked for alone")?;
    let mut subresources: Vec<_> = capabilities.subresources.iter().map(|(sub, _)| sub.plural.clone()).collect();
    subresources.sort();
    let everywhere: Api<DynamicObject> = Api::all_with(client.clone(), &ApiResource::from_gvk(&GroupVersionKind::gvk("apps", "v1", "Deployment")));
    everywhere.list(&ListParams::default()).await?;
    Ok(json!({"kinds": counts[0].len(), "wish": subresources}))
}

async fn wishes(client: &Client, namespace: &str) -> Done {
    let wishes: Api<Wish> = Api::namespaced(client.clone(), namespace);
    let mut wish = wishes.create(&PostParams::default(), &Wish::new("mine", WishSpec { of: "tea".into(), ..Default::default() })).await?;
    wish.status = Some(from(json!({"granted": true}))?);
    let wish = wishes.replace_status("mine", &PostParams::default(), &wish).await?;
    must(wish.status.as_ref().is_some_and(|status| status.granted), "granted")?;
    let status = json!({"apiVersion": "rust.example/v1", "kind": "Wish", "status": {"replicas": 2}});
    wishes.patch_status("mine", &PatchParams::apply("granter").force(), &Patch::Apply(status)).await?;
    let scale = wishes.patch_scale("mine", &PatchParams::default(), &Patch::Merge(json!({"spec": {"replicas": 5}}))).await?;
    must(scale.spec.and_then(|spec| spec.replicas) == Some(5), "scaled")?;
    must(scale.status.map(|status| status.replicas) == Some(2), "the scale's status")?;
    let refused = refused(wishes.patch("mine", &PatchParams::default(), &Patch::Strategic(json!({"spec": {}}))).await)?;
    must(refused.code == 415, "no strategic merge for kinds of our own")?;
    wishes.delete("mine", &DeleteParams::default()).await?;
    Ok(())
}

/// Kinds that are answered by something else than storage.
async fn others(client: &Client, namespace: &str) -> Done {
    let review = json!({"spec": {"resourceAttributes": {"verb": "get", "resource": "pods", "namespace": namespace}}});
    let reviews: Api<SelfSubjectAccessReview> = Api::all(client.clone());
    let review = reviews.create(&PostParams::default(), &from(review)?).await?;
    must(review.status.is_some_and(|status| status.allowed), "may read pods")?;
    let accounts: Api<ServiceAccount> = Api::namespaced(client.clone(), namespace);
    accounts.create(&PostParams::default(), &from(json!({"metadata": {"name": "teller"}}))?).await?;
    let request = from(json!({"metadata": {}, "spec": {"audiences": [], "expirationSeconds": 3600}}))?;
    let token = accounts.create_token_request("teller", &PostParams::default(), &request).await?;
    must(token.status.is_some_and(|status| status.token.unwrap_or_default().split('.').count() == 3), "a token")?;
    let services: Api<Service> = Api::namespaced(client.clone(), namespace);
    let service = services.create(&PostParams::default(), &from(json!({"metadata": {"name": "web"}, "spec": {"ports": [{"port": 80}]}}))?).await?;
    must(service.spec.and_then(|spec| spec.cluster_ip).is_some(), "a Service has its address when it is made")
}
