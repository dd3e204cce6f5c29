//! `puente demo`: the whole product on this machine, without a token.

use std::{
    collections::{BTreeSet, HashMap},
    io::{self, Write},
    net::SocketAddr,
    path::PathBuf,
    process::ExitCode,
    sync::Arc,
};

use anyhow::{Context, Result};

use super::{
    doctor::Patient,
    house::{self, House, Plan},
};
use crate::{
    config::Config,
    delivery::Limits,
    faq::Places,
    handlers::Centre,
    talk::{Address, ChatKind, Door},
    web::{Cast, Web},
};

const STAFF_CHAT: i64 = -1;
const ANNA: i64 = 1;
const BORIS: i64 = 2;
const ADMIN: i64 = 3;

/// Show the whole product on this machine: a page with a partner, a staff and an admin chat
///
/// The real engine, handlers, index and store, with sample organisations and opportunities, in a data folder of its own.
#[derive(Debug, clap::Args)]
pub struct Demo {
    /// The port of the page, on this machine only
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The demo's data folder [default: demo beside PUENTE_DATA_DIR's own]
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

/// Runs the command until it is told to leave.
///
/// # Errors
/// When the port is taken, or the data folder or the content cannot be used.
pub fn run(args: &Demo, config: &Config) -> Result<ExitCode> {
    house::runtime()?.block_on(demo(args, config))
}

async fn demo(args: &Demo, config: &Config) -> Result<ExitCode> {
    let data = args.data.clone().unwrap_or_else(|| config.data_dir.join("demo"));
    let _lock = house::lock(&data)?;
    let address = SocketAddr::from(([127, 0, 0, 1], args.port));
    let listener = tokio::net::TcpListener::bind(address)
        .await
        .with_context(|| format!("listen on {address} (another port: puente demo --port 8081)"))?;
    let cast = Cast {
        staff_chat: STAFF_CHAT,
        staff: vec![(ANNA, "Anna".into()), (BORIS, "Boris".into())],
        admin: (ADMIN, "Admin".into()),
    };
    let web = Arc::new(Web::open(&data.join("web"), cast)?);
    let staff_chat = Address { door: Door::Web, chat: STAFF_CHAT, kind: ChatKind::Group, topic: None };
    let house = House::open(Plan {
        data: &data,
        content: &config.content,
        samples: true,
        centre: Centre {
            staff_chat: Some(staff_chat),
            staff_lang: config.staff_lang,
            admins: BTreeSet::from([(Door::Web, ADMIN)]),
        },
        doors: HashMap::from([(Door::Web, (Arc::clone(&web) as Arc<dyn crate::talk::Messenger>, Limits::NONE))]),
        backups: None,
        doctor: Patient {
            data: data.clone(),
            places: Places { content: config.content.clone(), built: data.join("faq") },
            backups: None,
            telegram: None,
            staff_chat: None,
            webhook: None,
        }
        .doctor(),
        // The page has no clock but ours.
        clock_ahead: Arc::new(|| Some(0)),
    })
    .await?;
    let port = listener.local_addr().map_or(args.port, |local| local.port());
    writeln!(
        io::stdout(),
        "Puente's demo: http://127.0.0.1:{port}/   (a partner alone, as on a phone: http://127.0.0.1:{port}/p)"
    )?;
    let page = tokio::spawn(web.serve(listener, Arc::new(house.engine.clone()), house.stopped()));
    house::told_to_leave().await?;
    house.stop();
    page.await.context("close the page")??;
    house.leave().await;
    Ok(ExitCode::SUCCESS)
}
