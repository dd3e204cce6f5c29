//! `/find` and `/history`: what was asked, said and done before.

use std::collections::BTreeSet;

use anyhow::Result;

use super::{
    super::{spoken::excerpt, turn::Turn},
    deadline, tags,
};
use crate::{
    domain::{Calendar, Happening, LeadId, LeadState},
    store::{Found, Happened},
    talk::{Action, Button, Message, Text},
    text,
};

/// Rows looked at, and results shown.
const LOOKED_AT: i64 = 60;
const SHOWN: usize = 8;
/// Leads with a tag that are shown, the newest.
const MOST_TAGGED: i64 = 8;
/// Characters around the words that were found.
const AROUND: usize = 120;
/// Rows cut into terms before a search, so that what was said a moment ago is found.
const READ_AT_ONCE: i64 = 2000;
/// Lines of a history.
const LINES: i64 = 30;

/// `/find words`.
pub async fn find(turn: &mut Turn<'_, '_>, words: &str) -> Result<()> {
    if words.trim().is_empty() {
        return turn.say(text!("find-what")).await;
    }
    let (mut lines, mut leads) = (Vec::new(), BTreeSet::new());
    if let Some(tag) = words.trim().strip_prefix('#').and_then(tags::tag) {
        for lead in turn.tx.leads_tagged(&tag, MOST_TAGGED).await? {
            lines.extend(found_lead(turn, &mut leads, lead, "").await?);
        }
        return tell(turn, words, lines, leads).await;
    }
    turn.tx.read_for_find(READ_AT_ONCE).await?;
    for found in turn.tx.find(words, LOOKED_AT).await? {
        if lines.len() == SHOWN {
            break;
        }
        let line = match found {
            Found::Request(id) => match turn.tx.lead_of_request(id).await? {
                Some(line) => found_lead(turn, &mut leads, line.lead.id, "").await?,
                None => None,
            },
            Found::Word(id) => match turn.tx.word_of_lead(id).await? {
                Some((lead, said)) => found_lead(turn, &mut leads, lead, &said).await?,
                None => None,
            },
            Found::Organisation(id) => {
                turn.tx.organisation_name(id).await?.map(|name| text!("find-organisation", name = name))
            }
        };
        lines.extend(line);
    }
    tell(turn, words, lines, leads).await
}

async fn tell(turn: &mut Turn<'_, '_>, words: &str, lines: Vec<Text>, leads: BTreeSet<LeadId>) -> Result<()> {
    if lines.is_empty() {
        return turn.say(text!("find-nothing", words = words)).await;
    }
    let mut message = Message::new(Text::paragraphs([text!("find", words = words), Text::paragraphs(lines)]));
    let buttons: Vec<Button> =
        leads.iter().map(|lead| Button::new(text!("button-lead", number = lead.0), Action::ShowLead(*lead))).collect();
    for four in buttons.chunks(4) {
        message = message.row(four.iter().cloned());
    }
    turn.say(message).await
}

/// A lead once, with the words in which it was found.
async fn found_lead(turn: &mut Turn<'_, '_>, seen: &mut BTreeSet<LeadId>, lead: LeadId, said: &str) -> Result<Option<Text>> {
    if !seen.insert(lead) {
        return Ok(None);
    }
    let Some(line) = turn.tx.lead(lead).await? else { return Ok(None) };
    let state = Text::of_code(LeadState::LIST, line.lead.held.state.code());
    let head = text!("find-lead", number = lead.0, name = line.topic_name.as_str(), state = state);
    let words = if said.is_empty() { Text::empty() } else { text!("find-words", words = excerpt(said, AROUND)) };
    Ok(Some(Text::lines([head, words])))
}

/// `/history`.
pub async fn history(turn: &mut Turn<'_, '_>, lead: LeadId) -> Result<()> {
    let happened = turn.tx.history_of(lead, LINES).await?;
    let home = turn.rooms.calendars.home().clone();
    let lines: Vec<Text> = happened.iter().map(|line| happening(&home, line)).collect();
    turn.say(Text::paragraphs([text!("history", number = lead.0), Text::lines(lines)])).await
}

fn happening(home: &Calendar, line: &Happened) -> Text {
    let (date, time) = deadline::date_and_time(home, line.at);
    let what = match Happening::parse(&line.what) {
        Some(known) => Text::of_code(Happening::LIST, known.code()),
        // Written by a later release.
        None => Text::Typed(line.what.clone()),
    };
    let who = match line.who.as_deref() {
        None => text!("history-house"),
        Some("") => text!("history-partner"),
        Some(name) => Text::Typed(name.to_owned()),
    };
    let what = match line.detail.as_deref().filter(|_| line.what == Happening::Merged.code()) {
        Some(other) => Text::Joined { parts: vec![what, Text::Typed(format!("#{other}"))], between: " ".into() },
        None => what,
    };
    text!("history-line", date = date, time = time, who = who, what = what)
}
