//! How much two texts say in the same words.

use std::collections::HashSet;

use super::grams;

/// From 0 (no stretch in common) to 1 (the same words): Dice's coefficient of the sets of character trigrams, of Chinese
/// characters and pairs, so that a typo, an accent or another order of words changes little. Nothing is like an empty text.
///
/// Source: L. R. Dice, "Measures of the Amount of Ecologic Association Between Species", Ecology 26 (1945), 297–302.
#[must_use]
pub fn alike(one: &str, other: &str) -> f64 {
    let (one, other): (HashSet<String>, HashSet<String>) =
        (grams(one, 3..=3).into_iter().collect(), grams(other, 3..=3).into_iter().collect());
    let shared = one.intersection(&other).count();
    let all = one.len() + other.len();
    if all == 0 { 0.0 } else { 2.0 * count(shared) / count(all) }
}

#[expect(clippy::cast_precision_loss, reason = "a text has far fewer grams than a double has digits")]
fn count(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_repeat_is_told_from_another_question_about_the_same() {
        let asked = "¿Cuánto demora la visa de trabajo para un investigador chino en Chile?";
        let again = [
            "cuanto demora la visa de trabajo para un investigador chino en chile",
            "Hola, cuánto demora la visa de trabajo para un investigador chino en Chile??",
            "Cuanto se demora la visa de trabajo para investigador chino en Chile",
        ];
        for again in again {
            assert!(alike(asked, again) > 0.75, "{again}: {}", alike(asked, again));
        }
        for other in [
            "¿Qué documentos pide la visa de trabajo para un investigador?",
            "¿Cuánto demora registrar una patente china en Chile?",
            "¿Cuánto demora la visa de turista para un empresario chileno en China?",
        ] {
            assert!(alike(asked, other) < 0.7, "{other}: {}", alike(asked, other));
        }
        assert!(alike("我们想在智利找盐湖提锂的合作伙伴", "我們想在智利找鹽湖提鋰合作夥伴。") > 0.75);
        assert!(alike("我们想在智利找盐湖提锂的合作伙伴", "我们想在智利找水果出口的合作伙伴") < 0.75);
        assert!(alike("", "").abs() < f64::EPSILON);
    }
}
