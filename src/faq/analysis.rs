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

/// What a run of letters or digits is taken apart into.
pub(super) struct Word {
    pub stem: String,
    pub grams: Vec<String>,
    pub is_stop: bool,
}

/// Takes a run of letters or digits apart as this language does.
pub(super) fn word(lang: Lang, token: &Token) -> Word {
    Word {
        stem: if token.script == Script::Number { token.text.clone() } else { text::stem(lang, &token.text) },
        grams: if lang == Lang::Zh { vec![token.text.clone()] } else { text::grams_of(token, GRAM..=GRAM) },
        is_stop: text::is_stop(lang, &token.text),
    }
}

/// Two neighbouring words as one term.
pub(super) fn pair(first: &str, second: &str) -> String {
    format!("{first}_{second}")
}

/// Takes a Chinese run apart: single characters and pairs as grams, pairs as words, triples as pairs. Tells what each piece is
/// and whether it says little.
pub(super) fn han_pieces(run: &str, mut tell: impl FnMut(Kind, &str, bool)) {
    let ends: Vec<usize> = run.char_indices().map(|(at, _)| at).chain([run.len()]).collect();
    let n_chars = ends.len() - 1;
    let mut windows = |kind: Kind, size: usize| {
        for bounds in ends.windows(size + 1) {
            let piece = &run[bounds[0]..bounds[size]];
            tell(kind, piece, is_stop_run(piece));
        }
    };
    windows(Kind::Grams, 1);
    windows(Kind::Grams, 2);
    windows(Kind::Words, 2.min(n_chars));
    windows(Kind::Pairs, 3);
}

fn is_stop_run(run: &str) -> bool {
    text::is_stop(Lang::Zh, run) || run.chars().all(|c| text::is_stop(Lang::Zh, c.encode_utf8(&mut [0; 4])))
}

/// Takes a text apart as this language does.
pub(super) fn terms(lang: Lang, tokens: &[Token]) -> Terms {
    let mut terms = Terms::default();
    let mut before: Option<(usize, String, bool)> = None;
    for (at, token) in tokens.iter().enumerate() {
        let mut add = |kind: Kind, text: String, is_stop, token| terms[kind as usize].push(Term { text, is_stop, token });
        if token.script == Script::Han {
            han_pieces(&token.text, |kind, piece, is_stop| add(kind, piece.to_owned(), is_stop, at));
            before = None;
            continue;
        }
        let Word { stem, grams, is_stop } = word(lang, token);
        for gram in grams {
            add(Kind::Grams, gram, is_stop, at);
        }
        if let Some((first_at, first, first_is_stop)) = before {
            add(Kind::Pairs, pair(&first, &stem), is_stop && first_is_stop, first_at);
        }
        add(Kind::Words, stem.clone(), is_stop, at);
        before = Some((at, stem, is_stop));
    }
    terms
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(lang: Lang, text: &str, kind: Kind) -> Vec<String> {
        let [grams, words, pairs] = terms(lang, &text::tokens(text));
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
