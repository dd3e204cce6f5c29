//! Telegram's refusals, by what is to be done about them. The Bot API has no error codes beyond HTTP's, only English
//! sentences and the names of its inner errors, so the sentences are the table.

use std::time::Duration;

use super::wire::Failure;
use crate::talk::{Done, SendError};

/// What a sentence of Telegram means for the delivery.
#[derive(Debug, Clone, Copy)]
enum Means {
    /// What was wanted is so already, or nobody waits for it any more.
    Done,
    Unreachable,
    TopicGone,
    TopicClosed,
    NoTopics,
    MessageGone,
    /// Refused, in words that say what a person has to do.
    Mend(&'static str),
}

/// A piece of the sentence, in small letters. The first that occurs decides.
const TABLE: &[(&str, Means)] = &[
    ("message is not modified", Means::Done),
    ("message_not_modified", Means::Done),
    ("topic_not_modified", Means::Done),
    ("message to delete not found", Means::Done),
    ("query is too old", Means::Done),
    ("query id is invalid", Means::Done),
    ("query_id_invalid", Means::Done),
    ("bot was blocked by the user", Means::Unreachable),
    ("user is deactivated", Means::Unreachable),
    ("bot was kicked", Means::Unreachable),
    ("bot is not a member", Means::Unreachable),
    ("chat not found", Means::Unreachable),
    ("bot can't initiate conversation", Means::Unreachable),
    ("bot can't send messages to bots", Means::Unreachable),
    ("bots can't send messages to bots", Means::Unreachable),
    ("peer_id_invalid", Means::Unreachable),
    ("group chat was deleted", Means::Unreachable),
    ("group is deactivated", Means::Unreachable),
    ("message thread not found", Means::TopicGone),
    ("topic_deleted", Means::TopicGone),
    ("topic_id_invalid", Means::TopicGone),
    ("topic_closed", Means::TopicClosed),
    ("the chat is not a forum", Means::NoTopics),
    ("channel_forum_missing", Means::NoTopics),
    ("not enough rights to create a topic", Means::Mend("the bot may not manage topics: make it an administrator who may")),
    ("not enough rights to pin", Means::Mend("the bot may not pin messages: make it an administrator who may")),
    ("not enough rights to manage pinned", Means::Mend("the bot may not pin messages: make it an administrator who may")),
    ("message to edit not found", Means::MessageGone),
    ("message can't be edited", Means::MessageGone),
    ("message_id_invalid", Means::MessageGone),
    ("message to be replied not found", Means::MessageGone),
    ("reply message not found", Means::MessageGone),
    ("message to copy not found", Means::MessageGone),
    ("message to pin not found", Means::MessageGone),
];

/// What to do about a request that failed: nothing (it counts as done), or one of the named outcomes.
pub(super) fn judge(failure: Failure) -> Result<Done, SendError> {
    let (code, description, wait, moved) = match failure {
        Failure::Silence(why) => return Err(SendError::NoAnswer(why)),
        Failure::Answer { code, description, wait, moved } => (code, description, wait, moved),
    };
    if let Some(chat) = moved {
        return Err(SendError::Moved(chat));
    }
    if code == 429 || wait.is_some() {
        return Err(SendError::Wait(wait.unwrap_or(Duration::from_secs(5))));
    }
    // 401 and 404 speak about the token, never about the message: it waits until the token is mended.
    if code >= 500 || code == 401 || code == 404 {
        return Err(SendError::NoAnswer(format!("{code} {description}")));
    }
    let sentence = description.to_lowercase();
    let Some((_, means)) = TABLE.iter().find(|(piece, _)| sentence.contains(piece)) else {
        return Err(SendError::Refused(description));
    };
    Err(match means {
        Means::Done => return Ok(Done::default()),
        Means::Unreachable => SendError::Unreachable(description),
        Means::TopicGone => SendError::TopicGone,
        Means::TopicClosed => SendError::TopicClosed,
        Means::NoTopics => SendError::NoTopics,
        Means::MessageGone => SendError::MessageGone,
        Means::Mend(word) => SendError::Refused(format!("{word} ({description})")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(code: u16, description: &str) -> Result<Done, SendError> {
        judge(Failure::Answer { code, description: description.into(), wait: None, moved: None })
    }

    /// Sentences as the Bot API server writes them.
    #[test]
    fn every_refusal_has_its_outcome() {
        let unreachable = |text: &str| Err(SendError::Unreachable(text.into()));
        let same = "Bad Request: message is not modified: specified new message content and reply markup are exactly the \
            same as a current content and reply markup of the message";
        let old = "Bad Request: query is too old and response timeout expired or query ID is invalid";
        for (code, text, outcome) in [
            (400, same, Ok(Done::default())),
            (400, old, Ok(Done::default())),
            (400, "Bad Request: TOPIC_NOT_MODIFIED", Ok(Done::default())),
            (400, "Bad Request: message thread not found", Err(SendError::TopicGone)),
            (400, "Bad Request: TOPIC_DELETED", Err(SendError::TopicGone)),
            (400, "Bad Request: TOPIC_ID_INVALID", Err(SendError::TopicGone)),
            (400, "Bad Request: TOPIC_CLOSED", Err(SendError::TopicClosed)),
            (400, "Bad Request: the chat is not a forum", Err(SendError::NoTopics)),
            (400, "Bad Request: message to edit not found", Err(SendError::MessageGone)),
            (400, "Bad Request: message can't be edited", Err(SendError::MessageGone)),
            (400, "Bad Request: MESSAGE_ID_INVALID", Err(SendError::MessageGone)),
            (400, "Bad Request: message to be replied not found", Err(SendError::MessageGone)),
            (400, "Bad Request: message to copy not found", Err(SendError::MessageGone)),
        ] {
            assert_eq!(said(code, text), outcome, "{text}");
        }
        for (code, text) in [
            (403, "Forbidden: bot was blocked by the user"),
            (403, "Forbidden: user is deactivated"),
            (403, "Forbidden: bot was kicked from the supergroup chat"),
            (403, "Forbidden: bot is not a member of the supergroup chat"),
            (403, "Forbidden: bot can't initiate conversation with a user"),
            (400, "Bad Request: chat not found"),
            (400, "Bad Request: PEER_ID_INVALID"),
        ] {
            assert_eq!(said(code, text), unreachable(text));
        }
    }

    #[test]
    fn what_no_table_knows_is_refused_in_telegrams_words() {
        for text in
            ["Bad Request: message text is empty", "Bad Request: message is too long", "Bad Request: BUTTON_DATA_INVALID"]
        {
            assert_eq!(said(400, text), Err(SendError::Refused(text.into())));
        }
        let Err(SendError::Refused(word)) = said(400, "Bad Request: not enough rights to create a topic") else { panic!() };
        assert!(word.starts_with("the bot may not manage topics"), "{word}");
    }

    #[test]
    fn waits_moves_and_trouble_are_told_by_their_numbers() {
        let answer = |code, wait, moved| judge(Failure::Answer { code, description: "x".into(), wait, moved });
        assert_eq!(answer(429, Some(Duration::from_secs(9)), None), Err(SendError::Wait(Duration::from_secs(9))));
        assert_eq!(answer(400, None, Some(-1007)), Err(SendError::Moved(-1007)));
        for code in [401, 404, 500, 502, 504] {
            assert!(matches!(answer(code, None, None), Err(SendError::NoAnswer(_))), "{code}");
        }
        assert!(matches!(judge(Failure::Silence("time-out".into())), Err(SendError::NoAnswer(_))));
    }
}
