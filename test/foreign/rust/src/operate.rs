//! An operator: elected by a Lease, its Controller makes what wishes own, tells events, and lets them go by a finalizer.
use crate::session::from;
use crate::wish::{self, Wish, WishSpec};
use crate::{Told, must};
use futures::StreamExt;
use k8s_openapi::api::{coordination::v1::Lease, core::v1::ConfigMap, events::v1::Event as EventsEvent};
use kube::{
    Api, Client, Resource, ResourceExt,
    api::{DeleteParams, ListParams, Patch, PatchParams, PostParams},
    runtime::{
        Controller,
        controller::Action,
        events::{Event, EventType, Recorder},
        finalizer::{self, finalizer},
        wait::{await_condition, conditions},
        watcher,
    },
};
use serde_json::json;
use std::{sync::Arc, time::Duration};

#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Failure(String);

impl From<kube::Error> for Failure {
    fn from(error: kube::Error) -> Self {
        Failure(error.to_string())
    }
}

struct Context {
    client: Client,
    recorder: Recorder,
}

pub async fn run(client: Client) -> Told {
    wish::define(&client).await?;
    must(elect(&client, "one").await? && !elect(&client, "two").await?, "one of two leads")?;
    let wishes: Api<Wish> = Api::namespaced(client.clone(), "default");
    let maps: Api<ConfigMap> = Api::namespaced(client.clone(), "default");
    let context = Arc::new(Context { client: client.clone(), recorder: Recorder::new(client.clone(), "rust".into()) });
    let running = tokio::spawn(
        Controller::new(wishes.clone(), watcher::Config::default())
            .owns(maps.clone(), watcher::Config::default())
            .run(reconcile, |_, _, _| Action::requeue(Duration::from_millis(100)), context)
            .for_each(|_| async {}),
    );
    let life = tokio::time::timeout(Duration::from_secs(60), live(&client, wishes, maps)).await?;
    running.abort();
    life?;
    Ok(json!("a wish's whole life"))
}

/// Whether `who` holds the lease: made, or taken by a replace that loses against anybody else's.
async fn elect(client: &Client, who: &str) -> kube::Result<bool> {
    let leases: Api<Lease> = Api::namespaced(client.clone(), "default");
    let lease = json!({"metadata": {"name": "rust"}, "spec": {"holderIdentity": who, "leaseDurationSeconds": 15, "renewTime": "2030-01-01T00:00:00.000001Z"}});
    match leases.create(&PostParams::default(), &from(lease).map_err(kube::Error::SerdeError)?).await {
        Ok(_) => Ok(true),
        Err(kube::Error::Api(status)) if status.is_already_exists() => Ok(false),
        Err(error) => Err(error),
    }
}

async fn reconcile(wish: Arc<Wish>, context: Arc<Context>) -> Result<Action, finalizer::Error<Failure>> {
    let wishes: Api<Wish> = Api::namespaced(context.client.clone(), &wish.namespace().unwrap_or_default());
    finalizer(&wishes, "rust.example/granted", wish, |event| async {
        match event {
            finalizer::Event::Apply(wish) => grant(&wish, &context).await,
            finalizer::Event::Cleanup(wish) => {
                tell(&wish, &context, "Forgotten").await?;
                Ok(Action::await_change())
            }
        }
    })
    .await
}

async fn grant(wish: &Wish, context: &Context) -> Result<Action, Failure> {
    let namespace = wish.namespace().unwrap_or_default();
    let maps: Api<ConfigMap> = Api::namespaced(context.client.clone(), &namespace);
    let wishes: Api<Wish> = Api::namespaced(context.client.clone(), &namespace);
    let name = wish.name_any();
    let map = json!({
        "apiVersion": "v1", "kind": "ConfigMap",
        "metadata": {"name": name, "ownerReferences": [wish.controller_owner_ref(&())]},
        "data": {"of": wish.spec.of},
    });
    let apply = PatchParams::apply("rust").force();
    maps.patch(&name, &apply, &Patch::Apply(map)).await?;
    if !wish.status.as_ref().is_some_and(|status| status.granted) {
        tell(wish, context, "Granted").await?;
    }
    let status = json!({"apiVersion": "rust.example/v1", "kind": "Wish", "status": {"granted": true}});
    wishes.patch_status(&name, &apply, &Patch::Apply(status)).await?;
    Ok(Action::await_change())
}

async fn tell(wish: &Wish, context: &Context, what: &str) -> Result<(), Failure> {
    let event = Event { type_: EventType::Normal, reason: what.into(), note: None, action: what.into(), secondary: None };
    Ok(context.recorder.publish(&event, &wish.object_ref(&())).await?)
}

async fn live(client: &Client, wishes: Api<Wish>, maps: Api<ConfigMap>) -> Result<(), Box<dyn std::error::Error>> {
    let made = wishes.create(&PostParams::default(), &Wish::new("tea", WishSpec { of: "tea".into(), ..Default::default() })).await?;
    let granted = |wish: Option<&Wish>| wish.and_then(|wish| wish.status.as_ref()).is_some_and(|status| status.granted);
    await_condition(wishes.clone(), "tea", granted).await?;
    let holds = |what: &'static str| move |map: Option<&ConfigMap>| map.and_then(|map| map.data.as_ref()).is_some_and(|data| data["of"] == what);
    await_condition(maps.clone(), "tea", holds("tea")).await?;
    wishes.patch("tea", &PatchParams::default(), &Patch::Merge(json!({"spec": {"of": "milk"}}))).await?;
    await_condition(maps.clone(), "tea", holds("milk")).await?;
    maps.patch("tea", &PatchParams::default(), &Patch::Merge(json!({"data": {"of": "water"}}))).await?;
    await_condition(maps.clone(), "tea", holds("milk")).await?;
    let going = wishes.delete("tea", &DeleteParams::default()).await?;
    must(going.left().is_some_and(|wish| wish.finalizers() == ["rust.example/granted"]), "its finalizer holds it")?;
    await_condition(wishes.clone(), "tea", conditions::is_deleted(&made.uid().unwrap_or_default())).await?;
    let events: Api<EventsEvent> = Api::namespaced(client.clone(), "default");
    let told = events.list(&ListParams::default().fields("regarding.name=tea")).await?;
    let mut reasons: Vec<_> = told.items.iter().filter_map(|event| event.reason.clone()).collect();
    reasons.sort();
    must(reasons == ["Forgotten", "Granted"], &format!("its events: {reasons:?}"))
}
