//! Reads an evaluation set: entries, questions, and which entry answers which question.
//! Lines are JSON (`.gz` too); fields that are not needed are ignored.

use std::{
    collections::{BTreeMap, HashMap},
    fs::File,
    io::{BufRead, BufReader, Read},
    path::Path,
};

use anyhow::Context;
use jiff::civil::Date;
use serde::{Deserialize, de::DeserializeOwned};

use crate::{
    domain::Lang,
    faq::{Category, Confidence, Entry, Words, content},
};

/// A question of the set.
#[derive(Debug, Deserialize)]
pub(super) struct Query {
    pub id: String,
    /// `es`, `zh`, `zht` (Traditional), `en` or `pt`.
    pub lang: String,
    #[serde(default)]
    pub text: String,
}

#[derive(Deserialize)]
struct Line {
    id: String,
    lang: String,
    #[serde(default)]
    question: String,
    #[serde(default)]
    alts: Vec<String>,
    #[serde(default)]
    answer: String,
}

/// What is searched, by the entry's id.
pub(super) type Entries = BTreeMap<String, Labelled>;

/// An entry without its words, and these by the language as the set names it.
pub(super) struct Labelled {
    frame: Entry,
    words: BTreeMap<String, Words>,
}

impl Labelled {
    pub fn labels(&self) -> impl Iterator<Item = &String> {
        self.words.keys()
    }
}

/// Query id → entry id → relevance.
pub(super) type Relevance = HashMap<String, HashMap<String, f64>>;

/// One of our languages for one of the set's.
pub(super) fn lang(label: &str) -> anyhow::Result<Lang> {
    let known = if label == "zht" { Some(Lang::Zh) } else { Lang::from_tag(label) };
    known.with_context(|| format!("unknown language {label:?}"))
}

/// Reads the entries of a JSONL file or of a folder like `index/faq`.
pub(super) fn entries(path: &Path, today: Date) -> anyhow::Result<Entries> {
    let mut found = Entries::new();
    if path.is_dir() {
        let content = content::read(path, today);
        if let Some(problem) = content.problems.first() {
            anyhow::bail!("{} problems in the content; the first: {problem}", content.problems.len());
        }
        for mut frame in content.entries {
            let words = std::mem::take(&mut frame.words);
            let words = words.into_iter().map(|(lang, words)| (lang.code().to_owned(), words)).collect();
            found.insert(frame.id.clone(), Labelled { frame, words });
        }
        return Ok(found);
    }
    for line in lines::<Line>(path)? {
        lang(&line.lang).with_context(|| format!("entry {}", line.id))?;
        let words = Words { question: line.question, phrasings: line.alts, answer: line.answer };
        let bare = || Labelled { frame: bare(&line.id), words: BTreeMap::new() };
        found.entry(line.id.clone()).or_insert_with(bare).words.insert(line.lang, words);
    }
    Ok(found)
}

/// The entries in the languages that are wanted, as the FAQ knows them.
pub(super) fn as_entries(entries: &Entries, wanted: impl Fn(&str) -> bool) -> Vec<Entry> {
    let mut found = Vec::new();
    for labelled in entries.values() {
        let mut words = BTreeMap::new();
        for (label, one) in labelled.words.iter().filter(|(label, _)| wanted(label)) {
            // Simplified comes before Traditional in this order and is kept where an entry has both.
            words.entry(lang(label).unwrap_or(Lang::En)).or_insert_with(|| one.clone());
        }
        if !words.is_empty() {
            found.push(Entry { words, ..labelled.frame.clone() });
        }
    }
    found
}

/// A set of lines says nothing of countries, sources and dates.
fn bare(id: &str) -> Entry {
    Entry {
        id: id.to_owned(),
        category: Category::CentreServices,
        jurisdiction: "both".to_owned(),
        confidence: Confidence::Known,
        valid_from: None,
        as_of: None,
        reviewed: Date::ZERO,
        review_by: Date::MAX,
        related: Vec::new(),
        sources: Vec::new(),
        words: BTreeMap::new(),
        revision: String::new(),
    }
}

/// Reads the questions.
pub(super) fn queries(path: &Path) -> anyhow::Result<Vec<Query>> {
    let queries = lines::<Query>(path)?;
    for query in &queries {
        lang(&query.lang).with_context(|| format!("query {}", query.id))?;
    }
    Ok(queries)
}

/// Reads `query_id<TAB>id<TAB>relevance` lines, with or without a header.
pub(super) fn relevance(path: &Path) -> anyhow::Result<Relevance> {
    let mut found = Relevance::new();
    for (number, line) in reader(path)?.lines().enumerate() {
        let line = line.with_context(|| format!("read {}", path.display()))?;
        let mut columns = line.trim_end().split('\t');
        let (Some(query), Some(id)) = (columns.next().filter(|query| !query.is_empty()), columns.next()) else {
            continue;
        };
        let relevance = columns.next().map_or(Ok(1.0), str::parse::<f64>);
        match relevance {
            Ok(relevance) if relevance > 0.0 => {
                found.entry(query.to_owned()).or_default().insert(id.to_owned(), relevance);
            }
            Err(_) if number > 0 => anyhow::bail!("{}:{}: the relevance is not a number", path.display(), number + 1),
            // Relevance zero, or the header.
            _ => {}
        }
    }
    Ok(found)
}

fn lines<T: DeserializeOwned>(path: &Path) -> anyhow::Result<Vec<T>> {
    let mut found = Vec::new();
    for (number, line) in reader(path)?.lines().enumerate() {
        let line = line.with_context(|| format!("read {}", path.display()))?;
        if !line.trim().is_empty() {
            found.push(serde_json::from_str(&line).with_context(|| format!("{}:{}", path.display(), number + 1))?);
        }
    }
    Ok(found)
}

fn reader(path: &Path) -> anyhow::Result<BufReader<Box<dyn Read>>> {
    let file = File::open(path).with_context(|| format!("open {}", path.display()))?;
    let is_packed = path.extension().is_some_and(|ending| ending == "gz");
    Ok(BufReader::new(if is_packed { Box::new(flate2::read::MultiGzDecoder::new(file)) } else { Box::new(file) }))
}
