//! The clock of an answer: kept in step with who waits for whom, and shown where a lead is shown.

use anyhow::Result;
use jiff::{Timestamp, tz::TimeZone};

use super::super::Rooms;
use crate::{
    domain::{AnswerClock, Calendar, Country, LeadState},
    store::{Lead, LeadLine, Tx},
    talk::{Arg, Text},
    text,
};

/// Brings the clock of a lead in step: it runs while the partner waits, stands while the staff wait, and is gone with the lead.
pub async fn follow(tx: &mut Tx<'_>, rooms: &Rooms, line: &mut LeadLine, at: Timestamp) -> Result<()> {
    let lead = &mut line.lead;
    let waits = lead.held.state != LeadState::Closed && lead.partner_waits();
    let home = rooms.calendars.home();
    let clock = if waits { lead.clock.run(home, at) } else { lead.clock.stand(home, at) };
    if clock != lead.clock {
        if let (Some(due), Some(answered)) = (lead.clock.due(), lead.answered_at)
            && lead.held.state != LeadState::Closed
        {
            tx.note_answer(lead.id, due, answered).await?;
        }
        tx.keep_clock(lead.id, clock).await?;
        lead.clock = clock;
    }
    Ok(())
}

/// When the answer is due, or what is waited for instead; nothing of a lead that is closed.
pub fn due_line(rooms: &Rooms, lead: &Lead) -> Text {
    if lead.held.state == LeadState::Closed {
        return Text::empty();
    }
    let due = match lead.clock {
        AnswerClock::Runs { due } => {
            let (date, time) = date_and_time(rooms.calendars.home(), due);
            text!("desk-due", date = date, time = time)
        }
        AnswerClock::Stands { .. } | AnswerClock::Fresh => text!("desk-stands"),
    };
    let snooze = match lead.snooze.map(|snooze| snooze.until) {
        None => Text::empty(),
        Some(None) => text!("desk-snoozed-reply"),
        Some(Some(until)) => {
            let (date, time) = date_and_time(rooms.calendars.home(), until);
            text!("desk-snoozed", date = date, time = time)
        }
    };
    Text::lines([due, snooze])
}

/// A moment as the clocks of the calendar's people show it.
pub fn date_and_time(calendar: &Calendar, at: Timestamp) -> (jiff::civil::Date, String) {
    let there = at.to_zoned(calendar.zone.clone());
    (there.date(), there.strftime("%H:%M").to_string())
}

/// How the partner's clocks differ from the centre's: a card is read long after it was written, so it tells the difference and
/// not the hour.
pub fn partner_time(rooms: &Rooms, country: Country, at: Timestamp) -> Text {
    let Some(zone) = rooms.calendars.zone_of(country) else { return Text::empty() };
    let home = rooms.calendars.home();
    let minutes = (offset(&zone, at) - offset(&home.zone, at)) / 60;
    let there: Arg = Text::of_code(Country::LIST, country.code()).into();
    let (opens, _) = home.hours.first().copied().unwrap_or_default();
    let local = at.to_zoned(home.zone.clone()).date().to_datetime(opens).to_zoned(home.zone.clone());
    let then = local.map_or(at, |local| local.timestamp()).to_zoned(zone).strftime("%H:%M").to_string();
    if minutes == 0 {
        return text!("desk-time-same", country = there);
    }
    let hours = format!("{}{}", if minutes < 0 { "−" } else { "+" }, in_hours(minutes.abs()));
    text!("desk-time", country = there, hours = hours, here = opens.strftime("%H:%M").to_string(), there = then)
}

fn offset(zone: &TimeZone, at: Timestamp) -> i32 {
    zone.to_offset(at).seconds()
}

/// Hours, with a half where there is one: `4.5`.
fn in_hours(minutes: i32) -> String {
    match minutes % 60 {
        0 => (minutes / 60).to_string(),
        rest => format!("{}:{rest:02}", minutes / 60),
    }
}

/// How long until the answer is due, or since: for lines of lists.
pub fn in_list(lead: &Lead, now: Timestamp) -> Text {
    match lead.clock {
        AnswerClock::Runs { due } if due <= now => text!("desk-late", time = lasting(now.duration_since(due))),
        AnswerClock::Runs { due } => text!("desk-due-in", time = lasting(due.duration_since(now))),
        AnswerClock::Stands { .. } | AnswerClock::Fresh => Text::empty(),
    }
}

/// A span as one number and its unit.
pub fn lasting(span: jiff::SignedDuration) -> Text {
    match span.as_hours() {
        0 => text!("age-minutes", count = span.as_mins()),
        hours @ 1..48 => text!("age-hours", count = hours),
        hours => text!("age-days", count = hours / 24),
    }
}
