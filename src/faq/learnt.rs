//! What a search needs of a language besides its index: learnt in the same pass over the texts in which the index is filled, and
//! kept beside it, so that no text has to be taken apart when the bot starts.

use serde::{Deserialize, Serialize};

use crate::domain::Lang;

use super::{
    Words,
    index::Writer,
    lexicon::{Lexicon, Parts},
    speller::Speller,
    ways::{Gatherer, LangWays},
};

/// A word with which somebody asks is a likelier correction than one of an answer.
const WORTH_ASKED: u32 = 3;
const WORTH_ANSWER: u32 = 1;

/// What is known of one language.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Learnt {
    pub ways: LangWays,
    pub speller: Speller,
}

/// Fills the index of a language and learns from its texts; there are so many documents in all languages.
pub(super) fn learn<'a>(
    lang: Lang,
    docs: impl Iterator<Item = &'a Words>,
    n_docs: usize,
    writer: &mut Writer,
) -> tantivy::Result<Learnt> {
    let mut pass = Pass::new(lang);
    for words in docs {
        pass.read(words);
        writer.add(&pass.lexicon, &mut pass.asked, &mut pass.answer)?;
    }
    Ok(pass.finish(n_docs))
}

/// A pass over the texts of a language, with the terms of the document that was read last.
struct Pass {
    lexicon: Lexicon,
    gatherer: Gatherer,
    way: Parts,
    asked: Parts,
    answer: Parts,
}

impl Pass {
    fn new(lang: Lang) -> Self {
        let [way, asked, answer] = Default::default();
        Self { lexicon: Lexicon::new(lang), gatherer: Gatherer::default(), way, asked, answer }
    }

    fn read(&mut self, words: &Words) {
        self.asked.iter_mut().chain(&mut self.answer).for_each(Vec::clear);
        self.gatherer.begin();
        for way in words.ways_to_ask() {
            self.way.iter_mut().for_each(Vec::clear);
            self.lexicon.take_apart(way, WORTH_ASKED, &mut self.way);
            self.gatherer.add(&self.way);
            for (asked, way) in self.asked.iter_mut().zip(&self.way) {
                asked.extend_from_slice(way);
            }
        }
        self.lexicon.take_apart(&words.answer, WORTH_ANSWER, &mut self.answer);
    }

    fn finish(self, n_docs: usize) -> Learnt {
        let speller = Speller::new(self.lexicon.spelled_words());
        Learnt { ways: self.gatherer.weigh(&self.lexicon, n_docs), speller }
    }
}
