//! The glossary: what one expression is called in other words and in the other languages.
//! It widens a question; entries and answers are never changed by it.

use std::{
    collections::{BTreeMap, HashMap},
    path::Path,
};

use serde::{Deserialize, Serialize};

use crate::{
    domain::Lang,
    text::{self, Script, Token},
};

use super::content::Problem;

/// One meaning with its expressions in each language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Group(BTreeMap<Lang, Vec<String>>);

/// The file: `[[group]]` tables with one list of expressions per language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Groups {
    #[serde(default)]
    pub group: Vec<Group>,
}

/// Reads `<content>/glossary.toml`; a missing file is an empty glossary.
pub(super) fn read(content: &Path) -> Result<Groups, Problem> {
    let file = content.join("glossary.toml");
    let problem = |line, what: String| Problem { file: file.clone(), line, what };
    let text = match std::fs::read_to_string(&file) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Groups::default()),
        Err(error) => return Err(problem(1, format!("cannot be read: {error}"))),
    };
    toml::from_str(&text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        problem(1 + text[..start].matches('\n').count(), error.message().to_owned())
    })
}

/// The glossary made ready for look-up.
#[derive(Default)]
pub(super) struct Glossary {
    groups: Vec<Group>,
    /// First stem (or first character) of an expression → the whole expression and its group.
    by_start: [HashMap<String, Vec<(Vec<String>, usize)>>; Lang::ALL.len()],
}

/// A part of a question that the glossary knows.
pub(super) struct Known<'a> {
    group: &'a Group,
    /// The tokens that the expression covers.
    pub tokens: std::ops::Range<usize>,
    /// How many characters of a Chinese run it covers; for other tokens it covers them whole.
    pub n_chars: usize,
    spelled: String,
}

impl Glossary {
    pub fn new(groups: Groups) -> Self {
        let mut glossary = Self { groups: groups.group, ..Self::default() };
        for (number, group) in glossary.groups.iter().enumerate() {
            for (lang, expressions) in &group.0 {
                for expression in expressions {
                    let parts = parts(*lang, &text::tokens(expression));
                    if let Some(first) = parts.first() {
                        let list = glossary.by_start[lang.index()].entry(first.clone()).or_default();
                        list.push((parts.clone(), number));
                    }
                }
            }
        }
        glossary
    }

    /// The expressions of any language that stand in a question, each meaning once.
    pub fn known_in(&self, tokens: &[Token]) -> Vec<Known<'_>> {
        let mut found: BTreeMap<usize, Known<'_>> = BTreeMap::new();
        for &lang in Lang::ALL {
            let starts = &self.by_start[lang.index()];
            let places = places(lang, tokens);
            for at in 0..places.len() {
                for (parts, number) in starts.get(&places[at].0).into_iter().flatten() {
                    let end = at + parts.len();
                    if end <= places.len() && places[at..end].iter().zip(parts).all(|(place, part)| place.0 == *part) {
                        let tokens = places[at].1..places[end - 1].1 + 1;
                        let is_han = lang == Lang::Zh && parts.iter().all(|part| part.chars().all(text::is_han));
                        let n_chars = if is_han { parts.len() } else { 0 };
                        let known = Known { group: &self.groups[*number], tokens, n_chars, spelled: parts.concat() };
                        let longer = found.get(number).is_none_or(|other| other.spelled.len() < known.spelled.len());
                        if longer {
                            found.insert(*number, known);
                        }
                    }
                }
            }
        }
        found.into_values().collect()
    }
}

impl Known<'_> {
    /// What the same is called in this language, without what was typed already.
    pub fn in_language(&self, lang: Lang) -> impl Iterator<Item = Vec<Token>> {
        let expressions = self.group.0.get(&lang).map(Vec::as_slice).unwrap_or_default();
        expressions
            .iter()
            .map(|expression| text::tokens(expression))
            .filter(move |tokens| parts(lang, tokens).concat() != self.spelled)
    }
}

/// An expression as a list of stems; Chinese as a list of characters, since nothing parts its words.
fn parts(lang: Lang, tokens: &[Token]) -> Vec<String> {
    places(lang, tokens).into_iter().map(|(part, _)| part).collect()
}

fn places(lang: Lang, tokens: &[Token]) -> Vec<(String, usize)> {
    let mut places = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token.script {
            Script::Han => places.extend(token.text.chars().map(|c| (c.to_string(), at))),
            Script::Number => places.push((token.text.clone(), at)),
            Script::Letters => places.push((text::stem(lang, &token.text), at)),
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expression_is_found_inside_chinese_and_by_its_stems() {
        let groups = toml::from_str(
            "[[group]]\nes = [\"visa de trabajo\"]\nzh = [\"工作签证\", \"工签\"]\n[[group]]\nen = [\"tax number\"]\nes = [\"RUT\"]",
        )
        .expect("valid");
        let glossary = Glossary::new(groups);
        let asked = text::tokens("想办智利工签和RUT");
        let known = glossary.known_in(&asked);
        let in_spanish: Vec<_> =
            known.iter().flat_map(|known| known.in_language(Lang::Es)).map(|t| t[0].text.clone()).collect();
        assert_eq!(in_spanish, ["visa"]);
        assert_eq!(glossary.known_in(&text::tokens("dos visas de trabajo")).len(), 1);
        assert!(glossary.known_in(&text::tokens("tourist visa")).is_empty());
    }
}
