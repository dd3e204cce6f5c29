//! Canned replies: what the staff say again and again, in every language, with places for what differs. Read from
//! `index/replies/` and checked; one file a subject.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use serde::Deserialize;

use crate::domain::{Lang, Problem, Severity, code_list};

code_list! {
    /// What a canned reply may leave open.
    Variable, "variable" {
        /// The number of the request.
        Reference = "reference",
        /// The title of the request.
        Title = "title",
        Organisation = "organisation",
        /// Whoever of the staff sends it.
        Staff = "staff",
        /// The day by which the partner hears again, a working day from now.
        NextDay = "next-day",
    }
}

/// Characters of a reply, so that it fits into one message with everything filled in.
const MOST: usize = 2000;

/// A reply in four languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Canned {
    pub key: String,
    /// What it is called in the list.
    pub labels: [String; 4],
    pub words: [String; 4],
}

/// All of them, in the order of their names. Clones are cheap.
#[derive(Debug, Clone)]
pub struct Replies(Arc<Vec<Canned>>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    label: Words,
    words: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    es: String,
    zh: String,
    en: String,
    pt: String,
}

impl Words {
    fn in_order(self) -> [String; 4] {
        [self.es, self.zh, self.en, self.pt].map(|words| words.trim().to_owned())
    }
}

impl Replies {
    /// Reads the folder `replies` of the content; without one there are no canned replies.
    ///
    /// # Errors
    /// All problems of all files.
    pub fn open(content: &Path) -> Result<Self, Vec<Problem>> {
        let (found, problems) = read(&content.join("replies"));
        if problems.is_empty() { Ok(Self(Arc::new(found))) } else { Err(problems) }
    }

    /// Every reply.
    #[must_use]
    pub fn all(&self) -> &[Canned] {
        &self.0
    }

    /// The reply of this name.
    #[must_use]
    pub fn named(&self, key: &str) -> Option<&Canned> {
        self.0.iter().find(|canned| canned.key == key)
    }
}

impl Canned {
    /// The words in this language with everything filled in.
    ///
    /// # Errors
    /// The variables that the reply needs and that are not known here; a reply with a hole is not sent.
    pub fn filled(&self, lang: Lang, known: &BTreeMap<Variable, String>) -> Result<String, Vec<Variable>> {
        let (mut filled, mut missing) = (String::new(), Vec::new());
        for piece in pieces(&self.words[lang.index()]) {
            match piece {
                Piece::Words(words) => filled.push_str(words),
                Piece::Hole(name) => match Variable::parse(name) {
                    Some(variable) => match known.get(&variable).filter(|value| !value.trim().is_empty()) {
                        Some(value) => filled.push_str(value),
                        None if missing.contains(&variable) => {}
                        None => missing.push(variable),
                    },
                    // `open` refuses a name that is none.
                    None => filled.push_str(name),
                },
            }
        }
        if missing.is_empty() { Ok(filled) } else { Err(missing) }
    }
}

enum Piece<'a> {
    Words(&'a str),
    Hole(&'a str),
}

/// The words between the holes, which are written `{name}`.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, behind)) = after.split_once('}') else { break };
        found.push(Piece::Words(before));
        found.push(Piece::Hole(name.trim()));
        rest = behind;
    }
    found.push(Piece::Words(rest));
    found
}

/// What is wrong with the canned replies of a content folder.
#[must_use]
pub fn check(content: &Path) -> Vec<Problem> {
    read(&content.join("replies")).1
}

fn read(folder: &Path) -> (Vec<Canned>, Vec<Problem>) {
    let (mut found, mut problems) = (Vec::new(), Vec::new());
    let Ok(entries) = fs::read_dir(folder) else { return (found, problems) };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    paths.sort();
    for path in paths {
        match read_file(&path) {
            Ok(canned) => {
                problems.extend(wrong(&path, &canned));
                found.push(canned);
            }
            Err(problem) => problems.push(problem),
        }
    }
    (found, problems)
}

fn problem(file: &Path, line: usize, what: String) -> Problem {
    Problem { file: file.to_owned(), line, what, severity: Severity::Error }
}

fn read_file(path: &Path) -> Result<Canned, Problem> {
    let text = fs::read_to_string(path).map_err(|error| problem(path, 0, format!("cannot be read: {error}")))?;
    let file: File = toml::from_str(&text).map_err(|error| {
        let line = error.span().map_or(0, |span| 1 + text[..span.start.min(text.len())].matches('\n').count());
        problem(path, line, error.message().to_owned())
    })?;
    let key = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(Canned { key, labels: file.label.in_order(), words: file.words.in_order() })
}

/// Holes that nobody can fill, languages that say less than others, words that are too long.
fn wrong(path: &Path, canned: &Canned) -> Vec<Problem> {
    let mut problems = Vec::new();
    let holes = |words: &str| -> Vec<String> {
        let mut names: Vec<String> = pieces(words)
            .into_iter()
            .filter_map(|piece| match piece {
                Piece::Hole(name) => Some(name.to_owned()),
                Piece::Words(_) => None,
            })
            .collect();
        names.sort();
        names.dedup();
        names
    };
    let first = holes(&canned.words[0]);
    for lang in Lang::ALL {
        let words = &canned.words[lang.index()];
        for name in holes(words).iter().filter(|name| Variable::parse(name).is_none()) {
            problems.push(problem(path, 0, format!("{}: `{{{name}}}` is no variable", lang.code())));
        }
        if holes(words) != first {
            problems.push(problem(path, 0, format!("{}: other variables than in es", lang.code())));
        }
        let is = words.chars().count();
        if is == 0 || is > MOST || canned.labels[lang.index()].is_empty() {
            problems.push(problem(
                path,
                0,
                format!("{}: label and words are needed, of at most {MOST} characters", lang.code()),
            ));
        }
    }
    // The name is part of a button's payload of 64 bytes.
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if canned.key.is_empty() || canned.key.len() > 32 || !canned.key.chars().all(plain) {
        problems.push(problem(path, 0, "the name of the file is lower-case letters, digits and dashes, 32 at most".into()));
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reply_with_a_hole_is_not_sent() {
        let words = ["Hola {reference}, {staff}".to_owned(), "您好".into(), "Hello".into(), "Olá".into()];
        let canned = Canned { key: "a".into(), labels: words.clone(), words };
        let mut known = BTreeMap::from([(Variable::Staff, "Anna".to_owned()), (Variable::Reference, " ".to_owned())]);
        assert_eq!(canned.filled(Lang::Es, &known), Err(vec![Variable::Reference]));
        known.insert(Variable::Reference, "CL-2026-00042-7".into());
        assert_eq!(canned.filled(Lang::Es, &known).unwrap(), "Hola CL-2026-00042-7, Anna");
        let told: Vec<String> = wrong(Path::new("a.toml"), &canned).into_iter().map(|problem| problem.what).collect();
        assert_eq!(
            told,
            ["zh: other variables than in es", "en: other variables than in es", "pt: other variables than in es"]
        );
    }
}
