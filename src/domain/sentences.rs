//! The beginning of a text, cut where a sentence ends: a summary that nobody had to write.

/// Whole sentences from the beginning of a text, as many as fit into so many characters; the first one is cut where it alone
/// is too long.
#[must_use]
pub fn first_sentences(text: &str, most: usize) -> String {
    let text = text.trim();
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let fitting: String = text.chars().take(most).collect();
    let end = ends(&fitting).last();
    match end {
        Some(end) => fitting[..end].trim_end().to_owned(),
        None => cut_at_a_word(&fitting),
    }
}

/// The first sentence alone.
#[must_use]
pub fn first_sentence(text: &str) -> &str {
    let text = text.trim();
    text[..ends(text).next().unwrap_or(text.len())].trim_end()
}

/// The places at which sentences end. A point between figures or inside a name ends none.
fn ends(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.char_indices().filter_map(|(at, c)| {
        let after = at + c.len_utf8();
        let next = text[after..].chars().next();
        let ends = match c {
            '。' | '！' | '？' | '\n' => true,
            '.' | '!' | '?' => next.is_none_or(char::is_whitespace),
            _ => false,
        };
        ends.then_some(after)
    })
}

/// What is too long for one sentence ends with a mark that something is left out.
fn cut_at_a_word(text: &str) -> String {
    let shorter: String = text.chars().take(text.chars().count() - 1).collect();
    // Chinese has no blanks between words: any place is as good as another there.
    let cut = shorter.rfind(char::is_whitespace).filter(|at| at * 2 > shorter.len()).unwrap_or(shorter.len());
    format!("{}…", shorter[..cut].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_ends_where_a_sentence_does() {
        let text = "Buscamos litio de menos de 0.3 g/L. Tenemos una planta. Queremos un socio para probarlo.";
        assert_eq!(first_sentences(text, 60), "Buscamos litio de menos de 0.3 g/L. Tenemos una planta.");
        assert_eq!(first_sentences(text, 500), text);
        assert_eq!(first_sentences("我们提供吸附剂。回收率高于90%。寻找伙伴。", 20), "我们提供吸附剂。回收率高于90%。");
        assert_eq!(first_sentences("one two three four five six", 15), "one two three…");
        assert_eq!(first_sentences("一二三四五六七八九十", 6), "一二三四五…");
        assert_eq!(first_sentence("Sensores de bajo costo. Para viñedos."), "Sensores de bajo costo.");
    }
}
