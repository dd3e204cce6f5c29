//! A question: one answer, a few choices, or a person. Nothing is ever guessed into an answer.

use anyhow::Result;
use metrics::counter;

use super::{browse, form, human};
use crate::{
    domain::{Lang, Mode, QuestionId},
    faq::{Answer, Candidate, Confidence, Entry, MOST_SHOWN, Source, Verdict},
    handlers::turn::Turn,
    store::{Chosen, NewQuestion},
    talk::{Action, Button, Message, Text, Vote},
    text,
};

/// At most this many related entries stand under an answer.
const RELATED: usize = 2;

/// Answers a question, or says honestly that there is no answer.
pub async fn question(turn: &mut Turn<'_, '_>, asked: &str) -> Result<()> {
    if human::in_live_talk(turn, asked).await? {
        return Ok(());
    }
    let answer = read(turn, asked).await?;
    show(turn, asked, &answer).await
}

/// Answers a question only if there is an answer to show; whether there was one.
pub async fn question_in_between(turn: &mut Turn<'_, '_>, asked: &str) -> Result<bool> {
    let answer = turn.rooms.faq.answer(turn.lang, asked);
    if answer.verdict == Verdict::Unknown {
        return Ok(false);
    }
    show(turn, asked, &answer).await?;
    Ok(true)
}

/// Searches, in the language that the person writes: a guess follows their words until they have chosen by a tap, and
/// Chinese characters are beyond doubt.
async fn read(turn: &mut Turn<'_, '_>, asked: &str) -> Result<Answer> {
    let answer = turn.rooms.faq.answer(turn.lang, asked);
    let follows = answer.asked_in != turn.lang && (!turn.lang_chosen || answer.asked_in == Lang::Zh);
    if !follows {
        return Ok(answer);
    }
    if !turn.lang_chosen && asked.split_whitespace().count() > 2 {
        turn.speak(answer.asked_in, Chosen::Guessed).await?;
    }
    Ok(turn.rooms.faq.answer(answer.asked_in, asked))
}

async fn show(turn: &mut Turn<'_, '_>, asked: &str, answer: &Answer) -> Result<()> {
    let shown = (answer.verdict == Verdict::Sure).then(|| answer.candidates.first()).flatten();
    let new = NewQuestion {
        lang: answer.asked_in,
        asked,
        verdict: answer.verdict.code(),
        shown: shown.map(|candidate| (candidate.entry.id.as_str(), candidate.entry.revision.as_str(), candidate.lang)),
        confidence: f64::from(answer.confidence),
    };
    let question = turn.tx.note_question(&turn.chat, turn.at, &new).await?;
    counter!("puente_answers_total", "lang" => answer.asked_in.code(), "verdict" => answer.verdict.code()).increment(1);
    let failed = answer.verdict == Verdict::Unknown;
    let message = match shown {
        Some(candidate) => entry_message(turn, &candidate.entry, candidate.lang, question),
        None if failed => nothing_found(turn, question),
        None => {
            let first = answer.candidates.iter().take(MOST_SHOWN);
            choices(text!("answer-choose"), first, question, Action::NoneOfThese(question))
        }
    };
    turn.dialogue.just_failed = failed;
    if turn.is_new {
        super::own::introduce(turn).await?;
    }
    turn.say(message).await
}

/// An answer with all that it owes its reader: source, law and article, review date, what is uncertain.
pub fn entry_message(turn: &Turn<'_, '_>, entry: &Entry, lang: Lang, question: QuestionId) -> Message {
    let Some(words) = entry.words.get(&lang) else { return Message::new(text!("entry-gone")) };
    let today = turn.at.to_zoned(jiff::tz::TimeZone::UTC).date();
    let mut footer: Vec<Text> = entry.sources.iter().map(source).collect();
    footer.push(text!("answer-reviewed", date = entry.reviewed));
    if let Some(as_of) = entry.as_of {
        footer.push(text!("answer-as-of", date = as_of));
    }
    if entry.confidence == Confidence::Uncertain {
        footer.push(text!("answer-uncertain"));
    }
    if entry.is_past_review(today) {
        footer.push(text!("answer-past-review"));
    }
    footer.push(text!("answer-not-advice"));
    let label = if lang == turn.lang {
        Text::empty()
    } else {
        text!("answer-other-language", language = Text::of_code(Lang::LIST, lang.code()))
    };
    let body = Text::paragraphs([
        label,
        text!("answer-title", question = words.question.as_str()),
        Text::Markdown(words.answer.clone()),
        Text::lines(footer),
    ]);
    let related = entry.related.iter().filter_map(|id| turn.rooms.faq.entry(id)).take(RELATED);
    Message::new(body)
        .row([
            Button::new(text!("button-helped"), Action::Vote { question, vote: Vote::Up }),
            Button::new(text!("button-not-helped"), Action::Vote { question, vote: Vote::Down }),
            Button::new(text!("button-human-short"), Action::Human(Some(question))),
        ])
        .column(related.filter_map(|entry| entry_button(turn.lang, &entry, None)))
}

fn source(source: &Source) -> Text {
    let title = match &source.article {
        Some(article) => format!("{}, {article}", source.title),
        None => source.title.clone(),
    };
    match &source.url {
        Some(url) => text!("answer-source-link", title = title, url = url),
        None => text!("answer-source", title = title),
    }
}

/// A button that shows an entry; none when the entry has no words at all.
pub fn entry_button(lang: Lang, entry: &Entry, question: Option<QuestionId>) -> Option<Button> {
    let words = entry.words.get(&entry.shown_in(lang))?;
    let action = Action::Entry { entry: entry.id.clone(), question };
    Some(Button::new(Text::Typed(words.question.clone()), action))
}

/// Entries to choose from, and the way on when none of them is meant.
fn choices<'a>(
    words: Text,
    shown: impl Iterator<Item = &'a Candidate>,
    question: QuestionId,
    none_of_these: Action,
) -> Message {
    Message::new(words)
        .column(shown.filter_map(|candidate| entry_button(candidate.lang, &candidate.entry, Some(question))))
        .row([Button::new(text!("button-none-of-these"), none_of_these)])
}

/// There is no answer. Said twice running it would be a wall, so the second time it is another offer.
fn nothing_found(turn: &Turn<'_, '_>, question: QuestionId) -> Message {
    let words = if turn.dialogue.just_failed { text!("answer-unknown-again") } else { text!("answer-unknown") };
    Message::new(words).row([Button::new(text!("button-human"), Action::Human(Some(question)))]).row([
        Button::new(text!("button-browse"), Action::Browse),
        Button::new(text!("button-vote-down-unknown"), Action::Vote { question, vote: Vote::Down }),
    ])
}

/// An entry chosen from choices, from a category, or from under another answer.
pub async fn chosen(turn: &mut Turn<'_, '_>, id: &str, question: Option<QuestionId>) -> Result<()> {
    let Some(entry) = turn.rooms.faq.entry(id) else {
        turn.say(text!("entry-gone")).await?;
        return browse::categories(turn, None).await;
    };
    let lang = entry.shown_in(turn.lang);
    let known = match question {
        Some(question) => turn.tx.question(&turn.chat, question).await?.map(|asked| asked.id),
        None => None,
    };
    let question = match known {
        Some(question) => {
            turn.tx.note_chosen(question, &entry.id, &entry.revision, lang).await?;
            question
        }
        None => {
            let asked = entry.words.get(&lang).map_or("", |words| words.question.as_str());
            let shown = Some((entry.id.as_str(), entry.revision.as_str(), lang));
            let new = NewQuestion { lang: turn.lang, asked, verdict: "sure", shown, confidence: 1.0 };
            turn.tx.note_question(&turn.chat, turn.at, &new).await?
        }
    };
    turn.dialogue.just_failed = false;
    let message = entry_message(turn, &entry, lang, question);
    turn.say(message).await?;
    form::go_on(turn).await
}

/// None of the first choices was meant: the next ones are shown, if there are any. Until one of them is chosen, the question was
/// asked in vain.
pub async fn none_of_these(turn: &mut Turn<'_, '_>, question: QuestionId) -> Result<()> {
    let Some(asked) = turn.tx.question(&turn.chat, question).await? else { return nor_those(turn, question).await };
    let answer = turn.rooms.faq.answer(asked.lang, &asked.asked);
    let mut next = answer.candidates.iter().skip(MOST_SHOWN).take(MOST_SHOWN).peekable();
    if next.peek().is_none() {
        return nor_those(turn, question).await;
    }
    turn.tx.vote(question, Vote::Down).await?;
    let message = choices(text!("answer-choose-next"), next, question, Action::NorThose(question));
    turn.say(message).await
}

/// Nothing that was found was meant.
pub async fn nor_those(turn: &mut Turn<'_, '_>, question: QuestionId) -> Result<()> {
    if turn.tx.question(&turn.chat, question).await?.is_some() {
        turn.tx.vote(question, Vote::Down).await?;
    }
    let message = nothing_found(turn, question);
    turn.dialogue.just_failed = true;
    turn.say(message).await
}

/// A thumb. The one that points down asks what was missing and offers a person.
pub async fn vote(turn: &mut Turn<'_, '_>, id: QuestionId, vote: Vote) -> Result<()> {
    if turn.tx.question(&turn.chat, id).await?.is_none() {
        return turn.say(text!("entry-gone")).await;
    }
    turn.tx.vote(id, vote).await?;
    match vote {
        Vote::Up => turn.say(text!("vote-thanks")).await,
        Vote::Down => {
            if turn.dialogue.mode == Mode::Form {
                // The next words belong to the form.
                turn.say(text!("vote-missing-noted")).await?;
                return form::go_on(turn).await;
            }
            turn.dialogue.mode = Mode::Missing(id);
            let message = Message::new(text!("vote-what-was-missing"))
                .row([Button::new(text!("button-human"), Action::Human(Some(id)))]);
            turn.say(message).await
        }
    }
}

/// What was missing in an answer. Words that are a question of their own are answered as one.
pub async fn missing(turn: &mut Turn<'_, '_>, words: &str, id: QuestionId) -> Result<()> {
    turn.dialogue.mode = Mode::Open;
    if words.trim_end().ends_with(['?', '？']) || words.trim_start().starts_with('¿') {
        return question(turn, words).await;
    }
    turn.tx.note_missing(id, words).await?;
    let message = Message::new(text!("vote-missing-noted"))
        .row([Button::new(text!("button-human"), Action::Human(Some(id))), Button::new(text!("button-menu"), Action::Menu)]);
    turn.say(message).await
}
