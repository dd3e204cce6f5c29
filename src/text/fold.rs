//! One spelling for what people spell in many ways: case, accents, full-width letters, Traditional characters.
//! It loses nothing that a search needs and must never be shown to a person.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The text in lower case, decomposed (NFKD), without marks, in Simplified characters and ASCII punctuation.
///
/// Folding a folded text changes nothing.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    let mut has_han = false;
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        has_han |= is_han(c);
        match c {
            // Lower-casing İ gives a dotted i whose dot is again a mark.
            c if is_combining_mark(c) => {}
            'ß' => folded.push_str("ss"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' => folded.push('d'),
            '’' | '‘' | 'ʼ' => folded.push('\''),
            '–' | '—' | '‐' | '‑' => folded.push('-'),
            c => folded.push(c),
        }
    }
    if has_han { simplified(&folded) } else { folded }
}

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

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
