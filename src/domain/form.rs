//! The guided request as a pure function: from a draft and what its owner said to the draft after it and what happens next.
//! It knows no words, no store and no clock; `handlers/partner/form.rs` speaks for it.

use jiff::Timestamp;

use super::{Answered, CONSENT_VERSION, Consent, Draft, Ipr, Lang, NewRequest, Stage, Step, answer};

/// What the owner of a draft did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    Typed(String),
    /// A button of this step.
    Picked {
        step: Step,
        code: String,
    },
    Done(Step),
    Back(Step),
    Skip(Step),
    More(Step),
    Edit(Step),
    Yes(Step),
}

/// What is wrong with an answer; each has a sentence and an example in `locales/`, under `wrong-<step>` or the name here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// Not one of the choices.
    NotAChoice,
    TooShort {
        least: usize,
    },
    TooLong {
        most: usize,
        is: usize,
    },
    /// Nothing in it that one could answer to: no mail, number or name of an account.
    NoContact,
    /// At least one has to be chosen.
    NothingChosen,
    /// More than may be chosen.
    TooMany {
        most: usize,
    },
    /// No sector sounds like it.
    NoSuchSector,
    /// A gist has to be in English, or it is none.
    NotEnglish,
    /// No date that could be meant.
    NoDate,
    /// A keyword is a word or two.
    KeywordTooLong {
        most: usize,
    },
}

/// What happens next.
#[derive(Debug, Clone, PartialEq)]
pub enum Next {
    /// Ask the draft's open question.
    Ask,
    /// Show the same question again with the choices as they now are.
    Again,
    /// Say what is wrong, with an example; the third time offer a way out.
    Mend(Wrong),
    /// An old button: show the present question.
    Stale,
    /// The owner sends it.
    Send(Box<NewRequest>),
}

/// How the form reads words: what sector a text means, and in which language it is.
pub trait Reader {
    /// Leaves that a text speaks of, best first.
    fn propose(&self, text: &str) -> Vec<String>;
    /// The language of a text, whose writer usually speaks this one.
    fn language(&self, text: &str, usual: Lang) -> Lang;
    /// Leaves whose name or terms sound like what was typed, best first.
    fn find(&self, typed: &str) -> Vec<String>;
    /// Whether there is a sector of this id.
    fn is_sector(&self, id: &str) -> bool;
    /// Whether there is a leaf of this id.
    fn is_leaf(&self, id: &str) -> bool;
}

/// The step after what was heard. The draft given back is the one to keep.
#[must_use]
pub fn next(mut draft: Draft, heard: &Heard, lang: Lang, now: Timestamp, reader: &dyn Reader) -> (Draft, Next) {
    let outcome = match heard {
        Heard::Typed(text) => answer::typed(&mut draft, text.trim(), now, reader),
        Heard::Picked { step, .. }
        | Heard::Done(step)
        | Heard::Skip(step)
        | Heard::More(step)
        | Heard::Yes(step)
        | Heard::Back(step)
            if *step != draft.at =>
        {
            return (draft, Next::Stale);
        }
        Heard::Picked { code, .. } => match answer::taken_over(&mut draft, code, lang) {
            Some(moved) => Ok(moved),
            None => answer::picked(&mut draft, code, now, reader),
        },
        Heard::Done(step) => done(&draft, *step),
        Heard::Skip(step) if draft.may_skip(*step) => {
            skip(&mut draft, *step);
            Ok(Moved::On)
        }
        Heard::Skip(_) => Ok(Moved::Stay),
        Heard::More(_) => {
            draft.more = !draft.more;
            draft.in_sector = None;
            draft.proposed.clear();
            Ok(Moved::Stay)
        }
        Heard::Back(_) => {
            back(&mut draft, reader);
            return (draft, Next::Ask);
        }
        Heard::Edit(step) if draft.fields().contains(step) && draft.first_open() == Step::Review => {
            open(&mut draft, *step, reader);
            draft.editing = true;
            return (draft, Next::Ask);
        }
        Heard::Edit(_) => return (draft, Next::Stale),
        Heard::Yes(Step::Consent) => {
            draft.consent = Some(Consent { version: CONSENT_VERSION.into(), lang, at: now });
            Ok(Moved::On)
        }
        Heard::Yes(Step::Review) => {
            let sent = draft.complete(reader.language(draft.description.as_deref().unwrap_or_default(), lang));
            return match sent {
                Some(request) => (draft, Next::Send(Box::new(request))),
                None => {
                    let step = draft.first_open();
                    open(&mut draft, step, reader);
                    (draft, Next::Ask)
                }
            };
        }
        Heard::Yes(_) => Ok(Moved::Stay),
    };
    match outcome {
        Ok(Moved::On) => {
            // Who has told one detail may want to tell another.
            let among_details = draft.details().contains(&draft.at);
            let step = draft.first_open();
            open(&mut draft, step, reader);
            draft.more = step == Step::Review && among_details;
            (draft, Next::Ask)
        }
        Ok(Moved::Stay) => (draft, Next::Again),
        Err(wrong) => {
            draft.tries = draft.tries.saturating_add(1);
            (draft, Next::Mend(wrong))
        }
    }
}

/// Whether an answer closes its question.
pub(super) enum Moved {
    On,
    Stay,
}

/// Opens a question afresh.
fn open(draft: &mut Draft, step: Step, reader: &dyn Reader) {
    draft.at = step;
    draft.tries = 0;
    draft.more = false;
    draft.in_sector = None;
    draft.proposed.clear();
    if step == Step::Sectors && draft.sectors.is_empty() {
        let told = [draft.title.as_deref(), draft.description.as_deref()];
        draft.proposed = reader.propose(&told.map(Option::unwrap_or_default).join("\n"));
    }
    if step == Step::Review {
        draft.editing = false;
    }
}

/// Opens the question before the present one, or closes the sector that is shown.
fn back(draft: &mut Draft, reader: &dyn Reader) {
    if draft.in_sector.take().is_some() {
        return;
    }
    let steps = draft.steps();
    let at = steps.iter().position(|step| *step == draft.at).unwrap_or(0);
    let before = if draft.editing { Step::Review } else { steps[at.saturating_sub(1)] };
    open(draft, before, reader);
}

/// Leaves a question without an answer, also one that had one.
fn skip(draft: &mut Draft, step: Step) {
    match step {
        Step::Stage => draft.stage = Some(Stage::Unknown),
        Step::Ipr => draft.ipr = Some(Ipr::Unknown),
        Step::Partnership => draft.partnership.clear(),
        Step::Sectors => draft.sectors.clear(),
        Step::Organisation => draft.organisation = None,
        step => draft.extra.clear(step),
    }
}

fn done(draft: &Draft, step: Step) -> Result<Moved, Wrong> {
    match step.answered() {
        Answered::Several(_) if draft.has(step) || draft.may_skip(step) => Ok(Moved::On),
        Answered::Several(_) => Err(Wrong::NothingChosen),
        _ => Ok(Moved::Stay),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Kind;

    /// A draft of the first version, as it was kept.
    const OLD: &str = r#"{"version":1,"at":"orgtype","editing":false,"tries":0,"more":false,"in_sector":null,"proposed":[],
        "area":"technology","direction":"offers","organisation":"Instituto de Prueba","org_type":null,"country":null,"sectors":[],
        "title":null,"description":null,"stage":null,"ipr":null,"partnership":[],"languages":[],"contact":null,"files":[],
        "consent":null,"amends":null}"#;

    #[test]
    fn a_draft_of_the_first_version_is_taken_up_where_it_was_left() {
        let draft: Draft = serde_json::from_str(OLD).unwrap();
        assert_eq!((draft.at, draft.kind()), (Step::OrgType, Some(Kind::TechnologyOffer)));
        assert_eq!(draft.organisation.as_deref(), Some("Instituto de Prueba"));
        let heard = Heard::Picked { step: Step::OrgType, code: "institute".into() };
        let (draft, next) = next(draft, &heard, Lang::Es, Timestamp::UNIX_EPOCH, &Deaf);
        assert_eq!((draft.at, next), (Step::Title, Next::Ask), "what was asked in another order is asked now");
    }

    /// Knows no sector.
    struct Deaf;

    impl Reader for Deaf {
        fn propose(&self, _: &str) -> Vec<String> {
            Vec::new()
        }

        fn language(&self, _: &str, usual: Lang) -> Lang {
            usual
        }

        fn find(&self, _: &str) -> Vec<String> {
            Vec::new()
        }

        fn is_sector(&self, _: &str) -> bool {
            false
        }

        fn is_leaf(&self, _: &str) -> bool {
            false
        }
    }
}
