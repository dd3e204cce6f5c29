//! Mends a word that the entries do not know when they know one that differs by a single slip.
//! Words that are known are never touched.

use serde::{Deserialize, Serialize};

/// Shorter words have too many neighbours.
const SHORTEST: usize = 4;
/// More corrections than this say that the word could be anything.
const MOST: usize = 2;

/// The vocabulary of one language, as people spell it (folded, not stemmed).
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Speller {
    /// The words one behind the other.
    spelled: String,
    /// Every word by length in characters, then first character, then spelling.
    words: Vec<Spelled>,
}

/// A word of the vocabulary.
#[derive(Serialize, Deserialize)]
struct Spelled {
    begin: u32,
    n_bytes: u16,
    n_chars: u16,
    /// How often it stands in the entries.
    worth: u32,
}

impl Speller {
    /// Learns these words, each with what it is worth as a correction.
    pub fn new<'a>(words: impl Iterator<Item = (&'a str, u32)>) -> Self {
        // No person types a longer one, and no entry should.
        let mut words: Vec<(u16, &str, u32)> = words
            .filter(|(word, _)| word.len() <= usize::from(u16::MAX))
            .map(|(word, worth)| (u16::try_from(word.chars().count()).unwrap_or(u16::MAX), word, worth))
            .collect();
        words.sort_unstable();
        let mut speller = Self { spelled: String::new(), words: Vec::with_capacity(words.len()) };
        for (n_chars, word, worth) in words {
            let begin = u32::try_from(speller.spelled.len()).unwrap_or(u32::MAX);
            let n_bytes = u16::try_from(word.len()).unwrap_or(u16::MAX);
            speller.words.push(Spelled { begin, n_bytes, n_chars, worth });
            speller.spelled.push_str(word);
        }
        speller.spelled.shrink_to_fit();
        speller
    }

    fn spelled(&self, word: &Spelled) -> &str {
        &self.spelled[word.begin as usize..word.begin as usize + usize::from(word.n_bytes)]
    }

    /// The words that this folded word may stand for, most frequent first; none when it is known or nothing is near.
    pub fn corrections(&self, word: &str) -> Vec<String> {
        let chars: Vec<char> = word.chars().collect();
        if chars.len() < SHORTEST || chars.iter().any(char::is_ascii_digit) || self.knows(word, chars.len()) {
            return Vec::new();
        }
        let mut near: Vec<(u32, &str)> = Vec::new();
        let is_one_slip_from = |known: &str| match (word.is_ascii(), known.is_ascii()) {
            (true, true) => is_one_slip(word.as_bytes(), known.as_bytes()),
            _ => is_one_slip(&chars, &known.chars().collect::<Vec<char>>()),
        };
        for length in chars.len() - 1..=chars.len() + 1 {
            // A slip in the first letter is looked for only as a swap of the first two.
            let firsts = if chars[0] == chars[1] { &chars[..1] } else { &chars[..2] };
            for first in firsts {
                for known in self.shelf(length, *first) {
                    let spelled = self.spelled(known);
                    if is_one_slip_from(spelled) {
                        near.push((known.worth, spelled));
                    }
                }
            }
        }
        near.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
        near.truncate(MOST);
        near.into_iter().map(|(_, word)| word.to_owned()).collect()
    }

    fn knows(&self, word: &str, n_chars: usize) -> bool {
        let found = self
            .words
            .binary_search_by(|known| usize::from(known.n_chars).cmp(&n_chars).then_with(|| self.spelled(known).cmp(word)));
        found.is_ok()
    }

    /// The words of this length that begin with this character.
    fn shelf(&self, n_chars: usize, first: char) -> &[Spelled] {
        let key = |word: &Spelled| (usize::from(word.n_chars), self.spelled(word).chars().next().unwrap_or_default());
        let begin = self.words.partition_point(|word| key(word) < (n_chars, first));
        let end = begin + self.words[begin..].partition_point(|word| key(word) == (n_chars, first));
        &self.words[begin..end]
    }
}

/// Whether one letter too many, too few or wrong, or two neighbours swapped, makes the difference.
fn is_one_slip<T: PartialEq>(a: &[T], b: &[T]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let same = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    if short.len() != long.len() {
        return long.len() == short.len() + 1 && short[same..] == long[same + 1..];
    }
    if same == short.len() {
        return false;
    }
    let substituted = short[same + 1..] == long[same + 1..];
    let swapped = short.len() > same + 1
        && short[same] == long[same + 1]
        && short[same + 1] == long[same]
        && short[same + 2..] == long[same + 2..];
    substituted || swapped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_is_mended_and_two_are_not() {
        let speller = Speller::new(["que", "impuestos", "paga", "la", "patente"].map(|word| (word, 1)).into_iter());
        for typed in ["impeustos", "impuesto", "impuesttos", "imquestos"] {
            assert_eq!(speller.corrections(typed), ["impuestos"], "{typed}");
        }
        for typed in ["impuestos", "impuezztos", "que", "paga"] {
            assert!(speller.corrections(typed).is_empty(), "{typed}");
        }
    }
}
