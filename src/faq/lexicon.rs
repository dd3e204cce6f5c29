//! The terms of all texts of one language, numbered, while an index is made: each different word is stemmed and cut into grams
//! once, however often it stands in the texts. Everything that is built from the texts is built from these numbers.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::{
    domain::Lang,
    text::{self, Script, Token},
};

use super::{
    analysis::{self, Kind},
    index::term_key,
};

/// A term in a text: its number, and in the lowest bit whether it says little there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Seen(u32);

impl Seen {
    pub fn new(number: u32, is_stop: bool) -> Self {
        Self(number << 1 | u32::from(is_stop))
    }

    /// Its place in a table that has two places for each number.
    pub fn place(self) -> usize {
        self.0 as usize
    }

    pub fn number(self) -> usize {
        (self.0 >> 1) as usize
    }

    pub fn is_stop(self) -> bool {
        self.0 & 1 == 1
    }
}

/// The terms of some texts by [`Kind`], in their order.
pub(super) type Parts = [Vec<Seen>; 3];

/// Terms of one kind, each once.
#[derive(Default)]
pub(super) struct Numbers {
    by_key: FxHashMap<u64, u32>,
    /// All of them one behind the other, and where each ends.
    spelled: String,
    ends: Vec<u32>,
}

impl Numbers {
    fn number(&mut self, term: &str) -> u32 {
        let key = term_key(term);
        if let Some(number) = self.by_key.get(&key) {
            return *number;
        }
        let number = self.new_number(term);
        self.by_key.insert(key, number);
        number
    }

    /// The number of a term that is known to have none.
    fn new_number(&mut self, term: &str) -> u32 {
        self.spelled.push_str(term);
        self.ends.push(u32::try_from(self.spelled.len()).unwrap_or(u32::MAX));
        u32::try_from(self.ends.len() - 1).unwrap_or(u32::MAX)
    }

    pub fn spelled(&self, number: usize) -> &str {
        let begin = if number == 0 { 0 } else { self.ends[number - 1] };
        &self.spelled[begin as usize..self.ends[number] as usize]
    }

    /// Each term's key and number.
    pub fn keys(&self) -> impl Iterator<Item = (u64, usize)> {
        self.by_key.iter().map(|(key, number)| (*key, *number as usize))
    }
}

/// A word as it was taken apart when it was first met.
struct Known {
    stem: Seen,
    grams: Box<[Seen]>,
    is_letters: bool,
    worth: u32,
}

/// The terms of one language.
pub(super) struct Lexicon {
    lang: Lang,
    /// By [`Kind`].
    pub numbers: [Numbers; 3],
    words: FxHashMap<String, Known>,
    /// The number of the pair of two stems.
    pairs: FxHashMap<(usize, usize), u32>,
}

impl Lexicon {
    pub fn new(lang: Lang) -> Self {
        Self { lang, numbers: Default::default(), words: FxHashMap::default(), pairs: FxHashMap::default() }
    }

    /// Takes a text apart and adds its terms to `parts`; no pair reaches from one text into the next. Each of its words is worth
    /// so much as a correction.
    pub fn take_apart(&mut self, text: &str, worth: u32, parts: &mut Parts) {
        let mut before: Option<Seen> = None;
        for token in text::tokens(text) {
            if token.script == Script::Han {
                analysis::han_pieces(&token.text, |kind, piece, is_stop| {
                    let number = self.numbers[kind as usize].number(piece);
                    parts[kind as usize].push(Seen::new(number, is_stop));
                });
                before = None;
                continue;
            }
            let known = self.known(token);
            known.worth += worth;
            let stem = known.stem;
            parts[Kind::Words as usize].push(stem);
            parts[Kind::Grams as usize].extend_from_slice(&known.grams);
            if let Some(first) = before {
                parts[Kind::Pairs as usize].push(self.pair(first, stem));
            }
            before = Some(stem);
        }
    }

    fn known(&mut self, token: Token) -> &mut Known {
        let [grams, words, _] = &mut self.numbers;
        let lang = self.lang;
        // Looked up twice when it is new, so that the many that are not new cost no copy of their text.
        if !self.words.contains_key(&token.text) {
            let analysis::Word { stem, grams: pieces, is_stop } = analysis::word(lang, &token);
            let known = Known {
                stem: Seen::new(words.number(&stem), is_stop),
                grams: pieces.iter().map(|gram| Seen::new(grams.number(gram), is_stop)).collect(),
                is_letters: token.script == Script::Letters,
                worth: 0,
            };
            self.words.insert(token.text.clone(), known);
        }
        self.words.get_mut(&token.text).expect("it was put there")
    }

    fn pair(&mut self, first: Seen, second: Seen) -> Seen {
        let [_, words, pairs] = &mut self.numbers;
        let number = *self
            .pairs
            .entry((first.number(), second.number()))
            .or_insert_with(|| pairs.number(&analysis::pair(words.spelled(first.number()), words.spelled(second.number()))));
        Seen::new(number, first.is_stop() && second.is_stop())
    }

    /// The words of letters as they are spelled, with what each is worth.
    pub fn spelled_words(&self) -> impl Iterator<Item = (&str, u32)> {
        self.words.iter().filter(|(_, known)| known.is_letters).map(|(word, known)| (word.as_str(), known.worth))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbered_terms_are_the_terms_that_a_question_has() {
        for (lang, text) in [
            (Lang::Es, "¿Qué visas de trabajo piden en Chile, y la visa 2026 de I+D?"),
            (Lang::Zh, "在智利办RUT要多久？怎么办公司"),
            (Lang::Pt, "registro da marca na China: a marca, 20.848"),
        ] {
            let mut lexicon = Lexicon::new(lang);
            let mut parts = Parts::default();
            lexicon.take_apart(text, 1, &mut parts);
            let asked = analysis::terms(lang, &text::tokens(text));
            for ((numbers, part), terms) in lexicon.numbers.iter().zip(&parts).zip(asked) {
                let numbered: Vec<_> = part.iter().map(|seen| (numbers.spelled(seen.number()), seen.is_stop())).collect();
                let asked: Vec<_> = terms.iter().map(|term| (term.text.as_str(), term.is_stop)).collect();
                assert_eq!(numbered, asked);
            }
        }
    }
}
