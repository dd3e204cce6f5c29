//! Reads the content folder, `faq/<category>/<id>.toml`, and finds everything that is wrong with it at once.
//! One file's own faults are found in `file`, those between entries here; nothing is indexed and nothing is repaired.

mod figures;
mod file;

use std::{
    collections::{HashMap, HashSet},
    fmt, fs, io,
    num::NonZero,
    path::{Path, PathBuf},
};

use jiff::civil::Date;
use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::domain::Lang;

use super::{Category, Entry};
use file::{Draft, WayToAsk};

/// One thing that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    pub file: PathBuf,
    /// Counted from one.
    pub line: usize,
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file.display(), self.line, self.what)
    }
}

/// What a content folder holds.
#[derive(Debug, Default)]
pub struct Content {
    /// The entries in the order of their ids, as far as they could be read.
    pub entries: Vec<Entry>,
    /// What keeps the content from being published.
    pub problems: Vec<Problem>,
    /// What somebody should look at.
    pub warnings: Vec<Problem>,
}

/// Reads and checks a folder like `index/faq`. Entries past review on this day, and figures that differ between the languages of an
/// entry, are warnings; everything else that is wrong is a problem.
#[must_use]
pub fn read(root: &Path, today: Date) -> Content {
    let mut found = Content::default();
    let files = files_of(root, &mut found.problems).unwrap_or_else(|error| {
        found.problem(root, 1, format!("the content folder cannot be read: {error}"));
        Vec::new()
    });
    let drafts = read_files(&files, &mut found);
    if drafts.is_empty() && found.problems.is_empty() {
        found.problem(root, 1, "there is no entry in this folder".to_owned());
    }
    check_ids(&drafts, &mut found);
    check_related(&drafts, &mut found);
    check_phrasings(&drafts, &mut found);
    for draft in &drafts {
        if draft.entry.is_past_review(today) {
            found.warning(&draft.path, draft.review_by_line, format!("past its review since {}", draft.entry.review_by));
        }
    }
    found.problems.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    found.warnings.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    found.entries = drafts.into_iter().map(|draft| draft.entry).collect();
    found.entries.sort_by(|a, b| a.id.cmp(&b.id));
    found
}

impl Content {
    fn problem(&mut self, file: &Path, line: usize, what: String) {
        self.problems.push(Problem { file: file.to_owned(), line, what });
    }

    fn warning(&mut self, file: &Path, line: usize, what: String) {
        self.warnings.push(Problem { file: file.to_owned(), line, what });
    }
}

/// The entry files in a fixed order. A folder that is no category, or a file where none belongs, is a problem.
fn files_of(root: &Path, problems: &mut Vec<Problem>) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut wrong =
        |path: &Path, what: &str| problems.push(Problem { file: path.to_owned(), line: 1, what: what.to_owned() });
    for folder in sorted(root)? {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        if !folder.is_dir() {
            wrong(&folder, "an entry stands in the folder of its category");
            continue;
        }
        if Category::parse(&name).is_none() {
            wrong(&folder, "unknown category");
        }
        for path in sorted(&folder)? {
            if path.extension().is_some_and(|ending| ending == "toml") {
                files.push(path);
            } else if !path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')) {
                wrong(&path, "only .toml files belong here");
            }
        }
    }
    Ok(files)
}

fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?.map(|item| Ok(item?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

/// Reads the files in their order, as many at a time as there are cores.
fn read_files(files: &[PathBuf], found: &mut Content) -> Vec<Draft> {
    let n_cores = std::thread::available_parallelism().map_or(1, NonZero::get);
    let parts: Vec<(Vec<Draft>, Content)> = std::thread::scope(|scope| {
        let parts = files.chunks(files.len().div_ceil(n_cores).max(1));
        let threads: Vec<_> = parts.map(|part| scope.spawn(|| read_part(part))).collect();
        let joined = threads.into_iter().map(|thread| thread.join());
        joined.map(|done| done.unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
    });
    let mut drafts = Vec::with_capacity(files.len());
    for (mut part, Content { problems, warnings, .. }) in parts {
        drafts.append(&mut part);
        found.problems.extend(problems);
        found.warnings.extend(warnings);
    }
    drafts
}

fn read_part(files: &[PathBuf]) -> (Vec<Draft>, Content) {
    let mut found = Content::default();
    let mut drafts = Vec::with_capacity(files.len());
    for path in files {
        if let Some(mut draft) = read_file(path, &mut found) {
            found.warnings.extend(figures::compare(&draft));
            draft.entry = draft.entry.revised();
            drafts.push(draft);
        }
    }
    (drafts, found)
}

fn read_file(path: &Path, found: &mut Content) -> Option<Draft> {
    match fs::read_to_string(path) {
        Ok(text) => file::read(path, &text, &mut found.problems),
        Err(error) => {
            found.problem(path, 1, format!("cannot be read: {error}"));
            None
        }
    }
}

fn check_ids(drafts: &[Draft], found: &mut Content) {
    let mut seen: HashMap<&str, &Draft> = HashMap::new();
    for draft in drafts {
        if let Some(first) = seen.insert(&draft.entry.id, draft) {
            let what = format!("the id {:?} is already taken in {:?}", draft.entry.id, folder_of(first));
            found.problem(&draft.path, 1, what);
        }
    }
}

fn folder_of(draft: &Draft) -> &str {
    draft.path.parent().and_then(Path::file_name).and_then(|name| name.to_str()).unwrap_or_default()
}

fn check_related(drafts: &[Draft], found: &mut Content) {
    let ids: HashSet<&str> = drafts.iter().map(|draft| draft.entry.id.as_str()).collect();
    for draft in drafts {
        for (line, id) in &draft.related {
            if *id == draft.entry.id {
                found.problem(&draft.path, *line, "an entry is not related to itself".to_owned());
            } else if !ids.contains(id.as_str()) {
                found.problem(&draft.path, *line, format!("related entry {id:?} does not exist"));
            }
        }
    }
}

/// The same words must not lead to two entries, or the bot could never be sure of either.
fn check_phrasings(drafts: &[Draft], found: &mut Content) {
    let mut seen: FxHashMap<(Lang, &str), (&Draft, usize)> = FxHashMap::default();
    for draft in drafts {
        for WayToAsk { lang, line, text, key } in &draft.ways_to_ask {
            match seen.get(&(*lang, key.as_str())) {
                Some((other, _)) if other.path == draft.path => {
                    found.warning(&draft.path, *line, format!("{text:?} stands twice in [{}]", lang.code()));
                }
                Some((other, other_line)) => {
                    let what = format!("{text:?} in [{}] also leads to {}", lang.code(), other.entry.id);
                    found.problem(&draft.path, *line, format!("{what} (its line {other_line})"));
                }
                None => {
                    seen.insert((*lang, key), (draft, *line));
                }
            }
        }
    }
}
