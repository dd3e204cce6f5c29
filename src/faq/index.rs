//! The tantivy indexes: one for each language, one document per entry, six fields, one segment.
//! On disk it is tantivy's, checked and compressed. In memory the lists of documents lie open: a question has some hundred
//! weak terms in each of four languages, and looking each up in a dictionary and unpacking its list would be most of the work.
//! It gives lists with BM25's factor for frequency and length; what they are worth is decided in `search`.

use std::{ops::Range, path::Path};

use tantivy::{
    Directory, InvertedIndexReader, SegmentReader, SingleSegmentIndexWriter, TantivyDocument, TantivyError,
    directory::{MmapDirectory, RamDirectory},
    fieldnorm::FieldNormReader,
    postings::BlockSegmentPostings,
    schema::{Field as SchemaField, IndexRecordOption, Schema, TextFieldIndexing, TextOptions},
};

use crate::domain::Lang;

use super::{
    analysis::Kind,
    entry::stable_hash,
    lexicon::{Lexicon, Parts},
};

const N_LANGS: usize = Lang::ALL.len();
/// Fields per language.
pub(super) const N_FIELDS: usize = 6;
/// Memory for a segment while it is written. It says only how large its table of terms is to begin with.
const WRITER_MEMORY: usize = 3_000_000;
const K1: f32 = 1.2;
const B: f32 = 0.75;

/// The two sides of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// The question and its phrasings.
    Asked,
    Answer,
}

/// One of the six fields of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Field(pub Side, pub Kind);

impl Field {
    /// All six; a field's place here is its number.
    pub const ALL: [Self; N_FIELDS] = [
        Self(Side::Asked, Kind::Grams),
        Self(Side::Asked, Kind::Words),
        Self(Side::Asked, Kind::Pairs),
        Self(Side::Answer, Kind::Grams),
        Self(Side::Answer, Kind::Words),
        Self(Side::Answer, Kind::Pairs),
    ];

    /// What the field is called in explanations.
    pub fn name(self) -> &'static str {
        match self {
            Self(Side::Asked, Kind::Grams) => "asked-grams",
            Self(Side::Asked, Kind::Words) => "asked-words",
            Self(Side::Asked, Kind::Pairs) => "asked-pairs",
            Self(Side::Answer, Kind::Grams) => "answer-grams",
            Self(Side::Answer, Kind::Words) => "answer-words",
            Self(Side::Answer, Kind::Pairs) => "answer-pairs",
        }
    }
}

/// An opened index, ready to be read by many threads.
pub(super) struct Index {
    languages: [LangIndex; N_LANGS],
    pub n_docs: usize,
}

/// The documents of one language.
#[derive(Default)]
pub(super) struct LangIndex {
    pub n_docs: usize,
    /// In the order of [`Field::ALL`]; none where the field is empty in every document.
    pub fields: [Option<FieldIndex>; N_FIELDS],
}

/// One field of one language. Most terms have a single document, so a table of terms would be larger than the lists: this one
/// keeps half of each key and no empty places.
pub(super) struct FieldIndex {
    /// Where the terms of each shelf begin, and where those of the last one end. A term's shelf is the beginning of its key.
    shelves: Vec<u32>,
    terms: Vec<Listed>,
    postings: Vec<Posting>,
}

/// The list of a term.
struct Listed {
    /// The end of the term's key.
    key: u32,
    /// Where its list ends; it begins where the one before ends.
    end: u32,
}

/// A document of a term, and BM25's factor for the term's frequency and the document's length, between 0 and 1: the number in
/// the upper 24 bits, the factor in 255ths below. Half the memory of two numbers, and finer than the length, which
/// tantivy keeps in 8 bits too.
#[derive(Debug, Clone, Copy)]
pub(super) struct Posting(u32);

impl Posting {
    const MOST_DOCS: u32 = 1 << 24;

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a factor is between 0 and 1")]
    fn new(doc: u32, factor: f32) -> Self {
        Self(doc << 8 | (factor * 255.0).round() as u32)
    }

    pub fn doc(self) -> usize {
        (self.0 >> 8) as usize
    }

    pub fn factor(self) -> f32 {
        f32::from(self.0 as u8) / 255.0
    }
}

/// What a term is looked up by: the chance that a term which is in no document is taken for another is below one in a hundred
/// million.
pub(super) fn term_key(term: &str) -> u64 {
    spread(stable_hash(term.as_bytes()))
}

/// Short terms that begin alike differ in the middle of their hashes; afterwards they differ at the beginning too.
fn spread(hash: u64) -> u64 {
    hash.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

type SchemaFields = [SchemaField; N_FIELDS];

fn schema() -> (Schema, SchemaFields) {
    // Terms are handed over as words of one text: none has a space in it.
    let indexing = TextFieldIndexing::default()
        .set_tokenizer("whitespace")
        .set_index_option(IndexRecordOption::WithFreqs)
        .set_fieldnorms(true);
    let options = TextOptions::default().set_indexing_options(indexing);
    let mut schema = Schema::builder();
    let fields = Field::ALL.map(|field| schema.add_text_field(field.name(), options.clone()));
    (schema.build(), fields)
}

/// The index of one language while it is written.
pub(super) struct Writer {
    fields: SchemaFields,
    writer: SingleSegmentIndexWriter,
}

impl Writer {
    /// Writes into this folder.
    pub fn on_disk(folder: &Path) -> tantivy::Result<Self> {
        Self::new(MmapDirectory::open(folder)?)
    }

    pub fn in_memory() -> tantivy::Result<Self> {
        Self::new(RamDirectory::create())
    }

    fn new(folder: impl Into<Box<dyn Directory>>) -> tantivy::Result<Self> {
        let (schema, fields) = schema();
        let builder = tantivy::Index::builder().schema(schema);
        Ok(Self { fields, writer: builder.single_segment_index_writer(folder, WRITER_MEMORY)? })
    }

    /// Adds the next document: its number within the language is its place. Sorts the parts, because tantivy is faster where a
    /// term meets itself.
    pub fn add(&mut self, lexicon: &Lexicon, asked: &mut Parts, answer: &mut Parts) -> tantivy::Result<()> {
        let mut doc = TantivyDocument::default();
        for (Field(side, kind), number) in Field::ALL.into_iter().zip(self.fields) {
            let parts = if side == Side::Asked { &mut *asked } else { &mut *answer };
            parts[kind as usize].sort_unstable();
            let mut text = String::new();
            for seen in &parts[kind as usize] {
                text.push_str(lexicon.numbers[kind as usize].spelled(seen.number()));
                text.push(' ');
            }
            doc.add_text(number, text);
        }
        self.writer.add_document(doc)
    }

    /// Completes the index, durably where it is on disk.
    pub fn finish(self) -> tantivy::Result<tantivy::Index> {
        self.writer.finalize()
    }
}

impl LangIndex {
    /// Opens what a [`Writer`] has written. The files must be sound: tantivy panics over some damaged ones.
    pub fn open(folder: &Path, docs: &[u32]) -> tantivy::Result<Self> {
        Self::read(&tantivy::Index::open_in_dir(folder)?, docs)
    }

    /// Reads an index whose documents have these numbers among those of all languages.
    pub fn read(index: &tantivy::Index, docs: &[u32]) -> tantivy::Result<Self> {
        let segments = index.searchable_segments()?;
        let [segment] = segments.as_slice() else {
            return Err(TantivyError::InternalError("the index has more than one segment".to_owned()));
        };
        let segment = SegmentReader::open(segment)?;
        if segment.max_doc() as usize != docs.len() {
            return Err(TantivyError::InternalError("the index and its entries differ".to_owned()));
        }
        if docs.last().is_some_and(|last| *last >= Posting::MOST_DOCS) {
            return Err(TantivyError::InternalError("there are more than sixteen million documents".to_owned()));
        }
        let (_, fields) = schema();
        let mut opened = Self::default();
        for (place, field) in opened.fields.iter_mut().zip(fields) {
            let norms = segment.get_fieldnorms_reader(field)?;
            let lengths = (0..segment.max_doc()).map(|doc| norms.fieldnorm(doc)).filter(|length| *length > 0);
            let (count, sum) = lengths.fold((0_usize, 0_u64), |(count, sum), length| (count + 1, sum + u64::from(length)));
            opened.n_docs = opened.n_docs.max(count);
            if count > 0 {
                let read = FieldIndex::read(&*segment.inverted_index(field)?, &norms, &length_factors(sum, count), docs);
                *place = Some(read?);
            }
        }
        Ok(opened)
    }
}

#[expect(clippy::cast_precision_loss, reason = "lengths are small, and an average needs no more")]
fn length_factors(sum: u64, count: usize) -> Box<[f32; 256]> {
    let average = sum as f32 / count as f32;
    Box::new(std::array::from_fn(|class| {
        let class = u8::try_from(class).expect("there are 256 classes");
        K1 * (1.0 - B + B * FieldNormReader::id_to_fieldnorm(class) as f32 / average)
    }))
}

impl Index {
    /// The documents of all languages, so many together.
    pub fn new(languages: [LangIndex; N_LANGS], n_docs: usize) -> Self {
        Self { languages, n_docs }
    }

    /// The documents of a language, if there are any.
    pub fn language(&self, lang: Lang) -> Option<&LangIndex> {
        Some(&self.languages[lang.index()]).filter(|language| language.n_docs > 0)
    }
}

impl FieldIndex {
    #[expect(clippy::cast_precision_loss, reason = "a frequency within one entry is small")]
    fn read(
        index: &InvertedIndexReader,
        norms: &FieldNormReader,
        length_factors: &[f32; 256],
        docs: &[u32],
    ) -> tantivy::Result<Self> {
        let mut found: Vec<(u64, Range<usize>)> = Vec::with_capacity(index.terms().num_terms());
        let mut postings = Vec::with_capacity(found.capacity());
        let mut terms = index.terms().stream()?;
        // One for all terms: making it costs more than reading the few documents of most terms.
        let mut opened: Option<BlockSegmentPostings> = None;
        while let Some((term, info)) = terms.next() {
            let begin = postings.len();
            let block = match &mut opened {
                Some(block) => {
                    index.reset_block_postings_from_terminfo(info, block)?;
                    block
                }
                None => opened.insert(index.read_block_postings_from_terminfo(info, IndexRecordOption::WithFreqs)?),
            };
            while !block.docs().is_empty() {
                postings.extend(block.docs().iter().zip(block.freqs()).map(|(doc, freq)| {
                    let freq = *freq as f32;
                    let factor = freq / (freq + length_factors[usize::from(norms.fieldnorm_id(*doc))]);
                    Posting::new(docs[*doc as usize], factor)
                }));
                block.advance();
            }
            found.push((spread(stable_hash(term)), begin..postings.len()));
        }
        Ok(Self::shelved(found, &postings))
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "half of a key, and more than four thousand million postings fit nowhere"
    )]
    fn shelved(mut found: Vec<(u64, Range<usize>)>, unsorted: &[Posting]) -> Self {
        found.sort_unstable_by_key(|(key, _)| *key);
        // A shelf for two to four terms.
        let n_shelves = (found.len() / 2).next_power_of_two();
        let mut field = Self {
            shelves: Vec::with_capacity(n_shelves + 1),
            terms: Vec::with_capacity(found.len()),
            postings: Vec::with_capacity(unsorted.len()),
        };
        for (key, range) in found {
            let shelf = shelf(key, n_shelves);
            while field.shelves.len() <= shelf {
                field.shelves.push(field.terms.len() as u32);
            }
            field.postings.extend_from_slice(&unsorted[range]);
            field.terms.push(Listed { key: key as u32, end: field.postings.len() as u32 });
        }
        field.shelves.resize(n_shelves + 1, field.terms.len() as u32);
        field
    }

    /// The documents of a term; none when it is unknown.
    #[expect(clippy::cast_possible_truncation, reason = "half of a key")]
    pub fn find(&self, key: u64) -> &[Posting] {
        let shelf = shelf(key, self.shelves.len() - 1);
        let (first, last) = (self.shelves[shelf] as usize, self.shelves[shelf + 1] as usize);
        let Some(place) = self.terms[first..last].iter().position(|term| term.key == key as u32) else { return &[] };
        let begin = (first + place).checked_sub(1).map_or(0, |before| self.terms[before].end);
        &self.postings[begin as usize..self.terms[first + place].end as usize]
    }
}

/// The shelf of a key, of a power of two of shelves.
fn shelf(key: u64, n_shelves: usize) -> usize {
    // A shift by all bits is none.
    key.checked_shr(64 - n_shelves.ilog2()).map_or(0, |shelf| usize::try_from(shelf).unwrap_or(usize::MAX))
}

/// How rare a term is among this many documents: BM25's idf.
#[expect(clippy::cast_precision_loss, reason = "counts of documents")]
pub(super) fn rarity(doc_freq: usize, n_docs: usize) -> f32 {
    (1.0 + (n_docs.saturating_sub(doc_freq) as f32 + 0.5) / (doc_freq as f32 + 0.5)).ln()
}
