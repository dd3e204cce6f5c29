//! Cuts text into runs: words, numbers, Chinese. Numbers, acronyms and law numbers get one spelling here.
//! Which runs matter is not decided here.

use std::ops::RangeInclusive;

use super::{fold, is_han};

/// What a run is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// Letters of an alphabet, possibly with digits (`rut`, `eb5`, `i+d`).
    Letters,
    /// Digits only, thousands separators removed, decimals after a point.
    Number,
    /// A whole run of Chinese characters between other things.
    Han,
}

/// One run of the text, folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    pub text: String,
    pub script: Script,
}

/// The runs of a text in their order.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let chars: Vec<char> = fold(text).chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at];
        let (end, token) = if is_han(c) {
            let end = run_end(&chars, at, is_han);
            (end, Some(Token { text: chars[at..end].iter().collect(), script: Script::Han }))
        } else if c.is_ascii_digit() {
            number(&chars, at)
        } else if c.is_alphanumeric() {
            letters(&chars, at)
        } else {
            (at + 1, None)
        };
        found.extend(token);
        at = end;
    }
    found
}

fn run_end(chars: &[char], from: usize, belongs: impl Fn(char) -> bool) -> usize {
    from + chars[from..].iter().take_while(|c| belongs(**c)).count()
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() && !is_han(c)
}

/// `20.848`, `20,848` and `20848` are one number; `97,2` and `97.2` are another; `4g` is a word.
fn number(chars: &[char], from: usize) -> (usize, Option<Token>) {
    let mut groups: Vec<String> = Vec::new();
    let mut at = from;
    loop {
        let end = run_end(chars, at, |c| c.is_ascii_digit());
        groups.push(chars[at..end].iter().collect());
        let more =
            chars.get(end).is_some_and(|c| matches!(c, '.' | ',')) && chars.get(end + 1).is_some_and(char::is_ascii_digit);
        at = end + 1;
        if !more {
            break;
        }
    }
    let end = at - 1;
    if groups.len() == 1 && chars.get(end).is_some_and(|c| is_word(*c)) {
        return letters(chars, from);
    }
    let thousands = groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3);
    let text = if thousands { groups.concat() } else { groups.join(".") };
    (end, Some(Token { text, script: Script::Number }))
}

/// A word; `s.a.` is read as `sa`, `i+d` and `r&d` stay whole, and the `s` and `t` after an apostrophe fall away.
fn letters(chars: &[char], from: usize) -> (usize, Option<Token>) {
    let end = run_end(chars, from, is_word);
    let mut text: String = chars[from..end].iter().collect();
    let after_apostrophe = from > 1 && chars[from - 1] == '\'' && is_word(chars[from - 2]);
    if after_apostrophe && matches!(text.as_str(), "s" | "t") {
        return (end, None);
    }
    let mut at = end;
    if end - from == 1 {
        while let Some(next) = lone_letter_after(chars, at) {
            if chars[at] != '.' {
                text.push(chars[at]);
            }
            text.push(chars[next]);
            at = next + 1;
        }
    }
    (at, Some(Token { text, script: Script::Letters }))
}

/// Where the next single letter of `s.p.a`, `i+d` or `r&d` stands.
fn lone_letter_after(chars: &[char], at: usize) -> Option<usize> {
    let joined = matches!(chars.get(at)?, '.' | '+' | '&');
    let letter = chars.get(at + 1).is_some_and(|c| is_word(*c) && !c.is_ascii_digit());
    let alone = chars.get(at + 2).is_none_or(|c| !is_word(*c));
    (joined && letter && alone).then_some(at + 1)
}

/// The character grams of a text: see [`grams_of`].
#[must_use]
pub fn grams(text: &str, sizes: RangeInclusive<usize>) -> Vec<String> {
    tokens(text).iter().flat_map(|token| grams_of(token, sizes.clone())).collect()
}

/// The character grams of one run.
///
/// A word gives the grams of these sizes inside it, its two boundaries written `_`; one too short for a size gives itself
/// whole, once. A Chinese run gives its single characters and its pairs whatever the sizes.
#[must_use]
pub fn grams_of(token: &Token, sizes: RangeInclusive<usize>) -> Vec<String> {
    let mut found = Vec::new();
    each_gram(token, sizes, |gram| found.push(gram.to_owned()));
    found
}

/// Looks at the same grams one by one, without keeping them.
pub fn each_gram(token: &Token, sizes: RangeInclusive<usize>, mut look: impl FnMut(&str)) {
    if token.script == Script::Han {
        each_window(&token.text, 1, &mut look);
        each_window(&token.text, 2, &mut look);
        return;
    }
    let bounded = format!("_{}_", token.text);
    let length = bounded.chars().count();
    for size in sizes.clone() {
        if length > size {
            each_window(&bounded, size, &mut look);
        } else if length == size || size == *sizes.start() {
            look(&bounded);
        }
    }
}

/// Every stretch of so many neighbouring characters.
fn each_window(text: &str, size: usize, look: &mut impl FnMut(&str)) {
    let starts = text.char_indices().map(|(at, _)| at);
    let ends = text.char_indices().map(|(at, _)| at).skip(size).chain([text.len()]);
    if text.chars().count() >= size {
        starts.zip(ends).for_each(|(from, to)| look(&text[from..to]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.text).collect()
    }

    #[test]
    fn numbers_and_acronyms_have_one_spelling() {
        assert_eq!(texts("Ley 20.848, Ley 20848"), ["ley", "20848", "ley", "20848"]);
        assert_eq!(texts("97,2 % y 97.2%"), ["97.2", "y", "97.2"]);
        assert_eq!(texts("una S.A. o SpA, I+D+i, R&D"), ["una", "sa", "o", "spa", "i+d+i", "r&d"]);
        assert_eq!(texts("China's 4G: don't"), ["china", "4g", "don"]);
        assert_eq!(texts("en 2006. 3 años"), ["en", "2006", "3", "anos"]);
    }

    #[test]
    fn chinese_and_latin_part_where_they_meet() {
        assert_eq!(texts("在智利辦RUT要多久？"), ["在智利办", "rut", "要多久"]);
    }

    #[test]
    fn grams_keep_word_boundaries() {
        assert_eq!(grams("visa", 4..=4), ["_vis", "visa", "isa_"]);
        assert_eq!(grams("y de", 3..=4), ["_y_", "_de", "de_", "_de_"]);
        assert_eq!(grams("签证费", 3..=4), ["签", "证", "费", "签证", "证费"]);
    }
}
