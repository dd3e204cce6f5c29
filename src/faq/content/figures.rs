//! Compares the numbers and dates of an answer between its languages: a slip in one translation is the costliest kind of
//! mistake here and the easiest to overlook. It only warns, because a language may say in words what another says in digits.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    domain::Lang,
    text::{self, Script, Token},
};

use super::{Problem, file::Draft};

/// Up to here languages freely change between words and digits (`tres años`, `3 年`).
const OFTEN_IN_WORDS: f64 = 31.0;

/// A warning for each language that lacks a figure which the majority of the languages has, or has one that no other has.
pub(super) fn compare(draft: &Draft) -> Vec<Problem> {
    let figures: BTreeMap<Lang, BTreeSet<String>> =
        draft.entry.words.iter().map(|(lang, words)| (*lang, figures(&words.answer))).collect();
    let all: BTreeSet<&String> = figures.values().flatten().collect();
    let mut warnings = Vec::new();
    for figure in all {
        let have = figures.values().filter(|set| set.contains(figure)).count();
        for (lang, set) in &figures {
            let alone = have == 1 && set.contains(figure);
            let lacking = have > figures.len() / 2 && !set.contains(figure);
            if figures.len() > 1 && (alone || lacking) {
                let verb = if alone { "has" } else { "lacks" };
                let what = format!("the answer in [{}] {verb} {figure}, unlike the other languages", lang.code());
                let line = draft.answer_lines.get(lang).copied().unwrap_or(1);
                warnings.push(Problem { file: draft.path.clone(), line, what });
            }
        }
    }
    warnings
}

/// The figures of a text, each in one spelling: thousands and decimals normalised, `5 million` and `500万` multiplied out.
fn figures(answer: &str) -> BTreeSet<String> {
    let tokens = text::tokens(&without_addresses(answer));
    let mut found = BTreeSet::new();
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.script == Script::Number) {
        // A section number or a date written with points is no quantity; it stays as it is.
        let Ok(number) = token.text.parse::<f64>() else { continue };
        let value = number * magnitude(&tokens[at + 1..]);
        if value > OFTEN_IN_WORDS || number.fract() != 0.0 {
            found.insert(value.to_string());
        }
    }
    found
}

fn magnitude(after: &[Token]) -> f64 {
    let Some(next) = after.first() else { return 1.0 };
    if next.script == Script::Han {
        let mut chars = next.text.chars();
        return match (chars.next(), chars.next()) {
            (Some('万'), Some('亿')) => 1e12,
            (Some('百'), Some('万')) => 1e6,
            (Some('千'), Some('万')) => 1e7,
            (Some('万'), _) => 1e4,
            (Some('亿'), _) => 1e8,
            _ => 1.0,
        };
    }
    match next.text.as_str() {
        "mil" if after.get(1).is_some_and(|token| token.text.starts_with("millon")) => 1e9,
        "mil" | "thousand" => 1e3,
        "million" | "millon" | "millones" | "milhao" | "milhoes" => 1e6,
        "billion" | "bilhao" | "bilhoes" => 1e9,
        _ => 1.0,
    }
}

/// The text without the targets of its links, whose digits say nothing.
fn without_addresses(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("](") {
        kept.push_str(&rest[..start]);
        rest = rest[start..].find(')').map_or("", |end| &rest[start + end..]);
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_figure_has_one_spelling_in_every_language() {
        let es = figures("Desde 5 millones de dólares, el 97,2 % de 7.336 líneas en 2015 (Ley 20.848), en tres años.");
        let zh = figures("2015年起，500万美元，7,336个税目的97.2%（第20848号法律），3年内。");
        let en = figures("From US$ 5 million, 97.2% of [7,336 lines](https://example.org/99999) in 2015 (Law 20,848).");
        assert_eq!(es, zh);
        assert_eq!(es, en);
        assert_eq!(es.len(), 5);
    }
}
