//! A text as a bag of weighted terms, and how much of one bag is in another by BM25 over what is searched.
//! It does not know what the terms are: words, pieces of words, or concepts.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::readings::Term;

/// BM25's usual saturation and length correction.
const K1: f32 = 1.2;
const B: f32 = 0.75;

/// The terms of a text with their counts, in the order of their numbers. A hundred thousand proposals have three bags each
/// with hundreds of terms: so a term takes five bytes and no more than it must.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bag {
    terms: Box<[u32]>,
    counts: Box<[u8]>,
    length: u32,
}

impl Bag {
    /// Counts terms by their numbers. One that a text has more than 255 times it has 255 times.
    fn of(mut numbers: Vec<u32>) -> Self {
        numbers.sort_unstable();
        let runs = || numbers.chunk_by(|a, b| a == b);
        let counts: Box<[u8]> = runs().map(|run| u8::try_from(run.len()).unwrap_or(u8::MAX)).collect();
        let length = counts.iter().map(|&count| u32::from(count)).sum();
        Self { terms: runs().map(|run| run[0]).collect(), counts, length }
    }

    /// Whether there is nothing to compare.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The numbers of the terms, each once, in their order.
    #[must_use]
    pub fn terms(&self) -> &[u32] {
        &self.terms
    }

    fn counted(&self) -> impl Iterator<Item = (u32, f32)> + '_ {
        self.terms.iter().zip(&self.counts).map(|(&term, &count)| (term, f32::from(count)))
    }

    /// The terms of both, with their counts here and there.
    fn shared<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = (u32, f32, f32)> + 'a {
        let mut at = 0;
        self.counted().filter_map(move |(term, mine)| {
            while other.terms.get(at).is_some_and(|&theirs| theirs < term) {
                at += 1;
            }
            (other.terms.get(at) == Some(&term)).then(|| (term, mine, f32::from(other.counts[at])))
        })
    }
}

/// How common each term is among the bags of one kind. It gives the terms their numbers.
#[derive(Debug, Clone, Default)]
pub struct Commonness {
    numbers: FxHashMap<Term, u32>,
    /// Bags that hold a term, by its number.
    holders: Vec<u32>,
    /// `ln(holders + ½)`: what is subtracted from a term's rarity, kept because comparing asks for it all the time.
    commonness: Vec<f32>,
    n_bags: u32,
    /// `ln(bags + 1)`.
    rarest: f32,
    /// Of all bags.
    length: u64,
}

impl Commonness {
    /// Counts the terms of a text that will be searched. See [`Self::add`].
    pub fn bag(&mut self, terms: &[Term]) -> Bag {
        let mut numbers = Vec::with_capacity(terms.len());
        for &term in terms {
            let next = u32::try_from(self.holders.len()).expect("there are less than four milliard different terms");
            let number = *self.numbers.entry(term).or_insert(next);
            if number == next {
                self.holders.push(0);
                self.commonness.push(commonness(0));
            }
            numbers.push(number);
        }
        Bag::of(numbers)
    }

    /// Counts the terms of a text that asks. Terms that nobody has are numbered after all others, in the order of their
    /// keys, so that the text has its full weight.
    #[must_use]
    pub fn asking(&self, terms: &[Term]) -> Bag {
        let mut numbers = Vec::with_capacity(terms.len());
        let mut strange: BTreeMap<Term, usize> = BTreeMap::new();
        for term in terms {
            match self.numbers.get(term) {
                Some(&number) => numbers.push(number),
                None => *strange.entry(*term).or_default() += 1,
            }
        }
        let after = u32::try_from(self.holders.len()).unwrap_or(u32::MAX);
        numbers.extend((after..).zip(strange.into_values()).flat_map(|(number, times)| std::iter::repeat_n(number, times)));
        Bag::of(numbers)
    }

    /// The number of a term that somebody has or had.
    #[must_use]
    pub fn number(&self, term: Term) -> Option<u32> {
        self.numbers.get(&term).copied()
    }

    /// Counts a bag in. Empty ones do not count: they are texts without such a reading.
    pub fn add(&mut self, bag: &Bag) {
        if bag.is_empty() {
            return;
        }
        self.n_bags += 1;
        self.rarest = count(self.n_bags + 1).ln();
        self.length += u64::from(bag.length);
        for &term in &bag.terms {
            self.hold(term, 1);
        }
    }

    /// Counts a bag out that was counted in.
    pub fn remove(&mut self, bag: &Bag) {
        if bag.is_empty() {
            return;
        }
        self.n_bags -= 1;
        self.rarest = count(self.n_bags + 1).ln();
        self.length -= u64::from(bag.length);
        for &term in &bag.terms {
            self.hold(term, -1);
        }
    }

    fn hold(&mut self, term: u32, more: i32) {
        let holders = &mut self.holders[term as usize];
        *holders = holders.saturating_add_signed(more);
        self.commonness[term as usize] = commonness(*holders);
    }

    /// How many bags hold the term of this number.
    #[must_use]
    pub fn holders(&self, number: u32) -> usize {
        self.holders.get(number as usize).map_or(0, |holders| *holders as usize)
    }

    /// What a term is worth: the rarer, the more. It is BM25's inverse document frequency, never negative: with N bags and
    /// n holders `ln(1 + (N - n + ½) / (n + ½))`, which is `ln(N + 1) - ln(n + ½)`.
    fn rarity(&self, term: u32) -> f32 {
        self.rarest - self.commonness.get(term as usize).copied().unwrap_or(commonness(0))
    }

    /// What the term of this number is worth to a search: nothing when no bag holds it.
    #[must_use]
    pub fn weight(&self, number: u32) -> f32 {
        if self.holders(number) > 0 { self.rarity(number) } else { 0.0 }
    }

    /// How alike two bags are: the harmonic mean of how much of each is in the other, BM25 divided by what the text would
    /// give itself. 1 when they are the same; a short text inside a long one is half a match. `own` is what `a` gives
    /// itself: see [`Self::own`].
    #[must_use]
    pub fn likeness(&self, a: &Bag, own: f32, b: &Bag) -> f32 {
        let (length_a, length_b) = (self.correction(a), self.correction(b));
        let (mut there, mut back) = (0.0, 0.0);
        for (term, here, theirs) in a.shared(b) {
            let rarity = self.rarity(term);
            there += here * rarity * saturated(theirs, length_b);
            back += theirs * rarity * saturated(here, length_a);
        }
        if there <= 0.0 || back <= 0.0 {
            return 0.0;
        }
        let (there, back) = ((there / own).min(1.0), (back / self.own(b)).min(1.0));
        2.0 * there * back / (there + back)
    }

    /// What each shared term adds to the likeness.
    #[must_use]
    pub fn shared(&self, a: &Bag, b: &Bag) -> Shared {
        Shared(a.shared(b).map(|(term, here, there)| (term, self.rarity(term) * here.min(there))).collect())
    }

    /// What a bag gives itself.
    #[must_use]
    pub fn own(&self, bag: &Bag) -> f32 {
        let correction = self.correction(bag);
        bag.counted().map(|(term, count)| count * self.rarity(term) * saturated(count, correction)).sum()
    }

    /// What the length of a bag does to its counts.
    fn correction(&self, bag: &Bag) -> f32 {
        let usual = if self.n_bags == 0 { count(bag.length) } else { self.usual_length() };
        1.0 - B + B * count(bag.length) / usual.max(1.0)
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "a mean length is a small number")]
    fn usual_length(&self) -> f32 {
        (self.length as f64 / f64::from(self.n_bags)) as f32
    }
}

fn commonness(holders: u32) -> f32 {
    (count(holders) + 0.5).ln()
}

fn saturated(count: f32, correction: f32) -> f32 {
    count * (K1 + 1.0) / (count + K1 * correction)
}

/// Up to sixteen million the number itself, then the nearest one.
#[expect(clippy::cast_precision_loss, reason = "counts of proposals and terms, where one in a million is nothing")]
fn count(n: u32) -> f32 {
    n as f32
}

/// The terms that two bags share, in the order of their numbers.
#[derive(Debug)]
pub struct Shared(Vec<(u32, f32)>);

impl Shared {
    /// What the term of this number adds, where it is shared.
    #[must_use]
    pub fn worth(&self, number: u32) -> Option<f32> {
        let at = self.0.binary_search_by_key(&number, |(number, _)| *number).ok()?;
        Some(self.0[at].1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(text: &str) -> Vec<Term> {
        text.split(' ').map(Term::spelled).collect()
    }

    fn searched(texts: &[&str]) -> (Commonness, Vec<Bag>) {
        let mut commonness = Commonness::default();
        let bags: Vec<Bag> = texts.iter().map(|text| commonness.bag(&terms(text))).collect();
        bags.iter().for_each(|bag| commonness.add(bag));
        (commonness, bags)
    }

    fn alike(commonness: &Commonness, a: &Bag, b: &Bag) -> f32 {
        commonness.likeness(a, commonness.own(a), b)
    }

    #[test]
    fn a_text_is_wholly_in_itself_and_not_in_a_stranger() {
        let (commonness, bags) = searched(&["litio salar piloto", "cobre mina", "vino"]);
        assert!((alike(&commonness, &bags[0], &bags[0]) - 1.0).abs() < 1e-6);
        assert!(alike(&commonness, &bags[0], &bags[1]).abs() < f32::EPSILON);
    }

    #[test]
    fn likeness_is_the_same_both_ways() {
        let (commonness, bags) = searched(&["litio salar piloto litio", "litio mina", "vino"]);
        let (there, back) = (alike(&commonness, &bags[0], &bags[1]), alike(&commonness, &bags[1], &bags[0]));
        assert!(there > 0.0 && (there - back).abs() < 1e-6, "{there} {back}");
    }

    #[test]
    fn words_that_nobody_has_still_weigh_in_the_text_that_asks() {
        let (commonness, bags) = searched(&["litio salar", "cobre mina"]);
        let short = commonness.asking(&terms("litio salar"));
        let long = commonness.asking(&terms("litio salar drones patagonia"));
        assert!(alike(&commonness, &short, &bags[0]) > alike(&commonness, &long, &bags[0]));
    }

    #[test]
    fn what_was_taken_out_leaves_no_trace() {
        let (mut commonness, bags) = searched(&["litio salar", "cobre salar"]);
        let before = alike(&commonness, &bags[0], &bags[1]);
        let guest = commonness.bag(&terms("litio litio litio"));
        commonness.add(&guest);
        commonness.remove(&guest);
        assert!((alike(&commonness, &bags[0], &bags[1]) - before).abs() < f32::EPSILON);
        let weight = |term| commonness.number(Term::spelled(term)).map_or(0.0, |number| commonness.weight(number));
        assert!(weight("litio") > 0.0 && weight("patagonia").abs() < f32::EPSILON);
    }
}
