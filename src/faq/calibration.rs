//! Fits the confidence model on two thirds of the golden questions, plain and hard, and holds it to its word on the last third.
//! Nothing here runs in the product.
//!
//! `cargo test --release --lib faq::calibration -- --ignored --nocapture` prints the weights to be put into `confidence.rs`.

use std::{fs, path::Path};

use serde::Deserialize;

use crate::domain::Lang;

use super::{
    confidence::{self, Judgement, MOST_SHOWN, N_FEATURES, Verdict},
    content, glossary,
    query::Question,
    snapshot::{Snapshot, Source},
    today,
};

#[derive(Deserialize)]
struct File {
    question: Vec<Golden>,
}

#[derive(Deserialize)]
struct Golden {
    ask: String,
    /// None where no entry answers.
    entry: Option<String>,
    #[serde(default)]
    also: Vec<String>,
    /// Of the third that is kept aside.
    #[serde(default)]
    held: bool,
}

/// A golden question with what came of it.
struct Sample {
    features: [f32; N_FEATURES],
    is_answerable: bool,
    is_right: bool,
    is_among_shown: bool,
    is_hard: bool,
    held: bool,
}

fn samples() -> Vec<Sample> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let entries = content::read(&root.join("index/faq"), today()).entries;
    let groups = glossary::read(&root.join("index")).expect("a good glossary");
    let engine = Snapshot::in_memory(Source::new(entries, groups)).expect("an index in memory");
    let mut samples = Vec::new();
    for (lang, is_hard) in Lang::ALL.iter().flat_map(|lang| [(lang, false), (lang, true)]) {
        let folder = root.join("tests/questions").join(if is_hard { "hard" } else { "" });
        let text = fs::read_to_string(folder.join(format!("{}.toml", lang.code()))).expect("golden questions");
        let file: File = toml::from_str(&text).expect("good TOML");
        for golden in file.question {
            let question = Question::new(&golden.ask, *lang);
            let hits = engine.hits(&question);
            let is_wanted = |id: &str| golden.entry.as_deref() == Some(id) || golden.also.iter().any(|also| also == id);
            let place = hits.iter().position(|hit| is_wanted(&engine.entry_of(hit).id));
            samples.push(Sample {
                features: engine.features(&hits, &question).unwrap_or_default(),
                is_answerable: golden.entry.is_some(),
                is_right: place == Some(0),
                is_among_shown: place.is_some_and(|place| place < MOST_SHOWN),
                is_hard,
                held: golden.held,
            });
        }
    }
    samples
}

/// Logistic regression by gradient descent on scaled features, with a little ridge.
fn fit(samples: &[&Sample], is_hit: fn(&Sample) -> bool) -> [f32; N_FEATURES + 1] {
    let n = samples.len() as f64;
    let of = |f: usize| samples.iter().map(move |sample| f64::from(sample.features[f]));
    let mean: [f64; N_FEATURES] = std::array::from_fn(|f| of(f).sum::<f64>() / n);
    let spread: [f64; N_FEATURES] =
        std::array::from_fn(|f| (of(f).map(|x| (x - mean[f]).powi(2)).sum::<f64>() / n).sqrt().max(1e-6));
    let scaled: Vec<[f64; N_FEATURES]> = samples
        .iter()
        .map(|sample| std::array::from_fn(|f| (f64::from(sample.features[f]) - mean[f]) / spread[f]))
        .collect();
    let mut weights = [0.0_f64; N_FEATURES + 1];
    for _ in 0..3000 {
        let mut slope = [0.0_f64; N_FEATURES + 1];
        for (sample, scaled) in samples.iter().zip(&scaled) {
            let sum: f64 = weights.iter().zip(scaled).map(|(w, x)| w * x).sum::<f64>() + weights[N_FEATURES];
            let error = 1.0 / (1.0 + (-sum).exp()) - f64::from(u8::from(is_hit(sample)));
            scaled.iter().enumerate().for_each(|(f, x)| slope[f] += error * x);
            slope[N_FEATURES] += error;
        }
        for (f, (weight, slope)) in weights.iter_mut().zip(slope).enumerate() {
            let ridge = if f < N_FEATURES { 1e-3 * *weight } else { 0.0 };
            *weight -= slope / n + ridge;
        }
    }
    let constant = weights[N_FEATURES] - (0..N_FEATURES).map(|f| weights[f] * mean[f] / spread[f]).sum::<f64>();
    std::array::from_fn(|f| if f < N_FEATURES { (weights[f] / spread[f]) as f32 } else { constant as f32 })
}

/// What the model in use says of these questions, and how often it is right.
fn describe(name: &str, samples: &[&Sample]) {
    let judged: Vec<(&Sample, Judgement)> =
        samples.iter().map(|sample| (*sample, Judgement::of(&sample.features))).collect();
    let share = |of: &dyn Fn(&Sample, Judgement) -> bool, among: &dyn Fn(&Sample, Judgement) -> bool| {
        let among: Vec<_> = judged.iter().filter(|(sample, judgement)| among(sample, *judgement)).collect();
        let hits = among.iter().filter(|(sample, judgement)| of(sample, *judgement)).count();
        format!("{:.3} of {}", hits as f32 / among.len().max(1) as f32, among.len())
    };
    let is_sure = |judgement: Judgement| judgement.verdict() == Verdict::Sure;
    let is_unknown = |judgement: Judgement| judgement.verdict() == Verdict::Unknown;
    println!("{name}: sure is right {}", share(&|s, _| s.is_right, &|_, j| is_sure(j)));
    println!("  a choice holds the right entry {}", share(&|s, _| s.is_among_shown, &|_, j| j.verdict() == Verdict::Choose));
    println!("  answerable, but unknown {}", share(&|_, j| is_unknown(j), &|s, _| s.is_answerable));
    println!("  unanswerable: unknown {}", share(&|_, j| is_unknown(j), &|s, _| !s.is_answerable));
    println!("  unanswerable: sure {}", share(&|_, j| is_sure(j), &|s, _| !s.is_answerable));
    for tenth in 0..10 {
        let (low, high) = (tenth as f32 / 10.0, if tenth == 9 { 1.1 } else { (tenth + 1) as f32 / 10.0 });
        println!(
            "  said {low:.1}: the first is right {}",
            share(&|s, _| s.is_right, &|_, j| j.first >= low && j.first < high)
        );
    }
}

#[test]
#[ignore = "takes half a minute in release; run it after a change of ranking or content"]
fn fit_and_describe() {
    let samples = samples();
    let (held, open): (Vec<&Sample>, Vec<&Sample>) = samples.iter().partition(|sample| sample.held);
    println!("FIRST: {:.3?}", fit(&open, |sample| sample.is_right));
    println!("SHOWN: {:.3?}", fit(&open, |sample| sample.is_among_shown));
    println!("sure from {}, unknown below {}, with the weights in use:", confidence::SURE, confidence::UNKNOWN);
    for (name, samples) in [("two thirds", open), ("the last third", held)] {
        let (hard, plain): (Vec<&Sample>, Vec<&Sample>) = samples.iter().partition(|sample| sample.is_hard);
        describe(&format!("{name}, plain"), &plain);
        describe(&format!("{name}, hard"), &hard);
    }
}
