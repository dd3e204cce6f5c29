//! The guided request spoken: `domain::form` decides what comes next, here it is asked, shown and kept.

use anyhow::Result;

use super::{
    ask,
    book::Book,
    card,
    choices::{choice_named, choices, controls, form_button},
    requests,
};
use crate::{
    domain::{Area, Draft, Earlier, Heard, Kind, Lang, Mode, NewRequest, Next, Step, Wrong, hints, next},
    handlers::{
        staff,
        turn::{Learned, Turn},
    },
    store::NewLead,
    talk::{Action, Button, FormPress, Message, Text},
    text,
};

/// `/request`: a new form, or the one that lies aside.
pub async fn begin(turn: &mut Turn<'_, '_>) -> Result<()> {
    if turn.dialogue.draft.as_ref().is_some_and(|draft| draft.area.is_some()) {
        return resume(turn).await;
    }
    turn.say(text!("form-begin")).await?;
    begin_anew(turn).await
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
    let last = turn.tx.requests_of(turn.person, 1).await?.into_iter().next().map(|request| request.body);
    let earlier = last.map(|last| Earlier {
        organisation: last.organisation,
        org_type: last.org_type,
        country: last.country,
        languages: last.languages,
        contact: last.contact,
    });
    turn.dialogue.draft = Some(Draft { earlier, ..Draft::new() });
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
    let typed = draft.at.is_typed();
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
    let (draft, follows) = next(draft, heard, lang, turn.at, &Book::of(turn));
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
        Wrong::NotEnglish => text!("wrong-not-english"),
        Wrong::NoDate => text!("wrong-no-date"),
        Wrong::KeywordTooLong { most } => text!("wrong-keyword-too-long", most = number(most)),
    };
    let (step, tries, may_skip) = (draft.at, draft.tries, draft.may_skip(draft.at));
    let mut parts = vec![said];
    if tries >= 2 && step.is_typed() {
        let consultation = draft.kind() == Some(Kind::Consultation) && matches!(step, Step::Title | Step::Description);
        // A consultation's question carries its own example.
        parts.push(Text::of_code(if consultation { "ask-consultation" } else { "example" }, step.code()));
    }
    let mut message = Message::new(Text::paragraphs(parts));
    if tries >= 3 {
        let mut out = vec![Button::new(text!("button-human"), Action::Human(None))];
        if may_skip {
            out.insert(0, form_button(text!("button-skip"), step, FormPress::Skip));
        }
        message = message.row(out);
    }
    turn.say(message).await?;
    if step.is_typed() { Ok(()) } else { ask(turn).await }
}

/// Keeps the request, finds its matches, opens its lead, and tells its owner the number.
async fn send(turn: &mut Turn<'_, '_>, new: NewRequest) -> Result<()> {
    let flags = turn.rooms.matching.flags(&new.words());
    let new = NewRequest { flags, ..new };
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
    staff::look_for_repeat(turn, lead).await?;
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

/// The question of the form that is open; none where no form is.
pub fn open_question(turn: &Turn<'_, '_>) -> Option<Message> {
    if turn.dialogue.mode == Mode::Form { question(turn) } else { None }
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
            Text::paragraphs([head, card::lines(matching, draft), hinted(turn, draft)])
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
        // What is better about an offer is what exactly is needed of a request.
        Step::Specifics => {
            let kind = draft.kind().unwrap_or(Kind::TechnologyOffer);
            Text::of_code("ask-specifics", kind.direction().code())
        }
        step => Text::of_code("ask", step.code()),
    };
    let progress = if step == Step::Review || draft.editing {
        Text::empty()
    } else {
        text!("form-progress", at = number(at), of = number(of))
    };
    let mut parts = vec![progress, words];
    if step == Step::Sectors && draft.sectors.is_empty() && !draft.proposed.is_empty() {
        parts.push(text!("form-proposed"));
    }
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

/// What would help the request, as questions that nobody has to answer.
fn hinted(turn: &Turn<'_, '_>, draft: &Draft) -> Text {
    let found = hints(draft, Book::of(turn).written_in(draft, turn.lang));
    if found.is_empty() {
        return Text::empty();
    }
    let questions = found.iter().map(|(hint, _)| text!("hint-line", question = Text::of_code("hint", hint.code())));
    Text::lines(std::iter::once(text!("hints")).chain(questions))
}

/// What the field holds now, when it is opened to be changed.
fn present_value(draft: &Draft) -> Option<Text> {
    let value = match draft.at {
        Step::Organisation => &draft.organisation,
        Step::Title => &draft.title,
        Step::Description => &draft.description,
        Step::Contact => &draft.contact,
        Step::Summary => &draft.extra.summary,
        Step::Gist => &draft.extra.gist_en,
        Step::Specifics => &draft.extra.specifics,
        Step::PartnerRole => &draft.extra.partner_role,
        Step::Call => &draft.extra.call,
        _ => return None,
    };
    value.as_ref().filter(|value| !value.is_empty()).map(|value| text!("form-now", value = value))
}

/// Whether words in a form are a question of their own: they say so by their mark.
pub fn looks_like_a_question(words: &str) -> bool {
    let words = words.trim();
    words.ends_with(['?', '？', '吗', '呢', '嗎']) || words.starts_with('¿')
}
