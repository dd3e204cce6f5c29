//! What becomes of an introduction: staff tell how far it has come, and the clock asks them when they have not for long.

use anyhow::Result;
use jiff::Timestamp;

use super::super::{pairs::Pair, turn::Turn};
use crate::{
    domain::{AgreementKind, Course, FollowUp, MatchId, NoAgreement},
    store::{Introduction, Tx},
    talk::{Action, Button, MatchPress, Message, Place, Post, Reply, Text},
    text,
};

/// What staff get when two sides were introduced.
pub fn opened(of: MatchId) -> Message {
    choices(of, text!("course-opened", number = of.0))
}

/// A message with what may come next.
fn choices(of: MatchId, text: Text) -> Message {
    let press = |course: Course| {
        Button::new(Text::of_code("button-course", course.code()), Action::Match { of, press: MatchPress::Course(course) })
    };
    Message::new(text)
        .row([press(Course::Contacted), press(Course::Meeting)])
        .row([press(Course::Negotiating)])
        .row([press(Course::Agreement), press(Course::NoAgreement)])
}

/// A button of an introduction's course.
pub async fn pressed(turn: &mut Turn<'_, '_>, pair: &Pair, press: &MatchPress) -> Result<()> {
    let of = pair.row.id;
    let Some(introduction) = turn.tx.introduction_of(of).await? else {
        return turn.say(text!("course-none", number = of.0)).await;
    };
    let button =
        |list: &str, code: &str, press: MatchPress| Button::new(Text::of_code(list, code), Action::Match { of, press });
    match press {
        MatchPress::Course(Course::Agreement) => {
            let kinds =
                AgreementKind::ALL.iter().map(|kind| button(AgreementKind::LIST, kind.code(), MatchPress::Agreed(*kind)));
            turn.say(Message::new(text!("course-which-agreement", number = of.0)).column(kinds)).await
        }
        MatchPress::Course(Course::NoAgreement) => {
            let reasons = NoAgreement::ALL
                .iter()
                .map(|reason| button(NoAgreement::LIST, reason.code(), MatchPress::CameToNothing(*reason)));
            turn.say(Message::new(text!("course-why-none", number = of.0)).column(reasons)).await
        }
        MatchPress::Course(course) => moved(turn, &introduction, *course, None).await,
        MatchPress::Agreed(kind) => moved(turn, &introduction, Course::Agreement, Some(kind.code())).await,
        MatchPress::CameToNothing(reason) => {
            // Nothing has to be opened again: the requests of both were never closed by the introduction.
            moved(turn, &introduction, Course::NoAgreement, Some(reason.code())).await
        }
        _ => Ok(()),
    }
}

async fn moved(turn: &mut Turn<'_, '_>, introduction: &Introduction, to: Course, detail: Option<&str>) -> Result<()> {
    let (by, at, number) = (turn.person, turn.at, introduction.of.0);
    let made = introduction.course.leads_to(to) && turn.tx.move_introduction(introduction, to, detail, Some(by), at).await?;
    let course = if made { to } else { introduction.course };
    let spoken = Text::of_code(Course::LIST, course.code());
    let who = turn.sender.name.clone();
    let said = if made {
        text!("course-moved", number = number, course = spoken, who = who)
    } else {
        text!("course-stands", number = number, course = spoken)
    };
    turn.say(choices(introduction.of, said)).await
}

/// A minute has passed: what has stalled, and what staff are to be asked about. Each once, for its row moves on in the same
/// transaction as the question.
pub async fn tick(tx: &mut Tx<'_>, now: Timestamp) -> Result<()> {
    for introduction in tx.due_introductions(now).await? {
        let number = introduction.of.0;
        let said = match introduction.course.follow_up(introduction.asked) {
            Some(FollowUp::Stall) => {
                if !tx.move_introduction(&introduction, Course::Stalled, None, None, now).await? {
                    continue;
                }
                text!("course-silent", number = number)
            }
            Some(FollowUp::Ask(time)) => {
                tx.followed_up(&introduction).await?;
                let course = Text::of_code(Course::LIST, introduction.course.code());
                text!("course-how-goes-it", number = number, course = course, time = time)
            }
            None => continue,
        };
        if let Some(lead) = introduction.lead {
            let post = Post::Say(choices(introduction.of, said));
            tx.post(&Reply::soon(Place::Lead(lead), post).about(introduction.of), now).await?;
        }
    }
    Ok(())
}
