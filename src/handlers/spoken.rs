//! Small things that partners and staff are told in the same way.

use crate::{
    matching::Matching,
    talk::{Command, Labels, Text},
    text,
};

/// A sector's or leaf's name; its id where the taxonomy no longer has it.
pub fn sector_name(matching: &Matching, id: &str) -> Text {
    match matching.taxonomy().labels(id) {
        Some(labels) => Text::Labels(Labels(labels.clone())),
        None => Text::Typed(id.to_owned()),
    }
}

/// A term that two texts share, in the reader's language where the dictionary knows it, and as it was written elsewhere.
pub fn term_name(matching: &Matching, term: &str) -> Text {
    match matching.term_labels(term) {
        Some(labels) => Text::Labels(Labels(labels.clone())),
        None => Text::Typed(term.to_owned()),
    }
}

/// One line a command.
pub fn commands(list: &[Command]) -> Text {
    Text::lines(list.iter().map(|command| {
        let name = format!("/{}", command.code());
        text!("help-command", name = name, does = Text::of_code(Command::LIST, command.code()))
    }))
}

/// The first `most` characters of a text, with a mark where something is left out.
pub fn excerpt(text: &str, most: usize) -> String {
    let mut cut: String = text.chars().take(most).collect();
    if cut.len() < text.len() {
        cut.push('…');
    }
    cut
}
