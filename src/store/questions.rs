//! What was asked of the FAQ, what was shown, and what people thought of it.

use anyhow::{Context, Result};
use jiff::Timestamp;
use sqlx::Row;

use super::{Tx, code, millis};
use crate::{
    domain::{Lang, QuestionId},
    talk::{Chat, Vote},
};

/// A question as it was asked and answered.
#[derive(Debug, Clone)]
pub struct NewQuestion<'a> {
    pub lang: Lang,
    pub asked: &'a str,
    /// `sure`, `choose` or `unknown`.
    pub verdict: &'a str,
    /// The entry shown, its revision and the language it was shown in.
    pub shown: Option<(&'a str, &'a str, Lang)>,
    /// 0 to 1.
    pub confidence: f64,
}

/// A question of earlier.
#[derive(Debug, Clone)]
pub struct AskedQuestion {
    pub id: QuestionId,
    pub asked: String,
    pub lang: Lang,
    pub entry: Option<String>,
    pub vote: Option<Vote>,
}

impl Tx<'_> {
    /// Notes a question with what was shown.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn note_question(&mut self, chat: &Chat, at: Timestamp, question: &NewQuestion<'_>) -> Result<QuestionId> {
        let id = sqlx::query_scalar(
            "insert into question (door, chat, at, lang, asked, verdict, entry, revision, shown_lang, confidence) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id",
        )
        .bind(chat.door.code())
        .bind(chat.id)
        .bind(millis(at))
        .bind(question.lang.code())
        .bind(question.asked)
        .bind(question.verdict)
        .bind(question.shown.map(|shown| shown.0))
        .bind(question.shown.map(|shown| shown.1))
        .bind(question.shown.map(|shown| shown.2.code()))
        .bind(question.confidence)
        .fetch_one(&mut *self.conn)
        .await
        .context("note a question")?;
        Ok(QuestionId(id))
    }

    /// A question that was asked in this chat; none when it is another chat's.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn question(&mut self, chat: &Chat, id: QuestionId) -> Result<Option<AskedQuestion>> {
        let row = sqlx::query("select asked, lang, entry, vote from question where id = $1 and door = $2 and chat = $3")
            .bind(id.0)
            .bind(chat.door.code())
            .bind(chat.id)
            .fetch_optional(&mut *self.conn)
            .await?;
        row.map(|row| {
            let (lang, vote): (String, Option<String>) = (row.try_get(1)?, row.try_get(3)?);
            Ok(AskedQuestion {
                id,
                asked: row.try_get(0)?,
                lang: code(Lang::parse(&lang), "lang")?,
                entry: row.try_get(2)?,
                vote: vote.and_then(|vote| Vote::parse(&vote)),
            })
        })
        .transpose()
    }

    /// The entry that somebody chose after a question, with its revision and the language shown. What they thought of
    /// another entry, or of none of those shown, is forgotten; what they thought of this one stays.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn note_chosen(&mut self, id: QuestionId, entry: &str, revision: &str, lang: Lang) -> Result<()> {
        sqlx::query(
            "update question set vote = case when entry = $2 then vote end, entry = $2, revision = $3, shown_lang = $4 \
             where id = $1",
        )
        .bind(id.0)
        .bind(entry)
        .bind(revision)
        .bind(lang.code())
        .execute(&mut *self.conn)
        .await?;
        Ok(())
    }

    /// The thumb on an answer or a non-answer; a later one replaces it.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn vote(&mut self, id: QuestionId, vote: Vote) -> Result<()> {
        sqlx::query("update question set vote = $2 where id = $1")
            .bind(id.0)
            .bind(vote.code())
            .execute(&mut *self.conn)
            .await?;
        Ok(())
    }

    /// What the person said was missing.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn note_missing(&mut self, id: QuestionId, missing: &str) -> Result<()> {
        sqlx::query("update question set missing = $2 where id = $1")
            .bind(id.0)
            .bind(missing)
            .execute(&mut *self.conn)
            .await?;
        Ok(())
    }

    /// What was asked in vain or voted down since this time, the most often asked first: words, language, count.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn gaps(&mut self, since: Timestamp, most: i64) -> Result<Vec<(String, Lang, i64)>> {
        let rows = sqlx::query(
            "select min(asked), lang, count(*) from question \
             where at >= $1 and asked <> '' and (verdict = 'unknown' or vote = 'down') \
             group by lower(trim(asked)), lang order by 3 desc, min(id) limit $2",
        )
        .bind(millis(since))
        .bind(most)
        .fetch_all(&mut *self.conn)
        .await?;
        rows.iter()
            .map(|row| {
                let lang: String = row.try_get(1)?;
                Ok((row.try_get(0)?, code(Lang::parse(&lang), "lang")?, row.try_get(2)?))
            })
            .collect()
    }

    /// Takes the person out of questions older than this: after 90 days only counts are wanted.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn forget_askers(&mut self, before: Timestamp) -> Result<()> {
        sqlx::query("update question set chat = null where at < $1 and chat is not null")
            .bind(millis(before))
            .execute(&mut *self.conn)
            .await?;
        Ok(())
    }
}
