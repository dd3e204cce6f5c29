//! What a person does in their own chat with the bot. Staff and admins are partners here too, with a few more commands.

mod ask;
mod book;
mod browse;
pub(super) mod card;
mod choices;
mod form;
mod human;
mod introductions;
mod own;
mod privacy;
mod requests;

use anyhow::Result;

use super::{admin, staff, turn::Turn};
use crate::{
    domain::{Mode, Role},
    talk::{Action, Button, Command, Message, OtherKind, Said, Text},
    text,
};

/// One thing that a person did in their private chat.
pub async fn in_private(turn: &mut Turn<'_, '_>, said: &Said) -> Result<()> {
    match said {
        Said::Words { text, reply_to, .. } => words(turn, text, *reply_to).await,
        Said::Command { command, rest, reply_to, message } => command_given(turn, *command, rest, *message, *reply_to).await,
        Said::Pressed { action: Some(action), message, callback } => {
            turn.toast(callback, None).await?;
            pressed(turn, action, *message).await
        }
        Said::Pressed { action: None, callback, .. } => {
            tracing::warn!(person.id = %turn.person, "a button that was never ours");
            turn.toast(callback, Some(text!("button-unknown"))).await
        }
        Said::File { file, caption, reply_to } => human::file(turn, file, caption, *reply_to).await,
        Said::Other { kind, .. } => other_kind(turn, *kind).await,
        Said::Edited { text, message } => staff::partner_edited(turn, text, *message).await,
        Said::Reachable(true) | Said::Joined | Said::Left => Ok(()),
        Said::Reachable(false) => turn.tx.set_unreachable(turn.chat.door, turn.chat.id, turn.at).await,
        Said::Done(_) | Said::Started | Said::Tick => Ok(()),
    }
}

async fn words(turn: &mut Turn<'_, '_>, words: &str, reply_to: Option<i64>) -> Result<()> {
    if words.trim().is_empty() {
        return other_kind(turn, OtherKind::Something).await;
    }
    if let Some(answered) = reply_to
        && human::answer_to_staff(turn, words, answered).await?
    {
        return Ok(());
    }
    match turn.dialogue.mode {
        Mode::Form => form::words(turn, words).await,
        Mode::Human(question) => human::send(turn, words, question).await,
        Mode::Pair(of) => introductions::asked(turn, words, of).await,
        Mode::Missing(question) => ask::missing(turn, words, question).await,
        Mode::Open => {
            if own::small_talk(turn, words).await? {
                return Ok(());
            }
            ask::question(turn, words).await
        }
    }
}

async fn command_given(
    turn: &mut Turn<'_, '_>,
    command: Command,
    rest: &str,
    message: i64,
    reply_to: Option<i64>,
) -> Result<()> {
    // A command ends what the next words would have been taken for, but an open form: it goes on after the command.
    let was = turn.dialogue.mode;
    turn.dialogue.mode = keep_form(was);
    match command {
        Command::Start => own::start(turn, rest).await,
        Command::Help => {
            own::help(turn).await?;
            form::go_on(turn).await
        }
        Command::Ask if rest.is_empty() => turn.say(text!("ask-invite")).await,
        Command::Ask => {
            ask::question(turn, rest).await?;
            form::go_on(turn).await
        }
        Command::Browse => browse::categories(turn, None).await,
        Command::Request => form::begin(turn).await,
        Command::Requests => requests::list(turn, None).await,
        Command::Status => requests::status(turn, rest).await,
        Command::Language => own::languages(turn).await,
        Command::Privacy => {
            privacy::show(turn).await?;
            form::go_on(turn).await
        }
        Command::MyData => own::my_data(turn).await,
        Command::Forget => own::forget(turn).await,
        Command::Human if rest.is_empty() => human::invite(turn, None).await,
        Command::Human => human::send(turn, rest, None).await,
        Command::Cancel => form::cancel(turn, was).await,
        command if Command::STAFF.contains(&command) => {
            if turn.role == Role::Partner {
                return turn.refuse("staff command").await;
            }
            staff::command_given(turn, command, rest, message, reply_to).await
        }
        command if Command::ADMIN.contains(&command) => admin::command_given(turn, command, rest, reply_to).await,
        _ => turn.say(text!("command-unknown")).await,
    }
}

/// A form stays open while its owner asks something in between.
fn keep_form(mode: Mode) -> Mode {
    if mode == Mode::Form { mode } else { Mode::Open }
}

async fn pressed(turn: &mut Turn<'_, '_>, action: &Action, message: i64) -> Result<()> {
    match action {
        Action::Menu => own::menu(turn).await,
        Action::Speak(lang) => own::speak(turn, *lang, message).await,
        Action::Ask => {
            turn.dialogue.mode = Mode::Open;
            turn.say(text!("ask-invite")).await
        }
        Action::Browse => browse::categories(turn, Some(message)).await,
        Action::BrowseCategory { category, page } => browse::category(turn, category, *page, message).await,
        Action::Entry { entry, question } => ask::chosen(turn, entry, *question).await,
        Action::NoneOfThese(question) => ask::none_of_these(turn, *question).await,
        Action::NorThose(question) => ask::nor_those(turn, *question).await,
        Action::Vote { question, vote } => ask::vote(turn, *question, *vote).await,
        Action::Human(question) => human::invite(turn, *question).await,
        Action::NewRequest => form::begin(turn).await,
        Action::Resume => form::resume(turn).await,
        Action::MyRequests => requests::list(turn, Some(message)).await,
        Action::Request(id) => requests::show(turn, *id, Some(message)).await,
        Action::Amend(id) => requests::amend(turn, *id).await,
        Action::Withdraw(id) => requests::withdraw(turn, *id, message).await,
        Action::ReallyWithdraw(id) => requests::really_withdraw(turn, *id, message).await,
        Action::Own { request, press } => requests::own_press(turn, *request, *press, message).await,
        Action::Form { step, press } => form::pressed(turn, *step, press, message).await,
        Action::ReallyForget => own::really_forget(turn).await,
        Action::Take(_)
        | Action::Release(_)
        | Action::Close(_)
        | Action::Reopen(_)
        | Action::Matches(_)
        | Action::Decide { .. }
        | Action::Export { .. }
        | Action::Snooze { .. }
        | Action::Next
        | Action::ShowLead(_)
        | Action::Identity(_)
        | Action::Canned { .. }
        | Action::SendCanned { .. }
        | Action::CannedList(_)
        | Action::Desk(_)
        | Action::Assign(_)
        | Action::Give { .. }
        | Action::Merge { .. }
        | Action::Reader { .. } => {
            if turn.role == Role::Partner {
                return turn.refuse("staff button").await;
            }
            staff::pressed(turn, action).await
        }
        Action::Match { press, .. } if press.is_for_staff() => {
            if turn.role == Role::Partner {
                return turn.refuse("staff button").await;
            }
            staff::pressed(turn, action).await
        }
        Action::Match { of, press } => introductions::pressed(turn, *of, press).await,
        Action::Consent { kind, country, press } => privacy::pressed(turn, (*kind, *country), press, message).await,
    }
}

/// Something that Puente cannot read: what works instead, and the open question again.
async fn other_kind(turn: &mut Turn<'_, '_>, kind: OtherKind) -> Result<()> {
    turn.say(Text::paragraphs([Text::of_code(OtherKind::LIST, kind.code()), text!("other-what-works")])).await?;
    form::go_on(turn).await
}

/// The buttons that lead everywhere, in a private chat.
fn main_menu(message: Message) -> Message {
    message
        .row([Button::new(text!("button-ask"), Action::Ask), Button::new(text!("button-browse"), Action::Browse)])
        .row([
            Button::new(text!("button-new-request"), Action::NewRequest),
            Button::new(text!("button-my-requests"), Action::MyRequests),
        ])
        .row([Button::new(text!("button-human"), Action::Human(None))])
}
