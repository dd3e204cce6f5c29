//! The dictionary that carries a text from one of our languages into another: `index/terms.toml`, widened by the groups of
//! `index/glossary.toml`. It knows words and no grammar: what it carries is good for finding and never shown as a text.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::source::Source;
use super::taxonomy::Labels;
use super::terms::{Stretch, Terms, Unit};
use crate::domain::{Lang, Problem};

/// What is between the languages of a line, which stand in the order of [`Lang::ALL`], and between the forms of one.
const LANGUAGES: char = '|';
const FORMS: char = ',';

/// The checked dictionary.
#[derive(Debug, Default)]
pub struct Dictionary {
    /// The usual form of each concept, by language.
    concepts: Vec<Labels>,
    terms: Terms,
    warnings: Vec<Problem>,
}

/// A part of a text after carrying.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Carried<'a> {
    /// Known: its concept and how English calls it.
    Concept(usize, &'a str),
    /// Not in the dictionary.
    Unknown(&'a Unit),
}

impl Dictionary {
    /// Reads and checks `terms.toml` of the index folder, then the groups of `glossary.toml` where it is there: whether
    /// those are well written is said by the room that asks questions with them.
    ///
    /// # Errors
    /// All problems, each with its line.
    pub fn read(index_dir: &Path) -> Result<Self, Vec<Problem>> {
        let (mut source, file) = Source::read::<BTreeMap<String, Section>>(&index_dir.join("terms.toml"))?;
        let mut dictionary = Self::default();
        let mut lines: Vec<&Spanned<String>> = file.values().flat_map(|section| &section.concept).collect();
        // The first line of the file that has a form keeps it, whatever the order of the sections' names.
        lines.sort_by_key(|line| line.span().start);
        for line in lines {
            dictionary.add_line(&mut source, line);
        }
        let (mut dictionary, warnings) = source.checked(dictionary)?;
        dictionary.warnings = warnings;
        if let Ok((_, glossary)) = Source::read::<Glossary>(&index_dir.join("glossary.toml")) {
            glossary.group.into_iter().for_each(|group| dictionary.add_group(&group));
        }
        Ok(dictionary)
    }

    /// What is worth a look although the file can be used.
    #[must_use]
    pub fn warnings(&self) -> &[Problem] {
        &self.warnings
    }

    /// A text of this language, concept by concept, with the words between them.
    #[must_use]
    pub fn carry<'a>(&'a self, lang: Lang, units: &'a [Unit]) -> Vec<Carried<'a>> {
        let carried = |stretch| match stretch {
            Stretch::Term(concept, _) => Carried::Concept(concept, self.concepts[concept][Lang::En.index()].as_str()),
            Stretch::Unit(unit) => Carried::Unknown(unit),
        };
        self.terms.stretches(lang, units).into_iter().map(carried).collect()
    }

    /// The concepts whose acronyms the text writes.
    #[must_use]
    pub fn acronyms(&self, text: &str) -> Vec<usize> {
        self.terms.acronyms(text)
    }

    /// The concepts of a text, in its order and as often as it names them.
    #[must_use]
    pub fn concepts(&self, lang: Lang, units: &[Unit]) -> Vec<usize> {
        let concept = |stretch| match stretch {
            Stretch::Term(concept, _) => Some(concept),
            Stretch::Unit(_) => None,
        };
        self.terms.stretches(lang, units).into_iter().filter_map(concept).collect()
    }

    /// How each language calls a concept.
    #[must_use]
    pub fn names(&self, concept: usize) -> &Labels {
        &self.concepts[concept]
    }

    /// What a term is called in each language, where the whole of it is known.
    #[must_use]
    pub fn labels(&self, term: &str) -> Option<&Labels> {
        let known = Lang::ALL.iter().find_map(|&lang| self.terms.owner(lang, term))?;
        self.concepts.get(known)
    }

    fn add_line(&mut self, source: &mut Source, line: &Spanned<String>) {
        let forms: Vec<Vec<&str>> = line.get_ref().split(LANGUAGES).map(forms_of).collect();
        let Ok(forms): Result<[Vec<&str>; 4], _> = forms.try_into() else {
            source.error(line, format!("a concept has four languages, es {LANGUAGES} zh {LANGUAGES} en {LANGUAGES} pt"));
            return;
        };
        if forms.iter().any(|forms| forms.is_empty() || forms.iter().any(|form| form.is_empty())) {
            source.error(line, "a concept has at least one form in each language, and no empty one");
            return;
        }
        let concept = self.concepts.len();
        for (&lang, forms) in Lang::ALL.iter().zip(&forms) {
            for form in forms {
                if let Some(owner) = self.terms.owner(lang, form).filter(|&owner| owner != concept) {
                    let known = &self.concepts[owner][Lang::En.index()];
                    source.warn(line, format!("`{form}` ({}) already means `{known}`", lang.code()));
                }
            }
        }
        self.add(&forms.map(|forms| forms.into_iter().map(str::to_owned).collect()), None);
    }

    /// A group widens the concept that its first form means, and is one of its own otherwise.
    fn add_group(&mut self, group: &BTreeMap<String, Vec<String>>) {
        let forms: [Vec<String>; 4] =
            std::array::from_fn(|lang| group.get(Lang::ALL[lang].code()).cloned().unwrap_or_default());
        if forms.iter().all(|forms| !forms.is_empty()) {
            let owner = self.terms.owner(Lang::ALL[0], &forms[0][0]);
            self.add(&forms, owner);
        }
    }

    fn add(&mut self, forms: &[Vec<String>; 4], known: Option<usize>) {
        let concept = known.unwrap_or(self.concepts.len());
        let mut labels = Labels::default();
        for (&lang, forms) in Lang::ALL.iter().zip(forms) {
            labels[lang.index()].clone_from(&forms[0]);
            forms.iter().for_each(|form| self.terms.add(lang, form, concept));
        }
        if known.is_none() {
            self.concepts.push(labels);
        }
    }
}

fn forms_of(written: &str) -> Vec<&str> {
    written.split(FORMS).map(str::trim).collect()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Section {
    concept: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
struct Glossary {
    #[serde(default)]
    group: Vec<BTreeMap<String, Vec<String>>>,
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::super::terms::units;
    use super::*;

    fn real() -> Dictionary {
        let index = Path::new(env!("CARGO_MANIFEST_DIR")).join("index");
        Dictionary::read(&index).unwrap_or_else(|problems| panic!("{problems:#?}"))
    }

    /// What English makes of a text: concepts as they are called there, other words in brackets.
    fn carried(lang: Lang, text: &str) -> String {
        let dictionary = real();
        let units = units(lang, text);
        let said = |carried| match carried {
            Carried::Concept(_, english) => english.to_owned(),
            Carried::Unknown(unit) => format!("[{}]", unit.text),
        };
        dictionary.carry(lang, &units).into_iter().map(said).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_dictionary_is_whole_and_no_form_means_two_things() {
        let dictionary = real();
        assert!(dictionary.warnings().is_empty(), "{:#?}", dictionary.warnings());
        assert!(dictionary.concepts.len() > 1500, "{}", dictionary.concepts.len());
    }

    #[test]
    fn three_languages_arrive_at_the_same_english() {
        assert_eq!(carried(Lang::Es, "extracción de litio"), "extraction [de] lithium");
        assert_eq!(carried(Lang::Pt, "extração de lítio"), "extraction [de] lithium");
        assert_eq!(carried(Lang::Zh, "锂的提取"), "lithium [的] extraction");
        assert_eq!(carried(Lang::Zh, "水資源管理水平"), "water resources management level");
        assert_eq!(carried(Lang::Es, "importación de paneles solares de Dongguan"), "import [de] solar panel [de] Dongguan");
    }

    #[test]
    fn the_glossary_widens_what_the_dictionary_knows() {
        assert_eq!(carried(Lang::Zh, "锂矿"), "lithium");
        assert_eq!(carried(Lang::Es, "beneficiario final"), "beneficial owner");
    }

    #[test]
    fn a_known_term_has_its_names_in_four_languages() {
        let dictionary = real();
        let labels = dictionary.labels("卤水").expect("it is there");
        assert_eq!((labels[Lang::En.index()].as_str(), labels[Lang::Pt.index()].as_str()), ("salt lake", "salar"));
        assert_eq!(dictionary.labels("qwzx"), None);
    }

    #[test]
    fn every_problem_is_named_with_its_line() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("terms.toml");
        fs::write(&path, "[mining]\nconcept = [\n\"litio | 锂 | lithium\",\n\"cobre | 铜 | , copper | cobre\",\n]\n")
            .expect("a file");
        let problems = Dictionary::read(folder.path()).expect_err("it is broken");
        let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
        let said = said.join("\n").replace(&path.display().to_string(), "terms.toml");
        insta::assert_snapshot!(said, @r"
        terms.toml:3: error: a concept has four languages, es | zh | en | pt
        terms.toml:4: error: a concept has at least one form in each language, and no empty one
        ");
    }

    #[test]
    fn a_form_that_is_taken_is_worth_a_look() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(
            folder.path().join("terms.toml"),
            "[a]\nconcept = [\n\"sal | 盐 | salt | sal\",\n\"saladar | 盐 | salt marsh | salina\",\n]\n",
        )
        .expect("a file");
        let dictionary = Dictionary::read(folder.path()).expect("it can be used");
        let said: Vec<&str> = dictionary.warnings().iter().map(|problem| problem.what.as_str()).collect();
        assert_eq!(said, ["`盐` (zh) already means `salt`"]);
    }
}
