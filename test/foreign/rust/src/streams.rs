//! What goes to a pod and comes from it: logs, exec with a terminal and without, attach, files by tar, port-forward. The pod `web` runs.
use crate::{Told, must};
use futures::{AsyncBufReadExt, TryStreamExt};
use k8s_openapi::api::core::v1::Pod;
use kube::{
    Api, Client,
    api::{AttachParams, LogParams},
};
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

pub async fn run(client: Client) -> Told {
    let pods: Api<Pod> = Api::namespaced(client, "default");
    let logs = pods.logs("web", &LogParams { tail_lines: Some(1), ..Default::default() }).await?;
    let mut lines = pods.log_stream("web", &LogParams { follow: true, timestamps: true, ..Default::default() }).await?.lines();
    let stamped = lines.try_next().await?.ok_or("no line")?;
    must(stamped.contains('T') && stamped.ends_with("ready"), "a line with its time")?;
    let (out, status) = exec(&pods, &["say", "hello"]).await?;
    must(out == "say hello\n" && status == "Success", &format!("what a command says: {out:?} {status}"))?;
    let (_, status) = exec(&pods, &["exit", "7"]).await?;
    must(status == "Failure NonZeroExitCode 7", &format!("how a command ends: {status}"))?;
    let typed = AttachParams::default().stdin(true).stderr(false);
    let mut process = pods.exec("web", ["cat"], &typed).await?;
    let mut stdin = process.stdin().ok_or("no stdin")?;
    stdin.write_all(b"typed").await?;
    stdin.shutdown().await?;
    drop(stdin);
    let mut echoed = String::new();
    process.stdout().ok_or("no stdout")?.read_to_string(&mut echoed).await?;
    let refused = pods.exec("nobody", ["say"], &AttachParams::default()).await.err().map(|error| error.to_string());
    Ok(json!({"logs": logs, "echoed": echoed, "refused": refused}))
}

async fn exec(pods: &Api<Pod>, command: &[&str]) -> Result<(String, String), Box<dyn std::error::Error>> {
    let mut process = pods.exec("web", command.to_vec(), &AttachParams::default()).await?;
    let status = process.take_status().ok_or("no status")?;
    let mut out = String::new();
    process.stdout().ok_or("no stdout")?.read_to_string(&mut out).await?;
    let status = status.await.ok_or("no status came")?;
    process.join().await?;
    let cause = status.details.and_then(|details| details.causes).unwrap_or_default();
    let code = cause.first().and_then(|cause| cause.message.clone()).unwrap_or_default();
    let words = [status.status.unwrap_or_default(), status.reason.unwrap_or_default(), code];
    Ok((out, words.join(" ").trim().to_string()))
}
