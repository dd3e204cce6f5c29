//! What is kept of a text to tell later whether it is still the same one: not its words, only their prints.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// A pair that came to nothing may be suggested again once this share of the words of either text is new, in percent.
pub const MATERIAL_PERCENT: usize = 30;

/// The prints of the different words of a text. Words cannot be read back from it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Wording(BTreeSet<u32>);

impl Wording {
    /// Of these texts together. Chinese has no blanks: there two neighbouring characters count as a word.
    #[must_use]
    pub fn of(texts: &[&str]) -> Self {
        let mut prints = BTreeSet::new();
        for text in texts {
            for word in text.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
                let chars: Vec<char> = word.chars().collect();
                if chars.len() > 1 && chars.iter().all(|c| is_han(*c)) {
                    prints.extend(chars.windows(2).map(|pair| print(&pair.iter().collect::<String>())));
                } else {
                    prints.insert(print(word));
                }
            }
        }
        Self(prints)
    }

    /// Whether at least [`MATERIAL_PERCENT`] of the words of the larger text are not in the other.
    #[must_use]
    pub fn differs_materially(&self, other: &Self) -> bool {
        let larger = self.0.len().max(other.0.len());
        let shared = self.0.intersection(&other.0).count();
        (larger - shared) * 100 >= larger * MATERIAL_PERCENT && larger > 0
    }

    /// One print for the whole: equal wordings have equal versions.
    #[must_use]
    pub fn version(&self) -> String {
        let all: String = self.0.iter().map(|print| format!("{print:08x}")).collect();
        format!("{:08x}{:08x}", print(&all), self.0.len())
    }
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// FNV-1a: the same in every version of the program, which the standard library's own hash does not promise.
fn print(word: &str) -> u32 {
    word.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_words_of_ten_are_a_material_change_and_two_are_not() {
        let before = Wording::of(&["uno dos tres cuatro cinco seis siete ocho nueve diez"]);
        let two = Wording::of(&["Uno dos tres cuatro cinco seis siete ocho, NEUF DIX"]);
        let three = Wording::of(&["uno dos tres cuatro cinco seis siete HUIT NEUF DIX"]);
        assert!(!before.differs_materially(&before) && !before.differs_materially(&two));
        assert!(before.differs_materially(&three) && three.differs_materially(&before));
        assert_eq!(before.version(), Wording::of(&["diez uno dos tres cuatro cinco seis siete ocho nueve"]).version());
        assert_ne!(before.version(), two.version());
    }

    #[test]
    fn a_chinese_text_changes_by_its_characters() {
        let before = Wording::of(&["盐湖卤水直接提锂吸附剂技术"]);
        assert!(!before.differs_materially(&Wording::of(&["盐湖卤水直接提锂吸附剂技术包"])));
        assert!(before.differs_materially(&Wording::of(&["智能灌溉传感器低成本方案"])));
    }
}
