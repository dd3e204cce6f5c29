//! `puente eval match`: measures the text part of matching on any set of documents and queries.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use super::report;
use crate::matching::eval::{self, Measures, Plan, Report, Row, Told};

/// Index a set of texts and measure what is found for others, in one language and across languages
#[derive(Debug, clap::Args)]
pub struct EvalMatch {
    /// The documents: a JSONL file (also .gz)
    #[arg(long, value_name = "FILE")]
    documents: PathBuf,
    /// The queries: a JSONL file (also .gz)
    #[arg(long, value_name = "FILE")]
    queries: PathBuf,
    /// Which documents answer which query: `query_id<TAB>id<TAB>relevance`
    #[arg(long, value_name = "FILE")]
    qrels: Option<PathBuf>,
    /// Where to write the ranking: `query_id<TAB>id<TAB>rank<TAB>score<TAB>confidence`
    #[arg(long, value_name = "FILE")]
    run: Option<PathBuf>,
    /// Where to write what came of each query in each language of documents: query, pair of languages, nDCG@10, place of the
    /// first right document, first document, right documents, text
    #[arg(long, value_name = "FILE", requires = "qrels")]
    questions: Option<PathBuf>,
    /// Restrict each query to documents of its own language
    #[arg(long)]
    per_lang: bool,
    /// Give the measures as JSON
    #[arg(long)]
    json: bool,
}

/// Runs the command over taxonomy and dictionary of this index folder.
///
/// # Errors
/// When a file cannot be read or written.
pub fn run(args: EvalMatch, index_dir: &Path) -> anyhow::Result<ExitCode> {
    let plan = Plan {
        documents: args.documents,
        queries: args.queries,
        qrels: args.qrels,
        per_lang: args.per_lang,
        index_dir: index_dir.to_owned(),
    };
    let measured = eval::run(&plan)?;
    if let Some(path) = &args.run {
        report::write_lines(path, measured.run.iter().map(line))?;
    }
    if let Some(path) = &args.questions {
        report::write_lines(path, measured.told.iter().map(told))?;
    }
    report::show(&measured.report, args.json, write_table)
}

fn told(Told { query, pair, ndcg_10, place, first, right, text }: &Told) -> String {
    let place = place.map_or("–".to_owned(), |place| place.to_string());
    let (first, right) = (first.as_deref().unwrap_or("–"), right.join(","));
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{query}\t{pair}\t{ndcg_10:.4}\t{place}\t{first}\t{right}\t{text}")
}

fn line(Row { query, id, rank, score }: &Row) -> String {
    format!("{query}\t{id}\t{rank}\t{score:.6}\t{score:.4}")
}

fn write_table(out: &mut dyn Write, report: &Report) -> io::Result<()> {
    writeln!(out, "{:<9}{:>8}{:>9}{:>9}{:>8}{:>8}", "pair", "queries", "nDCG@10", "MRR@10", "R@1", "R@5")?;
    for (pair, measures) in &report.by_pair {
        write_row(out, pair, measures)?;
    }
    write_row(out, "all", &report.overall)?;
    let latency = &report.latency_ms;
    writeln!(
        out,
        "{} documents, built in {:.0} ms; a query takes {:.2} ms (p50), {:.2} ms (p99), {:.2} ms (longest)",
        report.n_documents, report.build_ms, latency.p50, latency.p99, latency.max
    )
}

fn write_row(out: &mut dyn Write, name: &str, m: &Measures) -> io::Result<()> {
    writeln!(out, "{name:<9}{:>8}{:>9.3}{:>9.3}{:>8.3}{:>8.3}", m.n_queries, m.ndcg_10, m.mrr_10, m.recall_1, m.recall_5)
}
