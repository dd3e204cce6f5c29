//! The terms under which a text is indexed and asked for: character grams, words and pairs of words of one language.
//! Weights are not given here, only the signs on which they depend.

use crate::{
    domain::Lang,
    text::{self, Script, Token},
};

/// Grams of four letters find almost everything that three and four find together, at a quarter of the cost.
pub(super) const GRAM: usize = 4;

/// The three ways in which a text is taken apart, in the order of [`Terms`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Grams,
    Words,
    Pairs,
}

/// One term and the run of the text from which it comes. No term has a space in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    pub text: String,
    /// Whether it says little: a stop word, or a gram of one.
    pub is_stop: bool,
    /// Which token it (or the first half of it) comes from.
    pub token: usize,
}

/// The terms of a text by [`Kind`].
pub(super) type Terms = [Vec<Term>; 3];

/// Takes a text apart as this language does.
pub(super) fn terms(lang: Lang, tokens: &[Token]) -> Terms {
    let mut grams = Vec::new();
    let mut words = Vec::new();
    let mut pairs: Vec<Term> = Vec::new();
    let mut before: Option<(usize, String, bool)> = None;
    for (at, token) in tokens.iter().enumerate() {
        if token.script == Script::Han {
            han_terms(at, &token.text, &mut grams, &mut words, &mut pairs);
            before = None;
            continue;
        }
        let is_stop = text::is_stop(lang, &token.text);
        let stem = if token.script == Script::Number { token.text.clone() } else { text::stem(lang, &token.text) };
        let pieces = if lang == Lang::Zh { vec![token.text.clone()] } else { text::grams_of(token, GRAM..=GRAM) };
        grams.extend(pieces.into_iter().map(|text| Term { text, is_stop, token: at }));
        if let Some((first_at, first, first_is_stop)) = before {
            pairs.push(Term { text: format!("{first}_{stem}"), is_stop: is_stop && first_is_stop, token: first_at });
        }
        words.push(Term { text: stem.clone(), is_stop, token: at });
        before = Some((at, stem, is_stop));
    }
    [grams, words, pairs]
}

/// Chinese: single characters and pairs as grams, pairs as words, triples as pairs.
fn han_terms(at: usize, run: &str, grams: &mut Vec<Term>, words: &mut Vec<Term>, pairs: &mut Vec<Term>) {
    let chars: Vec<char> = run.chars().collect();
    let term = |text: String| Term { is_stop: is_stop_run(&text), text, token: at };
    grams.extend(chars.iter().map(|c| term(c.to_string())));
    grams.extend(chars.windows(2).map(|pair| term(String::from_iter(pair))));
    words.extend(chars.windows(2.min(chars.len())).map(|pair| term(String::from_iter(pair))));
    pairs.extend(chars.windows(3).map(|triple| term(String::from_iter(triple))));
}

fn is_stop_run(run: &str) -> bool {
    text::is_stop(Lang::Zh, run) || run.chars().all(|c| text::is_stop(Lang::Zh, c.encode_utf8(&mut [0; 4])))
}

/// The terms of several texts as one list per kind; no pair reaches from one text into the next.
pub(super) fn terms_of_all<'a>(lang: Lang, texts: impl IntoIterator<Item = &'a str>) -> Terms {
    let mut all = Terms::default();
    for text in texts {
        for (list, mut more) in all.iter_mut().zip(terms(lang, &text::tokens(text))) {
            list.append(&mut more);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(lang: Lang, text: &str, kind: Kind) -> Vec<String> {
        let [grams, words, pairs] = terms_of_all(lang, [text]);
        let list = match kind {
            Kind::Grams => grams,
            Kind::Words => words,
            Kind::Pairs => pairs,
        };
        list.into_iter().map(|term| term.text).collect()
    }

    #[test]
    fn latin_text_gives_grams_stems_and_pairs_of_stems() {
        assert_eq!(texts(Lang::Es, "¿Qué visas?", Kind::Words), ["que", "vis"]);
        assert_eq!(texts(Lang::Es, "¿Qué visas?", Kind::Pairs), ["que_vis"]);
        assert_eq!(texts(Lang::Es, "visas", Kind::Grams), ["_vis", "visa", "isas", "sas_"]);
    }

    #[test]
    fn chinese_text_gives_characters_pairs_and_whole_latin_runs() {
        assert_eq!(texts(Lang::Zh, "办RUT税号", Kind::Grams), ["办", "rut", "税", "号", "税号"]);
        assert_eq!(texts(Lang::Zh, "签证费", Kind::Words), ["签证", "证费"]);
        assert_eq!(texts(Lang::Zh, "签证费", Kind::Pairs), ["签证费"]);
    }
}
