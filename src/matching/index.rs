//! The index in memory that finds candidates: one tantivy field per reading, and the declared sectors.
//! It only has to find everybody who may be worth points; the points are given elsewhere.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, ConstScoreQuery, Occur, Query, TermQuery};
use tantivy::schema::{FAST, Field, INDEXED, IndexRecordOption, STRING, Schema, TextFieldIndexing, TextOptions};
use tantivy::{Index, IndexReader, IndexWriter, ReloadPolicy, TantivyDocument, Term};

use super::readings::{Reading, Readings};
use crate::domain::{Kind, OpportunityId, Proposal, ProposalId, RequestId};

/// So many candidates by each reading and by sector: far more than are ever shown.
pub const CANDIDATES: usize = 100;
/// The least that tantivy allows one indexing thread, in bytes.
const WRITER_MEMORY: usize = 15_000_000;

/// The index and its only writer.
pub struct Candidates {
    fields: Fields,
    writer: IndexWriter,
    reader: IndexReader,
}

#[derive(Clone, Copy)]
struct Fields {
    number: Field,
    kind: Field,
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
            kind: schema.add_text_field("kind", STRING),
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
        document.add_text(self.fields.kind, proposal.kind.code());
        for leaf in &proposal.sectors {
            document.add_text(self.fields.leaf, leaf);
        }
        for (field, reading) in self.fields.readings.into_iter().zip(Reading::SEARCHED) {
            document.add_text(field, readings.terms(reading).join(" "));
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

    /// Proposals of these kinds that share terms of this reading; `heaviest` are the terms worth asking for.
    ///
    /// # Errors
    /// When tantivy cannot search.
    pub fn by_reading(&self, kinds: &[Kind], reading: Reading, heaviest: &[&str]) -> Result<BTreeSet<ProposalId>> {
        let searched = self.fields.readings.into_iter().zip(Reading::SEARCHED).find(|(_, searched)| *searched == reading);
        searched.map_or_else(|| Ok(BTreeSet::new()), |(field, _)| self.search(kinds, field, heaviest))
    }

    /// Proposals of these kinds that name one of these leaves.
    ///
    /// # Errors
    /// When tantivy cannot search.
    pub fn by_leaf(&self, kinds: &[Kind], leaves: &[&str]) -> Result<BTreeSet<ProposalId>> {
        self.search(kinds, self.fields.leaf, leaves)
    }

    fn search(&self, kinds: &[Kind], field: Field, terms: &[&str]) -> Result<BTreeSet<ProposalId>> {
        let any_of = |field, texts: &mut dyn Iterator<Item = &str>| -> Box<dyn Query> {
            let clauses = texts.map(|text| -> (Occur, Box<dyn Query>) {
                (Occur::Should, Box::new(TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::WithFreqs)))
            });
            Box::new(BooleanQuery::new(clauses.collect()))
        };
        let of_kind = any_of(self.fields.kind, &mut kinds.iter().map(|kind| kind.code()));
        let query = BooleanQuery::new(vec![
            (Occur::Must, Box::new(ConstScoreQuery::new(of_kind, 0.0))),
            (Occur::Must, any_of(field, &mut terms.iter().copied())),
        ]);
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
