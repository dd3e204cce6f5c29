//! `puente eval faq`: measures the FAQ engine on any set of entries and questions.

use std::{
    io::{self, Write},
    path::PathBuf,
    process::ExitCode,
};

use super::report;
use crate::faq::{
    Places,
    eval::{self, Measures, Moved, Plan, Report, Row, Told},
};

/// Index an FAQ set and measure the answers: ranking, verdicts, confidence, time
#[derive(Debug, clap::Args)]
pub struct EvalFaq {
    /// The entries: a JSONL file (also .gz), or a folder of entries like `index/faq`
    #[arg(long, value_name = "FILE|DIR")]
    content: PathBuf,
    /// The questions: a JSONL file (also .gz)
    #[arg(long, value_name = "FILE")]
    queries: PathBuf,
    /// Which entries answer which question: `query_id<TAB>id<TAB>relevance`. A question without a line is unanswerable
    #[arg(long, value_name = "FILE")]
    qrels: Option<PathBuf>,
    /// Where to write the ranking: `query_id<TAB>id<TAB>rank<TAB>score<TAB>confidence`, and a verdict line per question
    #[arg(long, value_name = "FILE")]
    run: Option<PathBuf>,
    /// Where to write what came of each question: query, language, verdict, confidence, place of the right entry, first entry,
    /// right entries, question
    #[arg(long, value_name = "FILE", requires = "qrels")]
    questions: Option<PathBuf>,
    /// A run to compare with, as `--run` wrote it: shows what has become worse and what better, with the questions
    #[arg(long, value_name = "OLD.tsv", requires = "qrels", conflicts_with = "json")]
    compare: Option<PathBuf>,
    /// Restrict each question to entries of its own language
    #[arg(long)]
    per_lang: bool,
    /// Give the measures as JSON
    #[arg(long)]
    json: bool,
}

/// Runs the command.
pub fn run_faq(args: EvalFaq, places: &Places) -> anyhow::Result<ExitCode> {
    let plan = Plan {
        content: args.content,
        queries: args.queries,
        qrels: args.qrels,
        per_lang: args.per_lang,
        places: places.clone(),
    };
    let measured = eval::run(&plan, |done, all| {
        if done % 1000 == 0 {
            // Progress that cannot be shown is no reason to stop measuring.
            let _ = writeln!(io::stderr(), "{done} of {all} questions");
        }
    })?;
    if let Some(path) = &args.run {
        report::write_lines(path, measured.run.iter().map(line))?;
    }
    if let Some(path) = &args.questions {
        report::write_lines(path, measured.told.iter().map(Told::line))?;
    }
    let moved = args.compare.as_deref().map(|old| eval::compare(&measured.told, old)).transpose()?;
    let shown = report::show(&measured.report, args.json, write_table)?;
    if let Some(moved) = moved {
        write_moved(&mut io::stdout().lock(), &moved)?;
    }
    Ok(shown)
}

fn write_moved(out: &mut dyn Write, moved: &[Moved]) -> io::Result<()> {
    let n_better = moved.iter().filter(|one| one.is_better).count();
    writeln!(out, "{n_better} questions better, {} worse", moved.len() - n_better)?;
    for Moved { query, text, before, now, is_better } in moved {
        let mark = if *is_better { '+' } else { '-' };
        writeln!(out, "{mark} {before:>7} → {now:<7} {query:<12} {text}")?;
    }
    Ok(())
}

fn line(Row { query, id, rank, score, confidence }: &Row) -> String {
    format!("{query}\t{id}\t{rank}\t{score}\t{confidence:.4}")
}

fn write_table(out: &mut dyn Write, report: &Report) -> io::Result<()> {
    writeln!(
        out,
        "{:<8}{:>7}{:>7}{:>8}{:>8}{:>8}{:>8}{:>7}{:>7}{:>8}  sure (right)    choose (in 3)   unknown (right)",
        "language", "asked", "known", "MRR@10", "R@1", "R@5", "nDCG@10", "first", "shown", "AUROC"
    )?;
    for (lang, measures) in report.by_language.iter().filter(|_| report.by_language.len() > 1) {
        write_row(out, lang, measures)?;
    }
    write_row(out, "all", &report.overall)?;
    let latency = &report.latency_ms;
    writeln!(
        out,
        "{} entries, built in {:.0} ms; an answer takes {:.3} ms (p50), {:.3} ms (p99), {:.3} ms (longest)",
        report.n_entries, report.build_ms, latency.p50, latency.p99, latency.max
    )
}

fn write_row(out: &mut dyn Write, name: &str, m: &Measures) -> io::Result<()> {
    let auroc = m.auroc.map_or("–".to_owned(), |auroc| format!("{auroc:.3}"));
    let v = &m.verdicts;
    writeln!(
        out,
        "{name:<8}{:>7}{:>7}{:>8.3}{:>8.3}{:>8.3}{:>8.3}{:>7.3}{:>7.3}{auroc:>8}  {:>5} {:<9} {:>5} {:<9} {:>5} {:<9}",
        m.n_queries,
        m.n_answerable,
        m.mrr_10,
        m.recall_1,
        m.recall_5,
        m.ndcg_10,
        m.first_right,
        m.shown_right,
        v.sure,
        share(v.sure_right, v.sure),
        v.choose,
        share(v.choose_right, v.choose),
        v.unknown,
        share(v.unknown_right, v.unknown)
    )
}

fn share(part: usize, whole: usize) -> String {
    #[expect(clippy::cast_precision_loss, reason = "counts of questions")]
    let share = part as f64 / whole.max(1) as f64;
    format!("({share:.3})")
}
