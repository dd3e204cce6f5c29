//! The out-half of the door: what Puente says goes into the chats and at once to the open pages. It refuses what the
//! page has no place for, with the same errors as Telegram.

use anyhow::Context;
use jiff::Timestamp;

use super::{
    Web,
    book::Book,
    chat::{Attachment, Body, Change, MenuItem, Message, Topic, buttons},
    events::Event,
};
use crate::talk::{Address, BoxFuture, Call, ChatKind, Done, Key, Messenger, SendError};

impl Messenger for Web {
    fn deliver(&self, call: Call) -> BoxFuture<'_, Result<Done, SendError>> {
        Box::pin(async move {
            match call {
                Call::Say { to, html, keys, answers } => self.post(to, |message| {
                    message.body = Body::Html(html);
                    message.keys = buttons(keys);
                    message.reply_to = answers;
                }),
                Call::Edit { to, message, html, keys } => self.replace(to, message, html, keys),
                Call::Delete { to, message } => self.delete(to, message),
                Call::Copy { to, from, message } => self.copy(to, from, message),
                Call::Document { to, name, body, caption } => {
                    let mime = mime_of(&name);
                    self.send_file(to, name, mime, body, caption).await
                }
                Call::Photo { to, name, png, caption } => self.send_file(to, name, "image/png", png, caption).await,
                Call::OpenTopic { chat, name, icon } => self.open_topic(chat, name, icon),
                Call::TopicIcon { topic, icon, name } => self.change_topic(topic, |topic| {
                    icon.clone_into(&mut topic.icon);
                    topic.name = name.unwrap_or_else(|| std::mem::take(&mut topic.name));
                }),
                Call::CloseTopic { topic } => self.change_topic(topic, |topic| topic.open = false),
                Call::ReopenTopic { topic } => self.change_topic(topic, |topic| topic.open = true),
                Call::Pin { to, message } => self.pin(to, message),
                Call::Toast { callback, text } => toast(self, &callback, text.as_deref()),
                Call::Menu { chat, commands, .. } => self.set_menu(chat, commands),
            }
        })
    }
}

impl Web {
    /// Adds a message of ours, with what `fill` puts into it.
    fn post(&self, to: Address, fill: impl FnOnce(&mut Message)) -> Result<Done, SendError> {
        self.may_write_to(to.chat)?;
        let mut book = self.book();
        require_topic(&mut book, to)?;
        let mut message = blank(book.chat(to.chat).next_id(), to.topic);
        fill(&mut message);
        let id = message.id;
        self.record(&mut book, to.chat, Change::Message(message)).map_err(no_answer)?;
        Ok(Done { message: Some(id), topic: None })
    }

    fn replace(&self, to: Address, message: i64, html: String, keys: Vec<Vec<Key>>) -> Result<Done, SendError> {
        let mut book = self.book();
        let old = book.chat(to.chat).messages.get(&message).filter(|old| old.from.is_none());
        let mut new = old.cloned().ok_or(SendError::MessageGone)?;
        let (body, keys) = (Body::Html(html), buttons(keys));
        if new.body == body && new.keys == keys {
            return Ok(Done::default());
        }
        new.edited |= new.body != body;
        (new.body, new.keys) = (body, keys);
        self.record(&mut book, to.chat, Change::Message(new)).map_err(no_answer)?;
        Ok(Done::default())
    }

    /// A message that is not there any more counts as deleted.
    fn delete(&self, to: Address, message: i64) -> Result<Done, SendError> {
        let mut book = self.book();
        if book.chat(to.chat).messages.contains_key(&message) {
            self.record(&mut book, to.chat, Change::Dropped { message }).map_err(no_answer)?;
        }
        Ok(Done::default())
    }

    fn copy(&self, to: Address, from: Address, message: i64) -> Result<Done, SendError> {
        let original = self.book().chat(from.chat).messages.get(&message).cloned().ok_or(SendError::MessageGone)?;
        self.post(to, |copy| {
            copy.body = original.body;
            copy.file = original.file;
        })
    }

    async fn send_file(
        &self,
        to: Address,
        name: String,
        mime: &str,
        body: Vec<u8>,
        caption: String,
    ) -> Result<Done, SendError> {
        self.may_write_to(to.chat)?;
        let stored = format!("{}-out-{}", to.chat, self.next_update().id);
        let (path, size) = (self.book().file(&stored), body.len() as u64);
        tokio::fs::write(path, body).await.context("write a document").map_err(no_answer)?;
        self.post(to, |message| {
            message.body = Body::Html(caption);
            message.file = Some(Attachment { name, size, mime: mime.into(), stored });
        })
    }

    fn open_topic(&self, chat: Address, name: String, icon: &str) -> Result<Done, SendError> {
        if self.kind_of(chat.chat) == ChatKind::Private {
            return Err(SendError::NoTopics);
        }
        let mut book = self.book();
        let id = book.chat(chat.chat).next_id();
        let topic = Topic { id, name, open: true, icon: icon.to_owned() };
        self.record(&mut book, chat.chat, Change::Topic(topic)).map_err(no_answer)?;
        Ok(Done { message: None, topic: Some(id) })
    }

    fn change_topic(&self, place: Address, change: impl FnOnce(&mut Topic)) -> Result<Done, SendError> {
        let mut book = self.book();
        let topic = place.topic.and_then(|id| book.chat(place.chat).topics.get(&id).cloned());
        let topic = topic.ok_or(SendError::TopicGone)?;
        let mut changed = topic.clone();
        change(&mut changed);
        if changed != topic {
            self.record(&mut book, place.chat, Change::Topic(changed)).map_err(no_answer)?;
        }
        Ok(Done::default())
    }

    fn pin(&self, to: Address, message: i64) -> Result<Done, SendError> {
        let mut book = self.book();
        let topic = book.chat(to.chat).messages.get(&message).ok_or(SendError::MessageGone)?.topic;
        self.record(&mut book, to.chat, Change::Pinned { topic, message }).map_err(no_answer)?;
        Ok(Done::default())
    }

    fn set_menu(&self, chat: Address, commands: Vec<(String, String)>) -> Result<Done, SendError> {
        self.may_write_to(chat.chat)?;
        let item = |(command, description): (String, String)| MenuItem { command, description };
        let menu: Vec<MenuItem> = commands.into_iter().map(item).collect();
        let mut book = self.book();
        if book.chat(chat.chat).menu != menu {
            self.record(&mut book, chat.chat, Change::Menu(menu)).map_err(no_answer)?;
        }
        Ok(Done::default())
    }

    fn may_write_to(&self, chat: i64) -> Result<(), SendError> {
        self.has_chat(chat).then_some(()).ok_or_else(|| SendError::Unreachable("no such chat on the page".into()))
    }
}

/// What a browser is told of a file of ours, by how its name ends.
fn mime_of(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("xlsx") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Some("csv") => "text/csv",
        _ => "text/plain",
    }
}

/// A toast goes to the person who pressed; a callback that is not ours is too old to matter.
fn toast(web: &Web, callback: &str, text: Option<&str>) -> Result<Done, SendError> {
    let (person, token) = callback.split_once(':').unwrap_or_default();
    if let Ok(person) = person.parse() {
        web.publish(Event::toast(person, token, text).map_err(no_answer)?);
    }
    Ok(Done::default())
}

fn require_topic(book: &mut Book, to: Address) -> Result<(), SendError> {
    match to.topic {
        Some(topic) if !book.chat(to.chat).topics.contains_key(&topic) => Err(SendError::TopicGone),
        _ => Ok(()),
    }
}

fn blank(id: i64, topic: Option<i64>) -> Message {
    Message {
        id,
        topic,
        from: None,
        at: Timestamp::now().as_millisecond(),
        body: Body::Html(String::new()),
        keys: Vec::new(),
        reply_to: None,
        file: None,
        edited: false,
        kept: true,
    }
}

fn no_answer(error: anyhow::Error) -> SendError {
    SendError::NoAnswer(format!("{error:#}"))
}
