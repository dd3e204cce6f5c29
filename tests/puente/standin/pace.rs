//! Telegram's limits on sending, for tests that want them strict. They are counted over real time.

use std::{
    collections::{HashMap, VecDeque},
    time::{Duration, Instant},
};

/// How much may be sent.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Messages a second over all chats.
    pub all_per_second: usize,
    /// Messages a minute in one group.
    pub group_per_minute: usize,
    /// Messages that one private chat takes at once; after that one a second.
    pub chat_burst: usize,
}

impl Limits {
    /// What Telegram's FAQ names.
    pub const TELEGRAM: Self = Self { all_per_second: 30, group_per_minute: 20, chat_burst: 3 };
}

#[derive(Debug, Default)]
pub struct Pace {
    pub limits: Option<Limits>,
    all: VecDeque<Instant>,
    chats: HashMap<i64, VecDeque<Instant>>,
    /// How many messages were refused for coming too fast.
    pub refused: usize,
}

impl Pace {
    /// Takes one message for this chat, or says how many seconds to wait.
    pub fn take(&mut self, chat: i64, now: Instant) -> Result<(), u64> {
        let Some(limits) = self.limits else { return Ok(()) };
        let (most, window) = if chat < 0 {
            (limits.group_per_minute, Duration::from_secs(60))
        } else {
            (limits.chat_burst, Duration::from_secs(limits.chat_burst as u64))
        };
        let times = self.chats.entry(chat).or_default();
        let wait =
            full(&mut self.all, limits.all_per_second, Duration::from_secs(1), now).max(full(times, most, window, now));
        if let Some(wait) = wait {
            self.refused += 1;
            return Err(u64::try_from(wait.as_millis().div_ceil(1000)).unwrap_or(1).max(1));
        }
        self.all.push_back(now);
        times.push_back(now);
        Ok(())
    }
}

/// How long until the window has room, if it has none.
fn full(times: &mut VecDeque<Instant>, most: usize, window: Duration, now: Instant) -> Option<Duration> {
    times.retain(|time| now.duration_since(*time) < window);
    let oldest = *times.front()?;
    (times.len() >= most).then(|| window.saturating_sub(now.duration_since(oldest)))
}

#[test]
fn the_pace_is_kept_per_chat_per_group_and_over_all() {
    let mut pace = Pace { limits: Some(Limits::TELEGRAM), ..Pace::default() };
    let start = Instant::now();
    assert!((0..3).all(|_| pace.take(5, start).is_ok()));
    assert_eq!(pace.take(5, start), Err(3));
    assert_eq!(pace.take(5, start + Duration::from_secs(3)), Ok(()));
    let later = start + Duration::from_secs(10);
    assert!((0..20).all(|_| pace.take(-1, later).is_ok()));
    assert!((100..110).all(|chat| pace.take(chat, later).is_ok()));
    assert_eq!(pace.take(111, later), Err(1), "thirty in this second");
    assert_eq!(pace.take(-1, later + Duration::from_millis(30_500)), Err(30), "twenty in this minute");
    assert_eq!(pace.refused, 3);
}
