//! What the stand-in remembers: people, chats, topics, messages, and the updates that wait to be fetched.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, VecDeque},
    fmt::Write as _,
};

use serde_json::{Value, json};

use super::pace::Pace;

/// The bot's own number.
pub const BOT: i64 = 4242;
/// The bot's user name.
pub const BOT_NAME: &str = "puente_bot";
/// The staff chat at the start.
pub const GROUP: i64 = -1_001_000_000_001;

/// A person with a Telegram account.
#[derive(Debug, Clone)]
pub struct User {
    pub name: String,
    pub lang: String,
    /// Whether they ever wrote to the bot: before that it may not write to them.
    pub started: bool,
    pub blocked: bool,
    pub deactivated: bool,
}

/// A topic of the group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    pub name: String,
    /// The emoji of its icon.
    pub icon: Option<String>,
    pub closed: bool,
    pub deleted: bool,
}

/// The forum supergroup.
#[derive(Debug, Clone)]
pub struct Group {
    pub id: i64,
    pub forum: bool,
    pub bot_is_member: bool,
    pub bot_is_admin: bool,
    pub bot_manages_topics: bool,
    pub bot_pins: bool,
    pub members: BTreeSet<i64>,
    pub topics: BTreeMap<i64, Topic>,
    /// Numbers that this group had before, each refused with the present one.
    pub former: BTreeSet<i64>,
}

/// A message as people see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub id: i64,
    pub chat: i64,
    pub topic: Option<i64>,
    pub from: i64,
    /// Plain words; the caption of a file.
    pub text: String,
    /// What was sent, with its tags.
    pub html: String,
    /// Rows of labels with payloads.
    pub keys: Vec<Vec<(String, String)>>,
    pub reply_to: Option<i64>,
    /// The name and content of a file.
    pub file: Option<(String, String)>,
    pub pinned: bool,
    pub edits: usize,
}

/// One request that the bot made.
#[derive(Debug, Clone)]
pub struct Request {
    pub method: String,
    pub params: Value,
    /// The HTTP status it was answered with; 0 when it was not answered.
    pub status: u16,
}

/// Everything. Tests may look at it and change it through [`super::StandIn::world`].
#[derive(Debug)]
pub struct World {
    pub users: BTreeMap<i64, User>,
    pub group: Group,
    pub messages: Vec<Message>,
    /// Each button press that the bot has answered, with the words it showed.
    pub toasts: HashMap<String, String>,
    /// The command menu of each chat.
    pub menus: HashMap<i64, Vec<String>>,
    pub requests: Vec<Request>,
    pub pace: Pace,
    pub webhook: Option<String>,
    pub tokens_refused: bool,
    /// The bot hears only commands and answers in groups.
    pub privacy: bool,
    /// What Telegram says of its last try to use the webhook.
    pub webhook_trouble: Option<String>,
    /// Seconds that this Telegram's clock is ahead of ours.
    pub clock_ahead: i64,
    pub callbacks: BTreeSet<String>,
    pub(super) updates: VecDeque<(i64, Value)>,
    pub(super) allowed: Option<Vec<String>>,
    pub(super) polls: u64,
    next_update: i64,
    next_message: i64,
}

impl World {
    pub(super) fn new() -> Self {
        let group = Group {
            id: GROUP,
            forum: true,
            bot_is_member: true,
            bot_is_admin: true,
            bot_manages_topics: true,
            bot_pins: true,
            members: BTreeSet::new(),
            topics: BTreeMap::new(),
            former: BTreeSet::new(),
        };
        Self {
            users: BTreeMap::new(),
            group,
            messages: Vec::new(),
            toasts: HashMap::new(),
            menus: HashMap::new(),
            requests: Vec::new(),
            pace: Pace::default(),
            webhook: None,
            tokens_refused: false,
            privacy: false,
            webhook_trouble: None,
            clock_ahead: 0,
            callbacks: BTreeSet::new(),
            updates: VecDeque::new(),
            allowed: None,
            polls: 0,
            next_update: 700_000_001,
            next_message: 1,
        }
    }

    pub(super) fn new_message_id(&mut self) -> i64 {
        self.next_message += 1;
        self.next_message
    }

    /// Queues an update, unless its kind was not asked for.
    pub fn push(&mut self, kind: &str, body: Value) {
        let wanted = match &self.allowed {
            Some(kinds) if !kinds.is_empty() => kinds.iter().any(|wanted| wanted == kind),
            // What Telegram sends to those who never said what they want.
            _ => !["chat_member", "message_reaction", "message_reaction_count"].contains(&kind),
        };
        if wanted {
            self.updates.push_back((self.next_update, json!({"update_id": self.next_update, kind: body})));
            self.next_update += 1;
        }
    }

    /// How many updates wait unconfirmed.
    pub fn waiting(&self) -> usize {
        self.updates.len()
    }

    /// How often updates were fetched.
    pub fn polls(&self) -> u64 {
        self.polls
    }

    /// Whether the bot has begun to fetch updates.
    pub fn is_polled(&self) -> bool {
        self.polls > 0
    }

    /// The person, as Telegram shows them to a bot.
    pub fn user_json(&self, user: i64) -> Value {
        if user == BOT {
            return json!({"id": BOT, "is_bot": true, "first_name": "Puente", "username": BOT_NAME});
        }
        let known = &self.users[&user];
        let (first, last) = known.name.split_once(' ').unwrap_or((&known.name, ""));
        let mut shown = json!({"id": user, "is_bot": false, "first_name": first, "language_code": known.lang});
        if !last.is_empty() {
            shown["last_name"] = last.into();
        }
        shown
    }

    /// The chat, as Telegram shows it to a bot.
    pub fn chat_json(&self, chat: i64) -> Value {
        if chat < 0 {
            return json!({"id": chat, "title": "Staff", "type": "supergroup", "is_forum": self.group.forum});
        }
        let first = &self.users[&chat].name;
        json!({"id": chat, "type": "private", "first_name": first})
    }

    /// The message, as Telegram shows it to a bot.
    pub fn message_json(&self, message: &Message) -> Value {
        let mut shown = json!({"message_id": message.id, "date": 1_790_000_000 + message.id,
            "chat": self.chat_json(message.chat), "from": self.user_json(message.from)});
        match &message.file {
            Some((name, body)) => {
                shown["document"] = json!({"file_id": format!("f{}", message.id), "file_unique_id": format!("u{}", message.id),
                    "file_name": name, "file_size": body.len(), "mime_type": "application/pdf"});
                shown["caption"] = message.text.clone().into();
            }
            None => shown["text"] = message.text.clone().into(),
        }
        if message.text.starts_with('/') {
            let length = message.text.split_whitespace().next().unwrap_or_default().encode_utf16().count();
            shown["entities"] = json!([{"type": "bot_command", "offset": 0, "length": length}]);
        }
        if let Some(topic) = message.topic {
            shown["message_thread_id"] = topic.into();
            shown["is_topic_message"] = true.into();
        }
        let target = message.reply_to.and_then(|id| self.message(message.chat, id));
        if let Some(target) = target {
            let mut target = self.message_json(target);
            target.as_object_mut().expect("a message").remove("reply_to_message");
            shown["reply_to_message"] = target;
        } else if let Some((topic, name)) = message.topic.and_then(|id| Some((id, &self.group.topics.get(&id)?.name))) {
            // Telegram calls the topic's first message the target of all that answer nothing.
            shown["reply_to_message"] = json!({"message_id": topic, "date": 1, "chat": self.chat_json(message.chat),
                "from": self.user_json(BOT), "message_thread_id": topic, "is_topic_message": true,
                "forum_topic_created": {"name": name, "icon_color": 7_322_096}});
        }
        if !message.keys.is_empty() {
            let row = |row: &Vec<(String, String)>| -> Vec<Value> {
                row.iter().map(|(label, data)| json!({"text": label, "callback_data": data})).collect()
            };
            shown["reply_markup"] = json!({"inline_keyboard": message.keys.iter().map(row).collect::<Vec<_>>()});
        }
        shown
    }

    pub fn message(&self, chat: i64, id: i64) -> Option<&Message> {
        self.messages.iter().find(|message| message.chat == chat && message.id == id)
    }

    pub fn message_mut(&mut self, chat: i64, id: i64) -> Option<&mut Message> {
        self.messages.iter_mut().find(|message| message.chat == chat && message.id == id)
    }

    /// What the bot has sent to this chat, oldest first.
    pub fn sent_to(&self, chat: i64) -> Vec<Message> {
        self.messages.iter().filter(|message| message.chat == chat && message.from == BOT).cloned().collect()
    }

    /// The chat as people see it, a line a message.
    pub fn transcript(&self, chat: i64) -> String {
        let mut page = String::new();
        for message in self.messages.iter().filter(|message| message.chat == chat) {
            let who = if message.from == BOT { "  bot" } else { &self.users[&message.from].name };
            let topic = message.topic.map(|topic| format!(" #{topic}")).unwrap_or_default();
            let file = message.file.as_ref().map(|(name, _)| format!(" 📎{name}")).unwrap_or_default();
            let _ = writeln!(page, "{who}{topic}: {}{file}", message.text.replace('\n', "\n       "));
            for row in &message.keys {
                let labels: Vec<_> = row.iter().map(|(label, _)| format!("[{label}]")).collect();
                let _ = writeln!(page, "       {}", labels.join(" "));
            }
        }
        page
    }
}
