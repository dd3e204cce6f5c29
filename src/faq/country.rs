//! Which country's law a question asks about: the same topic often has an entry for Chile and one for China, and to mistake
//! one for the other is the worst answer the bot could give. A third country is worse still: a visa for Canada is in no entry.
//! Only words are looked at; no word, no opinion.

use std::sync::LazyLock;

use crate::{
    domain::Lang,
    text::{Script, Token},
};

use super::Entry;

/// A country's name says where, and so does a town in which something happens. Where people and goods come from, what is called
/// after a country, or a town by itself, says half as much.
const WHERE: f32 = 1.0;
const WHENCE: f32 = 0.4;

/// What stands before a place in which something happens, or to which something goes; in Chinese at the end of the run before.
const INTO: [&str; 10] = ["en", "in", "em", "na", "no", "a", "to", "para", "hacia", "at"];
const INTO_IN_CHINESE: [&str; 8] = ["在", "去", "到", "来", "进", "往", "给", "回"];
/// What stands before a place from which something comes.
const FROM: [&str; 6] = ["de", "del", "do", "da", "desde", "from"];
/// What follows a country's name in Chinese when it tells where somebody comes from.
const FROM_IN_CHINESE: &str = "人 公司 企业 工厂 厂 酒庄 大学 高校 学校 团队 老板 客户 买家 卖家 供应商 合作 伙伴 学生 教授 老师 专家 员工 同事 朋友 太太 律师 护照 籍";

/// One of the two countries whose law the entries tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Land {
    Chile,
    China,
}

impl Land {
    const BOTH: [Self; 2] = [Self::Chile, Self::China];

    /// What it is called in this language, folded.
    pub fn name(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Chile, Lang::Zh) => "智利",
            (Self::China, Lang::Zh) => "中国",
            (Self::Chile, _) => "chile",
            (Self::China, _) => "china",
        }
    }

    fn names_in_chinese(self) -> &'static [&'static str] {
        match self {
            Self::Chile => &["智利", "智方"],
            Self::China => &["中国", "国内", "我国", "大陆"],
        }
    }

    fn adjectives(self) -> &'static [&'static str] {
        match self {
            Self::Chile => &["chileno", "chilena", "chilenos", "chilenas", "chilean"],
            Self::China => &["chino", "chinos", "chinas", "chinese", "chines", "chinesa", "chineses", "chinesas"],
        }
    }

    /// Its towns and provinces, folded.
    fn places(self) -> &'static [&'static str] {
        static PLACES: LazyLock<[Vec<&str>; 2]> = LazyLock::new(|| {
            let mut lines = include_str!("gazetteer.txt").lines().map(|line| line.split(',').collect());
            std::array::from_fn(|_| lines.next().unwrap_or_default())
        });
        &PLACES[self as usize]
    }

    /// Whether this run of the question names it by its name.
    fn is_named_by(self, token: &Token) -> bool {
        match token.script {
            Script::Han => self.names_in_chinese().iter().any(|name| token.text.contains(name)),
            _ => token.text == self.name(Lang::En),
        }
    }

    /// How plainly the run at this place says that the question is about it.
    fn meant_by(self, tokens: &[Token], at: usize) -> f32 {
        let token = &tokens[at];
        let word = token.text.as_str();
        let before = at.checked_sub(1).map_or("", |before| &tokens[before].text);
        let is_where = if self.is_named_by(token) {
            match token.script {
                Script::Han => self.is_where_in_chinese(word),
                _ => !FROM.contains(&before),
            }
        } else if self.places().contains(&word) {
            match token.script {
                Script::Han => leads_into(before),
                _ => INTO.contains(&before),
            }
        } else if self.adjectives().contains(&word) {
            false
        } else {
            return 0.0;
        };
        if is_where { WHERE } else { WHENCE }
    }

    /// Whether one of its names in this run says more than where somebody comes from.
    fn is_where_in_chinese(self, run: &str) -> bool {
        let named = self.names_in_chinese().iter().flat_map(|name| run.match_indices(name));
        named.into_iter().any(|(at, name)| {
            let after = &run[at + name.len()..];
            leads_into(&run[..at]) || !FROM_IN_CHINESE.split(' ').any(|whose| after.starts_with(whose))
        })
    }

    /// Whether a question names it by its name.
    pub fn is_named_in(self, tokens: &[Token]) -> bool {
        tokens.iter().any(|token| self.is_named_by(token))
    }

    /// The country in which this run is a town or province, with such names standing alone: see [`with_places_apart`].
    pub fn of_place(token: &Token) -> Option<Self> {
        Self::BOTH.into_iter().find(|land| land.places().contains(&token.text.as_str()))
    }
}

/// Whether a place that follows this run of Chinese is one in which something happens.
fn leads_into(run: &str) -> bool {
    INTO_IN_CHINESE.iter().any(|word| run.ends_with(word))
}

/// The runs of a question with the names of places as runs of their own.
pub(super) fn with_places_apart(tokens: Vec<Token>) -> Vec<Token> {
    let places = || Land::BOTH.into_iter().flat_map(|land| land.places());
    let mut apart: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        if token.script != Script::Han {
            match apart.last_mut() {
                Some(before) if places().any(|place| place.split_once(' ') == Some((&before.text, &token.text))) => {
                    before.text = format!("{} {}", before.text, token.text);
                }
                _ => apart.push(token),
            }
            continue;
        }
        let mut rest = token.text.as_str();
        let run = |text: &str| Token { text: text.to_owned(), script: Script::Han };
        while let Some((at, place)) = places().filter_map(|place| Some((rest.find(place)?, place))).min() {
            apart.extend((at > 0).then(|| run(&rest[..at])));
            apart.push(run(place));
            rest = &rest[at + place.len()..];
        }
        apart.extend((!rest.is_empty()).then(|| run(rest)));
    }
    apart
}

/// From 1 (the question is about Chile) to −1 (about China); 0 when it says nothing or speaks of both alike.
pub(super) fn lean(tokens: &[Token]) -> f32 {
    meant(Land::Chile, tokens) - meant(Land::China, tokens)
}

/// Whether a question says anything of Chile or China.
pub(super) fn is_of_either(tokens: &[Token]) -> bool {
    Land::BOTH.into_iter().any(|land| meant(land, tokens) > 0.0)
}

fn meant(land: Land, tokens: &[Token]) -> f32 {
    (0..tokens.len()).map(|at| land.meant_by(tokens, at)).fold(0.0, f32::max)
}

/// The names of other countries in all languages, folded: a line a country, commas between its names.
static OTHERS: LazyLock<Vec<Vec<&str>>> =
    LazyLock::new(|| include_str!("countries.txt").lines().map(|line| line.split(',').collect()).collect());

/// Which third country a question asks about, as far as the entry is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Third {
    /// It names none.
    None,
    /// It names one that the entry speaks of, perhaps in passing.
    Known,
    /// It names one of which nothing stands in the entry.
    Unknown,
}

/// The third countries that a question names, each with all its names.
pub(super) struct Thirds(Vec<&'static [&'static str]>);

impl Thirds {
    pub fn named_in(tokens: &[Token]) -> Self {
        let named = |name: &str| {
            let parts: Vec<&str> = name.split(' ').collect();
            tokens.windows(parts.len()).any(|run| run.iter().zip(&parts).all(|(token, part)| token.text == *part))
                || tokens.iter().any(|token| token.script == Script::Han && token.text.contains(name))
        };
        Self(OTHERS.iter().filter(|names| names.iter().any(|name| named(name))).map(Vec::as_slice).collect())
    }

    /// What an entry has to do with them; `matched` are the words of the question found in it.
    pub fn of(&self, matched: &[String]) -> Third {
        let found = |name: &str| name.split(' ').all(|part| matched.iter().any(|word| word.contains(part)));
        if self.0.is_empty() {
            Third::None
        } else if self.0.iter().all(|names| names.iter().any(|name| found(name))) {
            Third::Known
        } else {
            Third::Unknown
        }
    }
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
    fn where_weighs_more_than_whence() {
        for (question, expected) in [
            ("visa para Chile", 1.0),
            ("visto para a China", -1.0),
            ("empresa china en Chile", 0.0),
            ("empresa de un chino en Chile", 0.6),
            ("empresa de Chile en China", -0.6),
            ("mi jefe chileno quiere vender en Ningbo", -0.6),
            ("vino de Chile", 0.4),
            ("我的智利老板在成都开公司", -0.6),
            ("智利公司去上海参展", -0.6),
            ("清华毕业去圣地亚哥工作", 1.0),
            ("在智利公司要交什么税", 1.0),
            ("我想去智利工作", 1.0),
            ("中国和智利", 0.0),
            ("visa", 0.0),
        ] {
            assert!((lean(&with_places_apart(tokens(question))) - expected).abs() < 1e-6, "{question}");
        }
    }

    #[test]
    fn a_third_country_is_elsewhere_unless_the_entry_speaks_of_it() {
        let matched = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        for (question, words, expected) in [
            ("visa de turista para Canadá", ["visa", "turista"], Third::Unknown),
            ("去加拿大旅游签要准备什么材料", ["去", "旅游签"], Third::Unknown),
            ("a bank account in the United States", ["bank", "account"], Third::Unknown),
            ("visto para o Brasil", ["visto", "brasil"], Third::Known),
            ("visto para o Brasil ou o Peru", ["visto", "brasil"], Third::Unknown),
            ("visa para Chile", ["visa", "para"], Third::None),
        ] {
            assert_eq!(Thirds::named_in(&tokens(question)).of(&matched(&words)), expected, "{question}");
        }
    }
}
