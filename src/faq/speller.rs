//! Mends a word that the entries do not know when they know one that differs by a single slip.
//! Words that are known are never touched.

use std::collections::HashMap;

use crate::text::{self, Script};

use super::Words;

/// Shorter words have too many neighbours.
const SHORTEST: usize = 4;
/// More corrections than this say that the word could be anything.
const MOST: usize = 2;

/// The vocabulary of one language, as people spell it (folded, not stemmed).
#[derive(Default)]
pub(super) struct Speller {
    /// Words by length in characters and first character.
    shelves: HashMap<(usize, char), Vec<(Vec<char>, u32)>>,
    known: HashMap<String, u32>,
}

impl Speller {
    /// Learns the words of these texts.
    pub fn new<'a>(docs: impl Iterator<Item = &'a Words>) -> Self {
        let mut known: HashMap<String, u32> = HashMap::new();
        for words in docs {
            // A word with which somebody asks is a likelier correction than one of an answer.
            for (text, worth) in words.ways_to_ask().map(|way| (way, 3)).chain([(words.answer.as_str(), 1)]) {
                for token in text::tokens(text).into_iter().filter(|token| token.script == Script::Letters) {
                    *known.entry(token.text).or_default() += worth;
                }
            }
        }
        let mut shelves: HashMap<_, Vec<_>> = HashMap::new();
        for (word, count) in &known {
            let chars: Vec<char> = word.chars().collect();
            shelves.entry((chars.len(), chars[0])).or_default().push((chars, *count));
        }
        Self { shelves, known }
    }

    /// What the word was probably meant to be, likeliest first; nothing when it is known or nothing is near.
    pub fn corrections(&self, word: &str) -> Vec<String> {
        let chars: Vec<char> = word.chars().collect();
        if chars.len() < SHORTEST || chars.iter().any(char::is_ascii_digit) || self.known.contains_key(word) {
            return Vec::new();
        }
        let mut near: Vec<(u32, String)> = Vec::new();
        for length in chars.len() - 1..=chars.len() + 1 {
            // A slip in the first letter is looked for only as a swap of the first two.
            let firsts = if chars[0] == chars[1] { vec![chars[0]] } else { vec![chars[0], chars[1]] };
            for first in firsts {
                let shelf = self.shelves.get(&(length, first)).into_iter().flatten();
                near.extend(
                    shelf
                        .filter(|(known, _)| is_one_slip(&chars, known))
                        .map(|(known, count)| (*count, known.iter().collect())),
                );
            }
        }
        near.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        near.truncate(MOST);
        near.into_iter().map(|(_, word)| word).collect()
    }
}

/// Whether one letter too many, too few or wrong, or two neighbours swapped, makes the difference.
fn is_one_slip(a: &[char], b: &[char]) -> bool {
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
        let words = Words { question: "¿Qué impuestos paga la patente?".to_owned(), ..Words::default() };
        let speller = Speller::new(std::iter::once(&words));
        for typed in ["impeustos", "impuesto", "impuesttos", "imquestos"] {
            assert_eq!(speller.corrections(typed), ["impuestos"], "{typed}");
        }
        for typed in ["impuestos", "impuezztos", "que", "paga"] {
            assert!(speller.corrections(typed).is_empty(), "{typed}");
        }
    }
}
