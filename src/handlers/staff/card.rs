//! The card of a lead: who, what, matches with their reasons, always the present state. Edited, not repeated.

use anyhow::Result;
use jiff::Timestamp;

use super::{
    super::{
        Rooms,
        spoken::{excerpt, sector_name, term_name},
        turn::Turn,
    },
    deadline, merge, reminders, routing, snooze, tags,
};
use crate::{
    domain::{
        ConsentKind, Country, Flag, Ipr, Kind, Lang, LeadId, LeadState, MatchState, OrgType, Partnership, ProposalId,
        Reason, RequestId, RequestState, Stage,
        matching::{Basis, Cap, Detail, Part, PartKind, Score, Shelf},
        other_shore,
    },
    store::{LeadLine, MatchRow, RequestRow, Tx},
    talk::{Action, Button, Message, Place, Post, Reply, SnoozeFor, Text},
    text,
};

/// Matches on the card itself; all of them are a tap away.
const ON_CARD: usize = 3;
/// Characters of a description on the card.
const EXCERPT: usize = 700;
/// Telegram's limit for the name of a topic, in characters.
const TOPIC_NAME: usize = 128;

/// What a lead's topic is called, in the staff's language.
pub fn topic_name(rooms: &Rooms, request: Option<&RequestRow>, words: &str) -> String {
    let lang = rooms.centre.staff_lang;
    let name = match request {
        Some(request) => {
            let kind = rooms.i18n.plain(lang, &Text::of_code(Kind::LIST, request.body.kind.code()));
            let sector =
                request.body.sectors.first().map(|leaf| rooms.i18n.plain(lang, &sector_name(&rooms.matching, leaf)));
            let parts = [Some(request.reference.to_string()), Some(kind), sector, Some(request.body.organisation.clone())];
            let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
            parts.join(" · ")
        }
        None => format!("{} · {}", rooms.i18n.plain(lang, &text!("staff-consultation")), words.replace('\n', " ")),
    };
    name.chars().take(TOPIC_NAME).collect()
}

/// Brings the card of a lead to its present state.
pub async fn refresh_card(tx: &mut Tx<'_>, rooms: &Rooms, id: LeadId, at: Timestamp) -> Result<()> {
    let Some(mut line) = tx.lead(id).await? else { return Ok(()) };
    deadline::follow(tx, rooms, &mut line, at).await?;
    let card = card(tx, rooms, &line, at).await?;
    tx.keep_card(id, &card).await?;
    tx.post(&Reply::soon(Place::Lead(id), Post::Card(card)), at).await
}

/// The card, here.
pub async fn show(turn: &mut Turn<'_, '_>, id: LeadId) -> Result<()> {
    let Some(line) = turn.tx.lead(id).await? else { return turn.say(text!("staff-no-such-lead")).await };
    let card = card(turn.tx, turn.rooms, &line, turn.at).await?;
    turn.say(card).await
}

async fn card(tx: &mut Tx<'_>, rooms: &Rooms, line: &LeadLine, at: Timestamp) -> Result<Message> {
    let lead = &line.lead;
    let owner = match lead.held.owner {
        Some(owner) if lead.held.state != LeadState::Waiting => {
            text!(
                "staff-state-owner",
                state = Text::of_code(LeadState::LIST, lead.held.state.code()),
                who = tx.staff_name(owner).await?
            )
        }
        _ => Text::of_code(LeadState::LIST, lead.held.state.code()),
    };
    let partner_lang = match lead.partner {
        Some(partner) => text!(
            "staff-partner-speaks",
            language = Text::of_code(Lang::LIST, tx.lang_of(partner.door, partner.chat).await?.code())
        ),
        None => text!("staff-partner-gone"),
    };
    if lead.partner.is_none() {
        let head = text!("staff-card-head", number = lead.id.0, state = owner);
        return Ok(Message::new(Text::lines([head, partner_lang])));
    }
    let request = match lead.request {
        Some(id) => tx.request(id).await?,
        None => None,
    };
    let suggested = match lead.held.state {
        LeadState::Waiting => routing::suggested(tx, rooms, lead, request.as_ref()).await?,
        LeadState::Taken | LeadState::Closed => None,
    };
    let partner_time =
        request.as_ref().map_or_else(Text::empty, |request| deadline::partner_time(rooms, request.body.country, at));
    let head = Text::lines([text!("staff-card-head", number = lead.id.0, state = owner), deadline::due_line(rooms, lead)]);
    let suggestion =
        suggested.as_ref().map_or_else(Text::empty, |desk| text!("route-suggested", who = reminders::mention(desk)));
    let (repeats, merge) = merge::on_card(tx, lead).await?;
    let tags = tags::spoken(&tx.tags_of(lead.id).await?);
    let mut parts = vec![Text::lines([head, tags]), repeats, Text::lines([partner_lang, partner_time, suggestion])];
    match &request {
        Some(request) => {
            parts.push(who_may_read(tx, request).await?);
            parts.push(request_lines(rooms, request));
            parts.push(matches_text(tx, request, ON_CARD).await?);
        }
        None if lead.request.is_some() => {}
        None => {
            let asked = tx
                .first_word(lead.id)
                .await?
                .map_or_else(|| line.topic_name.clone(), |asked| asked.chars().take(EXCERPT).collect());
            parts.push(text!("staff-consultation-words", words = asked));
        }
    }
    let mut message = Message::new(Text::paragraphs(parts));
    message = match lead.held.state {
        LeadState::Waiting => message.row([
            Button::new(text!("button-take"), Action::Take(lead.id)),
            match &suggested {
                Some(desk) => routing::button(lead, desk),
                None => Button::new(text!("button-assign"), Action::Assign(lead.id)),
            },
        ]),
        LeadState::Taken => message
            .row([
                Button::new(text!("button-release"), Action::Release(lead.id)),
                Button::new(text!("button-close"), Action::Close(lead.id)),
            ])
            .row([Button::new(text!("button-assign"), Action::Assign(lead.id)), snooze::button(lead.id, SnoozeFor::Reply)])
            .row([Button::new(text!("button-canned"), Action::CannedList(lead.id))]),
        LeadState::Closed => message.row([Button::new(text!("button-reopen"), Action::Reopen(lead.id))]),
    };
    if let Some(merge) = merge {
        message = message.row([merge]);
    }
    if let Some(request) = request {
        if lead.held.state != LeadState::Closed {
            message = super::decide::decisions(message, &request, at);
        }
        message = message.row([
            Button::new(text!("button-matches"), Action::Matches(lead.id)),
            Button::new(text!("button-identity"), Action::Identity(lead.id)),
        ]);
    }
    Ok(message)
}

/// Whether staff of the partner centre across may read this lead too: its owner decides.
async fn who_may_read(tx: &mut Tx<'_>, request: &RequestRow) -> Result<Text> {
    let across = other_shore(request.body.country);
    let country = Text::of_code(Country::LIST, across.code());
    Ok(if tx.has_consent(request.person, ConsentKind::Abroad, Some(across)).await? {
        text!("staff-read-across", country = country)
    } else {
        text!("staff-read-here", country = country)
    })
}

fn request_lines(rooms: &Rooms, request: &RequestRow) -> Text {
    let body = &request.body;
    let code = |list: &str, code: &str| Text::of_code(list, code);
    let sectors = Text::listed(body.sectors.iter().map(|leaf| sector_name(&rooms.matching, leaf)));
    let partnership = Text::listed(body.partnership.iter().map(|item| code(Partnership::LIST, item.code())));
    let languages = Text::listed(body.languages.iter().map(|item| code(Lang::LIST, item.code())));
    let line = |field: Text, value: Text| text!("review-line", field = field, value = value);
    let mut lines = vec![
        text!("staff-card-request", number = request.reference.to_string(), kind = code(Kind::LIST, body.kind.code())),
        line(text!("field-state"), standing(request)),
        line(
            code("field", "org"),
            Text::listed([
                Text::Typed(body.organisation.clone()),
                code(OrgType::LIST, body.org_type.code()),
                code(Country::LIST, body.country.code()),
            ]),
        ),
    ];
    for (field, value, there) in [
        ("sectors", sectors, !body.sectors.is_empty()),
        ("partnership", partnership, !body.partnership.is_empty()),
        ("langs", languages, true),
        ("stage", code(Stage::LIST, body.stage.code()), body.stage != Stage::Unknown),
        ("ipr", code(Ipr::LIST, body.ipr.code()), body.ipr != Ipr::Unknown),
    ] {
        if there {
            lines.push(line(code("field", field), value));
        }
    }
    lines.extend(super::super::partner::card::further_lines(&rooms.matching, body));
    if !body.flags.is_empty() {
        let flags = Text::listed(body.flags.iter().map(|flag| code(Flag::LIST, flag.code())));
        let barred = body.flags.iter().any(|flag| flag.bars_matching());
        lines.push(if barred { text!("staff-flagged", flags = flags) } else { text!("staff-mentioned", flags = flags) });
    }
    if !body.files.is_empty() {
        lines.push(line(text!("field-files"), Text::listed(body.files.iter().map(|file| Text::Typed(file.name.clone())))));
    }
    Text::paragraphs([
        Text::lines(lines),
        text!("staff-card-words", title = body.title.as_str(), words = excerpt(&body.description, EXCERPT)),
    ])
}

/// Where a request stands, why it ended, and until when it holds.
fn standing(request: &RequestRow) -> Text {
    let state = Text::of_code(RequestState::LIST, request.state.code());
    let reason = request.standing.reason.map(|reason| Text::of_code(Reason::LIST, reason.code()));
    let until = request.standing.valid_until.to_zoned(jiff::tz::TimeZone::UTC).date();
    Text::listed([Some(state), reason, Some(text!("day", date = until))].into_iter().flatten())
}

/// The best matches of a request, each with the sum of its points.
async fn matches_text(tx: &mut Tx<'_>, request: &RequestRow, most: usize) -> Result<Text> {
    let found = tx.matches_of(request.id).await?;
    if found.is_empty() {
        return Ok(text!("staff-no-matches"));
    }
    let mut parts = vec![text!("staff-matches", count = i64::try_from(found.len()).unwrap_or(0))];
    for row in found.iter().take(most) {
        if let Some(head) = match_head(tx, request.id, row).await? {
            parts.push(Text::lines([head, sum(&row.score)]));
        }
    }
    Ok(Text::paragraphs(parts))
}

/// A match with what stands behind each of its parts, as one side's lead sees it.
pub async fn match_lines(tx: &mut Tx<'_>, rooms: &Rooms, from: RequestId, row: &MatchRow) -> Result<Option<Text>> {
    let head = match_head(tx, from, row).await?;
    Ok(head.map(|head| Text::lines([head, Text::lines(row.score.parts.iter().map(|part| why(rooms, part)))])))
}

async fn match_head(tx: &mut Tx<'_>, from: RequestId, row: &MatchRow) -> Result<Option<Text>> {
    let Some((who, title)) = counterpart(tx, row.across_from(from)).await? else { return Ok(None) };
    let points = if row.score.shelf() == Shelf::Suggest {
        text!("match-suggested", points = i64::from(row.score.total()))
    } else {
        text!("match-maybe", points = i64::from(row.score.total()))
    };
    let state = match row.pairing.state {
        MatchState::Suggested => Text::empty(),
        state => Text::of_code(MatchState::LIST, state.code()),
    };
    let held_back = row.score.held_back.map_or_else(Text::empty, |cap| Text::of_code(Cap::LIST, cap.code()));
    let points = Text::listed([points, state, held_back]);
    Ok(Some(text!("match-line", number = row.id.0, points = points, who = who, title = title)))
}

/// Who a counterpart is and what they offer or seek: for staff only.
async fn counterpart(tx: &mut Tx<'_>, id: ProposalId) -> Result<Option<(Text, String)>> {
    Ok(match id {
        ProposalId::Opportunity(id) => tx.opportunity(id).await?.map(|(by, opportunity)| {
            let who = Text::listed([Text::Typed(by.name), Text::of_code(Country::LIST, by.country.code())]);
            (who, opportunity.title)
        }),
        ProposalId::Request(id) => tx.request(id).await?.map(|request| {
            let who = Text::listed([
                Text::Typed(request.reference.to_string()),
                Text::Typed(request.body.organisation.clone()),
                Text::of_code(Country::LIST, request.body.country.code()),
            ]);
            (who, request.body.title)
        }),
    })
}

/// "72 = subject 30 + sector 16 + …": what is shown adds up to the score.
fn sum(score: &Score) -> Text {
    let parts = score.parts.iter().filter(|part| part.points > 0).map(|part| {
        text!("match-part-short", part = Text::of_code(PartKind::LIST, part.what.code()), points = i64::from(part.points))
    });
    Text::Joined { parts: parts.collect(), between: " + ".into() }
}

/// One part with what stands behind it.
fn why(rooms: &Rooms, part: &Part) -> Text {
    let mark = match part.known {
        Basis::Unknown => text!("match-ask"),
        Basis::Known | Basis::NotAsked => Text::empty(),
    };
    let detail = match &part.detail {
        Detail::Subject { terms, .. } => Text::listed(terms.iter().map(|term| term_name(&rooms.matching, term))),
        Detail::Sector { shared, .. } => Text::listed(shared.iter().map(|id| sector_name(&rooms.matching, id))),
        Detail::Partnership { shared } => {
            Text::listed(shared.iter().map(|item| Text::of_code(Partnership::LIST, item.code())))
        }
        Detail::Stage { offered, wanted, .. } => {
            text!(
                "match-stages",
                offered = Text::of_code(Stage::LIST, offered.code()),
                wanted = Text::of_code(Stage::LIST, wanted.code())
            )
        }
        Detail::Profile { types, .. } => Text::listed(types.iter().map(|item| Text::of_code(OrgType::LIST, item.code()))),
        Detail::Language { shared } => Text::listed(shared.iter().map(|item| Text::of_code(Lang::LIST, item.code()))),
        Detail::Timing { .. } | Detail::Freshness { .. } => Text::empty(),
        Detail::NotAsked => text!("match-not-asked"),
    };
    let line = text!(
        "match-part",
        part = Text::of_code(PartKind::LIST, part.what.code()),
        points = i64::from(part.points),
        most = i64::from(part.max),
    );
    Text::Joined { parts: vec![line, detail, mark], between: " · ".into() }
}
