//! What has changed from one text to another, piece by piece, so that nobody has to compare two long messages by eye.

/// A piece of the two texts together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Same(String),
    Gone(String),
    New(String),
}

/// Pieces compared at most in each text; beyond that the table would grow with the square, and the rest is told as one change.
const MOST: usize = 600;

/// The pieces in order: what was kept, what is gone, what is new.
#[must_use]
pub fn difference(before: &str, after: &str) -> Vec<Piece> {
    let (old, new) = (pieces(before), pieces(after));
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let rest = old.len().min(new.len()) - head;
    let tail = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
    let (middle_old, middle_new) = (&old[head..old.len() - tail], &new[head..new.len() - tail]);
    let mut found = Vec::new();
    old[..head].iter().for_each(|piece| push(&mut found, Piece::Same((*piece).to_owned())));
    if middle_old.len() > MOST || middle_new.len() > MOST {
        push(&mut found, Piece::Gone(middle_old.concat()));
        push(&mut found, Piece::New(middle_new.concat()));
    } else {
        middle(&mut found, middle_old, middle_new);
    }
    old[old.len() - tail..].iter().for_each(|piece| push(&mut found, Piece::Same((*piece).to_owned())));
    found
}

/// The longest common sequence of the two middles, by the table of its lengths.
fn middle(found: &mut Vec<Piece>, old: &[&str], new: &[&str]) {
    let wide = new.len() + 1;
    let mut common = vec![0_u16; (old.len() + 1) * wide];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            common[i * wide + j] = if old[i] == new[j] {
                common[(i + 1) * wide + j + 1] + 1
            } else {
                common[(i + 1) * wide + j].max(common[i * wide + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            push(found, Piece::Same(old[i].to_owned()));
            (i, j) = (i + 1, j + 1);
        } else if j == new.len() || (i < old.len() && common[(i + 1) * wide + j] >= common[i * wide + j + 1]) {
            push(found, Piece::Gone(old[i].to_owned()));
            i += 1;
        } else {
            push(found, Piece::New(new[j].to_owned()));
            j += 1;
        }
    }
}

/// Neighbours of one kind are one piece.
fn push(found: &mut Vec<Piece>, piece: Piece) {
    match (found.last_mut(), &piece) {
        (Some(Piece::Same(last)), Piece::Same(next))
        | (Some(Piece::Gone(last)), Piece::Gone(next))
        | (Some(Piece::New(last)), Piece::New(next)) => last.push_str(next),
        _ => found.push(piece),
    }
}

/// Words with the blanks behind them; each Chinese character by itself.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut blank = false;
    for (at, c) in text.char_indices() {
        let alone = c > '\u{2e7f}';
        let ends =
            (blank && !c.is_whitespace()) || alone || text[start..at].chars().next_back().is_some_and(|c| c > '\u{2e7f}');
        if ends && at > start {
            pieces.push(&text[start..at]);
            start = at;
        }
        blank = c.is_whitespace();
    }
    if start < text.len() {
        pieces.push(&text[start..]);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(before: &str, after: &str) -> String {
        let piece = |piece| match piece {
            Piece::Same(words) => words,
            Piece::Gone(words) => format!("[-{words}]"),
            Piece::New(words) => format!("[+{words}]"),
        };
        difference(before, after).into_iter().map(piece).collect()
    }

    #[test]
    fn only_what_has_changed_is_marked() {
        assert_eq!(shown("we need two samples", "we need ten samples"), "we need [-two ][+ten ]samples");
        assert_eq!(shown("需要两份样品", "需要十份样品"), "需要[-两][+十]份样品");
        assert_eq!(shown("a b c", "a c"), "a [-b ]c");
        assert_eq!(shown("", "new"), "[+new]");
    }

    proptest::proptest! {
        #[test]
        fn both_texts_are_in_the_difference(before in "[ab 中文\n]{0,40}", after in "[ab 中文\n]{0,40}") {
            let found = difference(&before, &after);
            let side = |leave: fn(&Piece) -> bool| -> String {
                found.iter().filter(|piece| !leave(piece)).map(|piece| match piece {
                    Piece::Same(words) | Piece::Gone(words) | Piece::New(words) => words.as_str(),
                }).collect()
            };
            proptest::prop_assert_eq!(side(|piece| matches!(piece, Piece::New(_))), before);
            proptest::prop_assert_eq!(side(|piece| matches!(piece, Piece::Gone(_))), after);
        }
    }
}
