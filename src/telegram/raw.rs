//! Telegram's JSON as teloxide's `Update`, one update by itself, so that one of unknown shape cannot hide the others.
//! It knows nothing of what an update means.

use serde::Deserialize;
use serde_json::Value;
use teloxide::types::{Update, UpdateKind};

/// What teloxide reads strictly and we never look at: one new kind of text entity in it would make a person's words an
/// empty message.
const NEVER_READ: &[&str] = &[
    "entities",
    "caption_entities",
    "reply_markup",
    "quote",
    "external_reply",
    "reply_to_story",
    "link_preview_options",
    "forward_origin",
    "via_bot",
    "effect_id",
    "business_connection_id",
    "paid_star_count",
];

/// All that is read of a message inside another update: which it is, and where.
const READ_OF_A_TARGET: &[&str] =
    &["message_id", "date", "chat", "message_thread_id", "is_topic_message", "forum_topic_created"];

/// The number of an update, if it has one.
pub(super) fn number(raw: &Value) -> Option<i64> {
    raw.get("update_id").and_then(Value::as_i64)
}

/// The name of what the update holds, for the log.
pub(super) fn kind(raw: &Value) -> &str {
    let names = raw.as_object().into_iter().flat_map(|fields| fields.keys());
    names.map(String::as_str).find(|name| *name != "update_id").unwrap_or("nothing")
}

/// The update as teloxide sees it; none when its shape is unknown.
pub(super) fn parse(mut raw: Value) -> Option<Update> {
    for name in ["message", "edited_message"] {
        if let Some(message) = raw.get_mut(name) {
            slim(message);
        }
    }
    if let Some(target) = raw.pointer_mut("/callback_query/message") {
        slim_target(target);
    }
    // By reference: teloxide finds the kind's name only in JSON that lends its keys.
    let update = Update::deserialize(&raw).ok()?;
    (!matches!(update.kind, UpdateKind::Error(_))).then_some(update)
}

fn slim(message: &mut Value) {
    let Some(fields) = message.as_object_mut() else { return };
    fields.retain(|name, _| !NEVER_READ.contains(&name.as_str()));
    if let Some(target) = fields.get_mut("reply_to_message") {
        slim_target(target);
    }
    for name in ["document", "voice", "video", "audio", "animation"] {
        if let Some(file) = fields.get_mut(name).and_then(Value::as_object_mut) {
            file.remove("thumbnail");
            // A sender's program may write anything here, or nothing, and teloxide reads it strictly.
            if !file.get("mime_type").and_then(Value::as_str).is_some_and(is_mime) {
                file.insert("mime_type".into(), "application/octet-stream".into());
            }
        }
    }
}

fn slim_target(message: &mut Value) {
    if let Some(fields) = message.as_object_mut() {
        fields.retain(|name, _| READ_OF_A_TARGET.contains(&name.as_str()));
    }
}

fn is_mime(text: &str) -> bool {
    let part = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || "!#$&^_.+-".contains(c));
    text.split_once('/').is_some_and(|(first, second)| part(first) && part(second))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn words_with_an_entity_of_next_year_are_still_words() {
        let raw = json!({"update_id": 7, "message": {
            "message_id": 1, "date": 1, "text": "hola", "entities": [{"type": "hologram", "offset": 0, "length": 4}],
            "chat": {"id": 5, "type": "private", "first_name": "A"},
            "from": {"id": 5, "is_bot": false, "first_name": "A"},
        }});
        let Some(Update { kind: UpdateKind::Message(message), .. }) = parse(raw) else { panic!("an update") };
        assert_eq!(message.text(), Some("hola"));
    }

    #[test]
    fn an_unknown_kind_has_a_number_and_a_name_and_is_nothing() {
        let raw = json!({"update_id": 8, "telepathy": {"thought": "x"}});
        assert_eq!((number(&raw), kind(&raw)), (Some(8), "telepathy"));
        assert!(parse(raw).is_none());
        assert!(parse(json!({"update_id": 9, "message": {"message_id": "one"}})).is_none());
    }
}
