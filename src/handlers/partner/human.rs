//! A person instead of a machine: questions that become consultations, and the talk with staff, both ways.

use anyhow::Result;
use jiff::SignedDuration;

use super::{ask, form};
use crate::{
    domain::{Album, Attachment, LeadId, LeadMove, LeadState, Mode, Mover, QuestionId, RequestMove},
    faq::Verdict,
    handlers::{staff, turn::Turn},
    store::{Lead, LeadWord, Moved, NewLead},
    talk::{Action, Address, Button, FileRef, Message, Place, Post, Reply, Text},
    text,
};

/// Files of a request, and the bytes of each, at most.
const MOST_FILES: usize = 3;
const MOST_BYTES: u64 = 10 * 1024 * 1024;
/// Kinds of file that are taken: documents, tables, slides, pictures.
const FILE_KINDS: [&str; 14] =
    ["pdf", "doc", "docx", "odt", "rtf", "txt", "md", "csv", "xls", "xlsx", "ppt", "pptx", "jpg", "png"];
/// Consultations that one person may have open: what they ask beyond is added to the newest, and opens no topic.
const MOST_OPEN: i64 = 5;
/// Words of a partner, at most, that one message to staff can carry.
const MOST_WORDS: usize = 3000;
/// The files of an album arrive within a second or so; what is said of them waits a little longer.
const ALBUM_MILLIS: i64 = 2000;

/// Asks for the words to pass on; where a question was asked already, it may be passed on by itself.
pub async fn invite(turn: &mut Turn<'_, '_>, question: Option<QuestionId>) -> Result<()> {
    let asked = match question {
        Some(id) => turn.tx.question(&turn.chat, id).await?,
        None => None,
    };
    // Somebody with a form open comes back to it: only the next words go to a person.
    turn.dialogue.mode = Mode::Human(asked.as_ref().map(|asked| asked.id));
    let Some(asked) = asked else { return turn.say(text!("human-invite")).await };
    if asked.entry.is_none() {
        // The answer was missing, so the question itself is what staff must see.
        let words = asked.asked.clone();
        return send(turn, &words, Some(asked.id)).await;
    }
    turn.say(text!("human-invite-about", question = asked.asked)).await
}

/// Brings these words to staff as a consultation.
pub async fn send(turn: &mut Turn<'_, '_>, words: &str, question: Option<QuestionId>) -> Result<()> {
    consult(turn, words, question).await.map(|_| ())
}

/// The consultation that the words are in now, unless they were too long: a new one, or the newest of somebody who has enough
/// of them open.
async fn consult(turn: &mut Turn<'_, '_>, words: &str, question: Option<QuestionId>) -> Result<Option<LeadId>> {
    let words = match limited(words) {
        Ok(words) => words,
        Err(is) => {
            turn.say(text!("words-too-long", most = number(MOST_WORDS), is = number(is))).await?;
            return Ok(None);
        }
    };
    turn.dialogue.mode = if turn.dialogue.draft.is_some() { Mode::Form } else { Mode::Open };
    turn.dialogue.just_failed = false;
    if let Some(open) = turn.tx.newest_consultation_of(&turn.chat, MOST_OPEN).await?
        && let Some(line) = turn.tx.lead(open).await?
    {
        pass_on(turn, &line.lead, words).await?;
        return Ok(Some(open));
    }
    let head: String = words.chars().take(60).collect();
    let topic_name = staff::topic_name(turn.rooms, None, &head);
    let new = NewLead { request: None, question, topic_name: &topic_name };
    let lead = turn.tx.open_lead(&turn.chat, &new, turn.at).await?;
    staff::keep_word(turn, lead, &LeadWord { by: None, note: false, text: words.to_owned(), at: turn.at }).await?;
    staff::look_for_repeat(turn, lead).await?;
    staff::refresh_card(turn.tx, turn.rooms, lead, turn.at).await?;
    staff::relay_to_staff(turn, lead, words).await?;
    turn.say(text!("human-passed-on", number = lead.0)).await?;
    form::go_on(turn).await?;
    Ok(Some(lead))
}

/// Words that answer a message of the staff's go back to them, whatever the chat was about. False when the message answered
/// was not theirs.
pub async fn answer_to_staff(turn: &mut Turn<'_, '_>, words: &str, answered: i64) -> Result<bool> {
    let Some((lead, Post::ToPartner { .. })) = turn.tx.lead_of_message(turn.chat.door, turn.chat.id, answered).await? else {
        return Ok(false);
    };
    let lead = turn.tx.lead_now(lead).await?;
    let Some(line) = turn.tx.lead(lead).await? else { return Ok(false) };
    pass_on(turn, &line.lead, words).await?;
    Ok(true)
}

/// Words in a chat where staff and partner are talking are for the person, unless they are a question to which the FAQ has
/// a sure answer.
pub async fn in_live_talk(turn: &mut Turn<'_, '_>, words: &str) -> Result<bool> {
    let Some(line) = turn.tx.lead_in_talk(&turn.chat).await? else { return Ok(false) };
    let talking = line.lead.held.state == LeadState::Taken && line.lead.answered_at.is_some();
    let for_the_faq = form::looks_like_a_question(words) && turn.rooms.faq.answer(turn.lang, words).verdict == Verdict::Sure;
    if !talking || for_the_faq {
        return Ok(false);
    }
    pass_on(turn, &line.lead, words).await?;
    Ok(true)
}

/// Passes a partner's words on; a closed lead is opened again by them.
async fn pass_on(turn: &mut Turn<'_, '_>, lead: &Lead, words: &str) -> Result<()> {
    let words = match limited(words) {
        Ok(words) => words,
        Err(is) => return turn.say(text!("words-too-long", most = number(MOST_WORDS), is = number(is))).await,
    };
    staff::keep_word(turn, lead.id, &LeadWord { by: None, note: false, text: words.to_owned(), at: turn.at }).await?;
    if lead.held.state == LeadState::Closed {
        reopen(turn, lead).await?;
    }
    if let Some(request) = lead.request {
        // Whatever staff asked for, this is an answer; where nothing was asked the move is refused, and nothing happens.
        turn.tx.move_request(request, RequestMove::Answer, (Mover::Owner, Some(turn.person)), turn.at).await?;
    }
    staff::refresh_card(turn.tx, turn.rooms, lead.id, turn.at).await?;
    staff::relay_to_staff(turn, lead.id, words).await?;
    turn.say(text!("words-passed-on")).await?;
    form::go_on(turn).await
}

async fn reopen(turn: &mut Turn<'_, '_>, lead: &Lead) -> Result<()> {
    if let Some(Moved::To(_)) = turn.tx.move_lead(lead.id, LeadMove::Reopen, turn.person, turn.at).await? {
        let told = Reply::soon(Place::Lead(lead.id), Post::ReopenTopic);
        turn.post(&told).await?;
        staff::request_follows(turn.tx, lead, LeadMove::Reopen, turn.person, turn.at).await?;
    }
    Ok(())
}

/// A file: for the form that is open, for the staff one is talking with, or told kindly what works.
pub async fn file(turn: &mut Turn<'_, '_>, file: &FileRef, caption: &str, reply_to: Option<i64>) -> Result<()> {
    if turn.dialogue.mode == Mode::Form && turn.dialogue.draft.is_some() {
        return keep_with_draft(turn, file).await;
    }
    if let Some(refused) = wrong_file(file) {
        return say_of_file(turn, file, refused, 0).await;
    }
    if let Mode::Human(question) = turn.dialogue.mode {
        return send_file(turn, file, caption, question).await;
    }
    let answered = match reply_to {
        Some(answered) => turn.tx.lead_of_message(turn.chat.door, turn.chat.id, answered).await?.map(|(lead, _)| lead),
        None => None,
    };
    let lead = match answered {
        Some(lead) => Some(turn.tx.lead_now(lead).await?),
        None => turn
            .tx
            .lead_in_talk(&turn.chat)
            .await?
            .filter(|line| line.lead.held.state != LeadState::Closed)
            .map(|line| line.lead.id),
    };
    let Some(lead) = lead else {
        if !caption.trim().is_empty() {
            return ask::question(turn, caption).await;
        }
        let message = Message::new(text!("file-what-for")).row([
            Button::new(text!("button-new-request"), Action::NewRequest),
            Button::new(text!("button-human"), Action::Human(None)),
        ]);
        return turn.say(message).await;
    };
    copy_to_staff(turn, lead, &Attachment { message: file.message, name: file.name.clone() }).await?;
    turn.tx
        .add_word(lead, &LeadWord { by: None, note: false, text: format!("[{}] {caption}", file.name), at: turn.at })
        .await?;
    say_of_file(turn, file, text!("file-passed-on", name = file.name.as_str()).into(), 1).await
}

/// A consultation that begins with a file.
async fn send_file(turn: &mut Turn<'_, '_>, file: &FileRef, caption: &str, question: Option<QuestionId>) -> Result<()> {
    let words = if caption.trim().is_empty() { file.name.as_str() } else { caption };
    if let Some(lead) = consult(turn, words, question).await? {
        copy_to_staff(turn, lead, &Attachment { message: file.message, name: file.name.clone() }).await?;
    }
    Ok(())
}

async fn keep_with_draft(turn: &mut Turn<'_, '_>, file: &FileRef) -> Result<()> {
    let Some(draft) = turn.dialogue.draft.as_mut() else { return Ok(()) };
    let refused = if draft.files.len() >= MOST_FILES {
        Some(text!("file-too-many", most = number(MOST_FILES)).into())
    } else {
        wrong_file(file)
    };
    if let Some(refused) = refused {
        return say_of_file(turn, file, refused, 0).await;
    }
    draft.files.push(Attachment { message: file.message, name: file.name.clone() });
    let count = number(draft.files.len());
    let kept = text!("file-kept", name = file.name.as_str(), count = count, most = number(MOST_FILES));
    say_of_file(turn, file, kept.into(), 1).await
}

/// Tells what became of a file, and asks the form's open question again. The files of an album come one by one but were sent
/// as one: they are told of once, shortly after the last.
async fn say_of_file(turn: &mut Turn<'_, '_>, file: &FileRef, said: Message, kept: usize) -> Result<()> {
    let Some(id) = &file.album else {
        turn.say(said).await?;
        return form::go_on(turn).await;
    };
    let before = turn.dialogue.album.take().filter(|album| album.id == *id);
    let before = before.unwrap_or(Album { id: id.clone(), kept: 0, refused: 0 });
    let album = Album { id: id.clone(), kept: before.kept + kept, refused: before.refused + 1 - kept };
    let kinds = FILE_KINDS.join(", ");
    let mut parts = vec![text!("album-kept", count = number(album.kept))];
    if album.refused > 0 {
        parts.push(text!(
            "album-refused",
            count = number(album.refused),
            most = number(MOST_FILES),
            megabytes = number(megabytes()),
            kinds = kinds
        ));
    }
    turn.dialogue.album = Some(album);
    let mut message = Message::new(Text::lines(parts));
    if let Some(question) = form::open_question(turn) {
        message = Message { text: Text::paragraphs([message.text, question.text]), rows: question.rows };
    }
    let key = format!("album:{}:{}:{id}", turn.chat.door.code(), turn.chat.id);
    let due = turn.at + SignedDuration::from_millis(ALBUM_MILLIS);
    let reply = Reply::say(Place::Chat(turn.here), message);
    turn.tx.post_once(&reply, key, due, turn.at).await
}

/// A copy of a partner's file in the lead's topic.
pub async fn copy_to_staff(turn: &mut Turn<'_, '_>, lead: LeadId, file: &Attachment) -> Result<()> {
    let from = Address { topic: None, ..turn.here };
    turn.post(&Reply::soon(Place::Lead(lead), Post::Copy { from, message: file.message, lead: Some(lead) })).await
}

/// Why a file is not taken, and what works instead.
fn wrong_file(file: &FileRef) -> Option<Message> {
    let ending = file.name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
    let known = FILE_KINDS.contains(&ending.as_str()) || ending == "jpeg";
    if !known {
        return Some(text!("file-wrong-kind", kinds = FILE_KINDS.join(", ")).into());
    }
    let too_big = file.size.is_some_and(|size| size > MOST_BYTES);
    too_big.then(|| text!("file-too-big", most = number(megabytes())).into())
}

fn megabytes() -> usize {
    usize::try_from(MOST_BYTES / 1024 / 1024).unwrap_or(usize::MAX)
}

/// The words without the blanks around them, or their number of characters when they are too many.
fn limited(words: &str) -> Result<&str, usize> {
    let words = words.trim();
    let is = words.chars().count();
    if is > MOST_WORDS { Err(is) } else { Ok(words) }
}

fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
