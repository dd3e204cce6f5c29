//! Telegram's door against the stand-in, over real HTTP.

mod incoming;
mod outgoing;

use std::time::Duration;

use puente::{
    talk::{Address, ChatKind, Door},
    telegram::{Patience, Telegram},
};
use secrecy::SecretString;

use crate::standin::GROUP;

/// What no error and no log may show.
const TOKEN: &str = "4242:a-very-secret-token";

/// A door with little patience.
fn door(address: &str) -> Telegram {
    // Long enough for a busy machine; only the test of a hanging server waits it out.
    let (request, short) = (Duration::from_secs(6), Duration::from_millis(400));
    let patience = Patience { request, poll: Duration::from_secs(5), conflict: short };
    Telegram::connect_with(SecretString::from(TOKEN), Some(address), patience).unwrap()
}

fn person(id: i64) -> Address {
    Address { door: Door::Telegram, chat: id, kind: ChatKind::Private, topic: None }
}

fn staff(topic: Option<i64>) -> Address {
    Address { door: Door::Telegram, chat: GROUP, kind: ChatKind::Group, topic }
}
