//! What a button means, and its frozen spelling within the 64 bytes that Telegram allows.
//! A button lives in a chat for ever, so a spelling once sent is read for ever: add, never change.

use serde::{Deserialize, Serialize};

use crate::domain::{Country, Lang, LeadId, PersonId, QuestionId, RequestId, Step, code_list};

code_list! {
    /// A thumb on an answer.
    Vote, "vote" { Up = "up", Down = "down" }
}

code_list! {
    /// How long a lead sleeps.
    SnoozeFor, "button-snooze" {
        Day = "1d", ThreeDays = "3d", Week = "7d",
        /// Until the partner writes.
        Reply = "reply",
        /// No longer.
        End = "end",
    }
}

code_list! {
    /// A page of one's own desk.
    DeskPage, "desk-page" { Main = "main", Sectors = "sectors", Countries = "countries" }
}

/// What a button of one's own desk changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeskPress {
    Page(DeskPage),
    Lang(Lang),
    Sector(String),
    Country(Country),
    /// Whose office hours.
    Calendar(String),
    /// A lead more at a time.
    More,
    Less,
}

/// What a button of the guided request does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FormPress {
    /// One code of the step's list; pressed again it is taken back where several may be chosen.
    Pick(String),
    /// Enough chosen.
    Done,
    Back,
    Skip,
    /// Save and leave.
    Save,
    /// Asks whether to give the draft up.
    Cancel,
    /// Give the draft up for good.
    Drop,
    /// From the review: change this field.
    Edit,
    /// Show the other half of a long list.
    More,
    /// Send the request, or say yes to what the step asks.
    Yes,
}

/// What a button does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    Menu,
    Speak(Lang),
    Ask,
    Browse,
    /// A page (from 0) of a category.
    BrowseCategory {
        category: String,
        page: u16,
    },
    /// Show an entry; the question tells from which answer it was chosen.
    Entry {
        entry: String,
        question: Option<QuestionId>,
    },
    NoneOfThese(QuestionId),
    Vote {
        question: QuestionId,
        vote: Vote,
    },
    /// Ask a person, about this question where there is one.
    Human(Option<QuestionId>),
    NewRequest,
    /// Go on with the saved draft.
    Resume,
    MyRequests,
    Request(RequestId),
    Amend(RequestId),
    Withdraw(RequestId),
    ReallyWithdraw(RequestId),
    Form {
        step: Step,
        press: FormPress,
    },
    ReallyForget,
    Take(LeadId),
    Release(LeadId),
    Close(LeadId),
    Reopen(LeadId),
    Matches(LeadId),
    Snooze {
        lead: LeadId,
        long: SnoozeFor,
    },
    /// Take the lead that is due first.
    Next,
    ShowLead(LeadId),
    /// The partner's contact, for the owner of the lead.
    Identity(LeadId),
    /// A canned reply as the partner would read it.
    Canned {
        lead: LeadId,
        key: String,
    },
    SendCanned {
        lead: LeadId,
        key: String,
    },
    CannedList(LeadId),
    Desk(DeskPress),
    /// Whom to give a lead to.
    Assign(LeadId),
    Give {
        lead: LeadId,
        to: PersonId,
    },
}

impl Action {
    /// The payload that the button carries.
    #[must_use]
    pub fn encode(&self) -> String {
        match self {
            Self::Menu => "menu".into(),
            Self::Speak(lang) => format!("lang:{}", lang.code()),
            Self::Ask => "ask".into(),
            Self::Browse => "browse".into(),
            Self::BrowseCategory { category, page } => format!("cat:{page}:{category}"),
            Self::Entry { entry, question: None } => format!("e::{entry}"),
            Self::Entry { entry, question: Some(q) } => format!("e:{q}:{entry}"),
            Self::NoneOfThese(q) => format!("none:{q}"),
            Self::Vote { question, vote } => format!("vote:{question}:{}", vote.code()),
            Self::Human(None) => "human".into(),
            Self::Human(Some(q)) => format!("human:{q}"),
            Self::NewRequest => "new".into(),
            Self::Resume => "resume".into(),
            Self::MyRequests => "mine".into(),
            Self::Request(r) => format!("req:{r}"),
            Self::Amend(r) => format!("amend:{r}"),
            Self::Withdraw(r) => format!("wd:{r}"),
            Self::ReallyWithdraw(r) => format!("wd!:{r}"),
            Self::Form { step, press } => format!("f:{}:{}", step.code(), press.encode()),
            Self::ReallyForget => "forget!".into(),
            Self::Take(l) => format!("take:{l}"),
            Self::Release(l) => format!("free:{l}"),
            Self::Close(l) => format!("close:{l}"),
            Self::Reopen(l) => format!("open:{l}"),
            Self::Matches(l) => format!("match:{l}"),
            Self::Snooze { lead, long } => format!("snooze:{lead}:{}", long.code()),
            Self::Next => "next".into(),
            Self::Identity(l) => format!("who:{l}"),
            Self::ShowLead(l) => format!("lead:{l}"),
            Self::Canned { lead, key } => format!("can:{lead}:{key}"),
            Self::SendCanned { lead, key } => format!("can!:{lead}:{key}"),
            Self::CannedList(l) => format!("cans:{l}"),
            Self::Desk(press) => format!("me:{}", press.encode()),
            Self::Assign(l) => format!("assign:{l}"),
            Self::Give { lead, to } => format!("give:{lead}:{to}"),
        }
    }

    /// What a payload means; none when it was never one of ours.
    #[must_use]
    pub fn decode(payload: &str) -> Option<Self> {
        let (head, rest) = payload.split_once(':').unwrap_or((payload, ""));
        let number = || rest.parse::<i64>().ok();
        Some(match head {
            "menu" => Self::Menu,
            "lang" => Self::Speak(Lang::parse(rest)?),
            "ask" => Self::Ask,
            "browse" => Self::Browse,
            "cat" => {
                let (page, category) = rest.split_once(':')?;
                Self::BrowseCategory { category: slug(category)?, page: page.parse().ok()? }
            }
            "e" => {
                let (question, entry) = rest.split_once(':')?;
                let question = match question {
                    "" => None,
                    number => Some(QuestionId(number.parse().ok()?)),
                };
                Self::Entry { entry: slug(entry)?, question }
            }
            "none" => Self::NoneOfThese(QuestionId(number()?)),
            "vote" => {
                let (question, vote) = rest.split_once(':')?;
                Self::Vote { question: QuestionId(question.parse().ok()?), vote: Vote::parse(vote)? }
            }
            "human" if rest.is_empty() => Self::Human(None),
            "human" => Self::Human(Some(QuestionId(number()?))),
            "new" => Self::NewRequest,
            "resume" => Self::Resume,
            "mine" => Self::MyRequests,
            "req" => Self::Request(RequestId(number()?)),
            "amend" => Self::Amend(RequestId(number()?)),
            "wd" => Self::Withdraw(RequestId(number()?)),
            "wd!" => Self::ReallyWithdraw(RequestId(number()?)),
            "f" => {
                let (step, press) = rest.split_once(':')?;
                Self::Form { step: Step::parse(step)?, press: FormPress::decode(press)? }
            }
            "forget!" => Self::ReallyForget,
            "take" => Self::Take(LeadId(number()?)),
            "free" => Self::Release(LeadId(number()?)),
            "close" => Self::Close(LeadId(number()?)),
            "open" => Self::Reopen(LeadId(number()?)),
            "match" => Self::Matches(LeadId(number()?)),
            "snooze" => {
                let (lead, long) = rest.split_once(':')?;
                Self::Snooze { lead: LeadId(lead.parse().ok()?), long: SnoozeFor::parse(long)? }
            }
            "next" => Self::Next,
            "who" => Self::Identity(LeadId(number()?)),
            "lead" => Self::ShowLead(LeadId(number()?)),
            "can" | "can!" => {
                let (lead, key) = rest.split_once(':')?;
                let (lead, key) = (LeadId(lead.parse().ok()?), slug(key)?);
                if head == "can" { Self::Canned { lead, key } } else { Self::SendCanned { lead, key } }
            }
            "cans" => Self::CannedList(LeadId(number()?)),
            "me" => Self::Desk(DeskPress::decode(rest)?),
            "assign" => Self::Assign(LeadId(number()?)),
            "give" => {
                let (lead, to) = rest.split_once(':')?;
                Self::Give { lead: LeadId(lead.parse().ok()?), to: PersonId(to.parse().ok()?) }
            }
            _ => return None,
        })
    }
}

impl DeskPress {
    fn encode(&self) -> String {
        match self {
            Self::Page(page) => format!("page:{}", page.code()),
            Self::Lang(lang) => format!("lang:{}", lang.code()),
            Self::Sector(sector) => format!("sector:{sector}"),
            Self::Country(country) => format!("country:{}", country.code()),
            Self::Calendar(key) => format!("hours:{key}"),
            Self::More => "more".into(),
            Self::Less => "less".into(),
        }
    }

    fn decode(text: &str) -> Option<Self> {
        let (head, rest) = text.split_once(':').unwrap_or((text, ""));
        Some(match head {
            "page" => Self::Page(DeskPage::parse(rest)?),
            "lang" => Self::Lang(Lang::parse(rest)?),
            "sector" => Self::Sector(slug(rest)?),
            "country" => Self::Country(Country::parse(rest)?),
            "hours" => Self::Calendar(slug(rest)?),
            "more" => Self::More,
            "less" => Self::Less,
            _ => return None,
        })
    }
}

impl FormPress {
    fn encode(&self) -> String {
        match self {
            Self::Pick(code) => format!("={code}"),
            Self::Done => "done".into(),
            Self::Back => "back".into(),
            Self::Skip => "skip".into(),
            Self::Save => "save".into(),
            Self::Cancel => "cancel".into(),
            Self::Drop => "drop".into(),
            Self::Edit => "edit".into(),
            Self::More => "more".into(),
            Self::Yes => "yes".into(),
        }
    }

    fn decode(text: &str) -> Option<Self> {
        if let Some(code) = text.strip_prefix('=') {
            return Some(Self::Pick(slug(code)?));
        }
        Some(match text {
            "done" => Self::Done,
            "back" => Self::Back,
            "skip" => Self::Skip,
            "save" => Self::Save,
            "cancel" => Self::Cancel,
            "drop" => Self::Drop,
            "edit" => Self::Edit,
            "more" => Self::More,
            "yes" => Self::Yes,
            _ => return None,
        })
    }
}

/// A code or id as we write them; anything else in a payload is forged.
fn slug(text: &str) -> Option<String> {
    let ours = !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    ours.then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Payloads that have been sent to people: each must read for ever.
    #[test]
    fn every_button_ever_sent_still_reads() {
        for payload in [
            "menu",
            "lang:zh",
            "ask",
            "browse",
            "cat:0:tax",
            "e::cl-rut-start-activities",
            "e:7:cn-negative-list",
            "none:7",
            "vote:7:up",
            "vote:7:down",
            "human",
            "human:7",
            "new",
            "resume",
            "mine",
            "req:3",
            "amend:3",
            "wd:3",
            "wd!:3",
            "f:area:=technology",
            "f:sectors:more",
            "f:sectors:done",
            "f:title:back",
            "f:title:save",
            "f:title:cancel",
            "f:title:drop",
            "f:stage:skip",
            "f:title:edit",
            "f:review:yes",
            "forget!",
            "take:5",
            "free:5",
            "close:5",
            "open:5",
            "match:5",
            "snooze:5:1d",
            "snooze:5:reply",
            "me:page:sectors",
            "me:lang:zh",
            "me:sector:mining",
            "me:country:CL",
            "me:hours:cn",
            "me:more",
            "lead:5",
            "who:5",
            "next",
            "can:5:not-a-lawyer",
            "can!:5:not-a-lawyer",
            "cans:5",
            "me:less",
            "assign:5",
            "give:5:2",
        ] {
            let action = Action::decode(payload).unwrap_or_else(|| panic!("{payload} no longer reads"));
            assert_eq!(action.encode(), payload);
            assert!(payload.len() <= 64);
        }
    }

    #[test]
    fn forged_payloads_mean_nothing() {
        for payload in ["", "take:", "take:x", "e::<b>", "f:title:=../..", "vote:1:sideways", "take:99999999999999999999"] {
            assert_eq!(Action::decode(payload), None, "{payload}");
        }
    }
}
