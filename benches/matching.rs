//! How long one request takes against a large directory, what the directory costs, and what the index saves against
//! scoring everybody. Run with `cargo bench --bench matching`, or with another size behind `--`, say `-- 20000`.
//!
//! The directory is made up from the words of `index/terms.toml`, the same at every run. Times are those of this thread on
//! its core, the best of three, so that a busy machine disturbs little.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use puente::domain::{
    Country, Ipr, Kind, Lang, OpportunityId, OrgType, OrganisationId, Partnership, Proposal, ProposalId, RequestId, Stage,
    Targets,
};
use puente::matching::Matching;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};

const PROPOSALS: usize = 100_000;
const REQUESTS: usize = 200;
const REPEATS: usize = 3;
/// Scoring everybody is slow: so many requests are enough to compare with.
const EXHAUSTIVE: usize = 5;
const SEED: u64 = 20_261_125;

fn main() {
    // `cargo test --benches` only wants to see that it runs.
    let is_trial = std::env::args().any(|arg| arg == "--test");
    let said = std::env::args().find_map(|arg| arg.parse().ok());
    let n_proposals = said.unwrap_or(if is_trial { 500 } else { PROPOSALS });
    let index = Path::new(env!("CARGO_MANIFEST_DIR")).join("index");
    let mut maker = Maker::new(&index);
    let proposals: Vec<Proposal> = (0..n_proposals).map(|row| maker.opportunity(row)).collect();
    let requests: Vec<Proposal> = (0..REQUESTS).map(|row| maker.request(row)).collect();

    let before = resident();
    let start = Instant::now();
    let matching = Matching::open(&index).expect("the content is good");
    matching.load(proposals).expect("the index takes them");
    println!(
        "{n_proposals} opportunities: built in {:.1} s, {} MB",
        start.elapsed().as_secs_f64(),
        (resident() - before) / 1024
    );

    let mut times: Vec<Duration> = requests.iter().map(|request| best(|| ask(&matching, request))).collect();
    println!("one request: {}", spread(&mut times));
    let found: Vec<usize> = requests.iter().map(|request| ask(&matching, request)).collect();
    println!("counterparts of a request: {} in the middle", median(found));

    against_everybody(&matching, &requests);
    keeping_in_step(&matching, &requests);
}

fn ask(matching: &Matching, request: &Proposal) -> usize {
    matching.counterparts(request, now()).expect("the index answers").len()
}

/// How much longer it takes to score everybody, and how many of everybody's best five the index finds.
fn against_everybody(matching: &Matching, requests: &[Proposal]) {
    let (mut fast, mut slow, mut best_five, mut kept) = (Duration::ZERO, Duration::ZERO, 0, 0);
    for request in requests.iter().take(EXHAUSTIVE) {
        fast += best(|| ask(matching, request));
        slow += timed(|| matching.counterparts_of_all(request, now()).len());
        let found: BTreeSet<ProposalId> =
            matching.counterparts(request, now()).expect("the index answers").into_iter().map(|one| one.id).collect();
        let all = matching.counterparts_of_all(request, now());
        best_five += all.len().min(5);
        kept += all.iter().take(5).filter(|one| found.contains(&one.id)).count();
    }
    let ratio = slow.as_secs_f64() / fast.as_secs_f64();
    println!("scoring everybody takes {ratio:.0} times as long; of their best five the index finds {kept} of {best_five}");
}

/// What a request costs that is submitted, and one that is withdrawn.
fn keeping_in_step(matching: &Matching, requests: &[Proposal]) {
    let mut puts: Vec<Duration> =
        requests.iter().map(|request| timed(|| matching.put(request.clone()).expect("the index takes it"))).collect();
    println!("put:    {}", spread(&mut puts));
    let mut removes: Vec<Duration> =
        requests.iter().map(|request| timed(|| matching.remove(request.id).expect("the index takes it"))).collect();
    println!("remove: {}", spread(&mut removes));
}

/// Makes proposals up: each speaks mostly of one field, with words that everybody uses and a few that only it has.
struct Maker {
    rng: StdRng,
    /// Forms in es, zh, en and pt of each concept, by field.
    fields: Vec<Vec<[String; 4]>>,
    leaves: Vec<String>,
}

impl Maker {
    fn new(index: &Path) -> Self {
        let read = |file: PathBuf| fs::read_to_string(file).expect("the content is there");
        let mut fields: Vec<Vec<[String; 4]>> = Vec::new();
        for line in read(index.join("terms.toml")).lines() {
            if line.starts_with('[') {
                fields.push(Vec::new());
            } else if let Some(concept) = line.trim().strip_prefix('"').and_then(|line| line.strip_suffix("\",")) {
                let first = |forms: &str| forms.split(',').next().unwrap_or_default().trim().to_owned();
                let forms: Vec<String> = concept.split('|').map(first).collect();
                let field = fields.last_mut().expect("a field begins the file");
                field.push(forms.try_into().expect("a concept has four languages"));
            }
        }
        let taxonomy = read(index.join("taxonomy.toml"));
        let (_, leaves) = taxonomy.split_once("[[leaf]]").expect("there are leaves");
        let ids = leaves.lines().filter_map(|line| line.strip_prefix("id = \"")?.strip_suffix('"'));
        Self { rng: StdRng::seed_from_u64(SEED), fields, leaves: ids.map(str::to_owned).collect() }
    }

    fn opportunity(&mut self, row: usize) -> Proposal {
        let country = if self.rng.random_bool(0.5) { Country::Cn } else { Country::Cl };
        let id = i64::try_from(row).expect("a small number");
        let mut made = self.proposal(ProposalId::Opportunity(OpportunityId(id)), country);
        made.organisation = Some(OrganisationId(id / 4));
        made
    }

    fn request(&mut self, row: usize) -> Proposal {
        let country = if self.rng.random_bool(0.5) { Country::Cn } else { Country::Cl };
        self.proposal(ProposalId::Request(RequestId(i64::try_from(row).expect("a small number"))), country)
    }

    fn proposal(&mut self, id: ProposalId, country: Country) -> Proposal {
        let lang = match country {
            Country::Cn if self.rng.random_bool(0.8) => Lang::Zh,
            Country::Cl if self.rng.random_bool(0.8) => Lang::Es,
            _ => *[Lang::En, Lang::Pt].choose(&mut self.rng).expect("two languages"),
        };
        let field = self.rng.random_range(0..self.fields.len());
        // A third has no gist yet.
        let gist_en = self.rng.random_bool(0.66).then(|| self.text(Lang::En, field, 30));
        let kinds: Vec<Kind> = Kind::ALL.iter().copied().filter(|kind| *kind != Kind::Consultation).collect();
        Proposal {
            id,
            organisation: None,
            kind: *kinds.choose(&mut self.rng).expect("some kinds"),
            country,
            targets: Targets::Abroad,
            org_type: *OrgType::ALL.choose(&mut self.rng).expect("some types"),
            partner_types: BTreeSet::new(),
            sectors: (0..self.rng.random_range(1..=3)).filter_map(|_| self.leaves.choose(&mut self.rng).cloned()).collect(),
            lang,
            title: self.text(lang, field, 9),
            summary: self.text(lang, field, 65),
            gist_en,
            stage: *Stage::ALL.choose(&mut self.rng).expect("some stages"),
            ipr: Ipr::Unknown,
            partnership: (0..2).filter_map(|_| Partnership::ALL.choose(&mut self.rng).copied()).collect(),
            languages: BTreeSet::from([lang, Lang::En]),
            period: None,
            call: None,
            budget: None,
            flags: BTreeSet::new(),
            open: true,
            valid_until: None,
            confirmed_at: now(),
        }
    }

    /// So many concepts: half of the field, the frequent ones more often; one in eight words is nobody else's.
    fn text(&mut self, lang: Lang, field: usize, n_words: usize) -> String {
        let column = Lang::ALL.iter().position(|&known| known == lang).expect("one of ours");
        let words: Vec<String> = (0..n_words).map(|_| self.word(column, field)).collect();
        words.join(if lang == Lang::Zh { "" } else { " " })
    }

    fn word(&mut self, column: usize, field: usize) -> String {
        if self.rng.random_bool(0.125) {
            let syllables = ["ka", "lo", "mi", "ren", "tu", "vas", "zo", "pel", "dur", "shi"];
            return (0..4).filter_map(|_| syllables.choose(&mut self.rng).copied()).collect();
        }
        let field = if self.rng.random_bool(0.5) { field } else { self.rng.random_range(0..self.fields.len()) };
        let concepts = &self.fields[field];
        // The square makes the first concepts of a field much more frequent than its last.
        let place = self.rng.random_range(0.0..1.0f64).powi(2);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "below 300"
        )]
        let place = (place * concepts.len() as f64) as usize;
        concepts[place][column].clone()
    }
}

fn now() -> Timestamp {
    "2026-11-25T12:00:00Z".parse().expect("a moment")
}

fn best(mut work: impl FnMut() -> usize) -> Duration {
    (0..REPEATS).map(|_| timed(|| std::hint::black_box(work()))).min().expect("at least one")
}

/// Time on the core where the system tells it, time on the wall elsewhere.
fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    let before = on_core();
    std::hint::black_box(work());
    before.zip(on_core()).map_or_else(|| start.elapsed(), |(before, after)| after.saturating_sub(before))
}

fn on_core() -> Option<Duration> {
    let said = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(Duration::from_nanos(said.split(' ').next()?.parse().ok()?))
}

/// Kilobytes of memory in use; 0 where the system does not tell.
fn resident() -> u64 {
    let said = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = said.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().strip_suffix(" kB")?.parse().ok()).unwrap_or(0)
}

fn spread(times: &mut [Duration]) -> String {
    times.sort();
    let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)].as_secs_f64() * 1000.0;
    format!("{:.2} ms (p50), {:.2} ms (p99), {:.2} ms (longest)", at(50), at(99), at(100))
}

fn median(mut numbers: Vec<usize>) -> usize {
    numbers.sort_unstable();
    numbers[numbers.len() / 2]
}
