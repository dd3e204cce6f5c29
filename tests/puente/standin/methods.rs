//! The methods of the Bot API that Puente uses, with the refusals that Telegram gives.

use std::time::Instant;

use serde_json::{Value, json};

use super::{
    html,
    world::{BOT, BOT_NAME, Message, Topic, World},
};

/// Some of the icons that Telegram gives to every group, by their numbers.
const ICONS: [(&str, &str); 4] = [
    ("📰", "5434144690511290129"),
    ("❗", "5379748062124056162"),
    ("💬", "5417915203100613993"),
    ("✅", "5237699328843200968"),
];

fn icon_stickers() -> Value {
    ICONS.iter().map(|(emoji, id)| json!({"file_id": id, "emoji": emoji, "custom_emoji_id": id})).collect()
}

/// The emoji of the icon that a request asks for.
fn known_icon(params: &Params) -> Result<Option<String>, Refusal> {
    let Some(asked) = params.text("icon_custom_emoji_id") else { return Ok(None) };
    let known = ICONS.iter().find(|(_, id)| *id == asked).ok_or(Refusal::bad("DOCUMENT_INVALID"))?;
    Ok(Some(known.0.to_owned()))
}

/// Telegram's no.
#[derive(Debug, Clone, PartialEq)]
pub struct Refusal {
    pub code: u16,
    pub description: String,
    pub parameters: Value,
}

impl Refusal {
    pub fn bad(description: &str) -> Self {
        Self { code: 400, description: format!("Bad Request: {description}"), parameters: Value::Null }
    }

    fn forbidden(description: &str) -> Self {
        Self { code: 403, description: format!("Forbidden: {description}"), parameters: Value::Null }
    }

    pub fn too_many(wait: u64) -> Self {
        let description = format!("Too Many Requests: retry after {wait}");
        Self { code: 429, description, parameters: json!({"retry_after": wait}) }
    }

    /// The HTTP body.
    pub fn body(&self) -> Value {
        let mut body = json!({"ok": false, "error_code": self.code, "description": self.description});
        if !self.parameters.is_null() {
            body["parameters"] = self.parameters.clone();
        }
        body
    }
}

/// The parameters of a request, from JSON, a form or the address: there numbers and objects are text.
pub struct Params(pub Value);

impl Params {
    pub fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name).and_then(Value::as_str)
    }

    pub fn int(&self, name: &str) -> Option<i64> {
        let value = self.0.get(name)?;
        value.as_i64().or_else(|| value.as_str()?.parse().ok())
    }

    pub fn object(&self, name: &str) -> Value {
        match self.0.get(name) {
            Some(Value::String(text)) => serde_json::from_str(text).unwrap_or(Value::Null),
            Some(value) => value.clone(),
            None => Value::Null,
        }
    }
}

type Answer = Result<Value, Refusal>;

impl World {
    /// Does what the method says.
    pub fn call(&mut self, method: &str, params: &Params) -> Answer {
        match method.to_lowercase().as_str() {
            "getme" => Ok(json!({"id": BOT, "is_bot": true, "first_name": "Puente", "username": BOT_NAME,
                "can_join_groups": true, "can_read_all_group_messages": !self.privacy, "supports_inline_queries": false,
                "can_connect_to_business": false, "has_main_web_app": false})),
            "deletewebhook" => {
                self.webhook = None;
                Ok(json!(true))
            }
            "setwebhook" => {
                self.webhook = params.text("url").map(str::to_owned).filter(|url| !url.is_empty());
                Ok(json!(true))
            }
            "getwebhookinfo" => {
                let mut info = json!({"url": self.webhook.clone().unwrap_or_default(), "has_custom_certificate": false,
                    "pending_update_count": self.waiting()});
                if let Some(trouble) = &self.webhook_trouble {
                    info["last_error_message"] = trouble.as_str().into();
                }
                Ok(info)
            }
            "getchat" => match params.int("chat_id") {
                Some(chat) if chat == self.group.id && self.group.bot_is_member => Ok(self.chat_json(chat)),
                _ => Err(Refusal::bad("chat not found")),
            },
            "getchatmember" if self.group.bot_is_admin => Ok(json!({"user": self.user_json(BOT), "status": "administrator",
                "can_manage_topics": self.group.bot_manages_topics, "can_pin_messages": self.group.bot_pins})),
            "getchatmember" => Ok(json!({"user": self.user_json(BOT), "status": "member"})),
            "sendmessage" => self.send_message(params),
            "editmessagetext" => self.edit_message(params),
            "copymessage" => self.copy_message(params),
            "senddocument" => self.send_document(params),
            "pinchatmessage" => self.pin(params),
            "createforumtopic" => self.create_topic(params),
            "getforumtopiciconstickers" => Ok(icon_stickers()),
            "editforumtopic" => self.edit_topic(params),
            "closeforumtopic" => self.turn_topic(params, true),
            "reopenforumtopic" => self.turn_topic(params, false),
            "answercallbackquery" => self.answer_callback(params),
            "setmycommands" => self.set_commands(params),
            _ => Err(Refusal { code: 404, description: "Not Found: method not found".into(), parameters: Value::Null }),
        }
    }

    fn send_message(&mut self, params: &Params) -> Answer {
        let (chat, topic) = self.may_write(params)?;
        let (html, text) = words(params, "text", 4096)?;
        if text.trim().is_empty() {
            return Err(Refusal::bad("message text is empty"));
        }
        let keys = keys(params)?;
        let reply_to = self.target(chat, params)?;
        self.slow_down(chat)?;
        Ok(self.post(Message { topic, reply_to, keys, ..blank(chat, html, text) }))
    }

    fn send_document(&mut self, params: &Params) -> Answer {
        let (chat, topic) = self.may_write(params)?;
        let (html, text) = words(params, "caption", 1024)?;
        let file = params.object("document");
        let (Some(name), Some(body)) = (file["name"].as_str(), file["body"].as_str()) else {
            return Err(Refusal::bad("there is no document in the request"));
        };
        if body.is_empty() {
            return Err(Refusal::bad("file must be non-empty"));
        }
        let file = Some((name.to_owned(), body.to_owned()));
        self.slow_down(chat)?;
        Ok(self.post(Message { topic, file, ..blank(chat, html, text) }))
    }

    fn copy_message(&mut self, params: &Params) -> Answer {
        let (chat, topic) = self.may_write(params)?;
        let from = params.int("from_chat_id").filter(|from| self.knows(*from)).ok_or(Refusal::bad("chat not found"))?;
        let source = params.int("message_id").and_then(|id| self.message(from, id)).cloned();
        let source = source.ok_or(Refusal::bad("message to copy not found"))?;
        self.slow_down(chat)?;
        let copy = Message { topic, file: source.file, ..blank(chat, source.html, source.text) };
        let id = self.post(copy)["message_id"].clone();
        Ok(json!({"message_id": id}))
    }

    fn edit_message(&mut self, params: &Params) -> Answer {
        let chat = self.chat(params)?;
        let (html, text) = words(params, "text", 4096)?;
        if text.trim().is_empty() {
            return Err(Refusal::bad("message text is empty"));
        }
        let keys = keys(params)?;
        let id = params.int("message_id").unwrap_or_default();
        let Some(message) = self.message(chat, id) else { return Err(Refusal::bad("message to edit not found")) };
        if message.from != BOT {
            return Err(Refusal::bad("message can't be edited"));
        }
        if message.html == html && message.keys == keys {
            return Err(Refusal::bad(
                "message is not modified: specified new message content and reply markup are exactly the same as a current \
                 content and reply markup of the message",
            ));
        }
        self.slow_down(chat)?;
        let message = self.message_mut(chat, id).expect("found above");
        (message.html, message.text, message.keys) = (html, text, keys);
        message.edits += 1;
        let message = message.clone();
        Ok(self.message_json(&message))
    }

    fn pin(&mut self, params: &Params) -> Answer {
        let chat = self.chat(params)?;
        if chat == self.group.id && !self.group.bot_pins {
            return Err(Refusal::bad("not enough rights to manage pinned messages in the chat"));
        }
        let message = params.int("message_id").and_then(|id| self.message_mut(chat, id));
        message.ok_or(Refusal::bad("message to pin not found"))?.pinned = true;
        Ok(json!(true))
    }

    fn create_topic(&mut self, params: &Params) -> Answer {
        let chat = self.chat(params)?;
        if chat != self.group.id || !self.group.forum {
            return Err(Refusal::bad("the chat is not a forum"));
        }
        if !self.group.bot_manages_topics {
            return Err(Refusal::bad("not enough rights to create a topic"));
        }
        let name = params.text("name").unwrap_or_default();
        if name.trim().is_empty() || name.chars().count() > 128 {
            return Err(Refusal::bad("invalid topic name specified"));
        }
        let id = self.new_message_id();
        let icon = known_icon(params)?;
        self.group.topics.insert(id, Topic { name: name.into(), icon, closed: false, deleted: false });
        Ok(json!({"message_thread_id": id, "name": name, "icon_color": 7_322_096}))
    }

    fn topic(&mut self, params: &Params) -> Result<&mut Topic, Refusal> {
        let chat = self.chat(params)?;
        if chat != self.group.id || !self.group.forum {
            return Err(Refusal::bad("the chat is not a forum"));
        }
        let topic = params.int("message_thread_id").and_then(|id| self.group.topics.get_mut(&id));
        match topic {
            None => Err(Refusal::bad("TOPIC_ID_INVALID")),
            Some(topic) if topic.deleted => Err(Refusal::bad("TOPIC_DELETED")),
            Some(topic) => Ok(topic),
        }
    }

    fn edit_topic(&mut self, params: &Params) -> Answer {
        let icon = known_icon(params)?;
        let topic = self.topic(params)?;
        let icon = icon.or(topic.icon.clone());
        let name = params.text("name").unwrap_or(&topic.name).to_owned();
        if (&topic.icon, &topic.name) == (&icon, &name) {
            return Err(Refusal::bad("TOPIC_NOT_MODIFIED"));
        }
        (topic.icon, topic.name) = (icon, name);
        Ok(json!(true))
    }

    fn turn_topic(&mut self, params: &Params, closed: bool) -> Answer {
        let topic = self.topic(params)?;
        if topic.closed == closed {
            return Err(Refusal::bad("TOPIC_NOT_MODIFIED"));
        }
        topic.closed = closed;
        Ok(json!(true))
    }

    fn answer_callback(&mut self, params: &Params) -> Answer {
        let id = params.text("callback_query_id").unwrap_or_default();
        if !self.callbacks.contains(id) {
            return Err(Refusal::bad("query is too old and response timeout expired or query ID is invalid"));
        }
        let text = params.text("text").unwrap_or_default();
        if text.chars().count() > 200 {
            return Err(Refusal::bad("MESSAGE_TOO_LONG"));
        }
        self.toasts.insert(id.to_owned(), text.to_owned());
        Ok(json!(true))
    }

    fn set_commands(&mut self, params: &Params) -> Answer {
        let scope = params.object("scope");
        let chat = scope["chat_id"].as_i64().unwrap_or_default();
        if scope["type"] == "chat" && !self.knows(chat) {
            return Err(Refusal::bad("chat not found"));
        }
        let commands = params.object("commands");
        let commands = commands.as_array().filter(|list| list.len() <= 100).ok_or(Refusal::bad("BOT_COMMANDS_TOO_MUCH"))?;
        let fits = |command: &str| {
            (1..=32).contains(&command.len())
                && command.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
        };
        for command in commands {
            if !command["command"].as_str().is_some_and(fits) {
                return Err(Refusal::bad("BOT_COMMAND_INVALID"));
            }
            if !command["description"].as_str().is_some_and(|text| (1..=256).contains(&text.chars().count())) {
                return Err(Refusal::bad("BOT_COMMAND_DESCRIPTION_INVALID"));
            }
        }
        let names = commands.iter().filter_map(|command| command["command"].as_str()).map(str::to_owned).collect();
        self.menus.insert(chat, names);
        Ok(json!(true))
    }

    fn knows(&self, chat: i64) -> bool {
        chat == self.group.id || self.users.get(&chat).is_some_and(|user| user.started)
    }

    /// The chat of the request, if the bot may act there.
    fn chat(&self, params: &Params) -> Result<i64, Refusal> {
        let chat = params.int("chat_id").ok_or(Refusal::bad("chat_id is empty"))?;
        if self.group.former.contains(&chat) {
            return Err(Refusal {
                parameters: json!({"migrate_to_chat_id": self.group.id}),
                ..Refusal::bad("group chat was upgraded to a supergroup chat")
            });
        }
        if chat == self.group.id {
            let there = self.group.bot_is_member;
            return there.then_some(chat).ok_or(Refusal::forbidden("bot was kicked from the supergroup chat"));
        }
        match self.users.get(&chat) {
            None => Err(Refusal::bad("chat not found")),
            Some(user) if user.deactivated => Err(Refusal::forbidden("user is deactivated")),
            Some(user) if user.blocked => Err(Refusal::forbidden("bot was blocked by the user")),
            Some(user) if !user.started => Err(Refusal::forbidden("bot can't initiate conversation with a user")),
            Some(_) => Ok(chat),
        }
    }

    /// The chat and topic of the request, if the bot may write there.
    fn may_write(&self, params: &Params) -> Result<(i64, Option<i64>), Refusal> {
        let chat = self.chat(params)?;
        let Some(id) = params.int("message_thread_id") else { return Ok((chat, None)) };
        match self.group.topics.get(&id).filter(|_| chat == self.group.id) {
            Some(topic) if topic.deleted => Err(Refusal::bad("message thread not found")),
            Some(topic) if topic.closed => Err(Refusal::bad("TOPIC_CLOSED")),
            Some(_) => Ok((chat, Some(id))),
            None => Err(Refusal::bad("message thread not found")),
        }
    }

    /// The message that is answered, if it is there.
    fn target(&self, chat: i64, params: &Params) -> Result<Option<i64>, Refusal> {
        let reply = params.object("reply_parameters");
        let Some(id) = reply["message_id"].as_i64() else { return Ok(None) };
        match self.message(chat, id) {
            Some(_) => Ok(Some(id)),
            None if reply["allow_sending_without_reply"] == true => Ok(None),
            None => Err(Refusal::bad("message to be replied not found")),
        }
    }

    fn slow_down(&mut self, chat: i64) -> Result<(), Refusal> {
        self.pace.take(chat, Instant::now()).map_err(Refusal::too_many)
    }

    fn post(&mut self, mut message: Message) -> Value {
        message.id = self.new_message_id();
        let shown = self.message_json(&message);
        self.messages.push(message);
        shown
    }
}

/// A message of the bot's without its number.
fn blank(chat: i64, html: String, text: String) -> Message {
    let (keys, pinned, edits) = (Vec::new(), false, 0);
    Message { id: 0, chat, topic: None, from: BOT, text, html, keys, reply_to: None, file: None, pinned, edits }
}

/// What was sent, and the plain words of it.
fn words(params: &Params, name: &str, most: usize) -> Result<(String, String), Refusal> {
    let sent = params.text(name).unwrap_or_default();
    let text = match params.text("parse_mode").map(str::to_lowercase).as_deref() {
        Some("html") => {
            html::plain(sent).map_err(|description| Refusal { code: 400, description, parameters: Value::Null })?
        }
        _ => sent.to_owned(),
    };
    if text.encode_utf16().count() > most {
        return Err(Refusal::bad(if name == "text" { "message is too long" } else { "message caption is too long" }));
    }
    Ok((sent.to_owned(), text))
}

/// The buttons of the request.
fn keys(params: &Params) -> Result<Vec<Vec<(String, String)>>, Refusal> {
    let markup = params.object("reply_markup");
    let mut rows = Vec::new();
    for row in markup["inline_keyboard"].as_array().into_iter().flatten() {
        let mut keys = Vec::new();
        for key in row.as_array().into_iter().flatten() {
            let label = key["text"].as_str().unwrap_or_default();
            if label.trim().is_empty() {
                return Err(Refusal::bad("can't parse inline keyboard button: Text of a button must be non-empty"));
            }
            let Some(data) = key["callback_data"].as_str() else {
                return Err(Refusal::bad(
                    "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
                ));
            };
            if data.is_empty() || data.len() > 64 {
                return Err(Refusal::bad("BUTTON_DATA_INVALID"));
            }
            keys.push((label.to_owned(), data.to_owned()));
        }
        rows.push(keys);
    }
    if rows.iter().map(Vec::len).sum::<usize>() > 100 {
        return Err(Refusal::bad("reply markup is too long"));
    }
    Ok(rows)
}
