//! How near a question is to the nearest single way to ask an entry. The index sees all phrasings of an entry as one text;
//! this tells ten phrasings that each share a word from one that shares them all.

use rustc_hash::FxHashMap;

use crate::{domain::Lang, text};

use super::{
    Words,
    analysis::{self, Kind},
    index,
    query::Query,
};

const STOP: f32 = 0.4;

/// Every way to ask every document, as weighted sets of terms.
pub(super) struct Ways {
    docs: Vec<Vec<Way>>,
    vocabularies: [Vocabulary; Lang::ALL.len()],
    unknown: f32,
}

/// The terms of one language.
#[derive(Default)]
struct Vocabulary {
    /// The number of each term by its [`key`].
    numbers: FxHashMap<u64, u32>,
    /// The rarity of each term by its number.
    rarity: Vec<f32>,
}

struct Way {
    /// The numbers of its terms, and what each weighs.
    terms: Box<[(u32, f32)]>,
    mass: f32,
}

/// A question ready to be compared.
pub(super) struct Asked {
    /// What finding each term of the language is worth.
    worth: Vec<f32>,
    mass: f32,
}

impl Ways {
    pub fn new<'a>(docs: impl Iterator<Item = (Lang, &'a Words)>) -> Self {
        let mut vocabularies: [Vocabulary; Lang::ALL.len()] = std::array::from_fn(|_| Vocabulary::default());
        // By language and number, in how many documents a term stands, and the last of these.
        let mut doc_freq: [Vec<(usize, usize)>; Lang::ALL.len()] = std::array::from_fn(|_| Vec::new());
        let mut langs = Vec::new();
        let mut ways: Vec<Vec<Way>> = Vec::new();
        for (doc, (lang, words)) in docs.enumerate() {
            let (vocabulary, seen) = (&mut vocabularies[lang.index()], &mut doc_freq[lang.index()]);
            let mut numbered = |(term, weight): (u64, f32)| {
                let number = vocabulary.number(term);
                if seen.len() <= number as usize {
                    seen.push((0, usize::MAX));
                }
                let (count, last) = &mut seen[number as usize];
                if *last != doc {
                    (*count, *last) = (*count + 1, doc);
                }
                (number, weight)
            };
            let way = |way| Way { terms: terms(lang, way).into_iter().map(&mut numbered).collect(), mass: 0.0 };
            ways.push(words.ways_to_ask().map(way).collect());
            langs.push(lang);
        }
        for (vocabulary, seen) in vocabularies.iter_mut().zip(doc_freq) {
            vocabulary.rarity = seen.into_iter().map(|(count, _)| index::rarity(count, langs.len())).collect();
        }
        for (lang, ways) in langs.iter().zip(&mut ways) {
            for way in ways {
                for (number, weight) in &mut way.terms {
                    *weight *= vocabularies[lang.index()].rarity[*number as usize];
                }
                way.mass = way.terms.iter().map(|(_, weight)| weight).sum();
            }
        }
        Self { docs: ways, vocabularies, unknown: index::rarity(0, langs.len()) }
    }

    /// Prepares a question for the documents of one language.
    pub fn asked(&self, lang: Lang, query: &Query) -> Asked {
        let vocabulary = &self.vocabularies[lang.index()];
        let mut worth = vec![0.0; vocabulary.rarity.len()];
        let mut mass = 0.0;
        for kind in [Kind::Words, Kind::Grams] {
            for clause in &query.clauses[kind as usize] {
                let number = vocabulary.numbers.get(&key(kind, clause.key)).map(|number| *number as usize);
                let stop = if clause.is_stop { STOP } else { 1.0 };
                let rarity = number.map_or(self.unknown, |number| vocabulary.rarity[number]);
                let weight = kind_weight(kind) * stop * rarity;
                mass += weight * clause.mass;
                if let Some(number) = number {
                    worth[number] = weight * clause.worth;
                }
            }
        }
        Asked { worth, mass: mass * query.untranslated }
    }

    /// The nearness of the nearest way to ask this document: 1 when it is the question word for word, 0 without a common term.
    pub fn nearness(&self, doc: usize, asked: &Asked) -> f32 {
        self.docs[doc].iter().map(|way| way.nearness(asked)).fold(0.0, f32::max)
    }
}

impl Vocabulary {
    fn number(&mut self, term: u64) -> u32 {
        let next = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        *self.numbers.entry(term).or_insert(next)
    }
}

impl Way {
    fn nearness(&self, asked: &Asked) -> f32 {
        let shared: f32 = self.terms.iter().map(|(term, weight)| asked.worth[*term as usize].min(*weight)).sum();
        let whole = self.mass + asked.mass;
        if whole > 0.0 { (2.0 * shared / whole).min(1.0) } else { 0.0 }
    }
}

/// A word is made of several grams: without this the grams would outvote the words.
fn kind_weight(kind: Kind) -> f32 {
    if kind == Kind::Words { 1.0 } else { 0.4 }
}

/// The terms of a way to ask by their [`key`], each once, with its weight.
fn terms(lang: Lang, way: &str) -> Vec<(u64, f32)> {
    let by_kind = analysis::terms(lang, &text::tokens(way));
    let mut found = Vec::new();
    for kind in [Kind::Words, Kind::Grams] {
        for term in &by_kind[kind as usize] {
            let stop = if term.is_stop { STOP } else { 1.0 };
            found.push((key(kind, index::term_key(&term.text)), kind_weight(kind) * stop));
        }
    }
    found.sort_unstable_by_key(|(term, _)| *term);
    found.dedup_by_key(|(term, _)| *term);
    found
}

fn key(kind: Kind, term: u64) -> u64 {
    term ^ (kind as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
