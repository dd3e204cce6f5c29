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
    /// The terms of all languages by [`key`].
    vocabulary: FxHashMap<u64, Known>,
    /// How many terms each language has.
    n_terms: [u32; Lang::ALL.len()],
    unknown: f32,
}

/// A term by its [`key`], with its weight among the terms of a way to ask.
type Weighed = (u64, f32);

/// A term that stands in a way to ask.
#[derive(Clone, Copy)]
struct Known {
    /// Its number among the terms of its language.
    number: u32,
    rarity: f32,
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
        let raw: Vec<(Lang, Vec<Vec<Weighed>>)> =
            docs.map(|(lang, words)| (lang, words.ways_to_ask().map(|way| terms(lang, way)).collect())).collect();
        // By term its language, in how many documents it stands, and the last of these.
        let mut doc_freq: FxHashMap<u64, (Lang, usize, usize)> = FxHashMap::default();
        for (doc, (lang, ways)) in raw.iter().enumerate() {
            for (term, _) in ways.iter().flatten() {
                let (_, count, last) = doc_freq.entry(*term).or_insert((*lang, 0, usize::MAX));
                if *last != doc {
                    (*count, *last) = (*count + 1, doc);
                }
            }
        }
        let mut n_terms = [0; Lang::ALL.len()];
        let vocabulary: FxHashMap<u64, Known> = doc_freq
            .into_iter()
            .map(|(term, (lang, count, _))| {
                let next = &mut n_terms[lang.index()];
                let known = Known { number: *next, rarity: index::rarity(count, raw.len()) };
                *next += 1;
                (term, known)
            })
            .collect();
        let weighed = |terms: Vec<Weighed>| {
            let terms: Box<[(u32, f32)]> =
                terms.iter().map(|(term, weight)| (vocabulary[term].number, weight * vocabulary[term].rarity)).collect();
            Way { mass: terms.iter().map(|(_, weight)| weight).sum(), terms }
        };
        let unknown = index::rarity(0, raw.len());
        let docs = raw.into_iter().map(|(_, ways)| ways.into_iter().map(weighed).collect()).collect();
        Self { docs, vocabulary, n_terms, unknown }
    }

    /// Prepares a question for the documents of one language.
    pub fn asked(&self, lang: Lang, query: &Query) -> Asked {
        let mut worth = vec![0.0; self.n_terms[lang.index()] as usize];
        let mut mass = 0.0;
        for kind in [Kind::Words, Kind::Grams] {
            for clause in &query.clauses[kind as usize] {
                let known = self.vocabulary.get(&key(lang, kind, clause.key));
                let stop = if clause.is_stop { STOP } else { 1.0 };
                let weight = kind_weight(kind) * stop * known.map_or(self.unknown, |known| known.rarity);
                mass += weight * clause.mass;
                if let Some(known) = known {
                    worth[known.number as usize] = weight * clause.worth;
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

fn terms(lang: Lang, way: &str) -> Vec<Weighed> {
    let by_kind = analysis::terms(lang, &text::tokens(way));
    let mut found = Vec::new();
    for kind in [Kind::Words, Kind::Grams] {
        for term in &by_kind[kind as usize] {
            let stop = if term.is_stop { STOP } else { 1.0 };
            found.push((key(lang, kind, index::term_key(&term.text)), kind_weight(kind) * stop));
        }
    }
    found.sort_unstable_by_key(|(term, _)| *term);
    found.dedup_by_key(|(term, _)| *term);
    found
}

fn key(lang: Lang, kind: Kind, term: u64) -> u64 {
    term ^ ((lang.index() * 3 + kind as usize) as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
