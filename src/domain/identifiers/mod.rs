//! Takes out of a text what tells who wrote it: addresses, numbers of people and companies, patents, accounts, and the names of
//! the writer. Hostile spellings are read through a [`Skeleton`] (full-width and look-alike letters, blanks between letters,
//! marks that cannot be seen). It would rather hide a word too many than show a name; the tests hold what must stay.

mod addresses;
mod names;
mod numbers;
mod skeleton;
#[cfg(test)]
mod tests;

use std::ops::Range;

pub use names::Names;
use skeleton::Skeleton;

/// What stands in the place of what was taken out.
pub const MASK: &str = "▇▇▇";

/// The text with everything that identifies its writer, or anybody else, in the place of which [`MASK`] stands.
#[must_use]
pub fn masked(text: &str, names: &Names) -> String {
    let mut found = found(text, names);
    found.sort_by_key(|range| (range.start, range.end));
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for range in found {
        if range.start >= at {
            let before = &text[at..range.start];
            // Two neighbours leave one mark.
            if !(out.ends_with(MASK) && before.trim().is_empty()) {
                out.push_str(before);
                out.push_str(MASK);
            }
        }
        at = at.max(range.end);
    }
    out.push_str(&text[at..]);
    out
}

/// Whether a single term, such as one that two texts share, may be shown by itself.
#[must_use]
pub fn is_harmless(term: &str, names: &Names) -> bool {
    masked(term, names) == term && !names.have_word(term)
}

/// A pattern over skeletons. Its word boundaries are those of ASCII: a Chinese character is a letter too, and between it and a
/// Latin one there would be none, though a reader sees where a word or a number begins.
fn pattern(written: &str) -> Result<regex::Regex, regex::Error> {
    regex::Regex::new(&written.replace(r"\b", r"(?-u:\b)"))
}

/// Byte ranges of the text that identify somebody.
fn found(text: &str, names: &Names) -> Vec<Range<usize>> {
    let plain = Skeleton::of(text);
    let joined = plain.without_gaps();
    let mut found = Vec::new();
    for skeleton in [Some(&plain), joined.as_ref()].into_iter().flatten() {
        let spared = numbers::spared(skeleton.text());
        let here = addresses::find(skeleton.text())
            .into_iter()
            .chain(numbers::find(skeleton.text()))
            .filter(|range| !spared.iter().any(|spared| spared.start <= range.start && range.end <= spared.end))
            .chain(names.find(skeleton));
        found.extend(here.map(|range| skeleton.origin(range)));
    }
    found.extend(names.find_acronyms(text));
    found.retain(|range| !range.is_empty());
    found
}
