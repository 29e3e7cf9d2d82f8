//! Watches: by list and by stream, resumed after each end, of metadata alone, and a reflector's store.
use crate::session::from;
use crate::{Told, must};
use futures::{StreamExt, TryStreamExt};
use k8s_openapi::api::core::v1::{ConfigMap, Event as CoreEvent};
use kube::{
    Api, Client, ResourceExt,
    api::{DeleteParams, Patch, PatchParams, PostParams, WatchEvent, WatchParams},
    runtime::{WatchStreamExt, reflector, watcher},
};
use serde_json::json;

pub async fn run(client: Client) -> Told {
    let maps: Api<ConfigMap> = Api::namespaced(client.clone(), "default");
    let post = PostParams::default();
    let make = |name: &str| from::<ConfigMap>(json!({"metadata": {"name": name, "labels": {"watched": "yes"}}}));
    for name in ["a", "b", "c"] {
        maps.create(&post, &make(name)?).await?;
    }
    let mut told = Vec::new();
    for config in [watcher::Config::default().page_size(2), watcher::Config::default().streaming_lists()] {
        let config = config.labels("watched=yes").timeout(1);
        let mut stream = watcher(maps.clone(), config).boxed();
        let mut events = Vec::new();
        let mut late = None;
        while let Some(event) = stream.try_next().await? {
            events.push(match &event {
                watcher::Event::Init => "init".to_string(),
                watcher::Event::InitApply(map) => format!("init {}", map.name_any()),
                watcher::Event::InitDone => "done".to_string(),
                watcher::Event::Apply(map) => format!("apply {}", map.name_any()),
                watcher::Event::Delete(map) => format!("delete {}", map.name_any()),
            });
            if matches!(event, watcher::Event::InitDone) {
                // The watch ends every second: what happens two seconds later is seen by a later one.
                let (maps, map) = (maps.clone(), make("late")?);
                late = Some(tokio::spawn(async move {
                    tokio::time::sleep(std::time::Duration::from_millis(2500)).await;
                    maps.create(&PostParams::default(), &map).await?;
                    let unlabelled = json!({"metadata": {"labels": {"watched": null}}});
                    maps.patch("late", &PatchParams::default(), &Patch::Merge(unlabelled)).await?;
                    maps.delete("late", &DeleteParams::default()).await
                }));
            }
            if matches!(event, watcher::Event::Delete(_)) {
                break;
            }
        }
        late.ok_or("never synced")?.await??;
        told.push(events);
    }
    must(told[0] == told[1], &format!("both ways see the same: {told:?}"))?;
    bookmarks(&maps).await?;
    store(&maps).await?;
    let events: Api<CoreEvent> = Api::all(client);
    events.list(&Default::default()).await?;
    Ok(json!(told[0]))
}

async fn bookmarks(maps: &Api<ConfigMap>) -> Result<(), Box<dyn std::error::Error>> {
    let params = WatchParams::default().timeout(5).initial_events();
    let mut stream = maps.watch_metadata(&params, "0").await?.boxed();
    let mut names = Vec::new();
    while let Some(event) = stream.try_next().await? {
        match event {
            WatchEvent::Added(map) => names.push(map.name_any()),
            WatchEvent::Bookmark(mark) => {
                let ended = mark.metadata.annotations.contains_key("k8s.io/initial-events-end");
                must(ended && !mark.metadata.resource_version.is_empty(), "the end of what was there is marked")?;
                break;
            }
            other => return Err(format!("unexpected: {other:?}").into()),
        }
    }
    must(names.iter().filter(|name| name.len() == 1).count() == 3, "metadata of what was there")
}

async fn store(maps: &Api<ConfigMap>) -> Result<(), Box<dyn std::error::Error>> {
    let (reader, writer) = reflector::store();
    let metadata = watcher(maps.clone(), watcher::Config::default().labels("watched=yes"));
    let following = tokio::spawn(reflector(writer, metadata).applied_objects().for_each(|_| async {}));
    reader.wait_until_ready().await?;
    must(reader.state().len() == 3, "the store holds what there is")?;
    following.abort();
    Ok(())
}
