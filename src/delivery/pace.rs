//! Telegram's limits, kept by ourselves: about 30 messages a second over all, one a second in a chat with a short burst, 20 a
//! minute in a group (core.telegram.org/bots/faq, "My bot is hitting limits").

use std::{
    collections::{HashMap, VecDeque},
    time::{Duration, Instant},
};

use crate::talk::{Address, ChatKind, Door};

/// What a door bears.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Messages a second over all chats.
    pub over_all: u32,
    /// Messages that may follow at once in a private chat, after which it is one a second.
    pub burst: u32,
    /// Messages a minute in a group.
    pub group_minute: u32,
}

impl Limits {
    /// Telegram's.
    pub const TELEGRAM: Self = Self { over_all: 28, burst: 3, group_minute: 19 };
    /// A page of our own bears anything.
    pub const NONE: Self = Self { over_all: u32::MAX, burst: u32::MAX, group_minute: u32::MAX };
}

/// When each chat and each door may be written to next.
pub struct Pace {
    limits: HashMap<Door, Limits>,
    sent: HashMap<Door, VecDeque<Instant>>,
    chats: HashMap<(Door, i64), VecDeque<Instant>>,
    /// Asked to wait by the door itself.
    paused: HashMap<(Door, i64), Instant>,
}

impl Pace {
    /// A pace with nothing sent yet.
    pub fn new(limits: HashMap<Door, Limits>) -> Self {
        Self { limits, sent: HashMap::new(), chats: HashMap::new(), paused: HashMap::new() }
    }

    /// Counts a message to this chat, or says how long it has to wait.
    pub fn allow(&mut self, to: &Address) -> Result<(), Duration> {
        self.allow_at(to, Instant::now())
    }

    fn allow_at(&mut self, to: &Address, now: Instant) -> Result<(), Duration> {
        let limits = self.limits.get(&to.door).copied().unwrap_or(Limits::NONE);
        if limits.over_all == u32::MAX {
            return Ok(());
        }
        let key = (to.door, to.chat);
        if let Some(until) = self.paused.get(&key) {
            if *until > now {
                return Err(*until - now);
            }
            self.paused.remove(&key);
        }
        let second = Duration::from_secs(1);
        let (most, window) = match to.kind {
            ChatKind::Private => (limits.burst, second.saturating_mul(limits.burst)),
            ChatKind::Group => (limits.group_minute, Duration::from_secs(60)),
        };
        if self.chats.len() > 10_000 {
            self.chats.retain(|_, sent| sent.back().is_some_and(|last| now.duration_since(*last) < Duration::from_secs(60)));
        }
        let chat = self.chats.entry(key).or_default();
        room(chat, most, window, now)?;
        room(self.sent.entry(to.door).or_default(), limits.over_all, second, now)?;
        self.chats.entry(key).or_default().push_back(now);
        self.sent.entry(to.door).or_default().push_back(now);
        Ok(())
    }

    /// The door asked to leave this chat alone for a while.
    pub fn pause(&mut self, to: &Address, wait: Duration) {
        self.paused.insert((to.door, to.chat), Instant::now() + wait);
    }
}

/// Whether fewer than `most` were sent within the window; else how long until one leaves it.
fn room(sent: &mut VecDeque<Instant>, most: u32, window: Duration, now: Instant) -> Result<(), Duration> {
    while sent.front().is_some_and(|at| now.duration_since(*at) >= window) {
        sent.pop_front();
    }
    match sent.front() {
        Some(first) if sent.len() >= most as usize => Err(window - now.duration_since(*first)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chat(chat: i64, kind: ChatKind) -> Address {
        Address { door: Door::Telegram, chat, kind, topic: None }
    }

    fn pace() -> Pace {
        Pace::new(HashMap::from([(Door::Telegram, Limits::TELEGRAM)]))
    }

    #[test]
    fn a_group_gets_no_more_than_its_share_in_any_minute() {
        let (mut pace, start) = (pace(), Instant::now());
        let group = chat(-1, ChatKind::Group);
        let mut sent = Vec::new();
        for tenth in 0..3000_u32 {
            let now = start + Duration::from_millis(100) * tenth;
            if pace.allow_at(&group, now).is_ok() {
                sent.push(now);
            }
        }
        for window in sent.windows(20) {
            assert!(window[19].duration_since(window[0]) >= Duration::from_secs(60));
        }
        assert!(sent.len() >= 90, "and it is not slower than it has to be: {}", sent.len());
    }

    /// Two hundred leads within a minute, each with an answer to its partner: simulated second by tenth of a second, in the order
    /// in which the outbox gives them.
    #[test]
    fn two_hundred_leads_in_a_minute_all_arrive_and_partners_do_not_wait() {
        let (mut pace, start) = (pace(), Instant::now());
        let group = chat(-1, ChatKind::Group);
        let (mut cards, mut answers) = (VecDeque::new(), VecDeque::new());
        let (mut arrived, mut waits, mut order) = (Vec::new(), Vec::new(), Vec::new());
        for tenth in 0..9000_u64 {
            let now = start + Duration::from_millis(100) * u32::try_from(tenth).unwrap();
            if tenth < 600 && tenth % 3 == 0 {
                let lead = i64::try_from(tenth / 3).unwrap();
                cards.push_back(lead);
                answers.push_back((lead, now));
            }
            while let Some((lead, since)) = answers.front().copied() {
                if pace.allow_at(&chat(lead + 1, ChatKind::Private), now).is_err() {
                    break;
                }
                answers.pop_front();
                waits.push(now.duration_since(since));
            }
            while let Some(lead) = cards.front().copied() {
                if pace.allow_at(&group, now).is_err() {
                    break;
                }
                cards.pop_front();
                arrived.push(now);
                order.push(lead);
            }
        }
        assert_eq!(order, (0..200).collect::<Vec<_>>(), "all cards, what came first first");
        for window in arrived.windows(21) {
            assert!(window[20].duration_since(window[0]) > Duration::from_secs(60), "at most twenty in any minute");
        }
        waits.sort();
        assert!(waits[waits.len() * 99 / 100] < Duration::from_secs(2), "{:?}", waits.last());
        assert!(arrived[199].duration_since(start) < Duration::from_secs(660), "as fast as the limit allows");
    }

    #[test]
    fn one_busy_chat_does_not_hold_up_another() {
        let (mut pace, now) = (pace(), Instant::now());
        while pace.allow_at(&chat(1, ChatKind::Private), now).is_ok() {}
        assert!(pace.allow_at(&chat(2, ChatKind::Private), now).is_ok());
    }

    #[test]
    fn all_chats_together_stay_below_thirty_a_second() {
        let (mut pace, now) = (pace(), Instant::now());
        let sent = (0..100).filter(|id| pace.allow_at(&chat(*id, ChatKind::Private), now).is_ok()).count();
        assert!(sent < 30);
    }
}
