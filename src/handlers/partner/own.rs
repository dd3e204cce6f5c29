//! A person's own matters: first contact, language, help, privacy, their data, being forgotten.

use anyhow::Result;

use super::{ask, form, main_menu};
use crate::{
    domain::{Dialogue, EndReason, Lang, Mode, ProposalId},
    handlers::{
        pairs,
        spoken::commands,
        staff,
        turn::{Learned, Turn},
    },
    store::Chosen,
    talk::{Action, Button, ChatKind, Command, Message, Place, Post, Reply, Text},
    text,
    text::fold,
};

/// `/start`, with or without the word that a link carried.
pub async fn start(turn: &mut Turn<'_, '_>, word: &str) -> Result<()> {
    turn.dialogue.mode = Mode::Open;
    turn.menu().await?;
    if let Some(entry) = word.strip_prefix("faq_")
        && turn.rooms.faq.entry(entry).is_some()
    {
        return ask::chosen(turn, entry, None).await;
    }
    if word == "request" {
        return form::begin(turn).await;
    }
    let mut message = Message::new(Text::paragraphs([text!("welcome"), text!("welcome-what"), text!("welcome-privacy")]));
    if !turn.lang_chosen {
        message = language_row(message, turn.lang);
    }
    message = main_menu(message);
    if turn.dialogue.draft.is_some() {
        message = message.row([Button::new(text!("button-resume"), Action::Resume)]);
    }
    turn.say(message).await
}

/// Answers words that are a greeting or a call for help and nothing else; false when they are neither.
pub async fn small_talk(turn: &mut Turn<'_, '_>, words: &str) -> Result<bool> {
    if let Some(lang) = listed_in(turn, words, &text!("greetings")) {
        follow(turn, lang).await?;
        greet(turn).await?;
    } else if let Some(lang) = listed_in(turn, words, &text!("help-words")) {
        follow(turn, lang).await?;
        if turn.is_new {
            introduce(turn).await?;
        }
        help(turn).await?;
    } else {
        return Ok(false);
    }
    Ok(true)
}

/// The language in which the words are one of a list and nothing else, the person's own first.
fn listed_in(turn: &Turn<'_, '_>, words: &str, list: &Text) -> Option<Lang> {
    let said = fold(words);
    let said = said.trim_matches(|c: char| !c.is_alphanumeric());
    if said.is_empty() || said.chars().count() >= 30 {
        return None;
    }
    let is_listed = |lang: &Lang| turn.rooms.i18n.plain(*lang, list).split(',').any(|known| fold(known).trim() == said);
    [turn.lang].into_iter().chain(Lang::ALL.iter().copied()).find(is_listed)
}

/// Goes on in the language of a stranger's words, and in Chinese with whoever writes it and has not chosen otherwise by a tap.
async fn follow(turn: &mut Turn<'_, '_>, lang: Lang) -> Result<()> {
    if turn.lang != lang && !turn.lang_chosen && (turn.is_new || lang == Lang::Zh) {
        turn.speak(lang, Chosen::Guessed).await?;
    }
    Ok(())
}

/// A greeting is answered with one, and with what there is to do here.
async fn greet(turn: &mut Turn<'_, '_>) -> Result<()> {
    if turn.is_new { start(turn, "").await } else { menu(turn).await }
}

/// Before the first answer to somebody who did not begin with `/start`: who speaks, and in which language. It is short, and the
/// answer stays the last that they see.
pub async fn introduce(turn: &mut Turn<'_, '_>) -> Result<()> {
    turn.menu().await?;
    let message = language_row(Message::new(text!("welcome-brief")), turn.lang);
    turn.say(message).await
}

/// The menu alone.
pub async fn menu(turn: &mut Turn<'_, '_>) -> Result<()> {
    turn.say(main_menu(Message::new(text!("menu")))).await
}

/// `/help`: what works, for this role.
pub async fn help(turn: &mut Turn<'_, '_>) -> Result<()> {
    let mut parts = vec![text!("help"), commands(Command::PARTNER)];
    if turn.role != crate::domain::Role::Partner {
        parts.extend([text!("help-staff"), commands(Command::STAFF)]);
    }
    if turn.role == crate::domain::Role::Admin {
        parts.extend([text!("help-admin"), commands(Command::ADMIN)]);
    }
    turn.say(Text::paragraphs(parts)).await
}

/// `/language`.
pub async fn languages(turn: &mut Turn<'_, '_>) -> Result<()> {
    let message = language_row(Message::new(text!("language-which")), turn.lang);
    turn.say(message).await
}

/// A language chosen by a tap. A form that is open asks its question again in it; its answers stay.
pub async fn speak(turn: &mut Turn<'_, '_>, lang: Lang, message: i64) -> Result<()> {
    turn.speak(lang, Chosen::ByTap).await?;
    let confirmed = language_row(Message::new(text!("language-is-now")), lang);
    let in_group = turn.chat.kind == ChatKind::Group;
    turn.edit(message, if in_group { confirmed } else { main_menu(confirmed) }).await?;
    form::go_on(turn).await
}

/// The four languages, each in its own name; the present one is marked.
fn language_row(message: Message, now: Lang) -> Message {
    let button = |lang: Lang| {
        let name = Text::of_code("own-name", lang.code());
        let label = if lang == now { text!("language-present", name = name) } else { name };
        Button::new(label, Action::Speak(lang))
    };
    message.row([button(Lang::Es), button(Lang::Zh)]).row([button(Lang::En), button(Lang::Pt)])
}

/// `/mydata`: a file with everything that is kept of this person.
pub async fn my_data(turn: &mut Turn<'_, '_>) -> Result<()> {
    let data = turn.tx.personal_data(&turn.chat, turn.person).await?;
    let body = serde_json::to_string_pretty(&data)?;
    let post = Post::Document { name: "puente-my-data.json".into(), body, caption: text!("my-data") };
    turn.post(&Reply::now(Place::Chat(turn.here), post)).await
}

/// `/forget` asks once.
pub async fn forget(turn: &mut Turn<'_, '_>) -> Result<()> {
    let message = Message::new(text!("forget-really"))
        .row([Button::new(text!("button-forget"), Action::ReallyForget), Button::new(text!("button-keep"), Action::Menu)]);
    turn.say(message).await
}

/// Erases the person's data. Staff keep only the numbers of what there was.
pub async fn really_forget(turn: &mut Turn<'_, '_>) -> Result<()> {
    let (by, at) = (turn.person, turn.at);
    let mut others = Vec::new();
    for request in turn.tx.requests_of(turn.person, i64::MAX).await? {
        turn.learn(Learned::Gone(ProposalId::Request(request.id)));
        for row in turn.tx.matches_of(request.id).await? {
            others.push(row.across_from(request.id));
        }
        // Whoever waits for an answer hears that there will be none, before nothing is left to tell them by.
        let ended = turn.tx.end_matches(request.id, EndReason::Closed, Some(by), at).await?;
        pairs::tell_ended(turn.tx, turn.rooms, ended, Some(by), at).await?;
    }
    let leads = turn.tx.leads_of_chat(&turn.chat).await?;
    turn.tx.erase_person(&turn.chat, turn.person, turn.at).await?;
    for other in others {
        if let ProposalId::Request(other) = other
            && let Some(line) = turn.tx.lead_of_request(other).await?
        {
            staff::refresh_card(turn.tx, turn.rooms, line.lead.id, at).await?;
        }
    }
    for lead in leads {
        staff::refresh_card(turn.tx, turn.rooms, lead, at).await?;
        turn.post(&Reply::soon(Place::Lead(lead), Post::Say(text!("staff-forgotten").into()))).await?;
    }
    turn.dialogue = Dialogue { mode: Mode::Open, ..Dialogue::default() };
    turn.say(text!("forgotten")).await
}
