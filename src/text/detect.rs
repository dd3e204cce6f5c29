//! Guesses the language of a question among our four. Short questions fool every detector, so the guess leans on the
//! person's own language, and nothing that cannot be undone may hang on it.

use std::sync::LazyLock;

use whatlang::Detector;

use crate::domain::Lang;

use super::{Script, Token, is_stop, tokens};

/// What each sign is worth, found by asking our own questions without a prior and with a wrong one.
const UNIQUE_WORD: f32 = 1.0;
const SHARED_WORD: f32 = 0.25;
const LETTER: f32 = 1.5;
const TRIGRAMS: f32 = 1.2;
const PRIOR: f32 = 0.6;

const LATIN: [Lang; 3] = [Lang::Es, Lang::En, Lang::Pt];

static TRIGRAM_DETECTOR: LazyLock<Detector> =
    LazyLock::new(|| Detector::with_allowlist(vec![whatlang::Lang::Spa, whatlang::Lang::Eng, whatlang::Lang::Por]));

/// The language that the text is most probably written in; `prior` is what the person usually writes.
///
/// Script alone decides Chinese. A text without any sign is in the prior's language, or else in Spanish.
#[must_use]
pub fn detect(text: &str, prior: Option<Lang>) -> Lang {
    let tokens = tokens(text);
    if is_chinese(&tokens) {
        return Lang::Zh;
    }
    let lower = text.to_lowercase();
    let mut scores = LATIN.map(|lang| (lang, if prior == Some(lang) { PRIOR } else { 0.0 }));
    for (lang, score) in &mut scores {
        *score += by_words(&tokens, *lang) + by_letters(&lower, *lang);
    }
    if let Some(info) = TRIGRAM_DETECTOR.detect(text) {
        #[expect(clippy::cast_possible_truncation, reason = "a confidence between 0 and 1")]
        let worth = TRIGRAMS * (0.3 + 0.7 * info.confidence() as f32);
        for (lang, score) in &mut scores {
            *score += if of_whatlang(info.lang()) == Some(*lang) { worth } else { 0.0 };
        }
    }
    let (mut best, mut best_score) = (prior.filter(|lang| *lang != Lang::Zh).unwrap_or(Lang::Es), 0.0);
    for (lang, score) in scores {
        if score > best_score {
            (best, best_score) = (lang, score);
        }
    }
    // A bare number or an emoji says nothing, not even that the person has left Chinese.
    if best_score == 0.0 { prior.unwrap_or(Lang::Es) } else { best }
}

/// Chinese is dense: one character counts like half a Latin word, or like four letters.
fn is_chinese(tokens: &[Token]) -> bool {
    let (mut han, mut letters, mut latin_words) = (0, 0, 0);
    for token in tokens {
        let length = token.text.chars().count();
        match token.script {
            Script::Han => han += length,
            Script::Letters => (letters, latin_words) = (letters + length, latin_words + 1),
            Script::Number => {}
        }
    }
    han > 0 && (han * 4 >= letters || han >= latin_words * 2)
}

fn by_words(tokens: &[Token], lang: Lang) -> f32 {
    tokens
        .iter()
        .filter(|token| token.script == Script::Letters && is_stop(lang, &token.text))
        .map(|token| {
            let also_elsewhere = LATIN.iter().any(|other| *other != lang && is_stop(*other, &token.text));
            if also_elsewhere { SHARED_WORD } else { UNIQUE_WORD }
        })
        .sum()
}

/// Letters and endings that only one of the three has, in a text in lower case.
fn by_letters(text: &str, lang: Lang) -> f32 {
    let signs: &[&str] = match lang {
        Lang::Es => &["¿", "¡", "ñ", "ción", "ciones", "ajo", "ll", "uest", "ued"],
        Lang::Pt => &["ã", "õ", "ç", "ê", "ô", "nh", "lh", "ções", "ss"],
        Lang::En => &["th", "tion", "wh", "'s"],
        Lang::Zh => &[],
    };
    if signs.iter().any(|sign| text.contains(sign)) { LETTER } else { 0.0 }
}

fn of_whatlang(lang: whatlang::Lang) -> Option<Lang> {
    match lang {
        whatlang::Lang::Spa => Some(Lang::Es),
        whatlang::Lang::Eng => Some(Lang::En),
        whatlang::Lang::Por => Some(Lang::Pt),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn script_decides_chinese_even_among_latin_names() {
        assert_eq!(detect("InvestChile是什么", Some(Lang::Es)), Lang::Zh);
        assert_eq!(detect("如何联系SERNAPESCA和InvestChile", None), Lang::Zh);
        assert_eq!(detect("¿Qué significa 工签 cuando pido un permiso de trabajo?", Some(Lang::Zh)), Lang::Es);
    }

    #[test]
    fn short_questions_are_told_apart() {
        for (text, lang) in [
            ("¿Cómo obtengo el RUT?", Lang::Es),
            ("como saco visa de trabajo", Lang::Es),
            ("how do I get a RUT", Lang::En),
            ("work visa for China", Lang::En),
            ("como abrir uma empresa no Chile", Lang::Pt),
            ("quais são os impostos?", Lang::Pt),
        ] {
            assert_eq!(detect(text, None), lang, "{text}");
            assert_eq!(detect(text, Some(Lang::Zh)), lang, "{text}");
        }
    }

    #[test]
    fn a_text_without_signs_is_in_the_persons_language() {
        assert_eq!(detect("RUT", Some(Lang::Pt)), Lang::Pt);
        assert_eq!(detect("🤷 123", Some(Lang::Zh)), Lang::Zh);
        assert_eq!(detect("", None), Lang::Es);
    }
}
