//! The FAQ: checked entries in, an answer with its confidence out.
//! It knows neither chats nor the store; whoever shows an answer writes down that it was shown.
//!
//! Lexical search was chosen over embeddings: it runs everywhere without a model, explains itself word by word, and on
//! questions whose entries carry ten phrasings each it finds what people ask for. Content is worth more than ranking.
//!
//! - `content` reads and checks the entry files · `glossary` their companion
//! - `analysis` → `lexicon` → `index` (tantivy) · `ways` · `speller`: what is built from them, in one pass (`learnt`);
//!   `snapshot` is one finished build
//! - `query` → `search` → `confidence`: from a question to a verdict
//! - `places` keeps builds on disk and swaps them · `eval` measures any FAQ set

mod analysis;
#[cfg(test)]
mod calibration;
mod confidence;
mod content;
mod country;
mod entry;
pub mod eval;
mod faults;
mod glossary;
mod index;
mod learnt;
mod lexicon;
mod places;
mod query;
mod search;
mod snapshot;
mod speller;
mod ways;

use std::{
    collections::BTreeMap,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError, RwLock},
};

use jiff::civil::Date;
use serde::Serialize;

use crate::domain::Lang;

pub use confidence::{MOST_SHOWN, Verdict};
pub use content::Problem;
pub use entry::{Category, Confidence, Entry, Source, Words};
pub use faults::faults;
pub use places::{OpenError, Places};

use places::Build;

/// The FAQ as it stands now. Clones are cheap and share one state.
#[derive(Clone)]
pub struct Faq(Arc<Shared>);

struct Shared {
    places: Places,
    /// Held only to clone or replace the inner `Arc`: a question never waits for a build.
    live: RwLock<Arc<Build>>,
    /// One rebuild at a time.
    rebuilding: Mutex<()>,
}

/// What is said to a question.
#[derive(Debug, Clone, Serialize)]
pub struct Answer {
    pub verdict: Verdict,
    /// The probability that the right entry is among the first three: whether the FAQ knows the answer at all.
    pub confidence: f32,
    /// Best first, at most ten.
    pub candidates: Vec<Candidate>,
    /// The language in which the question seems to be written.
    pub asked_in: Lang,
}

/// An entry that may answer a question.
#[derive(Debug, Clone, Serialize)]
pub struct Candidate {
    pub entry: Arc<Entry>,
    /// In which language to show it.
    pub lang: Lang,
    /// How much of the question it holds, between 0 and 1.
    pub score: f32,
    /// What makes up the score.
    pub parts: Vec<(&'static str, f32)>,
    /// Words of the question that stand in it, folded.
    pub matched: Vec<String>,
    /// The probability that this is the right entry.
    pub confidence: f32,
}

/// What a rebuild changes, by entry id.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Difference {
    pub added: Vec<String>,
    pub changed: Vec<String>,
    pub removed: Vec<String>,
    pub same: Vec<String>,
    /// What somebody should look at although it keeps nothing from being published.
    pub warnings: Vec<Problem>,
}

impl Faq {
    /// Opens what was built last. Builds from the content if there is nothing, if it is damaged, or if an older program built it.
    pub fn open(places: Places) -> Result<Self, OpenError> {
        let build = match places.open_current() {
            Ok(build) => build,
            Err(reason) => {
                tracing::info!(%reason, "the FAQ index is built anew");
                let (source, _) = places.read(today()).map_err(OpenError::Content)?;
                places.build(&source).map_err(OpenError::Build)?
            }
        };
        Ok(Self(Arc::new(Shared { places, live: RwLock::new(Arc::new(build)), rebuilding: Mutex::new(()) })))
    }

    /// Answers a question. `lang` is the person's language: a hint for reading the question, and the language to show entries
    /// in. Every language is searched anyway.
    #[must_use]
    pub fn answer(&self, lang: Lang, question: &str) -> Answer {
        self.live().snapshot.answer(lang, question)
    }

    /// The entry of this id.
    #[must_use]
    pub fn entry(&self, id: &str) -> Option<Arc<Entry>> {
        self.live().snapshot.entry(id)
    }

    /// Every entry, in the order of their ids.
    #[must_use]
    pub fn entries(&self) -> Vec<Arc<Entry>> {
        self.live().snapshot.entries.clone()
    }

    /// The categories that have entries, with how many they have, in their fixed order.
    #[must_use]
    pub fn categories(&self) -> Vec<(Category, usize)> {
        let mut counts = BTreeMap::<Category, usize>::new();
        for entry in &self.live().snapshot.entries {
            *counts.entry(entry.category).or_default() += 1;
        }
        counts.into_iter().collect()
    }

    /// The entries of a category, in the order of their ids.
    #[must_use]
    pub fn in_category(&self, category: Category) -> Vec<Arc<Entry>> {
        self.entries().into_iter().filter(|entry| entry.category == category).collect()
    }

    /// Checks the content, builds it beside the old index and swaps. Questions go on meanwhile; on any problem the old index
    /// stays. Gives what has changed.
    pub fn reindex(&self) -> Result<Difference, Vec<Problem>> {
        let _one_at_a_time = self.0.rebuilding.lock().unwrap_or_else(PoisonError::into_inner);
        let (source, warnings) = self.0.places.read(today())?;
        let old = self.live();
        let difference = Difference::between(&old.snapshot.entries, &source.entries, warnings);
        if source.fingerprint() != old.fingerprint() {
            let build = self.0.places.build(&source).map_err(|error| vec![self.0.places.problem(&error)])?;
            self.replace(build);
        }
        Ok(difference)
    }

    /// What [`Faq::reindex`] would do, without doing it.
    pub fn dry_run(&self) -> Result<Difference, Vec<Problem>> {
        let (source, warnings) = self.0.places.read(today())?;
        Ok(Difference::between(&self.live().snapshot.entries, &source.entries, warnings))
    }

    /// Loads what another process has built since, if it has. Cheap when it has not: one look at one file.
    pub fn follow(&self) -> anyhow::Result<bool> {
        let live = self.live();
        if self.0.places.is_current(&live) {
            return Ok(false);
        }
        let build = self.0.places.open_current()?;
        let is_new = build.name() != live.name();
        self.replace(build);
        Ok(is_new)
    }

    fn live(&self) -> Arc<Build> {
        self.0.live.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn replace(&self, build: Build) {
        let build = Arc::new(build);
        let old = std::mem::replace(&mut *self.0.live.write().unwrap_or_else(PoisonError::into_inner), build);
        // Dropped here and not under the lock: it may be the last owner of a whole index.
        drop(old);
    }
}

/// Checks a content folder without any index.
///
/// Gives the warnings, or all problems.
pub fn check(content: PathBuf) -> Result<Vec<Problem>, Vec<Problem>> {
    Places { content, built: PathBuf::new() }.read(today()).map(|(_, warnings)| warnings)
}

impl Difference {
    fn between(old: &[Arc<Entry>], new: &[Arc<Entry>], warnings: Vec<Problem>) -> Self {
        let revisions = |entries: &[Arc<Entry>]| -> BTreeMap<String, String> {
            entries.iter().map(|entry| (entry.id.clone(), entry.revision.clone())).collect()
        };
        let (old, new) = (revisions(old), revisions(new));
        let mut difference = Self { warnings, ..Self::default() };
        for (id, revision) in &new {
            let list = match old.get(id) {
                None => &mut difference.added,
                Some(before) if before == revision => &mut difference.same,
                Some(_) => &mut difference.changed,
            };
            list.push(id.clone());
        }
        difference.removed = old.into_keys().filter(|id| !new.contains_key(id)).collect();
        difference
    }
}

/// The day by which reviews are judged. A day more or less does not matter, so it is UTC's.
fn today() -> Date {
    jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date()
}
