//! `/snooze`: no reminders of a lead for a while. Its clock goes on: who snoozes past a deadline will see that it was late.

use anyhow::Result;
use jiff::{Timestamp, civil::Date};

use super::{super::turn::Turn, deadline, refresh_card, refusal};
use crate::{
    domain::{Calendar, LeadId, LeadState, MoveRefused},
    store::{LeadLine, Snooze},
    talk::{Action, Button, Message, SnoozeFor, Text},
    text,
};

/// Working days that a lead may sleep at most; longer is forgetting.
const MOST_DAYS: u32 = 60;

/// `/snooze 3d`, `/snooze 2026-12-01`, `/snooze until reply`; with nothing behind it, buttons.
pub async fn command(turn: &mut Turn<'_, '_>, line: &LeadLine, rest: &str) -> Result<()> {
    let lead = line.lead.id;
    if rest.trim().is_empty() {
        return choices(turn, lead, text!("snooze-choose", number = lead.0)).await;
    }
    let hours = hours(turn).await?;
    match read(rest, &hours, turn.at) {
        Some(wish) => begin(turn, lead, wish).await,
        None => choices(turn, lead, text!("snooze-unread", number = lead.0)).await,
    }
}

/// A button of `/snooze` or of a reminder.
pub async fn pressed(turn: &mut Turn<'_, '_>, lead: LeadId, long: SnoozeFor) -> Result<()> {
    let hours = hours(turn).await?;
    let days = match long {
        SnoozeFor::End => return begin(turn, lead, Wish::End).await,
        SnoozeFor::Reply => return begin(turn, lead, Wish::Sleep(Snooze { until: None })).await,
        SnoozeFor::Day => 1,
        SnoozeFor::ThreeDays => 3,
        SnoozeFor::Week => 5,
    };
    begin(turn, lead, Wish::Sleep(Snooze { until: Some(hours.add_days(turn.at, days)) })).await
}

/// A button that lets a lead sleep so long.
pub fn button(lead: LeadId, long: SnoozeFor) -> Button {
    Button::new(Text::of_code(SnoozeFor::LIST, long.code()), Action::Snooze { lead, long })
}

async fn choices(turn: &mut Turn<'_, '_>, lead: LeadId, head: Text) -> Result<()> {
    let button = |long| button(lead, long);
    let message = Message::new(head)
        .row([button(SnoozeFor::Day), button(SnoozeFor::ThreeDays), button(SnoozeFor::Week)])
        .row([button(SnoozeFor::Reply), button(SnoozeFor::End)]);
    turn.say(message).await
}

/// What the words behind the command ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wish {
    Sleep(Snooze),
    End,
}

fn read(rest: &str, hours: &Calendar, now: Timestamp) -> Option<Wish> {
    let rest = rest.trim().to_lowercase();
    if ["reply", "respuesta", "resposta", "回复", "答复"].iter().any(|word| rest.contains(word)) {
        return Some(Wish::Sleep(Snooze { until: None }));
    }
    if let Some(days) =
        rest.strip_suffix(['d', '天']).unwrap_or(&rest).trim().parse::<u32>().ok().filter(|days| *days <= MOST_DAYS)
    {
        let until = hours.add_days(now, days);
        return Some(if days == 0 { Wish::End } else { Wish::Sleep(Snooze { until: Some(until) }) });
    }
    let morning = date(&rest)?.to_zoned(hours.zone.clone()).ok()?.timestamp();
    let until = hours.next_working(morning);
    (until > now && until < hours.add_days(now, MOST_DAYS)).then_some(Wish::Sleep(Snooze { until: Some(until) }))
}

/// A day as 2026-12-01, or as Chileans and Brazilians write it: 01-12-2026, 1/12/2026.
fn date(written: &str) -> Option<Date> {
    let parts: Vec<i16> = written.split(['-', '/', '.']).map(|part| part.trim().parse().ok()).collect::<Option<_>>()?;
    let [first, month, last] = parts.as_slice() else { return None };
    let (year, day) = if *first > 31 { (*first, *last) } else { (*last, *first) };
    Date::new(year, i8::try_from(*month).ok()?, i8::try_from(day).ok()?).ok()
}

async fn begin(turn: &mut Turn<'_, '_>, id: LeadId, wish: Wish) -> Result<()> {
    let Some(line) = turn.tx.lead(id).await? else { return turn.say(text!("staff-no-such-lead")).await };
    let refused = match (line.lead.held.state, line.lead.held.owner) {
        (LeadState::Taken, Some(owner)) if owner == turn.person => None,
        (LeadState::Taken, Some(owner)) => Some(refusal(turn, id, MoveRefused::NotYours(owner)).await?),
        (LeadState::Closed, _) => Some(refusal(turn, id, MoveRefused::IsClosed).await?),
        _ => Some(text!("snooze-take-first", number = id.0)),
    };
    if let Some(refused) = refused {
        return turn.tell(refused).await;
    }
    let snooze = match wish {
        Wish::Sleep(snooze) => Some(snooze),
        Wish::End => None,
    };
    turn.tx.snooze(id, snooze, turn.person, turn.at).await?;
    refresh_card(turn.tx, turn.rooms, id, turn.at).await?;
    let hours = hours(turn).await?;
    let told = match snooze.map(|snooze| snooze.until) {
        None => text!("snooze-ended", number = id.0),
        Some(None) => text!("snooze-until-reply", number = id.0),
        Some(Some(until)) => {
            let (date, time) = deadline::date_and_time(&hours, until);
            text!("snooze-until", number = id.0, date = date, time = time)
        }
    };
    turn.say(told).await
}

/// The working hours of whoever asks.
async fn hours(turn: &mut Turn<'_, '_>) -> Result<Calendar> {
    let home = turn.rooms.calendars.home().key.clone();
    let desk = turn.tx.desk_of(turn.person, &home).await?;
    Ok(turn.rooms.calendars.named(desk.as_ref().map_or(home.as_str(), |desk| desk.calendar.as_str())).clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_people_write_it() {
        let day = Date::new(2026, 12, 1).unwrap();
        for written in ["2026-12-01", "01-12-2026", "1/12/2026", "1.12.2026"] {
            assert_eq!(date(written), Some(day), "{written}");
        }
        for written in ["tomorrow", "2026-13-01", "1-2", "32-1-2026"] {
            assert_eq!(date(written), None, "{written}");
        }
    }
}
