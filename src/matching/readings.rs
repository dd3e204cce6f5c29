//! The ways in which a proposal's text can be read, so that it meets texts of its own language and of others.
//! Each reading is a list of terms; the index finds by them and the comparison weighs them.

use super::Lexicon;
use super::dictionary::Carried;
use super::terms::{Unit, units};
use crate::domain::{Lang, Proposal};
use crate::text::{Script, Token, fold, grams_of, is_han, is_stop, tokens};

/// Size of the pieces of words. Alone, sizes 3 to 5 find a little more across languages; together with what the dictionary
/// carries, 4 finds as much (es→en .94, nDCG@10) with a third of the terms.
const PIECE: usize = 4;

/// The readings, in the order of [`Readings`].
pub const N_READINGS: usize = 4;

/// One way to read a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// Stems of its language, marked with it, since stems of two must not meet; characters and their pairs in Chinese.
    Words = 0,
    /// Pieces of words, one space for es, pt and en; a Chinese text is read so by its gist.
    Pieces = 1,
    /// Pieces of English: of the gist, or else of what the dictionary makes of the text; other words stay as they are.
    English = 2,
    /// What the text speaks of in any language: concepts, leaves of the taxonomy, numbers, names and acronyms.
    Terms = 3,
}

impl Reading {
    /// Every reading.
    pub const ALL: [Self; N_READINGS] = [Self::Words, Self::Pieces, Self::English, Self::Terms];
    /// Those by which candidates are found: one for texts of the same language and two across languages. Who shares only
    /// pieces with a text shares as much with what is carried.
    pub const SEARCHED: [Self; 3] = [Self::Words, Self::English, Self::Terms];
}

/// The terms of a proposal by reading; a reading that it lacks is empty.
#[derive(Debug, Clone, Default)]
pub struct Readings([Vec<String>; N_READINGS]);

impl Readings {
    /// Reads a proposal.
    #[must_use]
    pub fn of(proposal: &Proposal, lexicon: &Lexicon) -> Self {
        let lang = proposal.lang;
        let text = format!("{}\n{}", proposal.title, proposal.summary);
        let cut = units(lang, &text);
        let gist = proposal.gist_en.as_deref();
        let english = match gist {
            Some(gist) => english(Lang::En, &units(Lang::En, gist), lexicon),
            None => english(lang, &cut, lexicon),
        };
        let pieces = match (lang, gist) {
            (Lang::Zh, Some(gist)) => pieces(Lang::En, gist),
            (Lang::Zh, None) => Vec::new(),
            _ => pieces(lang, &text),
        };
        Self([words(lang, &text, &cut), pieces, english, terms(lang, &text, &cut, lexicon)])
    }

    /// The terms of a reading, repeated as often as the text has them.
    #[must_use]
    pub fn terms(&self, reading: Reading) -> &[String] {
        &self.0[reading as usize]
    }
}

/// The term of a word's stem in [`Reading::Words`].
#[must_use]
pub fn word_term(lang: Lang, stem: &str) -> String {
    format!("{}:{stem}", lang.code())
}

/// The term of a concept of the dictionary in [`Reading::Terms`].
#[must_use]
pub fn concept_term(concept: usize) -> String {
    format!("concept:{concept}")
}

/// The term of a leaf in [`Reading::Terms`].
#[must_use]
pub fn leaf_term(leaf: &str) -> String {
    format!("leaf:{leaf}")
}

/// The pieces of one word.
#[must_use]
pub fn pieces_of(word: &str) -> Vec<String> {
    tokens(word).iter().flat_map(pieces_of_token).collect()
}

/// The pairs of neighbouring characters.
pub fn pairs(han: &str) -> impl Iterator<Item = String> {
    let chars: Vec<char> = han.chars().collect();
    (1..chars.len()).map(move |at| chars[at - 1..=at].iter().collect())
}

fn pieces_of_token(token: &Token) -> Vec<String> {
    grams_of(token, PIECE..=PIECE)
}

fn words(lang: Lang, text: &str, units: &[Unit]) -> Vec<String> {
    let latin = units.iter().filter(|unit| unit.script != Script::Han && !is_stop(lang, &unit.text));
    let stems = latin.map(|unit| match unit.script {
        Script::Letters => word_term(lang, &unit.stem),
        Script::Number | Script::Han => unit.text.clone(),
    });
    let han = tokens(text).into_iter().filter(|token| token.script == Script::Han && !is_stop(lang, &token.text));
    stems.chain(han.flat_map(|token| pieces_of_token(&token))).collect()
}

fn pieces(lang: Lang, text: &str) -> Vec<String> {
    let telling = tokens(text).into_iter().filter(|token| token.script != Script::Han && !is_stop(lang, &token.text));
    telling.flat_map(|token| pieces_of_token(&token)).collect()
}

fn english(lang: Lang, units: &[Unit], lexicon: &Lexicon) -> Vec<String> {
    let carried = lexicon.dictionary.carry(lang, units).into_iter();
    carried
        .flat_map(|carried| match carried {
            Carried::Concept(_, english) => pieces_of(english),
            Carried::Unknown(unit) if unit.script == Script::Han || is_stop(lang, &unit.text) => Vec::new(),
            Carried::Unknown(unit) => pieces_of_token(&Token { text: unit.text.clone(), script: unit.script }),
        })
        .collect()
}

fn terms(lang: Lang, text: &str, units: &[Unit], lexicon: &Lexicon) -> Vec<String> {
    let named = lexicon.dictionary.concepts(lang, units).into_iter();
    let concepts = named.chain(lexicon.dictionary.acronyms(text)).map(concept_term);
    let leaves = lexicon.taxonomy.mentioned(lang, units, text).map(|(leaf, _)| leaf_term(leaf));
    let numbers = units.iter().filter(|unit| unit.script == Script::Number && unit.text.len() > 1);
    concepts.chain(leaves).chain(numbers.map(|unit| unit.text.clone())).chain(names(text)).collect()
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
