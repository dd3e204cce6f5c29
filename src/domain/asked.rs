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

use Need::{Detail as D, Required as R, Welcome as W};
use Step as S;

/// What a technology is described by.
const TECHNOLOGY_OFFER: &[(Step, Need)] = &[
    (S::Title, R),
    (S::Description, R),
    (S::Sectors, R),
    (S::Stage, W),
    (S::Ipr, W),
    (S::Partnership, R),
    (S::Organisation, R),
    (S::OrgType, R),
    (S::Country, R),
    (S::Languages, R),
    (S::Contact, R),
    (S::Specifics, D),
    (S::PartnerTypes, D),
    (S::PartnerRole, D),
    (S::Targets, D),
    (S::Gist, D),
    (S::Summary, D),
    (S::Keywords, D),
    (S::Budget, D),
    (S::Until, D),
];

const TECHNOLOGY_REQUEST: &[(Step, Need)] = &[
    (S::Title, R),
    (S::Description, R),
    (S::Sectors, R),
    (S::Stage, W),
    (S::Partnership, R),
    (S::Organisation, R),
    (S::OrgType, R),
    (S::Country, R),
    (S::Languages, R),
    (S::Contact, R),
    (S::Specifics, D),
    (S::PartnerTypes, D),
    (S::PartnerRole, D),
    (S::Targets, D),
    (S::Gist, D),
    (S::Summary, D),
    (S::Keywords, D),
    (S::Budget, D),
    (S::Until, D),
];

const RESEARCH: &[(Step, Need)] = &[
    (S::Title, R),
    (S::Description, R),
    (S::Sectors, R),
    (S::Partnership, R),
    (S::Organisation, R),
    (S::OrgType, R),
    (S::Country, R),
    (S::Languages, R),
    (S::Contact, R),
    (S::Call, D),
    (S::Funding, D),
    (S::Period, D),
    (S::Duration, D),
    (S::PartnerTypes, D),
    (S::PartnerRole, D),
    (S::Targets, D),
    (S::Gist, D),
    (S::Summary, D),
    (S::Keywords, D),
    (S::Budget, D),
    (S::Until, D),
];

/// A place and a person for it: whether a stay or a post, and for whom, is what the two sides meet by.
const TALENT: &[(Step, Need)] = &[
    (S::Title, R),
    (S::Description, R),
    (S::Sectors, R),
    (S::Career, R),
    (S::TalentForm, R),
    (S::Organisation, R),
    (S::OrgType, R),
    (S::Country, R),
    (S::Languages, R),
    (S::Contact, R),
    (S::Period, D),
    (S::Duration, D),
    (S::Funding, D),
    (S::Call, D),
    (S::PartnerTypes, D),
    (S::PartnerRole, D),
    (S::Targets, D),
    (S::Gist, D),
    (S::Summary, D),
    (S::Keywords, D),
    (S::Until, D),
];

const BUSINESS: &[(Step, Need)] = &[
    (S::Title, R),
    (S::Description, R),
    (S::Sectors, R),
    (S::Partnership, R),
    (S::Organisation, R),
    (S::OrgType, R),
    (S::Country, R),
    (S::Languages, R),
    (S::Contact, R),
    (S::Specifics, D),
    (S::PartnerTypes, D),
    (S::PartnerRole, D),
    (S::Targets, D),
    (S::Gist, D),
    (S::Summary, D),
    (S::Keywords, D),
    (S::Budget, D),
    (S::Until, D),
];

const TRAINING: &[(Step, Need)] = &[
    (S::Title, R),
    (S::Description, R),
    (S::Sectors, R),
    (S::Organisation, R),
    (S::OrgType, R),
    (S::Country, R),
    (S::Languages, R),
    (S::Contact, R),
    (S::Partnership, D),
    (S::Period, D),
    (S::PartnerTypes, D),
    (S::PartnerRole, D),
    (S::Targets, D),
    (S::Gist, D),
    (S::Summary, D),
    (S::Keywords, D),
    (S::Budget, D),
    (S::Until, D),
];

const EVENT: &[(Step, Need)] = &[
    (S::Title, R),
    (S::Description, R),
    (S::Sectors, R),
    (S::Organisation, R),
    (S::OrgType, R),
    (S::Country, R),
    (S::Languages, R),
    (S::Contact, R),
    (S::Period, D),
    (S::PartnerTypes, D),
    (S::PartnerRole, D),
    (S::Targets, D),
    (S::Gist, D),
    (S::Summary, D),
    (S::Until, D),
];

const CONSULTATION: &[(Step, Need)] =
    &[(S::Title, R), (S::Description, R), (S::Country, R), (S::Contact, R), (S::Sectors, D), (S::Organisation, D)];

/// What a kind asks, in order, before consent and review.
#[must_use]
pub fn asked_of(kind: Kind) -> &'static [(Step, Need)] {
    match kind {
        Kind::TechnologyOffer | Kind::ResultOffer => TECHNOLOGY_OFFER,
        Kind::TechnologyRequest => TECHNOLOGY_REQUEST,
        Kind::ResearchPartner => RESEARCH,
        Kind::TalentHost | Kind::TalentSeeker => TALENT,
        Kind::BusinessOffer | Kind::BusinessRequest | Kind::InvestmentSought | Kind::Investor => BUSINESS,
        Kind::TrainingOffer | Kind::TrainingRequest => TRAINING,
        Kind::EventMeeting => EVENT,
        Kind::Consultation => CONSULTATION,
    }
}
