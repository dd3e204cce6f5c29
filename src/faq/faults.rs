//! What is wrong with the content and its index, for admins: said, not mended.

use jiff::civil::Date;

use super::{Difference, Places, Problem};
use crate::{talk::Text, text};

/// Looks at the content and at what was built from it. Builds nothing.
#[must_use]
pub fn faults(places: &Places, today: Date) -> Vec<Text> {
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let source = match places.read(today) {
        Ok((source, _)) => source,
        Err(problems) => return vec![broken(&problems)],
    };
    let mut found = Vec::new();
    let past = source.entries.iter().filter(|entry| entry.is_past_review(today)).count();
    if past > 0 {
        found.push(text!("fault-entries-past-review", count = number(past)));
    }
    match places.open_current() {
        Err(reason) => found.push(text!("fault-index-missing", why = reason.to_string())),
        Ok(build) => {
            let Difference { added, changed, removed, .. } =
                Difference::between(&build.snapshot.entries, &source.entries, Vec::new());
            let behind = added.len() + changed.len() + removed.len();
            if behind > 0 {
                found.push(text!("fault-index-behind", count = number(behind)));
            }
        }
    }
    found
}

/// Content that cannot be used, by its first problem.
fn broken(problems: &[Problem]) -> Text {
    let first = problems.first().map(ToString::to_string).unwrap_or_default();
    text!("fault-content", count = i64::try_from(problems.len()).unwrap_or(i64::MAX), first = first)
}
