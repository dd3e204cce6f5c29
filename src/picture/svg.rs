//! The drawing itself: tiles on top, groups of bars in two columns. Sizes are in pixels of a picture that a phone shows at a
//! third of them, so what is to be read at a glance is at least 26 high; only a long label is made smaller.

use std::fmt::Write;

use super::{FAMILY, Group, Page, Tile};
use crate::talk::{Span, Tone};

const WIDE: i32 = 1080;
const EDGE: i32 = 48;
const GAP: i32 = 36;
const TILES: i32 = 176;
const TILE: i32 = 150;
/// Nothing is made smaller than this, however long it is; labels are kept short enough by a test.
const SMALLEST: i32 = 18;
/// One bar with its label above it.
const ROW: i32 = 68;
const GROUP_HEAD: i32 = 64;

const PAPER: &str = "#f7f5f0";
const CARD: &str = "#ffffff";
const INK: &str = "#1f2a37";
const SOFT: &str = "#5b6675";
const BAR: &str = "#1d6fa5";
const TRACK: &str = "#e4e9ef";

/// The page as SVG.
pub fn of(page: &Page) -> String {
    let rows = rows(&page.groups);
    let heights: Vec<i32> = rows.iter().map(|row| row.iter().map(|group| height(group)).max().unwrap_or(0)).collect();
    let top = 150 + TILES;
    let high = top + heights.iter().map(|height| height + GAP).sum::<i32>() + EDGE - GAP;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDE}\" height=\"{high}\" font-family=\"{FAMILY}\">\
         <rect width=\"{WIDE}\" height=\"{high}\" fill=\"{PAPER}\"/>"
    );
    text(&mut svg, (EDGE, 74), WIDE - 2 * EDGE, 48, INK, &page.title);
    text(&mut svg, (EDGE, 120), WIDE - 2 * EDGE, 28, SOFT, &page.subtitle);
    tiles(&mut svg, &page.tiles);
    let column = (WIDE - 2 * EDGE - GAP) / 2;
    let mut y = top;
    for (row, height) in rows.iter().zip(&heights) {
        let mut x = EDGE;
        for group in row {
            let wide = if group.span == Span::Whole { WIDE - 2 * EDGE } else { column };
            self::group(&mut svg, group, (x, y), (wide, *height));
            x += column + GAP;
        }
        y += height + GAP;
    }
    svg.push_str("</svg>");
    svg
}

/// Two halves, or one whole.
fn rows(groups: &[Group]) -> Vec<Vec<&Group>> {
    let mut rows: Vec<Vec<&Group>> = Vec::new();
    for group in groups {
        match rows.last_mut() {
            Some(row) if group.span == Span::Half && row.len() == 1 && row[0].span == Span::Half => row.push(group),
            _ => rows.push(vec![group]),
        }
    }
    rows
}

fn height(group: &Group) -> i32 {
    let rows = i32::try_from(group.bars.len()).unwrap_or(0).max(1);
    GROUP_HEAD + rows * ROW + 20
}

fn tiles(svg: &mut String, tiles: &[Tile]) {
    let count = i32::try_from(tiles.len()).unwrap_or(1).max(1);
    let wide = (WIDE - 2 * EDGE - (count - 1) * 20) / count;
    let mut x = EDGE;
    for tile in tiles {
        card(svg, (x, 150), (wide, TILE));
        let tone = match tile.tone {
            Tone::Plain => INK,
            Tone::Good => "#1c7c54",
            Tone::Bad => "#b3261e",
        };
        text(svg, (x + 22, 150 + 72), wide - 36, 56, tone, &tile.value);
        text(svg, (x + 22, 150 + 122), wide - 36, 28, SOFT, &tile.label);
        x += wide + 20;
    }
}

fn group(svg: &mut String, group: &Group, (x, y): (i32, i32), (wide, high): (i32, i32)) {
    card(svg, (x, y), (wide, high));
    let inside = wide - 48;
    text(svg, (x + 24, y + 46), inside, 32, INK, &group.title);
    if group.bars.is_empty() {
        text(svg, (x + 24, y + GROUP_HEAD + 40), inside, 28, SOFT, &group.empty);
    }
    let most = group.bars.iter().map(|(_, value)| *value).max().unwrap_or(0).max(1);
    let mut y = y + GROUP_HEAD;
    for (label, value) in &group.bars {
        text(svg, (x + 24, y + 30), inside - 84, 27, INK, label);
        let number = value.to_string();
        let shown = format!(
            "<text x=\"{}\" y=\"{}\" font-size=\"28\" fill=\"{INK}\" text-anchor=\"end\">{number}</text>",
            x + wide - 24,
            y + 30
        );
        svg.push_str(&shown);
        bar(svg, (x + 24, y + 40), inside, inside * i32::try_from(value * 1000 / most).unwrap_or(0) / 1000);
        y += ROW;
    }
}

fn bar(svg: &mut String, (x, y): (i32, i32), wide: i32, filled: i32) {
    for (wide, colour) in [(wide, TRACK), (filled, BAR)] {
        if wide > 0 {
            // Writing to a string cannot fail.
            let _ = write!(
                svg,
                "<rect x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"16\" rx=\"{}\" fill=\"{colour}\"/>",
                8.min(wide / 2)
            );
        }
    }
}

fn card(svg: &mut String, (x, y): (i32, i32), (wide, high): (i32, i32)) {
    let _ = write!(
        svg,
        "<rect x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{high}\" rx=\"18\" fill=\"{CARD}\" stroke=\"{TRACK}\" stroke-width=\"2\"/>"
    );
}

/// Words that begin at a place and may be so wide; made smaller where they would be wider. The room they have stands in their id,
/// so that a test can measure whether they keep to it.
fn text(svg: &mut String, (x, y): (i32, i32), wide: i32, size: i32, colour: &str, words: &str) {
    let escaped = words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let (id, size) = (format!("t{}-{}", svg.len(), x + wide), fitting(words, wide, size));
    let _ = write!(svg, "<text id=\"{id}\" x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\"{colour}\">{escaped}</text>");
}

/// The size at which words fit into a width, by what their characters are usually wide: a Chinese one a whole em, a Latin one
/// somewhat more than half.
fn fitting(words: &str, wide: i32, size: i32) -> i32 {
    let tenths: i32 = words.chars().map(|c| if c > '\u{2e7f}' { 10 } else { 6 }).sum();
    if tenths * size <= wide * 10 { size } else { (wide * 10 / tenths.max(1)).max(SMALLEST) }
}
