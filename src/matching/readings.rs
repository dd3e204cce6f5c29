//! The ways in which a proposal's text can be read, so that it meets texts of its own language and of others.
//! Each reading is a list of terms; the index finds by them and the comparison weighs them.

use super::bags::Bag;
use super::taxonomy::Taxonomy;
use crate::domain::{Lang, Proposal};
use crate::text::{Script, Token, fold, grams_of, is_han, is_stop, stem, tokens};

/// Sizes of the pieces that es, pt and en words share.
const PIECES: std::ops::RangeInclusive<usize> = 3..=5;

/// The readings, in the order of [`Readings`].
pub const N_READINGS: usize = 4;

/// One way to read a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// Stems of its language, marked with it, since stems of two must not meet; characters and their pairs in Chinese.
    Words = 0,
    /// Pieces of words, one space for es, pt and en; a Chinese text is read so by its gist.
    Pieces = 1,
    /// Stems and pieces of the English gist, or of the text itself where that is English.
    Gist = 2,
    /// Leaves of the taxonomy that it mentions, numbers, names and acronyms.
    Terms = 3,
}

impl Reading {
    /// Every reading.
    pub const ALL: [Self; N_READINGS] = [Self::Words, Self::Pieces, Self::Gist, Self::Terms];
}

/// The terms of a proposal by reading; a reading that it lacks is empty.
#[derive(Debug, Clone, Default)]
pub struct Readings([Vec<String>; N_READINGS]);

impl Readings {
    /// Reads a proposal.
    #[must_use]
    pub fn of(proposal: &Proposal, taxonomy: &Taxonomy) -> Self {
        let text = format!("{}\n{}", proposal.title, proposal.summary);
        let gist = match (&proposal.gist_en, proposal.lang) {
            (Some(gist), _) => Some(gist.as_str()),
            (None, Lang::En) => Some(text.as_str()),
            (None, _) => None,
        };
        let latin = if proposal.lang == Lang::Zh { (Lang::En, gist) } else { (proposal.lang, Some(text.as_str())) };
        Self([
            words(proposal.lang, &text),
            latin.1.map_or_else(Vec::new, |text| pieces(latin.0, text)),
            gist.map_or_else(Vec::new, |gist| [words(Lang::En, gist), pieces(Lang::En, gist)].concat()),
            terms(&text, taxonomy),
        ])
    }

    /// The terms of a reading, repeated as often as the text has them.
    #[must_use]
    pub fn terms(&self, reading: Reading) -> &[String] {
        &self.0[reading as usize]
    }

    /// The same, counted.
    #[must_use]
    pub fn bags(&self) -> [Bag; N_READINGS] {
        Reading::ALL.map(|reading| Bag::of(self.terms(reading).iter().map(String::as_str)))
    }
}

fn telling(lang: Lang, text: &str) -> impl Iterator<Item = Token> {
    tokens(text).into_iter().filter(move |token| !is_stop(lang, &token.text))
}

/// The term of a word in [`Reading::Words`].
#[must_use]
pub fn word_term(lang: Lang, word: &str) -> String {
    format!("{}:{}", lang.code(), stem(lang, word))
}

fn words(lang: Lang, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for token in telling(lang, text) {
        match token.script {
            Script::Letters => found.push(word_term(lang, &token.text)),
            Script::Number => found.push(token.text),
            Script::Han => found.extend(grams_of(&token, PIECES)),
        }
    }
    found
}

/// The pairs of neighbouring characters.
pub fn pairs(han: &str) -> impl Iterator<Item = String> {
    let chars: Vec<char> = han.chars().collect();
    (1..chars.len()).map(move |at| chars[at - 1..=at].iter().collect())
}

fn pieces(lang: Lang, text: &str) -> Vec<String> {
    telling(lang, text).filter(|token| token.script != Script::Han).flat_map(|token| grams_of(&token, PIECES)).collect()
}

/// The pieces of one word.
#[must_use]
pub fn pieces_of(word: &str) -> Vec<String> {
    tokens(word).iter().flat_map(|token| grams_of(token, PIECES)).collect()
}

fn terms(text: &str, taxonomy: &Taxonomy) -> Vec<String> {
    let leaves = taxonomy.mentioned(text).map(|(leaf, _)| format!("leaf:{leaf}"));
    let numbers = tokens(text).into_iter().filter(|token| token.script == Script::Number && token.text.len() > 1);
    leaves.chain(numbers.map(|token| token.text)).chain(names(text)).collect()
}

/// Names and acronyms: Latin words with a capital letter or a digit, and every Latin word inside Chinese.
fn names(text: &str) -> Vec<String> {
    let chinese = text.chars().any(is_han);
    let runs = text.split(|c: char| !c.is_alphanumeric() || is_han(c)).filter(|run| run.chars().count() > 1);
    runs.filter(|run| run.chars().any(char::is_alphabetic))
        .filter(|run| chinese || run.chars().any(|c| c.is_uppercase() || c.is_ascii_digit()))
        .map(fold)
        .filter(|name| !Lang::ALL.iter().any(|&lang| is_stop(lang, name)))
        .collect()
}
