//! How much two proposals' texts say the same, by the best bridge that both can cross, and which terms show it.
//!
//! A bridge gives a raw likeness, the harmonic mean of both directions of BM25, each divided by the text's own
//! self-score. Raw likenesses of true counterparts are far below 1, so they are bent: `share = raw × (1 + m) / (raw + m)`,
//! which keeps 0 and 1 and lifts the *middle* `m` to a little over a half. The middle stands where, in the sample
//! directory, strangers end and counterparts begin: nine of ten gist pairs that share no main leaf lie below .18, nine of
//! ten that do above .28. So "unknown", half of the part, stands between a bad and a good fit.

use std::collections::HashMap;

use super::bags::{Bag, Commonness, key};
use super::readings::{N_READINGS, Reading, Readings, pairs, pieces_of, word_term};
use super::taxonomy::Taxonomy;
use crate::domain::matching::{Bridge, TextFit};
use crate::domain::{Lang, Proposal};
use crate::text::{fold, is_han, is_stop};

/// So many shared terms are kept as the reason.
const SHOWN: usize = 3;

/// A proposal with everything that comparing needs.
#[derive(Debug, Clone)]
pub struct Profile {
    pub proposal: Proposal,
    pub bags: [Bag; N_READINGS],
}

impl Profile {
    /// The proposal with its readings counted.
    #[must_use]
    pub fn new(proposal: Proposal, readings: &Readings) -> Self {
        Self { proposal, bags: readings.bags() }
    }

    fn bag(&self, reading: Reading) -> &Bag {
        &self.bags[reading as usize]
    }
}

/// How common the terms of each reading are among all that is searched.
#[derive(Debug, Clone, Default)]
pub struct Corpus([Commonness; N_READINGS]);

impl Corpus {
    /// Counts a profile in.
    pub fn add(&mut self, profile: &Profile) {
        self.0.iter_mut().zip(&profile.bags).for_each(|(commonness, bag)| commonness.add(bag));
    }

    /// Counts a profile out.
    pub fn remove(&mut self, profile: &Profile) {
        self.0.iter_mut().zip(&profile.bags).for_each(|(commonness, bag)| commonness.remove(bag));
    }

    /// What the terms of a reading are worth.
    #[must_use]
    pub fn of(&self, reading: Reading) -> &Commonness {
        &self.0[reading as usize]
    }

    /// The fit of two texts by the best bridge between them.
    #[must_use]
    pub fn compare(&self, mine: &Profile, theirs: &Profile, taxonomy: &Taxonomy) -> TextFit {
        let Some((bridge, share)) = self.share(mine, theirs) else { return TextFit::unknown() };
        let terms = if share > 0.0 { self.shared_terms(bridge, mine, theirs, taxonomy) } else { Vec::new() };
        TextFit { share, terms, bridge: Some(bridge) }
    }

    /// The share alone, with the bridge that gave it; none when the texts cannot be compared.
    #[must_use]
    pub fn share(&self, mine: &Profile, theirs: &Profile) -> Option<(Bridge, f32)> {
        self.best_bridge(mine, theirs).map(|(bridge, raw)| (bridge, bent(raw, middle(bridge))))
    }

    fn best_bridge(&self, mine: &Profile, theirs: &Profile) -> Option<(Bridge, f32)> {
        let by = |bridge, reading| Some((bridge, self.likeness(reading, mine, theirs)?));
        if mine.proposal.lang == theirs.proposal.lang {
            let (bridge, words) = by(Bridge::Words, Reading::Words)?;
            let latin = mine.proposal.lang != Lang::Zh;
            let pieces = self.likeness(Reading::Pieces, mine, theirs).filter(|_| latin);
            return Some((bridge, pieces.map_or(words, |pieces| f32::midpoint(words, pieces))));
        }
        let bridges = [by(Bridge::Gist, Reading::Gist), by(Bridge::Kinship, Reading::Pieces)];
        let best = bridges.into_iter().flatten().max_by(|a, b| bent(a.1, middle(a.0)).total_cmp(&bent(b.1, middle(b.0))));
        best.or_else(|| by(Bridge::Terms, Reading::Terms))
    }

    /// None when one side has nothing to be read in that way.
    fn likeness(&self, reading: Reading, mine: &Profile, theirs: &Profile) -> Option<f32> {
        let (mine, theirs) = (mine.bag(reading), theirs.bag(reading));
        (!mine.is_empty() && !theirs.is_empty()).then(|| self.of(reading).likeness(mine, theirs))
    }

    /// The words of my text that weigh most in what is shared, as I wrote them.
    fn shared_terms(&self, bridge: Bridge, mine: &Profile, theirs: &Profile, taxonomy: &Taxonomy) -> Vec<String> {
        let text = format!("{}\n{}", mine.proposal.title, mine.proposal.summary);
        let lang = mine.proposal.lang;
        let by_words = match bridge {
            Bridge::Words => return heaviest([self.by_words(Reading::Words, lang, &text, mine, theirs)]),
            Bridge::Gist => {
                let gist = mine.proposal.gist_en.as_deref().unwrap_or(&text);
                self.by_words(Reading::Gist, Lang::En, gist, mine, theirs)
            }
            Bridge::Kinship => self.by_pieces(lang, &text, mine, theirs),
            Bridge::Terms => Vec::new(),
        };
        // Across languages a term that each names in its own way says most, whatever bridge was the best.
        heaviest([self.by_terms(&text, mine, theirs, taxonomy), by_words])
    }

    fn by_words(&self, reading: Reading, lang: Lang, text: &str, mine: &Profile, theirs: &Profile) -> Vec<(String, f32)> {
        let worth: HashMap<u64, f32> = self.of(reading).shared(mine.bag(reading), theirs.bag(reading)).collect();
        let latin = latin_words(text).filter(|word| !is_stop(lang, &fold(word)));
        let weighed = latin.filter_map(|word| Some((word.to_owned(), *worth.get(&key(&word_term(lang, &fold(word))))?)));
        weighed.chain(han_runs(text, &worth)).collect()
    }

    /// A word is shared when most of its pieces are.
    fn by_pieces(&self, lang: Lang, text: &str, mine: &Profile, theirs: &Profile) -> Vec<(String, f32)> {
        let (text, lang) = match lang {
            Lang::Zh => (mine.proposal.gist_en.as_deref().unwrap_or_default(), Lang::En),
            _ => (text, lang),
        };
        let worth: HashMap<u64, f32> =
            self.of(Reading::Pieces).shared(mine.bag(Reading::Pieces), theirs.bag(Reading::Pieces)).collect();
        let weigh = |word: &str| {
            let pieces = pieces_of(word);
            let shared: Vec<f32> = pieces.iter().filter_map(|piece| worth.get(&key(piece)).copied()).collect();
            (shared.len() * 5 >= pieces.len() * 3).then(|| shared.iter().sum::<f32>())
        };
        let telling = latin_words(text).filter(|word| !is_stop(lang, &fold(word)));
        telling.filter_map(|word| Some((word.to_owned(), weigh(word)?))).collect()
    }

    fn by_terms(&self, text: &str, mine: &Profile, theirs: &Profile, taxonomy: &Taxonomy) -> Vec<(String, f32)> {
        let worth: HashMap<u64, f32> =
            self.of(Reading::Terms).shared(mine.bag(Reading::Terms), theirs.bag(Reading::Terms)).collect();
        let leaves = taxonomy.mentioned(text).filter_map(|(leaf, terms)| {
            let weight = worth.get(&key(&format!("leaf:{leaf}")))?;
            Some((terms.first()?.clone(), *weight))
        });
        let names = latin_words(text).filter_map(|word| Some((word.to_owned(), *worth.get(&key(&fold(word)))?)));
        leaves.chain(names).collect()
    }
}

/// The likeness at which a pair is as likely a counterpart as not. Terms are few, so that one chance hit is much: theirs
/// is a guess on the careful side.
fn middle(bridge: Bridge) -> f32 {
    match bridge {
        Bridge::Words | Bridge::Gist | Bridge::Kinship => 0.22,
        Bridge::Terms => 0.30,
    }
}

fn bent(raw: f32, middle: f32) -> f32 {
    raw * (1.0 + middle) / (raw + middle)
}

/// Words with a letter in them, as they were written.
fn latin_words(text: &str) -> impl Iterator<Item = &str> {
    let runs = text.split(|c: char| !c.is_alphanumeric() || is_han(c));
    runs.filter(|run| run.chars().count() > 1 && run.chars().any(char::is_alphabetic))
}

/// Runs of characters whose pairs are all shared: the longest common phrases, at most eight characters of each.
fn han_runs(text: &str, worth: &HashMap<u64, f32>) -> Vec<(String, f32)> {
    let mut runs: Vec<(String, f32)> = Vec::new();
    for run in text.split(|c: char| !is_han(c)) {
        let mut open = false;
        for pair in pairs(run) {
            let Some(&weight) = worth.get(&key(&fold(&pair))).filter(|_| !is_stop(Lang::Zh, &pair)) else {
                open = false;
                continue;
            };
            match runs.last_mut().filter(|(phrase, _)| open && phrase.chars().count() < 8) {
                Some((phrase, total)) => {
                    phrase.extend(pair.chars().nth(1));
                    *total += weight;
                }
                None => runs.push((pair, weight)),
            }
            open = true;
        }
    }
    runs
}

/// The heaviest different terms, those of the first group before those of the next; ties by spelling. Of two terms of
/// which one begins the other, the first stays.
fn heaviest<const N: usize>(groups: [Vec<(String, f32)>; N]) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for mut weighed in groups {
        weighed.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        for (term, _) in weighed {
            let folded = fold(&term);
            let near = |known: &String| folded.starts_with(&fold(known)) || fold(known).starts_with(&folded);
            if kept.len() < SHOWN && !kept.iter().any(near) {
                kept.push(term);
            }
        }
    }
    kept
}
