//! Who was forgotten stays forgotten: each erasure is a row of the data file and a line of the file `erasures` beside it,
//! which no backup holds. Both have a salted hash and a time, and nothing of the person.

use std::{
    collections::BTreeSet,
    fs::{self, OpenOptions},
    io::{ErrorKind, Write},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use sqlx::{Connection, SqliteConnection};

use super::{Store, Tx, code, millis, moment};
use crate::{
    domain::PersonId,
    talk::{Chat, ChatKind, Door},
};

/// One erasure: fingerprint and time.
type Erasure = (String, i64);

/// The file of erasures that belongs to a data file.
pub(super) fn file_beside(data_file: &Path) -> PathBuf {
    data_file.with_file_name("erasures")
}

/// What goes with a person's requests; `$1` is the person.
const OF_PERSON: [&str; 8] = [
    // What others were told about this person, and what their leads' cards quote; the newest card is made anew.
    "update outbox set post = '{}', message = null, state = iif(state = 'waiting', 'void', state) where match in \
        (select m.id from match m join request r on r.id in (m.request, m.counterpart) where r.person = $1)",
    "update outbox set post = '{}', message = null where state <> 'waiting' and fold is not null and lead in \
        (select l.id from lead l join match m on l.request in (m.request, m.counterpart) \
         join request r on r.id in (m.request, m.counterpart) where r.person = $1)",
    "delete from introduction where match in \
        (select m.id from match m join request r on r.id in (m.request, m.counterpart) where r.person = $1)",
    "update consent set match = null where match in \
        (select m.id from match m join request r on r.id in (m.request, m.counterpart) where r.person = $1)",
    "delete from match where request in (select id from request where person = $1) \
        or counterpart in (select id from request where person = $1)",
    "update request set state = 'erased', reason = 'owner', due_at = null, body = '{}', chat = 0 where person = $1",
    "delete from consent where person = $1",
    "update person set user = -id, name = null where id = $1 and staff_since is null and left_at is null",
];

/// What goes with a private chat; `$1` is its door and `$2` its number.
const OF_CHAT: [&str; 10] = [
    "delete from lead_word where lead in (select id from lead where door = $1 and chat = $2)",
    "delete from lead_tag where lead in (select id from lead where door = $1 and chat = $2)",
    "update outbox set post = '{}', message = null, state = iif(state = 'waiting', 'void', state) \
        where lead in (select id from lead where door = $1 and chat = $2)",
    // Its topic's icon is set once more, and with it the name.
    "update lead set state = 'closed', icon_shows = null, card = null, topic_name = '—', chat = 0 where door = $1 and chat = $2",
    "update question set chat = null, asked = '', missing = null where door = $1 and chat = $2",
    "update outbox set post = '{}', message = null where door = $1 and chat = $2 and message is not null",
    // In two, as what waits and what is done have an index each.
    "delete from outbox where line = $1 || ':' || $2 and state = 'waiting'",
    "delete from outbox where line = $1 || ':' || $2 and state <> 'waiting'",
    "delete from parked_turn where door = $1 and json_extract(incoming, '$.chat.id') = $2",
    "update chat set dialogue = null, draft_at = null, reminded_at = null where door = $1 and id = $2",
];

impl Tx<'_> {
    /// Erases everything personal of a private chat and its owner. What stays is a stub of each request (its number and
    /// state, so that staff see why it ended), questions without the person, and, until they have been told and
    /// [`Tx::sweep_forgotten`] comes by, where to tell them. Staff remain known: the history of leads is theirs.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn erase_person(&mut self, chat: &Chat, person: PersonId, at: Timestamp) -> Result<()> {
        self.write_posts().await?;
        for sql in OF_PERSON {
            sqlx::query(sql).bind(person.0).execute(&mut *self.conn).await.context("erase requests")?;
        }
        for sql in OF_CHAT {
            sqlx::query(sql).bind(chat.door.code()).bind(chat.id).execute(&mut *self.conn).await.context("erase a chat")?;
        }
        sqlx::query("update chat set forgotten_at = $3 where door = $1 and id = $2")
            .bind(chat.door.code())
            .bind(chat.id)
            .bind(millis(at))
            .execute(&mut *self.conn)
            .await
            .context("mark a chat as forgotten")?;
        self.note_erasure(chat, at).await?;
        self.history("person", person.0, at, Some(person.0), "erased", None).await
    }

    /// Notes that the owner of this private chat was erased; the file follows with the commit.
    async fn note_erasure(&mut self, chat: &Chat, at: Timestamp) -> Result<()> {
        let salt = salt(&mut self.conn).await?;
        sqlx::query("insert into erasure (fingerprint, at) values ($1, $2) on conflict do nothing")
            .bind(fingerprint(&salt, chat.door, chat.id))
            .bind(millis(at))
            .execute(&mut *self.conn)
            .await
            .context("note an erasure")?;
        self.erased = true;
        Ok(())
    }
}

impl Store {
    /// Erases again whoever was erased since this data file was copied. How many people that was.
    pub(super) async fn erase_again(&self) -> Result<usize> {
        let lines = read(&self.0.erasures)?;
        let mut tx = self.begin().await?;
        let known: BTreeSet<Erasure> = rows(&mut tx.conn).await?;
        let people: Vec<(i64, String, i64)> =
            sqlx::query_as("select id, door, user from person").fetch_all(&mut *tx.conn).await.context("read people")?;
        let salt = salt(&mut tx.conn).await?;
        let mut erased = 0;
        for (print, at) in lines.difference(&known) {
            for (person, door, user) in &people {
                let door = code(Door::parse(door), "door")?;
                if fingerprint(&salt, door, *user) == *print {
                    let chat = Chat { door, id: *user, kind: ChatKind::Private, topic: None };
                    tx.erase_person(&chat, PersonId(*person), moment(*at)).await?;
                    erased += 1;
                }
            }
            sqlx::query("insert into erasure (fingerprint, at) values ($1, $2) on conflict do nothing")
                .bind(print)
                .bind(at)
                .execute(&mut *tx.conn)
                .await?;
        }
        tx.commit().await?;
        Ok(erased)
    }

    /// Closes the data file with everything in it and nothing beside it.
    ///
    /// # Errors
    /// When somebody still uses it, or its log cannot be written back.
    pub async fn close(self) -> Result<()> {
        let inner = std::sync::Arc::into_inner(self.0).context("the data file is still in use")?;
        inner.readers.close().await;
        inner.writer.into_inner().close().await.context("close the data file")
    }
}

/// Writes to the file what only the data file knows. Said twice is no harm; a crash in between is made up for at the next start.
pub(super) async fn follow(conn: &mut SqliteConnection, file: &Path) -> Result<()> {
    let rows = rows(conn).await?;
    if rows.is_empty() {
        return Ok(());
    }
    let lines = read(file)?;
    let missing: Vec<&Erasure> = rows.difference(&lines).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let named = || format!("write {}", file.display());
    let cut_short = fs::read(file).is_ok_and(|bytes| bytes.last().is_some_and(|last| *last != b'\n'));
    let mut file = OpenOptions::new().create(true).append(true).open(file).with_context(named)?;
    let text: String = missing.iter().map(|(print, at)| format!("{at} {print}\n")).collect();
    // A line that a crash cut short is ended, so that it spoils only itself.
    let text = if cut_short { format!("\n{text}") } else { text };
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).with_context(named)
}

/// The lines of the file; one that a crash cut short is written again by [`follow`].
fn read(file: &Path) -> Result<BTreeSet<Erasure>> {
    let text = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(BTreeSet::new()),
        Err(error) => return Err(error).with_context(|| format!("read {}", file.display())),
    };
    let whole = text.lines().filter_map(|line| {
        let (at, print) = line.split_once(' ')?;
        Some((print.to_owned(), at.parse().ok()?))
    });
    Ok(whole.filter(|(print, _)| print.len() == 64).collect())
}

async fn rows(conn: &mut SqliteConnection) -> Result<BTreeSet<Erasure>> {
    let rows = sqlx::query_as("select fingerprint, at from erasure").fetch_all(conn).await.context("read erasures")?;
    Ok(rows.into_iter().collect())
}

async fn salt(conn: &mut SqliteConnection) -> Result<String> {
    sqlx::query_scalar("select value from setting where key = 'erasure-salt'").fetch_one(conn).await.context("read the salt")
}

fn fingerprint(salt: &str, door: Door, user: i64) -> String {
    let hash = Sha256::digest(format!("{salt}:{}:{user}", door.code()));
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use sqlx::Row;

    use super::*;

    #[tokio::test]
    async fn erasing_somebody_looks_through_no_table_that_grows_with_everybody() {
        let folder = tempfile::TempDir::new().unwrap();
        let store = Store::open(&folder.path().join("puente.db")).await.unwrap();
        let mut tx = store.begin().await.unwrap();
        for sql in OF_PERSON.into_iter().chain(OF_CHAT) {
            let explain = format!("explain query plan {sql}");
            let plan = sqlx::query(sqlx::AssertSqlSafe(explain)).fetch_all(&mut *tx.conn).await.unwrap();
            for step in plan {
                let step: String = step.get("detail");
                let scanned = step.strip_prefix("SCAN ").unwrap_or_default();
                // Of these there are few, or `m`: the matches, which say by themselves whose they are.
                assert!(["", "m", "consent", "parked_turn"].contains(&scanned), "{step}: {sql}");
            }
        }
    }
}
