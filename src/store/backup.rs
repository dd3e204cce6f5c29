//! Backups: a proven copy of the data file while it is in use, its return, and the rotation of the daily ones. What people
//! asked to have erased stays erased: `erasures` keeps that, and it is not part of a backup.

use std::{
    fs::{self, File, OpenOptions},
    io::ErrorKind,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail, ensure};
use jiff::{SignedDuration, Timestamp};
use sqlx::{Connection, SqliteConnection, sqlite::SqliteConnectOptions};

use super::{DATA_FILE, Store, refuse_newer};

/// The days that a backup may be kept at most: what is erased is gone everywhere after them.
pub const MOST_DAYS: i64 = 35;
/// How often `serve` makes one.
const DAILY: SignedDuration = SignedDuration::from_hours(24);
/// The tables whose rows tell a person that a backup is the right one.
const COUNTED: [&str; 5] = ["person", "question", "request", "lead", "history"];

/// What a proven copy holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proven {
    pub schema: i64,
    /// Rows of the tables that matter to people.
    pub rows: Vec<(&'static str, i64)>,
    pub bytes: u64,
}

impl Proven {
    /// The rows of one of the counted tables.
    #[must_use]
    pub fn rows_of(&self, table: &str) -> i64 {
        self.rows.iter().find(|(name, _)| *name == table).map_or(0, |(_, rows)| *rows)
    }
}

/// Copies the data file of this folder as it is at one moment, beside whoever works in it, and proves the copy before it gets
/// its name. Overwrites nothing, and leaves nothing behind when it fails.
///
/// # Errors
/// When there is no data file, the target exists or cannot be written, or the copy is not whole.
pub async fn backup(data: &Path, to: &Path) -> Result<Proven> {
    let from = data.join(DATA_FILE);
    ensure!(from.is_file(), "there is nothing to back up: {} does not exist (PUENTE_DATA_DIR)", from.display());
    ensure!(!to.exists(), "{} exists and is not overwritten: name another file", to.display());
    let beside = beside(to);
    let copied = copy_proven(&from, &beside).await;
    let kept = copied.and_then(|proven| put_in_place(&beside, to).map(|()| proven));
    if kept.is_err() {
        remove_torn(&beside);
    }
    kept
}

async fn copy_proven(from: &Path, beside: &Path) -> Result<Proven> {
    // Made by us, because it holds what people wrote: nobody else on this machine is to read it.
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(beside)
        .with_context(|| format!("write {}", beside.display()))?;
    let mut conn = SqliteConnection::connect_with(&reading(from)).await.context("open the data file")?;
    let before = moves(&mut conn).await?;
    sqlx::query("vacuum into $1")
        .bind(beside.to_str().context("a file's name is no text")?)
        .execute(&mut conn)
        .await
        .context("copy the data file")?;
    let after = moves(&mut conn).await?;
    let proven = prove(beside).await?;
    // History only grows, so a copy of one moment has as many rows as there were at that moment.
    let copied = proven.rows_of("history");
    ensure!((before..=after).contains(&copied), "the copy has {copied} moves and should have {before} to {after}");
    Ok(proven)
}

async fn moves(conn: &mut SqliteConnection) -> Result<i64> {
    sqlx::query_scalar("select count(*) from history").fetch_one(conn).await.context("read the data file")
}

/// Opens a copy and looks at all of it: whole, ours, and not newer than this program.
///
/// # Errors
/// When it is not.
pub async fn prove(file: &Path) -> Result<Proven> {
    let what = || format!("{} is damaged, or no backup of Puente", file.display());
    let bytes = fs::metadata(file).with_context(|| format!("read {}", file.display()))?.len();
    // Immutable: looking at it leaves no files beside it.
    let mut conn = SqliteConnection::connect_with(&reading(file).immutable(true)).await.with_context(what)?;
    let found: Vec<String> =
        sqlx::query_scalar("pragma integrity_check(5)").fetch_all(&mut conn).await.with_context(what)?;
    ensure!(found == ["ok"], "{}: {}", what(), found.join("; "));
    let ours: i64 =
        sqlx::query_scalar("select count(*) from sqlite_master where name in ('_sqlx_migrations', 'lead', 'setting')")
            .fetch_one(&mut conn)
            .await
            .with_context(what)?;
    ensure!(ours == 3, "{} is no backup of Puente: its tables are others", file.display());
    refuse_newer(&mut conn).await?;
    let astray: Vec<String> = sqlx::query_scalar("select distinct \"table\" from pragma_foreign_key_check")
        .fetch_all(&mut conn)
        .await
        .with_context(what)?;
    ensure!(astray.is_empty(), "{}: rows of {} refer to nothing", what(), astray.join(", "));
    let schema = sqlx::query_scalar("select max(version) from _sqlx_migrations").fetch_one(&mut conn).await?;
    let mut rows = Vec::new();
    for table in COUNTED {
        let sql = format!("select count(*) from {table}");
        rows.push((table, sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).fetch_one(&mut conn).await?));
    }
    Ok(Proven { schema, rows, bytes })
}

/// Puts a backup into a data folder that has no data file, without the people who asked to be forgotten since it was made.
/// How many those were.
///
/// # Errors
/// When the folder has a data file, or the backup is not whole; the folder is then as it was.
pub async fn restore(from: &Path, data: &Path) -> Result<(Proven, usize)> {
    let to = data.join(DATA_FILE);
    for taken in [to.clone(), with_ending(&to, "-wal")] {
        ensure!(
            !taken.exists(),
            "{} exists and is not overwritten: move it away, or name an empty PUENTE_DATA_DIR",
            taken.display()
        );
    }
    let proven = prove(from).await?;
    fs::create_dir_all(data).with_context(|| format!("make the data folder {}", data.display()))?;
    let beside = beside(&to);
    let restored = restore_beside(from, &beside).await;
    let kept = restored.and_then(|erased| put_in_place(&beside, &to).map(|()| (proven, erased)));
    if kept.is_err() {
        remove_torn(&beside);
    }
    kept
}

async fn restore_beside(from: &Path, beside: &Path) -> Result<usize> {
    fs::copy(from, beside).with_context(|| format!("copy {} to {}", from.display(), beside.display()))?;
    let store = Store::open(beside).await?;
    let erased = store.erase_again().await?;
    store.close().await?;
    Ok(erased)
}

/// One backup a day in this folder, and none older than so many days. The new one, if it was time for it.
///
/// # Errors
/// When the copy fails, or an old one cannot be removed.
pub async fn daily(data: &Path, folder: &Path, keep_days: i64, now: Timestamp) -> Result<Option<(PathBuf, Proven)>> {
    fs::create_dir_all(folder).with_context(|| format!("make the folder of backups {}", folder.display()))?;
    let made = match newest(folder) {
        Some(newest) if now - DAILY < newest && newest <= now => None,
        _ => {
            let file = folder.join(format!("puente-{}.db", now.strftime(NAMED)));
            // Two within a second: the first is as good.
            if file.exists() { None } else { Some((file.clone(), backup(data, &file).await?)) }
        }
    };
    remove_stale(folder);
    let oldest = now - SignedDuration::from_hours(24 * keep_days.min(MOST_DAYS));
    for (file, at) in dated(folder) {
        if at < oldest {
            fs::remove_file(&file).with_context(|| format!("remove the old backup {}", file.display()))?;
        }
    }
    Ok(made)
}

/// Removes halves that a process left when it was killed; one that is written now is younger than a day.
fn remove_stale(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for file in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        let is_half = file.file_name().is_some_and(|name| {
            let name = name.to_string_lossy();
            name.starts_with("puente-") && name.contains(".part")
        });
        let age = fs::metadata(&file).and_then(|known| known.modified()).ok().and_then(|at| at.elapsed().ok());
        if is_half && age.is_some_and(|age| age.as_secs() > 24 * 3600) {
            remove_torn(&file);
        }
    }
}

/// How the time stands in a backup's name.
const NAMED: &str = "%Y%m%dT%H%M%SZ";

/// When the newest of the daily backups in this folder was made.
#[must_use]
pub fn newest(folder: &Path) -> Option<Timestamp> {
    dated(folder).into_iter().map(|(_, at)| at).max()
}

/// The daily backups, by the time in their name; everything else in the folder is somebody else's.
fn dated(folder: &Path) -> Vec<(PathBuf, Timestamp)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let files = entries.filter_map(|entry| Some(entry.ok()?.path()));
    files
        .filter_map(|file| {
            let stamp = file.file_name()?.to_str()?.strip_prefix("puente-")?.strip_suffix(".db")?;
            let at = jiff::civil::DateTime::strptime(NAMED, stamp).ok()?;
            Some((file.clone(), at.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp()))
        })
        .collect()
}

fn reading(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new().filename(file).read_only(true).busy_timeout(std::time::Duration::from_secs(10))
}

/// Where a file is written before it gets its name.
fn beside(to: &Path) -> PathBuf {
    with_ending(to, &format!(".{}.part", std::process::id()))
}

fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Durable first, then named: a machine that fails in between leaves no half file under the name.
fn put_in_place(beside: &Path, to: &Path) -> Result<()> {
    let named = || format!("write {}", to.display());
    File::open(beside).and_then(|file| file.sync_all()).with_context(named)?;
    if to.exists() {
        bail!("{} exists and is not overwritten", to.display());
    }
    fs::rename(beside, to).with_context(named)?;
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder).and_then(|folder| folder.sync_all()).with_context(named)
}

fn remove_torn(beside: &Path) {
    for ending in ["", "-journal", "-wal", "-shm"] {
        let torn = with_ending(beside, ending);
        match fs::remove_file(&torn) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                tracing::warn!("{} is left behind and may be removed: {error}", torn.display());
            }
            _ => {}
        }
    }
}
