//! Dates as people type them: `2027-03`, `15/03/2027`, `2027年3月`, `2027`. It reads figures only; what stands around them
//! may be in any language.

use jiff::{ToSpan, civil::Date};

use super::Period;

/// The days that a text names, each as the first and the last day it may mean, in the order in which they are written.
#[must_use]
pub fn days_named(text: &str) -> Vec<(Date, Date)> {
    let mut named: Vec<(Date, Date)> = Vec::new();
    for run in text.split(|c: char| !c.is_ascii_digit() && !matches!(c, '-' | '/' | '.' | '年' | '月')) {
        let figures: Vec<(i16, usize)> = run
            .split(|c: char| !c.is_ascii_digit())
            .filter(|part| !part.is_empty())
            .filter_map(|part| Some((part.parse().ok()?, part.len())))
            .collect();
        let year = named.last().map(|(from, _)| from.year());
        if let Some(found) = day_of(&figures).or_else(|| month_of(run, &figures, year)) {
            named.push(found);
        }
    }
    named
}

/// A period from the first to the last day that a text names; none unless it names two, or one with a length.
#[must_use]
pub fn period_named(text: &str) -> Option<Period> {
    let named = days_named(text);
    let from = named.iter().map(|(from, _)| *from).min()?;
    let until = named.iter().map(|(_, until)| *until).max()?;
    (from < until).then_some(Period { from, until })
}

fn day_of(figures: &[(i16, usize)]) -> Option<(Date, Date)> {
    let small = |n: i16| i8::try_from(n).ok();
    match *figures {
        [(year, 4), (month, 1..=2), (day, 1..=2)] | [(day, 1..=2), (month, 1..=2), (year, 4)] => {
            let day = Date::new(year, small(month)?, small(day)?).ok()?;
            is_near(day).then_some((day, day))
        }
        [(year, 4), (month, 1..=2)] | [(month, 1..=2), (year, 4)] => whole_month(year, month),
        [(year, 4)] => {
            let from = Date::new(year, 1, 1).ok().filter(|day| is_near(*day))?;
            Some((from, Date::new(year, 12, 31).ok()?))
        }
        _ => None,
    }
}

/// `8月` after a date of the same year.
fn month_of(run: &str, figures: &[(i16, usize)], year: Option<i16>) -> Option<(Date, Date)> {
    match *figures {
        [(month, 1..=2)] if run.contains('月') => whole_month(year?, month),
        _ => None,
    }
}

fn whole_month(year: i16, month: i16) -> Option<(Date, Date)> {
    let from = Date::new(year, i8::try_from(month).ok()?, 1).ok().filter(|day| is_near(*day))?;
    Some((from, from.checked_add(1.month()).ok()?.yesterday().ok()?))
}

/// Figures like 1500 or 9999 are no years of a cooperation.
fn is_near(day: Date) -> bool {
    (2000..2100).contains(&day.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(text: &str) -> Option<(String, String)> {
        period_named(text).map(|period| (period.from.to_string(), period.until.to_string()))
    }

    #[test]
    fn periods_are_read_as_people_of_four_languages_write_them() {
        for (text, from, until) in [
            ("2027-03-15 a 2027-08-31", "2027-03-15", "2027-08-31"),
            ("de 03/2027 até 08/2027", "2027-03-01", "2027-08-31"),
            ("15/03/2027 – 20/03/2027", "2027-03-15", "2027-03-20"),
            ("2027年3月到8月", "2027-03-01", "2027-08-31"),
            ("2027年3月15日至2027年4月1日", "2027-03-15", "2027-04-01"),
            ("all of 2027", "2027-01-01", "2027-12-31"),
        ] {
            assert_eq!(period(text), Some((from.to_owned(), until.to_owned())), "{text}");
        }
    }

    #[test]
    fn figures_that_are_no_dates_are_none() {
        for text in ["", "3 meses", "1500 kg", "2027-13", "31/02/2027", "+56 9 1234 5678", "2027-03-15"] {
            assert_eq!(period(text), None, "{text}");
        }
    }
}
