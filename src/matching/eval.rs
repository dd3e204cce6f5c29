//! Measures the text part of matching on any set of documents and queries, by the very readings and bridges of the bot.
//! Gates, sectors and the other parts stay out of it: such sets say nothing of them. It prints nothing.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result};
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::Matching;
use crate::domain::{
    Country, Ipr, Kind, Lang, OpportunityId, OrgType, Proposal, ProposalId, RequestId, Stage, Targets, measure,
};

/// So many documents of each query are ranked.
const RANKED: usize = 10;

/// What to measure.
#[derive(Debug, Clone)]
pub struct Plan {
    pub documents: PathBuf,
    pub queries: PathBuf,
    pub qrels: Option<PathBuf>,
    /// A query sees only the documents of its own language.
    pub per_lang: bool,
    /// The folder with taxonomy and dictionary.
    pub index_dir: PathBuf,
}

/// One line of a run.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub query: String,
    pub id: String,
    /// From one.
    pub rank: usize,
    /// Likeness of the texts, 0–1; it is its own confidence, 0.5 meaning as likely a counterpart as not.
    pub score: f32,
}

/// What came of one query among the documents of one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    pub query: String,
    /// `query language→document language`.
    pub pair: String,
    pub ndcg_10: f64,
    /// Where the first relevant document stands among the first ten, from one.
    pub place: Option<usize>,
    /// What stands first.
    pub first: Option<String>,
    /// The relevant documents, the most relevant first.
    pub right: Vec<String>,
    pub text: String,
}

/// A whole measurement.
#[derive(Debug, Clone)]
pub struct Measured {
    pub report: Report,
    pub run: Vec<Row>,
    pub told: Vec<Told>,
}

/// What was measured.
#[derive(Debug, Clone, Serialize)]
pub struct Report {
    pub n_documents: usize,
    pub build_ms: f64,
    /// Every query over what it sees in the run.
    pub overall: Measures,
    /// By `query language→document language`: only the documents of one language, only queries that have an answer there.
    pub by_pair: BTreeMap<String, Measures>,
    /// Time of one query over what it sees in the run.
    pub latency_ms: Latency,
}

/// Means over the queries that have a relevant document.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Measures {
    pub n_queries: usize,
    pub ndcg_10: f64,
    pub mrr_10: f64,
    pub recall_1: f64,
    pub recall_5: f64,
}

/// Milliseconds.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Latency {
    pub p50: f64,
    pub p99: f64,
    pub max: f64,
}

/// A document or a query.
#[derive(Debug, Clone, Deserialize)]
struct Line {
    id: String,
    /// `es`, `zh`, `zht` (Traditional), `en` or `pt`.
    lang: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    text: String,
}

/// Query id → document id → relevance.
type Relevance = HashMap<String, BTreeMap<String, f64>>;

/// Indexes the documents, asks every query, and measures where there are judgements.
///
/// # Errors
/// When a file cannot be read, with its line.
pub fn run(plan: &Plan) -> Result<Measured> {
    let documents: Vec<Line> = lines(&plan.documents)?;
    let queries: Vec<Line> = lines(&plan.queries)?;
    let relevance = plan.qrels.as_deref().map(relevance).transpose()?.unwrap_or_default();
    let words = words(&plan.index_dir)?;
    let start = Instant::now();
    let whole = Shelf::of(&words, &documents, |_| true)?;
    let build_ms = milliseconds(start);
    let labels: BTreeSet<&str> = documents.iter().map(|document| document.lang.as_str()).collect();
    let mut by_label: BTreeMap<&str, Shelf> = BTreeMap::new();
    for &label in labels.iter().filter(|_| labels.len() > 1) {
        by_label.insert(label, Shelf::of(&words, &documents, |lang| lang == label)?);
    }
    let mut rows = Vec::new();
    let mut times = Vec::new();
    let mut overall = Vec::new();
    for query in &queries {
        let own = by_label.get(query.lang.as_str()).filter(|_| plan.per_lang);
        let seen = own.unwrap_or(&whole);
        let start = Instant::now();
        let ranked = seen.ask(query)?;
        times.push(milliseconds(start));
        overall.extend(Judged::new(seen, &ranked, relevance.get(&query.id)));
        rows.extend(ranked.into_iter().enumerate().map(|(place, (id, score))| Row {
            query: query.id.clone(),
            id,
            rank: place + 1,
            score,
        }));
    }
    let (by_pair, told) = by_pair(&whole, &by_label, labels.first().copied(), &queries, &relevance)?;
    let report = Report {
        n_documents: documents.len(),
        build_ms,
        overall: measures(&overall),
        by_pair,
        latency_ms: Latency {
            p50: measure::percentile(&times, 0.5),
            p99: measure::percentile(&times, 0.99),
            max: measure::percentile(&times, 1.0),
        },
    };
    Ok(Measured { report, run: rows, told })
}

/// An engine that searches nothing yet.
fn words(index_dir: &Path) -> Result<Matching> {
    Matching::open(index_dir).map_err(|problems| {
        let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
        anyhow::anyhow!("{}", said.join("\n"))
    })
}

/// Each query that has an answer there, over the documents of each language.
fn by_pair(
    whole: &Shelf,
    by_label: &BTreeMap<&str, Shelf>,
    only: Option<&str>,
    queries: &[Line],
    relevance: &Relevance,
) -> Result<(BTreeMap<String, Measures>, Vec<Told>)> {
    let shelves: Vec<(&str, &Shelf)> = match only {
        Some(label) if by_label.is_empty() => vec![(label, whole)],
        _ => by_label.iter().map(|(&label, shelf)| (label, shelf)).collect(),
    };
    let mut judged: BTreeMap<String, Vec<Judged>> = BTreeMap::new();
    let mut told = Vec::new();
    for query in queries {
        let relevant = relevance.get(&query.id);
        for (label, shelf) in &shelves {
            if shelf.relevant(relevant).is_empty() {
                continue;
            }
            let ranked = shelf.ask(query)?;
            let Some(one) = Judged::new(shelf, &ranked, relevant) else { continue };
            let pair = format!("{}→{label}", query.lang);
            told.push(tell(query, &pair, &ranked, &one, &shelf.relevant(relevant)));
            judged.entry(pair).or_default().push(one);
        }
    }
    Ok((judged.into_iter().map(|(pair, judged)| (pair, measures(&judged))).collect(), told))
}

fn tell(query: &Line, pair: &str, ranked: &[(String, f32)], judged: &Judged, relevant: &BTreeMap<&str, f64>) -> Told {
    let mut right: Vec<(&str, f64)> = relevant.iter().map(|(&id, &relevance)| (id, relevance)).collect();
    right.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
    Told {
        query: query.id.clone(),
        pair: pair.to_owned(),
        ndcg_10: measure::ndcg(&judged.ranked, &judged.relevant, RANKED),
        place: judged.ranked.iter().position(|&relevance| relevance > 0.0).map(|place| place + 1),
        first: ranked.first().map(|(id, _)| id.clone()),
        right: right.into_iter().map(|(id, _)| id.to_owned()).collect(),
        text: [&query.title, &query.text]
            .into_iter()
            .filter(|part| !part.is_empty())
            .cloned()
            .collect::<Vec<_>>()
            .join(" · "),
    }
}

/// Documents that are searched together.
struct Shelf {
    matching: Matching,
    ids: Vec<String>,
    known: HashSet<String>,
}

impl Shelf {
    fn of(words: &Matching, documents: &[Line], wanted: impl Fn(&str) -> bool) -> Result<Self> {
        let matching = words.beside()?;
        let documents: Vec<&Line> = documents.iter().filter(|document| wanted(&document.lang)).collect();
        let numbered =
            documents.iter().zip(0..).map(|(line, row)| proposal(ProposalId::Opportunity(OpportunityId(row)), line));
        matching.load(numbered.collect::<Result<_>>()?)?;
        let ids: Vec<String> = documents.into_iter().map(|document| document.id.clone()).collect();
        Ok(Self { matching, known: ids.iter().cloned().collect(), ids })
    }

    fn ask(&self, query: &Line) -> Result<Vec<(String, f32)>> {
        let mine = proposal(ProposalId::Request(RequestId(0)), query)?;
        let nearest = self.matching.nearest(&mine, RANKED)?;
        Ok(nearest.into_iter().filter_map(|(id, share)| Some((self.document(id)?.to_owned(), share))).collect())
    }

    fn document(&self, id: ProposalId) -> Option<&str> {
        let ProposalId::Opportunity(OpportunityId(row)) = id else { return None };
        self.ids.get(usize::try_from(row).ok()?).map(String::as_str)
    }

    /// The relevance of each relevant document that is on this shelf.
    fn relevant<'a>(&'a self, judged: Option<&'a BTreeMap<String, f64>>) -> BTreeMap<&'a str, f64> {
        let here = |id: &&String| self.known.contains(*id);
        judged.into_iter().flatten().filter(|(id, _)| here(id)).map(|(id, relevance)| (id.as_str(), *relevance)).collect()
    }
}

/// What came of a query that has an answer.
struct Judged {
    ranked: Vec<f64>,
    relevant: Vec<f64>,
}

impl Judged {
    fn new(shelf: &Shelf, ranked: &[(String, f32)], judged: Option<&BTreeMap<String, f64>>) -> Option<Self> {
        let relevant = shelf.relevant(judged);
        if relevant.is_empty() {
            return None;
        }
        let ranked = ranked.iter().map(|(id, _)| relevant.get(id.as_str()).copied().unwrap_or(0.0)).collect();
        Some(Self { ranked, relevant: relevant.into_values().collect() })
    }
}

fn measures(judged: &[Judged]) -> Measures {
    let mean = |measure: &dyn Fn(&Judged) -> f64| measure::mean(&judged.iter().map(measure).collect::<Vec<_>>());
    Measures {
        n_queries: judged.len(),
        ndcg_10: mean(&|one| measure::ndcg(&one.ranked, &one.relevant, RANKED)),
        mrr_10: mean(&|one| measure::reciprocal_rank(&one.ranked, RANKED)),
        recall_1: mean(&|one| measure::recall(&one.ranked, one.relevant.len(), 1)),
        recall_5: mean(&|one| measure::recall(&one.ranked, one.relevant.len(), 5)),
    }
}

/// A text as the bot would know it, and nothing else said; documents and queries stand in two countries, as sides do.
fn proposal(id: ProposalId, line: &Line) -> Result<Proposal> {
    let lang = if line.lang == "zht" { Some(Lang::Zh) } else { Lang::from_tag(&line.lang) };
    Ok(Proposal {
        id,
        organisation: None,
        kind: Kind::ResearchPartner,
        country: if matches!(id, ProposalId::Request(_)) { Country::Cl } else { Country::Cn },
        targets: Targets::Abroad,
        org_type: OrgType::Other,
        partner_types: BTreeSet::new(),
        sectors: Vec::new(),
        lang: lang.with_context(|| format!("{}: unknown language {:?}", line.id, line.lang))?,
        title: line.title.clone(),
        summary: line.text.clone(),
        gist_en: None,
        stage: Stage::Unknown,
        ipr: Ipr::Unknown,
        partnership: BTreeSet::new(),
        languages: BTreeSet::new(),
        period: None,
        call: None,
        budget: None,
        flags: BTreeSet::new(),
        open: true,
        valid_until: None,
        confirmed_at: Timestamp::UNIX_EPOCH,
    })
}

/// Reads `query_id<TAB>id<TAB>relevance` lines, with or without a header.
fn relevance(path: &Path) -> Result<Relevance> {
    let mut found = Relevance::new();
    for (number, line) in reader(path)?.lines().enumerate() {
        let line = line.with_context(|| format!("read {}", path.display()))?;
        let columns: Vec<&str> = line.trim_end().split('\t').collect();
        let [query, id, relevance] = columns[..] else { continue };
        match relevance.parse::<f64>() {
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

fn lines<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>> {
    let mut found = Vec::new();
    for (number, line) in reader(path)?.lines().enumerate() {
        let line = line.with_context(|| format!("read {}", path.display()))?;
        if !line.trim().is_empty() {
            found.push(serde_json::from_str(&line).with_context(|| format!("{}:{}", path.display(), number + 1))?);
        }
    }
    Ok(found)
}

fn reader(path: &Path) -> Result<BufReader<Box<dyn Read>>> {
    let file = File::open(path).with_context(|| format!("open {}", path.display()))?;
    let is_packed = path.extension().is_some_and(|ending| ending == "gz");
    Ok(BufReader::new(if is_packed { Box::new(flate2::read::MultiGzDecoder::new(file)) } else { Box::new(file) }))
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1000.0
}
