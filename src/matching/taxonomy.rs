//! The sectors and leaves of `index/taxonomy.toml`: what they are called, which belong together, and which of them a
//! text speaks of. It proposes and never decides: a person confirms the sector of a request.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::source::Source;
use super::terms::{Terms, Unit};
use crate::domain::matching::Sectors;
use crate::domain::{Lang, Problem};
use crate::text::{fold, grams};

/// What something is called, by [`Lang::index`].
pub type Labels = [String; 4];

/// At most this many leaves are proposed for a text, and for a name that somebody typed.
const PROPOSED: usize = 3;
const FOUND: usize = 8;
/// A typed name resembles a term from this share on: lower lets strangers in, higher loses names with two typos.
const RESEMBLES: f32 = 0.5;

/// A sector with its leaves' ids, in the order of the file.
#[derive(Debug, Clone)]
pub struct Sector {
    pub id: String,
    pub labels: Labels,
    pub leaves: Vec<String>,
}

/// A leaf found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeafHit {
    pub leaf: String,
    /// The terms that showed it, as the taxonomy writes them.
    pub terms: Vec<String>,
}

/// The checked taxonomy.
#[derive(Debug)]
pub struct Taxonomy {
    sectors: Vec<Sector>,
    leaves: Vec<Leaf>,
    by_id: HashMap<String, usize>,
    neighbours: BTreeSet<(String, String)>,
    terms: Terms,
    /// The pieces of every label and term, with the leaf that it names.
    spellings: Vec<(HashSet<String>, usize)>,
    warnings: Vec<Problem>,
}

#[derive(Debug)]
struct Leaf {
    id: String,
    sector: String,
    labels: Labels,
}

impl Taxonomy {
    /// Reads and checks the file.
    ///
    /// # Errors
    /// All problems, each with its line.
    pub fn read(path: &Path) -> Result<Self, Vec<Problem>> {
        let (mut source, file) = Source::read::<File>(path)?;
        let mut taxonomy = Self::empty();
        for sector in &file.sector {
            taxonomy.add_sector(&mut source, sector);
        }
        for leaf in &file.leaf {
            taxonomy.add_leaf(&mut source, leaf);
        }
        for pair in &file.neighbours {
            taxonomy.add_neighbours(&mut source, &pair.between);
        }
        count(&mut source, &file.meta.sectors, file.sector.len(), "sectors");
        count(&mut source, &file.meta.leaves, file.leaf.len(), "leaves");
        let (mut taxonomy, warnings) = source.checked(taxonomy)?;
        taxonomy.warnings = warnings;
        Ok(taxonomy)
    }

    fn empty() -> Self {
        Self {
            sectors: Vec::new(),
            leaves: Vec::new(),
            by_id: HashMap::new(),
            neighbours: BTreeSet::new(),
            terms: Terms::default(),
            spellings: Vec::new(),
            warnings: Vec::new(),
        }
    }

    /// What is worth a look although the file can be used.
    #[must_use]
    pub fn warnings(&self) -> &[Problem] {
        &self.warnings
    }

    /// What a leaf or a sector is called.
    #[must_use]
    pub fn labels(&self, id: &str) -> Option<&Labels> {
        let leaf = self.by_id.get(id).map(|&leaf| &self.leaves[leaf].labels);
        leaf.or_else(|| self.sectors.iter().find(|sector| sector.id == id).map(|sector| &sector.labels))
    }

    /// Every sector, in the order in which people are shown them.
    #[must_use]
    pub fn sectors(&self) -> &[Sector] {
        &self.sectors
    }

    /// The ids of a sector's leaves; none for an unknown sector.
    #[must_use]
    pub fn leaves_of(&self, sector: &str) -> &[String] {
        self.sectors.iter().find(|known| known.id == sector).map_or(&[], |known| &known.leaves)
    }

    /// Whether a leaf of this id exists.
    #[must_use]
    pub fn has_leaf(&self, leaf: &str) -> bool {
        self.by_id.contains_key(leaf)
    }

    /// The leaves that a text speaks of, best first, at most three.
    #[must_use]
    pub fn propose(&self, text: &str) -> Vec<LeafHit> {
        let hits = self.terms.find(text).into_iter().take(PROPOSED);
        hits.map(|hit| LeafHit { leaf: self.leaves[hit.concept].id.clone(), terms: hit.terms }).collect()
    }

    /// Every leaf that a text speaks of in its own language, best first.
    pub(super) fn mentioned(&self, lang: Lang, units: &[Unit], text: &str) -> impl Iterator<Item = (&str, Vec<String>)> {
        self.terms.find_in(lang, units, text).into_iter().map(|hit| (self.leaves[hit.concept].id.as_str(), hit.terms))
    }

    /// The leaves whose own name, sector or terms resemble what somebody typed, best first, at most eight.
    #[must_use]
    pub fn find(&self, typed: &str) -> Vec<String> {
        let typed: HashSet<String> = pieces(typed);
        let mut best: BTreeMap<usize, f32> = BTreeMap::new();
        for (spelling, leaf) in &self.spellings {
            let likeness = resemblance(&typed, spelling);
            let known = best.entry(*leaf).or_default();
            *known = known.max(likeness);
        }
        let mut found: Vec<(usize, f32)> = best.into_iter().filter(|&(_, likeness)| likeness >= RESEMBLES).collect();
        found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        found.into_iter().take(FOUND).map(|(leaf, _)| self.leaves[leaf].id.clone()).collect()
    }

    fn add_sector(&mut self, source: &mut Source, written: &SectorTable) {
        let labels = labels(source, &written.id, &written.label);
        if self.sectors.iter().any(|sector| sector.id == *written.id.get_ref()) {
            source.error(&written.id, format!("sector `{}` is there twice", written.id.get_ref()));
            return;
        }
        self.sectors.push(Sector { id: written.id.get_ref().clone(), labels, leaves: Vec::new() });
    }

    fn add_leaf(&mut self, source: &mut Source, written: &LeafTable) {
        let id = written.id.get_ref();
        let labels = labels(source, &written.id, &written.label);
        let number = self.leaves.len();
        if self.by_id.insert(id.clone(), number).is_some() {
            source.error(&written.id, format!("leaf `{id}` is there twice"));
            return;
        }
        let sector = self.sectors.iter_mut().find(|sector| sector.id == *written.sector.get_ref());
        let Some(sector) = sector else {
            source.error(&written.sector, format!("unknown sector `{}`", written.sector.get_ref()));
            return;
        };
        sector.leaves.push(id.clone());
        for (label, sector_label) in labels.iter().zip(&sector.labels) {
            self.spellings.push((pieces(label), number));
            self.spellings.push((pieces(sector_label), number));
        }
        self.leaves.push(Leaf { id: id.clone(), sector: sector.id.clone(), labels });
        self.add_terms(source, written, number);
    }

    fn add_terms(&mut self, source: &mut Source, written: &LeafTable, number: usize) {
        let labels = self.leaves[number].labels.clone();
        for &lang in Lang::ALL {
            self.terms.add(lang, &labels[lang.index()], number);
            let Some(terms) = written.terms.get(lang.code()).filter(|terms| !terms.is_empty()) else {
                source.error(&written.id, format!("leaf `{}` has no terms in {}", written.id.get_ref(), lang.code()));
                continue;
            };
            for term in terms {
                let taken = if term.get_ref().trim().is_empty() {
                    Some("an empty term".to_owned())
                } else {
                    let owner = self.terms.owner(lang, term.get_ref()).filter(|&owner| owner != number);
                    owner.map(|owner| format!("`{}` already stands for `{}`", term.get_ref(), self.leaves[owner].id))
                };
                if let Some(what) = taken {
                    source.warn(term, what);
                    continue;
                }
                self.terms.add(lang, term.get_ref(), number);
                self.spellings.push((pieces(term.get_ref()), number));
            }
        }
    }

    fn add_neighbours(&mut self, source: &mut Source, between: &Spanned<[String; 2]>) {
        let [a, b] = between.get_ref();
        for sector in [a, b] {
            if !self.sectors.iter().any(|known| known.id == *sector) {
                source.error(between, format!("unknown sector `{sector}`"));
            }
        }
        if a == b || !self.neighbours.insert((a.min(b).clone(), a.max(b).clone())) {
            source.error(between, "neighbours are two different sectors, named once");
        }
    }
}

impl Sectors for Taxonomy {
    fn sector_of(&self, leaf: &str) -> Option<&str> {
        self.by_id.get(leaf).map(|&number| self.leaves[number].sector.as_str())
    }

    fn neighbours(&self, a: &str, b: &str) -> bool {
        self.neighbours.contains(&(a.min(b).to_owned(), a.max(b).to_owned()))
    }
}

fn labels(source: &mut Source, id: &Spanned<String>, written: &BTreeMap<String, String>) -> Labels {
    let mut labels = Labels::default();
    for &lang in Lang::ALL {
        match written.get(lang.code()).map(|label| label.trim()) {
            Some(label) if !label.is_empty() => label.clone_into(&mut labels[lang.index()]),
            _ => source.error(id, format!("`{}` has no label in {}", id.get_ref(), lang.code())),
        }
    }
    labels
}

fn count(source: &mut Source, said: &Spanned<usize>, counted: usize, what: &str) {
    if *said.get_ref() != counted {
        source.error(said, format!("{counted} {what} are here, {} were announced", said.get_ref()));
    }
}

fn pieces(text: &str) -> HashSet<String> {
    grams(&fold(text), 3..=3).into_iter().collect()
}

/// Mostly how much of what was typed is in the spelling, a little how much of the spelling was typed: "litio" is a whole
/// term of one leaf and only a part of another's.
fn resemblance(typed: &HashSet<String>, spelling: &HashSet<String>) -> f32 {
    let size = |set: usize| u16::try_from(set).map_or(f32::MAX, f32::from);
    let shared = size(typed.intersection(spelling).count());
    if shared == 0.0 {
        return 0.0;
    }
    0.7 * shared / size(typed.len()) + 0.3 * shared / size(spelling.len())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    meta: Meta,
    sector: Vec<SectorTable>,
    leaf: Vec<LeafTable>,
    #[serde(default)]
    neighbours: Vec<Neighbours>,
}

#[derive(Deserialize)]
struct Meta {
    sectors: Spanned<usize>,
    leaves: Spanned<usize>,
}

/// The cross-walk codes (`ford`, `isic`, `cn_hitech`) are for people and exports; matching does not read them.
#[derive(Deserialize)]
struct SectorTable {
    id: Spanned<String>,
    label: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LeafTable {
    id: Spanned<String>,
    sector: Spanned<String>,
    label: BTreeMap<String, String>,
    terms: BTreeMap<String, Vec<Spanned<String>>>,
}

#[derive(Deserialize)]
struct Neighbours {
    between: Spanned<[String; 2]>,
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use super::*;

    fn real() -> Taxonomy {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("index/taxonomy.toml");
        Taxonomy::read(&path).unwrap_or_else(|problems| panic!("{problems:#?}"))
    }

    #[test]
    fn the_taxonomy_is_whole_and_no_term_stands_for_two_leaves() {
        let taxonomy = real();
        assert!(taxonomy.warnings().is_empty(), "{:#?}", taxonomy.warnings());
        assert_eq!(taxonomy.labels("lithium-salt-lakes").expect("it is there")[Lang::Es.index()], "Litio y salares");
        assert_eq!(taxonomy.sector_of("lithium-salt-lakes"), Some("mining-metallurgy"));
        assert!(taxonomy.neighbours("energy", "mining-metallurgy") && taxonomy.neighbours("mining-metallurgy", "energy"));
        assert!(!taxonomy.neighbours("energy", "culture-tourism"));
    }

    #[test]
    fn a_text_proposes_its_leaves_in_four_languages() {
        let taxonomy = real();
        for (text, leaf) in [
            ("Buscamos extracción directa de litio desde salmueras del norte", "lithium-salt-lakes"),
            ("提供盐湖提锂吸附剂，适用于高镁锂比卤水", "lithium-salt-lakes"),
            ("尋求海水淡化與反滲透膜技術", "desalination-water-treatment"),
            ("Sea lice control for salmon farms", "salmon-aquaculture"),
            ("Energia eólica offshore e pás eólicas", "wind-energy"),
            ("Servicios de IA para la industria", "artificial-intelligence"),
        ] {
            let found = taxonomy.propose(text);
            assert_eq!(found.first().map(|hit| hit.leaf.as_str()), Some(leaf), "{text}: {found:?}");
            assert!(found.len() <= 3);
        }
        assert_eq!(taxonomy.propose("Buscamos proveedores y contratos con universidades; idioma español"), []);
    }

    #[test]
    fn a_typed_name_finds_its_leaves_in_spite_of_typos() {
        let taxonomy = real();
        for (typed, leaf) in [
            ("litio", "lithium-salt-lakes"),
            ("锂", "lithium-salt-lakes"),
            ("acuicultura", "salmon-aquaculture"),
            ("aquicultura", "salmon-aquaculture"),
            ("intelijencia artifisial", "artificial-intelligence"),
            ("wine", "wine-viticulture"),
            ("hidrojeno verde", "green-hydrogen"),
        ] {
            let found = taxonomy.find(typed);
            assert_eq!(found.first().map(String::as_str), Some(leaf), "{typed}: {found:?}");
        }
        let mining = taxonomy.find("mineria");
        assert!(
            mining.len() > 4 && mining.iter().all(|leaf| taxonomy.sector_of(leaf) == Some("mining-metallurgy")),
            "{mining:?}"
        );
        assert_eq!(taxonomy.find("qwzx"), [] as [String; 0]);
    }

    #[test]
    fn every_problem_is_named_with_its_line() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("taxonomy.toml");
        fs::write(&path, BROKEN).expect("a file");
        let problems: Vec<String> =
            Taxonomy::read(&path).expect_err("it is broken").iter().map(ToString::to_string).collect();
        let problems = problems.join("\n").replace(&path.display().to_string(), "taxonomy.toml");
        insta::assert_snapshot!(problems, @r"
        taxonomy.toml:2: error: 1 sectors are here, 2 were announced
        taxonomy.toml:5: error: `energy` has no label in pt
        taxonomy.toml:8: error: unknown sector `magic`
        taxonomy.toml:10: error: leaf `wind` has no terms in zh
        taxonomy.toml:18: error: leaf `wind` is there twice
        taxonomy.toml:24: error: unknown sector `enregy`
        ");
    }

    const BROKEN: &str = r#"[meta]
sectors = 2
leaves = 3
[[sector]]
id = "energy"
label = { es = "Energía", zh = "能源", en = "Energy" }
[[neighbours]]
between = ["energy", "magic"]
[[leaf]]
id = "wind"
sector = "energy"
label = { es = "Viento", zh = "风能", en = "Wind", pt = "Vento" }
terms.es = ["eólica"]
terms.zh = []
terms.en = ["wind", "turbine"]
terms.pt = ["vento"]
[[leaf]]
id = "wind"
sector = "energy"
label = { es = "Viento", zh = "风能", en = "Wind", pt = "Vento" }
terms.es = ["eólica"]
[[leaf]]
id = "sun"
sector = "enregy"
label = { es = "Sol", zh = "太阳", en = "Sun", pt = "Sol" }
terms.es = ["solar"]
"#;
}
