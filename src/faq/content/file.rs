//! One entry file: TOML with the line of everything, so that each fault can be shown where it stands.
//! A file that cannot be parsed gives its syntax errors only; one that can gives all its faults together.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use jiff::civil::Date;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::{
    domain::Lang,
    faq::{Category, Confidence, Entry, Source, Words},
    text,
};

use super::Problem;

/// A message may have 4096 UTF-16 units; the rest is left to the sources, the dates and the marks below the answer.
const LONGEST_ANSWER: usize = 3000;

/// An entry as read, with the lines that the checks between entries need.
pub(super) struct Draft {
    pub path: PathBuf,
    pub entry: Entry,
    pub related: Vec<(usize, String)>,
    pub ways_to_ask: Vec<WayToAsk>,
    pub answer_lines: BTreeMap<Lang, usize>,
    pub review_by_line: usize,
}

/// A way to ask with the line where it stands.
pub(super) struct WayToAsk {
    pub lang: Lang,
    pub line: usize,
    pub text: String,
    /// The same for ways that differ in nothing that a search sees.
    pub key: String,
}

impl WayToAsk {
    fn new(lang: Lang, line: usize, text: &str) -> Self {
        let key = text::tokens(text).into_iter().map(|token| token.text + " ").collect();
        Self { lang, line, text: text.to_owned(), key }
    }
}

/// Reads one file. `None` when so much is missing that there is no entry; the reasons are then among the problems.
pub(super) fn read(path: &Path, text: &str, problems: &mut Vec<Problem>) -> Option<Draft> {
    let (root, errors) = DeTable::parse_recoverable(text);
    let line_ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at).collect();
    let mut file = File { path, line_ends, problems };
    if !errors.is_empty() {
        for error in errors {
            file.problem(error.span().map_or(0, |span| span.start), error.message().to_owned());
        }
        return None;
    }
    file.draft(root.get_ref())
}

/// An entry in one language, with its lines.
struct Said {
    lang: Lang,
    words: Words,
    ways_to_ask: Vec<WayToAsk>,
    answer_line: usize,
}

struct File<'a> {
    path: &'a Path,
    line_ends: Vec<usize>,
    problems: &'a mut Vec<Problem>,
}

type Value<'a> = Spanned<DeValue<'a>>;

impl File<'_> {
    fn draft(&mut self, root: &DeTable<'_>) -> Option<Draft> {
        self.refuse_unknown(
            root,
            &[
                "category",
                "jurisdiction",
                "valid_from",
                "as_of",
                "reviewed",
                "review_by",
                "confidence",
                "related",
                "source",
                "es",
                "zh",
                "en",
                "pt",
            ],
        );
        let category = self.category(root);
        let jurisdiction = self.jurisdiction(root);
        let confidence = self.code(root, "confidence", "verified, known or uncertain", Confidence::parse);
        let (valid_from, as_of) = (self.date(root, "valid_from"), self.date(root, "as_of"));
        let (reviewed, review_by) = (self.needed_date(root, "reviewed"), self.needed_date(root, "review_by"));
        if let (Some(reviewed), Some(review_by)) = (reviewed, review_by)
            && review_by <= reviewed
        {
            self.problem(start_of(root, "review_by"), "review_by must be later than reviewed".to_owned());
        }
        let related = root.get("related").map(|value| self.strings(value, "related")).unwrap_or_default();
        let sources = self.sources(root);
        let said: Vec<Said> = Lang::ALL.iter().filter_map(|lang| self.said(root, *lang)).collect();
        // Only now may what is missing end the reading: every problem has been named.
        Some(Draft {
            path: self.path.to_owned(),
            entry: Entry {
                id: self.path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
                category: category?,
                jurisdiction: jurisdiction?,
                confidence: confidence?,
                valid_from,
                as_of,
                reviewed: reviewed?,
                review_by: review_by?,
                related: related.iter().map(|(_, id)| id.clone()).collect(),
                sources,
                words: said.iter().map(|said| (said.lang, said.words.clone())).collect(),
                revision: String::new(),
            },
            related,
            answer_lines: said.iter().map(|said| (said.lang, said.answer_line)).collect(),
            ways_to_ask: said.into_iter().flat_map(|said| said.ways_to_ask).collect(),
            review_by_line: self.line(start_of(root, "review_by")),
        })
    }

    fn category(&mut self, root: &DeTable<'_>) -> Option<Category> {
        let category = self.code(root, "category", "one of the 18 categories", Category::parse)?;
        let folder = self.path.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy().into_owned();
        if folder != category.code() {
            self.problem(start_of(root, "category"), format!("the file stands in the folder {folder:?}"));
        }
        Some(category)
    }

    fn jurisdiction(&mut self, root: &DeTable<'_>) -> Option<String> {
        self.code(root, "jurisdiction", "CL, CN, both, LAC, or another ISO 3166 code", |code| {
            let is_country = code.len() == 2 && code.bytes().all(|letter| letter.is_ascii_uppercase());
            (is_country || matches!(code, "both" | "LAC")).then(|| code.to_owned())
        })
    }

    fn code<T>(&mut self, table: &DeTable<'_>, key: &str, wanted: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let value = self.needed(table, key, 0)?;
        let parsed = value.get_ref().as_str().and_then(parse);
        if parsed.is_none() {
            self.problem(value.span().start, format!("{key} must be {wanted}"));
        }
        parsed
    }

    fn needed_date(&mut self, table: &DeTable<'_>, key: &str) -> Option<Date> {
        self.needed(table, key, 0)?;
        self.date(table, key)
    }

    fn date(&mut self, table: &DeTable<'_>, key: &str) -> Option<Date> {
        let value = table.get(key)?;
        let date = value.get_ref().as_datetime().and_then(|datetime| datetime.to_string().parse().ok());
        if date.is_none() {
            self.problem(value.span().start, format!("{key} must be a date such as 2026-11-22"));
        }
        date
    }

    fn sources(&mut self, root: &DeTable<'_>) -> Vec<Source> {
        let Some(value) = self.needed(root, "source", 0) else { return Vec::new() };
        let tables = value.get_ref().as_array().map(|array| array.iter().collect::<Vec<_>>()).unwrap_or_default();
        if tables.is_empty() {
            self.problem(value.span().start, "an entry names at least one [[source]]".to_owned());
        }
        tables.into_iter().filter_map(|table| self.source(table)).collect()
    }

    fn source(&mut self, value: &Value<'_>) -> Option<Source> {
        let start = value.span().start;
        let Some(table) = value.get_ref().as_table() else {
            self.problem(start, "a source is a [[source]] table".to_owned());
            return None;
        };
        self.refuse_unknown(table, &["title", "article", "url"]);
        let title = self.needed(table, "title", start).and_then(|value| self.string(value, "title"));
        let article = table.get("article").and_then(|value| self.string(value, "article"));
        let url = table.get("url").and_then(|value| self.url(value));
        Some(Source { title: title?, article, url })
    }

    fn url(&mut self, value: &Value<'_>) -> Option<String> {
        let url = self.string(value, "url")?;
        let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
        if rest.is_none_or(|rest| rest.is_empty() || rest.contains(char::is_whitespace)) {
            self.problem(value.span().start, "url must begin with https:// or http:// and have no spaces".to_owned());
        }
        Some(url)
    }

    fn said(&mut self, root: &DeTable<'_>, lang: Lang) -> Option<Said> {
        let value = self.needed(root, lang.code(), 0)?;
        let start = value.span().start;
        let Some(table) = value.get_ref().as_table() else {
            self.problem(start, format!("[{}] must be a table", lang.code()));
            return None;
        };
        self.refuse_unknown(table, &["question", "phrasings", "answer"]);
        let question = self.needed(table, "question", start).and_then(|value| self.string(value, "question"));
        let phrasings = table.get("phrasings").map(|value| self.strings(value, "phrasings")).unwrap_or_default();
        let answer = self.needed(table, "answer", start).and_then(|value| self.answer(value));
        let (question, answer) = (question?, answer?);
        let asked = WayToAsk::new(lang, self.line(start_of(table, "question")), &question);
        let ways = phrasings.iter().map(|(line, phrasing)| WayToAsk::new(lang, *line, phrasing));
        Some(Said {
            lang,
            ways_to_ask: std::iter::once(asked).chain(ways).collect(),
            answer_line: self.line(start_of(table, "answer")),
            words: Words { question, phrasings: phrasings.into_iter().map(|(_, phrasing)| phrasing).collect(), answer },
        })
    }

    fn answer(&mut self, value: &Value<'_>) -> Option<String> {
        let answer = self.string(value, "answer")?;
        let length = answer.encode_utf16().count();
        if length > LONGEST_ANSWER {
            let what = format!("the answer has {length} UTF-16 units; {LONGEST_ANSWER} fit into one message");
            self.problem(value.span().start, what);
        }
        Some(answer)
    }

    fn strings(&mut self, value: &Value<'_>, key: &str) -> Vec<(usize, String)> {
        let Some(array) = value.get_ref().as_array() else {
            self.problem(value.span().start, format!("{key} must be a list"));
            return Vec::new();
        };
        array.iter().filter_map(|item| Some((self.line(item.span().start), self.string(item, key)?))).collect()
    }

    /// A text without its outer white space; empty is a problem.
    fn string(&mut self, value: &Value<'_>, key: &str) -> Option<String> {
        let text = value.get_ref().as_str().map(str::trim).filter(|text| !text.is_empty());
        if text.is_none() {
            self.problem(value.span().start, format!("{key} must be a text that is not empty"));
        }
        text.map(str::to_owned)
    }

    fn needed<'t, 'i>(&mut self, table: &'t DeTable<'i>, key: &str, table_start: usize) -> Option<&'t Value<'i>> {
        let value = table.get(key);
        if value.is_none() {
            self.problem(table_start, format!("{key} is missing"));
        }
        value
    }

    fn refuse_unknown(&mut self, table: &DeTable<'_>, known: &[&str]) {
        for (key, _) in table.iter().filter(|(key, _)| !known.contains(&key.get_ref().as_ref())) {
            self.problem(key.span().start, format!("unknown key {:?}", key.get_ref()));
        }
    }

    fn problem(&mut self, start: usize, what: String) {
        let line = self.line(start);
        self.problems.push(Problem { file: self.path.to_owned(), line, what });
    }

    fn line(&self, start: usize) -> usize {
        1 + self.line_ends.partition_point(|end| *end < start)
    }
}

fn start_of(table: &DeTable<'_>, key: &str) -> usize {
    table.get(key).map_or(0, |value| value.span().start)
}
