//! The light Markdown of the FAQ as HTML of Telegram's subset: bold, italics, links, bullets; everything else as typed.

/// Text with what HTML would take for markup written out.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}

/// Markdown as HTML. Marks that do not close are shown as typed, so the result is always well-formed.
#[must_use]
pub fn to_html(source: &str) -> String {
    let lines: Vec<String> = source.trim().lines().map(line).collect();
    lines.join("\n")
}

fn line(line: &str) -> String {
    let line = line.trim_end();
    match line.trim_start().strip_prefix("- ").or_else(|| line.trim_start().strip_prefix("* ")) {
        Some(item) => format!("• {}", inline(item)),
        None => inline(line),
    }
}

fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let taken = match c {
            '*' | '[' | '`' => span(rest),
            _ => None,
        };
        match taken {
            Some((html, after)) => {
                out.push_str(&html);
                rest = after;
            }
            None => {
                out.push_str(&escape(&rest[..c.len_utf8()]));
                rest = &rest[c.len_utf8()..];
            }
        }
    }
    out
}

/// A closed span at the head of the text: its HTML and what stands behind it.
fn span(text: &str) -> Option<(String, &str)> {
    let between = |open: &str, close: &str| {
        let inner = text.strip_prefix(open)?;
        let end = inner.find(close)?;
        (end > 0).then(|| (&inner[..end], &inner[end + close.len()..]))
    };
    if text.starts_with("**") {
        let (inner, after) = between("**", "**")?;
        return Some((format!("<b>{}</b>", inline(inner)), after));
    }
    match text.as_bytes().first()? {
        b'*' => between("*", "*").map(|(inner, after)| (format!("<i>{}</i>", inline(inner)), after)),
        b'`' => between("`", "`").map(|(inner, after)| (format!("<code>{}</code>", escape(inner)), after)),
        b'[' => {
            let (label, after) = between("[", "](")?;
            let end = after.find(')')?;
            let address = &after[..end];
            let safe = address.starts_with("https://") && !address.chars().any(char::is_whitespace);
            (safe && !label.contains('['))
                .then(|| (format!("<a href=\"{}\">{}</a>", escape(address), escape(label)), &after[end + 1..]))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_tags_and_the_rest_is_shown_as_typed() {
        assert_eq!(
            to_html("**Sí**, *si* 3 < 4.\n- uno\n- [SII](https://www.sii.cl)"),
            "<b>Sí</b>, <i>si</i> 3 &lt; 4.\n• uno\n• <a href=\"https://www.sii.cl\">SII</a>"
        );
    }

    #[test]
    fn what_does_not_close_is_shown_as_typed() {
        for typed in ["**open", "*", "[x](javascript:alert(1))", "[x](http://a b)", "2 * 3 = 6", "`"] {
            assert_eq!(to_html(typed), escape(typed), "{typed}");
        }
    }
}
