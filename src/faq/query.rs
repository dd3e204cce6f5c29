//! What is looked up for a question in the documents of one language: its own terms, its words with slips mended, and what
//! the glossary calls the same. Each term carries what it is worth when found and what it counts when missing.

use std::collections::HashSet;

use rustc_hash::FxHashMap;

use crate::{
    domain::Lang,
    text::{self, Script, Token},
};

use super::{
    analysis::{self, Terms},
    country::{Land, Thirds, with_places_apart},
    glossary::{Glossary, Known},
    index,
    speller::Speller,
};

/// A longer question is cut: nobody asks one, and the work for it must stay bounded.
const MOST_TOKENS: usize = 120;
const MOST_CHARS: usize = 600;

const MENDED_SECOND: f32 = 0.5;
const AS_TYPED: f32 = 0.4;
const SYNONYM: f32 = 0.2;
const TRANSLATION: f32 = 0.9;
/// A town says in which country something happens, and hardly more: the country's name is looked for in its stead.
const PLACE: f32 = 0.2;
/// A question of which the glossary knows less than this share is not lifted further.
const LEAST_TRANSLATED: f32 = 0.25;

/// A question as typed, cut into runs.
pub(super) struct Question {
    pub tokens: Vec<Token>,
    /// The country in which each token is a town or province.
    lands: Vec<Option<Land>>,
    pub thirds: Thirds,
    pub asked_in: Lang,
}

/// One term to look up.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Clause {
    pub term: String,
    /// What the term is looked up by.
    pub key: u64,
    /// What finding it is worth.
    pub worth: f32,
    /// What it counts in the whole of the question.
    pub mass: f32,
    pub is_stop: bool,
    /// Whether it is another word for something that was typed.
    pub is_synonym: bool,
    /// The token of the question from which it comes.
    pub token: usize,
}

/// The terms to look up in one language.
pub(super) struct Query {
    /// By [`analysis::Kind`].
    pub clauses: [Vec<Clause>; 3],
    /// By how much the question is larger than what could be carried into this language.
    pub untranslated: f32,
}

impl Question {
    /// Reads a question; `prior` is the person's own language.
    pub fn new(typed: &str, prior: Lang) -> Self {
        let cut = typed.char_indices().nth(MOST_CHARS).map_or(typed, |(end, _)| &typed[..end]);
        let mut tokens = text::tokens(cut);
        tokens.truncate(MOST_TOKENS);
        let tokens = with_places_apart(tokens);
        let lands = tokens.iter().map(Land::of_place).collect();
        let thirds = Thirds::named_in(&tokens);
        Self { tokens, lands, thirds, asked_in: text::detect(cut, Some(prior)) }
    }

    /// How many of its words say something; two Chinese characters count as one.
    pub fn n_content_words(&self) -> usize {
        let of_token = |token: &Token| match token.script {
            Script::Han => n_content_chars(token).div_ceil(2),
            _ => usize::from(!text::is_stop(self.asked_in, &token.text)),
        };
        self.tokens.iter().map(of_token).sum()
    }

    /// What to look up in the documents of this language.
    pub fn query(&self, lang: Lang, speller: &Speller, known: &[Known<'_>]) -> Query {
        let mut builder = Builder { lang, places: Default::default(), clauses: Default::default() };
        let is_foreign = lang != self.asked_in;
        let corrections: Vec<Vec<String>> = self.tokens.iter().map(|token| corrections(token, speller)).collect();
        let translated: HashSet<usize> = if is_foreign {
            known
                .iter()
                .filter(|known| known.in_language(lang).next().is_some())
                .flat_map(|known| known.tokens.clone())
                .collect()
        } else {
            HashSet::new()
        };
        builder.add(analysis::terms(lang, &self.spelled(&corrections, 0)), None, |token| {
            let weight = if self.lands[token].is_some() { PLACE } else { 1.0 };
            (weight, if translated.contains(&token) { 0.0 } else { weight })
        });
        if corrections.iter().any(|list| !list.is_empty()) {
            builder.add(analysis::terms(lang, &self.spelled(&corrections, 1)), None, |_| (MENDED_SECOND, 0.0));
            builder.add(analysis::terms(lang, &self.tokens), None, |_| (AS_TYPED, 0.0));
        }
        for known in known {
            builder.add_known(known, is_foreign);
        }
        for (at, land) in self.lands.iter().enumerate().filter_map(|(at, land)| Some((at, (*land)?))) {
            if !land.is_named_in(&self.tokens) {
                builder.add(analysis::terms(lang, &text::tokens(land.name(lang))), Some(at), |_| (1.0, 1.0));
            }
        }
        let untranslated = if is_foreign { self.untranslated(lang, known) } else { 1.0 };
        if self.changes_script(lang) {
            builder.drop_massless_script();
        }
        Query { clauses: builder.clauses, untranslated }
    }

    fn spelled(&self, corrections: &[Vec<String>], choice: usize) -> Vec<Token> {
        let spelled = |(token, list): (&Token, &Vec<String>)| match list.get(choice.min(list.len().saturating_sub(1))) {
            Some(word) => Token { text: word.clone(), script: Script::Letters },
            None => token.clone(),
        };
        self.tokens.iter().zip(corrections).map(spelled).collect()
    }

    fn changes_script(&self, lang: Lang) -> bool {
        self.asked_in == Lang::Zh && lang != Lang::Zh
    }

    /// A Chinese question in other documents: only what the glossary knows can be found, and the rest must still count.
    fn untranslated(&self, lang: Lang, known: &[Known<'_>]) -> f32 {
        if !self.changes_script(lang) {
            return 1.0;
        }
        let of_token = |token: &Token| match token.script {
            Script::Han => n_content_chars(token),
            _ => 2,
        };
        let all: usize = self.tokens.iter().map(of_token).sum();
        let latin: usize = self.tokens.iter().filter(|token| token.script != Script::Han).map(of_token).sum();
        let carried: usize =
            known.iter().filter(|known| known.in_language(lang).next().is_some()).map(|known| known.n_chars).sum();
        #[expect(clippy::cast_precision_loss, reason = "counts of characters in one question")]
        let share = (carried + latin) as f32 / all.max(1) as f32;
        1.0 / share.clamp(LEAST_TRANSLATED, 1.0)
    }
}

fn n_content_chars(run: &Token) -> usize {
    run.text.chars().filter(|c| !text::is_stop(Lang::Zh, c.encode_utf8(&mut [0; 4]))).count()
}

fn corrections(token: &Token, speller: &Speller) -> Vec<String> {
    if token.script == Script::Letters { speller.corrections(&token.text) } else { Vec::new() }
}

struct Builder {
    lang: Lang,
    /// Where each term stands in its list.
    places: [FxHashMap<u64, usize>; 3],
    clauses: [Vec<Clause>; 3],
}

impl Builder {
    /// Adds terms, all from one token of the question where an `origin` is given; one that is there already keeps the larger worth and the larger mass, or a translation that happens to be
    /// spelled like the original would count nothing.
    fn add(&mut self, terms: Terms, origin: Option<usize>, worth_and_mass: impl Fn(usize) -> (f32, f32)) {
        for ((list, places), terms) in self.clauses.iter_mut().zip(&mut self.places).zip(terms) {
            for term in terms {
                let (worth, mass) = worth_and_mass(term.token);
                let key = index::term_key(&term.text);
                match places.get(&key).and_then(|place| list.get_mut(*place)) {
                    Some(clause) => (clause.worth, clause.mass) = (clause.worth.max(worth), clause.mass.max(mass)),
                    None => {
                        places.insert(key, list.len());
                        let token = origin.unwrap_or(term.token);
                        let is_synonym = worth == SYNONYM;
                        list.push(Clause { term: term.text, key, worth, mass, is_stop: term.is_stop, is_synonym, token });
                    }
                }
            }
        }
    }

    fn add_known(&mut self, known: &Known<'_>, is_foreign: bool) {
        let expressions: Vec<Vec<Token>> = known.in_language(self.lang).collect();
        #[expect(clippy::cast_precision_loss, reason = "a group has a handful of expressions")]
        let share = 1.0 / expressions.len().max(1) as f32;
        let (worth, mass) = if is_foreign { (TRANSLATION, share) } else { (SYNONYM, 0.0) };
        for expression in expressions {
            self.add(analysis::terms(self.lang, &expression), Some(known.tokens.start), |_| (worth, mass));
        }
    }

    /// Chinese characters are in no other document; they are counted by [`Question::untranslated`] instead.
    fn drop_massless_script(&mut self) {
        for list in &mut self.clauses {
            list.retain(|clause| !clause.term.chars().any(text::is_han));
        }
    }
}

/// The parts of a question that the glossary knows.
pub(super) fn known<'a>(glossary: &'a Glossary, question: &Question) -> Vec<Known<'a>> {
    glossary.known_in(&question.tokens)
}
