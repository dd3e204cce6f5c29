//! Too much at once: answers up to a measure, then one kind word, then silence, then answers again. Time comes in.

use std::{collections::HashMap, hash::Hash};

use jiff::{SignedDuration, Timestamp};

/// What one person may do at once, and in a second after that. Nobody who means it types or taps as much.
const AT_ONCE: i32 = 60;
const EACH: SignedDuration = SignedDuration::from_secs(1);
/// How long it stays silent after the kind word.
const SILENCE: SignedDuration = SignedDuration::from_secs(60);
/// How many strangers may come at once, and how soon the next. Telegram lets some thirty messages a second go: more could not
/// be greeted anyway, and those who are known would wait behind them.
const STRANGERS: i32 = 1000;
const EACH_STRANGER: SignedDuration = SignedDuration::from_millis(50);
/// People of whom something is remembered. Whoever was quiet is forgotten first; beyond this, more can only be an attack.
const MOST_PEOPLE: usize = 50_000;

/// What is to be done with an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judgement {
    Pass,
    /// The one kind word.
    Warn,
    Silence,
}

/// Who did how much lately.
#[derive(Debug)]
pub struct Flood<Who> {
    people: HashMap<Who, Measure>,
    strangers: Bucket,
    /// What was remembered of each who was judged since the last [`Flood::keep`], before that.
    before: Vec<(Who, Option<Measure>)>,
    /// The strangers as of the last [`Flood::keep`].
    strangers_before: Bucket,
}

#[derive(Debug, Clone, Copy)]
struct Measure {
    bucket: Bucket,
    silent_until: Option<Timestamp>,
}

/// When the bucket has run empty again: each act pushes that further, up to a limit.
#[derive(Debug, Clone, Copy)]
struct Bucket(Timestamp);

impl Bucket {
    fn empty(now: Timestamp) -> Self {
        Self(now)
    }

    fn takes(&mut self, now: Timestamp, at_once: i32, each: SignedDuration) -> bool {
        let most = each * at_once;
        // Further than one bucket ahead: the clock was set back since.
        let from = if self.0 < now || self.0.duration_since(now) > most { now } else { self.0 };
        let next = from + each;
        let fits = next.duration_since(now) <= most;
        if fits {
            self.0 = next;
        }
        fits
    }

    fn has_room(self, now: Timestamp, at_once: i32, each: SignedDuration) -> bool {
        let mut trial = self;
        trial.takes(now, at_once, each)
    }
}

impl<Who: Hash + Eq> Default for Flood<Who> {
    fn default() -> Self {
        let strangers = Bucket::empty(Timestamp::UNIX_EPOCH);
        Self { people: HashMap::new(), strangers, before: Vec::new(), strangers_before: strangers }
    }
}

impl<Who: Hash + Eq + Copy> Flood<Who> {
    /// Somebody did something, which counts unless it is undone.
    pub fn judge(&mut self, who: Who, now: Timestamp) -> Judgement {
        if self.people.len() >= MOST_PEOPLE && !self.people.contains_key(&who) {
            self.forget_the_quiet(now);
            if self.people.len() >= MOST_PEOPLE {
                return Judgement::Silence;
            }
        }
        self.before.push((who, self.people.get(&who).copied()));
        let fresh = Measure { bucket: Bucket::empty(now), silent_until: None };
        let known = self.people.entry(who).or_insert(fresh);
        match known.silent_until {
            // In the silence, but not before it: the clock may have been set back.
            Some(until) if now < until && until.duration_since(now) <= SILENCE => return Judgement::Silence,
            Some(_) => *known = fresh,
            None => {}
        }
        if known.bucket.takes(now, AT_ONCE, EACH) {
            return Judgement::Pass;
        }
        known.silent_until = Some(now + SILENCE);
        Judgement::Warn
    }

    /// What was judged, and who came in, is done.
    pub fn keep(&mut self) {
        self.before.clear();
        self.strangers_before = self.strangers;
    }

    /// What was judged, and who came in, since the last [`Flood::keep`] could not be done and will come again: it must not count
    /// twice.
    pub fn undo(&mut self) {
        self.strangers = self.strangers_before;
        for (who, before) in self.before.drain(..).rev() {
            match before {
                Some(measure) => self.people.insert(who, measure),
                None => self.people.remove(&who),
            };
        }
    }

    /// Whether strangers are let in now.
    #[must_use]
    pub fn has_room_for_strangers(&self, now: Timestamp) -> bool {
        self.strangers.has_room(now, STRANGERS, EACH_STRANGER)
    }

    /// A stranger came in.
    pub fn met_a_stranger(&mut self, now: Timestamp) {
        self.strangers.takes(now, STRANGERS, EACH_STRANGER);
    }

    /// How many people something is remembered of.
    #[must_use]
    pub fn remembered(&self) -> usize {
        self.people.len()
    }

    fn forget_the_quiet(&mut self, now: Timestamp) {
        self.people.retain(|_, known| known.bucket.0 > now || known.silent_until.is_some_and(|until| until > now));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(millis: i64) -> Timestamp {
        Timestamp::from_millisecond(1_790_000_000_000 + millis).unwrap()
    }

    #[test]
    fn one_kind_word_then_silence_then_answers_again() {
        let mut flood = Flood::default();
        let told: Vec<Judgement> = (0..200).map(|n| flood.judge("ana", at(n))).collect();
        assert_eq!(told.iter().filter(|told| **told == Judgement::Pass).count(), 60);
        assert_eq!(told.iter().filter(|told| **told == Judgement::Warn).count(), 1);
        assert_eq!(told[60], Judgement::Warn);
        assert_eq!(flood.judge("ana", at(59_000)), Judgement::Silence);
        assert_eq!(flood.judge("ben", at(59_000)), Judgement::Pass, "others are not meant");
        assert_eq!(flood.judge("ana", at(60_100)), Judgement::Pass);
    }

    #[test]
    fn who_writes_as_people_do_is_never_stopped() {
        let mut flood = Flood::default();
        assert!((0..5000).all(|n| flood.judge(1, at(n * 1000)) == Judgement::Pass));
    }

    #[test]
    fn a_clock_that_is_set_back_silences_nobody() {
        let mut flood = Flood::default();
        for n in 0..100 {
            flood.judge(1, at(n));
        }
        assert_eq!(flood.judge(1, at(-3_600_000)), Judgement::Pass);
    }

    #[test]
    fn what_is_undone_was_never_counted() {
        let mut flood = Flood::default();
        assert_eq!(flood.judge("ana", at(0)), Judgement::Pass);
        flood.keep();
        for n in 0..100 {
            assert!(
                (0..50)
                    .all(|_| flood.judge("ana", at(n)) == Judgement::Pass && flood.judge("ben", at(n)) == Judgement::Pass)
            );
            (0..500).for_each(|_| flood.met_a_stranger(at(0)));
            assert!(flood.has_room_for_strangers(at(0)));
            flood.undo();
        }
        assert_eq!(flood.remembered(), 1, "who only did what was undone was never here");
        let told: Vec<Judgement> = (0..60).map(|_| flood.judge("ana", at(0))).collect();
        assert_eq!(told.iter().position(|told| *told == Judgement::Warn), Some(59));
    }

    #[test]
    fn strangers_are_counted_together_and_memory_is_bounded() {
        let mut flood = Flood::default();
        let met = (0..10_000).filter(|_| {
            let room = flood.has_room_for_strangers(at(0));
            if room {
                flood.met_a_stranger(at(0));
            }
            room
        });
        assert_eq!(met.count(), 1000);
        assert!(flood.has_room_for_strangers(at(100)));
        for who in 0..200_000_i64 {
            flood.judge(who, at(who / 1000));
        }
        assert!(flood.remembered() <= MOST_PEOPLE);
        assert_eq!(flood.judge(-1, at(600_000)), Judgement::Pass, "the quiet are forgotten");
    }
}
