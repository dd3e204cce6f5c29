//! How the form reads words: sectors by the taxonomy, languages by their signs.

use crate::{
    domain::{Draft, Lang, Reader},
    handlers::turn::Turn,
    matching::Matching,
};

/// The taxonomy and the ear for languages, as the form asks them.
pub struct Book<'a>(&'a Matching);

impl<'a> Book<'a> {
    /// The book of this house.
    pub fn of(turn: &Turn<'a, '_>) -> Self {
        Self(&turn.rooms.matching)
    }

    /// The language in which a draft's description is written.
    pub fn written_in(&self, draft: &Draft, usual: Lang) -> Lang {
        self.language(draft.description.as_deref().unwrap_or_default(), usual)
    }
}

impl Reader for Book<'_> {
    fn propose(&self, text: &str) -> Vec<String> {
        self.0.taxonomy().propose(text).into_iter().map(|hit| hit.leaf).collect()
    }

    fn language(&self, text: &str, usual: Lang) -> Lang {
        crate::text::detect(text, Some(usual))
    }

    fn find(&self, typed: &str) -> Vec<String> {
        self.0.taxonomy().find(typed)
    }

    fn is_sector(&self, id: &str) -> bool {
        self.0.taxonomy().sectors().iter().any(|sector| sector.id == id)
    }

    fn is_leaf(&self, id: &str) -> bool {
        self.0.taxonomy().has_leaf(id)
    }
}
