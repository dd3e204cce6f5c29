//! A text as an eye reads it, whatever characters it is made of: small Latin letters, plain digits and signs, no accents and
//! nothing invisible. Every byte of it knows where in the text it comes from.

use std::ops::Range;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The reading of a text.
pub struct Skeleton {
    text: String,
    /// Of each byte of `text`: the bytes of the original character.
    at: Vec<(u32, u32)>,
}

impl Skeleton {
    pub fn of(original: &str) -> Self {
        let mut skeleton = Self { text: String::with_capacity(original.len()), at: Vec::with_capacity(original.len()) };
        for (start, c) in original.char_indices() {
            let at = (narrow(start), narrow(start + c.len_utf8()));
            for plain in std::iter::once(c).nfkd().filter(|c| !is_combining_mark(*c) && !is_invisible(*c)) {
                for lower in look_alike(plain).to_lowercase() {
                    skeleton.push(look_alike(lower), at);
                }
            }
        }
        skeleton
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the original that this range of the reading comes from.
    pub fn origin(&self, range: Range<usize>) -> Range<usize> {
        match (self.at.get(range.start), range.end.checked_sub(1).and_then(|last| self.at.get(last))) {
            (Some((start, _)), Some((_, end))) if start < end => *start as usize..*end as usize,
            _ => 0..0,
        }
    }

    /// The same with the blanks taken out of runs of single characters (`a n a @ u c h . c l`); none where there is no such run.
    pub fn without_gaps(&self) -> Option<Self> {
        let words: Vec<Range<usize>> = words(&self.text);
        let single: Vec<bool> = words.iter().map(|word| self.text[word.clone()].chars().count() == 1).collect();
        let mut joined = Self { text: String::new(), at: Vec::new() };
        let (mut changed, mut copied, mut n) = (false, 0, 0);
        while n < words.len() {
            let run = single[n..].iter().take_while(|single| **single).count();
            if run >= 4 {
                joined.copy(self, copied..words[n].start);
                for word in &words[n..n + run] {
                    joined.copy(self, word.clone());
                }
                copied = words[n + run - 1].end;
                changed = true;
            }
            n += run.max(1);
        }
        joined.copy(self, copied..self.text.len());
        changed.then_some(joined)
    }

    fn push(&mut self, c: char, at: (u32, u32)) {
        self.text.push(c);
        self.at.extend(std::iter::repeat_n(at, c.len_utf8()));
    }

    fn copy(&mut self, from: &Self, range: Range<usize>) {
        self.text.push_str(&from.text[range.clone()]);
        self.at.extend_from_slice(&from.at[range]);
    }
}

fn narrow(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The ranges of the text between blanks.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_whitespace(), start) {
            (true, Some(from)) => {
                words.push(from..at);
                start = None;
            }
            (false, None) => start = Some(at),
            _ => {}
        }
    }
    words
}

/// Characters that change nothing one sees: joiners, marks of direction, soft hyphens, selectors, tags.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}')
}

/// The plain character that this one passes for.
fn look_alike(c: char) -> char {
    match c {
        'а' | 'α' | 'ɑ' | 'А' | 'Α' => 'a',
        'в' | 'В' | 'β' | 'Β' => 'b',
        'с' | 'С' | 'ϲ' => 'c',
        'ԁ' | 'ɗ' | 'đ' => 'd',
        'е' | 'Е' | 'ε' | 'Ε' | 'ҽ' | 'є' => 'e',
        'ɡ' | 'ց' => 'g',
        'н' | 'Н' | 'Η' | 'һ' => 'h',
        'і' | 'І' | 'ι' | 'Ι' | 'ı' | 'ӏ' => 'i',
        'ј' | 'Ј' => 'j',
        'к' | 'К' | 'κ' | 'Κ' => 'k',
        'ł' | 'ⅼ' => 'l',
        'м' | 'М' | 'Μ' => 'm',
        'п' | 'η' | 'Ν' => 'n',
        'о' | 'О' | 'ο' | 'Ο' | 'ø' | 'օ' | 'σ' => 'o',
        'р' | 'Р' | 'ρ' | 'Ρ' => 'p',
        'ԛ' => 'q',
        'ѕ' | 'Ѕ' => 's',
        'т' | 'Т' | 'τ' | 'Τ' => 't',
        'υ' | 'ս' => 'u',
        'ν' | 'ѵ' => 'v',
        'ѡ' | 'ω' | 'ԝ' => 'w',
        'х' | 'Х' | 'χ' | 'Χ' => 'x',
        'у' | 'У' | 'γ' | 'Υ' => 'y',
        'ᴢ' | 'Ζ' => 'z',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '﹣' | '﹘' | 'ー' => '-',
        '｡' | '。' | '․' | '﹒' => '.',
        '∶' | '︰' | '꞉' => ':',
        '⁄' | '∕' => '/',
        '【' | '〔' | '「' | '〈' => '[',
        '】' | '〕' | '」' | '〉' => ']',
        '〇' | '○' => '零',
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => ' ',
        c => digit(c),
    }
}

/// Digits of other scripts.
fn digit(c: char) -> char {
    let code = u32::from(c);
    for zero in [0x660, 0x6f0, 0x966, 0x9e6, 0xe50] {
        if (zero..zero + 10).contains(&code) {
            return char::from_digit(code - zero, 10).unwrap_or(c);
        }
    }
    c
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reading_knows_where_each_byte_comes_from() {
        let text = "Ａ\u{200b}ñа＠x";
        let skeleton = Skeleton::of(text);
        assert_eq!(skeleton.text(), "ana@x");
        let at = skeleton.text().find('@').unwrap();
        assert_eq!(&text[skeleton.origin(at..at + 1)], "＠");
        assert_eq!(&text[skeleton.origin(0..5)], text);
    }

    #[test]
    fn single_letters_with_blanks_between_read_as_a_word() {
        let joined = Skeleton::of("a n a @ u . c l es mi correo").without_gaps().unwrap();
        assert_eq!(joined.text(), "ana@u.cl es mi correo");
        assert!(Skeleton::of("a o b y c").without_gaps().is_some(), "only read so, nothing is changed by it");
        assert!(Skeleton::of("planta piloto a 5 bar").without_gaps().is_none());
    }
}
