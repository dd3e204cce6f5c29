//! The guided request as a pure function: from a draft and what its owner said to the draft after it and what happens next.
//! It knows no words, no store and no clock; `handlers/partner/form.rs` speaks for it.

use jiff::Timestamp;

use super::{
    Answered, Area, CONSENT_VERSION, CONTACT_HERE, Consent, Country, Direction, Draft, Ipr, Lang, NewRequest, OrgType,
    Partnership, Stage, Step,
};

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

/// How the form finds sectors: what a typed name may mean, and whether an id is a sector or a leaf.
pub trait SectorBook {
    /// Leaves whose name or terms sound like what was typed, best first.
    fn find(&self, typed: &str) -> Vec<String>;
    /// Whether there is a sector of this id.
    fn is_sector(&self, id: &str) -> bool;
    /// Whether there is a leaf of this id.
    fn is_leaf(&self, id: &str) -> bool;
}

/// The step after what was heard. The draft given back is the one to keep.
#[must_use]
pub fn next(mut draft: Draft, heard: &Heard, lang: Lang, now: Timestamp, sectors: &dyn SectorBook) -> (Draft, Next) {
    let outcome = match heard {
        Heard::Typed(text) => typed(&mut draft, text.trim(), sectors),
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
        Heard::Picked { code, .. } => picked(&mut draft, code, sectors),
        Heard::Done(step) => done(&draft, *step),
        Heard::Skip(step) if step.may_be_skipped() => {
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
            back(&mut draft);
            return (draft, Next::Ask);
        }
        Heard::Edit(step) if step.is_field() && draft.steps().contains(step) && draft.first_open() == Step::Review => {
            open(&mut draft, *step);
            draft.editing = true;
            return (draft, Next::Ask);
        }
        Heard::Edit(_) => return (draft, Next::Stale),
        Heard::Yes(Step::Consent) => {
            draft.consent = Some(Consent { version: CONSENT_VERSION.into(), lang, at: now });
            Ok(Moved::On)
        }
        Heard::Yes(Step::Review) => {
            let sent = draft.complete(lang);
            return match sent {
                Some(request) => (draft, Next::Send(Box::new(request))),
                None => {
                    let step = draft.first_open();
                    open(&mut draft, step);
                    (draft, Next::Ask)
                }
            };
        }
        Heard::Yes(_) => Ok(Moved::Stay),
    };
    match outcome {
        Ok(Moved::On) => {
            let step = draft.first_open();
            open(&mut draft, step);
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
enum Moved {
    On,
    Stay,
}

/// Opens a question afresh.
fn open(draft: &mut Draft, step: Step) {
    draft.at = step;
    draft.tries = 0;
    draft.more = false;
    draft.in_sector = None;
    draft.proposed.clear();
    if step == Step::Review {
        draft.editing = false;
    }
}

/// Opens the question before the present one, or closes the sector that is shown.
fn back(draft: &mut Draft) {
    if draft.in_sector.take().is_some() {
        return;
    }
    let steps = draft.steps();
    let at = steps.iter().position(|step| *step == draft.at).unwrap_or(0);
    let before = if draft.editing { Step::Review } else { steps[at.saturating_sub(1)] };
    open(draft, before);
}

fn skip(draft: &mut Draft, step: Step) {
    match step {
        Step::Stage => draft.stage = Some(Stage::Unknown),
        Step::Ipr => draft.ipr = Some(Ipr::Unknown),
        _ => {}
    }
}

fn typed(draft: &mut Draft, text: &str, sectors: &dyn SectorBook) -> Result<Moved, Wrong> {
    match draft.at {
        Step::Sectors => {
            let found: Vec<String> =
                sectors.find(text).into_iter().filter(|leaf| !draft.sectors.contains(leaf)).take(6).collect();
            if found.is_empty() {
                return Err(Wrong::NoSuchSector);
            }
            draft.proposed = found;
            draft.in_sector = None;
            Ok(Moved::Stay)
        }
        step => {
            let Answered::Typed { least, most } = step.answered() else { return Err(Wrong::NotAChoice) };
            let is = text.chars().count();
            // One Chinese character says about as much as two or three letters.
            let weight = text.chars().map(|c| if ('\u{4e00}'..='\u{9fff}').contains(&c) { 3 } else { 1 }).sum::<usize>();
            if weight < least {
                return Err(Wrong::TooShort { least });
            }
            if is > most {
                return Err(Wrong::TooLong { most, is });
            }
            let kept = Some(text.to_owned());
            match step {
                Step::Organisation => draft.organisation = kept,
                Step::Title => draft.title = kept,
                Step::Description => draft.description = kept,
                Step::Contact if !is_contact(text) => return Err(Wrong::NoContact),
                Step::Contact => draft.contact = kept,
                _ => {}
            }
            Ok(Moved::On)
        }
    }
}

/// Whether somebody could be reached by this: an address, a number, an account with its service.
fn is_contact(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let mail = text.split_whitespace().any(|word| {
        word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.ends_with('.'))
    });
    let handle = text.split_whitespace().any(|word| word.len() > 4 && word.starts_with('@'));
    let lower = text.to_lowercase();
    let service = ["wechat", "weixin", "微信", "whatsapp", "telegram", "wx"].iter().any(|name| lower.contains(name));
    mail || handle || digits >= 7 || (service && text.chars().count() > 8)
}

fn picked(draft: &mut Draft, code: &str, sectors: &dyn SectorBook) -> Result<Moved, Wrong> {
    fn one<T>(place: &mut Option<T>, item: Option<T>) -> Result<Moved, Wrong> {
        let item = item.ok_or(Wrong::NotAChoice)?;
        *place = Some(item);
        Ok(Moved::On)
    }
    match draft.at {
        Step::Area => {
            let area = Area::parse(code).ok_or(Wrong::NotAChoice)?;
            draft.direction = if area.has_two_sides() { None } else { Some(area.kind(Direction::Seeks).direction()) };
            draft.area = Some(area);
            Ok(Moved::On)
        }
        Step::Direction => one(&mut draft.direction, Direction::parse(code)),
        Step::OrgType => one(&mut draft.org_type, OrgType::parse(code)),
        Step::Country => one(&mut draft.country, Country::parse(code)),
        Step::Stage => one(&mut draft.stage, Stage::parse(code)),
        Step::Ipr => one(&mut draft.ipr, Ipr::parse(code)),
        Step::Sectors if sectors.is_sector(code) => {
            draft.in_sector = Some(code.to_owned());
            draft.proposed.clear();
            Ok(Moved::Stay)
        }
        Step::Sectors if sectors.is_leaf(code) => {
            if let Some(at) = draft.sectors.iter().position(|leaf| leaf == code) {
                draft.sectors.remove(at);
            } else if draft.sectors.len() >= 3 {
                return Err(Wrong::TooMany { most: 3 });
            } else {
                draft.sectors.push(code.to_owned());
            }
            Ok(Moved::Stay)
        }
        Step::Partnership => {
            let item = Partnership::parse(code).ok_or(Wrong::NotAChoice)?;
            if !draft.partnership.remove(&item) {
                if draft.partnership.len() >= 3 {
                    return Err(Wrong::TooMany { most: 3 });
                }
                draft.partnership.insert(item);
            }
            Ok(Moved::Stay)
        }
        Step::Languages => {
            let item = Lang::parse(code).ok_or(Wrong::NotAChoice)?;
            if !draft.languages.remove(&item) {
                draft.languages.insert(item);
            }
            Ok(Moved::Stay)
        }
        // "Answer me here": the chat itself is the contact.
        Step::Contact if code == "here" => {
            draft.contact = Some(CONTACT_HERE.into());
            Ok(Moved::On)
        }
        // "I act for myself".
        Step::Organisation if code == "self" => {
            draft.organisation = Some(String::new());
            draft.org_type = Some(OrgType::Individual);
            Ok(Moved::On)
        }
        _ => Err(Wrong::NotAChoice),
    }
}

fn done(draft: &Draft, step: Step) -> Result<Moved, Wrong> {
    match step.answered() {
        Answered::Several(_) if draft.has(step) => Ok(Moved::On),
        Answered::Several(_) => Err(Wrong::NothingChosen),
        _ => Ok(Moved::Stay),
    }
}
