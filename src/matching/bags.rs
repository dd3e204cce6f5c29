//! A text as a bag of weighted terms, and how much of one bag is in another by BM25 over what is searched.
//! It does not know what the terms are: words, pieces of words, or concepts.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// BM25's usual saturation and length correction.
const K1: f32 = 1.2;
const B: f32 = 0.75;

/// The terms of a text with their counts, in the order of their keys. A key is a hash: 64 bits leave no two terms alike.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Bag {
    counts: Vec<(u64, f32)>,
    length: f32,
}

/// The key of a term; the same within a run of the program.
#[must_use]
pub fn key(term: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    term.hash(&mut hasher);
    hasher.finish()
}

impl Bag {
    /// Counts the terms.
    #[must_use]
    pub fn of<'a>(terms: impl IntoIterator<Item = &'a str>) -> Self {
        let mut keys: Vec<u64> = terms.into_iter().map(key).collect();
        keys.sort_unstable();
        let mut counts: Vec<(u64, f32)> = Vec::new();
        for key in keys {
            match counts.last_mut() {
                Some((last, count)) if *last == key => *count += 1.0,
                _ => counts.push((key, 1.0)),
            }
        }
        let length = counts.iter().map(|(_, count)| count).sum();
        Self { counts, length }
    }

    /// Whether there is nothing to compare.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }

    /// The terms of both, with their counts here and there.
    fn shared<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = (u64, f32, f32)> + 'a {
        let mut theirs = other.counts.as_slice();
        self.counts.iter().filter_map(move |&(key, mine)| {
            theirs = &theirs[theirs.partition_point(|&(their_key, _)| their_key < key)..];
            theirs.first().filter(|&&(their_key, _)| their_key == key).map(|&(_, count)| (key, mine, count))
        })
    }
}

/// How common each term is among the bags of one kind.
#[derive(Debug, Clone, Default)]
pub struct Commonness {
    n_bags: u32,
    holders: HashMap<u64, u32>,
    /// Of all bags; kept as f64 so that adding and removing leaves no trace.
    length: f64,
}

impl Commonness {
    /// Counts a bag in. Empty ones do not count: they are texts without such a reading.
    pub fn add(&mut self, bag: &Bag) {
        if bag.is_empty() {
            return;
        }
        self.n_bags += 1;
        self.length += f64::from(bag.length);
        for &(key, _) in &bag.counts {
            *self.holders.entry(key).or_default() += 1;
        }
    }

    /// Counts a bag out that was counted in.
    pub fn remove(&mut self, bag: &Bag) {
        if bag.is_empty() {
            return;
        }
        self.n_bags -= 1;
        self.length -= f64::from(bag.length);
        for (key, _) in &bag.counts {
            if let Some(holders) = self.holders.get_mut(key) {
                *holders -= 1;
            }
        }
    }

    /// What a term is worth: the rarer, the more (BM25's inverse document frequency, never negative).
    #[must_use]
    pub fn rarity(&self, key: u64) -> f32 {
        let count = |n: u32| f32::from(u16::try_from(n).unwrap_or(u16::MAX));
        let holders = count(self.holders.get(&key).copied().unwrap_or(0));
        (1.0 + (count(self.n_bags).max(holders) - holders + 0.5) / (holders + 0.5)).ln()
    }

    /// What a term is worth to a search: nothing when no bag holds it.
    #[must_use]
    pub fn weight(&self, term: &str) -> f32 {
        let key = key(term);
        if self.holders.get(&key).is_some_and(|&holders| holders > 0) { self.rarity(key) } else { 0.0 }
    }

    /// How much of `asked` is in `found`, 1 when the texts are the same: BM25 divided by what `asked` would give itself.
    #[must_use]
    pub fn share_of(&self, asked: &Bag, found: &Bag) -> f32 {
        let own: f32 = asked.counts.iter().map(|&(key, count)| count * self.worth(key, count, asked.length)).sum();
        if own == 0.0 {
            return 0.0;
        }
        let score: f32 = asked.shared(found).map(|(key, mine, theirs)| mine * self.worth(key, theirs, found.length)).sum();
        (score / own).min(1.0)
    }

    /// How alike two bags are: the mean of both directions. See [`mean`].
    #[must_use]
    pub fn likeness(&self, a: &Bag, b: &Bag) -> f32 {
        mean(self.share_of(a, b), self.share_of(b, a))
    }

    /// What each shared term adds to the likeness, in no order.
    pub fn shared<'a>(&'a self, a: &'a Bag, b: &'a Bag) -> impl Iterator<Item = (u64, f32)> + 'a {
        a.shared(b).map(|(key, here, there)| (key, self.rarity(key) * here.min(there)))
    }

    fn worth(&self, key: u64, count: f32, length: f32) -> f32 {
        let usual = if self.n_bags == 0 { length } else { self.usual_length() };
        let correction = 1.0 - B + B * length / usual.max(1.0);
        self.rarity(key) * count * (K1 + 1.0) / (count + K1 * correction)
    }

    #[expect(clippy::cast_possible_truncation, reason = "the mean length of a text is a small number")]
    fn usual_length(&self) -> f32 {
        (self.length / f64::from(self.n_bags)) as f32
    }
}

/// The harmonic mean of both directions: a short text inside a long one is half a match, not a whole one.
fn mean(there: f32, back: f32) -> f32 {
    if there + back > 0.0 { 2.0 * there * back / (there + back) } else { 0.0 }
}
