//! Fits the confidence model on our own content and holds it to its word: phrasings and whole entries are withheld, asked,
//! and what the bot would have said is compared with what was right. Nothing here runs in the product.
//!
//! `cargo test --release --lib faq::calibration -- --ignored --nocapture` prints the weights to be put into `confidence.rs`.

use std::{collections::BTreeMap, path::Path};

use rand::{Rng, SeedableRng, rngs::StdRng, seq::IndexedRandom};

use crate::{
    domain::{Lang, measure},
    text,
};

use super::{
    Entry,
    confidence::{self, N_FEATURES},
    content, glossary,
    query::Question,
    snapshot::{Snapshot, Source},
    today,
};

const FOLDS: usize = 5;

/// Questions that no entry answers, one per line, after their language.
const STRANGERS: &str = include_str!("strangers.txt");

/// One question that was asked.
struct Sample {
    kind: &'static str,
    features: [f32; N_FEATURES],
    is_right: bool,
    in_three: bool,
    weight: f32,
    fold: usize,
    text: String,
    wanted: String,
    got: String,
}

fn content() -> (Vec<Entry>, glossary::Groups) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("index");
    (content::read(&root.join("faq"), today()).entries, glossary::read(&root).expect("a good glossary"))
}

fn samples() -> Vec<Sample> {
    let (entries, groups) = content();
    let mut samples = Vec::new();
    let mut dice = StdRng::seed_from_u64(7);
    for fold in 0..FOLDS {
        let without_phrasings = engine(entries.iter().map(|entry| without_phrasings(entry, fold)), &groups);
        let without_entries =
            engine(entries.iter().enumerate().filter(|(n, _)| n % FOLDS != fold).map(|(_, entry)| entry.clone()), &groups);
        for (number, entry) in entries.iter().enumerate() {
            for (lang, words) in &entry.words {
                for phrasing in withheld(&words.phrasings, fold) {
                    for (kind, asked) in disguises(phrasing, &mut dice) {
                        samples.extend(ask(&without_phrasings, kind, *lang, &asked, &entry.id, fold));
                    }
                    if number % FOLDS == fold {
                        samples.extend(ask(&without_entries, "entry withheld", *lang, phrasing, "", fold));
                    }
                }
            }
        }
        for (number, line) in
            STRANGERS.lines().filter(|line| !line.is_empty()).enumerate().filter(|(n, _)| n % FOLDS == fold)
        {
            let (lang, question) = line.split_once(' ').expect("a language and a question");
            let lang = Lang::parse(lang).unwrap_or_else(|| panic!("line {number}"));
            samples.extend(ask(&without_entries, "stranger", lang, question, "", fold));
        }
    }
    weigh(&mut samples);
    samples
}

fn engine(entries: impl Iterator<Item = Entry>, groups: &glossary::Groups) -> Snapshot {
    Snapshot::in_memory(Source::new(entries.collect(), groups.clone())).expect("an index in memory")
}

fn without_phrasings(entry: &Entry, fold: usize) -> Entry {
    let mut entry = entry.clone();
    for words in entry.words.values_mut() {
        let mut place = 0;
        words.phrasings.retain(|_| {
            place += 1;
            (place - 1) % FOLDS != fold
        });
    }
    entry
}

fn withheld(phrasings: &[String], fold: usize) -> impl Iterator<Item = &String> {
    phrasings.iter().enumerate().filter(move |(place, _)| place % FOLDS == fold).map(|(_, phrasing)| phrasing)
}

/// A phrasing as it is, with a slip, without its country, and as two or three bare words.
fn disguises(phrasing: &str, dice: &mut StdRng) -> Vec<(&'static str, String)> {
    let mut all = vec![("phrasing", phrasing.to_owned())];
    all.push(("slip", with_slip(phrasing, dice)));
    let tokens = text::tokens(phrasing);
    let is_country = |word: &str| super::country::lean(&text::tokens(word)) != 0.0;
    let bare: Vec<String> = phrasing.split_whitespace().filter(|word| !is_country(word)).map(str::to_owned).collect();
    let bare = bare.join(" ").replace("智利", "").replace("中国", "");
    if bare != phrasing && text::tokens(&bare).len() > 1 {
        all.push(("no country", bare));
    }
    if tokens.len() > 4 {
        let words: Vec<&str> = tokens.iter().map(|token| token.text.as_str()).filter(|word| word.len() > 3).collect();
        let few: Vec<&str> = words.choose_multiple(dice, 2).copied().collect();
        all.push(("two words", few.join(" ")));
    }
    all
}

/// One letter doubled, dropped, swapped or changed in a longer word.
fn with_slip(phrasing: &str, dice: &mut StdRng) -> String {
    let mut chars: Vec<char> = phrasing.chars().collect();
    let inside = |at: usize| at > 0 && chars[at - 1..=at + 2].iter().all(|c| c.is_alphabetic() && c.is_ascii());
    let places: Vec<usize> = (1..chars.len().saturating_sub(2)).filter(|at| inside(*at)).collect();
    let Some(at) = places.choose(dice).copied() else { return phrasing.to_owned() };
    match dice.random_range(0..4) {
        0 => chars.insert(at, chars[at]),
        1 => drop(chars.remove(at)),
        2 => chars.swap(at, at + 1),
        _ => chars[at] = char::from(dice.random_range(b'a'..=b'z')),
    }
    chars.into_iter().collect()
}

fn ask(engine: &Snapshot, kind: &'static str, lang: Lang, asked: &str, wanted: &str, fold: usize) -> Option<Sample> {
    let question = Question::new(asked, lang);
    let hits = engine.hits(&question);
    let ids: Vec<String> = hits.iter().take(3).map(|hit| engine.entry_of(hit).id.clone()).collect();
    Some(Sample {
        kind,
        features: engine.features(&hits, &question)?,
        is_right: ids.first().is_some_and(|id| id == wanted),
        in_three: ids.iter().any(|id| id == wanted),
        weight: 1.0,
        fold,
        text: format!("{} {asked}", lang.code()),
        wanted: wanted.to_owned(),
        got: ids.join(" "),
    })
}

/// The share of each kind in what a bot is asked, as we guess it.
fn weigh(samples: &mut [Sample]) {
    let shares = BTreeMap::from([
        ("phrasing", 0.5),
        ("slip", 0.1),
        ("no country", 0.08),
        ("two words", 0.07),
        ("entry withheld", 0.15),
        ("stranger", 0.1),
    ]);
    let mut counts: BTreeMap<&str, f32> = BTreeMap::new();
    for sample in &*samples {
        *counts.entry(sample.kind).or_default() += 1.0;
    }
    let all = samples.len() as f32;
    for sample in samples {
        sample.weight = shares[sample.kind] * all / counts[sample.kind];
    }
}

type Weights = [f32; N_FEATURES + 1];

/// Logistic regression by gradient descent on scaled features, with a little ridge.
fn fit<'a>(samples: impl Iterator<Item = &'a Sample>, is_hit: fn(&Sample) -> bool) -> Weights {
    let samples: Vec<&Sample> = samples.collect();
    let n = samples.len() as f64;
    let mean: Vec<f64> =
        (0..N_FEATURES).map(|f| samples.iter().map(|s| f64::from(s.features[f])).sum::<f64>() / n).collect();
    let spread: Vec<f64> = (0..N_FEATURES)
        .map(|f| (samples.iter().map(|s| (f64::from(s.features[f]) - mean[f]).powi(2)).sum::<f64>() / n).sqrt().max(1e-6))
        .collect();
    let scaled: Vec<[f64; N_FEATURES]> =
        samples.iter().map(|s| std::array::from_fn(|f| (f64::from(s.features[f]) - mean[f]) / spread[f])).collect();
    let mut weights = [0.0_f64; N_FEATURES + 1];
    for round in 0..1500 {
        let mut slope = [0.0_f64; N_FEATURES + 1];
        for (sample, scaled) in samples.iter().zip(&scaled) {
            let sum: f64 = weights.iter().zip(scaled).map(|(w, x)| w * x).sum::<f64>() + weights[N_FEATURES];
            let error = f64::from(sample.weight) * (1.0 / (1.0 + (-sum).exp()) - f64::from(u8::from(is_hit(sample))));
            scaled.iter().enumerate().for_each(|(f, x)| slope[f] += error * x);
            slope[N_FEATURES] += error;
        }
        let pace = if round < 1000 { 1.5 } else { 0.5 };
        for (f, (weight, slope)) in weights.iter_mut().zip(slope).enumerate() {
            let ridge = if f < N_FEATURES { 1e-4 * *weight } else { 0.0 };
            *weight -= pace * (slope / n + ridge);
        }
    }
    let mut plain = [0.0_f32; N_FEATURES + 1];
    let mut constant = weights[N_FEATURES];
    for f in 0..N_FEATURES {
        plain[f] = (weights[f] / spread[f]) as f32;
        constant -= weights[f] * mean[f] / spread[f];
    }
    plain[N_FEATURES] = constant as f32;
    plain
}

/// Each sample with the confidence that a model fitted on the other folds gives it.
fn crosswise(samples: &[Sample], is_hit: fn(&Sample) -> bool) -> Vec<(&Sample, f32)> {
    let mut judged = Vec::new();
    for fold in 0..FOLDS {
        let weights = fit(samples.iter().filter(|sample| sample.fold != fold), is_hit);
        judged.extend(samples.iter().filter(|s| s.fold == fold).map(|s| (s, confidence::apply(&weights, &s.features))));
    }
    judged
}

fn describe(judged: &[(&Sample, f32)]) {
    let mut kinds: BTreeMap<&str, Vec<(&Sample, f32)>> = BTreeMap::new();
    for (sample, confidence) in judged {
        kinds.entry(sample.kind).or_default().push((sample, *confidence));
    }
    println!("kind             n  first three  sure right choose in3 unknown");
    for (kind, list) in &kinds {
        let share =
            |of: &dyn Fn(&(&Sample, f32)) -> bool| list.iter().filter(|one| of(one)).count() as f32 / list.len() as f32;
        let sure = list.iter().filter(|one| one.1 >= confidence::SURE).collect::<Vec<_>>();
        let right = sure.iter().filter(|one| one.0.is_right).count() as f32 / sure.len().max(1) as f32;
        let choose = list.iter().filter(|one| one.1 < confidence::SURE && one.1 >= confidence::UNKNOWN).collect::<Vec<_>>();
        let in_three = choose.iter().filter(|one| one.0.in_three).count() as f32 / choose.len().max(1) as f32;
        println!(
            "{kind:15}{:5} {:.3} {:.3}  {:.3} {right:.3} {:.3} {in_three:.3} {:.3}",
            list.len(),
            share(&|one| one.0.is_right),
            share(&|one| one.0.in_three),
            share(&|one| one.1 >= confidence::SURE),
            choose.len() as f32 / list.len() as f32,
            share(&|one| one.1 < confidence::UNKNOWN)
        );
    }
    for lang in ["es", "zh", "en", "pt"] {
        let list: Vec<_> = kinds["phrasing"].iter().filter(|one| one.0.text.starts_with(lang)).collect();
        println!(
            "{lang} phrasings: first {:.4}",
            list.iter().filter(|one| one.0.is_right).count() as f32 / list.len() as f32
        );
    }
    println!("said   n   right");
    for tenth in 0..10 {
        let (low, high) = (tenth as f32 / 10.0, (tenth + 1) as f32 / 10.0);
        let list: Vec<_> = judged.iter().filter(|one| one.1 >= low && one.1 < high + f32::from(tenth == 9)).collect();
        let all: f32 = list.iter().map(|one| one.0.weight).sum();
        let right: f32 = list.iter().filter(|one| one.0.is_right).map(|one| one.0.weight).sum();
        println!("{low:.1}–{high:.1} {:5} {:.3}", list.len(), right / all);
    }
    for limit in [0.8, 0.85, 0.88, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97] {
        let list: Vec<_> = judged.iter().filter(|one| one.1 >= limit).collect();
        let all: f32 = list.iter().map(|one| one.0.weight).sum();
        let right: f32 = list.iter().filter(|one| one.0.is_right).map(|one| one.0.weight).sum();
        let share = all / judged.iter().map(|one| one.0.weight).sum::<f32>();
        println!("sure from {limit:.2}: said {share:.3}, right {:.4}", right / all);
    }
    for stranger in ["stranger", "entry withheld"] {
        let of = |kind: &str| kinds[kind].iter().map(|one| f64::from(one.1)).collect::<Vec<_>>();
        println!("AUROC phrasing against {stranger}: {:.4}", measure::auroc(&of("phrasing"), &of(stranger)).expect("both"));
    }
}

/// What each threshold of *unknown* would refuse, by kind of question.
fn refusals(judged: &[(&Sample, f32)]) {
    for stranger in ["stranger", "entry withheld"] {
        let of = |kind: &str| judged.iter().filter(|one| one.0.kind == kind).map(|one| f64::from(one.1)).collect::<Vec<_>>();
        println!(
            "shown: AUROC phrasing against {stranger}: {:.4}",
            measure::auroc(&of("phrasing"), &of(stranger)).expect("both")
        );
    }
    for limit in [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5] {
        print!("unknown below {limit:.2}:");
        for kind in ["phrasing", "two words", "entry withheld", "stranger"] {
            let list: Vec<_> = judged.iter().filter(|one| one.0.kind == kind).collect();
            let refused: Vec<_> = list.iter().filter(|one| one.1 < limit).collect();
            let lost = refused.iter().filter(|one| one.0.in_three).count();
            print!("  {kind} {:.3} (lost {:.3})", refused.len() as f32 / list.len() as f32, lost as f32 / list.len() as f32);
        }
        println!();
    }
}

#[test]
#[ignore = "takes a minute in release; run it after a change of ranking or content"]
fn fit_and_describe() {
    let samples = samples();
    println!("FIRST: {:.3?}", fit(samples.iter(), |sample| sample.is_right));
    println!("SHOWN: {:.3?}", fit(samples.iter(), |sample| sample.in_three));
    let judged = crosswise(&samples, |sample| sample.is_right);
    describe(&judged);
    refusals(&crosswise(&samples, |sample| sample.in_three));
    let mut wrong: Vec<_> = judged.iter().filter(|one| !one.0.is_right && one.1 >= confidence::SURE).collect();
    wrong.sort_by(|a, b| b.1.total_cmp(&a.1));
    for (sample, confidence) in wrong.iter().take(40) {
        println!("{confidence:.3} {:14} {} | wanted {} | got {}", sample.kind, sample.text, sample.wanted, sample.got);
    }
}
