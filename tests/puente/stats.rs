//! The desk in figures: the picture, the words beneath it, and the statements behind both.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use puente::{
    domain::{AgreementKind, Kind, Lang},
    i18n::{self, I18n},
    matching::Matching,
    picture::{self, Group, Page, Tile},
    store::FIGURES,
    talk::{Action, MatchPress, Span, Text, Tone},
};

use crate::{
    house::{ANNA, House, STAFF_CHAT, content},
    pairs::{come_together, institute, strangers, university},
};

const ANA: i64 = 1 << 41;

/// The statements of `docs/stats.md`, by their heading.
fn shown_in_docs() -> BTreeMap<String, String> {
    let docs = include_str!("../../docs/stats.md");
    let parts = docs.split("\n## ").skip(1);
    let statement =
        |part: &str| part.split("```sql\n").nth(1).and_then(|rest| rest.split("\n```").next()).unwrap().to_owned();
    parts.map(|part| (part.lines().next().unwrap().to_owned(), statement(part))).collect()
}

#[tokio::test]
async fn each_figure_is_the_statement_that_the_docs_show() {
    let shown = shown_in_docs();
    let counted: BTreeMap<String, String> =
        FIGURES.iter().map(|(name, sql)| ((*name).to_owned(), (*sql).to_owned())).collect();
    assert_eq!(shown, counted);
}

#[tokio::test]
async fn the_words_beneath_the_picture_are_the_figures() {
    let mut house = House::open().await;
    let ana = house.person(ANA);
    ana.says("/start").await;
    crate::partner::send_for_staff(&ana).await;
    for other in 1..=3 {
        house.person(ANA + other).says("/human may I ask you something?").await;
    }
    house.staff(ANNA, None).says("/claim 2").await;
    house.now += SignedDuration::from_mins(5);
    house.staff(ANNA, None).says("/reply 2 of course").await;
    house.staff(ANNA, None).says("/stats").await;
    let beneath = house.staff(ANNA, None).hears().html;
    assert!(house.transcript().contains("[picture]"));
    for words in ["Waiting: 3", "In work: 1", "Late: 0", "In time: 100%", "Sent: 1", "Answered: 0"] {
        assert!(beneath.contains(words), "{words} in:\n{beneath}");
    }
    let (mut tx, since, now) = (house.store.begin().await.unwrap(), house.now - SignedDuration::from_hours(720), house.now);
    let mut sum = BTreeMap::new();
    for (name, _) in FIGURES {
        sum.insert(name, tx.figure(name, since, now).await.unwrap().iter().map(|(_, value)| *value).sum::<i64>());
    }
    assert_eq!((sum["waiting"], sum["taken"], sum["late"], sum["age"], sum["answers"]), (3, 1, 0, 3, 1), "{sum:?}");
    assert_eq!((sum["kind"], sum["language"]), (1, 4), "{sum:?}");
}

#[tokio::test]
async fn the_funnel_goes_on_to_the_agreement_of_both_sides() {
    let house = House::open_small().await;
    let of = strangers(&house, &university(), &institute()).await;
    let steps = async |names: &[&str]| -> Vec<i64> {
        let since = house.now - SignedDuration::from_hours(720);
        let mut tx = house.store.begin().await.unwrap();
        let funnel: BTreeMap<String, i64> =
            tx.figure("funnel", since, house.now + SignedDuration::from_hours(1)).await.unwrap().into_iter().collect();
        names.iter().map(|name| funnel[*name]).collect()
    };
    let ends = ["sent", "introduced", "agreed"];
    assert_eq!(steps(&ends).await, [2, 0, 0]);
    come_together(&house, of).await;
    assert_eq!(steps(&ends).await, [2, 2, 0]);
    let agreed = Action::Match { of, press: MatchPress::Agreed(AgreementKind::Nda) };
    house.staff(ANNA, house.newest_topic()).presses_payload_of(&agreed).await;
    assert_eq!(steps(&ends).await, [2, 2, 2]);
}

#[tokio::test]
async fn the_weeks_figures_come_on_monday_morning_once() {
    let mut house = House::open().await;
    house.now = "2026-09-13T00:00:00-03:00".parse().unwrap();
    let mut came = Vec::new();
    let mut now: Timestamp = house.now;
    while now < "2026-09-29T00:00:00-03:00".parse().unwrap() {
        let before = house.shown(STAFF_CHAT).len();
        house.tick(now).await;
        came.extend(house.shown(STAFF_CHAT).iter().skip(before).map(|_| now.to_string()));
        if now.to_string().starts_with("2026-09-14T13") {
            house = house.restart().await;
        }
        now += SignedDuration::from_hours(1);
    }
    assert_eq!(came, ["2026-09-14T12:00:00Z", "2026-09-21T12:00:00Z", "2026-09-28T12:00:00Z"]);
}

/// A page in a language with every label that it can have.
fn every_label(lang: Lang) -> Vec<Page> {
    let (i18n, matching) = (I18n::new(), Matching::open(&content()).unwrap());
    let mut labels: Vec<String> =
        Kind::ALL.iter().map(|kind| i18n.plain(lang, &Text::of_code(Kind::LIST, kind.code()))).collect();
    labels.extend(Lang::ALL.iter().map(|lang_| i18n.plain(lang, &Text::of_code(Lang::LIST, lang_.code()))));
    let taxonomy = matching.taxonomy();
    let sectors =
        taxonomy.sectors().iter().flat_map(|sector| std::iter::once(&sector.id).chain(taxonomy.leaves_of(&sector.id)));
    labels.extend(sectors.filter_map(|id| taxonomy.labels(id)).map(|labels| labels[lang.index()].clone()));
    let messages = i18n::messages(lang).unwrap();
    let sayable = messages.iter().filter(|(id, arguments)| id.starts_with("stats-") && arguments.is_empty());
    let stats: Vec<String> =
        sayable.map(|(id, _)| i18n.plain(lang, &Text::Say { id: id.clone().into(), args: vec![] })).collect();
    let tiles = |words: &[String]| {
        words.iter().map(|label| Tile { value: "100 %".into(), label: label.clone(), tone: Tone::Plain }).collect()
    };
    let tiles: Vec<Vec<Tile>> = ["waiting", "taken", "late", "in-time"]
        .chunks(4)
        .map(|four| tiles(&four.iter().map(|id| i18n.plain(lang, &Text::of_code("stats", id))).collect::<Vec<_>>()))
        .collect();
    let group = |title: &String, labels: &[String], span| Group {
        title: title.clone(),
        bars: labels.iter().map(|label| (label.clone(), 12345)).collect(),
        empty: String::new(),
        span,
    };
    // Long names of kinds and sectors have a whole row, everything else half of one.
    let page = |groups: Vec<Group>| Page {
        title: stats[0].clone(),
        subtitle: i18n.plain(lang, &puente::text!("stats-days", days = 30, date = jiff::civil::date(2026, 11, 25))),
        tiles: tiles[0].clone(),
        groups,
    };
    let long = labels.chunks(5).map(|five| group(&stats[0], five, Span::Whole));
    let short = stats.chunks(5).map(|five| group(&five[0], five, Span::Half));
    long.chain(short).collect::<Vec<_>>().chunks(8).map(|groups| page(groups.to_vec())).collect()
}

#[test]
fn no_glyph_of_any_label_is_missing_in_any_language() {
    let mut faults = Vec::new();
    for lang in Lang::ALL {
        for page in every_label(*lang) {
            faults.extend(picture::faults(&page).unwrap().into_iter().map(|fault| format!("{}: {fault}", lang.code())));
        }
    }
    assert_eq!(faults, Vec::<String>::new());
}

/// Writes the picture in each language beside the built program, for somebody to look at.
#[test]
#[ignore = "a person has to look at what it draws"]
fn pictures_to_look_at() {
    let (i18n, matching) = (I18n::new(), Matching::open(&content()).unwrap());
    for lang in Lang::ALL.iter().copied() {
        let say = |id: &str| i18n.plain(lang, &Text::of_code("stats", id));
        let tile = |value: &str, id: &str, tone| Tile { value: value.into(), label: say(id), tone };
        let group = |title: &str, bars: Vec<(String, i64)>| {
            let span = if matches!(title, "kind" | "sector") { Span::Whole } else { Span::Half };
            Group { title: say(title), bars, empty: say("none"), span }
        };
        let several = |list: &str, codes: &[&str], most: i64| -> Vec<(String, i64)> {
            let name = |code: &&str| i18n.plain(lang, &Text::of_code(list, code));
            codes.iter().zip((1..=most).rev()).map(|(code, count)| (name(code), count * 3)).collect()
        };
        let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.code()).take(5).collect();
        let sectors = matching.taxonomy().sectors().iter().take(5).zip([21, 13, 8, 5, 3]);
        let page = Page {
            title: say("title"),
            subtitle: i18n.plain(lang, &puente::text!("stats-days", days = 30, date = jiff::civil::date(2026, 11, 25))),
            tiles: vec![
                tile("7", "waiting", Tone::Plain),
                tile("12", "taken", Tone::Plain),
                tile("2", "late", Tone::Bad),
                tile("94 %", "in-time", Tone::Good),
            ],
            groups: vec![
                group("age", several("stats-age", &["day", "three-days", "week", "longer"], 4)),
                group(
                    "funnel",
                    several("stats-funnel", &["sent", "taken", "answered", "matched", "introduced", "agreed"], 8),
                ),
                group("answers", several("stats-answers", &["in-time", "late"], 9)),
                group("language", Vec::new()),
                group("kind", several(Kind::LIST, &kinds, 9)),
                group("sector", sectors.map(|(sector, count)| (sector.labels[lang.index()].clone(), count)).collect()),
            ],
        };
        let file = std::env::temp_dir().join(format!("puente-stats-{}.png", lang.code()));
        std::fs::write(&file, picture::png(&page).unwrap()).unwrap();
        println!("{}", file.display());
    }
}
