//! What a button means, and its frozen spelling within the 64 bytes that Telegram allows.
//! A button lives in a chat for ever, so a spelling once sent is read for ever: add, never change.

use serde::{Deserialize, Serialize};

use super::{
    desk::{DeskPress, SnoozeFor},
    form::FormPress,
    pair::{ConsentPress, MatchPress, country_code, country_of},
    request::{Decision, OwnPress},
};
use crate::domain::{
    ConsentKind, Country, Exported, Lang, LeadId, MatchId, PersonId, QuestionId, RequestId, Step, TableFormat, code_list,
};

code_list! {
    /// A thumb on an answer.
    Vote, "vote" { Up = "up", Down = "down" }
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
    /// The choices that come next, or a person.
    NoneOfThese(QuestionId),
    /// None of those that came next either.
    NorThose(QuestionId),
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
    /// An owner's move of their request.
    Own {
        request: RequestId,
        press: OwnPress,
    },
    /// The staff's decision about a request.
    Decide {
        request: RequestId,
        decision: Decision,
    },
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
    /// A button of one match, of staff or of one of its sides.
    Match {
        of: MatchId,
        press: MatchPress,
    },
    Consent {
        kind: ConsentKind,
        country: Option<Country>,
        press: ConsentPress,
    },
    Export {
        what: Exported,
        format: TableFormat,
    },
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
    /// Say whether a member of staff may only read.
    Reader {
        person: PersonId,
        reads_only: bool,
    },
    /// Let a lead go on in another one.
    Merge {
        lead: LeadId,
        into: LeadId,
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
            Self::NorThose(q) => format!("none!:{q}"),
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
            Self::Own { request, press } => format!("own:{}:{request}", press.code()),
            Self::Decide { request, decision } => format!("decide:{}:{request}", decision.code()),
            Self::Form { step, press } => format!("f:{}:{}", step.code(), press.encode()),
            Self::ReallyForget => "forget!".into(),
            Self::Take(l) => format!("take:{l}"),
            Self::Release(l) => format!("free:{l}"),
            Self::Close(l) => format!("close:{l}"),
            Self::Reopen(l) => format!("open:{l}"),
            Self::Matches(l) => format!("match:{l}"),
            Self::Match { of, press } => format!("mt:{of}:{}", press.encode()),
            Self::Consent { kind, country, press } => {
                format!("cs:{}:{}:{}", kind.code(), country_code(*country), press.encode())
            }
            Self::Export { what, format } => format!("export:{}:{}", what.code(), format.code()),
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
            Self::Reader { person, reads_only } => format!("reader:{person}:{}", u8::from(*reads_only)),
            Self::Merge { lead, into } => format!("merge:{lead}:{into}"),
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
            "none!" => Self::NorThose(QuestionId(number()?)),
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
            "own" => {
                let (press, request) = rest.split_once(':')?;
                Self::Own { request: RequestId(request.parse().ok()?), press: OwnPress::parse(press)? }
            }
            "decide" => {
                let (decision, request) = rest.split_once(':')?;
                Self::Decide { request: RequestId(request.parse().ok()?), decision: Decision::parse(decision)? }
            }
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
            "mt" => {
                let (of, press) = rest.split_once(':')?;
                Self::Match { of: MatchId(of.parse().ok()?), press: MatchPress::decode(press)? }
            }
            "cs" => {
                let (kind, rest) = rest.split_once(':')?;
                let (country, press) = rest.split_once(':')?;
                Self::Consent {
                    kind: ConsentKind::parse(kind)?,
                    country: country_of(country)?,
                    press: ConsentPress::decode(press)?,
                }
            }
            "export" => {
                let (what, format) = rest.split_once(':')?;
                Self::Export { what: Exported::parse(what)?, format: TableFormat::parse(format)? }
            }
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
            "reader" => {
                let (person, reads_only) = rest.split_once(':')?;
                let reads_only = match reads_only {
                    "1" => true,
                    "0" => false,
                    _ => return None,
                };
                Self::Reader { person: PersonId(person.parse().ok()?), reads_only }
            }
            "merge" => {
                let (lead, into) = rest.split_once(':')?;
                Self::Merge { lead: LeadId(lead.parse().ok()?), into: LeadId(into.parse().ok()?) }
            }
            _ => return None,
        })
    }
}

/// A code or id as we write them; anything else in a payload is forged.
pub(super) fn slug(text: &str) -> Option<String> {
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
            "none!:7",
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
            "own:still:3",
            "own:pause:3",
            "own:resume:3",
            "own:renew:3",
            "own:appeal:3",
            "own:done:3",
            "own:found:3",
            "own:elsewhere:3",
            "decide:approve:3",
            "decide:info:3",
            "decide:reject:3",
            "decide:scope:3",
            "decide:unclear:3",
            "decide:duplicate:3",
            "decide:regulated:3",
            "decide:pause:3",
            "decide:resume:3",
            "f:org:=earlier",
            "f:weeks:=26",
            "f:until:=m6",
            "f:targets:=CN",
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
            "mt:5:ok",
            "mt:5:out",
            "mt:5:out=not-relevant",
            "mt:5:answered",
            "mt:5:hand-yes",
            "mt:5:hand-no=timing",
            "mt:5:intro",
            "mt:5:course=negotiating",
            "mt:5:agreed=licence",
            "mt:5:nothing=terms",
            "mt:5:show",
            "mt:5:yes",
            "mt:5:ask",
            "mt:5:no",
            "mt:5:no=has-partner",
            "mt:5:release=2026-11-25",
            "cs:card:CN:show",
            "cs:card:CN:yes=2026-11-25",
            "cs:abroad:CL:no",
            "cs:news:-:back",
            "export:requests:xlsx",
            "export:leads:csv",
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
            "merge:5:2",
            "reader:2:1",
            "reader:2:0",
        ] {
            let action = Action::decode(payload).unwrap_or_else(|| panic!("{payload} no longer reads"));
            assert_eq!(action.encode(), payload);
            assert!(payload.len() <= 64);
        }
    }

    #[test]
    fn forged_payloads_mean_nothing() {
        for payload in [
            "",
            "take:",
            "take:x",
            "e::<b>",
            "f:title:=../..",
            "vote:1:sideways",
            "mt:5:out=<b>",
            "cs:card:XX:show",
            "take:99999999999999999999",
        ] {
            assert_eq!(Action::decode(payload), None, "{payload}");
        }
    }
}
