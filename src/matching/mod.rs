//! Finds counterparts: candidates from an index in memory, then the points of [`crate::domain::matching`] for each.
//! It suggests and never decides, knows no store, and holds no name: a [`Proposal`] has none.
//!
//! The index is rebuilt from the store at start and kept in step by `put` and `remove`. At some thousands of proposals
//! that costs about a second, needs no file, and can never disagree with the rows after a crash.

mod bags;
pub mod directory;
pub mod eval;
mod index;
mod likeness;
mod readings;
mod source;
pub mod taxonomy;
mod terms;

use std::collections::{BTreeSet, HashMap};
use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock};

use anyhow::{Context, Result};
use jiff::Timestamp;

use crate::domain::matching::{Score, Sectors, gate, rank, score};
use crate::domain::{Problem, Proposal, ProposalId, Severity};
use index::Candidates;
use likeness::{Corpus, Profile};
use readings::{Reading, Readings};
use taxonomy::Taxonomy;

/// So many of a text's heaviest terms are asked for by each reading. A text across languages is found by few of its many
/// pieces: with 64 the right one was lost more often (pt→en .83 instead of .86 nDCG@10), and more than these gain nothing.
const ASKED: usize = 256;

/// Proposals learnt while searches wait: some milliseconds' worth.
const LEARNT_AT_ONCE: usize = 100;

/// A counterpart with the points of every part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counterpart {
    pub id: ProposalId,
    pub score: Score,
}

/// The engine. Clones share one index.
#[derive(Clone)]
pub struct Matching(Arc<Inner>);

struct Inner {
    taxonomy: Taxonomy,
    searched: RwLock<Searched>,
}

struct Searched {
    candidates: Candidates,
    profiles: HashMap<ProposalId, Profile>,
    corpus: Corpus,
}

impl Matching {
    /// Reads the taxonomy of the index folder; nothing is searched yet.
    ///
    /// # Errors
    /// All problems of the content, each with file and line.
    pub fn open(index_dir: &Path) -> Result<Self, Vec<Problem>> {
        let taxonomy = Taxonomy::read(&index_dir.join("taxonomy.toml"))?;
        let no_index = |error: anyhow::Error| {
            vec![Problem { file: index_dir.to_owned(), line: 0, what: format!("{error:#}"), severity: Severity::Error }]
        };
        let searched = Searched {
            candidates: Candidates::empty().map_err(no_index)?,
            profiles: HashMap::new(),
            corpus: Corpus::default(),
        };
        Ok(Self(Arc::new(Inner { taxonomy, searched: RwLock::new(searched) })))
    }

    /// Sectors and leaves.
    #[must_use]
    pub fn taxonomy(&self) -> &Taxonomy {
        &self.0.taxonomy
    }

    /// Replaces all that is searched.
    ///
    /// # Errors
    /// When the index cannot take it; then nothing is promised until the next `load`.
    pub fn load(&self, proposals: Vec<Proposal>) -> Result<()> {
        let mut searched = self.0.searched.write().unwrap_or_else(PoisonError::into_inner);
        searched.candidates.clear()?;
        searched.profiles.clear();
        searched.corpus = Corpus::default();
        for proposal in proposals {
            searched.put(proposal, &self.0.taxonomy)?;
        }
        searched.candidates.commit()
    }

    /// Adds a proposal, or replaces the one of its id.
    ///
    /// # Errors
    /// When the index cannot take it.
    pub fn put(&self, proposal: Proposal) -> Result<()> {
        let mut searched = self.0.searched.write().unwrap_or_else(PoisonError::into_inner);
        searched.put(proposal, &self.0.taxonomy)?;
        searched.candidates.commit()
    }

    /// Adds or replaces many proposals, a few at a time, so that whoever searches meanwhile waits little.
    ///
    /// # Errors
    /// When the index cannot take them; those before stay.
    pub fn learn(&self, proposals: Vec<Proposal>) -> Result<()> {
        let mut proposals = proposals.into_iter().peekable();
        while proposals.peek().is_some() {
            let mut searched = self.0.searched.write().unwrap_or_else(PoisonError::into_inner);
            for proposal in proposals.by_ref().take(LEARNT_AT_ONCE) {
                searched.put(proposal, &self.0.taxonomy)?;
            }
            searched.candidates.commit()?;
        }
        Ok(())
    }

    /// Takes a proposal out; one that is not there is no error.
    ///
    /// # Errors
    /// When the index cannot be written.
    pub fn remove(&self, id: ProposalId) -> Result<()> {
        let mut searched = self.0.searched.write().unwrap_or_else(PoisonError::into_inner);
        searched.forget(id);
        searched.candidates.remove(id);
        searched.candidates.commit()
    }

    /// Counterparts of `mine` whose gates are open, best first, equal ones by id. `mine` need not be in the index.
    ///
    /// # Errors
    /// When the index cannot be searched.
    pub fn counterparts(&self, mine: &Proposal, now: Timestamp) -> Result<Vec<Counterpart>> {
        let searched = self.0.searched.read().unwrap_or_else(PoisonError::into_inner);
        let taxonomy = &self.0.taxonomy;
        let readings = Readings::of(mine, taxonomy);
        let profile = Profile::new(mine.clone(), &readings);
        let mut scored = Vec::new();
        for id in searched.candidates(mine, &readings, taxonomy)? {
            let theirs = searched.profiles.get(&id).context("a candidate without its profile")?;
            if gate(mine, &theirs.proposal, now).is_ok() {
                let text = searched.corpus.compare(&profile, theirs, taxonomy);
                scored.push((id, score(mine, &theirs.proposal, text, now, taxonomy)));
            }
        }
        rank(&mut scored);
        Ok(scored.into_iter().map(|(id, score)| Counterpart { id, score }).collect())
    }
}

impl Matching {
    /// The proposals whose texts are most like this one's, by text alone: what `eval` measures.
    fn nearest(&self, mine: &Proposal, most: usize) -> Result<Vec<(ProposalId, f32)>> {
        let searched = self.0.searched.read().unwrap_or_else(PoisonError::into_inner);
        let readings = Readings::of(mine, &self.0.taxonomy);
        let profile = Profile::new(mine.clone(), &readings);
        let mut nearest = Vec::new();
        for id in searched.candidates(mine, &readings, &self.0.taxonomy)? {
            let theirs = searched.profiles.get(&id).context("a candidate without its profile")?;
            nearest.extend(searched.corpus.share(&profile, theirs).map(|(_, share)| (id, share)));
        }
        nearest.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        nearest.truncate(most);
        Ok(nearest)
    }
}

impl Searched {
    fn put(&mut self, proposal: Proposal, taxonomy: &Taxonomy) -> Result<()> {
        let readings = Readings::of(&proposal, taxonomy);
        self.candidates.put(&proposal, &readings)?;
        self.forget(proposal.id);
        let profile = Profile::new(proposal, &readings);
        self.corpus.add(&profile);
        self.profiles.insert(profile.proposal.id, profile);
        Ok(())
    }

    fn forget(&mut self, id: ProposalId) {
        if let Some(old) = self.profiles.remove(&id) {
            self.corpus.remove(&old);
        }
    }

    /// Everybody of these kinds who shares a heavy term of some reading, a declared leaf, or its sector: nobody else can
    /// have points enough for the staff's list.
    fn candidates(&self, mine: &Proposal, readings: &Readings, taxonomy: &Taxonomy) -> Result<BTreeSet<ProposalId>> {
        let kinds = mine.kind.complements();
        let mut found = BTreeSet::new();
        for reading in Reading::ALL {
            let asked = self.heaviest(reading, readings.terms(reading));
            found.extend(self.candidates.by_reading(kinds, reading, &asked)?);
        }
        let leaves: Vec<&str> = mine.sectors.iter().map(String::as_str).collect();
        let sectors: BTreeSet<&str> = leaves.iter().filter_map(|leaf| taxonomy.sector_of(leaf)).collect();
        let around: Vec<&str> = sectors.iter().flat_map(|sector| taxonomy.leaves_of(sector)).map(String::as_str).collect();
        found.extend(self.candidates.by_leaf(kinds, &leaves)?);
        found.extend(self.candidates.by_leaf(kinds, &around)?);
        Ok(found)
    }

    fn heaviest<'a>(&self, reading: Reading, terms: &'a [String]) -> Vec<&'a str> {
        let different: BTreeSet<&str> = terms.iter().map(String::as_str).collect();
        let commonness = self.corpus.of(reading);
        let mut weighed: Vec<(&str, f32)> = different.into_iter().map(|term| (term, commonness.weight(term))).collect();
        weighed.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
        weighed.into_iter().filter(|(_, weight)| *weight > 0.0).take(ASKED).map(|(term, _)| term).collect()
    }
}
