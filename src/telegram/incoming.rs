//! An update of Telegram as one of the product's own words, or nothing, with the reason beside it.
//! Nothing here asks who the person is or what they may do.

use jiff::Timestamp;
use teloxide::types::{
    CallbackQuery, ChatMemberUpdated, FileMeta, MaybeInaccessibleMessage, MediaKind, Message, MessageCommon, MessageKind,
    Update, UpdateKind, User,
};

use crate::{
    domain::Lang,
    talk::{Action, Chat, ChatKind, Command, Door, FileRef, Incoming, OtherKind, Said, Sender, UpdateId},
};

/// What the update says, if it says anything to us. `own_name` is the bot's user name, `at` the door's clock.
pub(super) fn read(update: &Update, own_name: Option<&str>, at: Timestamp) -> Option<Incoming> {
    let (chat, from, said) = match &update.kind {
        UpdateKind::Message(message) => {
            let (from, said) = new_message(message, own_name)?;
            (place(message)?, from, said)
        }
        UpdateKind::EditedMessage(message) => (place(message)?, author(message)?, edited(message)?),
        UpdateKind::CallbackQuery(query) => (pressed_in(query)?, &query.from, pressed(query)?),
        UpdateKind::MyChatMember(change) => (chat(&change.chat)?, &change.from, own_standing(change)?),
        UpdateKind::ChatMember(change) => (chat(&change.chat)?, &change.new_chat_member.user, standing(change)?),
        // Nothing else is asked for; an old setting of Telegram's may send it all the same.
        _ => return None,
    };
    // Bots talk to nobody here, and an anonymous admin appears as a bot: we could not tell who of the staff it is.
    if from.is_bot {
        return None;
    }
    let update = UpdateId { door: Door::Telegram, id: i64::from(update.id.0) };
    Some(Incoming { update, at, chat, from: sender(from), said })
}

/// A chat without its topic; channels are none of ours.
fn chat(chat: &teloxide::types::Chat) -> Option<Chat> {
    let kind = match chat {
        chat if chat.is_private() => ChatKind::Private,
        chat if chat.is_channel() => return None,
        _ => ChatKind::Group,
    };
    Some(Chat { door: Door::Telegram, id: chat.id.0, kind, topic: None })
}

/// The chat of a message and, in a group, its topic. `message_thread_id` alone is no topic: every chain of replies has one.
fn place(message: &Message) -> Option<Chat> {
    let mut place = chat(&message.chat)?;
    if message.is_topic_message && place.kind == ChatKind::Group {
        place.topic = message.thread_id.map(|thread| i64::from(thread.0.0));
    }
    Some(place)
}

fn sender(user: &User) -> Sender {
    Sender {
        id: i64::try_from(user.id.0).unwrap_or(i64::MAX),
        name: user.full_name(),
        lang_hint: user.language_code.as_deref().and_then(Lang::from_tag),
    }
}

/// The person behind a message; none when a channel or a whole group speaks.
fn author(message: &Message) -> Option<&User> {
    message.from.as_ref().filter(|_| message.sender_chat.is_none())
}

fn new_message<'a>(message: &'a Message, own_name: Option<&str>) -> Option<(&'a User, Said)> {
    match &message.kind {
        // An update can carry one act only. Where several come at once, `chat_member` tells of each by itself.
        MessageKind::NewChatMembers(new) => Some((new.new_chat_members.iter().find(|user| !user.is_bot)?, Said::Joined)),
        MessageKind::LeftChatMember(left) => Some((&left.left_chat_member, Said::Left)),
        MessageKind::Common(common) => Some((author(message)?, common_message(message, common, own_name)?)),
        MessageKind::Dice(_) => Some((author(message)?, other(message, OtherKind::Something))),
        // A kind of message that is newer than this program. In a group it may be a service message, which asks nothing.
        MessageKind::Empty {} if message.chat.is_private() => Some((author(message)?, other(message, OtherKind::Something))),
        // Service messages: a topic opened or closed, a message pinned, a new title. Most are echoes of our own acts.
        _ => None,
    }
}

fn common_message(message: &Message, common: &MessageCommon, own_name: Option<&str>) -> Option<Said> {
    // A post that Telegram copies from a channel into its discussion group.
    if common.is_automatic_forward {
        return None;
    }
    Some(match &common.media_kind {
        MediaKind::Text(text) => return words(message, &text.text, own_name),
        MediaKind::Document(sent) => {
            let name = sent.document.file_name.clone().unwrap_or_else(|| "file".into());
            let mime = sent.document.mime_type.as_ref().map_or("application/octet-stream".into(), ToString::to_string);
            file(message, name, mime, &sent.document.file)
        }
        MediaKind::Photo(sent) => {
            let largest = sent.photo.iter().max_by_key(|size| u64::from(size.width) * u64::from(size.height))?;
            file(message, "photo.jpg".into(), "image/jpeg".into(), &largest.file)
        }
        MediaKind::Voice(_) => other(message, OtherKind::Voice),
        MediaKind::Video(_) | MediaKind::VideoNote(_) => other(message, OtherKind::Video),
        MediaKind::Sticker(_) => other(message, OtherKind::Sticker),
        MediaKind::Location(_) | MediaKind::Venue(_) => other(message, OtherKind::Location),
        MediaKind::Contact(_) => other(message, OtherKind::Contact),
        MediaKind::Poll(_) => other(message, OtherKind::Poll),
        // The group became a supergroup: the next message to the old number is refused with the new one.
        MediaKind::Migration(_) => return None,
        _ => other(message, OtherKind::Something),
    })
}

fn words(message: &Message, text: &str, own_name: Option<&str>) -> Option<Said> {
    let (id, reply_to) = (number(message), reply_to(message));
    if let Some((command, rest)) = Command::read(text, own_name) {
        return Some(Said::Command { command, rest: rest.to_owned(), message: id, reply_to });
    }
    // `/ask@other_bot` in a group is for the other bot, and no words for a partner either.
    if own_name.is_some() && Command::read(text, None).is_some() {
        return None;
    }
    Some(Said::Words { text: text.to_owned(), message: id, reply_to })
}

/// New words for an old message; a changed photo or a moving location has none.
fn edited(message: &Message) -> Option<Said> {
    let text = message.text().or_else(|| message.caption())?.to_owned();
    Some(Said::Edited { text, message: number(message) })
}

fn file(message: &Message, name: String, mime: String, meta: &FileMeta) -> Said {
    // teloxide's number for "unknown".
    let size = Some(meta.size).filter(|size| *size != u32::MAX).map(u64::from);
    Said::File {
        file: FileRef {
            message: number(message),
            name,
            size,
            mime,
            album: message.media_group_id().map(|album| album.0.clone()),
        },
        caption: message.caption().unwrap_or_default().to_owned(),
        reply_to: reply_to(message),
    }
}

fn other(message: &Message, kind: OtherKind) -> Said {
    Said::Other { kind, message: number(message) }
}

fn number(message: &Message) -> i64 {
    i64::from(message.id.0)
}

/// The message that this one answers. In a topic, Telegram calls every message a reply to the topic's first, the service
/// message that opened it; that is no answer to anything.
fn reply_to(message: &Message) -> Option<i64> {
    let target = message.reply_to_message()?;
    let opens_topic = matches!(target.kind, MessageKind::ForumTopicCreated(_))
        || (message.is_topic_message && message.thread_id.is_some_and(|thread| thread.0 == target.id));
    (!opens_topic).then(|| number(target))
}

/// Where the pressed button is. Buttons of inline mode belong to no chat; we send none.
fn pressed_in(query: &CallbackQuery) -> Option<Chat> {
    match query.message.as_ref()? {
        MaybeInaccessibleMessage::Regular(message) => place(message),
        // Telegram no longer knows the topic of a message that is too old.
        MaybeInaccessibleMessage::Inaccessible(message) => chat(&message.chat),
    }
}

fn pressed(query: &CallbackQuery) -> Option<Said> {
    Some(Said::Pressed {
        action: query.data.as_deref().and_then(Action::decode),
        message: i64::from(query.message.as_ref()?.id().0),
        callback: query.id.0.clone(),
    })
}

/// Blocked or not. In a group it is an admin's doing, and the next message there finds it out.
fn own_standing(change: &ChatMemberUpdated) -> Option<Said> {
    change.chat.is_private().then(|| Said::Reachable(change.new_chat_member.is_present()))
}

/// In or out; a new title or right of somebody who stays is nothing to us.
fn standing(change: &ChatMemberUpdated) -> Option<Said> {
    match (change.old_chat_member.is_present(), change.new_chat_member.is_present()) {
        (false, true) => Some(Said::Joined),
        (true, false) => Some(Said::Left),
        _ => None,
    }
}

#[cfg(test)]
#[path = "incoming_tests.rs"]
mod tests;
