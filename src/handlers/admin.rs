//! What admins do: rebuild the index, see what was asked in vain, see how the house is.

use anyhow::Result;
use jiff::{SignedDuration, Timestamp};

use super::{bans, staff, turn::Turn};
use crate::{
    domain::{Lang, Role},
    store::Tx,
    talk::{Address, Command, Message, Place, Post, Reply, Text, Work, WorkDone},
    text,
};

/// How far back gaps are looked for.
const GAPS_DAYS: i64 = 30;
const MOST_GAPS: i64 = 15;
/// Problems of a broken content shown in one message.
const MOST_PROBLEMS: usize = 12;

/// An admin's command; the right is checked here, wherever it was typed.
pub async fn command_given(turn: &mut Turn<'_, '_>, command: Command, rest: &str, reply_to: Option<i64>) -> Result<()> {
    if turn.role != Role::Admin {
        return turn.refuse("admin command").await;
    }
    match command {
        Command::Reindex => {
            turn.say(text!("reindex-begun")).await?;
            let work = Post::Work(Work::Reindex { asked_in: turn.here });
            turn.post(&Reply::now(Place::House, work)).await
        }
        Command::Gaps => gaps(turn).await,
        Command::Ban => bans::ban(turn, rest, reply_to).await,
        Command::Readers => staff::readers(turn).await,
        Command::Unban => bans::unban(turn, rest, reply_to).await,
        _ => health(turn).await,
    }
}

/// Questions without an answer, or with one that was voted down.
async fn gaps(turn: &mut Turn<'_, '_>) -> Result<()> {
    let since = turn.at - SignedDuration::from_hours(24 * GAPS_DAYS);
    let found = turn.tx.gaps(since, MOST_GAPS).await?;
    if found.is_empty() {
        return turn.say(text!("gaps-none", days = GAPS_DAYS)).await;
    }
    let lines = found.into_iter().map(|(asked, lang, count)| {
        let asked: String = asked.chars().take(160).collect();
        text!("gaps-line", count = count, language = Text::of_code(Lang::LIST, lang.code()), asked = asked)
    });
    turn.say(Text::paragraphs([text!("gaps", days = GAPS_DAYS), Text::lines(lines)])).await
}

/// The figures that tell at a glance whether the house is well.
async fn health(turn: &mut Turn<'_, '_>) -> Result<()> {
    let entries = turn.rooms.faq.entries();
    let today = turn.at.to_zoned(jiff::tz::TimeZone::UTC).date();
    let past = entries.iter().filter(|entry| entry.is_past_review(today)).count();
    let counts = turn.tx.health_counts().await?;
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    turn.say(Text::lines([
        text!("health-entries", count = number(entries.len()), past = number(past)),
        text!("health-outbox", waiting = counts.waiting, parked = counts.parked),
        text!("health-turns", parked = counts.parked_turns),
        text!("health-leads", waiting = counts.waiting_leads),
        text!("checkup-begun"),
    ]))
    .await?;
    let work = Post::Work(Work::Checkup { asked_in: turn.here });
    turn.post(&Reply::now(Place::House, work)).await
}

/// Slow work has ended: who asked for it is told.
pub async fn work_done(tx: &mut Tx<'_>, done: &WorkDone, at: Timestamp) -> Result<()> {
    let (asked_in, message): (Address, Message) = match done {
        WorkDone::Reindexed { asked_in, added, changed, removed, same, warnings } => {
            let told = text!(
                "reindex-done",
                added = *added,
                changed = *changed,
                removed = *removed,
                same = *same,
                warnings = *warnings,
            );
            (*asked_in, told.into())
        }
        WorkDone::ReindexRefused { asked_in, problems } => {
            let shown = problems.iter().take(MOST_PROBLEMS).map(|problem| Text::Typed(problem.clone()));
            let count = i64::try_from(problems.len()).unwrap_or(i64::MAX);
            (*asked_in, Text::paragraphs([text!("reindex-refused", count = count), Text::lines(shown)]).into())
        }
        WorkDone::CheckedUp { asked_in, faults } if faults.is_empty() => (*asked_in, text!("checkup-well").into()),
        WorkDone::CheckedUp { asked_in, faults } => {
            let count = i64::try_from(faults.len()).unwrap_or(i64::MAX);
            let shown = faults.iter().take(MOST_PROBLEMS).cloned();
            (*asked_in, Text::paragraphs(std::iter::once(text!("checkup-faults", count = count)).chain(shown)).into())
        }
    };
    tx.post(&Reply::say(Place::Chat(asked_in), message), at).await
}
