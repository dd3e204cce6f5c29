//! The business calendars of the repository, in tables.

use jiff::{SignedDuration, Timestamp};
use puente::calendar::Calendars;

use crate::house::content;

fn calendars() -> Calendars {
    Calendars::open(&content()).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn at(written: &str) -> Timestamp {
    written.parse().unwrap()
}

#[test]
fn people_work_on_weekdays_in_their_hours_and_not_on_holidays() {
    let calendars = calendars();
    for (key, moment, works) in [
        ("cl", "2026-04-02T09:00:00-03:00", true),
        ("cl", "2026-04-02T08:59:59-03:00", false),
        ("cl", "2026-04-02T18:00:00-03:00", false),
        ("cl", "2026-04-03T10:00:00-03:00", false), // Good Friday
        ("cl", "2026-04-04T10:00:00-03:00", false), // a Saturday
        ("cl", "2026-09-17T17:59:00-03:00", true),
        ("cl", "2026-09-18T10:00:00-03:00", false), // Fiestas Patrias
        ("cl", "2026-09-21T10:00:00-03:00", true),
        ("cl", "2027-09-17T10:00:00-03:00", false), // the Friday before a Saturday 18th
        ("cl", "2027-06-28T10:00:00-04:00", false), // San Pedro y San Pablo, moved to Monday
        ("cl", "2027-06-29T10:00:00-04:00", true),
        ("cl", "2028-10-27T10:00:00-03:00", false), // moved from Tuesday 31 to Friday
        ("cn", "2026-02-14T10:00:00+08:00", true),  // a Saturday that makes up for the New Year
        ("cn", "2026-02-16T10:00:00+08:00", false),
        ("cn", "2026-02-23T10:00:00+08:00", false),
        ("cn", "2026-02-24T10:00:00+08:00", true),
        ("cn", "2026-02-28T10:00:00+08:00", true), // another Saturday
        ("cn", "2026-10-07T10:00:00+08:00", false),
        ("cn", "2026-10-10T10:00:00+08:00", true),
        ("cn", "2027-02-05T10:00:00+08:00", false), // expected: New Year's Eve
        ("cn", "2028-01-26T10:00:00+08:00", false), // expected: New Year
    ] {
        assert_eq!(calendars.named(key).is_working(at(moment)), works, "{key} {moment}");
    }
}

#[test]
fn a_working_day_later_is_the_same_hour_of_the_next_working_day() {
    let calendars = calendars();
    for (key, from, days, then) in [
        ("cl", "2026-11-25T12:00:00-03:00", 1, "2026-11-26T12:00:00-03:00"),
        ("cl", "2026-11-27T12:00:00-03:00", 1, "2026-11-30T12:00:00-03:00"), // over a weekend
        ("cl", "2026-11-28T12:00:00-03:00", 1, "2026-12-01T09:00:00-03:00"), // begins on Monday at nine
        ("cl", "2026-09-17T12:00:00-03:00", 1, "2026-09-21T12:00:00-03:00"), // over Fiestas Patrias
        ("cl", "2026-04-02T16:00:00-03:00", 1, "2026-04-06T16:00:00-04:00"), // clocks go back an hour
        ("cl", "2026-09-04T16:00:00-04:00", 1, "2026-09-07T16:00:00-03:00"), // and forward
        ("cl", "2026-12-07T20:00:00-03:00", 1, "2026-12-10T09:00:00-03:00"), // the 8th is a holiday: begins on the 9th
        ("cn", "2026-02-13T12:00:00+08:00", 1, "2026-02-14T12:00:00+08:00"), // a Saturday that is worked
        ("cn", "2026-02-14T12:00:00+08:00", 1, "2026-02-24T12:00:00+08:00"), // over Chinese New Year
        ("cn", "2026-09-30T12:00:00+08:00", 2, "2026-10-09T12:00:00+08:00"),
    ] {
        assert_eq!(calendars.named(key).add_days(at(from), days), at(then), "{key} {from} + {days} days");
    }
}

#[test]
fn hours_of_work_run_on_in_the_next_hours_of_work() {
    let calendars = calendars();
    for (key, from, hours, then) in [
        ("cl", "2026-11-25T10:00:00-03:00", 4, "2026-11-25T14:00:00-03:00"),
        ("cl", "2026-11-25T17:00:00-03:00", 2, "2026-11-26T10:00:00-03:00"),
        ("cl", "2026-04-02T17:00:00-03:00", 2, "2026-04-06T10:00:00-04:00"),
        ("cl", "2026-09-17T17:00:00-03:00", 2, "2026-09-21T10:00:00-03:00"),
        ("cn", "2026-02-14T17:00:00+08:00", 2, "2026-02-24T10:00:00+08:00"),
    ] {
        let (calendar, from, work) = (calendars.named(key), at(from), SignedDuration::from_hours(hours));
        assert_eq!(calendar.add_work(from, work), at(then), "{key} {from} + {hours} h");
        assert_eq!(calendar.work_between(from, at(then)), work, "{key}: and back");
    }
}

#[test]
fn the_next_working_moment_is_now_or_when_people_come() {
    let calendars = calendars();
    for (key, from, then) in [
        ("cl", "2026-11-25T10:30:00-03:00", "2026-11-25T10:30:00-03:00"),
        ("cl", "2026-11-25T03:00:00-03:00", "2026-11-25T09:00:00-03:00"),
        ("cl", "2026-09-17T18:00:00-03:00", "2026-09-21T09:00:00-03:00"),
        ("cl", "2026-04-04T23:30:00-03:00", "2026-04-06T09:00:00-04:00"),
        ("cn", "2026-02-14T18:30:00+08:00", "2026-02-24T09:00:00+08:00"),
    ] {
        assert_eq!(calendars.named(key).next_working(at(from)), at(then), "{key} {from}");
    }
}

#[test]
fn work_added_to_any_moment_is_found_again_between_the_two() {
    let calendars = calendars();
    let mut moment = at("2025-12-30T00:00:00Z");
    while moment < at("2028-12-20T00:00:00Z") {
        for key in ["cl", "cn"] {
            let (calendar, work) = (calendars.named(key), SignedDuration::from_hours(11));
            let then = calendar.add_work(moment, work);
            assert_eq!(calendar.work_between(moment, then), work, "{key} {moment}");
            assert!(calendar.is_working(then - SignedDuration::from_secs(1)), "{key} {moment} ends in work");
        }
        moment += SignedDuration::from_hours(37);
    }
}

#[test]
fn a_broken_calendar_is_told_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("calendar")).unwrap();
    let good = std::fs::read_to_string(content().join("calendar/cl.toml")).unwrap();
    let broken = good
        .replacen("America/Santiago", "America/Nowhere", 1)
        .replacen("day = 2026-05-21", "day = 2025-05-21", 1)
        .replacen("09:00-18:00", "18:00-09:00", 1);
    let line = |words: &str| broken.lines().position(|line| line.contains(words)).unwrap() + 1;
    let wanted = [
        (line("America/Nowhere"), "`America/Nowhere` is no time zone"),
        (line("18:00-09:00"), "hours are written as 09:00-18:00, one stretch after the other"),
        (line("day = 2025-05-21"), "2025-05-21 is not in 2026"),
    ];
    std::fs::write(folder.path().join("calendar/cl.toml"), &broken).unwrap();
    let problems = Calendars::open(folder.path()).unwrap_err();
    let told: Vec<(usize, &str)> = problems.iter().map(|problem| (problem.line, problem.what.as_str())).collect();
    assert_eq!(told, wanted);
}
