//! The index in memory that finds candidates: one tantivy field per reading, and the declared sectors.
//! It only has to find everybody who may be worth points; the points are given elsewhere.
//!
//! Each term is kept together with the kind of its proposal: a search then touches only those that can answer, and needs no
//! filter that would make it read everybody.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use tantivy::merge_policy::{LogMergePolicy, NoMergePolicy};
use tantivy::schema::{FAST, Field, INDEXED, IndexRecordOption, Schema};
use tantivy::{DocSet, Index, IndexReader, IndexWriter, ReloadPolicy, TERMINATED, TantivyDocument, Term as Key};

use super::likeness::Profile;
use super::readings::{Reading, Term};
use crate::domain::{Country, Kind, OpportunityId, Proposal, ProposalId, RequestId, Targets};

/// So many candidates by each reading and by sector: far more than are ever shown.
pub const CANDIDATES: usize = 100;
/// The least that tantivy allows one indexing thread, in bytes.
const WRITER_MEMORY: usize = 15_000_000;

/// Where candidates may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Places {
    /// Only in countries where the side that asks looks. Without this a side whose own country has most of the directory
    /// would find hardly anybody abroad.
    Wanted,
    Anywhere,
}

/// The index and its only writer.
pub struct Candidates {
    fields: Fields,
    writer: IndexWriter,
    reader: IndexReader,
}

#[derive(Clone, Copy)]
struct Fields {
    number: Field,
    country: Field,
    leaf: Field,
    /// In the order of [`Reading::SEARCHED`].
    readings: [Field; Reading::SEARCHED.len()],
}

impl Candidates {
    /// An empty index.
    ///
    /// # Errors
    /// When tantivy cannot start its writer.
    pub fn empty() -> Result<Self> {
        let mut schema = Schema::builder();
        let fields = Fields {
            number: schema.add_u64_field("number", INDEXED | FAST),
            country: schema.add_u64_field("country", FAST),
            leaf: schema.add_u64_field("leaf", INDEXED),
            readings: Reading::SEARCHED.map(|reading| schema.add_u64_field(&format!("{reading:?}").to_lowercase(), INDEXED)),
        };
        let index = Index::create_in_ram(schema.build());
        let writer = index.writer_with_num_threads(1, WRITER_MEMORY).context("start the writer of the matching index")?;
        let reader =
            index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into().context("open the matching index")?;
        Ok(Self { fields, writer, reader })
    }

    /// Adds a proposal that is not there; seen after [`Self::commit`].
    ///
    /// # Errors
    /// When tantivy cannot take it.
    pub fn add(&self, profile: &Profile) -> Result<()> {
        let proposal = &profile.proposal;
        let mut document = TantivyDocument::new();
        document.add_u64(self.fields.number, number(proposal.id));
        document.add_u64(self.fields.country, proposal.country as u64);
        for leaf in &proposal.sectors {
            document.add_u64(self.fields.leaf, of_kind(proposal.kind, leaf_number(leaf)));
        }
        for (field, reading) in self.fields.readings.into_iter().zip(Reading::SEARCHED) {
            for term in profile.terms(reading) {
                document.add_u64(field, of_kind(proposal.kind, u64::from(*term)));
            }
        }
        self.writer.add_document(document).context("add a proposal to the matching index")?;
        Ok(())
    }

    /// Takes a proposal out; seen after [`Self::commit`].
    pub fn remove(&self, id: ProposalId) {
        self.writer.delete_term(Key::from_field_u64(self.fields.number, number(id)));
    }

    /// Takes all out, to be filled anew and closed by [`Self::commit_as_one`].
    ///
    /// # Errors
    /// When tantivy cannot.
    pub fn clear(&self) -> Result<()> {
        self.writer.delete_all_documents().context("empty the matching index")?;
        self.writer.set_merge_policy(Box::new(NoMergePolicy));
        Ok(())
    }

    /// As [`Self::commit`], and leaves one segment: what lies in many is searched once in each.
    ///
    /// # Errors
    /// When tantivy cannot.
    pub fn commit_as_one(&mut self) -> Result<()> {
        self.writer.commit().context("commit the matching index")?;
        let segments = self.writer.index().searchable_segment_ids().context("look at the matching index")?;
        if segments.len() > 1 {
            self.writer.merge(&segments).wait().context("put the matching index together")?;
        }
        self.writer.set_merge_policy(Box::<LogMergePolicy>::default());
        self.reader.reload().context("reload the matching index")
    }

    /// Makes what was put and removed seen.
    ///
    /// # Errors
    /// When tantivy cannot.
    pub fn commit(&mut self) -> Result<()> {
        self.writer.commit().context("commit the matching index")?;
        self.reader.reload().context("reload the matching index")
    }

    /// Proposals that answer `mine`, stand in these places, and share terms of this reading; `asked` are the terms worth asking
    /// for, each with what it is worth.
    ///
    /// # Errors
    /// When tantivy cannot search.
    pub fn by_reading(
        &self,
        mine: &Proposal,
        places: Places,
        reading: Reading,
        asked: &[(u64, f32)],
    ) -> Result<BTreeSet<ProposalId>> {
        let searched = self.fields.readings.into_iter().zip(Reading::SEARCHED).find(|(_, searched)| *searched == reading);
        searched.map_or_else(|| Ok(BTreeSet::new()), |(field, _)| self.search(mine, places, field, asked))
    }

    /// Proposals that answer `mine`, stand where it looks, and name most of these leaves.
    ///
    /// # Errors
    /// When tantivy cannot search.
    pub fn by_leaf(&self, mine: &Proposal, leaves: &[&str]) -> Result<BTreeSet<ProposalId>> {
        let asked: Vec<(u64, f32)> = leaves.iter().map(|leaf| (leaf_number(leaf), 1.0)).collect();
        self.search(mine, Places::Wanted, self.fields.leaf, &asked)
    }

    /// Adds up, term by term, what each proposal shares. Hundreds of terms are asked for at once: tantivy's own queries, made for
    /// a few words, would set up a scorer for each.
    fn search(&self, mine: &Proposal, places: Places, field: Field, asked: &[(u64, f32)]) -> Result<BTreeSet<ProposalId>> {
        let mut found: Vec<(f32, u64)> = Vec::new();
        for segment in self.reader.searcher().segment_readers() {
            let mut shared = vec![0.0_f32; segment.max_doc() as usize];
            let index = segment.inverted_index(field).context("open the matching index")?;
            for (kind, (term, worth)) in
                mine.kind.complements().iter().flat_map(|kind| asked.iter().map(move |one| (*kind, one)))
            {
                let key = Key::from_field_u64(field, of_kind(kind, *term));
                let Some(mut holders) =
                    index.read_postings(&key, IndexRecordOption::Basic).context("search for candidates")?
                else {
                    continue;
                };
                while holders.doc() != TERMINATED {
                    shared[holders.doc() as usize] += worth;
                    holders.advance();
                }
            }
            let numbers = segment.fast_fields().u64("number").context("read a candidate")?;
            let countries = segment.fast_fields().u64("country").context("read a candidate")?;
            let sharing = (0..).zip(shared).filter(|&(document, shared)| shared > 0.0 && !segment.is_deleted(document));
            let there = sharing
                .filter(|&(document, _)| countries.first(document).is_some_and(|country| stands(mine, places, country)));
            found.extend(there.filter_map(|(document, shared)| Some((shared, numbers.first(document)?))));
        }
        found.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        Ok(found.into_iter().take(CANDIDATES).map(|(_, number)| id(number)).collect())
    }
}

/// Whether a country is one of these places.
fn stands(mine: &Proposal, places: Places, country: u64) -> bool {
    match &mine.targets {
        _ if places == Places::Anywhere => true,
        // Two sides from countries that are not in the list may well be abroad to each other.
        Targets::Abroad => mine.country == Country::Other || country != mine.country as u64,
        Targets::Only(countries) => countries.iter().any(|wanted| country == *wanted as u64),
    }
}

/// How a term of a proposal of this kind stands in the index: by its number, since neighbouring numbers make a small index.
fn of_kind(kind: Kind, term: u64) -> u64 {
    term << 8 | kind as u64
}

fn leaf_number(leaf: &str) -> u64 {
    Term::leaf(leaf).0
}

/// Both kinds of id in one number: opportunities are odd.
fn number(id: ProposalId) -> u64 {
    match id {
        ProposalId::Request(RequestId(id)) => id.unsigned_abs() * 2,
        ProposalId::Opportunity(OpportunityId(id)) => id.unsigned_abs() * 2 + 1,
    }
}

fn id(number: u64) -> ProposalId {
    let row = i64::try_from(number / 2).expect("half of a u64 fits");
    if number.is_multiple_of(2) { ProposalId::Request(RequestId(row)) } else { ProposalId::Opportunity(OpportunityId(row)) }
}
