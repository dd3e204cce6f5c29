//! What people do in the stand-in: write, press, edit, block, come and go. Each act is the update Telegram would send.

use serde_json::{Value, json};

use super::{
    StandIn,
    world::{BOT, GROUP, Message, User, World},
};

/// Acts that need no waiting. Chats are numbers: a person's own, or the group's.
impl StandIn {
    /// A person with a Telegram account who has not yet written to the bot.
    pub fn person(&self, id: i64, name: &str, lang: &str) -> i64 {
        let user = User { name: name.into(), lang: lang.into(), started: false, blocked: false, deactivated: false };
        self.world().users.insert(id, user);
        id
    }

    /// A person who is in the staff chat from before the bot came.
    pub fn member(&self, id: i64, name: &str, lang: &str) -> i64 {
        self.person(id, name, lang);
        self.world().group.members.insert(id);
        id
    }

    /// The person writes to the bot. Returns the message's number.
    pub fn says(&self, user: i64, text: &str) -> i64 {
        self.writes(user, user, None, None, text)
    }

    /// The person answers a message of their chat with the bot.
    pub fn replies_to(&self, user: i64, message: i64, text: &str) -> i64 {
        self.writes(user, user, None, Some(message), text)
    }

    /// A member writes into the staff chat: into a topic, or outside of all.
    pub fn staff_says(&self, user: i64, topic: Option<i64>, text: &str) -> i64 {
        let group = self.world().group.id;
        self.writes(user, group, topic, None, text)
    }

    /// A member answers a message of the staff chat.
    pub fn staff_replies_to(&self, user: i64, topic: Option<i64>, message: i64, text: &str) -> i64 {
        let group = self.world().group.id;
        self.writes(user, group, topic, Some(message), text)
    }

    fn writes(&self, user: i64, chat: i64, topic: Option<i64>, reply_to: Option<i64>, text: &str) -> i64 {
        self.posts(Message { topic, reply_to, ..from_person(user, chat, text) })
    }

    /// The person sends a file to the bot.
    pub fn sends_file(&self, user: i64, name: &str, caption: &str) -> i64 {
        self.posts(Message { file: Some((name.into(), "%PDF".into())), ..from_person(user, user, caption) })
    }

    fn posts(&self, mut message: Message) -> i64 {
        self.act(|world| {
            if message.chat > 0 {
                world.unblock(message.chat);
            }
            message.id = world.new_message_id();
            let shown = world.message_json(&message);
            let id = message.id;
            world.messages.push(message);
            world.push("message", shown);
            id
        })
    }

    /// The person sends something that is no text, such as `json!({"voice": …})`, to the bot.
    pub fn sends(&self, user: i64, content: Value) -> i64 {
        self.act(|world| {
            world.unblock(user);
            let id = world.new_message_id();
            let mut shown = world.message_json(&Message { id, ..from_person(user, user, "") });
            let fields = shown.as_object_mut().expect("a message");
            fields.remove("text");
            fields.extend(content.as_object().expect("fields of a message").clone());
            world.push("message", shown);
            id
        })
    }

    /// The person gives their message other words.
    pub fn edits(&self, user: i64, message: i64, text: &str) {
        self.act(|world| {
            let found = world.messages.iter_mut().find(|known| known.id == message && known.from == user);
            let found = found.expect("a message of this person");
            (found.text, found.html) = (text.into(), text.into());
            found.edits += 1;
            let found = found.clone();
            let mut shown = world.message_json(&found);
            shown["edit_date"] = 1_790_999_999.into();
            world.push("edited_message", shown);
        });
    }

    /// The person presses the newest button with this label (or with a label that begins so) in their chat with the bot.
    pub fn presses(&self, user: i64, label: &str) -> String {
        self.presses_in(user, user, label)
    }

    /// A member presses the newest button with this label in the staff chat.
    pub fn staff_presses(&self, user: i64, label: &str) -> String {
        let group = self.world().group.id;
        self.presses_in(user, group, label)
    }

    fn presses_in(&self, user: i64, chat: i64, label: &str) -> String {
        let found = self.world().button(chat, label);
        let Some((message, data)) = found else {
            panic!("no button [{label}] in chat {chat}:\n{}", self.transcript(chat));
        };
        self.presses_payload(user, chat, message, &data)
    }

    /// Somebody presses a button with this payload under a message: one that is there, or one that never was.
    /// Returns the number of the press, under which [`World::toasts`] keeps its answer.
    pub fn presses_payload(&self, user: i64, chat: i64, message: i64, data: &str) -> String {
        self.act(|world| {
            let callback = format!("{}", 880_000_000 + world.new_message_id());
            world.callbacks.insert(callback.clone());
            let under = match world.message(chat, message) {
                Some(message) => world.message_json(message),
                None => json!({"message_id": message, "date": 0, "chat": world.chat_json(chat)}),
            };
            let from = world.user_json(user);
            let body = json!({"id": callback, "from": from, "message": under, "chat_instance": "1", "data": data});
            world.push("callback_query", body);
            callback
        })
    }

    /// The person blocks the bot.
    pub fn blocks(&self, user: i64) {
        self.act(|world| {
            world.users.get_mut(&user).expect("a person").blocked = true;
            world.push_standing("my_chat_member", user, user, BOT, "member", "kicked");
        });
    }

    /// The person lets the bot write again.
    pub fn unblocks(&self, user: i64) {
        self.act(|world| world.unblock(user));
    }

    /// Somebody deletes a topic by hand. Telegram tells no bot.
    pub fn deletes_topic(&self, topic: i64) {
        self.act(|world| {
            world.group.topics.get_mut(&topic).expect("a topic").deleted = true;
            world.messages.retain(|message| message.topic != Some(topic));
        });
    }

    /// A member closes a topic by hand.
    pub fn closes_topic(&self, user: i64, topic: i64) {
        self.act(|world| {
            world.group.topics.get_mut(&topic).expect("a topic").closed = true;
            let id = world.new_message_id();
            let body = json!({"message_id": id, "date": 1, "chat": world.chat_json(world.group.id), "from": world.user_json(user),
                "message_thread_id": topic, "is_topic_message": true, "forum_topic_closed": {}});
            world.push("message", body);
        });
    }

    /// Somebody deletes a message. Telegram tells no bot.
    pub fn deletes_message(&self, chat: i64, message: i64) {
        self.act(|world| world.messages.retain(|known| known.chat != chat || known.id != message));
    }

    /// An admin, `by`, adds a person to the staff chat.
    pub fn adds_member(&self, by: i64, user: i64) {
        self.act(|world| {
            world.group.members.insert(user);
            let group = world.group.id;
            world.push_standing("chat_member", group, by, user, "left", "member");
            let id = world.new_message_id();
            let body = json!({"message_id": id, "date": 1, "chat": world.chat_json(group), "from": world.user_json(by),
                "new_chat_members": [world.user_json(user)]});
            world.push("message", body);
        });
    }

    /// An admin, `by`, removes a person from the staff chat.
    pub fn removes_member(&self, by: i64, user: i64) {
        self.act(|world| {
            world.group.members.remove(&user);
            let group = world.group.id;
            world.push_standing("chat_member", group, by, user, "member", "kicked");
        });
    }

    /// The group gets a new number, as when a group becomes a supergroup. Returns it.
    pub fn moves_group(&self) -> i64 {
        self.act(|world| {
            let old = world.group.id;
            world.group.former.insert(old);
            world.group.id = GROUP - 1_000_000 - i64::try_from(world.group.former.len()).expect("few moves");
            world.group.id
        })
    }
}

impl World {
    /// The newest message of this chat with such a button, and the button's payload. An exact label goes before a beginning.
    pub fn button(&self, chat: i64, label: &str) -> Option<(i64, String)> {
        let find = |fits: &dyn Fn(&str) -> bool| {
            let messages = self.messages.iter().rev().filter(|message| message.chat == chat && message.from == BOT);
            messages
                .flat_map(|message| message.keys.iter().flatten().map(|key| (message.id, key)))
                .find_map(|(id, key)| fits(&key.0).then(|| (id, key.1.clone())))
        };
        find(&|known| known == label).or_else(|| find(&|known| known.starts_with(label)))
    }

    /// Writing to a bot starts it, and ends a block.
    fn unblock(&mut self, user: i64) {
        let person = self.users.get_mut(&user).expect("a person");
        person.started = true;
        if std::mem::take(&mut person.blocked) {
            self.push_standing("my_chat_member", user, user, BOT, "kicked", "member");
        }
    }

    fn push_standing(&mut self, kind: &str, chat: i64, by: i64, who: i64, old: &str, new: &str) {
        let member = |status: &str| {
            let mut member = json!({"user": self.user_json(who), "status": status});
            if status == "kicked" {
                member["until_date"] = 0.into();
            }
            member
        };
        let body = json!({"chat": self.chat_json(chat), "from": self.user_json(by), "date": 1,
            "old_chat_member": member(old), "new_chat_member": member(new)});
        self.push(kind, body);
    }
}

/// A person's message without its number.
fn from_person(user: i64, chat: i64, text: &str) -> Message {
    let (keys, pinned, edits) = (Vec::new(), false, 0);
    let (text, html) = (text.to_owned(), text.to_owned());
    Message { id: 0, chat, topic: None, from: user, text, html, keys, reply_to: None, file: None, pinned, edits }
}
