//! Measures the FAQ engine on any set of entries and questions, by the very path that the bot takes.
//! It prints nothing: reports and runs are values, and progress is told to the caller.

mod compare;
mod set;

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
    time::Instant,
};

use serde::Serialize;

use crate::domain::measure;

pub use compare::{Moved, compare};

use super::{
    Answer, MOST_SHOWN, Verdict, glossary, places,
    snapshot::{Snapshot, Source},
    today,
};

/// What to measure.
#[derive(Debug, Clone)]
pub struct Plan {
    /// A JSONL file, or a folder of entries like `index/faq`.
    pub content: PathBuf,
    pub queries: PathBuf,
    pub qrels: Option<PathBuf>,
    /// A query sees only the entries of its own language.
    pub per_lang: bool,
    /// Where the bot's glossary stands.
    pub places: places::Places,
}

/// One line of a run.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub query: String,
    /// The entry, or `-` in the line that gives the verdict.
    pub id: String,
    /// From one; zero in the line that gives the verdict.
    pub rank: usize,
    /// The score, or the verdict.
    pub score: String,
    pub confidence: f32,
}

/// What came of one question.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    pub query: String,
    pub lang: String,
    pub text: String,
    pub verdict: Verdict,
    pub confidence: f32,
    /// The first candidate.
    pub first: Option<String>,
    /// The entries that are right; none for an unanswerable question.
    pub wanted: Vec<String>,
    /// The place of the first right candidate, from one.
    pub rank: Option<usize>,
}

/// All that a measurement gives.
#[derive(Debug, Clone)]
pub struct Measured {
    pub report: Report,
    pub run: Vec<Row>,
    /// Question by question; empty where nothing says which answers are right.
    pub told: Vec<Told>,
}

/// What was measured.
#[derive(Debug, Clone, Serialize)]
pub struct Report {
    pub n_entries: usize,
    pub build_ms: f64,
    pub overall: Measures,
    pub by_language: BTreeMap<String, Measures>,
    pub latency_ms: Latency,
}

/// Measures of a group of questions; none of those that need judgements when there are none.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Measures {
    pub n_queries: usize,
    pub n_answerable: usize,
    pub mrr_10: f64,
    pub recall_1: f64,
    pub recall_5: f64,
    pub ndcg_10: f64,
    /// Of the answerable questions, the share whose first candidate is right.
    pub first_right: f64,
    /// Of the answerable questions, the share to which the bot shows a right entry, alone or to choose.
    pub shown_right: f64,
    /// Answerable against unanswerable questions by the answer's confidence.
    pub auroc: Option<f64>,
    pub verdicts: Verdicts,
}

/// How often which verdict was given, and how often it was right.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Verdicts {
    pub sure: usize,
    /// Of the sure ones, how many had a relevant entry first.
    pub sure_right: usize,
    pub choose: usize,
    /// Of the choices, how many had a relevant entry among the first three.
    pub choose_right: usize,
    pub unknown: usize,
    /// Of the unknown ones, how many were unanswerable.
    pub unknown_right: usize,
}

/// Time of one answer.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Latency {
    pub p50: f64,
    pub p99: f64,
    pub max: f64,
}

/// Indexes the set and asks every question; tells `progress` how many are done out of how many.
pub fn run(plan: &Plan, mut progress: impl FnMut(usize, usize)) -> anyhow::Result<Measured> {
    let entries = set::entries(&plan.content, today())?;
    let queries = set::queries(&plan.queries)?;
    let relevance = plan.qrels.as_deref().map(set::relevance).transpose()?;
    let groups = glossary::read(&plan.places.content).map_err(|problem| anyhow::anyhow!("{problem}"))?;
    let start = Instant::now();
    let engines = engines(plan, &entries, &queries, &groups)?;
    let build_ms = milliseconds(start);
    // A large set takes its time to be indexed, and whoever waits shall see that it is done.
    progress(0, queries.len());
    let mut asked = Vec::with_capacity(queries.len());
    let mut times = Vec::with_capacity(queries.len());
    let mut rows = Vec::new();
    let mut told = Vec::new();
    for (number, query) in queries.iter().enumerate() {
        let engine = &engines[if plan.per_lang { query.lang.as_str() } else { "" }];
        let start = Instant::now();
        let answer = engine.answer(set::lang(&query.lang)?, &query.text);
        times.push(milliseconds(start));
        rows.extend(rows_of(&query.id, &answer));
        let wanted: Option<BTreeMap<String, f64>> = relevance.as_ref().map(|relevance| {
            let all = relevance.get(&query.id).into_iter().flatten();
            all.filter(|(id, _)| engine.entry(id).is_some()).map(|(id, relevance)| (id.clone(), *relevance)).collect()
        });
        told.extend(wanted.as_ref().map(|wanted| Told::new(query, &answer, wanted)));
        asked.push((query.lang.clone(), Asked::judge(&answer, wanted)));
        progress(number + 1, queries.len());
    }
    Ok(Measured { report: report(entries.len(), build_ms, &asked, &times), run: rows, told })
}

/// One engine over everything under the name "", or one for each language of the questions.
fn engines(
    plan: &Plan,
    entries: &set::Entries,
    queries: &[set::Query],
    groups: &glossary::Groups,
) -> anyhow::Result<BTreeMap<String, Snapshot>> {
    let engine =
        |wanted: &dyn Fn(&str) -> bool| Snapshot::in_memory(Source::new(set::as_entries(entries, wanted), groups.clone()));
    if !plan.per_lang {
        return Ok(BTreeMap::from([(String::new(), engine(&|_| true)?)]));
    }
    let labels: BTreeSet<&String> = entries.values().flat_map(set::Labelled::labels).collect();
    let mut engines = BTreeMap::new();
    for asked in queries.iter().map(|query| &query.lang).collect::<BTreeSet<_>>() {
        // Traditional questions meet Simplified entries where a set has no others.
        let own = if labels.contains(asked) { asked.as_str() } else { set::lang(asked)?.code() };
        engines.insert(asked.clone(), engine(&|label| label == own)?);
    }
    Ok(engines)
}

impl Told {
    fn new(query: &set::Query, answer: &Answer, wanted: &BTreeMap<String, f64>) -> Self {
        let mut ids = answer.candidates.iter().map(|candidate| &candidate.entry.id);
        Self {
            query: query.id.clone(),
            lang: query.lang.clone(),
            text: query.text.clone(),
            verdict: answer.verdict,
            confidence: answer.confidence,
            first: answer.candidates.first().map(|candidate| candidate.entry.id.clone()),
            wanted: wanted.keys().cloned().collect(),
            rank: ids.position(|id| wanted.contains_key(id)).map(|place| place + 1),
        }
    }

    /// The line of a per-question report: query, language, verdict, confidence, place of the right entry, first entry, right
    /// entries, question.
    #[must_use]
    pub fn line(&self) -> String {
        let text = self.text.replace(['\t', '\n', '\r'], " ");
        let (place, first) = (compare::place(self.rank), self.first.as_deref().unwrap_or("-"));
        let (verdict, wanted) = (self.verdict.code(), self.wanted.join(","));
        format!("{}\t{}\t{verdict}\t{:.4}\t{place}\t{first}\t{wanted}\t{text}", self.query, self.lang, self.confidence)
    }
}

/// One question as it is counted.
struct Asked {
    /// The relevance of each candidate, best candidate first.
    ranked: Vec<f64>,
    /// The relevance of every relevant entry; none without judgements.
    relevant: Option<Vec<f64>>,
    confidence: f64,
    verdict: Verdict,
}

impl Asked {
    fn judge(answer: &Answer, relevant: Option<BTreeMap<String, f64>>) -> Self {
        let of = |id: &String| relevant.as_ref().and_then(|relevant| relevant.get(id)).copied().unwrap_or(0.0);
        Self {
            ranked: answer.candidates.iter().map(|candidate| of(&candidate.entry.id)).collect(),
            confidence: f64::from(answer.confidence),
            verdict: answer.verdict,
            relevant: relevant.map(|relevant| relevant.into_values().collect()),
        }
    }

    fn is_answerable(&self) -> bool {
        self.relevant.as_ref().is_some_and(|relevant| !relevant.is_empty())
    }

    fn is_shown_right(&self) -> bool {
        match self.verdict {
            Verdict::Sure => self.is_right_within(1),
            Verdict::Choose => self.is_right_within(MOST_SHOWN),
            Verdict::Unknown => false,
        }
    }

    fn is_right_within(&self, k: usize) -> bool {
        self.ranked.iter().take(k).any(|relevance| *relevance > 0.0)
    }
}

fn report(n_entries: usize, build_ms: f64, asked: &[(String, Asked)], times: &[f64]) -> Report {
    let mut by_language: BTreeMap<String, Vec<&Asked>> = BTreeMap::new();
    for (lang, one) in asked {
        by_language.entry(lang.clone()).or_default().push(one);
    }
    let all: Vec<&Asked> = asked.iter().map(|(_, one)| one).collect();
    Report {
        n_entries,
        build_ms,
        overall: measures(&all),
        by_language: by_language.into_iter().map(|(lang, asked)| (lang, measures(&asked))).collect(),
        latency_ms: Latency {
            p50: measure::percentile(times, 0.5),
            p99: measure::percentile(times, 0.99),
            max: measure::percentile(times, 1.0),
        },
    }
}

fn measures(asked: &[&Asked]) -> Measures {
    let answerable: Vec<&&Asked> = asked.iter().filter(|one| one.is_answerable()).collect();
    let mean_of = |measure: &dyn Fn(&[f64], &[f64]) -> f64| {
        let each = answerable.iter().map(|one| measure(&one.ranked, one.relevant.as_deref().unwrap_or_default()));
        measure::mean(&each.collect::<Vec<_>>())
    };
    let share_of = |is_so: &dyn Fn(&Asked) -> bool| {
        measure::mean(&answerable.iter().map(|one| f64::from(u8::from(is_so(one)))).collect::<Vec<_>>())
    };
    let confidences = |wanted: bool| -> Vec<f64> {
        let judged = asked.iter().filter(|one| one.relevant.is_some() && one.is_answerable() == wanted);
        judged.map(|one| one.confidence).collect()
    };
    Measures {
        n_queries: asked.len(),
        n_answerable: answerable.len(),
        mrr_10: mean_of(&|ranked, _| measure::reciprocal_rank(ranked, 10)),
        recall_1: mean_of(&|ranked, relevant| measure::recall(ranked, relevant.len(), 1)),
        recall_5: mean_of(&|ranked, relevant| measure::recall(ranked, relevant.len(), 5)),
        ndcg_10: mean_of(&|ranked, relevant| measure::ndcg(ranked, relevant, 10)),
        first_right: share_of(&|one| one.is_right_within(1)),
        shown_right: share_of(&|one| one.is_shown_right()),
        auroc: measure::auroc(&confidences(true), &confidences(false)),
        verdicts: verdicts(asked),
    }
}

fn verdicts(asked: &[&Asked]) -> Verdicts {
    let mut counts = Verdicts::default();
    for one in asked {
        let (given, right, is_right) = match one.verdict {
            Verdict::Sure => (&mut counts.sure, &mut counts.sure_right, one.is_right_within(1)),
            Verdict::Choose => (&mut counts.choose, &mut counts.choose_right, one.is_right_within(MOST_SHOWN)),
            Verdict::Unknown => (&mut counts.unknown, &mut counts.unknown_right, !one.is_answerable()),
        };
        *given += 1;
        *right += usize::from(is_right && one.relevant.is_some());
    }
    counts
}

fn rows_of(query: &str, answer: &Answer) -> Vec<Row> {
    let verdict = Row {
        query: query.to_owned(),
        id: "-".to_owned(),
        rank: 0,
        score: answer.verdict.code().to_owned(),
        confidence: answer.confidence,
    };
    let candidates = answer.candidates.iter().enumerate().map(|(place, candidate)| Row {
        query: query.to_owned(),
        id: candidate.entry.id.clone(),
        rank: place + 1,
        score: format!("{:.6}", candidate.score),
        confidence: candidate.confidence,
    });
    std::iter::once(verdict).chain(candidates).collect()
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1000.0
}
