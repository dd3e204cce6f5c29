//! `puente serve`: the bot.

use std::{
    collections::HashMap,
    io::{self, Write},
    process::ExitCode,
    sync::Arc,
};

use anyhow::{Context, Result};
use secrecy::ExposeSecret;

use super::{
    doctor::Patient,
    house::{self, House, Plan},
    watch::watch,
};
use crate::{
    config::{Config, Webhook},
    delivery::Limits,
    faq::Places,
    handlers::Centre,
    talk::{Address, ChatKind, Door},
    telegram::{Telegram, TokenRefused},
    web::hook::{self, Hook},
};

/// Run the bot: long polling, or a webhook when PUENTE_WEBHOOK_URL is set
#[derive(Debug, clap::Args)]
pub struct Serve {
    /// Put the sample directory of invented organisations into the store, to try the bot with
    #[arg(long)]
    samples: bool,
}

/// Runs the command until it is told to leave.
///
/// # Errors
/// When the data folder or the content cannot be used.
pub fn run(args: &Serve, config: Config) -> Result<ExitCode> {
    let Some(token) = config.token.clone() else {
        writeln!(
            io::stderr(),
            "puente: TELOXIDE_TOKEN is not set: get a token from @BotFather, or try `puente demo`, which needs none"
        )?;
        return Ok(ExitCode::from(2));
    };
    let telegram = match Telegram::connect(token, config.api_url.as_deref()) {
        Ok(telegram) => telegram,
        Err(error) => {
            writeln!(io::stderr(), "puente: TELOXIDE_API_URL: {error}")?;
            return Ok(ExitCode::from(2));
        }
    };
    house::runtime()?.block_on(serve(args, &config, &telegram))
}

async fn serve(args: &Serve, config: &Config, telegram: &Telegram) -> Result<ExitCode> {
    let _lock = house::lock(&config.data_dir)?;
    let address = |chat| Address { door: Door::Telegram, chat, kind: ChatKind::Group, topic: None };
    let staff_chat = config.staff_chat.map(address);
    if staff_chat.is_none() {
        tracing::warn!("no staff chat: requests are kept, and shown as soon as PUENTE_STAFF_CHAT names one");
    }
    let places = Places { content: config.content.clone(), built: config.data_dir.join("faq") };
    let house = House::open(Plan {
        data: &config.data_dir,
        content: &config.content,
        samples: args.samples,
        centre: Centre {
            staff_chat,
            staff_lang: config.staff_lang,
            admins: config.admins.iter().map(|id| (Door::Telegram, *id)).collect(),
        },
        doors: HashMap::from([(Door::Telegram, (telegram.messenger(), Limits::TELEGRAM))]),
        doctor: Patient::of(config, &places, Some(telegram.clone())).doctor(),
        clock_ahead: {
            let telegram = telegram.clone();
            Arc::new(move || telegram.clock_ahead())
        },
        backups: (config.backup_days > 0).then(|| (config.backup_dir.clone(), config.backup_days)),
    })
    .await?;
    let served = match listen(config, telegram, &house).await {
        Ok(outside) => {
            let mut receiving = std::pin::pin!(receive(config, telegram, &house));
            let refused = tokio::select! {
                refused = &mut receiving => refused,
                left = house::told_to_leave() => {
                    left?;
                    house.stop();
                    // What was handed in already is finished, so that it need not come again.
                    receiving.await
                }
            };
            house.stop();
            if let Some(outside) = outside {
                outside.await.context("close health and webhook")??;
            }
            Ok(refused)
        }
        Err(error) => Err(error),
    };
    house.leave().await;
    match served? {
        Ok(()) => Ok(ExitCode::SUCCESS),
        Err(refused) => {
            writeln!(io::stderr(), "puente: TELOXIDE_TOKEN: {refused}")?;
            Ok(ExitCode::from(2))
        }
    }
}

/// Takes updates, by polling or by webhook, until told to stop.
async fn receive(config: &Config, telegram: &Telegram, house: &House) -> Result<(), TokenRefused> {
    match &config.webhook {
        None => telegram.poll(&house.engine, house.stopped()).await,
        Some(webhook) => {
            telegram.set_webhook(&webhook.url, &webhook.secret, house.stopped()).await?;
            // A dropped sender means that the house is gone, which ends the wait just as well.
            let _ = house.stopped().wait_for(|stop| *stop).await;
            Ok(())
        }
    }
}

type Outside = tokio::task::JoinHandle<Result<()>>;

/// Opens health and webhook. A port that is taken only matters to the webhook.
async fn listen(config: &Config, telegram: &Telegram, house: &House) -> Result<Option<Outside>> {
    let listener = match tokio::net::TcpListener::bind(config.listen).await {
        Ok(listener) => listener,
        Err(error) if config.webhook.is_none() => {
            tracing::warn!("no health page, {} cannot be listened on: {error}", config.listen);
            return Ok(None);
        }
        Err(error) => return Err(error).with_context(|| format!("listen on {} (PUENTE_LISTEN)", config.listen)),
    };
    let hook = config.webhook.as_ref().map(|webhook| hook_of(webhook, telegram, house));
    Ok(Some(tokio::spawn(hook::serve(listener, hook, watch(house.store.clone(), telegram.clone()), house.stopped()))))
}

fn hook_of(webhook: &Webhook, telegram: &Telegram, house: &House) -> Hook {
    let (telegram, engine) = (telegram.clone(), house.engine.clone());
    let receive = Arc::new(move |body: Vec<u8>| -> crate::talk::BoxFuture<'static, _> {
        let (telegram, engine) = (telegram.clone(), engine.clone());
        Box::pin(async move { telegram.receive(&body, &engine).await })
    });
    Hook { path: path_of(&webhook.url), secret: webhook.secret.expose_secret().to_owned(), receive }
}

/// The path of an address, `/` where it has none.
fn path_of(url: &str) -> String {
    let after_scheme = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = after_scheme.split_once('/').map_or("", |(_, path)| path);
    format!("/{}", path.split(['?', '#']).next().unwrap_or_default())
}
