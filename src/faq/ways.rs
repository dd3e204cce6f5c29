//! How near a question is to the nearest single way to ask an entry. The index sees all phrasings of an entry as one text;
//! this tells ten phrasings that each share a word from one that shares them all.

use std::ops::Range;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::domain::Lang;

use super::{
    analysis::Kind,
    index,
    lexicon::{Lexicon, Parts, Seen},
    query::Query,
};

const STOP: f32 = 0.4;

/// What a way to ask is compared by, in the order in which its terms are kept.
const KINDS: [Kind; 2] = [Kind::Words, Kind::Grams];

/// Every way to ask every document, as weighted sets of terms.
pub(super) struct Ways {
    /// By language.
    languages: [LangWays; Lang::ALL.len()],
    /// Which ways of its language are those of each document.
    docs: Vec<Range<u32>>,
}

/// The ways to ask the documents of one language.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct LangWays {
    /// By [`KINDS`].
    vocabularies: [Vocabulary; 2],
    /// The terms of all ways one behind the other: those of one way by [`KINDS`], each once.
    terms: Vec<Seen>,
    ways: Vec<Way>,
    /// Which ways are those of each of its documents.
    docs: Vec<Range<u32>>,
}

/// The terms of one language and kind.
#[derive(Default, Serialize, Deserialize)]
struct Vocabulary {
    /// The number of each term by its key.
    numbers: FxHashMap<u64, u32>,
    /// The rarity of each term by its number.
    rarity: Vec<f32>,
}

#[derive(Serialize, Deserialize)]
struct Way {
    /// Where its terms of each kind end; they begin where those before them end.
    ends: [u32; 2],
    mass: f32,
}

/// A question ready to be compared.
pub(super) struct Asked<'a> {
    language: &'a LangWays,
    /// What finding each term of the language in a way to ask is worth, by [`KINDS`] and [`Seen::place`].
    worth: [Vec<f32>; 2],
    mass: f32,
}

impl Ways {
    /// Of the documents of these languages, in this order.
    pub fn new(mut languages: [LangWays; Lang::ALL.len()], docs: impl Iterator<Item = Lang>) -> Self {
        for language in &mut languages {
            language.terms.shrink_to_fit();
            language.ways.shrink_to_fit();
        }
        let mut rest = languages.each_ref().map(|language| language.docs.iter());
        let docs = docs.map(|lang| rest[lang.index()].next().cloned().unwrap_or_default()).collect();
        Self { languages, docs }
    }

    /// Prepares a question for the documents of one language.
    pub fn asked(&self, lang: Lang, query: &Query) -> Asked<'_> {
        let language = &self.languages[lang.index()];
        let unknown = index::rarity(0, self.docs.len());
        let mut worth = language.vocabularies.each_ref().map(|vocabulary| vec![0.0_f32; 2 * vocabulary.rarity.len()]);
        let mut mass = 0.0;
        for ((kind, vocabulary), worth) in KINDS.into_iter().zip(&language.vocabularies).zip(&mut worth) {
            for clause in &query.clauses[kind as usize] {
                let number = vocabulary.numbers.get(&clause.key).copied();
                let rarity = number.map_or(unknown, |number| vocabulary.rarity[number as usize]);
                let of_clause = weight(kind, clause.is_stop) * rarity;
                mass += of_clause * clause.mass;
                for seen in number.iter().flat_map(|number| [Seen::new(*number, false), Seen::new(*number, true)]) {
                    // What is shared is what both sides have of it.
                    worth[seen.place()] = (of_clause * clause.worth).min(weight(kind, seen.is_stop()) * rarity);
                }
            }
        }
        Asked { language, worth, mass: mass * query.untranslated }
    }

    /// The nearness of the nearest way to ask this document: 1 when it is the question word for word, 0 without a common term.
    pub fn nearness(&self, doc: usize, asked: &Asked) -> f32 {
        let Range { start, end } = self.docs[doc];
        (start..end).map(|way| asked.nearness(way as usize)).fold(0.0, f32::max)
    }
}

impl Asked<'_> {
    fn nearness(&self, way: usize) -> f32 {
        let language = self.language;
        let mut begin = if way == 0 { 0 } else { language.ways[way - 1].ends[1] };
        let Way { ends, mass } = &language.ways[way];
        let mut shared = 0.0;
        for (worth, end) in self.worth.iter().zip(ends) {
            let terms = &language.terms[begin as usize..*end as usize];
            shared += terms.iter().map(|seen| worth[seen.place()]).sum::<f32>();
            begin = *end;
        }
        let whole = mass + self.mass;
        if whole > 0.0 { (2.0 * shared / whole).min(1.0) } else { 0.0 }
    }
}

/// A word is made of several grams: without this the grams would outvote the words.
fn weight(kind: Kind, is_stop: bool) -> f32 {
    let weight = if kind == Kind::Words { 1.0 } else { 0.4 };
    if is_stop { weight * STOP } else { weight }
}

/// Gathers the ways to ask the documents of one language, one after the other.
#[derive(Default)]
pub(super) struct Gatherer {
    found: LangWays,
    /// By [`KINDS`] and the lexicon's number, where a term was met.
    met: [Vec<Met>; 2],
    /// By [`KINDS`], how many terms were met. They have numbers of their own, because answers have many more.
    n_met: [u32; 2],
}

/// In how many documents a term stands, and the last document and the last way in which it was met, both counted from one.
#[derive(Clone, Copy, Default)]
struct Met {
    number: u32,
    n_docs: u32,
    doc: usize,
    way: usize,
}

impl Gatherer {
    /// Begins a document.
    pub fn begin(&mut self) {
        let begin = self.n_ways();
        self.found.docs.push(begin..begin);
    }

    /// Adds a way to ask the document that was begun last.
    pub fn add(&mut self, parts: &Parts) {
        let (doc, way) = (self.found.docs.len(), self.found.ways.len() + 1);
        let mut ends = [0; 2];
        for (place, kind) in KINDS.into_iter().enumerate() {
            let (met, n_met) = (&mut self.met[place], &mut self.n_met[place]);
            for seen in &parts[kind as usize] {
                if met.len() <= seen.number() {
                    met.resize(seen.number() + 1, Met::default());
                }
                let met = &mut met[seen.number()];
                if met.n_docs == 0 {
                    met.number = *n_met;
                    *n_met += 1;
                }
                if met.way != way {
                    met.n_docs += u32::from(met.doc != doc);
                    (met.doc, met.way) = (doc, way);
                    self.found.terms.push(Seen::new(met.number, seen.is_stop()));
                }
            }
            ends[place] = u32::try_from(self.found.terms.len()).unwrap_or(u32::MAX);
        }
        self.found.ways.push(Way { ends, mass: 0.0 });
        let end = self.n_ways();
        if let Some(ways) = self.found.docs.last_mut() {
            ways.end = end;
        }
    }

    fn n_ways(&self) -> u32 {
        u32::try_from(self.found.ways.len()).unwrap_or(u32::MAX)
    }

    /// Weighs what was gathered: so many documents there are in all languages.
    pub fn weigh(self, lexicon: &Lexicon, n_docs: usize) -> LangWays {
        let Self { mut found, met, n_met } = self;
        for (place, kind) in KINDS.into_iter().enumerate() {
            let Vocabulary { numbers, rarity } = &mut found.vocabularies[place];
            rarity.resize(n_met[place] as usize, 0.0);
            for (key, number) in lexicon.numbers[kind as usize].keys() {
                if let Some(met) = met[place].get(number).filter(|met| met.n_docs > 0) {
                    numbers.insert(key, met.number);
                    rarity[met.number as usize] = index::rarity(met.n_docs as usize, n_docs);
                }
            }
        }
        let mut begin = 0;
        for way in &mut found.ways {
            for (place, kind) in KINDS.into_iter().enumerate() {
                let rarity = &found.vocabularies[place].rarity;
                let terms = &found.terms[begin..way.ends[place] as usize];
                way.mass += terms.iter().map(|seen| weight(kind, seen.is_stop()) * rarity[seen.number()]).sum::<f32>();
                begin = way.ends[place] as usize;
            }
        }
        found
    }
}
