//! What Puente says, as requests to the Bot API. Nothing here decides when to send or whether to try again.

use std::time::Duration;

use rand::{Rng, distr::Alphanumeric};
use serde::Serialize;
use serde_json::Value;
use teloxide::{
    payloads::{
        AnswerCallbackQuery, CloseForumTopic, CopyMessage, CreateForumTopic, DeleteMessage, EditForumTopic, EditMessageText,
        GetForumTopicIconStickers, PinChatMessage, ReopenForumTopic, SendMessage, SetMyCommands,
    },
    requests::Payload,
    types::{
        BotCommand, BotCommandScope, CallbackQueryId, ChatId, CustomEmojiId, InlineKeyboardButton, InlineKeyboardMarkup,
        LinkPreviewOptions, MessageId, ParseMode, Recipient, ReplyMarkup, ReplyParameters, ThreadId,
    },
};

use super::{
    refusal::judge,
    wire::{Failure, Wire},
};
use crate::talk::{Address, Call, Done, Key, SendError};

/// Telegram's longest name of a topic.
const TOPIC_NAME: usize = 128;

/// Makes one call.
pub(super) async fn deliver(wire: &Wire, call: Call) -> Result<Done, SendError> {
    match call {
        Call::Say { to, html, keys, answers } => send(wire, &message(&to, html, &keys, answers)?).await,
        Call::Edit { to, message, html, keys } => send(wire, &edit(&to, message, html, &keys)?).await,
        Call::Delete { to, message } => send(wire, &DeleteMessage::new(chat(&to), message_id(message)?)).await,
        Call::Copy { to, from, message } => {
            let mut copy = CopyMessage::new(chat(&to), chat(&from), message_id(message)?);
            copy.message_thread_id = thread(&to)?;
            send(wire, &copy).await
        }
        Call::Document { to, name, body, caption } => {
            let file = Upload { method: "sendDocument", field: "document", name: &name, content: &body, caption: &caption };
            upload(wire, &to, file).await
        }
        Call::Photo { to, name, png, caption } => {
            upload(wire, &to, Upload { method: "sendPhoto", field: "photo", name: &name, content: &png, caption: &caption })
                .await
        }
        Call::OpenTopic { chat: group, name, icon } => {
            let name: String = name.chars().take(TOPIC_NAME).collect();
            let mut topic = CreateForumTopic::new(chat(&group), name);
            topic.icon_custom_emoji_id = custom_emoji(wire, icon).await;
            match send(wire, &topic).await {
                Err(SendError::Refused(why)) if topic.icon_custom_emoji_id.take().is_some() => {
                    tracing::warn!("a topic is opened without its icon: {why}");
                    send(wire, &topic).await
                }
                done => done,
            }
        }
        Call::TopicIcon { topic, icon, name } => {
            let mut edit = EditForumTopic::new(chat(&topic), known_thread(&topic)?);
            (edit.icon_custom_emoji_id, edit.name) = (custom_emoji(wire, icon).await, name);
            if edit.icon_custom_emoji_id.is_none() && edit.name.is_none() {
                return Ok(Done::default());
            }
            send(wire, &edit).await
        }
        Call::CloseTopic { topic } => send(wire, &CloseForumTopic::new(chat(&topic), known_thread(&topic)?)).await,
        Call::ReopenTopic { topic } => send(wire, &ReopenForumTopic::new(chat(&topic), known_thread(&topic)?)).await,
        Call::Pin { to, message } => {
            let mut pin = PinChatMessage::new(chat(&to), message_id(message)?);
            pin.disable_notification = Some(true);
            send(wire, &pin).await
        }
        Call::Toast { callback, text } => {
            let mut answer = AnswerCallbackQuery::new(CallbackQueryId(callback));
            answer.text = text;
            send(wire, &answer).await
        }
        // Without a language code: the person's choice with us outranks the language of their app.
        Call::Menu { chat: of, commands, .. } => {
            let mut menu = SetMyCommands::new(commands.into_iter().map(|(name, what)| BotCommand::new(name, what)));
            menu.scope = Some(BotCommandScope::Chat { chat_id: chat(&of) });
            send(wire, &menu).await
        }
    }
}

/// Telegram's number for an icon of a topic; none when it has no such icon. They are asked for once.
async fn custom_emoji(wire: &Wire, icon: &str) -> Option<CustomEmojiId> {
    let ask = || async {
        let stickers = match wire.call(&GetForumTopicIconStickers::new()).await {
            Ok(stickers) => stickers,
            Err(Failure::Silence(why)) => return Err(why),
            Err(refused @ Failure::Answer { .. }) => {
                tracing::warn!("topics have no icons: {refused}");
                Value::Null
            }
        };
        let known = stickers.as_array().into_iter().flatten().filter_map(|sticker| {
            Some((plain_emoji(sticker["emoji"].as_str()?), sticker["custom_emoji_id"].as_str()?.to_owned()))
        });
        Ok(known.collect())
    };
    let known = wire.topic_icons.get_or_try_init(ask).await.ok()?;
    known.get(&plain_emoji(icon)).cloned().map(CustomEmojiId)
}

/// An emoji without the sign that asks for its colours, which is there or not as it pleases.
fn plain_emoji(emoji: &str) -> String {
    emoji.trim_end_matches('\u{fe0f}').to_owned()
}

fn message(to: &Address, html: String, keys: &[Vec<Key>], answers: Option<i64>) -> Result<SendMessage, SendError> {
    let mut message = SendMessage::new(chat(to), html);
    message.message_thread_id = thread(to)?;
    message.parse_mode = Some(ParseMode::Html);
    message.link_preview_options = Some(no_preview());
    message.reply_markup = keyboard(keys).map(ReplyMarkup::InlineKeyboard);
    if let Some(target) = answers {
        // A question that was deleted meanwhile still gets its answer.
        message.reply_parameters = Some(ReplyParameters::new(message_id(target)?).allow_sending_without_reply());
    }
    Ok(message)
}

/// An edit without keys takes the old keys away.
fn edit(to: &Address, message: i64, html: String, keys: &[Vec<Key>]) -> Result<EditMessageText, SendError> {
    let mut edit = EditMessageText::new(chat(to), message_id(message)?, html);
    edit.parse_mode = Some(ParseMode::Html);
    edit.link_preview_options = Some(no_preview());
    edit.reply_markup = keyboard(keys);
    Ok(edit)
}

async fn send<P: Payload + Serialize>(wire: &Wire, request: &P) -> Result<Done, SendError> {
    outcome(wire.call(request).await)
}

/// A file from memory.
struct Upload<'a> {
    method: &'a str,
    field: &'a str,
    name: &'a str,
    content: &'a [u8],
    caption: &'a str,
}

/// Sends a file as the one kind of multipart request that we make.
async fn upload(wire: &Wire, to: &Address, file: Upload<'_>) -> Result<Done, SendError> {
    let mut form = Form::new();
    form.field("chat_id", &to.chat.to_string());
    if let Some(topic) = to.topic {
        form.field("message_thread_id", &topic.to_string());
    }
    form.field("caption", file.caption);
    form.field("parse_mode", "HTML");
    form.file(file.field, file.name, file.content);
    let content_type = format!("multipart/form-data; boundary={}", form.boundary);
    // A file takes longer on its way than a few words.
    let patience = wire.patience.request + Duration::from_secs(15);
    outcome(wire.post(file.method, &content_type, form.end(), patience).await)
}

/// Only the numbers are read: an answer of a shape we do not know is still a message that was sent.
fn outcome(result: Result<Value, Failure>) -> Result<Done, SendError> {
    let result = match result {
        Ok(result) => result,
        Err(failure) => return judge(failure),
    };
    let number = |name| result.get(name).and_then(Value::as_i64);
    Ok(match number("message_id") {
        Some(message) => Done { message: Some(message), topic: None },
        None => Done { message: None, topic: number("message_thread_id") },
    })
}

fn chat(address: &Address) -> Recipient {
    Recipient::Id(ChatId(address.chat))
}

/// Telegram counts messages in 32 bits; a larger number never was a message.
fn message_id(id: i64) -> Result<MessageId, SendError> {
    i32::try_from(id).map(MessageId).map_err(|_| SendError::MessageGone)
}

fn thread(address: &Address) -> Result<Option<ThreadId>, SendError> {
    let number = |id| i32::try_from(id).map_err(|_| SendError::TopicGone);
    Ok(address.topic.map(number).transpose()?.map(|id| ThreadId(MessageId(id))))
}

fn known_thread(address: &Address) -> Result<ThreadId, SendError> {
    thread(address)?.ok_or(SendError::TopicGone)
}

fn keyboard(keys: &[Vec<Key>]) -> Option<InlineKeyboardMarkup> {
    let button = |key: &Key| InlineKeyboardButton::callback(key.label.clone(), key.payload.clone());
    let rows: Vec<Vec<_>> = keys.iter().filter(|row| !row.is_empty()).map(|row| row.iter().map(button).collect()).collect();
    (!rows.is_empty()).then(|| InlineKeyboardMarkup::new(rows))
}

fn no_preview() -> LinkPreviewOptions {
    LinkPreviewOptions {
        is_disabled: true,
        url: None,
        prefer_small_media: false,
        prefer_large_media: false,
        show_above_text: false,
    }
}

/// A multipart body as it grows.
struct Form {
    boundary: String,
    body: Vec<u8>,
}

impl Form {
    fn new() -> Self {
        let boundary = rand::rng().sample_iter(Alphanumeric).take(40).map(char::from).collect();
        Self { boundary, body: Vec::new() }
    }

    fn field(&mut self, name: &str, value: &str) {
        self.part(&format!("name=\"{name}\""), value.as_bytes());
    }

    fn file(&mut self, name: &str, file: &str, content: &[u8]) {
        let file: String = file.chars().map(|c| if c.is_control() || matches!(c, '"' | '\\') { '_' } else { c }).collect();
        self.part(&format!("name=\"{name}\"; filename=\"{file}\"\r\nContent-Type: application/octet-stream"), content);
    }

    fn part(&mut self, head: &str, content: &[u8]) {
        let Self { boundary, body } = self;
        body.extend_from_slice(format!("--{boundary}\r\nContent-Disposition: form-data; {head}\r\n\r\n").as_bytes());
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n");
    }

    fn end(mut self) -> Vec<u8> {
        self.body.extend_from_slice(format!("--{}--\r\n", self.boundary).as_bytes());
        self.body
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::talk::{ChatKind, Door};

    fn address(topic: Option<i64>) -> Address {
        Address { door: Door::Telegram, chat: -1001, kind: ChatKind::Group, topic }
    }

    #[test]
    fn a_message_carries_its_topic_its_target_and_its_keys() {
        let key = Key { label: "Take".into(), payload: "take:5".into() };
        let request = message(&address(Some(9)), "<b>x</b>".into(), &[vec![key], vec![]], Some(77)).unwrap();
        assert_eq!(
            serde_json::to_value(request).unwrap(),
            json!({
                "chat_id": -1001, "text": "<b>x</b>", "message_thread_id": 9, "parse_mode": "HTML",
                "link_preview_options": {"is_disabled": true},
                "reply_parameters": {"message_id": 77, "allow_sending_without_reply": true},
                "reply_markup": {"inline_keyboard": [[{"text": "Take", "callback_data": "take:5"}]]},
            })
        );
    }

    #[test]
    fn an_edit_without_keys_has_no_markup() {
        let request = edit(&address(None), 5, "x".into(), &[]).unwrap();
        let value = serde_json::to_value(request).unwrap();
        assert_eq!(value.get("reply_markup"), None);
        assert_eq!(value["message_id"], 5);
        assert_eq!(edit(&address(None), i64::MAX, "x".into(), &[]).unwrap_err(), SendError::MessageGone);
    }

    #[test]
    fn a_sent_message_is_known_by_its_number_whatever_else_it_holds() {
        let sent = json!({"message_id": 8, "message_thread_id": 3, "something_new": {"a": [1]}});
        assert_eq!(outcome(Ok(sent)), Ok(Done { message: Some(8), topic: None }));
        let topic = json!({"message_thread_id": 3, "name": "7", "icon_color": 1});
        assert_eq!(outcome(Ok(topic)), Ok(Done { message: None, topic: Some(3) }));
        assert_eq!(outcome(Ok(json!(true))), Ok(Done::default()));
    }

    #[test]
    fn a_file_leaves_byte_for_byte() {
        let mut form = Form::new();
        let book = b"PK\x03\x04\xff\x00\r\n";
        form.file("document", "a.xlsx", book);
        assert!(form.end().windows(book.len()).any(|window| window == book));
    }

    #[test]
    fn the_name_of_a_file_cannot_break_the_form() {
        let mut form = Form::new();
        form.file("document", "a\"b\r\nX: y.json", b"{}");
        assert!(String::from_utf8(form.end()).unwrap().contains("filename=\"a_b__X: y.json\""));
    }
}
