//! Who writes: people, their chats, their language, whether they can be reached, and what is left when they ask to be forgotten.

use anyhow::{Context, Result, bail};
use jiff::Timestamp;
use sqlx::Row;

use super::{Store, Tx, code, millis};
use crate::{
    domain::{Lang, PersonId},
    talk::{Address, Chat, ChatKind, Door, Sender},
};

/// Somebody in a chat, as both stand.
#[derive(Debug, Clone)]
pub struct Entered {
    pub person: PersonId,
    pub is_staff: bool,
    /// As staff, they may only read.
    pub reads_only: bool,
    pub lang: Lang,
    /// Chosen by a tap, not only guessed.
    pub lang_chosen: bool,
    /// The chat is seen for the first time in this turn.
    pub is_new: bool,
    /// The dialogue as it was kept, unread.
    pub dialogue: Option<String>,
}

impl Tx<'_> {
    /// The person behind a sender and the chat, known or new; a new chat speaks the language guessed. Whoever writes can be
    /// reached again. One call for both: every call is a walk to SQLite's thread and back.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn enter(&mut self, chat: &Chat, sender: &Sender, guess: Lang, at: Timestamp) -> Result<Entered> {
        let rows = sqlx::query(
            "insert into person (door, user, seen_at) values ($1, $2, $3) \
             on conflict (door, user) do update set seen_at = excluded.seen_at returning id, staff_since is not null, reads_only; \
             update chat set unreachable_at = null, forgotten_at = null where door = $1 and id = $4 returning lang, lang_chosen, dialogue",
        )
        .bind(chat.door.code())
        .bind(sender.id)
        .bind(millis(at))
        .bind(chat.id)
        .fetch_all(&mut *self.conn)
        .await
        .context("enter a chat")?;
        let [person, known @ ..] = rows.as_slice() else { bail!("a person was neither found nor made") };
        let entered = Entered {
            person: PersonId(person.try_get(0)?),
            is_staff: person.try_get(1)?,
            reads_only: person.try_get(2)?,
            lang: guess,
            lang_chosen: false,
            is_new: known.is_empty(),
            dialogue: None,
        };
        if let [row] = known {
            let lang: String = row.try_get(0)?;
            return Ok(Entered {
                lang: code(Lang::parse(&lang), "lang")?,
                lang_chosen: row.try_get::<i64, _>(1)? == 1,
                dialogue: row.try_get(2)?,
                ..entered
            });
        }
        let kind = match chat.kind {
            ChatKind::Private => "private",
            ChatKind::Group => "group",
        };
        sqlx::query("insert into chat (door, id, kind, lang) values ($1, $2, $3, $4)")
            .bind(chat.door.code())
            .bind(chat.id)
            .bind(kind)
            .bind(guess.code())
            .execute(&mut *self.conn)
            .await
            .context("enter a new chat")?;
        Ok(entered)
    }

    /// The language a chat is spoken to in; Spanish, the centre's own, where the chat is unknown.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn lang_of(&mut self, door: Door, chat: i64) -> Result<Lang> {
        let lang: Option<String> = sqlx::query_scalar("select lang from chat where door = $1 and id = $2")
            .bind(door.code())
            .bind(chat)
            .fetch_optional(&mut *self.conn)
            .await?;
        Ok(lang.and_then(|lang| Lang::parse(&lang)).unwrap_or(Lang::Es))
    }

    /// Sets the language of a chat; `chosen` is a tap, otherwise it is a better guess.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn set_lang(&mut self, chat: &Chat, lang: Lang, chosen: Chosen) -> Result<()> {
        sqlx::query("update chat set lang = $3, lang_chosen = max(lang_chosen, $4) where door = $1 and id = $2")
            .bind(chat.door.code())
            .bind(chat.id)
            .bind(lang.code())
            .bind(i64::from(chosen == Chosen::ByTap))
            .execute(&mut *self.conn)
            .await?;
        Ok(())
    }

    /// Remembers that a chat cannot be written to.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn set_unreachable(&mut self, door: Door, chat: i64, at: Timestamp) -> Result<()> {
        sqlx::query("update chat set unreachable_at = $3 where door = $1 and id = $2")
            .bind(door.code())
            .bind(chat)
            .bind(millis(at))
            .execute(&mut *self.conn)
            .await?;
        Ok(())
    }

    /// Whether a chat could last be written to.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn is_reachable(&mut self, door: Door, chat: i64) -> Result<bool> {
        let unreachable: Option<Option<i64>> =
            sqlx::query_scalar("select unreachable_at from chat where door = $1 and id = $2")
                .bind(door.code())
                .bind(chat)
                .fetch_optional(&mut *self.conn)
                .await?;
        Ok(unreachable.flatten().is_none())
    }

    /// This person is a member of the staff chat, under this name.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn join_staff(&mut self, person: PersonId, name: &str, at: Timestamp) -> Result<()> {
        sqlx::query("update person set staff_since = coalesce(staff_since, $2), name = $3, left_at = null where id = $1")
            .bind(person.0)
            .bind(millis(at))
            .bind(name)
            .execute(&mut *self.conn)
            .await?;
        Ok(())
    }

    /// The name under which colleagues see this person act; for staff and admins only.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn name_staff(&mut self, person: PersonId, name: &str) -> Result<()> {
        sqlx::query("update person set name = $2 where id = $1").bind(person.0).bind(name).execute(&mut *self.conn).await?;
        Ok(())
    }

    /// This person is no longer a member of the staff chat. The name stays: it stands in the history of leads.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn leave_staff(&mut self, person: PersonId, at: Timestamp) -> Result<()> {
        sqlx::query("update person set staff_since = null, left_at = $2 where id = $1")
            .bind(person.0)
            .bind(millis(at))
            .execute(&mut *self.conn)
            .await?;
        Ok(())
    }

    /// Whether this person was staff and left, and has not come back since.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn has_left_staff(&mut self, person: PersonId) -> Result<bool> {
        let left: Option<i64> =
            sqlx::query_scalar("select 1 from person where id = $1 and left_at is not null and staff_since is null")
                .bind(person.0)
                .fetch_optional(&mut *self.conn)
                .await?;
        Ok(left.is_some())
    }

    /// The name of a member of staff, for their colleagues.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn staff_name(&mut self, person: PersonId) -> Result<String> {
        let name: Option<Option<String>> = sqlx::query_scalar("select name from person where id = $1")
            .bind(person.0)
            .fetch_optional(&mut *self.conn)
            .await?;
        Ok(name.flatten().unwrap_or_default())
    }

    /// Everything personal that is kept of a private chat, as JSON for its owner.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn personal_data(&mut self, chat: &Chat, person: PersonId) -> Result<serde_json::Value> {
        let row = sqlx::query_scalar::<_, String>(
            "select json_object( \
               'chat', (select json_object('language', lang, 'draft', json(dialogue)) from chat where door = $1 and id = $2), \
               'questions', (select json_group_array(json_object('at', at, 'asked', asked, 'answer', entry, 'vote', vote, \
                   'missing', missing)) from question where door = $1 and chat = $2), \
               'requests', (select json_group_array(json_object('sent_at', sent_at, 'state', state, 'request', json(body))) \
                   from request where person = $3), \
               'consents', (select json_group_array(json_object('kind', kind, 'version', version, 'language', lang, 'at', at, \
                   'text_sha256', text_hash, 'button', button, 'country', country, 'match', match, \
                   'withdrawn_at', withdrawn_at)) from consent where person = $3), \
               'matches', (select json_group_array(json_object('match', m.id, 'at', m.at, 'points', m.points, \
                   'state', m.state, 'ended_because', m.reason, 'your_answer', \
                   iif((m.first = 'request') = (r.id = m.request), m.first_word, m.second_word))) \
                   from match m join request r on r.id in (m.request, m.counterpart) where r.person = $3), \
               'introductions', (select json_group_array(json_object('match', i.match, 'at', i.at, 'course', i.course, \
                   'detail', i.detail)) from introduction i join match m on m.id = i.match \
                   join request r on r.id in (m.request, m.counterpart) where r.person = $3), \
               'talk_with_staff', (select json_group_array(json_object('at', w.at, 'from', iif(w.by is null, 'you', 'staff'), \
                   'text', w.text)) from lead_word w join lead l on l.id = w.lead \
                   where l.door = $1 and l.chat = $2 and w.kind = 'said'))",
        )
        .bind(chat.door.code())
        .bind(chat.id)
        .bind(person.0)
        .fetch_one(&mut *self.conn)
        .await
        .context("gather a person's data")?;
        Ok(serde_json::from_str(&row)?)
    }
}

impl Tx<'_> {
    /// Removes the chats whose owners erased their data and have been told, or could not be.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn sweep_forgotten(&mut self) -> Result<()> {
        let any: i64 = sqlx::query_scalar("select exists (select 1 from chat where forgotten_at is not null)")
            .fetch_one(&mut *self.conn)
            .await?;
        if any == 0 {
            return Ok(());
        }
        self.write_posts().await?;
        for sql in [
            "delete from outbox where state <> 'waiting' and line in \
                (select door || ':' || id from chat where forgotten_at is not null)",
            // What a button was to show for a moment stands in no chat's line.
            "delete from outbox where state = 'parked' and (place ->> '$.chat.door', place ->> '$.chat.chat') in \
                (select door, id from chat where forgotten_at is not null)",
            "delete from chat where forgotten_at is not null and not exists \
                (select 1 from outbox where state = 'waiting' and line = chat.door || ':' || chat.id)",
        ] {
            sqlx::query(sql).execute(&mut *self.conn).await.context("sweep forgotten chats")?;
        }
        Ok(())
    }

    /// Requests that ended before this time are nobody's any more: only their number, kind of end and times stay, and of their
    /// matches who with whom and why not.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn erase_identities(&mut self, ended_before: Timestamp) -> Result<()> {
        for sql in [
            "update match set score = '{}' where score <> '{}' and request in (select id from request where body <> '{}' \
                and state in ('closed', 'withdrawn', 'rejected', 'fulfilled', 'archived') and changed_at < $1)",
            "update lead set card = null, topic_name = '—' where request in (select id from request where body <> '{}' \
                and state in ('closed', 'withdrawn', 'rejected', 'fulfilled', 'archived') and changed_at < $1)",
            "update request set body = '{}', chat = 0 where body <> '{}' \
                and state in ('closed', 'withdrawn', 'rejected', 'fulfilled', 'archived') and changed_at < $1",
        ] {
            sqlx::query(sql).bind(millis(ended_before)).execute(&mut *self.conn).await.context("erase identities")?;
        }
        Ok(())
    }

    /// What was said about leads that were closed before this time goes; that there was one stays.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn empty_lead_files(&mut self, closed_before: Timestamp) -> Result<()> {
        for sql in [
            "delete from lead_word where lead in (select id from lead where state = 'closed' and partner_at < $1 and max(partner_at, \
                coalesce(answered_at, 0), (select coalesce(max(at), 0) from history where noun = 'lead' and noun_id = lead.id)) < $1)",
            "update lead set card = null, topic_name = '—' where state = 'closed' and topic_name <> '—' and partner_at < $1 and max(partner_at, \
                coalesce(answered_at, 0), (select coalesce(max(at), 0) from history where noun = 'lead' and noun_id = lead.id)) < $1",
        ] {
            sqlx::query(sql).bind(millis(closed_before)).execute(&mut *self.conn).await.context("empty lead files")?;
        }
        Ok(())
    }
}

/// How a language came to be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chosen {
    ByTap,
    Guessed,
}

impl Store {
    /// The language each message to this address is spoken in.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn lang_at(&self, to: &Address) -> Result<Option<Lang>> {
        let lang: Option<String> = sqlx::query_scalar("select lang from chat where door = $1 and id = $2")
            .bind(to.door.code())
            .bind(to.chat)
            .fetch_optional(self.readers())
            .await?;
        Ok(lang.and_then(|lang| Lang::parse(&lang)))
    }
}
