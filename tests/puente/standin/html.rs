//! Telegram's reading of HTML: its few tags, its refusals, and the plain words that remain.

/// Tags that Telegram takes, without their attributes.
const TAGS: &[&str] = &[
    "b",
    "strong",
    "i",
    "em",
    "u",
    "ins",
    "s",
    "strike",
    "del",
    "a",
    "code",
    "pre",
    "blockquote",
    "span",
    "tg-spoiler",
    "tg-emoji",
];

/// The words without their tags, or Telegram's complaint.
pub fn plain(html: &str) -> Result<String, String> {
    let wrong = |what: String| Err(format!("Bad Request: can't parse entities: {what}"));
    let (mut text, mut open, mut at) = (String::new(), Vec::<String>::new(), 0);
    while let Some(c) = html[at..].chars().next() {
        let rest = &html[at..];
        match c {
            '<' => {
                let Some(end) = rest.find('>') else {
                    return wrong(format!("Unclosed start tag at byte offset {at}"));
                };
                let inner = &rest[1..end];
                if let Some(name) = inner.strip_prefix('/') {
                    let name = name.trim().to_lowercase();
                    match open.pop() {
                        Some(last) if name.is_empty() || name == last => {}
                        Some(last) => {
                            return wrong(format!(
                                "Unmatched end tag at byte offset {at}, expected \"</{last}>\", found \"</{name}>\""
                            ));
                        }
                        None => return wrong(format!("Unexpected end tag at byte offset {at}")),
                    }
                } else {
                    open.push(start_tag(inner, at).or_else(wrong)?);
                }
                at += end + 1;
            }
            '&' => {
                let (decoded, length) = entity(rest);
                text.push(decoded);
                at += length;
            }
            c => {
                text.push(c);
                at += c.len_utf8();
            }
        }
    }
    match open.pop() {
        Some(tag) => wrong(format!("Can't find end tag corresponding to start tag \"{tag}\"")),
        None => Ok(text),
    }
}

fn start_tag(inner: &str, at: usize) -> Result<String, String> {
    let name = inner.split(char::is_whitespace).next().unwrap_or_default().to_lowercase();
    if !TAGS.contains(&name.as_str()) {
        return Err(format!("Unsupported start tag \"{name}\" at byte offset {at}"));
    }
    let attributes = inner[name.len()..].trim();
    if attributes.matches('"').count() % 2 == 1 {
        return Err(format!("Unclosed start tag at byte offset {at}"));
    }
    if name == "span" && attributes != "class=\"tg-spoiler\"" {
        return Err(format!("Tag \"span\" must have class \"tg-spoiler\" at byte offset {at}"));
    }
    Ok(name)
}

/// The sign that an entity stands for, and how many bytes it takes; what is no entity is an ampersand.
fn entity(rest: &str) -> (char, usize) {
    for (name, sign) in [("&lt;", '<'), ("&gt;", '>'), ("&amp;", '&'), ("&quot;", '"')] {
        if rest.starts_with(name) {
            return (sign, name.len());
        }
    }
    let number = rest.strip_prefix("&#").and_then(|tail| {
        let end = tail.find(';').filter(|end| *end <= 8)?;
        let digits = &tail[..end];
        let code = match digits.strip_prefix('x') {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => digits.parse().ok()?,
        };
        Some((char::from_u32(code)?, end + 3))
    });
    number.unwrap_or(('&', 1))
}

#[test]
fn telegrams_html_is_read_strictly() {
    assert_eq!(plain("<b>a</b> &lt;x&gt; R&D <a href=\"https://x.cl/?a=1&amp;b=2\">é</a>&#39;").unwrap(), "a <x> R&D é'");
    assert_eq!(
        plain("<pre><code class=\"language-rust\">x</code></pre><blockquote expandable>y</blockquote>").unwrap(),
        "xy"
    );
    for (html, complaint) in [
        ("a <br> b", "Unsupported start tag \"br\" at byte offset 2"),
        ("<b>a", "Can't find end tag corresponding to start tag \"b\""),
        ("<b><i>a</b></i>", "Unmatched end tag at byte offset 7, expected \"</i>\", found \"</b>\""),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("1 < 2", "Unclosed start tag at byte offset 2"),
        ("<p>x</p>", "Unsupported start tag \"p\" at byte offset 0"),
    ] {
        assert_eq!(plain(html).unwrap_err(), format!("Bad Request: can't parse entities: {complaint}"));
    }
}
