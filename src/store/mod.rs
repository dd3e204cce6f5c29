//! The store: one SQLite file, one writer, short readers. SQL stands here and nowhere else, one file per noun.
//!
//! Decisions. *One writer*: a connection behind a lock, so that engine and delivery each commit their batch in turn and no
//! statement ever waits for SQLite's own lock. *`synchronous = full`*: in WAL mode it is what makes a commit survive not only a
//! crash of the process but of the machine; it costs one fsync a commit, which the engine's group commit shares among all
//! turns that wait, so the safe setting is also the fast one. Marks of what was sent go without an fsync of their own
//! ([`Store::begin_marks`]): a crash of the machine that undoes one costs a repeated message and nothing else.
//! An import or an export of another process waits for SQLite's lock, and makes a turn wait no longer than its one commit.

pub mod backup;
mod bans;
mod caps;
mod consents;
mod desk;
mod dialogues;
mod erasures;
mod exports;
mod faults;
mod find;
mod gauges;
mod introductions;
mod leads;
mod matches;
mod opportunities;
mod outbox;
mod people;
mod questions;
mod repeats;
mod requests;
mod stats;
mod tags;
mod words;

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use anyhow::{Context, Result, bail};
use jiff::Timestamp;
use sqlx::{
    Connection, SqliteConnection, SqlitePool,
    migrate::Migrator,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use tokio::sync::{Mutex, MutexGuard};

use crate::talk::UpdateId;
use outbox::write_posts;

pub use bans::Who;
pub use consents::{LiveConsent, NewConsent};
pub use desk::{DeskOf, Overdue};
pub use dialogues::HealthCounts;
pub use faults::{faults, is_of_the_disk};
pub use find::{Found, Happened};
pub use gauges::Gauges;
pub use introductions::Introduction;
pub use leads::{Lead, LeadFilter, LeadLine, LeadWord, Moved, NewLead, Snooze};
pub use matches::{MatchRow, NewMatch};
pub use opportunities::{ImportId, Origin};
pub use outbox::{Due, LeadPlace, NAMELESS, Sent};
pub use people::{Chosen, Entered};
pub use questions::{AskedQuestion, NewQuestion};
pub use repeats::{Comparable, Repeated};
pub use requests::RequestRow;
pub use stats::{FIGURES, Figure};
pub use words::{ReplySent, ReplyState, Word};

/// Every migration, embedded.
pub static MIGRATOR: Migrator = sqlx::migrate!("./migrations");

/// The name of the data file in its folder.
pub const DATA_FILE: &str = "puente.db";

/// The data file.
#[derive(Clone)]
pub struct Store(Arc<Inner>);

struct Inner {
    writer: Mutex<SqliteConnection>,
    /// A transaction was begun and neither committed nor rolled back: its task was dropped in the middle.
    torn: AtomicBool,
    /// The writer syncs at every commit.
    syncs: AtomicBool,
    readers: SqlitePool,
    /// Where erasures are repeated outside of the data file.
    erasures: PathBuf,
}

/// A write transaction. What is not committed is rolled back.
pub struct Tx<'a> {
    conn: MutexGuard<'a, SqliteConnection>,
    torn: &'a AtomicBool,
    /// A turn's savepoint is open.
    in_turn: bool,
    erasures: &'a Path,
    /// Somebody was erased in it.
    erased: bool,
    /// Rows for the outbox that are still to be written, each as a JSON array.
    posts: Vec<String>,
}

impl Store {
    /// Opens or makes the data file and brings it to this version.
    ///
    /// # Errors
    /// When the file cannot be opened or written, is damaged, or comes from a newer version of Puente (named in the error).
    pub async fn open(file: &Path) -> Result<Self> {
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder).with_context(|| format!("make the data folder {}", folder.display()))?;
        }
        let options = SqliteConnectOptions::new()
            .filename(file)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(std::time::Duration::from_secs(10))
            .statement_cache_capacity(256);
        let mut writer = SqliteConnection::connect_with(&options)
            .await
            .with_context(|| format!("open the data file {}", file.display()))
            .map_err(with_the_way_back)?;
        refuse_damaged(&mut writer, file).await?;
        refuse_newer(&mut writer).await?;
        MIGRATOR.run(&mut writer).await.context("bring the data file to this version")?;
        let erasures = erasures::file_beside(file);
        erasures::follow(&mut writer, &erasures).await?;
        let readers = SqlitePoolOptions::new()
            .max_connections(3)
            .min_connections(1)
            .test_before_acquire(false)
            .connect_with(options.read_only(true).create_if_missing(false))
            .await
            .context("open the data file for reading")?;
        Ok(Self(Arc::new(Inner {
            writer: Mutex::new(writer),
            torn: AtomicBool::new(false),
            syncs: AtomicBool::new(true),
            readers,
            erasures,
        })))
    }

    /// Begins a write transaction, waiting for the one before.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn begin(&self) -> Result<Tx<'_>> {
        self.begin_synced(true).await
    }

    /// Begins a transaction for marks of what was sent. It survives a crash of the process at once, and one of the machine
    /// with the next transaction of the other kind.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn begin_marks(&self) -> Result<Tx<'_>> {
        self.begin_synced(false).await
    }

    async fn begin_synced(&self, sync: bool) -> Result<Tx<'_>> {
        let (mut conn, is_synced) = self.writer().await;
        // One call for both: every call is a walk to SQLite's thread and back.
        let begin = match (is_synced, sync) {
            (false, true) => "pragma synchronous = full; begin immediate",
            (true, false) => "pragma synchronous = normal; begin immediate",
            _ => "begin immediate",
        };
        self.0.torn.store(true, Ordering::Release);
        sqlx::query(begin).execute(&mut *conn).await.context("begin a transaction")?;
        self.0.syncs.store(sync, Ordering::Release);
        let erasures = &self.0.erasures;
        Ok(Tx { conn, torn: &self.0.torn, in_turn: false, erasures, erased: false, posts: Vec::new() })
    }

    /// The writer with nothing open, and whether it syncs at every commit. Until the caller says otherwise it counts as not
    /// synced: whatever goes wrong, the next turn sets it anew.
    async fn writer(&self) -> (MutexGuard<'_, SqliteConnection>, bool) {
        let mut conn = self.0.writer.lock().await;
        if self.0.torn.load(Ordering::Acquire) {
            // Fails when nothing is open, which is just as well.
            let _ = sqlx::query("rollback").execute(&mut *conn).await;
            self.0.torn.store(false, Ordering::Release);
        }
        let is_synced = self.0.syncs.swap(false, Ordering::AcqRel);
        (conn, is_synced)
    }

    /// The readers, for statements that change nothing.
    fn readers(&self) -> &SqlitePool {
        &self.0.readers
    }

    /// Writes the log back into the file when nobody reads; called when it is quiet.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn checkpoint(&self) -> Result<()> {
        let mut conn = self.0.writer.lock().await;
        sqlx::query("pragma wal_checkpoint(passive)").execute(&mut *conn).await.context("write the log back")?;
        Ok(())
    }
}

/// Every table with all that stands in it as JSON, for whoever has to prove what is kept and what is not.
///
/// # Errors
/// When the file cannot be read.
pub async fn dump(file: &Path) -> Result<Vec<(String, String)>> {
    let mut conn =
        SqliteConnection::connect_with(&SqliteConnectOptions::new().filename(file)).await.context("open the data file")?;
    let tables: Vec<String> = sqlx::query_scalar(
        "select name from sqlite_master where type = 'table' and name not like '\\_sqlx%' escape '\\' order by name",
    )
    .fetch_all(&mut conn)
    .await?;
    let mut dumped = Vec::new();
    for table in tables {
        let columns: Vec<String> =
            sqlx::query_scalar("select name from pragma_table_info($1)").bind(&table).fetch_all(&mut conn).await?;
        let fields: Vec<String> = columns.iter().map(|column| format!("'{column}', cast(\"{column}\" as text)")).collect();
        let sql = format!("select coalesce(json_group_array(json_object({})), '') from \"{table}\"", fields.join(", "));
        dumped.push((table, sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).fetch_one(&mut conn).await?));
    }
    Ok(dumped)
}

/// A damaged data file is not worked with: what is written into it may be lost, and what is saved from it now may not be later.
async fn refuse_damaged(conn: &mut SqliteConnection, file: &Path) -> Result<()> {
    let looked: Result<Vec<String>, sqlx::Error> = sqlx::query_scalar("pragma quick_check(1)").fetch_all(conn).await;
    let what = match looked {
        Ok(sound) if sound == ["ok"] => return Ok(()),
        Ok(found) => found.join("; "),
        Err(error) => error.to_string(),
    };
    Err(with_the_way_back(anyhow::anyhow!("the data file {} is damaged: {what}", file.display())))
}

/// Says beside a damage what helps.
fn with_the_way_back(error: anyhow::Error) -> anyhow::Error {
    let told = format!("{error:#}");
    if ["damaged", "malformed", "not a database"].iter().any(|word| told.contains(word)) {
        return anyhow::anyhow!("{told}. Keep it in a safe place, and restore the newest backup with `puente restore`");
    }
    error
}

/// A data file that a newer Puente has changed is not touched.
async fn refuse_newer(conn: &mut SqliteConnection) -> Result<()> {
    let (theirs, ours) = schemas(conn).await?;
    if theirs > ours {
        bail!(
            "the data folder comes from a newer version of Puente (schema {theirs}, this one knows {ours}): \
             start the newer version, or restore a backup made by this one"
        );
    }
    Ok(())
}

/// The schema of a data file, 0 for an empty one, and the one of this program.
async fn schemas(conn: &mut SqliteConnection) -> Result<(i64, i64)> {
    let ours = MIGRATOR.iter().map(|migration| migration.version).max().unwrap_or(0);
    let known: i64 = sqlx::query_scalar("select count(*) from sqlite_master where name = '_sqlx_migrations'")
        .fetch_one(&mut *conn)
        .await
        .context("read the data file")?;
    if known == 0 {
        return Ok((0, ours));
    }
    let newest: Option<i64> = sqlx::query_scalar("select max(version) from _sqlx_migrations")
        .fetch_one(conn)
        .await
        .context("read the data file")?;
    Ok((newest.unwrap_or(0), ours))
}

impl Tx<'_> {
    /// Makes everything since [`Store::begin`] durable.
    ///
    /// # Errors
    /// When it could not be written; nothing of it is kept then.
    pub async fn commit(mut self) -> Result<()> {
        if self.posts.is_empty() {
            sqlx::query("commit").execute(&mut *self.conn).await.context("commit")?;
        } else {
            let posts = self.take_posts();
            sqlx::query(concat!(write_posts!(), "commit")).bind(posts).execute(&mut *self.conn).await.context("commit")?;
        }
        self.torn.store(false, Ordering::Release);
        if self.erased
            && let Err(error) = erasures::follow(&mut self.conn, self.erasures).await
        {
            // It is in the data file, and the next start repeats it.
            tracing::error!("an erasure is not repeated beside the data file yet: {error:#}");
        }
        Ok(())
    }

    /// Begins a turn inside the transaction, keeping the one before; whether its update comes for the first time, which from
    /// now on it does not. One call for both: every call is a walk to SQLite's thread and back.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn begin_turn(&mut self, update: UpdateId, at: Timestamp) -> Result<bool> {
        const BEGIN: &str = concat!(
            write_posts!(),
            "savepoint turn; \
             insert into handled_update (door, id, at) values ($2, $3, $4) on conflict do nothing returning 1"
        );
        const KEEP_AND_BEGIN: &str = concat!(
            write_posts!(),
            "release turn; savepoint turn; \
             insert into handled_update (door, id, at) values ($2, $3, $4) on conflict do nothing returning 1"
        );
        let posts = self.take_posts();
        let first = sqlx::query(if self.in_turn { KEEP_AND_BEGIN } else { BEGIN })
            .bind(posts)
            .bind(update.door.code())
            .bind(update.id)
            .bind(millis(at))
            .fetch_optional(&mut *self.conn)
            .await
            .context("begin a turn")?;
        self.in_turn = true;
        Ok(first.is_some())
    }

    /// Undoes the turn alone; the turns before it stay, and so does that its update was handled.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn undo_turn(&mut self, update: UpdateId, at: Timestamp) -> Result<()> {
        self.posts.clear();
        sqlx::query("rollback to turn").execute(&mut *self.conn).await.context("undo a turn")?;
        self.begin_turn(update, at).await?;
        Ok(())
    }

    /// Writes a line of the append-only history.
    async fn history(
        &mut self,
        noun: &'static str,
        id: i64,
        at: Timestamp,
        by: Option<i64>,
        made: &str,
        detail: Option<&str>,
    ) -> Result<()> {
        sqlx::query("insert into history (noun, noun_id, at, by, move, detail) values ($1, $2, $3, $4, $5, $6)")
            .bind(noun)
            .bind(id)
            .bind(millis(at))
            .bind(by)
            .bind(made)
            .bind(detail)
            .execute(&mut *self.conn)
            .await
            .context("write history")?;
        Ok(())
    }
}

/// A time as it is kept.
fn millis(at: Timestamp) -> i64 {
    at.as_millisecond()
}

/// A kept time.
fn moment(millis: i64) -> Timestamp {
    Timestamp::from_millisecond(millis).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// A body as it is kept.
fn json<T: serde::Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).context("write a body")
}

/// A kept body.
fn from_json<T: serde::de::DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).context("read a kept body")
}

/// A code as it was kept; a constraint of the table guarantees that it reads.
fn code<T>(parsed: Option<T>, column: &str) -> Result<T> {
    parsed.with_context(|| format!("unknown code in column {column}"))
}
