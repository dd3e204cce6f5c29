//! Draws figures as a picture for a chat: SVG by our own few lines, PNG by resvg, in this process and with a font of our own, so
//! that it looks the same on every machine. It knows no database and no language: every word comes in spoken.
//!
//! The picture has its own light background: on a dark chat it stands as a card, and nothing in it has to guess the theme.

mod svg;

use std::{
    collections::BTreeSet,
    sync::{Arc, OnceLock},
};

use anyhow::{Context, Result};
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree, fontdb},
};

use crate::talk::{Span, Tone};

/// A subset of Noto Sans CJK SC under the SIL Open Font License; `assets/fonts/README.md` says how it is made.
const FONT: &[u8] = include_bytes!("../../assets/fonts/PuenteSans-Regular.otf");
const FAMILY: &str = "Noto Sans CJK SC";

/// A page of figures, every word of it in the language of its readers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub title: String,
    pub subtitle: String,
    /// A few figures that are seen first.
    pub tiles: Vec<Tile>,
    /// Bars; halves stand side by side.
    pub groups: Vec<Group>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    pub value: String,
    pub label: String,
    pub tone: Tone,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub title: String,
    pub bars: Vec<(String, i64)>,
    /// Said where there are no bars.
    pub empty: String,
    pub span: Span,
}

/// The page as PNG.
///
/// # Errors
/// When it cannot be drawn, which is our own fault.
pub fn png(page: &Page) -> Result<Vec<u8>> {
    let tree = tree(page)?;
    let size = tree.size().to_int_size();
    let mut pixels = Pixmap::new(size.width(), size.height()).context("a picture without a size")?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    pixels.encode_png().context("write a picture")
}

fn tree(page: &Page) -> Result<Tree> {
    Tree::from_str(&svg::of(page), options()).context("read our own drawing")
}

/// The font is read once.
fn options() -> &'static Options<'static> {
    static OPTIONS: OnceLock<Options<'static>> = OnceLock::new();
    OPTIONS.get_or_init(|| {
        let mut fonts = fontdb::Database::new();
        fonts.load_font_data(FONT.to_vec());
        Options { font_family: FAMILY.to_owned(), fontdb: Arc::new(fonts), ..Options::default() }
    })
}

/// What a drawing lacks: characters without a glyph, and words that do not fit into the picture. For tests of labels.
///
/// # Errors
/// When it cannot be drawn.
pub fn faults(page: &Page) -> Result<Vec<String>> {
    let tree = tree(page)?;
    let (mut drawn, mut faults) = (BTreeSet::new(), Vec::new());
    look(tree.root(), &mut drawn, &mut faults);
    // A character without a glyph leaves nothing in the drawing, not even a gap.
    let wanted: BTreeSet<char> = words(page).flat_map(str::chars).filter(|c| !c.is_whitespace()).collect();
    faults.extend(wanted.difference(&drawn).map(|missing| format!("no glyph for {missing:?}")));
    Ok(faults)
}

/// Every word of a page.
fn words(page: &Page) -> impl Iterator<Item = &str> {
    let tiles = page.tiles.iter().flat_map(|tile| [tile.value.as_str(), tile.label.as_str()]);
    let groups = page.groups.iter().flat_map(|group| {
        let empty = group.bars.is_empty().then_some(group.empty.as_str());
        [group.title.as_str()].into_iter().chain(empty).chain(group.bars.iter().map(|(label, _)| label.as_str()))
    });
    [page.title.as_str(), page.subtitle.as_str()].into_iter().chain(tiles).chain(groups)
}

fn look(group: &resvg::usvg::Group, drawn: &mut BTreeSet<char>, faults: &mut Vec<String>) {
    for node in group.children() {
        match node {
            resvg::usvg::Node::Group(inner) => look(inner, drawn, faults),
            resvg::usvg::Node::Text(text) => {
                let glyphs = text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
                drawn.extend(glyphs.filter(|glyph| glyph.id.0 != 0).flat_map(|glyph| glyph.text.chars()));
                // The drawing writes into the id where the words have to end.
                let end = text.id().rsplit_once('-').and_then(|(_, end)| end.parse::<f32>().ok());
                if end.is_some_and(|end| text.abs_bounding_box().right() > end) {
                    let words: String = text.chunks().iter().map(resvg::usvg::TextChunk::text).collect();
                    faults.push(format!("does not fit: {words:?}"));
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> Page {
        let group = |title: &str| Group {
            title: title.into(),
            bars: vec![("Oferta de tecnología".into(), 12), ("技术需求".into(), 3), ("a <b> & \"c\"".into(), 0)],
            empty: String::new(),
            span: Span::Half,
        };
        Page {
            title: "Puente".into(),
            subtitle: "2026".into(),
            tiles: vec![Tile { value: "7".into(), label: "en espera".into(), tone: Tone::Bad }],
            groups: vec![
                group("x"),
                group("y"),
                Group { title: "z".into(), bars: vec![], empty: "—".into(), span: Span::Whole },
            ],
        }
    }

    #[test]
    fn a_page_is_drawn_as_png_with_every_glyph() {
        let drawn = png(&page()).unwrap();
        assert!(drawn.starts_with(b"\x89PNG"), "it is a PNG");
        assert_eq!(faults(&page()).unwrap(), Vec::<String>::new());
    }

    #[test]
    fn a_character_without_a_glyph_and_words_too_long_are_found() {
        let mut broken = page();
        broken.title = "\u{1F600}".into();
        broken.subtitle = "word ".repeat(60);
        let found = faults(&broken).unwrap();
        assert!(found.iter().any(|fault| fault.starts_with("no glyph")), "{found:?}");
        assert!(found.iter().any(|fault| fault.starts_with("does not fit")), "{found:?}");
    }
}
