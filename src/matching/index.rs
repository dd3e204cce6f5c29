//! The index in memory that finds candidates: one tantivy field per reading, and the declared sectors.
//! It only has to find everybody who may be worth points; the points are given elsewhere.
//!
//! Each term is kept with the kind of its proposal (`tech-offer/litio`): a search then touches only those that can answer,
//! and needs no filter that would make it read everybody.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, ConstScoreQuery, Occur, Query, TermQuery};
use tantivy::schema::{FAST, Field, INDEXED, IndexRecordOption, STRING, Schema, TextFieldIndexing, TextOptions};
use tantivy::{Index, IndexReader, IndexWriter, ReloadPolicy, TantivyDocument, Term};

use super::readings::{Reading, Readings};
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
        let terms = TextFieldIndexing::default().set_tokenizer("whitespace").set_index_option(IndexRecordOption::WithFreqs);
        let counted = TextOptions::default().set_indexing_options(terms);
        let fields = Fields {
            number: schema.add_u64_field("number", INDEXED | FAST),
            country: schema.add_text_field("country", STRING),
            leaf: schema.add_text_field("leaf", STRING),
            readings: Reading::SEARCHED
                .map(|reading| schema.add_text_field(&format!("{reading:?}").to_lowercase(), counted.clone())),
        };
        let index = Index::create_in_ram(schema.build());
        let writer = index.writer_with_num_threads(1, WRITER_MEMORY).context("start the writer of the matching index")?;
        let reader =
            index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into().context("open the matching index")?;
        Ok(Self { fields, writer, reader })
    }

    /// Adds or replaces a proposal; seen after [`Self::commit`].
    ///
    /// # Errors
    /// When tantivy cannot take it.
    pub fn put(&self, proposal: &Proposal, readings: &Readings) -> Result<()> {
        self.remove(proposal.id);
        let mut document = TantivyDocument::new();
        document.add_u64(self.fields.number, number(proposal.id));
        document.add_text(self.fields.country, proposal.country.code());
        for leaf in &proposal.sectors {
            document.add_text(self.fields.leaf, of_kind(proposal.kind, leaf));
        }
        for (field, reading) in self.fields.readings.into_iter().zip(Reading::SEARCHED) {
            let terms: Vec<String> = readings.terms(reading).iter().map(|term| of_kind(proposal.kind, term)).collect();
            document.add_text(field, terms.join(" "));
        }
        self.writer.add_document(document).context("add a proposal to the matching index")?;
        Ok(())
    }

    /// Takes a proposal out; seen after [`Self::commit`].
    pub fn remove(&self, id: ProposalId) {
        self.writer.delete_term(Term::from_field_u64(self.fields.number, number(id)));
    }

    /// Takes all out; seen after [`Self::commit`].
    ///
    /// # Errors
    /// When tantivy cannot.
    pub fn clear(&self) -> Result<()> {
        self.writer.delete_all_documents().context("empty the matching index")?;
        Ok(())
    }

    /// Makes what was put and removed seen.
    ///
    /// # Errors
    /// When tantivy cannot.
    pub fn commit(&mut self) -> Result<()> {
        self.writer.commit().context("commit the matching index")?;
        self.reader.reload().context("reload the matching index")
    }

    /// Proposals that answer `mine`, stand in these places, and share terms of this reading; `heaviest` are the terms
    /// worth asking for.
    ///
    /// # Errors
    /// When tantivy cannot search.
    pub fn by_reading(
        &self,
        mine: &Proposal,
        places: Places,
        reading: Reading,
        heaviest: &[&str],
    ) -> Result<BTreeSet<ProposalId>> {
        let searched = self.fields.readings.into_iter().zip(Reading::SEARCHED).find(|(_, searched)| *searched == reading);
        searched.map_or_else(|| Ok(BTreeSet::new()), |(field, _)| self.search(mine, places, field, heaviest))
    }

    /// Proposals that answer `mine`, stand where it looks, and name one of these leaves.
    ///
    /// # Errors
    /// When tantivy cannot search.
    pub fn by_leaf(&self, mine: &Proposal, leaves: &[&str]) -> Result<BTreeSet<ProposalId>> {
        self.search(mine, Places::Wanted, self.fields.leaf, leaves)
    }

    fn search(&self, mine: &Proposal, places: Places, field: Field, terms: &[&str]) -> Result<BTreeSet<ProposalId>> {
        let term = |field, text: &str| -> Box<dyn Query> {
            Box::new(TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::WithFreqs))
        };
        let kinds = mine.kind.complements().iter();
        let shared = kinds.flat_map(|&kind| terms.iter().map(move |text| of_kind(kind, text)));
        let shared: Vec<_> = shared.map(|text| (Occur::Should, term(field, &text))).collect();
        let place = |country: Country| term(self.fields.country, country.code());
        let mut clauses: Vec<(Occur, Box<dyn Query>)> = vec![(Occur::Must, Box::new(BooleanQuery::new(shared)))];
        match &mine.targets {
            _ if places == Places::Anywhere => {}
            // Two sides from countries that are not in the list may well be abroad to each other.
            Targets::Abroad if mine.country == Country::Other => {}
            Targets::Abroad => clauses.push((Occur::MustNot, place(mine.country))),
            Targets::Only(countries) => {
                let any = countries.iter().map(|&country| (Occur::Should, place(country))).collect();
                clauses.push((Occur::Must, Box::new(ConstScoreQuery::new(Box::new(BooleanQuery::new(any)), 0.0))));
            }
        }
        let query = BooleanQuery::new(clauses);
        let searcher = self.reader.searcher();
        let hits =
            searcher.search(&query, &TopDocs::with_limit(CANDIDATES).order_by_score()).context("search for candidates")?;
        let mut found = BTreeSet::new();
        for (_, address) in hits {
            let numbers =
                searcher.segment_reader(address.segment_ord).fast_fields().u64("number").context("read a candidate")?;
            found.extend(numbers.first(address.doc_id).map(id));
        }
        Ok(found)
    }
}

/// How a term of a proposal of this kind stands in the index.
fn of_kind(kind: Kind, term: &str) -> String {
    format!("{}/{term}", kind.code())
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
