//! One state of the FAQ that never changes: entries, index and glossary of one build, in memory and on disk.
//! Which state is the live one is decided in the facade.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    fs::{self, File},
    io,
    path::Path,
    sync::Arc,
};

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::domain::Lang;

use super::{
    Answer, Candidate, Category, Entry, Words,
    confidence::{self, Judgement, N_FEATURES},
    country,
    entry::{checksum, stable_hash},
    glossary::{Glossary, Groups},
    index::{Field, Index, LangIndex, Writer},
    learnt::{self, Learnt},
    query::Question,
    search::{Hit, Plenty, Searcher},
    ways::Ways,
};

/// Changes whenever an index of an older program could no longer be read, or would answer otherwise.
const FORMAT: u32 = 3;
const ENTRIES: &str = "entries.json";
const LEARNT: &str = "learnt.json";
const MANIFEST: &str = "build.json";
const MOST_CANDIDATES: usize = 10;
/// What an entry loses that tells the law of the one country to somebody who names the other, and one that says nothing of a third
/// country that is named. Found by asking two thirds of our own golden questions.
const OTHER_COUNTRY: f32 = 0.1;
const NOT_THE_THIRD: f32 = 0.1;

/// What a build is made from: everything that the snapshot needs is in here.
#[derive(Serialize, Deserialize)]
pub(super) struct Source {
    format: u32,
    pub entries: Vec<Arc<Entry>>,
    glossary: Groups,
}

impl Source {
    pub fn new(entries: Vec<Entry>, glossary: Groups) -> Self {
        Self { format: FORMAT, entries: entries.into_iter().map(Arc::new).collect(), glossary }
    }

    /// The same for the same content and format, on every machine.
    pub fn fingerprint(&self) -> String {
        let bytes = serde_json::to_vec(self).expect("entries have string keys only");
        format!("{:016x}", stable_hash(&bytes))
    }

    fn docs(&self) -> impl Iterator<Item = (Lang, &Words)> {
        self.entries.iter().flat_map(|entry| entry.words.iter().map(|(lang, words)| (*lang, words)))
    }

    fn docs_in(&self, wanted: Lang) -> impl Iterator<Item = &Words> {
        self.docs().filter(move |(lang, _)| *lang == wanted).map(|(_, words)| words)
    }

    /// The number of each document of a language among those of all languages.
    fn numbers_in(&self, wanted: Lang) -> Vec<u32> {
        let numbered = (0..).zip(self.docs());
        numbered.filter(|(_, (lang, _))| *lang == wanted).map(|(number, _)| number).collect()
    }
}

/// Every file of a build with a checksum of what is in it.
#[derive(Serialize, Deserialize)]
struct Manifest {
    format: u32,
    files: BTreeMap<String, u64>,
}

impl Manifest {
    fn of(folder: &Path) -> io::Result<Self> {
        let mut manifest = Self { format: FORMAT, files: BTreeMap::new() };
        manifest.add(folder, "")?;
        Ok(manifest)
    }

    fn add(&mut self, folder: &Path, prefix: &str) -> io::Result<()> {
        for item in fs::read_dir(folder)? {
            let item = item?;
            let name = item.file_name().to_string_lossy().into_owned();
            // The manifest itself, and the locks of the writer.
            if name == MANIFEST || name.starts_with('.') {
                continue;
            }
            if item.file_type()?.is_dir() {
                self.add(&item.path(), &format!("{prefix}{name}/"))?;
            } else {
                self.files.insert(format!("{prefix}{name}"), checksum(File::open(item.path())?)?);
            }
        }
        Ok(())
    }

    fn verify(folder: &Path) -> anyhow::Result<()> {
        let written: Self = serde_json::from_slice(&fs::read(folder.join(MANIFEST))?)?;
        anyhow::ensure!(written.format == FORMAT, "it has format {} and not {FORMAT}", written.format);
        anyhow::ensure!(written.files == Self::of(folder)?.files, "one of its files is damaged or missing");
        Ok(())
    }
}

fn write_json(path: &Path, value: &impl Serialize) -> anyhow::Result<()> {
    let mut writer = io::BufWriter::new(File::create(path)?);
    serde_json::to_writer(&mut writer, value)?;
    Ok(writer.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?)
}

fn read_json<T: DeserializeOwned>(path: &Path) -> anyhow::Result<T> {
    // Piece by piece, although that is slower: the allocator would keep the pages of the whole file.
    Ok(serde_json::from_reader(io::BufReader::new(File::open(path)?))?)
}

/// Does something for each language that has documents: the first half of them one after the other beside the second half. More
/// at a time would take more memory than it saves time.
fn for_each_language<T: Default + Send>(
    source: &Source,
    work: impl Fn(Lang) -> anyhow::Result<T> + Sync,
) -> anyhow::Result<PerLang<T>> {
    let work = |lang| if source.docs_in(lang).next().is_some() { work(lang) } else { Ok(T::default()) };
    let work_all = |langs: &[Lang]| -> anyhow::Result<Vec<T>> { langs.iter().map(|lang| work(*lang)).collect() };
    let (first, second) = Lang::ALL.split_at(Lang::ALL.len() / 2);
    let (first, second) = std::thread::scope(|scope| {
        let first = scope.spawn(|| work_all(first));
        let second = work_all(second);
        (first.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)), second)
    });
    let mut done = PerLang::default();
    for (place, one) in done.iter_mut().zip(first?.into_iter().chain(second?)) {
        *place = one;
    }
    Ok(done)
}

/// One of each language, in their order.
type PerLang<T> = [T; Lang::ALL.len()];

/// One state of the FAQ.
pub(super) struct Snapshot {
    pub entries: Vec<Arc<Entry>>,
    by_id: HashMap<String, usize>,
    /// The entry and language of each document.
    docs: Vec<(usize, Lang)>,
    searcher: Searcher,
}

impl Snapshot {
    /// Writes a build into this empty folder, durably, and opens it to prove it.
    pub fn build(folder: &Path, source: &Source) -> anyhow::Result<Self> {
        let n_docs = source.docs().count();
        for_each_language(source, |lang| {
            let folder = folder.join(lang.code());
            fs::create_dir(&folder)?;
            let mut writer = Writer::on_disk(&folder)?;
            let learnt = learnt::learn(lang, source.docs_in(lang), n_docs, &mut writer)?;
            writer.finish()?;
            write_json(&folder.join(LEARNT), &learnt)?;
            Ok(File::open(folder)?.sync_all()?)
        })?;
        write_json(&folder.join(ENTRIES), source)?;
        write_json(&folder.join(MANIFEST), &Manifest::of(folder)?)?;
        File::open(folder)?.sync_all()?;
        Self::open(folder)
    }

    /// Opens what [`Snapshot::build`] has written; anything damaged or older is an error.
    pub fn open(folder: &Path) -> anyhow::Result<Self> {
        Manifest::verify(folder)?;
        let source: Source = read_json(&folder.join(ENTRIES))?;
        let known = for_each_language(&source, |lang| {
            let folder = folder.join(lang.code());
            Ok((LangIndex::open(&folder, &source.numbers_in(lang))?, read_json(&folder.join(LEARNT))?))
        })?;
        Ok(Self::new(source, known))
    }

    /// Builds in memory only.
    pub fn in_memory(source: Source) -> anyhow::Result<Self> {
        let n_docs = source.docs().count();
        let known = for_each_language(&source, |lang| {
            let mut writer = Writer::in_memory()?;
            let learnt = learnt::learn(lang, source.docs_in(lang), n_docs, &mut writer)?;
            Ok((LangIndex::read(&writer.finish()?, &source.numbers_in(lang))?, learnt))
        })?;
        Ok(Self::new(source, known))
    }

    fn new(source: Source, known: PerLang<(LangIndex, Learnt)>) -> Self {
        let (mut lists, mut ways, mut spellers) = <(PerLang<_>, PerLang<_>, PerLang<_>)>::default();
        for (number, (index, learnt)) in known.into_iter().enumerate() {
            (lists[number], ways[number], spellers[number]) = (index, learnt.ways, learnt.speller);
        }
        let index = Index::new(lists, source.docs().count());
        let ways = Ways::new(ways, source.docs().map(|(lang, _)| lang));
        let numbered = source.entries.iter().enumerate();
        let docs =
            numbered.clone().flat_map(|(number, entry)| entry.words.keys().map(move |lang| (number, *lang))).collect();
        let by_id = numbered.map(|(number, entry)| (entry.id.clone(), number)).collect();
        let plenty = std::array::from_fn(|number| Plenty::of(source.docs_in(Lang::ALL[number])));
        let searcher = Searcher { index, ways, spellers, glossary: Glossary::new(source.glossary), plenty };
        Self { entries: source.entries, by_id, docs, searcher }
    }

    pub fn entry(&self, id: &str) -> Option<Arc<Entry>> {
        self.by_id.get(id).map(|number| self.entries[*number].clone())
    }

    /// Answers a question of a person with this language.
    pub fn answer(&self, lang: Lang, typed: &str) -> Answer {
        let question = Question::new(typed, lang);
        let mut hits = self.hits(&question);
        let features = self.features(&hits, &question);
        let judgement = features.as_ref().map_or(Judgement::NONE, Judgement::of);
        if features.as_ref().is_some_and(confidence::asks_about_us) {
            hits.retain(|hit| is_of_us(self.entry_of(hit)));
        }
        Answer {
            verdict: judgement.verdict(),
            confidence: judgement.shown,
            candidates: self.candidates(lang, judgement.first, hits),
            asked_in: question.asked_in,
        }
    }

    /// The best document of each entry, best entry first.
    pub fn hits(&self, question: &Question) -> Vec<Hit> {
        let mut hits = self.searcher.search(question);
        self.mind_the_country(&mut hits, question);
        hits.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.doc.cmp(&b.doc)));
        let mut seen = HashSet::new();
        hits.retain(|hit| seen.insert(self.docs[hit.doc].0));
        hits.truncate(MOST_CANDIDATES);
        hits
    }

    /// The law of the country that is not asked about goes back a little, and so does what says nothing of a third country that is
    /// named, where others do: topics have twins that share most of their words.
    fn mind_the_country(&self, hits: &mut [Hit], question: &Question) {
        let lean = country::lean(&question.tokens);
        let thirds: Vec<country::Third> = hits.iter().map(|hit| question.thirds.of(&hit.matched)).collect();
        let is_known_to_some = thirds.contains(&country::Third::Known);
        for (hit, third) in hits.iter_mut().zip(thirds) {
            let disagreement = (-lean * country::side(self.entry_of(hit))).max(0.0);
            hit.score *= 1.0 - OTHER_COUNTRY * disagreement;
            if is_known_to_some && third == country::Third::Unknown {
                hit.score *= 1.0 - NOT_THE_THIRD;
            }
        }
    }

    /// What the confidence model looks at.
    pub fn features(&self, hits: &[Hit], question: &Question) -> Option<[f32; N_FEATURES]> {
        let first = hits.first()?;
        let side = country::side(self.entry_of(first));
        let agreement = country::lean(&question.tokens) * side;
        // The same shelf in the other country, hardly worse.
        let category = self.entry_of(first).category;
        let is_twin = |hit: &&Hit| {
            let entry = self.entry_of(hit);
            entry.category == category && country::side(entry) * side < 0.0
        };
        let twin = hits.iter().skip(1).find(is_twin).map_or(0.0, |hit| hit.score / first.score.max(f32::MIN_POSITIVE));
        // An entry about one of the two that mentions a third may do so in passing, and so may a question about one of the two.
        let elsewhere = match question.thirds.of(&first.matched) {
            country::Third::Unknown if country::is_of_either(&question.tokens) => 0.5,
            country::Third::Unknown => 1.0,
            country::Third::Known if side != 0.0 => 0.5,
            country::Third::Known | country::Third::None => 0.0,
        };
        let is_of_us = is_of_us(self.entry_of(first));
        Some(confidence::features(first, &hits[1..], question, [agreement, twin, elsewhere], is_of_us))
    }

    pub fn entry_of(&self, hit: &Hit) -> &Arc<Entry> {
        &self.entries[self.docs[hit.doc].0]
    }

    /// The others share by their scores what confidence the first leaves.
    fn candidates(&self, lang: Lang, first: f32, hits: Vec<Hit>) -> Vec<Candidate> {
        let others: f32 = hits.iter().skip(1).map(|hit| hit.score * hit.score).sum();
        let candidate = |(rank, hit): (usize, Hit)| {
            let entry = self.entries[self.docs[hit.doc].0].clone();
            let share = hit.score * hit.score / others.max(f32::MIN_POSITIVE);
            Candidate {
                lang: entry.shown_in(lang),
                entry,
                score: hit.score,
                parts: parts(&hit),
                confidence: if rank == 0 { first } else { first.min((1.0 - first) * share) },
                matched: hit.matched,
            }
        };
        hits.into_iter().enumerate().map(candidate).collect()
    }
}

fn parts(hit: &Hit) -> Vec<(&'static str, f32)> {
    let names = Field::ALL.iter().map(|field| field.name()).chain(["nearest-phrasing"]);
    names.zip(hit.parts).collect()
}

/// Whether an entry is about the centre or this bot.
fn is_of_us(entry: &Entry) -> bool {
    matches!(entry.category, Category::CentreServices | Category::PrivacyOfThisBot)
}
