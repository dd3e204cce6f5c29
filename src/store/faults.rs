//! What is wrong with the data file and with what waits in it, for admins. Looks with connections of its own and changes nothing,
//! so that it works beside a server, without one, and on a file that no longer opens.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::Result;
use jiff::{SignedDuration, Timestamp};
use sqlx::{Connection, SqliteConnection, sqlite::SqliteConnectOptions};

use super::{DATA_FILE, backup, millis, schemas};
use crate::{talk::Text, text};

/// Something that waits to be sent for longer than this shows that nothing is sent.
const SENT_WITHIN: SignedDuration = SignedDuration::from_mins(10);
/// A lead that nobody took within this is forgotten.
const TAKEN_WITHIN: SignedDuration = SignedDuration::from_hours(24);
/// A day, and some time for a machine that was off.
const BACKED_UP_WITHIN: SignedDuration = SignedDuration::from_hours(26);

/// Looks at the data file of this folder; nothing is wrong with one that is not there yet. `backups` is the folder of daily
/// backups, where they are made.
pub async fn faults(data: &Path, backups: Option<PathBuf>, now: Timestamp) -> Vec<Text> {
    let file = data.join(DATA_FILE);
    if !file.exists() {
        return Vec::new();
    }
    match look(&file, backups, now).await {
        Ok(found) => found,
        Err(error) => vec![text!("fault-data-damaged", why = format!("{error:#}"))],
    }
}

/// Whether the data file could not be written for no fault of what was to be written: a full disk, one that fails, a file that is
/// locked or read-only. What failed so is to be tried again as it is.
#[must_use]
pub fn is_of_the_disk(error: &anyhow::Error) -> bool {
    // Primary result codes of SQLite: BUSY, LOCKED, NOMEM, READONLY, IOERR, FULL, CANTOPEN. https://sqlite.org/rescode.html
    const OF_THE_DISK: [i32; 7] = [5, 6, 7, 8, 10, 13, 14];
    error.chain().filter_map(|cause| cause.downcast_ref::<sqlx::Error>()?.as_database_error()?.code()).any(|code| {
        // The lowest byte of an extended code is the primary one.
        code.parse::<i32>().is_ok_and(|code| OF_THE_DISK.contains(&(code & 0xff)))
    })
}

async fn look(file: &Path, backups: Option<PathBuf>, now: Timestamp) -> Result<Vec<Text>> {
    let mut conn = SqliteConnection::connect_with(&SqliteConnectOptions::new().filename(file).read_only(true)).await?;
    let sound: Vec<String> = sqlx::query_scalar("pragma quick_check(1)").fetch_all(&mut conn).await?;
    if sound != ["ok"] {
        return Ok(vec![text!("fault-data-damaged", why = sound.join("; "))]);
    }
    let (theirs, ours) = schemas(&mut conn).await?;
    if theirs > ours {
        return Ok(vec![text!("fault-data-newer", theirs = theirs, ours = ours)]);
    }
    let mut found: Vec<Text> = unwritable(file).await.into_iter().collect();
    if theirs < ours {
        // A file of an older version has other tables; the next start brings it to this one.
        return Ok(found);
    }
    found.extend(waiting(&mut conn, now).await?);
    let began: Option<i64> = sqlx::query_scalar("select min(at) from history").fetch_one(&mut conn).await?;
    if let Some(folder) = backups {
        found.extend(backup_missing(&folder, began, now));
    }
    Ok(found)
}

/// Why a turn could not be kept now, if it could not.
async fn unwritable(file: &Path) -> Option<Text> {
    let writing = SqliteConnectOptions::new().filename(file).busy_timeout(Duration::from_secs(3));
    let tried: Result<(), sqlx::Error> = async {
        let mut conn = SqliteConnection::connect_with(&writing).await?;
        // One call, so that nobody waits for us in between.
        sqlx::raw_sql("begin immediate; rollback").execute(&mut conn).await?;
        Ok(())
    }
    .await;
    let error = tried.err()?.to_string();
    Some(if error.contains("locked") {
        text!("fault-data-locked")
    } else {
        text!("fault-data-readonly", folder = file.display().to_string(), why = error)
    })
}

/// What should have been done by now.
async fn waiting(conn: &mut SqliteConnection, now: Timestamp) -> Result<Vec<Text>> {
    let mut found = Vec::new();
    let (unsent, oldest): (i64, Option<i64>) = sqlx::query_as(
        "select count(*), min(created_at) from outbox where state = 'waiting' and created_at < $1 and due_at < $1",
    )
    .bind(millis(now - SENT_WITHIN))
    .fetch_one(&mut *conn)
    .await?;
    if let Some(oldest) = oldest {
        found.push(text!("fault-outbox-behind", count = unsent, minutes = (millis(now) - oldest) / 60_000));
    }
    let parked: i64 = sqlx::query_scalar("select count(*) from outbox where state = 'parked'").fetch_one(&mut *conn).await?;
    if parked > 0 {
        found.push(text!("fault-outbox-parked", count = parked));
    }
    let turns: i64 = sqlx::query_scalar("select count(*) from parked_turn").fetch_one(&mut *conn).await?;
    if turns > 0 {
        found.push(text!("fault-turns-parked", count = turns));
    }
    let (leads, oldest): (i64, Option<i64>) =
        sqlx::query_as("select count(*), min(opened_at) from lead where state = 'waiting' and opened_at < $1")
            .bind(millis(now - TAKEN_WITHIN))
            .fetch_one(&mut *conn)
            .await?;
    if let Some(oldest) = oldest {
        found.push(text!("fault-leads-unanswered", count = leads, hours = (millis(now) - oldest) / 3_600_000));
    }
    Ok(found)
}

/// A house that has worked for a day has a backup of that day.
fn backup_missing(folder: &Path, began: Option<i64>, now: Timestamp) -> Option<Text> {
    let limit = now - BACKED_UP_WITHIN;
    if began.is_none_or(|began| began > millis(limit)) {
        return None;
    }
    match backup::newest(folder) {
        Some(newest) if newest >= limit => None,
        Some(newest) => Some(text!("fault-backup-old", hours = now.duration_since(newest).as_hours())),
        None => Some(text!("fault-backup-none", folder = folder.display().to_string())),
    }
}

#[cfg(test)]
mod tests {
    use anyhow::Context;

    use super::*;
    use crate::store::Store;

    #[tokio::test]
    async fn a_full_disk_is_told_from_what_the_tables_refuse() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join(DATA_FILE)).await.unwrap();
        let mut tx = store.begin().await.unwrap();
        sqlx::query("pragma max_page_count = 1").execute(&mut *tx.conn).await.unwrap();
        let words = "x".repeat(100_000);
        let setting = |value: String| sqlx::query("insert into setting (key, value) values ('x', $1)").bind(value);
        let full = setting(words).execute(&mut *tx.conn).await.context("write a setting").unwrap_err();
        assert!(is_of_the_disk(&full), "{full:#}");
        let refused = sqlx::query("insert into setting (key) values (null)").execute(&mut *tx.conn).await;
        assert!(!is_of_the_disk(&refused.context("write a setting").unwrap_err()));
    }
}
