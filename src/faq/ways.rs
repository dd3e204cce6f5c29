//! How near a question is to the nearest single way to ask an entry. The index sees all phrasings of an entry as one text;
//! this tells ten phrasings that each share a word from one that shares them all.

use std::collections::HashMap;

use crate::{domain::Lang, text};

use super::{
    Words,
    analysis::{self, Kind},
    entry::stable_hash,
    index,
    query::Query,
};

const STOP: f32 = 0.4;

/// Every way to ask every document, as weighted sets of terms.
pub(super) struct Ways {
    docs: Vec<Vec<Way>>,
    /// Rarity of each term among the documents of its language.
    rarity: HashMap<u64, f32>,
    unknown: f32,
}

struct Way {
    /// Sorted by term.
    terms: Vec<(u64, f32)>,
    mass: f32,
}

/// A question ready to be compared.
pub(super) struct Asked {
    /// Sorted by term.
    terms: Vec<(u64, f32)>,
    mass: f32,
}

impl Ways {
    pub fn new<'a>(docs: impl Iterator<Item = (Lang, &'a Words)>) -> Self {
        let raw: Vec<Vec<Vec<(u64, f32)>>> =
            docs.map(|(lang, words)| words.ways_to_ask().map(|way| terms(lang, way)).collect()).collect();
        let mut doc_freq: HashMap<u64, (u32, usize)> = HashMap::new();
        for (number, ways) in raw.iter().enumerate() {
            for (term, _) in ways.iter().flatten() {
                let (count, last) = doc_freq.entry(*term).or_insert((0, usize::MAX));
                if *last != number {
                    (*count, *last) = (*count + 1, number);
                }
            }
        }
        let n_docs = u32::try_from(raw.len()).unwrap_or(u32::MAX);
        let rarity: HashMap<u64, f32> =
            doc_freq.into_iter().map(|(term, (count, _))| (term, index::rarity(count, n_docs))).collect();
        let weighed = |mut terms: Vec<(u64, f32)>| {
            for (term, weight) in &mut terms {
                *weight *= rarity[term];
            }
            Way { mass: terms.iter().map(|(_, weight)| weight).sum(), terms }
        };
        let docs = raw.into_iter().map(|ways| ways.into_iter().map(weighed).collect()).collect();
        Self { docs, rarity, unknown: index::rarity(0, n_docs) }
    }

    /// Prepares a question for the documents of one language.
    pub fn asked(&self, lang: Lang, query: &Query) -> Asked {
        let mut terms = Vec::new();
        let mut mass = 0.0;
        for kind in [Kind::Words, Kind::Grams] {
            for clause in &query.clauses[kind as usize] {
                let key = key(lang, kind, &clause.term);
                let known = self.rarity.get(&key).copied();
                let stop = if clause.is_stop { STOP } else { 1.0 };
                let weight = kind_weight(kind) * stop * known.unwrap_or(self.unknown);
                mass += weight * clause.mass;
                terms.extend(known.map(|_| (key, weight * clause.worth)));
            }
        }
        terms.sort_unstable_by_key(|(term, _)| *term);
        Asked { terms, mass: mass * query.untranslated }
    }

    /// The nearness of the nearest way to ask this document: 1 when it is the question word for word, 0 without a common term.
    pub fn nearness(&self, doc: usize, asked: &Asked) -> f32 {
        self.docs[doc].iter().map(|way| way.nearness(asked)).fold(0.0, f32::max)
    }
}

impl Way {
    fn nearness(&self, asked: &Asked) -> f32 {
        let (mut shared, mut at) = (0.0, 0);
        for (term, weight) in &self.terms {
            while asked.terms.get(at).is_some_and(|(other, _)| other < term) {
                at += 1;
            }
            if let Some((other, worth)) = asked.terms.get(at)
                && other == term
            {
                shared += worth.min(*weight);
            }
        }
        let whole = self.mass + asked.mass;
        if whole > 0.0 { (2.0 * shared / whole).min(1.0) } else { 0.0 }
    }
}

/// A word is made of several grams: without this the grams would outvote the words.
fn kind_weight(kind: Kind) -> f32 {
    if kind == Kind::Words { 1.0 } else { 0.4 }
}

fn terms(lang: Lang, way: &str) -> Vec<(u64, f32)> {
    let by_kind = analysis::terms(lang, &text::tokens(way));
    let mut found = Vec::new();
    for kind in [Kind::Words, Kind::Grams] {
        for term in &by_kind[kind as usize] {
            let stop = if term.is_stop { STOP } else { 1.0 };
            found.push((key(lang, kind, &term.text), kind_weight(kind) * stop));
        }
    }
    found.sort_unstable_by_key(|(term, _)| *term);
    found.dedup_by_key(|(term, _)| *term);
    found
}

fn key(lang: Lang, kind: Kind, term: &str) -> u64 {
    stable_hash(term.as_bytes()) ^ ((lang.index() * 3 + kind as usize) as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
