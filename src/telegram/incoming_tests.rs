//! Updates as Telegram writes them, and what each says to us.

use serde_json::{Value, json};

use super::*;
use crate::{domain::LeadId, telegram::raw};

fn of(raw: Value) -> Option<Incoming> {
    let update = raw::parse(raw).expect("teloxide reads it");
    read(&update, Some("puente_bot"), Timestamp::UNIX_EPOCH)
}

fn anna() -> Value {
    json!({"id": 5_000_000_001_i64, "is_bot": false, "first_name": "Anna", "last_name": "Li", "language_code": "zh-hans"})
}

fn bruno() -> Value {
    json!({"id": 7, "is_bot": false, "first_name": "Bruno"})
}

fn group() -> Value {
    json!({"id": -1_001_234_567_890_i64, "title": "Staff", "type": "supergroup", "is_forum": true})
}

/// A private message of Anna's, with these fields beside the common ones.
fn private(fields: Value) -> Value {
    let chat = json!({"id": 5_000_000_001_i64, "type": "private", "first_name": "Anna", "last_name": "Li"});
    update("message", json!({"message_id": 11, "date": 1_767_000_000, "from": anna(), "chat": chat}), fields)
}

/// A message of Bruno's in the staff chat.
fn staff(fields: Value) -> Value {
    update("message", json!({"message_id": 11, "date": 1_767_000_000, "from": bruno(), "chat": group()}), fields)
}

fn update(kind: &str, mut body: Value, fields: Value) -> Value {
    body.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    json!({"update_id": 2_000_000_000_i64, kind: body})
}

fn said(raw: Value) -> Said {
    of(raw).expect("it says something").said
}

fn words(text: &str, reply_to: Option<i64>) -> Said {
    Said::Words { text: text.into(), message: 11, reply_to }
}

#[test]
fn a_private_message_is_words_of_a_person() {
    let incoming = of(private(json!({"text": "如何注册公司？"}))).unwrap();
    assert_eq!(incoming.update, UpdateId { door: Door::Telegram, id: 2_000_000_000 });
    assert_eq!(incoming.at, Timestamp::UNIX_EPOCH);
    let here = Chat { door: Door::Telegram, id: 5_000_000_001, kind: ChatKind::Private, topic: None };
    assert_eq!(incoming.chat, here);
    assert_eq!(incoming.from, Sender { id: 5_000_000_001, name: "Anna Li".into(), lang_hint: Some(Lang::Zh) });
    assert_eq!(incoming.said, words("如何注册公司？", None));
}

#[test]
fn commands_are_read_with_our_own_name_and_those_for_others_are_passed_over() {
    let ask = |rest: &str| Said::Command { command: Command::Ask, rest: rest.into(), message: 11, reply_to: None };
    assert_eq!(
        said(private(json!({"text": "/ask RUT?", "entities": [{"type": "bot_command", "offset": 0, "length": 4}]}))),
        ask("RUT?")
    );
    assert_eq!(said(staff(json!({"text": "/ask@Puente_Bot RUT?"}))), ask("RUT?"));
    assert_eq!(of(staff(json!({"text": "/ask@other_bot RUT?"}))), None);
}

#[test]
fn only_a_topic_message_has_a_topic_and_the_topics_root_is_no_target() {
    let root = json!({"message_id": 9, "date": 1, "chat": group(), "from": bruno(), "message_thread_id": 9,
        "is_topic_message": true, "forum_topic_created": {"name": "Lead 7", "icon_color": 7_322_096}});
    let partner = json!({"message_id": 10, "date": 1, "chat": group(), "text": "from the partner", "message_thread_id": 9,
        "is_topic_message": true, "from": {"id": 1, "is_bot": true, "first_name": "Puente", "username": "puente_bot"}});
    let topic = |target: Value| {
        staff(json!({"text": "hola", "message_thread_id": 9, "is_topic_message": true, "reply_to_message": target}))
    };
    let plain = of(topic(root)).unwrap();
    assert_eq!((plain.chat.topic, plain.said), (Some(9), words("hola", None)));
    let reply = of(topic(partner.clone())).unwrap();
    assert_eq!((reply.chat.topic, reply.said), (Some(9), words("hola", Some(10))));
    // In a group without topics, and in "General", a chain of replies has a number too.
    let general = of(staff(json!({"text": "hola", "message_thread_id": 10, "reply_to_message": partner}))).unwrap();
    assert_eq!((general.chat.topic, general.said), (None, words("hola", Some(10))));
}

#[test]
fn files_and_what_cannot_be_read() {
    let document = json!({"caption": "el contrato", "document": {"file_id": "x", "file_unique_id": "y", "file_size": 1234,
        "file_name": "contrato.pdf", "mime_type": "application/pdf", "thumbnail": {"file_id": "only half of it"}}});
    let size = |id: &str, side: u32| json!({"file_id": id, "file_unique_id": id, "width": side, "height": side, "file_size": side * 10});
    let photo = json!({"photo": [size("s", 90), size("l", 1280), size("m", 320)]});
    let file = |name: &str, mime: &str, bytes, caption: &str| Said::File {
        file: FileRef { message: 11, name: name.into(), size: bytes, mime: mime.into(), album: None },
        caption: caption.into(),
        reply_to: None,
    };
    assert_eq!(said(private(document)), file("contrato.pdf", "application/pdf", Some(1234), "el contrato"));
    assert_eq!(said(private(photo)), file("photo.jpg", "image/jpeg", Some(12800), ""));
    let odd = json!({"document": {"file_id": "x", "file_unique_id": "y", "mime_type": "what is this?"}});
    assert_eq!(said(private(odd)), file("file", "application/octet-stream", None, ""));

    let media =
        json!({"file_id": "x", "file_unique_id": "y", "file_size": 1, "duration": 3, "width": 9, "height": 9, "length": 9});
    let poll = json!({"id": "1", "question": "?", "options": [], "total_voter_count": 0, "is_closed": false,
        "is_anonymous": true, "type": "regular", "allows_multiple_answers": false});
    for (fields, kind) in [
        (json!({"voice": media}), OtherKind::Voice),
        (json!({"video": media}), OtherKind::Video),
        (json!({"video_note": media}), OtherKind::Video),
        (json!({"location": {"latitude": -33.4, "longitude": -70.6}}), OtherKind::Location),
        (json!({"contact": {"phone_number": "+56", "first_name": "A"}}), OtherKind::Contact),
        (json!({"poll": poll}), OtherKind::Poll),
        (json!({"audio": media}), OtherKind::Something),
        (json!({"dice": {"emoji": "🎲", "value": 4}}), OtherKind::Something),
        (json!({"hologram": {"colour": "blue"}}), OtherKind::Something),
    ] {
        assert_eq!(said(private(fields.clone())), Said::Other { kind, message: 11 }, "{fields}");
    }
}

#[test]
fn an_edit_has_new_words_or_says_nothing() {
    let edit = |fields: Value| {
        let mut raw = private(fields);
        let message = raw.as_object_mut().unwrap().remove("message").unwrap();
        raw["edited_message"] = message;
        of(raw).map(|incoming| incoming.said)
    };
    assert_eq!(
        edit(json!({"text": "now so", "edit_date": 1_767_000_100})),
        Some(Said::Edited { text: "now so".into(), message: 11 })
    );
    assert_eq!(edit(json!({"location": {"latitude": -33.4, "longitude": -70.6}, "edit_date": 1_767_000_100})), None);
}

#[test]
fn a_press_is_an_action_where_its_button_is() {
    let press = |message: Value, data: &str| {
        let query = json!({"id": "998877", "from": bruno(), "message": message, "chat_instance": "1", "data": data});
        of(json!({"update_id": 5, "callback_query": query}))
    };
    let card = json!({"message_id": 40, "date": 1_767_000_000, "chat": group(), "text": "card", "message_thread_id": 9,
        "is_topic_message": true, "from": {"id": 1, "is_bot": true, "first_name": "Puente"},
        "reply_markup": {"inline_keyboard": [[{"text": "Take", "callback_data": "take:5"}]]}});
    let pressed = |action| Said::Pressed { action, message: 40, callback: "998877".into() };
    let incoming = press(card.clone(), "take:5").unwrap();
    assert_eq!((incoming.chat.topic, incoming.said), (Some(9), pressed(Some(Action::Take(LeadId(5))))));
    assert_eq!(incoming.from.id, 7);
    assert_eq!(press(card, "rm -rf").unwrap().said, pressed(None));
    let old = json!({"message_id": 40, "date": 0, "chat": group()});
    assert_eq!(press(old, "take:5").unwrap().said, pressed(Some(Action::Take(LeadId(5)))));
    let inline = json!({"id": "1", "from": bruno(), "inline_message_id": "7", "chat_instance": "1", "data": "menu"});
    assert_eq!(of(json!({"update_id": 5, "callback_query": inline})), None);
}

fn standing(kind: &str, chat: Value, who: Value, old: &str, new: &str) -> Option<Said> {
    let member = |status: &str| match status {
        "kicked" => json!({"user": who, "status": "kicked", "until_date": 0}),
        "administrator" => json!({"user": who, "status": "administrator", "can_be_edited": false, "is_anonymous": false,
            "can_manage_chat": true, "can_delete_messages": true, "can_manage_video_chats": true,
            "can_restrict_members": true, "can_promote_members": false, "can_change_info": true, "can_invite_users": true,
            "can_post_stories": false, "can_edit_stories": false, "can_delete_stories": false, "can_pin_messages": true,
            "can_manage_topics": true}),
        status => json!({"user": who, "status": status}),
    };
    let change =
        json!({"chat": chat, "from": anna(), "date": 1, "old_chat_member": member(old), "new_chat_member": member(new)});
    of(json!({"update_id": 6, kind: change})).map(|incoming| {
        assert_eq!(incoming.from.id, if kind == "chat_member" { 7 } else { 5_000_000_001 });
        incoming.said
    })
}

#[test]
fn who_comes_and_goes_and_who_blocks() {
    let private = || json!({"id": 5_000_000_001_i64, "type": "private", "first_name": "Anna"});
    let bot = || json!({"id": 1, "is_bot": true, "first_name": "Puente"});
    assert_eq!(standing("my_chat_member", private(), bot(), "member", "kicked"), Some(Said::Reachable(false)));
    assert_eq!(standing("my_chat_member", private(), bot(), "kicked", "member"), Some(Said::Reachable(true)));
    assert_eq!(standing("my_chat_member", group(), bot(), "left", "administrator"), None);
    // The admin Anna adds Bruno: it is Bruno who joins.
    assert_eq!(standing("chat_member", group(), bruno(), "left", "member"), Some(Said::Joined));
    assert_eq!(standing("chat_member", group(), bruno(), "member", "administrator"), None);
    assert_eq!(standing("chat_member", group(), bruno(), "administrator", "left"), Some(Said::Left));
    assert_eq!(standing("chat_member", group(), bruno(), "member", "kicked"), Some(Said::Left));
    assert_eq!(standing("chat_member", group(), bot(), "left", "member"), None);

    let added = of(staff(json!({"new_chat_members": [bot(), anna()]}))).unwrap();
    assert_eq!((added.from.id, added.said), (5_000_000_001, Said::Joined));
    let gone = of(staff(json!({"left_chat_member": anna()}))).unwrap();
    assert_eq!((gone.from.id, gone.said), (5_000_000_001, Said::Left));
}

#[test]
fn bots_channels_and_service_messages_say_nothing() {
    let channel = json!({"id": -1_009, "type": "channel", "title": "News"});
    let pinned = json!({"message_id": 3, "date": 1, "chat": group(), "text": "card"});
    for silent in [
        staff(json!({"text": "x", "from": {"id": 8, "is_bot": true, "first_name": "Other"}})),
        // An anonymous admin, and a channel that speaks in the group.
        staff(
            json!({"text": "x", "sender_chat": group(), "from": {"id": 1_087_968_824, "is_bot": true, "first_name": "Group"}}),
        ),
        staff(json!({"text": "x", "sender_chat": channel, "is_automatic_forward": true,
            "from": {"id": 777_000, "is_bot": false, "first_name": "Telegram"}})),
        update("channel_post", json!({"message_id": 1, "date": 1, "chat": channel}), json!({"text": "news"})),
        staff(
            json!({"forum_topic_created": {"name": "x", "icon_color": 7_322_096}, "message_thread_id": 11, "is_topic_message": true}),
        ),
        staff(json!({"forum_topic_closed": {}, "message_thread_id": 9, "is_topic_message": true})),
        staff(json!({"forum_topic_reopened": {}, "message_thread_id": 9, "is_topic_message": true})),
        staff(json!({"pinned_message": pinned})),
        staff(json!({"new_chat_title": "Staff 2"})),
        staff(json!({"migrate_to_chat_id": -1_001_234_567_891_i64})),
        staff(json!({"hologram_started": {}})),
    ] {
        assert_eq!(of(silent.clone()), None, "{silent}");
    }
}
