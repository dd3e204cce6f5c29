//! One spelling for what people spell in many ways: case, accents, full-width letters, Traditional characters.
//! It loses nothing that a search needs and must never be shown to a person.

use std::sync::LazyLock;

use hanconv::RawDictionary::{TSCharacters, TSPhrases};
use rustc_hash::FxHashSet;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// The text in lower case, decomposed (NFKD), without marks, in Simplified characters and ASCII punctuation.
///
/// Folding a folded text changes nothing.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    let mut may_be_traditional = false;
    let mut push = |c: char| {
        may_be_traditional |= is_han(c) && TELLING.contains(&c);
        folded.push(c);
    };
    for c in text.chars() {
        match c {
            c if c.is_ascii() => push(c.to_ascii_lowercase()),
            // These are what they are decomposed into.
            '\u{4e00}'..='\u{9fff}' => push(c),
            // Sorting the marks of one letter, which NFKD also does, is of no use where all of them are dropped.
            c => decompose_compatible(c, |part| fold_part(part, &mut push)),
        }
    }
    if may_be_traditional { simplified(&folded) } else { folded }
}

fn fold_part(part: char, push: &mut impl FnMut(char)) {
    if is_combining_mark(part) {
        return;
    }
    // Lower-casing İ gives a dotted i whose dot is again a mark.
    for c in part.to_lowercase().filter(|c| !is_combining_mark(*c)) {
        match c {
            'ß' => "ss".chars().for_each(&mut *push),
            'ø' => push('o'),
            'ł' => push('l'),
            'đ' => push('d'),
            '’' | '‘' | 'ʼ' => push('\''),
            '–' | '—' | '‐' | '‑' => push('-'),
            c => push(c),
        }
    }
}

/// Characters of which a text has at least one if conversion to Simplified changes it: almost every text has none, and
/// converting is slow.
static TELLING: LazyLock<FxHashSet<char>> = LazyLock::new(|| {
    let characters = TSCharacters.iter().filter(|(from, to)| from != to);
    let mut telling: FxHashSet<char> = characters.flat_map(|(from, _)| from.chars().next()).collect();
    for (from, to) in TSPhrases.iter() {
        // Some characters change in phrases only.
        if !from.chars().any(|c| telling.contains(&c)) {
            telling.extend(from.chars().zip(to.chars()).find(|(before, after)| before != after).map(|(before, _)| before));
        }
    }
    telling
});

/// Traditional → Simplified, again and again until nothing changes (at most three times): some conversions open another.
fn simplified(text: &str) -> String {
    let mut now = hanconv::t2s(text);
    for _ in 0..2 {
        let next = hanconv::t2s(&now);
        if next == now {
            break;
        }
        now = next;
    }
    now
}

/// Whether this is a Chinese character.
#[must_use]
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}' | '〇')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn spellings_of_one_thing_become_one() {
        assert_eq!(fold("¿Cuánto cuesta el AÑO?"), "¿cuanto cuesta el ano?");
        assert_eq!(fold("工作簽證"), "工作签证");
        assert_eq!(fold("ＲＵＴ　２０２６"), "rut 2026");
        assert_eq!(fold("a\u{301}rea"), fold("área"));
    }

    #[test]
    fn every_traditional_spelling_is_noticed() {
        for (from, _) in TSCharacters.iter().chain(TSPhrases.iter()) {
            assert_eq!(fold(&format!("办{from}的")), simplified(&format!("办{from}的")));
        }
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
