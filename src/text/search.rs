//! Terms for a plain search: words and Chinese pairs, folded, without weights. `faq` and `matching` have finer ones of their own.

use std::collections::BTreeSet;

use super::{Script, Token, tokens};

/// Terms of a text that is to be found.
#[must_use]
pub fn search_terms(text: &str) -> BTreeSet<String> {
    let mut terms = BTreeSet::new();
    for token in tokens(text) {
        match token.script {
            Script::Han => {
                let chars: Vec<char> = token.text.chars().collect();
                terms.extend(chars.iter().map(ToString::to_string));
                terms.extend(chars.windows(2).map(|pair| pair.iter().collect::<String>()));
            }
            _ => drop(terms.insert(token.text)),
        }
    }
    terms
}

/// Terms that a text must have to be what somebody looks for; the last letters of a word may be missing.
#[must_use]
pub fn wanted_terms(query: &str) -> Vec<String> {
    let mut terms = Vec::new();
    for Token { text, script } in tokens(query) {
        let chars: Vec<char> = text.chars().collect();
        match script {
            Script::Han if chars.len() > 1 => terms.extend(chars.windows(2).map(|pair| pair.iter().collect::<String>())),
            _ => terms.push(text),
        }
    }
    terms.dedup();
    terms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_for_is_among_the_terms_of_what_has_it() {
        let terms = search_terms("Recuperación de litio (锂矿盐湖), Ñuñoa");
        for query in ["litio", "LITIO recuperacion", "锂矿", "盐湖", "锂", "nunoa"] {
            assert!(wanted_terms(query).iter().all(|term| terms.contains(term)), "{query}: {terms:?}");
        }
        assert!(!wanted_terms("湖锂").iter().all(|term| terms.contains(term)));
    }
}
