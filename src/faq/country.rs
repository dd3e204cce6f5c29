//! Which country's law a question asks about: the same topic often has an entry for Chile and one for China, and to mistake
//! one for the other is the worst answer the bot could give. Only words are looked at; no word, no opinion.

use crate::text::{Script, Token};

use super::Entry;

/// A country's name says where; what people or goods are called after it says half as much.
const NAME: f32 = 1.0;
const ADJECTIVE: f32 = 0.4;

const CHILE: [&str; 3] = ["chile", "santiago", "valparaiso"];
const CHILEAN: [&str; 5] = ["chileno", "chilena", "chilenos", "chilenas", "chilean"];
const CHINA: [&str; 5] = ["china", "beijing", "pekin", "pequim", "shanghai"];
const CHINESE: [&str; 8] = ["chino", "chinos", "chinas", "chinese", "chines", "chinesa", "chineses", "chinesas"];
const CHILE_HAN: [&str; 3] = ["智利", "圣地亚哥", "智方"];
const CHINA_HAN: [&str; 6] = ["中国", "国内", "我国", "大陆", "北京", "上海"];

/// From 1 (the question is about Chile) to −1 (about China); 0 when it says nothing or speaks of both alike.
pub(super) fn lean(tokens: &[Token]) -> f32 {
    let (mut chile, mut china) = (0.0_f32, 0.0_f32);
    for token in tokens {
        let word = token.text.as_str();
        if token.script == Script::Han {
            let has = |names: &[&str]| names.iter().any(|name| word.contains(name));
            chile = chile.max(if has(&CHILE_HAN) { NAME } else { 0.0 });
            china = china.max(if has(&CHINA_HAN) { NAME } else { 0.0 });
            continue;
        }
        let worth = |names: &[&str], adjectives: &[&str]| {
            if names.contains(&word) {
                NAME
            } else if adjectives.contains(&word) {
                ADJECTIVE
            } else {
                0.0
            }
        };
        chile = chile.max(worth(&CHILE, &CHILEAN));
        china = china.max(worth(&CHINA, &CHINESE));
    }
    chile - china
}

/// 1 for an entry about Chile's law, −1 for one about China's, 0 for any other.
pub(super) fn side(entry: &Entry) -> f32 {
    match entry.jurisdiction.as_str() {
        "CL" => 1.0,
        "CN" => -1.0,
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    #[test]
    fn a_country_weighs_more_than_a_nationality() {
        for (question, expected) in [
            ("visa para Chile", 1.0),
            ("visto para a China", -1.0),
            ("empresa china en Chile", 0.0),
            ("empresa de un chino en Chile", 0.6),
            ("我想去智利工作", 1.0),
            ("中国和智利", 0.0),
            ("visa", 0.0),
        ] {
            assert!((lean(&tokens(question)) - expected).abs() < 1e-6, "{question}");
        }
    }
}
