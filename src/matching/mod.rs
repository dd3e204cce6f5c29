//! Finds counterparts: candidates from an index in memory, then the points of [`crate::domain::matching`] for each.
//! It suggests and never decides, knows no store, and holds no name: a [`Proposal`] has none.
//!
//! The index is rebuilt from the store at start and kept in step by `put` and `remove`. At some thousands of proposals
//! that costs about a second, needs no file, and can never disagree with the rows after a crash.

mod bags;
mod dictionary;
pub mod directory;
pub mod eval;
mod flags;
mod index;
mod likeness;
mod readings;
mod source;
pub mod taxonomy;
mod terms;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock};

use anyhow::{Context, Result};
use jiff::Timestamp;

use crate::domain::matching::{Gate, Score, Sectors, Shelf, gate, rank, score};
use crate::domain::{Flag, OrganisationId, Problem, Proposal, ProposalId, Severity};
use dictionary::Dictionary;
use flags::Flags;
use index::{Candidates, Places};
use likeness::{Asking, Corpus, Profile};
use readings::{Reading, Readings};
use taxonomy::{Labels, Taxonomy};

/// So many of a text's heaviest terms are asked for by each reading. A text across languages is found by few of its many
/// pieces: with 64 the right one was lost more often (pt→en .83 instead of .86 nDCG@10), and more than these gain nothing.
const ASKED: usize = 256;
/// And so many bags may hold them in all, after the first [`ASKED_AT_LEAST`]: in a large directory the common ones cost much and
/// choose nobody.
const HELD: usize = 50_000;
const ASKED_AT_LEAST: usize = 32;

/// The best so many are told with the terms that both sides share; nobody is shown more.
const EXPLAINED: usize = 64;

/// From this share on two texts say much the same.
const ALIKE: f32 = 0.6;
/// Proposals learnt while searches wait: some milliseconds' worth.
const LEARNT_AT_ONCE: usize = 100;

/// A counterpart with the points of every part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counterpart {
    pub id: ProposalId,
    /// The organisation behind it, to keep it from being everybody's match.
    pub organisation: Option<OrganisationId>,
    pub score: Score,
}

/// The engine. Clones share one index.
#[derive(Clone)]
pub struct Matching(Arc<Inner>);

struct Inner {
    lexicon: Arc<Lexicon>,
    searched: RwLock<Searched>,
}

/// What the index folder says of words.
struct Lexicon {
    taxonomy: Taxonomy,
    dictionary: Dictionary,
    flags: Flags,
}

struct Searched {
    candidates: Candidates,
    profiles: HashMap<ProposalId, Profile>,
    corpus: Corpus,
}

impl Matching {
    /// Reads taxonomy, dictionary and flags of the index folder; nothing is searched yet.
    ///
    /// # Errors
    /// All problems of the content, each with file and line.
    pub fn open(index_dir: &Path) -> Result<Self, Vec<Problem>> {
        let taxonomy = Taxonomy::read(&index_dir.join("taxonomy.toml"));
        let lexicon = match (taxonomy, Dictionary::read(index_dir), Flags::read(&index_dir.join("flags.toml"))) {
            (Ok(taxonomy), Ok(dictionary), Ok(flags)) => Lexicon { taxonomy, dictionary, flags },
            (taxonomy, dictionary, flags) => {
                let problems = [taxonomy.err(), dictionary.err(), flags.err()];
                return Err(problems.into_iter().flatten().flatten().collect());
            }
        };
        let no_index = |error: anyhow::Error| {
            vec![Problem { file: index_dir.to_owned(), line: 0, what: format!("{error:#}"), severity: Severity::Error }]
        };
        Self::empty(Arc::new(lexicon)).map_err(no_index)
    }

    /// Another engine with the same words and nothing searched: reading the words takes longer than all else here.
    ///
    /// # Errors
    /// When the index cannot be made.
    pub fn beside(&self) -> Result<Self> {
        Self::empty(Arc::clone(&self.0.lexicon))
    }

    fn empty(lexicon: Arc<Lexicon>) -> Result<Self> {
        let searched = Searched { candidates: Candidates::empty()?, profiles: HashMap::new(), corpus: Corpus::default() };
        Ok(Self(Arc::new(Inner { lexicon, searched: RwLock::new(searched) })))
    }

    /// Sectors and leaves.
    #[must_use]
    pub fn taxonomy(&self) -> &Taxonomy {
        &self.0.lexicon.taxonomy
    }

    /// What a term that stands as a reason is called in each language, where the dictionary knows it.
    #[must_use]
    pub fn term_labels(&self, term: &str) -> Option<&Labels> {
        self.0.lexicon.dictionary.labels(term)
    }

    /// What is worth a look in taxonomy and dictionary although they can be used.
    pub fn warnings(&self) -> impl Iterator<Item = &Problem> {
        self.0.lexicon.taxonomy.warnings().iter().chain(self.0.lexicon.dictionary.warnings())
    }

    /// What staff must know of a text before anybody outside meets it.
    #[must_use]
    pub fn flags(&self, text: &str) -> BTreeSet<Flag> {
        self.0.lexicon.flags.raised_by(text)
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
            searched.put(proposal, &self.0.lexicon)?;
        }
        searched.candidates.commit_as_one()
    }

    /// Adds a proposal, or replaces the one of its id.
    ///
    /// # Errors
    /// When the index cannot take it.
    pub fn put(&self, proposal: Proposal) -> Result<()> {
        let mut searched = self.0.searched.write().unwrap_or_else(PoisonError::into_inner);
        searched.put(proposal, &self.0.lexicon)?;
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
                searched.put(proposal, &self.0.lexicon)?;
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
        let lexicon = &*self.0.lexicon;
        let readings = Readings::of(mine, lexicon);
        let asking = searched.corpus.asking(mine, &readings);
        let candidates = searched.candidates(&asking, mine, &lexicon.taxonomy)?;
        let profiles = candidates.iter().filter_map(|id| searched.profiles.get(id));
        Ok(searched.ranked(&asking, mine, profiles, now, lexicon))
    }
}

impl Matching {
    /// How many proposals say much the same as this one and yet may not be matched with it, by the gate that keeps them
    /// apart, the most frequent first.
    ///
    /// # Errors
    /// When the index cannot be searched.
    pub fn shut_out(&self, mine: &Proposal, now: Timestamp) -> Result<Vec<(Gate, usize)>> {
        let searched = self.0.searched.read().unwrap_or_else(PoisonError::into_inner);
        let readings = Readings::of(mine, &self.0.lexicon);
        let asking = searched.corpus.asking(mine, &readings);
        let mut near = BTreeSet::new();
        for reading in Reading::SEARCHED {
            let asked = searched.heaviest(reading, &asking);
            near.extend(searched.candidates.by_reading(mine, Places::Anywhere, reading, &asked)?);
        }
        let mut shut: BTreeMap<Gate, usize> = BTreeMap::new();
        for theirs in near.iter().filter(|id| **id != mine.id).filter_map(|id| searched.profiles.get(id)) {
            let is_alike = || searched.corpus.share(&asking, theirs).is_some_and(|(_, share)| share >= ALIKE);
            if let Err(gate) = gate(mine, &theirs.proposal, now)
                && is_alike()
            {
                *shut.entry(gate).or_default() += 1;
            }
        }
        let mut shut: Vec<(Gate, usize)> = shut.into_iter().collect();
        shut.sort_by_key(|&(gate, count)| (std::cmp::Reverse(count), gate));
        Ok(shut)
    }

    /// The counterparts without the index, slowly: what its candidates are measured against. Nobody who has points enough
    /// for the staff's list may be missing from [`Self::counterparts`].
    #[must_use]
    pub fn counterparts_of_all(&self, mine: &Proposal, now: Timestamp) -> Vec<Counterpart> {
        let searched = self.0.searched.read().unwrap_or_else(PoisonError::into_inner);
        let readings = Readings::of(mine, &self.0.lexicon);
        let asking = searched.corpus.asking(mine, &readings);
        searched.ranked(&asking, mine, searched.profiles.values(), now, &self.0.lexicon)
    }

    /// The proposals whose texts are most like this one's, by text alone: what `eval` measures.
    fn nearest(&self, mine: &Proposal, most: usize) -> Result<Vec<(ProposalId, f32)>> {
        let searched = self.0.searched.read().unwrap_or_else(PoisonError::into_inner);
        let readings = Readings::of(mine, &self.0.lexicon);
        let asking = searched.corpus.asking(mine, &readings);
        let mut nearest = Vec::new();
        for id in searched.candidates(&asking, mine, &self.0.lexicon.taxonomy)? {
            let theirs = searched.profiles.get(&id).context("a candidate without its profile")?;
            nearest.extend(searched.corpus.share(&asking, theirs).map(|(_, share)| (id, share)));
        }
        nearest.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        nearest.truncate(most);
        Ok(nearest)
    }
}

impl Searched {
    fn put(&mut self, proposal: Proposal, lexicon: &Lexicon) -> Result<()> {
        let readings = Readings::of(&proposal, lexicon);
        if self.profiles.contains_key(&proposal.id) {
            self.candidates.remove(proposal.id);
            self.forget(proposal.id);
        }
        let profile = self.corpus.add(proposal, &readings);
        self.candidates.add(&profile)?;
        self.profiles.insert(profile.proposal.id, profile);
        Ok(())
    }

    /// Those whose gates are open, with their points, best first.
    fn ranked<'a>(
        &self,
        asking: &Asking,
        mine: &Proposal,
        profiles: impl Iterator<Item = &'a Profile>,
        now: Timestamp,
        lexicon: &Lexicon,
    ) -> Vec<Counterpart> {
        let open = profiles.filter(|theirs| gate(mine, &theirs.proposal, now).is_ok());
        let mut scored: Vec<(ProposalId, Score)> = open
            .map(|theirs| {
                let text = self.corpus.compare(asking, theirs);
                (theirs.proposal.id, score(mine, &theirs.proposal, text, now, &lexicon.taxonomy))
            })
            .collect();
        rank(&mut scored);
        // Words for the reasons take longer than the points: only whoever may be shown gets them.
        let reasons = self.corpus.reasons(mine, lexicon);
        for (id, score) in scored.iter_mut().filter(|(_, score)| score.shelf() != Shelf::None).take(EXPLAINED) {
            if let Some(theirs) = self.profiles.get(id) {
                score.explain(self.corpus.shared_terms(&reasons, asking, theirs));
            }
        }
        let by = |id| self.profiles.get(&id).and_then(|profile| profile.proposal.organisation);
        scored.into_iter().map(|(id, score)| Counterpart { id, organisation: by(id), score }).collect()
    }

    fn forget(&mut self, id: ProposalId) {
        if let Some(old) = self.profiles.remove(&id) {
            self.corpus.remove(&old);
        }
    }

    /// Everybody of a kind that answers who shares a heavy term of some reading, a declared leaf, or its sector: nobody else can
    /// have points enough for the staff's list.
    fn candidates(&self, asking: &Asking, mine: &Proposal, taxonomy: &Taxonomy) -> Result<BTreeSet<ProposalId>> {
        let mut found = BTreeSet::new();
        for reading in Reading::SEARCHED {
            let asked = self.heaviest(reading, asking);
            found.extend(self.candidates.by_reading(mine, Places::Wanted, reading, &asked)?);
        }
        let leaves: Vec<&str> = mine.sectors.iter().map(String::as_str).collect();
        let sectors: BTreeSet<&str> = leaves.iter().filter_map(|leaf| taxonomy.sector_of(leaf)).collect();
        let around: Vec<&str> = sectors.iter().flat_map(|sector| taxonomy.leaves_of(sector)).map(String::as_str).collect();
        found.extend(self.candidates.by_leaf(mine, &leaves)?);
        found.extend(self.candidates.by_leaf(mine, &around)?);
        Ok(found)
    }

    fn heaviest(&self, reading: Reading, asking: &Asking) -> Vec<(u64, f32)> {
        let commonness = self.corpus.of(reading);
        let mut weighed: Vec<(u32, f32)> = asking
            .terms(reading)
            .iter()
            .map(|&term| (term, commonness.weight(term)))
            .filter(|(_, weight)| *weight > 0.0)
            .collect();
        weighed.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let mut held = 0;
        let few = |(place, (term, _)): &(usize, (u32, f32))| {
            held += commonness.holders(*term);
            *place < ASKED_AT_LEAST || held <= HELD
        };
        let asked = weighed.into_iter().take(ASKED).enumerate().take_while(few);
        asked.map(|(_, (term, weight))| (u64::from(term), weight)).collect()
    }
}
