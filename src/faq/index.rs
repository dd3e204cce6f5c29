//! The tantivy index: one document per entry and language, six fields per language, one segment.
//! On disk it is tantivy's, checked and compressed. In memory the lists of documents lie open: a question has some hundred
//! weak terms in each of four languages, and looking each up in a dictionary and unpacking its list would be most of the work.
//! It gives lists with BM25's factor for frequency and length; what they are worth is decided in `search`.

use std::path::Path;

use rustc_hash::FxHashMap;
use tantivy::{
    Directory, InvertedIndexReader, TantivyDocument, TantivyError,
    directory::{MmapDirectory, RamDirectory},
    fieldnorm::FieldNormReader,
    schema::{Field as SchemaField, IndexRecordOption, Schema, TextFieldIndexing, TextOptions},
};

use crate::domain::Lang;

use super::{
    Words,
    analysis::{self, Kind},
    entry::stable_hash,
};

const N_LANGS: usize = Lang::ALL.len();
/// Fields per language.
pub(super) const N_FIELDS: usize = 6;
/// Memory for the one segment while it is written; more only makes its hash table larger.
const WRITER_MEMORY: usize = 15_000_000;
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
    /// None for a language without documents.
    languages: [Option<LangIndex>; N_LANGS],
    pub n_docs: usize,
}

/// The documents of one language.
pub(super) struct LangIndex {
    pub n_docs: usize,
    /// In the order of [`Field::ALL`]; none where the field is empty in every document.
    pub fields: [Option<FieldIndex>; N_FIELDS],
}

/// One field of one language.
pub(super) struct FieldIndex {
    /// Where the list of each term begins and ends, by [`term_key`].
    lists: FxHashMap<u64, (u32, u32)>,
    postings: Vec<Posting>,
}

/// A document of a term, and BM25's factor for the term's frequency and the document's length, between 0 and 1: the number in
/// the upper 24 bits, the factor in steps of 1/255 below. Half the memory of two numbers, and finer than the length, which
/// tantivy keeps in 8 bits too.
#[derive(Debug, Clone, Copy)]
pub(super) struct Posting(u32);

impl Posting {
    const MOST_DOCS: u32 = 1 << 24;
    pub const STEPS: usize = 256;

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a factor is between 0 and 1")]
    fn new(doc: u32, factor: f32) -> Self {
        Self(doc << 8 | (factor * 255.0).round() as u32)
    }

    pub fn doc(self) -> usize {
        (self.0 >> 8) as usize
    }

    /// The factor's step.
    pub fn step(self) -> usize {
        usize::from(self.0 as u8)
    }

    /// The factor of a step.
    #[expect(clippy::cast_precision_loss, reason = "there are few steps")]
    pub fn factor(step: usize) -> f32 {
        step as f32 / (Self::STEPS - 1) as f32
    }
}

/// What a term is looked up by: the chance that two of a million terms share one is below one in ten million.
pub(super) fn term_key(term: &str) -> u64 {
    stable_hash(term.as_bytes())
}

/// Writes the documents into this folder, in their order: a document's number is its place.
pub(super) fn write<'a>(folder: &Path, docs: impl Iterator<Item = (Lang, &'a Words)>) -> tantivy::Result<()> {
    fill(MmapDirectory::open(folder)?, docs).map(drop)
}

/// The same in memory.
pub(super) fn in_memory<'a>(docs: impl Iterator<Item = (Lang, &'a Words)>) -> tantivy::Result<Index> {
    open_index(&fill(RamDirectory::create(), docs)?)
}

/// Opens what [`write`] has written. The files must be sound: tantivy panics over some damaged ones.
pub(super) fn open(folder: &Path) -> tantivy::Result<Index> {
    open_index(&tantivy::Index::open_in_dir(folder)?)
}

type SchemaFields = [[SchemaField; N_FIELDS]; N_LANGS];

fn schema() -> (Schema, SchemaFields) {
    // Terms are handed over as words of one text: none has a space in it.
    let indexing = TextFieldIndexing::default()
        .set_tokenizer("whitespace")
        .set_index_option(IndexRecordOption::WithFreqs)
        .set_fieldnorms(true);
    let options = TextOptions::default().set_indexing_options(indexing);
    let mut schema = Schema::builder();
    let mut field = |lang: usize, number: usize| {
        let name = format!("{}-{}", Lang::ALL[lang].code(), Field::ALL[number].name());
        schema.add_text_field(&name, options.clone())
    };
    let fields = std::array::from_fn(|lang| std::array::from_fn(|number| field(lang, number)));
    (schema.build(), fields)
}

fn fill<'a>(
    folder: impl Into<Box<dyn Directory>>,
    docs: impl Iterator<Item = (Lang, &'a Words)>,
) -> tantivy::Result<tantivy::Index> {
    let (schema, fields) = schema();
    let builder = tantivy::Index::builder().schema(schema);
    let mut writer = builder.single_segment_index_writer::<TantivyDocument>(folder, WRITER_MEMORY)?;
    for (lang, words) in docs {
        let asked = analysis::terms_of_all(lang, words.ways_to_ask());
        let answer = analysis::terms_of_all(lang, [words.answer.as_str()]);
        let mut doc = TantivyDocument::default();
        for (field, number) in Field::ALL.iter().zip(fields[lang.index()]) {
            let terms = if field.0 == Side::Asked { &asked } else { &answer };
            let terms: Vec<&str> = terms[field.1 as usize].iter().map(|term| term.text.as_str()).collect();
            doc.add_text(number, terms.join(" "));
        }
        writer.add_document(doc)?;
    }
    writer.finalize()
}

fn open_index(index: &tantivy::Index) -> tantivy::Result<Index> {
    let searcher = index.reader()?.searcher();
    let (_, fields) = schema();
    let [segment] = searcher.segment_readers() else {
        return Err(TantivyError::InternalError("the index has more than one segment".to_owned()));
    };
    if segment.max_doc() > Posting::MOST_DOCS {
        return Err(TantivyError::InternalError("the index has more than sixteen million documents".to_owned()));
    }
    let mut languages = [const { None }; N_LANGS];
    for (place, fields) in languages.iter_mut().zip(fields) {
        *place = open_language(segment, fields)?;
    }
    Ok(Index { languages, n_docs: segment.max_doc() as usize })
}

fn open_language(segment: &tantivy::SegmentReader, fields: [SchemaField; N_FIELDS]) -> tantivy::Result<Option<LangIndex>> {
    let mut opened = [const { None }; N_FIELDS];
    let mut n_docs = 0;
    for (place, field) in opened.iter_mut().zip(fields) {
        let norms = segment.get_fieldnorms_reader(field)?;
        // A document of another language has length zero in this field.
        let lengths = (0..segment.max_doc()).map(|doc| norms.fieldnorm(doc)).filter(|length| *length > 0);
        let (count, sum) = lengths.fold((0_usize, 0_u64), |(count, sum), length| (count + 1, sum + u64::from(length)));
        n_docs = n_docs.max(count);
        if count > 0 {
            *place = Some(FieldIndex::read(&*segment.inverted_index(field)?, &norms, &length_factors(sum, count))?);
        }
    }
    Ok((n_docs > 0).then_some(LangIndex { n_docs, fields: opened }))
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
    /// The documents of a language, if there are any.
    pub fn language(&self, lang: Lang) -> Option<&LangIndex> {
        self.languages[lang.index()].as_ref()
    }
}

impl FieldIndex {
    #[expect(clippy::cast_precision_loss, reason = "a frequency within one entry is small")]
    fn read(index: &InvertedIndexReader, norms: &FieldNormReader, length_factors: &[f32; 256]) -> tantivy::Result<Self> {
        let mut field = Self { lists: FxHashMap::default(), postings: Vec::new() };
        let end = |postings: &Vec<Posting>| u32::try_from(postings.len()).unwrap_or(u32::MAX);
        let mut terms = index.terms().stream()?;
        while let Some((term, info)) = terms.next() {
            let begin = end(&field.postings);
            let mut block = index.read_block_postings_from_terminfo(info, IndexRecordOption::WithFreqs)?;
            while !block.docs().is_empty() {
                field.postings.extend(block.docs().iter().zip(block.freqs()).map(|(doc, freq)| {
                    let freq = *freq as f32;
                    Posting::new(*doc, freq / (freq + length_factors[usize::from(norms.fieldnorm_id(*doc))]))
                }));
                block.advance();
            }
            field.lists.insert(stable_hash(term), (begin, end(&field.postings)));
        }
        field.postings.shrink_to_fit();
        field.lists.shrink_to_fit();
        Ok(field)
    }

    /// The documents of a term; none when it is unknown.
    pub fn find(&self, key: u64) -> &[Posting] {
        self.lists.get(&key).map_or(&[], |(begin, end)| &self.postings[*begin as usize..*end as usize])
    }
}

/// How rare a term is among this many documents: BM25's idf.
#[expect(clippy::cast_precision_loss, reason = "counts of documents")]
pub(super) fn rarity(doc_freq: usize, n_docs: usize) -> f32 {
    (1.0 + (n_docs.saturating_sub(doc_freq) as f32 + 0.5) / (doc_freq as f32 + 0.5)).ln()
}
