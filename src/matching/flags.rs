//! Words that make staff look twice: dual use, genetic resources, health data, important data. They are raised by what was
//! written and confirmed by nobody; what follows from a flag is told in `domain`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::source::Source;
use super::terms::Terms;
use crate::domain::{Flag, Lang, Problem};

/// The checked words of `index/flags.toml`.
#[derive(Debug, Default)]
pub struct Flags {
    terms: Terms,
}

impl Flags {
    /// Reads and checks the file.
    ///
    /// # Errors
    /// All problems, each with its line.
    pub fn read(path: &Path) -> Result<Self, Vec<Problem>> {
        let (mut source, file) = Source::read::<File>(path)?;
        let mut flags = Self::default();
        for written in &file.flag {
            let id = written.id.get_ref();
            let Some(place) = Flag::ALL.iter().position(|flag| flag.code() == id) else {
                source.error(&written.id, format!("unknown flag `{id}`"));
                continue;
            };
            flags.add(&mut source, written, place);
        }
        for flag in Flag::ALL {
            if !file.flag.iter().any(|written| written.id.get_ref() == flag.code()) {
                source.error(&file.version, format!("flag `{}` has no words", flag.code()));
            }
        }
        source.checked(flags).map(|(flags, _)| flags)
    }

    fn add(&mut self, source: &mut Source, written: &FlagTable, place: usize) {
        for &lang in Lang::ALL {
            let Some(terms) = written.terms.get(lang.code()).filter(|terms| !terms.is_empty()) else {
                source.error(&written.id, format!("flag `{}` has no words in {}", written.id.get_ref(), lang.code()));
                continue;
            };
            for term in terms {
                // Two forms of one word have one stem: the second says nothing new, and does no harm.
                match self.terms.owner(lang, term.get_ref()) {
                    _ if term.get_ref().trim().is_empty() => source.error(term, "an empty word"),
                    Some(owner) if owner != place => {
                        let other = Flag::ALL[owner].code();
                        source.error(term, format!("`{}` already raises `{other}`", term.get_ref()));
                    }
                    Some(_) => {}
                    None => self.terms.add(lang, term.get_ref(), place),
                }
            }
        }
    }

    /// The flags that a text raises.
    #[must_use]
    pub fn raised_by(&self, text: &str) -> BTreeSet<Flag> {
        self.terms.find(text).into_iter().filter_map(|hit| Flag::ALL.get(hit.concept).copied()).collect()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: Spanned<u32>,
    flag: Vec<FlagTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FlagTable {
    id: Spanned<String>,
    terms: BTreeMap<String, Vec<Spanned<String>>>,
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    fn raised(text: &str) -> Vec<&'static str> {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("index/flags.toml");
        let flags = Flags::read(&path).unwrap_or_else(|problems| panic!("{problems:#?}"));
        flags.raised_by(text).into_iter().map(Flag::code).collect()
    }

    #[test]
    fn regulated_matters_are_flagged_in_four_languages() {
        for (text, flag) in [
            ("Cámaras térmicas de doble uso para drones militares", "dual-use"),
            ("寻求两用物项出口许可的惯性导航合作", "dual-use"),
            ("Centrifuges for uranium enrichment", "dual-use"),
            ("Mísseis e criptografia de nível militar", "dual-use"),
            ("Colecta de germoplasma nativo y recursos genéticos", "genetic"),
            ("人类遗传资源样本库合作", "genetic"),
            ("Export of human tissue samples and genomic data", "genetic"),
            ("Biobanco com amostras de sangue humano", "genetic"),
            ("Plataforma sobre fichas clínicas de pacientes", "health-data"),
            ("基于患者病历的人工智能", "health-data"),
            ("AI trained on electronic health records", "health-data"),
            ("Prontuários eletrônicos de pacientes", "health-data"),
            ("Datos cartográficos de alta precisión de zonas militares", "important-data"),
            ("涉及重要数据出境", "important-data"),
            ("transfer of important data under the Data Security Law", "important-data"),
            ("segredo de Estado e dados importantes", "important-data"),
        ] {
            assert!(raised(text).contains(&flag), "{text}: {:?}", raised(text));
        }
    }

    #[test]
    fn everyday_matters_are_not() {
        for text in [
            "Buscamos tecnología de extracción directa de litio desde salmueras con recuperación mayor a 80 %",
            "提供盐湖提锂吸附剂，回收率高于90%",
            "Sea lice control for salmon farms with cameras and computer vision",
            "Curso de mandarim para engenheiros de energia solar",
            "Mejoramiento genético de cerezos y control de calidad de datos",
        ] {
            assert_eq!(raised(text), [] as [&str; 0], "{text}");
        }
    }
}
