//! Matches: two sides with their points and reasons, frozen as they were found, and how far both have said yes.
//! Moves are decided in `domain`; here the row repeats the condition, so that of two hands only the first one moves it.

use anyhow::{Context, Result};
use jiff::Timestamp;
use sqlx::{Row, sqlite::SqliteRow};

use super::{Tx, code, from_json, json, millis, moment};
use crate::domain::{
    EndReason, MatchId, MatchMove, MatchState, OpportunityId, Pairing, PersonId, ProposalId, RequestId, Side, Word, Wording,
    matching::Score,
};

/// A match to keep.
#[derive(Debug, Clone)]
pub struct NewMatch {
    pub counterpart: ProposalId,
    pub score: Score,
    /// Where the request for which it was found stands in the order of asking.
    pub requester: Side,
    /// Of the request's texts and of the counterpart's.
    pub wordings: [Wording; 2],
}

/// A kept match.
#[derive(Debug, Clone)]
pub struct MatchRow {
    pub id: MatchId,
    /// The request for which it was found.
    pub request: RequestId,
    pub counterpart: ProposalId,
    pub requester: Side,
    pub score: Score,
    pub pairing: Pairing,
    /// Of the request's texts and of the counterpart's, when it was found.
    pub wordings: [Wording; 2],
    pub moved_at: Timestamp,
}

impl MatchRow {
    /// Who stands on this side.
    #[must_use]
    pub fn at(&self, side: Side) -> ProposalId {
        if side == self.requester { ProposalId::Request(self.request) } else { self.counterpart }
    }

    /// On which side this request stands.
    #[must_use]
    pub fn side_of(&self, request: RequestId) -> Option<Side> {
        Side::BOTH.into_iter().find(|side| self.at(*side) == ProposalId::Request(request))
    }

    /// Who stands across from this request.
    #[must_use]
    pub fn across_from(&self, request: RequestId) -> ProposalId {
        if request == self.request { self.counterpart } else { ProposalId::Request(self.request) }
    }

    /// The version of both texts together.
    #[must_use]
    pub fn version(&self) -> String {
        let mut versions = self.wordings.each_ref().map(Wording::version);
        versions.sort();
        versions.join(":")
    }
}

const COLUMNS: &str = "id, request, opportunity, counterpart, first, score, state, asker, first_word, second_word, \
    request_wording, counter_wording, moved_at";
const OPEN: &str =
    "state in ('suggested', 'approved', 'offered-first', 'accepted-first', 'offered-second', 'mutual', 'question')";

fn row(row: &SqliteRow) -> Result<MatchRow> {
    let (opportunity, counterpart): (Option<i64>, Option<i64>) = (row.try_get(2)?, row.try_get(3)?);
    let (first, score, state): (String, String, String) = (row.try_get(4)?, row.try_get(5)?, row.try_get(6)?);
    let (asker, words): (Option<String>, [String; 2]) = (row.try_get(7)?, [row.try_get(8)?, row.try_get(9)?]);
    let wordings: [String; 2] = [row.try_get(10)?, row.try_get(11)?];
    let word = |kept: &str| code(Word::parse(kept), "word");
    Ok(MatchRow {
        id: MatchId(row.try_get(0)?),
        request: RequestId(row.try_get(1)?),
        counterpart: opportunity
            .map(|id| ProposalId::Opportunity(OpportunityId(id)))
            .or(counterpart.map(|id| ProposalId::Request(RequestId(id))))
            .context("a match without a counterpart")?,
        requester: if first == "request" { Side::First } else { Side::Second },
        score: from_json(&score)?,
        pairing: Pairing {
            state: code(MatchState::parse(&state), "state")?,
            asker: asker.map(|asker| if asker == "first" { Side::First } else { Side::Second }),
            words: [word(&words[0])?, word(&words[1])?],
        },
        wordings: [from_json(&wordings[0])?, from_json(&wordings[1])?],
        moved_at: moment(row.try_get(12)?),
    })
}

/// The name of two sides, the same in both orders.
fn pair(request: RequestId, counterpart: ProposalId) -> String {
    match counterpart {
        ProposalId::Opportunity(id) => format!("r{request}:o{id}"),
        ProposalId::Request(id) => format!("r{}:r{}", request.min(id), request.max(id)),
    }
}

fn side_code(side: Side) -> &'static str {
    match side {
        Side::First => "first",
        Side::Second => "second",
    }
}

/// What stands in the way of suggesting a pair.
enum Standing {
    /// Nothing.
    Free,
    /// It is suggested already, by this row.
    Suggested(MatchId),
    /// It is on its way, or came to nothing and no text has changed since.
    Barred,
}

impl Tx<'_> {
    /// Keeps what was found for a request now. A pair that is suggested already gets its new points; one that is on its way, or
    /// that came to nothing with these very texts, is left alone. What is no longer found goes stale.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn keep_matches(&mut self, request: RequestId, found: &[NewMatch], at: Timestamp) -> Result<()> {
        let mut kept = Vec::new();
        for new in found {
            match self.standing(request, new).await? {
                Standing::Barred => {}
                Standing::Free => kept.push(self.insert_match(request, new, at).await?),
                Standing::Suggested(id) => {
                    self.refresh_match(id, request, new, at).await?;
                    kept.push(id);
                }
            }
        }
        for old in self.matches_of(request).await? {
            if old.pairing.state == MatchState::Suggested && !kept.contains(&old.id) {
                let stale = old.pairing.outdate().map_err(|_| anyhow::anyhow!("a suggestion that cannot go stale"))?;
                self.move_match(&old, stale, MatchMove::Outdate, Some(EndReason::Changed), None, at).await?;
            }
        }
        Ok(())
    }

    async fn standing(&mut self, request: RequestId, new: &NewMatch) -> Result<Standing> {
        let found = sqlx::query(
            "select id, state, reason, request, request_wording, counter_wording, offered_version from match \
             where pair = $1 order by id desc limit 1",
        )
        .bind(pair(request, new.counterpart))
        .fetch_optional(&mut *self.conn)
        .await?;
        let Some(row) = found else { return Ok(Standing::Free) };
        let (state, reason): (String, Option<String>) = (row.try_get(1)?, row.try_get(2)?);
        let state = code(MatchState::parse(&state), "state")?;
        if state == MatchState::Suggested {
            return Ok(Standing::Suggested(MatchId(row.try_get(0)?)));
        }
        if !state.has_ended() {
            return Ok(Standing::Barred);
        }
        let (mine, theirs): (String, String) = (row.try_get(4)?, row.try_get(5)?);
        let (mut mine, mut theirs): (Wording, Wording) = (from_json(&mine)?, from_json(&theirs)?);
        if row.try_get::<i64, _>(3)? != request.0 {
            std::mem::swap(&mut mine, &mut theirs);
        }
        let changed = new.wordings[0].differs_materially(&mine) || new.wordings[1].differs_materially(&theirs);
        // Nobody has seen it and nobody said no: a side was only away.
        let was_away = reason.as_deref() == Some(EndReason::Closed.code()) && row.try_get::<Option<String>, _>(6)?.is_none();
        Ok(if changed || was_away { Standing::Free } else { Standing::Barred })
    }

    async fn insert_match(&mut self, request: RequestId, new: &NewMatch, at: Timestamp) -> Result<MatchId> {
        let (opportunity, counterpart) = match new.counterpart {
            ProposalId::Opportunity(id) => (Some(id.0), None),
            ProposalId::Request(id) => (None, Some(id.0)),
        };
        let id = sqlx::query_scalar(
            "insert into match (request, opportunity, counterpart, pair, points, rules, score, first, request_wording, \
             counter_wording, at, moved_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11) returning id",
        )
        .bind(request.0)
        .bind(opportunity)
        .bind(counterpart)
        .bind(pair(request, new.counterpart))
        .bind(i64::from(new.score.total()))
        .bind(i64::from(new.score.rules))
        .bind(json(&new.score)?)
        .bind(if new.requester == Side::First { "request" } else { "counterpart" })
        .bind(json(&new.wordings[0])?)
        .bind(json(&new.wordings[1])?)
        .bind(millis(at))
        .fetch_one(&mut *self.conn)
        .await
        .context("keep a match")?;
        Ok(MatchId(id))
    }

    /// A suggestion gets the points and the texts of now. It keeps its number, which buttons carry, and who is asked first.
    async fn refresh_match(&mut self, id: MatchId, request: RequestId, new: &NewMatch, at: Timestamp) -> Result<()> {
        sqlx::query(
            "update match set points = $2, rules = $3, score = $4, request_wording = iif(request = $5, $6, $7), \
             counter_wording = iif(request = $5, $7, $6), moved_at = $8 where id = $1 and state = 'suggested'",
        )
        .bind(id.0)
        .bind(i64::from(new.score.total()))
        .bind(i64::from(new.score.rules))
        .bind(json(&new.score)?)
        .bind(request.0)
        .bind(json(&new.wordings[0])?)
        .bind(json(&new.wordings[1])?)
        .bind(millis(at))
        .execute(&mut *self.conn)
        .await
        .context("refresh a match")?;
        Ok(())
    }

    /// A match that has not ended, by its row.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn match_row(&mut self, id: MatchId) -> Result<Option<MatchRow>> {
        let found =
            sqlx::query(sqlx::AssertSqlSafe(format!("select {COLUMNS} from match where id = $1 and score <> '{{}}'")))
                .bind(id.0)
                .fetch_optional(&mut *self.conn)
                .await?;
        found.as_ref().map(row).transpose()
    }

    /// The matches on whose either side a request stands and that have not ended, the best first.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn matches_of(&mut self, request: RequestId) -> Result<Vec<MatchRow>> {
        let rows = sqlx::query(sqlx::AssertSqlSafe(format!(
            "select {COLUMNS} from match where (request = $1 or counterpart = $1) and ({OPEN} or state = 'introduced') \
             and score <> '{{}}' order by points desc, id"
        )))
        .bind(request.0)
        .fetch_all(&mut *self.conn)
        .await?;
        rows.iter().map(row).collect()
    }

    /// The open matches of a person's requests.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn open_matches_of(&mut self, person: PersonId) -> Result<Vec<MatchRow>> {
        let rows = sqlx::query(sqlx::AssertSqlSafe(format!(
            "select {COLUMNS} from match where {OPEN} and (request in (select id from request where person = $1) \
             or counterpart in (select id from request where person = $1)) order by id"
        )))
        .bind(person.0)
        .fetch_all(&mut *self.conn)
        .await?;
        rows.iter().map(row).collect()
    }

    /// Open matches that have not moved since this time and that somebody should have answered.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn unanswered_matches(&mut self, since: Timestamp) -> Result<Vec<MatchRow>> {
        let rows = sqlx::query(sqlx::AssertSqlSafe(format!(
            "select {COLUMNS} from match where state in ('approved', 'offered-first', 'accepted-first', 'offered-second', \
             'question') and moved_at <= $1 order by id"
        )))
        .bind(millis(since))
        .fetch_all(&mut *self.conn)
        .await?;
        rows.iter().map(row).collect()
    }

    /// Moves a match that is still as it was seen; false when somebody was quicker. An end needs its reason.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn move_match(
        &mut self,
        seen: &MatchRow,
        to: Pairing,
        made: MatchMove,
        reason: Option<EndReason>,
        by: Option<PersonId>,
        at: Timestamp,
    ) -> Result<bool> {
        let from = seen.pairing;
        let version = (made == MatchMove::Offer && from.state == MatchState::Approved).then(|| seen.version());
        let written = sqlx::query(
            "update match set state = $2, asker = $3, first_word = $4, second_word = $5, reason = $6, moved_at = $7, \
             offered_version = coalesce($8, offered_version) \
             where id = $1 and state = $9 and first_word = $10 and second_word = $11 and ($8 is null or not exists \
                 (select 1 from match m where m.pair = match.pair and m.offered_version = $8 and m.id <> match.id))",
        )
        .bind(seen.id.0)
        .bind(to.state.code())
        .bind(to.asker.map(side_code))
        .bind(to.words[0].code())
        .bind(to.words[1].code())
        .bind(reason.map(EndReason::code))
        .bind(millis(at))
        .bind(version)
        .bind(from.state.code())
        .bind(from.words[0].code())
        .bind(from.words[1].code())
        .execute(&mut *self.conn)
        .await
        .context("move a match")?;
        let moved = written.rows_affected() == 1;
        if moved {
            self.history("match", seen.id.0, at, by.map(|by| by.0), made.code(), reason.map(EndReason::code)).await?;
        }
        Ok(moved)
    }

    /// Every open match of a request comes to nothing, for this reason. Those that ended, so that whoever has seen a card of
    /// theirs is told.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn end_matches(
        &mut self,
        request: RequestId,
        reason: EndReason,
        by: Option<PersonId>,
        at: Timestamp,
    ) -> Result<Vec<MatchRow>> {
        let mut ended = Vec::new();
        for row in self.matches_of(request).await? {
            if let Ok(stale) = row.pairing.outdate()
                && self.move_match(&row, stale, MatchMove::Outdate, Some(reason), by, at).await?
            {
                ended.push(row);
            }
        }
        Ok(ended)
    }

    /// What ended matches are kept for shrinks with time: their quoted terms go first, then the row itself.
    ///
    /// # Errors
    /// When the data file cannot be written.
    pub async fn shrink_matches(&mut self, terms_before: Timestamp, rows_before: Timestamp) -> Result<()> {
        for (sql, before) in [
            (
                "update match set score = '{}' where state in ('declined', 'dismissed', 'lapsed', 'stale') \
                 and moved_at < $1 and score <> '{}'",
                terms_before,
            ),
            (
                "update consent set match = null where match in (select id from match \
                 where state in ('declined', 'dismissed', 'lapsed', 'stale') and moved_at < $1)",
                rows_before,
            ),
            ("delete from match where state in ('declined', 'dismissed', 'lapsed', 'stale') and moved_at < $1", rows_before),
        ] {
            sqlx::query(sql).bind(millis(before)).execute(&mut *self.conn).await.context("shrink ended matches")?;
        }
        Ok(())
    }
}
