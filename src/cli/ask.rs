//! `puente ask`: a question and its answer at the terminal, as the bot would give it.

use std::{
    io::{self, Write},
    process::ExitCode,
    time::Instant,
};

use anyhow::Context;
use serde::Serialize;

use crate::{
    domain::Lang,
    faq::{Answer, Candidate, Faq, Places, Source, Verdict},
};

/// How many choices the bot offers.
const CHOICES: usize = 3;

/// Answer a question from the index, as the bot would
#[derive(Debug, clap::Args)]
pub struct Ask {
    /// The language of the person who asks: es, zh, en or pt. The question may be in any
    #[arg(long, default_value = "es", value_parser = parse_lang)]
    lang: Lang,
    /// Give everything that is known about the answer, as JSON
    #[arg(long)]
    json: bool,
    /// The question
    #[arg(required = true, allow_hyphen_values = true)]
    question: Vec<String>,
}

pub(super) fn parse_lang(tag: &str) -> Result<Lang, String> {
    Lang::from_tag(tag).ok_or_else(|| "one of es, zh, en, pt".to_owned())
}

#[derive(Serialize)]
struct Report<'a> {
    verdict: Verdict,
    confidence: f32,
    asked_in: Lang,
    took_us: u128,
    candidates: Vec<Shown<'a>>,
    /// The answer itself, when the bot is sure.
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<Full<'a>>,
}

#[derive(Serialize)]
struct Shown<'a> {
    id: &'a str,
    lang: Lang,
    question: &'a str,
    score: f32,
    confidence: f32,
    parts: serde_json::Map<String, serde_json::Value>,
    matched: &'a [String],
}

#[derive(Serialize)]
struct Full<'a> {
    id: &'a str,
    lang: Lang,
    text: &'a str,
    sources: &'a [Source],
    reviewed: String,
    as_of: Option<String>,
    revision: &'a str,
}

/// Runs the command. An answer of any kind is success.
pub fn run(args: Ask, places: &Places) -> anyhow::Result<ExitCode> {
    let faq = Faq::open(places.clone()).context("open the FAQ")?;
    let question = args.question.join(" ");
    let start = Instant::now();
    let answer = faq.answer(args.lang, &question);
    let took_us = start.elapsed().as_micros();
    let mut out = io::stdout().lock();
    if args.json {
        serde_json::to_writer_pretty(&mut out, &report(&answer, took_us))?;
        writeln!(out)?;
    } else {
        write_text(&mut out, &answer)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn report(answer: &Answer, took_us: u128) -> Report<'_> {
    let first = answer.candidates.first().filter(|_| answer.verdict == Verdict::Sure);
    Report {
        verdict: answer.verdict,
        confidence: answer.confidence,
        asked_in: answer.asked_in,
        took_us,
        candidates: answer.candidates.iter().map(shown).collect(),
        answer: first.map(full),
    }
}

fn shown(candidate: &Candidate) -> Shown<'_> {
    Shown {
        id: &candidate.entry.id,
        lang: candidate.lang,
        question: question(candidate),
        score: candidate.score,
        confidence: candidate.confidence,
        parts: candidate.parts.iter().map(|(name, part)| ((*name).to_owned(), (*part).into())).collect(),
        matched: &candidate.matched,
    }
}

fn full(candidate: &Candidate) -> Full<'_> {
    Full {
        id: &candidate.entry.id,
        lang: candidate.lang,
        text: candidate.entry.words.get(&candidate.lang).map_or("", |words| &words.answer),
        sources: &candidate.entry.sources,
        reviewed: candidate.entry.reviewed.to_string(),
        as_of: candidate.entry.as_of.map(|date| date.to_string()),
        revision: &candidate.entry.revision,
    }
}

fn question(candidate: &Candidate) -> &str {
    candidate.entry.words.get(&candidate.lang).map_or("", |words| &words.question)
}

fn write_text(out: &mut impl Write, answer: &Answer) -> io::Result<()> {
    writeln!(out, "{} ({:.2})", answer.verdict.code(), answer.confidence)?;
    match (answer.verdict, answer.candidates.first()) {
        (Verdict::Sure, Some(first)) => write_answer(out, first),
        (Verdict::Choose, _) => {
            for (place, candidate) in answer.candidates.iter().take(CHOICES).enumerate() {
                writeln!(out, "{}. {}  [{}]", place + 1, question(candidate), candidate.entry.id)?;
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

fn write_answer(out: &mut impl Write, candidate: &Candidate) -> io::Result<()> {
    let full = full(candidate);
    writeln!(out, "\n{}  [{}]\n\n{}\n", question(candidate), full.id, full.text)?;
    for source in full.sources {
        let article = source.article.as_deref().map(|article| format!(", {article}")).unwrap_or_default();
        writeln!(out, "- {}{article}  {}", source.title, source.url.as_deref().unwrap_or_default())?;
    }
    writeln!(out, "reviewed {}", full.reviewed)?;
    match full.as_of {
        Some(as_of) => writeln!(out, "facts as of {as_of}"),
        None => Ok(()),
    }
}
