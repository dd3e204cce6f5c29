//! Finds known terms in free text: whole words with or without plural in es, en and pt, then words of the same stem;
//! substrings in zh; the longest first; acronyms only as they are written. What a term means is its owner's business: here
//! it is a number.

use std::collections::{BTreeMap, HashMap};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::domain::Lang;
use crate::text::{self, Script, fold, is_han};

/// Terms in four languages, each standing for a concept.
#[derive(Debug, Default)]
pub struct Terms {
    /// The written forms, by the number that the tables below use.
    written: Vec<Written>,
    by_language: [Table; 4],
    acronyms: HashMap<String, usize>,
}

#[derive(Debug)]
struct Written {
    term: String,
    concept: usize,
}

/// A concept found in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    pub concept: usize,
    /// The terms that showed it, as their owner wrote them, in the order of the text.
    pub terms: Vec<String>,
    /// Words of a Latin term, half the characters of a Chinese one: longer terms say more.
    pub weight: f32,
}

/// A piece of a text: a Latin word, a number or a Chinese character, so that `mRNA疫苗` is a sequence like any other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Folded.
    pub text: String,
    pub script: Script,
    singular: String,
    pub stem: String,
}

/// A stretch of a text, in its order.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Stretch<'a> {
    /// A known term, its concept and the units that it took.
    Term(usize, &'a [Unit]),
    /// What no term took.
    Unit(&'a Unit),
}

/// The units of a text, for looking up terms of this language. Latin words inside Chinese are read as English.
#[must_use]
pub fn units(lang: Lang, text: &str) -> Vec<Unit> {
    let mut units = Vec::new();
    let same = |text: String, script| Unit { singular: text.clone(), stem: text.clone(), text, script };
    for token in text::tokens(text) {
        match token.script {
            Script::Letters => units.push(Unit {
                singular: text::singular(lang, &token.text),
                stem: text::stem(lang, &token.text),
                text: token.text,
                script: Script::Letters,
            }),
            Script::Number => units.push(same(token.text, Script::Number)),
            Script::Han => units.extend(token.text.chars().map(|c| same(c.to_string(), Script::Han))),
        }
    }
    units
}

impl Terms {
    /// Adds a written form of a concept. The first owner of a form keeps it.
    pub fn add(&mut self, lang: Lang, term: &str, concept: usize) {
        let number = self.written.len();
        self.written.push(Written { term: term.to_owned(), concept });
        if is_acronym(term) {
            self.acronyms.entry(term.to_owned()).or_insert(number);
            return;
        }
        let units = units(lang, term);
        let table = &mut self.by_language[lang.index()];
        table.whole.add(units.iter().map(|unit| &unit.singular), number);
        table.stems.add(units.iter().map(|unit| &unit.stem), number);
    }

    /// The concept that already has this written form.
    #[must_use]
    pub fn owner(&self, lang: Lang, term: &str) -> Option<usize> {
        let number = if is_acronym(term) {
            self.acronyms.get(term).copied()
        } else {
            let units = units(lang, term);
            let known = Known::of(&self.by_language[lang.index()], &units);
            known.table.whole.term(&known.whole)
        };
        number.map(|number| self.written[number].concept)
    }

    /// The concepts that the text speaks of, best first. Every language is looked for, since people mix them; a concept
    /// counts in the language that shows it best.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Hit> {
        let mut best: BTreeMap<usize, Hit> = BTreeMap::new();
        for &lang in Lang::ALL {
            for hit in self.in_language(lang, &units(lang, text), text) {
                let known = best.entry(hit.concept).or_insert_with(|| hit.clone());
                if hit.weight > known.weight {
                    *known = hit;
                }
            }
        }
        sorted(best.into_values().collect())
    }

    /// The same in one language only, its units already cut.
    #[must_use]
    pub fn find_in(&self, lang: Lang, units: &[Unit], text: &str) -> Vec<Hit> {
        sorted(self.in_language(lang, units, text))
    }

    /// The whole text cut into terms of its language, and what is left. A Chinese text may also speak English.
    #[must_use]
    pub fn stretches<'a>(&self, lang: Lang, units: &'a [Unit]) -> Vec<Stretch<'a>> {
        let others: &[Lang] = if lang == Lang::Zh { &[Lang::En] } else { &[] };
        let tables: Vec<Known> =
            [&[lang], others].concat().iter().map(|lang| Known::of(&self.by_language[lang.index()], units)).collect();
        let mut found = Vec::new();
        let mut at = 0;
        while at < units.len() {
            if let Some((end, number)) = tables.iter().find_map(|known| known.longest_at(at)) {
                found.push(Stretch::Term(self.written[number].concept, &units[at..end]));
                at = end;
            } else {
                found.push(Stretch::Unit(&units[at]));
                at += 1;
            }
        }
        found
    }

    /// The concepts whose acronyms stand in the text, as they are written.
    #[must_use]
    pub fn acronyms(&self, text: &str) -> Vec<usize> {
        self.as_written(text).into_iter().map(|(number, _)| self.written[number].concept).collect()
    }

    /// Each term counts once, however often the text repeats it.
    fn in_language(&self, lang: Lang, units: &[Unit], text: &str) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        let mut seen = FxHashSet::default();
        let spelled = self.spelled(lang, units);
        for (number, weight) in spelled.into_iter().chain(self.as_written(text)) {
            if !seen.insert(number) {
                continue;
            }
            let Written { term, concept } = &self.written[number];
            match hits.iter_mut().find(|hit| hit.concept == *concept) {
                Some(hit) => {
                    hit.terms.push(term.clone());
                    hit.weight += weight;
                }
                None => hits.push(Hit { concept: *concept, terms: vec![term.clone()], weight }),
            }
        }
        hits
    }

    /// Leftmost longest terms; what one term has taken no shorter one inside it gets.
    fn spelled(&self, lang: Lang, units: &[Unit]) -> Vec<(usize, f32)> {
        let known = Known::of(&self.by_language[lang.index()], units);
        let mut found = Vec::new();
        let mut at = 0;
        while at < units.len() {
            if let Some((end, number)) = known.longest_at(at) {
                found.push((number, weight(&units[at..end])));
                at = end;
            } else {
                at += 1;
            }
        }
        found
    }

    fn as_written(&self, text: &str) -> Vec<(usize, f32)> {
        text.split(|c: char| !c.is_alphanumeric() || is_han(c))
            .filter_map(|run| self.acronyms.get(run).map(|&number| (number, 1.0)))
            .collect()
    }
}

/// The terms of a language, by their whole words and by their stems.
#[derive(Debug, Default)]
struct Table {
    whole: Spelling,
    stems: Spelling,
}

/// Units of a term beyond which it is found by its beginning no more: none has as many.
const LONGEST: usize = 32;

/// Terms by one way to spell their units. Units have numbers, so that looking at a text makes no strings.
#[derive(Debug, Default)]
struct Spelling {
    numbers: FxHashMap<String, u32>,
    terms: FxHashMap<Vec<u32>, usize>,
    /// Units of the longest term that begins with a unit, by its number; 0 where none does.
    longest: Vec<usize>,
}

impl Spelling {
    fn add<'a>(&mut self, units: impl Iterator<Item = &'a String>, term: usize) {
        let mut numbers = Vec::new();
        for unit in units {
            let next = u32::try_from(self.longest.len()).expect("terms have less than four milliard different words");
            let number = *self.numbers.entry(unit.clone()).or_insert(next);
            if number == next {
                self.longest.push(0);
            }
            numbers.push(number);
        }
        let Some(&first) = numbers.first() else { return };
        let longest = &mut self.longest[first as usize];
        *longest = numbers.len().max(*longest);
        self.terms.entry(numbers).or_insert(term);
    }

    fn term(&self, units: &[Option<u32>]) -> Option<usize> {
        let units: Option<Vec<u32>> = units.iter().copied().collect();
        self.terms.get(&units?).copied()
    }

    /// The longest term that begins at this unit: where it ends, and its number.
    fn longest_at(&self, units: &[Option<u32>], at: usize) -> Option<(usize, usize)> {
        let longest = self.longest[units[at]? as usize].min(LONGEST);
        let mut numbers = [0; LONGEST];
        let known = units[at..].iter().take(longest).map_while(|unit| *unit);
        let n = numbers.iter_mut().zip(known).map(|(place, number)| *place = number).count();
        (1..=n).rev().find_map(|len| Some((at + len, *self.terms.get(&numbers[..len])?)))
    }
}

/// The units of a text as a table knows them.
struct Known<'a> {
    table: &'a Table,
    whole: Vec<Option<u32>>,
    stems: Vec<Option<u32>>,
}

impl<'a> Known<'a> {
    fn of(table: &'a Table, units: &[Unit]) -> Self {
        let whole = units.iter().map(|unit| table.whole.numbers.get(&unit.singular).copied()).collect();
        let stems = units.iter().map(|unit| table.stems.numbers.get(&unit.stem).copied()).collect();
        Self { table, whole, stems }
    }

    /// The longer of what whole words and stems find; the whole words where they find as much.
    fn longest_at(&self, at: usize) -> Option<(usize, usize)> {
        let (whole, stems) = (self.table.whole.longest_at(&self.whole, at), self.table.stems.longest_at(&self.stems, at));
        match (whole, stems) {
            (Some(whole), Some(stems)) if stems.0 > whole.0 => Some(stems),
            (whole, stems) => whole.or(stems),
        }
    }
}

fn sorted(mut hits: Vec<Hit>) -> Vec<Hit> {
    hits.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.concept.cmp(&b.concept)));
    hits
}

fn weight(units: &[Unit]) -> f32 {
    units.iter().map(|unit| if unit.script == Script::Han { 0.5 } else { 1.0 }).sum()
}

/// `GIS`, `5G`, `PLC`: one short word without small letters.
fn is_acronym(term: &str) -> bool {
    let small = term.chars().count() <= 5 && term.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    small && fold(term) != term
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms() -> Terms {
        let mut terms = Terms::default();
        for (lang, term, concept) in [
            (Lang::Es, "litio", 0),
            (Lang::Es, "baterías de ion litio", 1),
            (Lang::Es, "SIG", 2),
            (Lang::Es, "sólido", 4),
            (Lang::Es, "solar", 5),
            (Lang::Zh, "锂", 0),
            (Lang::Zh, "锂电池", 1),
            (Lang::Zh, "mRNA疫苗", 3),
            (Lang::En, "solid", 4),
        ] {
            terms.add(lang, term, concept);
        }
        terms
    }

    fn concepts(text: &str) -> Vec<usize> {
        terms().find(text).into_iter().map(|hit| hit.concept).collect()
    }

    #[test]
    fn the_longest_term_takes_its_words() {
        assert_eq!(concepts("Batería de ion-litio"), [1]);
        assert_eq!(concepts("動力鋰電池"), [1], "Traditional characters are understood");
        assert_eq!(concepts("锂电池和碳酸锂"), [1, 0]);
    }

    #[test]
    fn acronyms_are_taken_as_written() {
        assert_eq!(concepts("un SIG regional"), [2]);
        assert_eq!(concepts("sig. ruta"), [] as [usize; 0]);
        assert_eq!(concepts("研发mRNA疫苗"), [3]);
    }

    #[test]
    fn a_whole_word_goes_before_another_of_its_stem() {
        assert_eq!(concepts("paneles solares"), [5]);
        assert_eq!(concepts("electrolitos sólidas"), [4], "the stem finds what no whole word does");
    }

    #[test]
    fn a_text_is_cut_into_terms_and_the_rest() {
        let terms = terms();
        let cut = |lang, text: &str| {
            let units = units(lang, text);
            let written = |stretch: &Stretch| match stretch {
                Stretch::Term(concept, units) => format!("{concept}:{}", units.len()),
                Stretch::Unit(unit) => unit.text.clone(),
            };
            terms.stretches(lang, &units).iter().map(written).collect::<Vec<_>>()
        };
        assert_eq!(cut(Lang::Es, "Una batería de ion litio sólida"), ["una", "1:4", "4:1"]);
        assert_eq!(cut(Lang::Zh, "研发锂电池与solid材料"), ["研", "发", "1:3", "与", "4:1", "材", "料"]);
    }
}
