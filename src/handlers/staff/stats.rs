//! `/stats`: the desk in figures, as a picture with the same figures beneath as text; and the week's picture, once each Monday.

use anyhow::Result;
use jiff::{SignedDuration, Timestamp, civil::Weekday};

use super::super::{Rooms, spoken::sector_name, turn::Turn};
use crate::{
    domain::{Kind, Lang},
    store::Tx,
    talk::{Chart, ChartGroup, ChartTile, Place, Post, Reply, Span, Text, Tone},
    text,
};

/// The time that `/stats` looks back.
const DAYS: i64 = 30;
const WEEK: i64 = 7;

/// `/stats`.
pub async fn show(turn: &mut Turn<'_, '_>) -> Result<()> {
    let post = picture(turn.tx, turn.rooms, DAYS, turn.at).await?;
    turn.post(&Reply::now(Place::Chat(turn.here), post)).await
}

/// The week's picture in the group, on Monday morning of the centre, once.
pub async fn weekly(tx: &mut Tx<'_>, rooms: &Rooms, now: Timestamp) -> Result<()> {
    let home = rooms.calendars.home();
    let today = home.day_of(now);
    // A Monday that is a holiday has no morning: the first day of the week that is worked has. A house that first starts later
    // in the week waits for the next.
    let monday = if today.weekday() == Weekday::Monday { today } else { today.nth_weekday(-1, Weekday::Monday)? };
    let mut before = monday;
    while before < today {
        if home.is_working_day(before) {
            return Ok(());
        }
        before = before.tomorrow()?;
    }
    if !home.is_working(now) || !tx.first_in("weekly-stats", &monday.to_string()).await? {
        return Ok(());
    }
    let post = picture(tx, rooms, WEEK, now).await?;
    tx.post(&Reply::soon(Place::Staff, post), now).await
}

async fn picture(tx: &mut Tx<'_>, rooms: &Rooms, days: i64, now: Timestamp) -> Result<Post> {
    let since = now - SignedDuration::from_hours(24 * days);
    let chart = chart(tx, rooms, days, since, now).await?;
    let caption = beneath(&chart);
    Ok(Post::Chart { chart, caption })
}

async fn chart(tx: &mut Tx<'_>, rooms: &Rooms, days: i64, since: Timestamp, now: Timestamp) -> Result<Chart> {
    let mut tiles = Vec::new();
    for name in ["waiting", "taken", "late"] {
        let value = tx.figure(name, since, now).await?.first().map_or(0, |(_, value)| *value);
        let tone = if name == "late" && value > 0 { Tone::Bad } else { Tone::Plain };
        tiles.push(ChartTile { value: text!("stats-number", count = value), label: Text::of_code("stats", name), tone });
    }
    let answers = tx.figure("answers", since, now).await?;
    tiles.push(in_time(&answers));
    let mut groups = Vec::new();
    for name in ["age", "funnel", "answers", "language", "kind", "sector"] {
        let figure = tx.figure(name, since, now).await?;
        let bars = figure.into_iter().map(|(label, value)| (spoken(rooms, name, &label), value)).collect();
        // Kinds and sectors have long names.
        let span = if matches!(name, "kind" | "sector") { Span::Whole } else { Span::Half };
        groups.push(ChartGroup { title: Text::of_code("stats", name), bars, span });
    }
    let today = rooms.calendars.home().day_of(now);
    Ok(Chart { title: text!("stats-title"), subtitle: text!("stats-days", days = days, date = today), tiles, groups })
}

/// The share of answers that were in time; a dash while there were none.
fn in_time(answers: &[(String, i64)]) -> ChartTile {
    let count = |label: &str| answers.iter().find(|(known, _)| known == label).map_or(0, |(_, count)| *count);
    let (good, all) = (count("in-time"), count("in-time") + count("late"));
    let label = text!("stats-in-time");
    if all == 0 {
        return ChartTile { value: Text::Typed("—".into()), label, tone: Tone::Plain };
    }
    let share = good * 100 / all;
    let tone = if share >= 90 { Tone::Good } else { Tone::Bad };
    ChartTile { value: text!("stats-share", percent = share), label, tone }
}

/// What a figure's label is called.
fn spoken(rooms: &Rooms, figure: &str, label: &str) -> Text {
    match figure {
        "kind" => Text::of_code(Kind::LIST, label),
        "language" => Text::of_code(Lang::LIST, label),
        "sector" => sector_name(&rooms.matching, label),
        figure => Text::of_code("stats", &format!("{figure}-{label}")),
    }
}

/// The same figures as text, for whoever cannot see the picture or wants to copy one.
fn beneath(chart: &Chart) -> Text {
    let tiles = chart.tiles.iter().map(|tile| text!("stats-line", label = tile.label.clone(), value = tile.value.clone()));
    let groups = chart.groups.iter().filter(|group| !group.bars.is_empty()).map(|group| {
        let bars = group
            .bars
            .iter()
            .map(|(label, value)| text!("stats-line", label = label.clone(), value = text!("stats-number", count = *value)));
        text!("stats-group", title = group.title.clone(), bars = Text::listed(bars))
    });
    let head = text!("stats-head", title = chart.title.clone(), days = chart.subtitle.clone());
    Text::lines([head, Text::listed(tiles)].into_iter().chain(groups))
}
