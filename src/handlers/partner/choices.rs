//! The buttons of the guided request: what may be picked at each step, and the ways on and out of it.

use super::{book::Book, card};
use crate::{
    domain::{
        Answered, Area, Budget, Career, Country, Direction, Draft, Duration, EARLIER, Funding, Ipr, Kind, Lang, OrgType,
        Partnership, Span, Stage, Step, TalentForm, USUAL, hints,
    },
    handlers::{
        spoken::{excerpt, sector_name},
        turn::Turn,
    },
    talk::{Action, Button, FormPress, Message, Text},
    text,
};

/// Buttons in a row.
const ROW: usize = 2;
/// Countries shown before "more": those that most partners come from.
const FIRST_COUNTRIES: usize = 8;
/// Characters of an earlier answer on its button.
const ON_BUTTON: usize = 40;

/// The buttons that answer the open question.
pub fn choices(turn: &Turn<'_, '_>, draft: &Draft, message: Message) -> Message {
    let step = draft.at;
    let message = taken_over(turn, draft, message);
    let pick = |label: Text, code: &str| form_button(label, step, FormPress::Pick(code.to_owned()));
    match step {
        Step::Direction => {
            let area = draft.area.unwrap_or(Area::Technology);
            let button =
                |direction: Direction| pick(Text::of_code(Kind::LIST, area.kind(direction).code()), direction.code());
            message.column([button(Direction::Offers), button(Direction::Seeks)])
        }
        Step::Organisation => message.row([pick(text!("button-for-myself"), "self")]),
        Step::Contact => message.row([pick(text!("button-answer-here"), "here")]),
        Step::Sectors => sector_choices(turn, draft, message),
        Step::Consent => message.row([form_button(text!("button-agree"), step, FormPress::Yes)]),
        Step::Review => review_choices(turn, draft, message),
        step => {
            let (list, codes) = list_of(step);
            let long = codes.len() > 2 * FIRST_COUNTRIES;
            let shown = match (long, draft.more) {
                (false, _) => &codes[..],
                (true, false) => &codes[..FIRST_COUNTRIES],
                (true, true) => &codes[FIRST_COUNTRIES..],
            };
            // Long labels need a row of their own.
            let width = if matches!(step, Step::Stage | Step::Ipr | Step::Career) { 1 } else { ROW };
            let button = |code: &&str| pick(marked(has_chosen(draft, code), Text::of_code(list, code)), code);
            let message = grid(message, shown.iter().map(button), width);
            if !long {
                return message;
            }
            let other = if draft.more { text!("button-fewer") } else { text!("button-more") };
            message.row([form_button(other, step, FormPress::More)])
        }
    }
}

/// The code list that answers a step; empty where it is typed.
fn list_of(step: Step) -> (&'static str, Vec<&'static str>) {
    macro_rules! codes {
        ($list:ty) => {
            (<$list>::LIST, <$list>::ALL.iter().map(|item| item.code()).collect())
        };
    }
    match step {
        Step::Area => codes!(Area),
        Step::OrgType | Step::PartnerTypes => codes!(OrgType),
        Step::Country | Step::Targets => codes!(Country),
        Step::Stage => codes!(Stage),
        Step::Ipr => codes!(Ipr),
        Step::Partnership => codes!(Partnership),
        Step::Languages => codes!(Lang),
        Step::Career => codes!(Career),
        Step::TalentForm => codes!(TalentForm),
        Step::Funding => codes!(Funding),
        Step::Duration => codes!(Duration),
        Step::Budget => codes!(Budget),
        Step::Period | Step::Until => codes!(Span),
        _ => ("", Vec::new()),
    }
}

/// Whether a code of a step that takes several is among those chosen.
fn has_chosen(draft: &Draft, code: &str) -> bool {
    match draft.at {
        Step::Partnership => draft.partnership.iter().any(|item| item.code() == code),
        Step::Languages => draft.languages.iter().any(|item| item.code() == code),
        Step::PartnerTypes => draft.extra.partner_types.iter().any(|item| item.code() == code),
        Step::Targets => draft.extra.target_countries.iter().any(|item| item.code() == code),
        _ => false,
    }
}

fn marked(chosen: bool, label: Text) -> Text {
    if chosen { text!("choice-chosen", label = label) } else { label }
}

/// What may be taken over by one tap: what its owner said of themselves before, or the languages that they probably speak.
fn taken_over(turn: &Turn<'_, '_>, draft: &Draft, message: Message) -> Message {
    let languages = |langs: &mut dyn Iterator<Item = Lang>| {
        Text::listed(langs.map(|lang| Text::of_code(Lang::LIST, lang.code())).collect::<Vec<_>>())
    };
    let (label, code) = match (draft.at, &draft.earlier) {
        (Step::Organisation, Some(earlier)) if !earlier.organisation.is_empty() => {
            (Text::Typed(excerpt(&earlier.organisation, ON_BUTTON)), EARLIER)
        }
        (Step::Languages, Some(earlier)) => (languages(&mut earlier.languages.iter().copied()), EARLIER),
        (Step::Contact, Some(earlier)) if earlier.contact != "Telegram" => {
            (Text::Typed(excerpt(&earlier.contact, ON_BUTTON)), EARLIER)
        }
        (Step::Languages, None) if draft.languages.is_empty() => {
            let both = [Some(turn.lang), (turn.lang != Lang::En).then_some(Lang::En)];
            (languages(&mut both.into_iter().flatten()), USUAL)
        }
        _ => return message,
    };
    let button = form_button(text!("choice-at-once", label = label), draft.at, FormPress::Pick(code.to_owned()));
    message.row([button])
}

/// Send; what a hint asks about; every field, or every detail that may be added.
fn review_choices(turn: &Turn<'_, '_>, draft: &Draft, message: Message) -> Message {
    let send = if draft.amends.is_some() { text!("button-send-changes") } else { text!("button-send") };
    let message = message.row([form_button(send, Step::Review, FormPress::Yes)]);
    let edit = |field: Step| form_button(text!("button-edit", field = card::field(field)), field, FormPress::Edit);
    let add = |field: Step| form_button(text!("button-add", field = card::field(field)), field, FormPress::Edit);
    let button = |field: Step| if draft.has(field) { edit(field) } else { add(field) };
    let (shown, other) = if draft.more {
        (draft.details(), text!("button-fields"))
    } else {
        (
            draft.fields().into_iter().filter(|step| !draft.details().contains(step) || draft.has(*step)).collect(),
            text!("button-details"),
        )
    };
    let message = if draft.more {
        message
    } else {
        let hinted = hints(draft, Book::of(turn).written_in(draft, turn.lang)).into_iter().map(|(_, step)| step);
        grid(message, hinted.filter(|step| !draft.has(*step)).map(add), ROW)
    };
    grid(message, shown.into_iter().map(button), ROW).row([form_button(other, Step::Review, FormPress::More)])
}

/// Sectors to pick from: what the typed name may mean, else the leaves of the sector that is open, else all sectors.
fn sector_choices(turn: &Turn<'_, '_>, draft: &Draft, message: Message) -> Message {
    let taxonomy = turn.rooms.matching.taxonomy();
    let button = |id: &str| {
        let label = sector_name(&turn.rooms.matching, id);
        let label = marked(draft.sectors.iter().any(|leaf| leaf == id), label);
        form_button(label, Step::Sectors, FormPress::Pick(id.to_owned()))
    };
    let all = form_button(text!("button-all-sectors"), Step::Sectors, FormPress::More);
    if !draft.proposed.is_empty() {
        return message.column(draft.proposed.iter().map(|leaf| button(leaf))).row([all]);
    }
    if let Some(sector) = &draft.in_sector {
        return message.column(taxonomy.leaves_of(sector).iter().map(|leaf| button(leaf))).row([all]);
    }
    grid(message, taxonomy.sectors().iter().map(|sector| button(&sector.id)), ROW)
}

/// Done, back, skip, save, cancel: on every step.
pub fn controls(message: Message, draft: &Draft) -> Message {
    let step = draft.at;
    let button = |label: Text, press: FormPress| form_button(label, step, press);
    let mut go = Vec::new();
    if matches!(step.answered(), Answered::Several(_)) {
        go.push(button(text!("button-done"), FormPress::Done));
    }
    if step != Step::Area {
        go.push(button(text!("button-back"), FormPress::Back));
    }
    if draft.may_skip(step) && step.is_field() {
        let leave = if draft.has(step) && draft.editing { text!("button-clear") } else { text!("button-skip") };
        go.push(button(leave, FormPress::Skip));
    }
    message.row(go).row([button(text!("button-save"), FormPress::Save), button(text!("button-cancel"), FormPress::Cancel)])
}

fn grid(mut message: Message, buttons: impl Iterator<Item = Button>, width: usize) -> Message {
    let buttons: Vec<Button> = buttons.collect();
    for row in buttons.chunks(width) {
        message = message.row(row.iter().cloned());
    }
    message
}

pub fn form_button(label: Text, step: Step, press: FormPress) -> Button {
    Button::new(label, Action::Form { step, press })
}

/// The code of a choice whose label somebody typed instead of tapping it, in any of our languages.
pub fn choice_named(turn: &Turn<'_, '_>, draft: &Draft, words: &str) -> Option<String> {
    if words.chars().count() > 60 {
        return None;
    }
    let typed = crate::text::fold(words);
    let (list, codes) = list_of(draft.at);
    let i18n = &turn.rooms.i18n;
    let is_named = |code: &str| {
        Lang::ALL.iter().any(|lang| crate::text::fold(&i18n.plain(*lang, &Text::of_code(list, code))).trim() == typed.trim())
    };
    codes.into_iter().find(|code| code.eq_ignore_ascii_case(words.trim()) || is_named(code)).map(str::to_owned)
}
