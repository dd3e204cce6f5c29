//! The guided request spoken: `domain::form` decides what comes next, here it is asked, shown and kept.

use anyhow::Result;

use super::{ask, card, requests};
use crate::{
    domain::{
        Answered, Area, Country, Direction, Draft, Heard, Ipr, Kind, Lang, Mode, NewRequest, Next, OrgType, Partnership,
        SectorBook, Stage, Step, Wrong, next,
    },
    handlers::{
        spoken::sector_name,
        staff,
        turn::{Learned, Turn},
    },
    matching::Matching,
    store::NewLead,
    talk::{Action, Button, FormPress, Message, Text},
    text,
};

/// Buttons in a row.
const ROW: usize = 2;
/// Countries shown before "more": those that most partners come from.
const FIRST_COUNTRIES: usize = 8;

/// `/request`: a new form, or the one that lies aside.
pub async fn begin(turn: &mut Turn<'_, '_>) -> Result<()> {
    if turn.dialogue.draft.as_ref().is_some_and(|draft| draft.area.is_some()) {
        return resume(turn).await;
    }
    turn.dialogue.draft = Some(Draft::new());
    turn.dialogue.mode = Mode::Form;
    turn.say(text!("form-begin")).await?;
    ask(turn).await
}

/// Goes on with the draft that lies aside.
pub async fn resume(turn: &mut Turn<'_, '_>) -> Result<()> {
    if turn.dialogue.draft.is_none() {
        return begin_anew(turn).await;
    }
    turn.dialogue.mode = Mode::Form;
    turn.say(text!("form-resumed")).await?;
    ask(turn).await
}

async fn begin_anew(turn: &mut Turn<'_, '_>) -> Result<()> {
    turn.dialogue.draft = Some(Draft::new());
    turn.dialogue.mode = Mode::Form;
    ask(turn).await
}

/// `/cancel`: asks before a draft is given up; ends whatever else was being asked for.
pub async fn cancel(turn: &mut Turn<'_, '_>, was: Mode) -> Result<()> {
    if let Some(draft) = turn.dialogue.draft.as_ref().filter(|draft| draft.area.is_some()) {
        let step = draft.at;
        turn.dialogue.mode = Mode::Open;
        let message = Message::new(text!("form-cancel-really")).row([
            form_button(text!("button-drop"), step, FormPress::Drop),
            Button::new(text!("button-resume"), Action::Resume),
        ]);
        return turn.say(message).await;
    }
    turn.dialogue.draft = None;
    turn.dialogue.mode = Mode::Open;
    let words = if was == Mode::Open { text!("nothing-to-cancel") } else { text!("cancelled") };
    turn.say(super::main_menu(Message::new(words))).await
}

/// Gives the draft up for good.
async fn drop_draft(turn: &mut Turn<'_, '_>) -> Result<()> {
    turn.dialogue.draft = None;
    turn.dialogue.mode = Mode::Open;
    turn.say(super::main_menu(Message::new(text!("form-cancelled")))).await
}

/// The open question once more, after something in between; nothing when no form is open.
pub async fn go_on(turn: &mut Turn<'_, '_>) -> Result<()> {
    if turn.dialogue.mode == Mode::Form && turn.dialogue.draft.is_some() { ask(turn).await } else { Ok(()) }
}

/// Words while a form is open: a question is answered and the form goes on, everything else is an answer to the form.
pub async fn words(turn: &mut Turn<'_, '_>, words: &str) -> Result<()> {
    let Some(draft) = turn.dialogue.draft.clone() else { return begin_anew(turn).await };
    let typed = matches!(draft.at.answered(), Answered::Typed { .. });
    if let Some(code) = choice_named(turn, &draft, words) {
        return hear(turn, draft.clone(), &Heard::Picked { step: draft.at, code }, None).await;
    }
    // What one wants to ask a person is told as a question, of course.
    let is_the_question_itself = typed && draft.kind() == Some(Kind::Consultation);
    if !is_the_question_itself && (looks_like_a_question(words) || !(typed || draft.at == Step::Sectors)) {
        let answered = ask::question_in_between(turn, words).await?;
        if answered {
            return ask(turn).await;
        }
        if looks_like_a_question(words) && words.chars().count() < 200 {
            let person = Button::new(text!("button-human"), Action::Human(None));
            turn.say(Message::new(text!("form-question-unanswered")).row([person])).await?;
            return ask(turn).await;
        }
    }
    hear(turn, draft, &Heard::Typed(words.to_owned()), None).await
}

/// A button of the form.
pub async fn pressed(turn: &mut Turn<'_, '_>, step: Step, press: &FormPress, message: i64) -> Result<()> {
    let Some(draft) = turn.dialogue.draft.clone() else {
        return turn
            .say(Message::new(text!("form-none-open")).row([Button::new(text!("button-new-request"), Action::NewRequest)]))
            .await;
    };
    // A button of a form that lies aside takes it up again.
    turn.dialogue.mode = Mode::Form;
    let heard = match press {
        FormPress::Pick(code) => Heard::Picked { step, code: code.clone() },
        FormPress::Done => Heard::Done(step),
        FormPress::Back => Heard::Back(step),
        FormPress::Skip => Heard::Skip(step),
        FormPress::More => Heard::More(step),
        FormPress::Edit => Heard::Edit(step),
        FormPress::Yes => Heard::Yes(step),
        FormPress::Save => {
            turn.dialogue.mode = Mode::Open;
            let button = Button::new(text!("button-resume"), Action::Resume);
            return turn.say(super::main_menu(Message::new(text!("form-saved")).row([button]))).await;
        }
        FormPress::Cancel => return cancel(turn, Mode::Form).await,
        FormPress::Drop => return drop_draft(turn).await,
    };
    hear(turn, draft, &heard, Some(message)).await
}

async fn hear(turn: &mut Turn<'_, '_>, draft: Draft, heard: &Heard, message: Option<i64>) -> Result<()> {
    let lang = turn.lang;
    let (draft, follows) = next(draft, heard, lang, turn.at, &Book(&turn.rooms.matching));
    turn.dialogue.draft = Some(draft);
    match follows {
        Next::Ask => ask(turn).await,
        Next::Stale => {
            turn.say(text!("form-old-button")).await?;
            ask(turn).await
        }
        // The same question with other marks: in place where a button of it was pressed.
        Next::Again => match (message, question(turn)) {
            (Some(message), Some(question)) => turn.edit(message, question).await,
            (None, Some(question)) => turn.say(question).await,
            (_, None) => Ok(()),
        },
        Next::Mend(wrong) => mend(turn, wrong).await,
        Next::Send(request) => send(turn, *request).await,
    }
}

/// Asks the open question.
pub async fn ask(turn: &mut Turn<'_, '_>) -> Result<()> {
    match question(turn) {
        Some(message) => turn.say(message).await,
        None => Ok(()),
    }
}

/// What is wrong with an answer, with an example; the third time with a way out.
async fn mend(turn: &mut Turn<'_, '_>, wrong: Wrong) -> Result<()> {
    let Some(draft) = turn.dialogue.draft.as_ref() else { return Ok(()) };
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let said = match wrong {
        Wrong::NotAChoice => text!("wrong-not-a-choice"),
        // A Chinese character weighs as much as three letters.
        Wrong::TooShort { least } if turn.lang == Lang::Zh => text!("wrong-too-short", least = number(least.div_ceil(3))),
        Wrong::TooShort { least } => text!("wrong-too-short", least = number(least)),
        Wrong::TooLong { most, is } => text!("wrong-too-long", most = number(most), is = number(is)),
        Wrong::NoContact => text!("wrong-no-contact"),
        Wrong::NothingChosen => text!("wrong-nothing-chosen"),
        Wrong::TooMany { most } => text!("wrong-too-many", most = number(most)),
        Wrong::NoSuchSector => text!("wrong-no-such-sector"),
    };
    let (step, tries) = (draft.at, draft.tries);
    let mut parts = vec![said];
    if tries >= 2 && matches!(step.answered(), Answered::Typed { .. }) {
        let consultation = draft.kind() == Some(Kind::Consultation) && matches!(step, Step::Title | Step::Description);
        // A consultation's question carries its own example.
        parts.push(Text::of_code(if consultation { "ask-consultation" } else { "example" }, step.code()));
    }
    let mut message = Message::new(Text::paragraphs(parts));
    if tries >= 3 {
        let mut out = vec![Button::new(text!("button-human"), Action::Human(None))];
        if step.may_be_skipped() {
            out.insert(0, form_button(text!("button-skip"), step, FormPress::Skip));
        }
        message = message.row(out);
    }
    turn.say(message).await?;
    if matches!(step.answered(), Answered::Typed { .. }) { Ok(()) } else { ask(turn).await }
}

/// Keeps the request, finds its matches, opens its lead, and tells its owner the number.
async fn send(turn: &mut Turn<'_, '_>, new: NewRequest) -> Result<()> {
    let amends = turn.dialogue.draft.take().and_then(|draft| draft.amends);
    turn.dialogue.mode = Mode::Open;
    if let Some(id) = amends {
        return requests::amended(turn, id, &new).await;
    }
    let request = turn.tx.send_request(turn.person, &turn.chat, &new, turn.at).await?;
    let found = staff::find_matches(turn, &request).await?;
    let topic_name = staff::topic_name(turn.rooms, Some(&request), &new.title);
    let lead = NewLead { request: Some(request.id), question: None, topic_name: &topic_name };
    let lead = turn.tx.open_lead(&turn.chat, &lead, turn.at).await?;
    staff::refresh_card(turn.tx, turn.rooms, lead, turn.at).await?;
    for file in &new.files {
        super::human::copy_to_staff(turn, lead, file).await?;
    }
    turn.learn(Learned::Put(Box::new(request.proposal())));
    let number = request.reference.to_string();
    let mut parts = vec![text!("request-taken", number = number)];
    if new.kind != Kind::Consultation {
        parts.push(text!("request-matches", count = i64::try_from(found).unwrap_or(0)));
    }
    parts.push(text!("request-taken-next"));
    let message = Message::new(Text::paragraphs(parts)).row([
        Button::new(text!("button-status"), Action::Request(request.id)),
        Button::new(text!("button-menu"), Action::Menu),
    ]);
    let message = super::privacy::after_sending(turn, &request, message).await?;
    turn.say(message).await
}

/// The open question of the draft with its buttons; none without a draft.
fn question(turn: &Turn<'_, '_>) -> Option<Message> {
    let draft = turn.dialogue.draft.as_ref()?;
    let step = draft.at;
    let (at, of) = draft.progress();
    let number = |n: usize| i64::try_from(n).unwrap_or(0);
    let matching = &turn.rooms.matching;
    let words = match step {
        Step::Review => {
            let head = if draft.amends.is_some() { text!("ask-review-amended") } else { text!("ask-review") };
            Text::paragraphs([head, card::lines(matching, draft)])
        }
        Step::Consent => {
            Text::paragraphs([text!("consent-request"), text!("consent-version", version = crate::domain::CONSENT_VERSION)])
        }
        Step::Direction => {
            let area = draft.area.unwrap_or(Area::Technology);
            Text::of_code("ask-direction", area.code())
        }
        Step::Title | Step::Description if draft.kind() == Some(Kind::Consultation) => {
            Text::of_code("ask-consultation", step.code())
        }
        step => Text::of_code("ask", step.code()),
    };
    let progress = if step == Step::Review || draft.editing {
        Text::empty()
    } else {
        text!("form-progress", at = number(at), of = number(of))
    };
    let mut parts = vec![progress, words];
    if !draft.sectors.is_empty() && step == Step::Sectors {
        parts.push(text!("form-chosen", chosen = card::sectors(matching, &draft.sectors)));
    }
    if draft.editing
        && let Some(now) = present_value(draft)
    {
        parts.push(now);
    }
    let message = Message::new(Text::paragraphs(parts));
    Some(controls(choices(turn, draft, message), draft))
}

/// What the field holds now, when it is opened to be changed.
fn present_value(draft: &Draft) -> Option<Text> {
    let value = match draft.at {
        Step::Organisation => &draft.organisation,
        Step::Title => &draft.title,
        Step::Description => &draft.description,
        Step::Contact => &draft.contact,
        _ => return None,
    };
    value.as_ref().filter(|value| !value.is_empty()).map(|value| text!("form-now", value = value))
}

/// The buttons that answer the open question.
fn choices(turn: &Turn<'_, '_>, draft: &Draft, message: Message) -> Message {
    let step = draft.at;
    let pick = |label: Text, code: &str| form_button(label, step, FormPress::Pick(code.to_owned()));
    let of_list = |list: &str, code: &str| pick(Text::of_code(list, code), code);
    let marked = |chosen: bool, label: Text| if chosen { text!("choice-chosen", label = label) } else { label };
    match step {
        Step::Area => grid(message, Area::ALL.iter().map(|item| of_list(Area::LIST, item.code())), ROW),
        Step::Direction => {
            let area = draft.area.unwrap_or(Area::Technology);
            let button =
                |direction: Direction| pick(Text::of_code(Kind::LIST, area.kind(direction).code()), direction.code());
            message.column([button(Direction::Offers), button(Direction::Seeks)])
        }
        Step::Organisation => message.row([pick(text!("button-for-myself"), "self")]),
        Step::OrgType => grid(message, OrgType::ALL.iter().map(|item| of_list(OrgType::LIST, item.code())), ROW),
        Step::Country => {
            let shown = if draft.more { &Country::ALL[FIRST_COUNTRIES..] } else { &Country::ALL[..FIRST_COUNTRIES] };
            let message = grid(message, shown.iter().map(|item| of_list(Country::LIST, item.code())), ROW);
            message.row([form_button(
                if draft.more { text!("button-fewer") } else { text!("button-more") },
                step,
                FormPress::More,
            )])
        }
        Step::Sectors => sector_choices(turn, draft, message),
        Step::Stage => message.column(Stage::ALL.iter().map(|item| of_list(Stage::LIST, item.code()))),
        Step::Ipr => message.column(Ipr::ALL.iter().map(|item| of_list(Ipr::LIST, item.code()))),
        Step::Partnership => {
            let button = |item: &Partnership| {
                pick(marked(draft.partnership.contains(item), Text::of_code(Partnership::LIST, item.code())), item.code())
            };
            grid(message, Partnership::ALL.iter().map(button), ROW)
        }
        Step::Languages => {
            let button = |item: &Lang| {
                pick(marked(draft.languages.contains(item), Text::of_code(Lang::LIST, item.code())), item.code())
            };
            grid(message, Lang::ALL.iter().map(button), ROW)
        }
        Step::Contact => message.row([pick(text!("button-answer-here"), "here")]),
        Step::Consent => message.row([form_button(text!("button-agree"), step, FormPress::Yes)]),
        Step::Review => {
            let fields: Vec<Step> = draft.steps().into_iter().filter(|step| step.is_field()).collect();
            let send = if draft.amends.is_some() { text!("button-send-changes") } else { text!("button-send") };
            let message = message.row([form_button(send, step, FormPress::Yes)]);
            let edit = |field: Step| form_button(text!("button-edit", field = card::field(field)), field, FormPress::Edit);
            grid(message, fields.into_iter().map(edit), ROW)
        }
        Step::Title | Step::Description => message,
    }
}

/// Sectors to pick from: what the typed name may mean, else the leaves of the sector that is open, else all sectors.
fn sector_choices(turn: &Turn<'_, '_>, draft: &Draft, message: Message) -> Message {
    let taxonomy = turn.rooms.matching.taxonomy();
    let button = |id: &str| {
        let label = sector_name(&turn.rooms.matching, id);
        let label = if draft.sectors.iter().any(|leaf| leaf == id) { text!("choice-chosen", label = label) } else { label };
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
fn controls(message: Message, draft: &Draft) -> Message {
    let step = draft.at;
    let button = |label: Text, press: FormPress| form_button(label, step, press);
    let mut go = Vec::new();
    if matches!(step.answered(), Answered::Several(_)) {
        go.push(button(text!("button-done"), FormPress::Done));
    }
    if step != Step::Area {
        go.push(button(text!("button-back"), FormPress::Back));
    }
    if step.may_be_skipped() {
        go.push(button(text!("button-skip"), FormPress::Skip));
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

fn form_button(label: Text, step: Step, press: FormPress) -> Button {
    Button::new(label, Action::Form { step, press })
}

/// The code of a choice whose label somebody typed instead of tapping it, in any of our languages.
fn choice_named(turn: &Turn<'_, '_>, draft: &Draft, words: &str) -> Option<String> {
    if words.chars().count() > 60 {
        return None;
    }
    let typed = crate::text::fold(words);
    let codes: Vec<(&str, &str)> = match draft.at {
        Step::Area => Area::ALL.iter().map(|item| (Area::LIST, item.code())).collect(),
        Step::OrgType => OrgType::ALL.iter().map(|item| (OrgType::LIST, item.code())).collect(),
        Step::Country => Country::ALL.iter().map(|item| (Country::LIST, item.code())).collect(),
        Step::Stage => Stage::ALL.iter().map(|item| (Stage::LIST, item.code())).collect(),
        Step::Ipr => Ipr::ALL.iter().map(|item| (Ipr::LIST, item.code())).collect(),
        Step::Partnership => Partnership::ALL.iter().map(|item| (Partnership::LIST, item.code())).collect(),
        Step::Languages => Lang::ALL.iter().map(|item| (Lang::LIST, item.code())).collect(),
        _ => return None,
    };
    let i18n = &turn.rooms.i18n;
    let is_named = |list: &str, code: &str| {
        Lang::ALL.iter().any(|lang| crate::text::fold(&i18n.plain(*lang, &Text::of_code(list, code))).trim() == typed.trim())
    };
    codes
        .into_iter()
        .find(|(list, code)| code.eq_ignore_ascii_case(words.trim()) || is_named(list, code))
        .map(|(_, code)| code.to_owned())
}

/// Whether words in a form are a question of their own: they say so by their mark.
pub fn looks_like_a_question(words: &str) -> bool {
    let words = words.trim();
    words.ends_with(['?', '？', '吗', '呢', '嗎']) || words.starts_with('¿')
}

/// The taxonomy as the form asks it.
struct Book<'a>(&'a Matching);

impl SectorBook for Book<'_> {
    fn find(&self, typed: &str) -> Vec<String> {
        self.0.taxonomy().find(typed)
    }

    fn is_sector(&self, id: &str) -> bool {
        self.0.taxonomy().sectors().iter().any(|sector| sector.id == id)
    }

    fn is_leaf(&self, id: &str) -> bool {
        self.0.taxonomy().has_leaf(id)
    }
}
