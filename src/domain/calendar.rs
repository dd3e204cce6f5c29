//! A centre's business calendar: when its people work, in their own zone with its change of hour, around their public holidays.
//! Pure: the zone, the days and the moment come in as values.

use std::{collections::BTreeSet, ops::Range};

use jiff::{
    SignedDuration, Timestamp, ToSpan,
    civil::{Date, Time, Weekday},
    tz::TimeZone,
};

/// Days looked ahead for work before giving up: more than the longest rest that any calendar can hold. A calendar without a
/// single working day would otherwise be searched for ever.
const LOOK_AHEAD: i32 = 60;

/// When a centre works.
#[derive(Debug, Clone)]
pub struct Calendar {
    /// The name of its file, such as `cl`.
    pub key: String,
    pub zone: TimeZone,
    /// Working hours of a working day, in order, none touching another.
    pub hours: Vec<(Time, Time)>,
    /// Days of the week on which people work.
    pub week: Vec<Weekday>,
    /// Public holidays, and the days that make up for them.
    pub holidays: BTreeSet<Date>,
    /// Days of weekly rest that are worked all the same, to make up for a longer holiday (调休).
    pub workdays: BTreeSet<Date>,
}

impl Calendar {
    /// Whether people work on this day.
    #[must_use]
    pub fn is_working_day(&self, day: Date) -> bool {
        self.workdays.contains(&day) || (self.week.contains(&day.weekday()) && !self.holidays.contains(&day))
    }

    /// Whether people are at work at this moment.
    #[must_use]
    pub fn is_working(&self, at: Timestamp) -> bool {
        self.stretches(self.day_of(at)).iter().any(|stretch| stretch.contains(&at))
    }

    /// The day that it is there.
    #[must_use]
    pub fn day_of(&self, at: Timestamp) -> Date {
        at.to_zoned(self.zone.clone()).date()
    }

    /// This moment, if people are at work, else the next at which they are.
    #[must_use]
    pub fn next_working(&self, at: Timestamp) -> Timestamp {
        self.stretches_from(at).next().map_or(at, |stretch| stretch.start)
    }

    /// The moment after so much time of work.
    #[must_use]
    pub fn add_work(&self, from: Timestamp, work: SignedDuration) -> Timestamp {
        let mut left = work;
        for stretch in self.stretches_from(from) {
            let lasts = stretch.end.duration_since(stretch.start);
            if left <= lasts {
                return stretch.start + left;
            }
            left -= lasts;
        }
        from + work
    }

    /// The same hour so many working days later; what begins outside working hours begins when they next open.
    #[must_use]
    pub fn add_days(&self, from: Timestamp, days: u32) -> Timestamp {
        let begins = self.next_working(from).to_zoned(self.zone.clone());
        let mut day = begins.date();
        for _ in 0..days {
            day = self.next_working_day(day);
        }
        let same_hour = day.to_datetime(begins.time()).to_zoned(self.zone.clone());
        same_hour.map_or(from, |moment| self.next_working(moment.timestamp()))
    }

    /// How much of the time between two moments is work.
    #[must_use]
    pub fn work_between(&self, from: Timestamp, to: Timestamp) -> SignedDuration {
        let mut work = SignedDuration::ZERO;
        let (mut day, last) = (self.day_of(from), self.day_of(to));
        while day <= last {
            for stretch in self.stretches(day) {
                let (start, end) = (stretch.start.max(from), stretch.end.min(to));
                if start < end {
                    work += end.duration_since(start);
                }
            }
            let Ok(tomorrow) = day.tomorrow() else { break };
            day = tomorrow;
        }
        work
    }

    /// The time of work in a full working day.
    #[must_use]
    pub fn full_day(&self) -> SignedDuration {
        self.hours.iter().map(|(opens, closes)| opens.duration_until(*closes)).sum()
    }

    fn next_working_day(&self, day: Date) -> Date {
        let later = (1..LOOK_AHEAD).filter_map(|ahead| day.checked_add(ahead.days()).ok());
        later.into_iter().find(|day| self.is_working_day(*day)).unwrap_or(day)
    }

    /// The working hours of a day as moments; an hour that the change of the clocks leaves out is moved on as clocks are.
    fn stretches(&self, day: Date) -> Vec<Range<Timestamp>> {
        if !self.is_working_day(day) {
            return Vec::new();
        }
        let moment = |time| day.to_datetime(time).to_zoned(self.zone.clone()).map(|zoned| zoned.timestamp());
        self.hours.iter().filter_map(|(opens, closes)| Some(moment(*opens).ok()?..moment(*closes).ok()?)).collect()
    }

    /// All working hours from a moment on, the first cut to begin there.
    fn stretches_from(&self, from: Timestamp) -> impl Iterator<Item = Range<Timestamp>> {
        let today = self.day_of(from);
        let days = (0..LOOK_AHEAD).filter_map(move |ahead| today.checked_add(ahead.days()).ok());
        days.flat_map(|day| self.stretches(day))
            .filter(move |stretch| stretch.end > from)
            .map(move |stretch| stretch.start.max(from)..stretch.end)
    }
}
