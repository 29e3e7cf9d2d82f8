//! A stranger to Operon: kube-rs as anybody uses it. Each part of it prints JSON, or fails with a sentence.
mod inside;
mod operate;
mod session;
mod streams;
mod watch;
mod wish;

use kube::Client;
use serde_json::Value;

pub type Told = Result<Value, Box<dyn std::error::Error>>;

#[tokio::main]
async fn main() {
    let part = std::env::args().nth(1).unwrap_or_default();
    match run(&part).await {
        Ok(said) => println!("{said}"),
        Err(error) => {
            eprintln!("{part}: {error} ({error:?})");
            std::process::exit(1);
        }
    }
}

async fn run(part: &str) -> Told {
    let client = Client::try_default().await?;
    match part {
        "session" => session::run(client).await,
        "watch" => watch::run(client).await,
        "operate" => operate::run(client).await,
        "streams" => streams::run(client).await,
        "inside" => inside::run(client).await,
        _ => Err(format!("no part {part:?}").into()),
    }
}

/// Fails with the sentence unless it is so.
pub fn must(so: bool, sentence: &str) -> Result<(), Box<dyn std::error::Error>> {
    if so { Ok(()) } else { Err(format!("not so: {sentence}").into()) }
}

/// The Status of a refusal; fails when there was none.
pub fn refused<T: std::fmt::Debug>(answer: kube::Result<T>) -> Result<kube::core::Status, Box<dyn std::error::Error>> {
    match answer {
        Err(kube::Error::Api(status)) => Ok(*status),
        other => Err(format!("was not refused: {other:?}").into()),
    }
}
