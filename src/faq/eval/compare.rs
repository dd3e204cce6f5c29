//! What has become better and what worse since an earlier run, question by question.

use std::{collections::HashMap, fs, path::Path};

use anyhow::Context;

use super::Told;

/// A question whose first right entry has moved, or whose verdict has changed where no entry is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    pub query: String,
    pub text: String,
    pub before: String,
    pub now: String,
    pub is_better: bool,
}

/// What an earlier run said of a question.
#[derive(Default)]
struct Before {
    verdict: String,
    ranked: Vec<String>,
}

/// Compares what was told now with the run in this file, as `--run` has written it: what became worse comes first.
///
/// # Errors
/// When the file cannot be read or is no run.
pub fn compare(told: &[Told], old: &Path) -> anyhow::Result<Vec<Moved>> {
    let before = read(old)?;
    let mut moved: Vec<Moved> = told.iter().filter_map(|one| moved(one, before.get(&one.query)?)).collect();
    moved.sort_by_key(|one| one.is_better);
    Ok(moved)
}

fn moved(told: &Told, before: &Before) -> Option<Moved> {
    let (was, is, is_better) = if told.wanted.is_empty() {
        let is_unknown = |verdict: &str| verdict == "unknown";
        let now = told.verdict.code();
        (before.verdict.clone(), now.to_owned(), is_unknown(now) && !is_unknown(&before.verdict))
    } else {
        let was = before.ranked.iter().position(|id| told.wanted.contains(id)).map(|place| place + 1);
        let worth = |rank: Option<usize>| rank.map_or(0, |rank| usize::MAX - rank);
        (place(was), place(told.rank), worth(told.rank) > worth(was))
    };
    let one = Moved { query: told.query.clone(), text: told.text.clone(), before: was, now: is, is_better };
    (one.before != one.now).then_some(one)
}

/// A rank as it is told: none is not among the candidates.
pub(super) fn place(rank: Option<usize>) -> String {
    rank.map_or_else(|| "-".to_owned(), |rank| rank.to_string())
}

fn read(path: &Path) -> anyhow::Result<HashMap<String, Before>> {
    let text = fs::read_to_string(path).with_context(|| format!("read {}", path.display()))?;
    let mut found: HashMap<String, Before> = HashMap::new();
    for (number, line) in text.lines().enumerate() {
        let columns: Vec<&str> = line.split('\t').collect();
        let [query, id, rank, score, ..] = columns[..] else {
            anyhow::bail!("{}:{}: not a line of a run", path.display(), number + 1);
        };
        let before = found.entry(query.to_owned()).or_default();
        match (id, rank) {
            ("-", _) => before.verdict = score.to_owned(),
            _ => before.ranked.push(id.to_owned()),
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::faq::Verdict;

    fn told(query: &str, wanted: &[&str], rank: Option<usize>, verdict: Verdict) -> Told {
        Told {
            query: query.to_owned(),
            lang: "es".to_owned(),
            text: query.to_uppercase(),
            verdict,
            confidence: 0.5,
            first: None,
            wanted: wanted.iter().map(|id| (*id).to_owned()).collect(),
            rank,
        }
    }

    #[test]
    fn what_moved_is_told_and_the_worse_first() {
        let folder = tempfile::tempdir().unwrap();
        let old = folder.path().join("old.tsv");
        let run = "a\t-\t0\tchoose\t0.5\na\tx\t1\t1.0\t0.5\na\ty\t2\t0.9\t0.4\n\
                   b\t-\t0\tsure\t0.9\nb\tx\t1\t1.0\t0.9\nc\t-\t0\tsure\t0.9\nd\t-\t0\tsure\t0.9\nd\tx\t1\t1\t0.9\n";
        fs::write(&old, run).unwrap();
        let now = [
            told("a", &["y"], Some(1), Verdict::Sure),
            told("b", &["x"], None, Verdict::Choose),
            told("c", &[], None, Verdict::Unknown),
            told("d", &["x"], Some(1), Verdict::Sure),
            told("new", &["x"], Some(1), Verdict::Sure),
        ];
        let moved = compare(&now, &old).unwrap();
        let lines: Vec<_> =
            moved.iter().map(|one| (one.query.as_str(), one.before.as_str(), one.now.as_str(), one.is_better)).collect();
        assert_eq!(lines, [("b", "1", "-", false), ("a", "2", "1", true), ("c", "sure", "unknown", true)]);
        fs::write(&old, "no run\n").unwrap();
        assert!(compare(&now, &old).unwrap_err().to_string().ends_with("old.tsv:1: not a line of a run"));
    }
}
