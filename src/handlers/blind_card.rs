//! A side spoken without its name: the card that `domain` allows, then why it fits, what to check, and what nobody has said.

use anyhow::Result;

use super::{Rooms, pairs::Pair, spoken::sector_name};
use crate::{
    domain::{
        BlindCard, Country, Ipr, Kind, Lang, OrgType, Partnership, Reasons, Shown, Side, Stage,
        identifiers::{Names, is_harmless},
        matching::{Detail, Part, PartKind},
    },
    matching::Matching,
    store::Tx,
    talk::{Action, Button, MatchPress, Message, Text},
    text,
};

/// The card of the other side, for this one, with its buttons.
pub async fn message(tx: &mut Tx<'_>, rooms: &Rooms, pair: &Pair, viewer: Side) -> Result<Message> {
    let shown = pair.party(viewer.other());
    let names = shown.names(tx).await?;
    let Some(card) = BlindCard::of(&shown.proposal(), &names) else {
        anyhow::bail!("a kind that is shown to nobody has a match");
    };
    let head = match pair.party(viewer).request() {
        Some(request) => text!("blind-head", number = request.reference.to_string()),
        None => text!("blind-head-by-hand"),
    };
    let mut parts = vec![head, lines(&rooms.matching, &card)];
    if shown.is_sample() {
        parts.insert(1, text!("blind-sample"));
    }
    parts.extend(reasons(&rooms.matching, &Reasons::of(&pair.row.score), &names));
    if card.masked {
        parts.push(text!("blind-masked", mark = crate::domain::identifiers::MASK));
    }
    parts.push(text!("blind-what-now"));
    let of = pair.row.id;
    let press = |label: Text, press: MatchPress| Button::new(label, Action::Match { of, press });
    Ok(Message::new(Text::paragraphs(parts)).row([press(text!("button-card-accept"), MatchPress::Accept)]).row([
        press(text!("button-card-ask"), MatchPress::Ask),
        press(text!("button-card-decline"), MatchPress::Decline(None)),
    ]))
}

/// The fields of a card, one a line.
fn lines(matching: &Matching, card: &BlindCard) -> Text {
    let kind = line(text!("field-kind"), Text::of_code(Kind::LIST, card.kind.code()));
    let shown = card.shown.iter().map(|shown| {
        let field = |code: &str| Text::of_code("field", code);
        let code = Text::of_code;
        match shown {
            Shown::OrgType(item) => line(text!("field-partner"), code(OrgType::LIST, item.code())),
            Shown::Country(item) => line(field("country"), code(Country::LIST, item.code())),
            Shown::Title(words) => line(field("title"), Text::Typed(words.clone())),
            Shown::Summary(words, lang) => {
                text!("blind-summary", language = code(Lang::LIST, lang.code()), words = words.as_str())
            }
            Shown::Gist(words) => text!("blind-gist", words = words.as_str()),
            Shown::Sectors(leaves) => {
                line(field("sectors"), Text::listed(leaves.iter().map(|leaf| sector_name(matching, leaf))))
            }
            Shown::Stage(item) => line(field("stage"), code(Stage::LIST, item.code())),
            Shown::Ipr(item) => line(field("ipr"), code(Ipr::LIST, item.code())),
            Shown::Partnership(items) => {
                line(field("partnership"), Text::listed(items.iter().map(|item| code(Partnership::LIST, item.code()))))
            }
            Shown::Languages(items) => {
                line(field("langs"), Text::listed(items.iter().map(|item| code(Lang::LIST, item.code()))))
            }
            Shown::Period(period) => text!("blind-period", from = period.from, until = period.until),
            Shown::Call(words) => text!("blind-call", words = words.as_str()),
        }
    });
    Text::lines(std::iter::once(kind).chain(shown))
}

fn line(field: Text, value: Text) -> Text {
    text!("review-line", field = field, value = value)
}

/// Why it fits, what to check, what is not known: each only where there is something to say.
fn reasons(matching: &Matching, reasons: &Reasons, names: &Names) -> Vec<Text> {
    let named = |parts: &[PartKind]| Text::listed(parts.iter().map(|part| Text::of_code(PartKind::LIST, part.code())));
    let mut said = Vec::new();
    if !reasons.why.is_empty() {
        let why = Text::lines(reasons.why.iter().map(|part| why(matching, part, names)));
        said.push(text!("blind-why", lines = why));
    }
    if !reasons.check.is_empty() {
        said.push(text!("blind-check", parts = named(&reasons.check)));
    }
    if !reasons.unknown.is_empty() {
        said.push(text!("blind-unknown", parts = named(&reasons.unknown)));
    }
    said
}

/// One part with what both sides share of it; a term that would tell who it is, is left out.
fn why(matching: &Matching, part: &Part, names: &Names) -> Text {
    let code = Text::of_code;
    let shared = match &part.detail {
        Detail::Subject { terms, .. } => {
            Text::listed(terms.iter().filter(|term| is_harmless(term, names)).map(|term| Text::Typed(term.clone())))
        }
        Detail::Sector { shared, .. } => Text::listed(shared.iter().map(|id| sector_name(matching, id))),
        Detail::Partnership { shared } => Text::listed(shared.iter().map(|item| code(Partnership::LIST, item.code()))),
        Detail::Language { shared } => Text::listed(shared.iter().map(|item| code(Lang::LIST, item.code()))),
        Detail::Profile { types, .. } => Text::listed(types.iter().map(|item| code(OrgType::LIST, item.code()))),
        Detail::Stage { offered, .. } => code(Stage::LIST, offered.code()),
        _ => Text::empty(),
    };
    let part = text!(
        "match-part",
        part = code(PartKind::LIST, part.what.code()),
        points = i64::from(part.points),
        most = i64::from(part.max)
    );
    Text::Joined { parts: vec![part, shared], between: ": ".into() }
}
