//! The ways in which a proposal's text can be read, so that it meets texts of its own language and of others.
//! Each reading is a list of terms; the index finds by them and the comparison weighs them.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use super::Lexicon;
use super::dictionary::Carried;
use super::terms::{Unit, units};
use crate::domain::{Lang, Proposal};
use crate::text::{Script, Token, each_gram, fold, is_han, is_stop, tokens};

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

/// What stands for a term: 64 bits leave no two terms alike, and a text of hundreds of terms makes no strings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Term(pub u64);

impl Term {
    fn of(what: impl Hash) -> Self {
        let mut hasher = FxHasher::default();
        what.hash(&mut hasher);
        Self(hasher.finish())
    }

    /// A stem of this language: stems of two languages must not meet.
    pub fn word(lang: Lang, stem: &str) -> Self {
        Self::of((lang.index(), stem))
    }

    /// A concept of the dictionary.
    pub fn concept(concept: usize) -> Self {
        Self::of(concept)
    }

    /// A leaf of the taxonomy.
    pub fn leaf(leaf: &str) -> Self {
        Self::of(("leaf", leaf))
    }

    /// Anything as it is spelled once it is folded: a piece, a number, a name.
    pub fn spelled(folded: &str) -> Self {
        Self::of(folded)
    }
}

/// The terms of a proposal by reading; a reading that it lacks is empty.
#[derive(Debug, Clone, Default)]
pub struct Readings([Vec<Term>; N_READINGS]);

impl Readings {
    /// Reads a proposal.
    #[must_use]
    pub fn of(proposal: &Proposal, lexicon: &Lexicon) -> Self {
        let lang = proposal.lang;
        let text = format!("{}\n{}", proposal.title, proposal.summary);
        let cut = units(lang, &text);
        let gist = proposal.gist_en.as_deref();
        let carried = lexicon.dictionary.carry(lang, &cut);
        let english = match gist {
            Some(gist) => english(Lang::En, &lexicon.dictionary.carry(Lang::En, &units(Lang::En, gist))),
            None => english(lang, &carried),
        };
        let pieces = match (lang, gist) {
            (Lang::Zh, Some(gist)) => pieces(Lang::En, gist),
            (Lang::Zh, None) => Vec::new(),
            _ => pieces(lang, &text),
        };
        Self([words(lang, &text, &cut), pieces, english, terms(lang, &text, &cut, &carried, lexicon)])
    }

    /// The terms of a reading, repeated as often as the text has them.
    #[must_use]
    pub fn terms(&self, reading: Reading) -> &[Term] {
        &self.0[reading as usize]
    }
}

/// The pieces of one word.
#[must_use]
pub fn pieces_of(word: &str) -> Vec<Term> {
    let mut found = Vec::new();
    tokens(word).iter().for_each(|token| add_pieces(token, &mut found));
    found
}

/// The pairs of neighbouring characters.
pub fn pairs(han: &str) -> impl Iterator<Item = String> {
    let chars: Vec<char> = han.chars().collect();
    (1..chars.len()).map(move |at| chars[at - 1..=at].iter().collect())
}

fn add_pieces(token: &Token, found: &mut Vec<Term>) {
    each_gram(token, PIECE..=PIECE, |piece| found.push(Term::spelled(piece)));
}

fn words(lang: Lang, text: &str, units: &[Unit]) -> Vec<Term> {
    let latin = units.iter().filter(|unit| unit.script != Script::Han && !is_stop(lang, &unit.text));
    let stems = latin.map(|unit| match unit.script {
        Script::Letters => Term::word(lang, &unit.stem),
        Script::Number | Script::Han => Term::spelled(&unit.text),
    });
    let mut found: Vec<Term> = stems.collect();
    if text.chars().any(is_han) {
        let han = tokens(text).into_iter().filter(|token| token.script == Script::Han && !is_stop(lang, &token.text));
        han.for_each(|token| add_pieces(&token, &mut found));
    }
    found
}

fn pieces(lang: Lang, text: &str) -> Vec<Term> {
    let telling = tokens(text).into_iter().filter(|token| token.script != Script::Han && !is_stop(lang, &token.text));
    let mut found = Vec::new();
    telling.for_each(|token| add_pieces(&token, &mut found));
    found
}

fn english(lang: Lang, carried: &[Carried]) -> Vec<Term> {
    let mut found = Vec::new();
    for carried in carried {
        match carried {
            Carried::Concept(_, english) => found.extend(pieces_of(english)),
            Carried::Unknown(unit) if unit.script == Script::Han || is_stop(lang, &unit.text) => {}
            Carried::Unknown(unit) => add_pieces(&Token { text: unit.text.clone(), script: unit.script }, &mut found),
        }
    }
    found
}

fn terms(lang: Lang, text: &str, units: &[Unit], carried: &[Carried], lexicon: &Lexicon) -> Vec<Term> {
    let named = carried.iter().filter_map(|carried| match carried {
        Carried::Concept(concept, _) => Some(*concept),
        Carried::Unknown(_) => None,
    });
    let concepts = named.chain(lexicon.dictionary.acronyms(text)).map(Term::concept);
    let leaves = lexicon.taxonomy.mentioned(lang, units, text).map(|(leaf, _)| Term::leaf(leaf));
    let numbers = units.iter().filter(|unit| unit.script == Script::Number && unit.text.len() > 1);
    let names = names(text).into_iter().map(|name| Term::spelled(&name));
    concepts.chain(leaves).chain(numbers.map(|unit| Term::spelled(&unit.text))).chain(names).collect()
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
