//! Which kind of request asks what, in which order, and what may be left out: data, so that a new kind is an entry.
//! A hurried person meets only what is asked; all else is one step at the review.

use super::{Country, Kind, OrgType, code_list};

code_list! {
    /// One question of the form.
    Step, "step" {
        Area = "area", Direction = "direction", Organisation = "org", OrgType = "orgtype", Country = "country",
        Sectors = "sectors", Title = "title", Description = "desc", Stage = "stage", Ipr = "ipr",
        Partnership = "partnership", Languages = "langs", Contact = "contact", Consent = "consent", Review = "review",
        Summary = "summary", Gist = "gist", Specifics = "specifics", PartnerTypes = "ptypes", PartnerRole = "role",
        Targets = "targets", Career = "career", TalentForm = "talent", Period = "period", Duration = "weeks",
        Funding = "funding", Call = "call", Budget = "budget", Keywords = "keywords", Until = "until",
    }
}

/// How a step is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answered {
    /// One code of a list.
    One,
    /// One to this many codes of a list.
    Several(usize),
    /// Typed, with the fewest and the most characters.
    Typed { least: usize, most: usize },
    /// A code that stands for a time, or a time that is typed.
    Time,
    /// A yes.
    Yes,
}

impl Step {
    /// How it is answered.
    #[must_use]
    pub fn answered(self) -> Answered {
        match self {
            Self::Area
            | Self::Direction
            | Self::OrgType
            | Self::Country
            | Self::Stage
            | Self::Ipr
            | Self::Career
            | Self::TalentForm
            | Self::Funding
            | Self::Duration
            | Self::Budget => Answered::One,
            Self::Sectors | Self::Partnership => Answered::Several(3),
            Self::Languages => Answered::Several(4),
            Self::PartnerTypes => Answered::Several(OrgType::ALL.len()),
            Self::Targets => Answered::Several(Country::ALL.len()),
            Self::Organisation => Answered::Typed { least: 2, most: 160 },
            Self::Title => Answered::Typed { least: 8, most: 120 },
            Self::Description => Answered::Typed { least: 60, most: 3500 },
            Self::Contact => Answered::Typed { least: 5, most: 200 },
            Self::Summary => Answered::Typed { least: 40, most: 500 },
            Self::Gist => Answered::Typed { least: 30, most: 300 },
            Self::Specifics => Answered::Typed { least: 15, most: 1500 },
            Self::PartnerRole => Answered::Typed { least: 3, most: 600 },
            Self::Call => Answered::Typed { least: 3, most: 200 },
            Self::Keywords => Answered::Typed { least: 2, most: 220 },
            Self::Period | Self::Until => Answered::Time,
            Self::Consent | Self::Review => Answered::Yes,
        }
    }

    /// Whether it is answered by typing, or may be.
    #[must_use]
    pub fn is_typed(self) -> bool {
        matches!(self.answered(), Answered::Typed { .. } | Answered::Time)
    }

    /// Whether it can be changed from the review by itself. Kind and consent belong to the whole request.
    #[must_use]
    pub fn is_field(self) -> bool {
        !matches!(self, Self::Area | Self::Direction | Self::Consent | Self::Review)
    }
}

/// How much a question is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Asked, and there is no request without it.
    Required,
    /// Asked, and may be skipped.
    Welcome,
    /// Offered at the review only.
    Detail,
}

use Need::{Required as R, Welcome as W};
use Step as S;

/// What every request says first.
const WHAT: [Step; 2] = [S::Title, S::Description];
/// Who asks: what every matched kind says last.
const WHO: [Step; 5] = [S::Organisation, S::OrgType, S::Country, S::Languages, S::Contact];
/// Whom one looks for, and how strangers read of it: details of every matched kind.
const WHOM: [Step; 5] = [S::PartnerTypes, S::PartnerRole, S::Targets, S::Gist, S::Summary];

/// What a kind asks beside what all do.
struct Own {
    /// Between what it is about and who asks.
    asked: &'static [(Step, Need)],
    /// Details before those of all.
    first: &'static [Step],
    /// Details after them.
    last: &'static [Step],
}

const TECHNOLOGY_OFFER: Own = Own {
    asked: &[(S::Stage, W), (S::Ipr, W), (S::Partnership, R)],
    first: &[S::Specifics],
    last: &[S::Keywords, S::Budget],
};
const TECHNOLOGY_REQUEST: Own = Own { asked: &[(S::Stage, W), (S::Partnership, R)], ..TECHNOLOGY_OFFER };
const BUSINESS: Own = Own { asked: &[(S::Partnership, R)], ..TECHNOLOGY_OFFER };
const RESEARCH: Own = Own {
    asked: &[(S::Partnership, R)],
    first: &[S::Call, S::Funding, S::Period, S::Duration],
    last: &[S::Keywords, S::Budget],
};
/// A place and a person for it: whether a stay or a post, and for whom, is what the two sides meet by.
const TALENT: Own = Own {
    asked: &[(S::Career, R), (S::TalentForm, R)],
    first: &[S::Period, S::Duration, S::Funding, S::Call],
    last: &[S::Keywords],
};
const TRAINING: Own = Own { asked: &[], first: &[S::Partnership, S::Period], last: &[S::Keywords, S::Budget] };
const EVENT: Own = Own { asked: &[], first: &[S::Period], last: &[] };

/// What a kind asks, in order, before consent and review.
#[must_use]
pub fn asked_of(kind: Kind) -> Vec<(Step, Need)> {
    let own = match kind {
        Kind::TechnologyOffer | Kind::ResultOffer => TECHNOLOGY_OFFER,
        Kind::TechnologyRequest => TECHNOLOGY_REQUEST,
        Kind::ResearchPartner => RESEARCH,
        Kind::TalentHost | Kind::TalentSeeker => TALENT,
        Kind::BusinessOffer | Kind::BusinessRequest | Kind::InvestmentSought | Kind::Investor => BUSINESS,
        Kind::TrainingOffer | Kind::TrainingRequest => TRAINING,
        Kind::EventMeeting => EVENT,
        // For staff only: nobody is to be found by it.
        Kind::Consultation => return consultation(),
    };
    let required = |step: Step| (step, R);
    let details = own.first.iter().copied().chain(WHOM).chain(own.last.iter().copied()).chain([S::Until]);
    WHAT.into_iter()
        .chain([S::Sectors])
        .map(required)
        .chain(own.asked.iter().copied())
        .chain(WHO.map(required))
        .chain(details.map(|step| (step, Need::Detail)))
        .collect()
}

fn consultation() -> Vec<(Step, Need)> {
    let asked = WHAT.into_iter().chain([S::Country, S::Contact]).map(|step| (step, R));
    asked.chain([S::Sectors, S::Organisation].map(|step| (step, Need::Detail))).collect()
}
