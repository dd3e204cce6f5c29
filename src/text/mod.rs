//! From what a person typed to terms that can be looked up: folding, tokens, stems, grams, stop words, language.
//! It knows no index and no entry; `faq` and `matching` decide which terms they keep and what they weigh.
//!
//! Everything works on *folded* text (see [`fold`]), and every function folds for itself, so that callers cannot forget.

mod alike;
mod detect;
mod difference;
mod fold;
mod search;
mod stem;
mod stop;
mod tokens;

pub use alike::alike;
pub use detect::detect;
pub use difference::{Piece, difference};
pub use fold::{fold, is_han};
pub use search::{search_terms, wanted_terms};
pub use stem::{singular, stem, words};
pub use stop::is_stop;
pub use tokens::{Script, Token, each_gram, grams, grams_of, tokens};
