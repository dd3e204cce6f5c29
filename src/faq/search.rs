//! Scores every document for a question: six BM25 fields, each divided by the question's own weight in it, and the nearness
//! of the nearest phrasing. All postings of all terms are read: with a hundred weak terms per question, pruning costs more
//! than it saves. What a score means for the person is decided in `confidence`.

use crate::{domain::Lang, text};

use super::{
    Words,
    analysis::Kind,
    glossary::Glossary,
    index::{self, Field, Index, LangIndex, N_FIELDS, Side},
    query::{self, Query, Question},
    speller::Speller,
    ways::Ways,
};

/// Documents of each language that go on after the fields are summed, and how many of them are compared with the question
/// phrasing by phrasing: that is slow, and one that was meant word for word is among the first.
const KEPT: usize = 24;
const COMPARED: usize = 8;
const COMPARED_ELSEWHERE: usize = 2;
/// How much a document of another language than the question's is worth; and below which best score these are searched at
/// all: above it their documents, a handful in a thousand questions apart, could not come first.
const OTHER_LANGUAGE: f32 = 0.3;
const WEAK: f32 = 0.25;
/// A question that hardly differs from a phrasing gains up to this much: nothing may stand above what was asked word for word.
const WORD_FOR_WORD: f32 = 0.5;
const HARDLY: f32 = 0.85;

/// What the nearest phrasing counts beside the fields.
const NEARNESS: f32 = 0.18;

/// Weights of the fields, in the order of [`Field::ALL`]: found by asking two thirds of our own golden questions, and, where
/// these do not care, the sets of others. The answer counts where there are few ways to ask, and so do grams, which find what
/// is spelled in a way that nobody wrote down. In Chinese, single characters carry most; longer runs of an answer are chance.
fn field_weights(lang: Lang, Plenty { scarcity }: Plenty) -> [f32; N_FIELDS] {
    let [grams, words, pairs, in_answer @ ..] = match lang {
        Lang::Zh => [2.8, 0.2, 0.25, 2.0, 0.2, 0.2],
        _ => [1.75 + 1.7 * scarcity, 2.8, 2.2, 1.2, 1.6, 1.1],
    };
    let [answer_grams, answer_words, answer_pairs] = in_answer.map(|weight| weight * (0.09 + 0.91 * scarcity));
    [grams, words, pairs, answer_grams, answer_words, answer_pairs]
}

/// In how many ways the entries of a language can be asked, on the whole.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plenty {
    /// 1 where each has a single way, towards 0 where they have many.
    scarcity: f32,
}

impl Plenty {
    #[expect(clippy::cast_precision_loss, reason = "counts of ways to ask")]
    pub fn of<'a>(docs: impl Iterator<Item = &'a Words>) -> Self {
        const SOFT: f32 = 2.0;
        let (n_docs, n_ways) =
            docs.fold((0, 0), |(n_docs, n_ways), words| (n_docs + 1, n_ways + words.ways_to_ask().count()));
        let mean = (n_ways as f32 / n_docs.max(1) as f32).max(1.0);
        Self { scarcity: (1.0 + SOFT) / (mean + SOFT) }
    }

    /// What a term's rarity is raised to. Among many ways to ask, a word that stands in one entry alone stands there by
    /// accident, and what tells entries apart are the words that each of them shares with a few others.
    fn rarity_power(self) -> f32 {
        0.25 + 0.75 * self.scarcity
    }
}

/// In an answer a stop word says little. In a way to ask it says as much as its rarity: "who", "how much" and "until when" are
/// asked of different entries.
const STOP_IN_ANSWER: f32 = 0.3;
/// Other words for the same are looked for where people ask; in an answer they are as likely to say something else.
const SYNONYM_IN_ANSWER: f32 = 0.2;

/// What a search needs besides the index itself.
pub(super) struct Searcher {
    pub index: Index,
    pub ways: Ways,
    /// By language.
    pub spellers: [Speller; Lang::ALL.len()],
    pub glossary: Glossary,
    /// By language.
    pub plenty: [Plenty; Lang::ALL.len()],
}

/// The parts of a score: the fields, and the nearness.
pub(super) const N_PARTS: usize = N_FIELDS + 1;

/// A document that shares something with the question.
#[derive(Debug, Clone)]
pub(super) struct Hit {
    pub doc: usize,
    /// How much of the question was found, between 0 and 1: comparable between questions and languages.
    pub score: f32,
    /// How much of the question the better of the two sides alone holds.
    pub side_score: f32,
    /// The same undivided: grows with how much was asked.
    pub side_raw: f32,
    /// What each field and the nearness add to the score.
    pub parts: [f32; N_PARTS],
    pub nearness: f32,
    /// Which share of the question's words stands in the phrasings, and which in the answer.
    pub asked_share: f32,
    pub answer_share: f32,
    /// Which share of the question's words stands in no entry's phrasings.
    pub unheard_share: f32,
    /// The rarest word that stands in neither, as a share of the rarest possible.
    pub rarest_missing: f32,
    pub matched: Vec<String>,
}

impl Searcher {
    /// The best documents in no order: at most a few dozen of each language.
    pub fn search(&self, question: &Question) -> Vec<Hit> {
        let known = query::known(&self.glossary, question);
        let search = |lang: Lang| -> Vec<Hit> {
            let Some(documents) = self.index.language(lang) else { return Vec::new() };
            let query = question.query(lang, &self.spellers[lang.index()], &known);
            self.search_language(lang, documents, question, &query)
        };
        let mut hits = search(question.asked_in);
        let best = hits.iter().map(|hit| hit.score).fold(0.0, f32::max);
        if best < WEAK {
            hits.extend(Lang::ALL.iter().filter(|lang| **lang != question.asked_in).flat_map(|lang| search(*lang)));
        }
        hits
    }

    fn search_language(&self, lang: Lang, documents: &LangIndex, question: &Question, query: &Query) -> Vec<Hit> {
        let tally = Tally::count(lang, documents, query, self.index.n_docs, self.plenty[lang.index()]);
        let asked = self.ways.asked(lang, query);
        let (factor, compared) =
            if lang == question.asked_in { (1.0, COMPARED) } else { (OTHER_LANGUAGE, COMPARED_ELSEWHERE) };
        let hit = |(place, (doc, _)): (usize, (usize, f32))| {
            let nearness = if place < compared { self.ways.nearness(doc, &asked) } else { 0.0 };
            tally.hit(doc, nearness, factor, question, query)
        };
        tally.best().into_iter().enumerate().map(hit).collect()
    }
}

/// The sums of one question over the documents of one language.
struct Tally {
    /// For every document of the index the sum of each field, undivided.
    sums: Vec<[f32; N_FIELDS]>,
    /// For every document the words found in its phrasings and in its answer, one bit for each of the first 64.
    masks: Vec<[u64; 2]>,
    /// The question's whole weight in each field.
    masses: [f32; N_FIELDS],
    weights: [f32; N_FIELDS],
    rarity_power: f32,
    /// The rarity of each of the first 64 words, zero where it does not count.
    word_rarity: Vec<f32>,
    /// That of the words among them that stand in no document.
    unheard: f32,
    rarest: f32,
    has_asked: bool,
    /// What the nearness counts.
    near: f32,
}

impl Tally {
    fn count(lang: Lang, documents: &LangIndex, query: &Query, n_docs: usize, plenty: Plenty) -> Self {
        let has_asked = documents.fields[0].is_some();
        let mut tally = Self {
            sums: vec![[0.0; N_FIELDS]; n_docs],
            masks: vec![[0; 2]; n_docs],
            masses: [0.0; N_FIELDS],
            weights: field_weights(lang, plenty),
            rarity_power: plenty.rarity_power(),
            word_rarity: Vec::new(),
            unheard: 0.0,
            rarest: index::rarity(0, documents.n_docs).powf(plenty.rarity_power()),
            has_asked,
            near: if has_asked { NEARNESS } else { 0.0 },
        };
        for (number, field) in Field::ALL.into_iter().enumerate() {
            tally.count_field(number, field, documents, query);
        }
        for (weight, field) in tally.weights.iter_mut().zip(&documents.fields) {
            if field.is_none() {
                *weight = 0.0;
            }
        }
        tally
    }

    fn count_field(&mut self, number: usize, Field(side, kind): Field, documents: &LangIndex, query: &Query) {
        let Some(field) = &documents.fields[number] else { return };
        // The words of the phrasings decide which words are rare; those of the answers do where there are no phrasings.
        let notes_rarity = kind == Kind::Words && (side == Side::Asked || !self.has_asked);
        for (place, clause) in query.clauses[kind as usize].iter().enumerate() {
            let found = field.find(clause.key);
            let rarity = index::rarity(found.len(), documents.n_docs).powf(self.rarity_power);
            let weight = rarity * if clause.is_stop && side == Side::Answer { STOP_IN_ANSWER } else { 1.0 };
            self.masses[number] += weight * clause.mass * query.untranslated;
            if notes_rarity && place < 64 {
                self.word_rarity.push(weight * clause.mass);
                if found.is_empty() {
                    self.unheard += weight * clause.mass;
                }
            }
            let bit = if kind == Kind::Words && place < 64 { 1_u64 << place } else { 0 };
            let is_doubtful = clause.is_synonym && side == Side::Answer;
            let worth = weight * clause.worth * if is_doubtful { SYNONYM_IN_ANSWER } else { 1.0 };
            for posting in found {
                self.sums[posting.doc()][number] += worth * posting.factor();
            }
            // Most terms are no words and have no bit.
            if bit > 0 {
                for posting in found {
                    self.masks[posting.doc()][side as usize] |= bit;
                }
            }
        }
    }

    /// The documents with the best sums of fields.
    fn best(&self) -> Vec<(usize, f32)> {
        let mut scored: Vec<(usize, f32)> = self
            .sums
            .iter()
            .enumerate()
            .filter(|(_, sums)| **sums != [0.0; N_FIELDS])
            .map(|(doc, _)| (doc, self.field_parts(doc).iter().sum()))
            .filter(|(_, score)| *score > 0.0)
            .collect();
        let best_first = |a: &(usize, f32), b: &(usize, f32)| b.1.total_cmp(&a.1);
        if scored.len() > KEPT {
            scored.select_nth_unstable_by(KEPT, best_first);
            scored.truncate(KEPT);
        }
        scored.sort_unstable_by(best_first);
        scored
    }

    /// What each field adds to the score: together at most 1.
    fn field_parts(&self, doc: usize) -> [f32; N_FIELDS] {
        let whole: f32 = self.weights.iter().sum();
        std::array::from_fn(|field| {
            let mass = self.masses[field];
            // Synonyms are worth something and count nothing, so the sum may pass the mass.
            if mass > 0.0 { self.weights[field] / whole * (self.sums[doc][field] / mass).min(1.0) } else { 0.0 }
        })
    }

    fn hit(&self, doc: usize, nearness: f32, factor: f32, question: &Question, query: &Query) -> Hit {
        let fields = self.field_parts(doc);
        let mut parts = [0.0; N_PARTS];
        for (part, field) in parts.iter_mut().zip(fields) {
            *part = field * (1.0 - self.near) * factor;
        }
        let beyond = (nearness - HARDLY).max(0.0) / (1.0 - HARDLY);
        parts[N_FIELDS] = (self.near * nearness + WORD_FOR_WORD * beyond) * factor;
        let [asked, answer] = self.masks[doc];
        let (side_score, side_raw) = self.better_side(doc, fields);
        Hit {
            doc,
            score: parts.iter().sum(),
            side_score,
            side_raw,
            parts,
            nearness,
            asked_share: self.share(if self.has_asked { asked } else { answer }),
            answer_share: self.share(answer),
            unheard_share: self.unheard / self.word_rarity.iter().sum::<f32>().max(f32::MIN_POSITIVE),
            rarest_missing: self.rarest_missing(asked | answer),
            matched: matched(asked | answer, question, query),
        }
    }

    /// Divided and undivided, of the phrasings alone or of the answer alone: so that a set with poor answers, or without any
    /// phrasings, is judged by what it has.
    fn better_side(&self, doc: usize, fields: [f32; N_FIELDS]) -> (f32, f32) {
        let whole: f32 = self.weights.iter().sum();
        let side = |wanted: Side| {
            let of_side = || Field::ALL.iter().enumerate().filter(|(_, field)| field.0 == wanted).map(|(number, _)| number);
            let weight: f32 = of_side().map(|number| self.weights[number]).sum();
            let score: f32 = of_side().map(|number| fields[number] * whole).sum();
            let raw: f32 = of_side().map(|number| self.sums[doc][number] * self.weights[number]).sum();
            if weight > 0.0 { (score / weight, raw / weight / self.rarest) } else { (0.0, 0.0) }
        };
        let (asked, answer) = (side(Side::Asked), side(Side::Answer));
        (asked.0.max(answer.0), asked.1.max(answer.1))
    }

    fn share(&self, mask: u64) -> f32 {
        let whole: f32 = self.word_rarity.iter().sum();
        let found: f32 =
            self.word_rarity.iter().enumerate().filter(|(place, _)| mask >> place & 1 == 1).map(|(_, rarity)| rarity).sum();
        if whole > 0.0 { found / whole } else { 0.0 }
    }

    fn rarest_missing(&self, mask: u64) -> f32 {
        let missing = self.word_rarity.iter().enumerate().filter(|(place, _)| mask >> place & 1 == 0);
        missing.map(|(_, rarity)| *rarity).fold(0.0, f32::max) / self.rarest
    }
}

/// The words of the question that stand in the document, as typed (folded); neighbouring pairs of Chinese characters as one.
fn matched(mask: u64, question: &Question, query: &Query) -> Vec<String> {
    let mut words: Vec<(usize, String)> = Vec::new();
    for (place, clause) in query.clauses[Kind::Words as usize].iter().enumerate().take(64) {
        let token = clause.token;
        if clause.is_stop || mask >> place & 1 == 0 {
            continue;
        }
        if !clause.term.chars().all(text::is_han) {
            let typed = question.tokens.get(token).map_or(&clause.term, |token| &token.text);
            if words.last().is_none_or(|(last, _)| *last != token) {
                words.push((token, typed.clone()));
            }
            continue;
        }
        let overlap = clause.term.chars().next();
        match words.last_mut() {
            Some((last, word)) if *last == token && word.chars().last() == overlap => {
                word.extend(clause.term.chars().skip(1))
            }
            _ => words.push((token, clause.term.clone())),
        }
    }
    words.into_iter().map(|(_, word)| word).collect()
}
