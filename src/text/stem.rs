//! Words without their endings, by Snowball. Chinese has no endings: its words are pairs of characters here, because a
//! segmenter gained nothing on our questions and costs a third of a second and thirty megabytes at start.

use rust_stemmers::{Algorithm, Stemmer};

use crate::domain::Lang;

use super::{Script, fold, tokens};

/// The words of a text as this language stems them, stop words included, in their order.
///
/// A Chinese run gives its pairs of characters, or its only character.
#[must_use]
pub fn words(lang: Lang, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for token in tokens(text) {
        match token.script {
            Script::Letters => found.push(stem(lang, &token.text)),
            Script::Number => found.push(token.text),
            Script::Han => {
                let chars: Vec<char> = token.text.chars().collect();
                found.extend(chars.windows(2.min(chars.len())).map(String::from_iter));
            }
        }
    }
    found
}

/// The stem of one folded word. Latin words inside Chinese are stemmed as English.
#[must_use]
pub fn stem(lang: Lang, word: &str) -> String {
    if word.chars().count() < 4 {
        return word.to_owned();
    }
    let algorithm = match lang {
        Lang::Es => Algorithm::Spanish,
        Lang::Pt => Algorithm::Portuguese,
        Lang::En | Lang::Zh => Algorithm::English,
    };
    fold(&Stemmer::create(algorithm).stem(&with_accent(lang, word)))
}

/// A folded word without its plural, and otherwise whole: *solares* is *solar*, which a stem would mix up with *sólido*.
///
/// Short words stay as they are, and a word that only looks like a plural loses its last letter in every text alike.
#[must_use]
pub fn singular(lang: Lang, word: &str) -> String {
    if word.chars().count() < 4 {
        return word.to_owned();
    }
    let endings: &[(&str, &str)] = match lang {
        Lang::Es => &[
            ("is", "is"),
            ("us", "us"),
            ("ces", "z"),
            ("des", "d"),
            ("les", "l"),
            ("res", "r"),
            ("nes", "n"),
            ("jes", "j"),
            ("yes", "y"),
            ("s", ""),
        ],
        Lang::Pt => &[
            ("oes", "ao"),
            ("aes", "ao"),
            ("ais", "al"),
            ("eis", "el"),
            ("ois", "ol"),
            ("is", "is"),
            ("us", "us"),
            ("ns", "m"),
            ("res", "r"),
            ("zes", "z"),
            ("s", ""),
        ],
        Lang::En | Lang::Zh => &[
            ("ies", "y"),
            ("ches", "ch"),
            ("shes", "sh"),
            ("sses", "ss"),
            ("xes", "x"),
            ("zes", "z"),
            ("ss", "ss"),
            ("us", "us"),
            ("is", "is"),
            ("s", ""),
        ],
    };
    let singular = endings.iter().find_map(|(plural, one)| Some(format!("{}{one}", word.strip_suffix(plural)?)));
    singular.unwrap_or_else(|| word.to_owned())
}

/// Snowball knows endings by their accents, which folding has taken: *información* and *informaciones* must meet.
fn with_accent(lang: Lang, word: &str) -> String {
    let endings: &[(&str, &str)] = match lang {
        Lang::Es => &[("cion", "ción"), ("sion", "sión"), ("logia", "logía")],
        Lang::Pt => &[("cao", "ção"), ("coes", "ções"), ("encia", "ência")],
        Lang::En | Lang::Zh => &[],
    };
    for (folded, accented) in endings {
        if let Some(start) = word.strip_suffix(folded) {
            return format!("{start}{accented}");
        }
    }
    word.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn singular_and_plural_meet_with_and_without_accents() {
        for (lang, one, many) in [
            (Lang::Es, "información", "informaciones"),
            (Lang::Es, "patente", "patentes"),
            (Lang::Es, "importacion", "importación"),
            (Lang::Pt, "importação", "importações"),
            (Lang::Pt, "importacao", "importação"),
            (Lang::En, "visa", "visas"),
        ] {
            assert_eq!(words(lang, one), words(lang, many), "{one} and {many}");
        }
    }

    #[test]
    fn a_singular_keeps_words_apart_that_share_a_stem() {
        for (lang, one, many) in [
            (Lang::Es, "solar", "solares"),
            (Lang::Es, "capacidad", "capacidades"),
            (Lang::Es, "luz", "luces"),
            (Lang::Es, "virus", "virus"),
            (Lang::Pt, "acao", "acoes"),
            (Lang::Pt, "animal", "animais"),
            (Lang::Pt, "imagem", "imagens"),
            (Lang::En, "battery", "batteries"),
            (Lang::En, "process", "processes"),
            (Lang::En, "analysis", "analysis"),
        ] {
            assert_eq!(singular(lang, one), singular(lang, many), "{one} and {many}");
        }
        assert_eq!(stem(Lang::Es, "importante"), stem(Lang::Es, "importar"));
        assert_ne!(singular(Lang::Es, "importante"), singular(Lang::Es, "importar"));
    }

    #[test]
    fn chinese_words_are_pairs() {
        assert_eq!(words(Lang::Zh, "办RUT的税"), ["办", "rut", "的税"]);
    }
}
