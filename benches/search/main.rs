//! How long the FAQ takes to be built, to be opened and to answer, beside SQLite's FTS5 over the same texts and the same
//! questions in the same run: `cargo bench --bench search`. It prints figures and asserts nothing: machines differ, and what can
//! be compared between them are the ratios.

mod corpus;
mod fts5;

use std::{
    path::{Path, PathBuf},
    time::Instant,
};

use puente::faq::{
    Faq, Places,
    eval::{self, Plan},
};

use corpus::{Article, Corpus, Question};
use fts5::Fts5;

const LONG_ARTICLES: usize = 30_000;
/// As many as an FAQ usually has; ours have several times as many.
const FEW_PHRASINGS: usize = 8;
const PLAIN_ENTRIES: usize = 10_000;
/// On a busy machine the best of several is nearest to the truth.
const TRIES: usize = 5;

fn main() -> anyhow::Result<()> {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("index");
    let folder = tempfile::tempdir()?;
    let corpus = Corpus::shipped(&content)?;
    let places = Places { content: content.clone(), built: folder.path().join("faq") };
    let faq = shipped(&corpus, &places)?;
    println!(
        "\n{} golden questions on the shipped entries, each asked {TRIES} times, the best counts",
        corpus.questions.len()
    );
    let ours = Times::of(corpus.questions.iter().map(|question| best(|| faq.answer(question.lang, &question.text))));
    ours.print("puente", None);
    drop(faq);
    rivals(&corpus.articles, &corpus.questions, &ours)?;

    for most in [FEW_PHRASINGS, usize::MAX] {
        let articles = corpus.with_phrasings(most);
        println!("\nThe shipped entries with {} ways to ask", n_ways(&articles));
        measure_set(folder.path(), &places, &articles, &corpus.questions[..1])?;
    }

    let plain = corpus.plain_entries(PLAIN_ENTRIES);
    println!("\n{PLAIN_ENTRIES} entries of two phrasings and a short answer, in one language each");
    measure_set(folder.path(), &places, &plain, &corpus.questions[..1])?;

    let long = corpus.long_articles(LONG_ARTICLES);
    let few: Vec<Question> = corpus.questions.iter().step_by(4).cloned().collect();
    let n_chars = long.iter().map(|article| article.answer.chars().count()).sum::<usize>() / long.len();
    println!("\n{LONG_ARTICLES} articles of {n_chars} characters, in one language each; {} questions", few.len());
    let ours = measure_set(folder.path(), &places, &long, &few)?;
    rivals(&long, &few, &ours)
}

fn n_ways(articles: &[Article]) -> usize {
    articles.iter().map(|article| 1 + article.phrasings.len()).sum()
}

/// Builds and opens what is shipped, as at the first and at every later start.
fn shipped(corpus: &Corpus, places: &Places) -> anyhow::Result<Faq> {
    println!("{} entries and languages as shipped, with {} ways to ask", corpus.articles.len(), n_ways(&corpus.articles));
    let build = || {
        // Nothing to be removed is as good as removed.
        let _ = std::fs::remove_dir_all(&places.built);
        Faq::open(places.clone())
    };
    println!("  read, checked, built, opened   {:>8.1} ms", best(build));
    println!("  opened again                   {:>8.1} ms", best(|| Faq::open(places.clone())));
    Ok(Faq::open(places.clone())?)
}

/// Builds and asks a set by the path of `puente eval faq`.
fn measure_set(folder: &Path, places: &Places, articles: &[Article], questions: &[Question]) -> anyhow::Result<Times> {
    let (content, queries): (PathBuf, PathBuf) = (folder.join("set.jsonl"), folder.join("queries.jsonl"));
    std::fs::write(&content, corpus::lines_of(articles))?;
    std::fs::write(&queries, corpus::lines_of_questions(questions))?;
    let plan = Plan { content, queries, qrels: None, per_lang: false, places: places.clone() };
    let report = eval::run(&plan, |_, _| {})?.report;
    let per_second = articles.len() as f64 / report.build_ms * 1000.0;
    println!("  built in memory                {:>8.1} ms, {per_second:.0} entries/s", report.build_ms);
    let times = Times { p50: report.latency_ms.p50, p99: report.latency_ms.p99, max: report.latency_ms.max };
    if questions.len() > 1 {
        times.print("puente", None);
    }
    Ok(times)
}

/// FTS5 over the same.
fn rivals(articles: &[Article], questions: &[Question], ours: &Times) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    for tokenizer in [fts5::UNICODE61, fts5::TRIGRAM] {
        let start = Instant::now();
        let mut table = runtime.block_on(Fts5::build(&tokenizer, articles))?;
        let built = milliseconds(start);
        let overhead = best(|| runtime.block_on(table.nothing()));
        let tries = if articles.len() > 1000 { 1 } else { TRIES };
        let times = Times::of(
            questions.iter().map(|question| best_of(tries, || runtime.block_on(table.first_ten(&question.text))) - overhead),
        );
        times.print(&format!("FTS5 {}", tokenizer.name), Some(ours));
        println!("  FTS5 {:<26}{built:>8.1} ms to build in memory", tokenizer.name);
    }
    Ok(())
}

/// Times of answers, in milliseconds.
struct Times {
    p50: f64,
    p99: f64,
    max: f64,
}

impl Times {
    fn of(times: impl Iterator<Item = f64>) -> Self {
        let mut times: Vec<f64> = times.collect();
        times.sort_by(f64::total_cmp);
        let at = |share: f64| times[((times.len() - 1) as f64 * share).round() as usize];
        Self { p50: at(0.5), p99: at(0.99), max: at(1.0) }
    }

    fn print(&self, name: &str, beside: Option<&Self>) {
        let Self { p50, p99, max } = self;
        print!("  {name:<31}{p50:>8.3} ms p50 {p99:>8.3} ms p99 {max:>8.3} ms longest");
        match beside {
            Some(ours) => println!("   puente takes {:.2} (p50), {:.2} (p99) of it", ours.p50 / p50, ours.p99 / p99),
            None => println!(),
        }
    }
}

fn best<T>(work: impl FnMut() -> T) -> f64 {
    best_of(TRIES, work)
}

fn best_of<T>(tries: usize, mut work: impl FnMut() -> T) -> f64 {
    let once = |_| {
        let start = Instant::now();
        let done = work();
        let took = milliseconds(start);
        drop(done);
        took
    };
    (0..tries).map(once).fold(f64::INFINITY, f64::min)
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1000.0
}
