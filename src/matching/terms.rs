//! Finds known terms in free text: whole words with or without plural in es, en and pt, substrings in zh, the longest
//! first; acronyms only as they are written. What a term means is its owner's business: here it is a number.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::domain::Lang;
use crate::text::{self, Script, fold, is_han};

/// Terms in four languages, each standing for a concept.
#[derive(Debug, Default)]
pub struct Terms {
    /// The written forms, by the number that the tables below use.
    written: Vec<Written>,
    /// By language: the units of a term → its number.
    by_units: [HashMap<Vec<String>, usize>; 4],
    longest: [usize; 4],
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
        let table = lang.index();
        self.longest[table] = self.longest[table].max(units.len());
        self.by_units[table].entry(units).or_insert(number);
    }

    /// The concept that already has this written form.
    #[must_use]
    pub fn owner(&self, lang: Lang, term: &str) -> Option<usize> {
        let number = match is_acronym(term) {
            true => self.acronyms.get(term),
            false => self.by_units[lang.index()].get(&units(lang, term)),
        };
        number.map(|&number| self.written[number].concept)
    }

    /// The concepts that the text speaks of, best first. Every language is looked for, since people mix them; a concept
    /// counts in the language that shows it best.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Hit> {
        let mut best: BTreeMap<usize, Hit> = BTreeMap::new();
        for &lang in Lang::ALL {
            for hit in self.in_language(lang, text) {
                let known = best.entry(hit.concept).or_insert_with(|| hit.clone());
                if hit.weight > known.weight {
                    *known = hit;
                }
            }
        }
        let mut hits: Vec<Hit> = best.into_values().collect();
        hits.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.concept.cmp(&b.concept)));
        hits
    }

    /// Each term counts once, however often the text repeats it.
    fn in_language(&self, lang: Lang, text: &str) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        let mut seen = HashSet::new();
        let spelled = self.spelled(lang, text);
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
    fn spelled(&self, lang: Lang, text: &str) -> Vec<(usize, f32)> {
        let units = units(lang, text);
        let table = lang.index();
        let mut found = Vec::new();
        let mut at = 0;
        while at < units.len() {
            let ends = (at + 1..=units.len().min(at + self.longest[table])).rev();
            let longest = ends.into_iter().find_map(|end| Some((end, *self.by_units[table].get(&units[at..end])?)));
            if let Some((end, number)) = longest {
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

/// One unit per Latin word, number or Chinese character, so that `mRNA疫苗` is a sequence like any other.
fn units(lang: Lang, text: &str) -> Vec<String> {
    let mut units = Vec::new();
    for token in text::tokens(text) {
        match token.script {
            Script::Letters => units.push(text::stem(lang, &token.text)),
            Script::Number => units.push(token.text),
            Script::Han => units.extend(token.text.chars().map(String::from)),
        }
    }
    units
}

fn weight(units: &[String]) -> f32 {
    units.iter().map(|unit| if unit.starts_with(is_han) { 0.5 } else { 1.0 }).sum()
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
            (Lang::Zh, "锂", 0),
            (Lang::Zh, "锂电池", 1),
            (Lang::Zh, "mRNA疫苗", 3),
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
}
