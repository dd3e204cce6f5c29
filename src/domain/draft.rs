//! A request while its owner fills it in, and which kind asks what: data, so that a new kind is an entry.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{
    Attachment, CONSENT_VERSION, Consent, Country, Direction, Ipr, Kind, Lang, NewRequest, OrgType, Partnership, RequestId,
    Stage, code_list,
};

/// Version of the saved form; a draft of a version that no longer reads begins anew, kindly.
pub const DRAFT_VERSION: u8 = 1;
/// A draft is reminded of once after this many hours.
pub const REMIND_AFTER_HOURS: i64 = 24;
/// A draft is erased after this many days without a word.
pub const ERASE_AFTER_DAYS: i64 = 30;

code_list! {
    /// The field of cooperation, the first thing asked.
    Area, "area" {
        Technology = "technology", Results = "results", Research = "research", Talent = "talent", Business = "business",
        Training = "training", Investment = "investment", Event = "event", Consultation = "consultation",
    }
}

impl Area {
    /// The kind of request when this side offers, and when it seeks; the same where there is only one.
    #[must_use]
    pub fn kind(self, direction: Direction) -> Kind {
        let (offers, seeks) = match self {
            Self::Technology => (Kind::TechnologyOffer, Kind::TechnologyRequest),
            Self::Results => (Kind::ResultOffer, Kind::ResultOffer),
            Self::Research => (Kind::ResearchPartner, Kind::ResearchPartner),
            Self::Talent => (Kind::TalentHost, Kind::TalentSeeker),
            Self::Business => (Kind::BusinessOffer, Kind::BusinessRequest),
            Self::Training => (Kind::TrainingOffer, Kind::TrainingRequest),
            Self::Investment => (Kind::Investor, Kind::InvestmentSought),
            Self::Event => (Kind::EventMeeting, Kind::EventMeeting),
            Self::Consultation => (Kind::Consultation, Kind::Consultation),
        };
        if direction == Direction::Offers { offers } else { seeks }
    }

    /// Whether there is a direction to ask for.
    #[must_use]
    pub fn has_two_sides(self) -> bool {
        self.kind(Direction::Offers) != self.kind(Direction::Seeks)
    }
}

code_list! {
    /// One question of the form.
    Step, "step" {
        Area = "area", Direction = "direction", Organisation = "org", OrgType = "orgtype", Country = "country",
        Sectors = "sectors", Title = "title", Description = "desc", Stage = "stage", Ipr = "ipr",
        Partnership = "partnership", Languages = "langs", Contact = "contact", Consent = "consent", Review = "review",
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
    /// A yes.
    Yes,
}

impl Step {
    /// How it is answered.
    #[must_use]
    pub fn answered(self) -> Answered {
        match self {
            Self::Area | Self::Direction | Self::OrgType | Self::Country | Self::Stage | Self::Ipr => Answered::One,
            Self::Sectors | Self::Partnership => Answered::Several(3),
            Self::Languages => Answered::Several(4),
            Self::Organisation => Answered::Typed { least: 2, most: 160 },
            Self::Title => Answered::Typed { least: 8, most: 120 },
            Self::Description => Answered::Typed { least: 60, most: 3500 },
            Self::Contact => Answered::Typed { least: 5, most: 200 },
            Self::Consent | Self::Review => Answered::Yes,
        }
    }

    /// Whether it may be left out.
    #[must_use]
    pub fn may_be_skipped(self) -> bool {
        matches!(self, Self::Stage | Self::Ipr)
    }

    /// Whether it can be changed from the review by itself. Kind and consent belong to the whole request.
    #[must_use]
    pub fn is_field(self) -> bool {
        !matches!(self, Self::Area | Self::Direction | Self::Consent | Self::Review)
    }
}

/// What a kind asks, in order, before consent and review.
fn questions(kind: Kind) -> &'static [Step] {
    use Step as S;
    match kind {
        Kind::TechnologyOffer | Kind::TechnologyRequest | Kind::ResultOffer => &[
            S::Organisation,
            S::OrgType,
            S::Country,
            S::Sectors,
            S::Title,
            S::Description,
            S::Stage,
            S::Ipr,
            S::Partnership,
            S::Languages,
            S::Contact,
        ],
        Kind::TalentHost | Kind::TalentSeeker | Kind::TrainingOffer | Kind::TrainingRequest | Kind::EventMeeting => {
            &[S::Organisation, S::OrgType, S::Country, S::Sectors, S::Title, S::Description, S::Languages, S::Contact]
        }
        Kind::ResearchPartner | Kind::BusinessOffer | Kind::BusinessRequest | Kind::InvestmentSought | Kind::Investor => &[
            S::Organisation,
            S::OrgType,
            S::Country,
            S::Sectors,
            S::Title,
            S::Description,
            S::Partnership,
            S::Languages,
            S::Contact,
        ],
        Kind::Consultation => &[S::Country, S::Title, S::Description, S::Contact],
    }
}

/// The answers so far.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    pub version: u8,
    /// The question that is open.
    pub at: Step,
    /// Opened from the review: the answer leads back there.
    pub editing: bool,
    /// Bad answers to the open question.
    pub tries: u8,
    /// The open question shows the other half of its list.
    pub more: bool,
    /// The sector whose leaves are shown.
    pub in_sector: Option<String>,
    /// Leaves proposed from what was typed, to be confirmed by a tap.
    pub proposed: Vec<String>,
    pub area: Option<Area>,
    pub direction: Option<Direction>,
    pub organisation: Option<String>,
    pub org_type: Option<OrgType>,
    pub country: Option<Country>,
    pub sectors: Vec<String>,
    pub title: Option<String>,
    pub description: Option<String>,
    pub stage: Option<Stage>,
    pub ipr: Option<Ipr>,
    pub partnership: BTreeSet<Partnership>,
    pub languages: BTreeSet<Lang>,
    pub contact: Option<String>,
    pub files: Vec<Attachment>,
    pub consent: Option<Consent>,
    /// The sent request that this draft changes.
    pub amends: Option<RequestId>,
}

impl Draft {
    /// A new draft at its first question.
    #[must_use]
    pub fn new() -> Self {
        Self {
            version: DRAFT_VERSION,
            at: Step::Area,
            editing: false,
            tries: 0,
            more: false,
            in_sector: None,
            proposed: Vec::new(),
            area: None,
            direction: None,
            organisation: None,
            org_type: None,
            country: None,
            sectors: Vec::new(),
            title: None,
            description: None,
            stage: None,
            ipr: None,
            partnership: BTreeSet::new(),
            languages: BTreeSet::new(),
            contact: None,
            files: Vec::new(),
            consent: None,
            amends: None,
        }
    }

    /// A draft that changes a request which was sent, open at its review.
    #[must_use]
    pub fn amending(id: RequestId, sent: &NewRequest) -> Self {
        let area = Area::ALL.iter().copied().find(|area| area.kind(sent.kind.direction()) == sent.kind);
        Self {
            at: Step::Review,
            area: area.or_else(|| Area::ALL.iter().copied().find(|area| area.kind(Direction::Offers) == sent.kind)),
            direction: Some(sent.kind.direction()),
            organisation: Some(sent.organisation.clone()),
            org_type: Some(sent.org_type),
            country: Some(sent.country),
            sectors: sent.sectors.clone(),
            title: Some(sent.title.clone()),
            description: Some(sent.description.clone()),
            stage: Some(sent.stage),
            ipr: Some(sent.ipr),
            partnership: sent.partnership.clone(),
            languages: sent.languages.clone(),
            contact: Some(sent.contact.clone()),
            files: sent.files.clone(),
            consent: Some(sent.consent.clone()),
            amends: Some(id),
            ..Self::new()
        }
    }

    /// The kind, once area and direction are told.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        let area = self.area?;
        match self.direction {
            Some(direction) => Some(area.kind(direction)),
            None if area.has_two_sides() => None,
            None => Some(area.kind(Direction::Seeks)),
        }
    }

    /// Every step of this draft in order, as far as it can be known.
    #[must_use]
    pub fn steps(&self) -> Vec<Step> {
        let mut steps = vec![Step::Area];
        if self.area.is_some_and(Area::has_two_sides) {
            steps.push(Step::Direction);
        }
        if let Some(kind) = self.kind() {
            steps.extend(questions(kind));
            steps.extend([Step::Consent, Step::Review]);
        }
        steps
    }

    /// The open question's place from 1, and how many there are, for "3 of 12".
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        let steps = self.steps();
        let at = steps.iter().position(|step| *step == self.at).unwrap_or(0) + 1;
        (at, steps.len().max(if self.kind().is_some() { 0 } else { 12 }))
    }

    /// Whether the step has its answer.
    #[must_use]
    pub fn has(&self, step: Step) -> bool {
        match step {
            Step::Area => self.area.is_some(),
            Step::Direction => self.direction.is_some(),
            Step::Organisation => self.organisation.is_some(),
            Step::OrgType => self.org_type.is_some(),
            Step::Country => self.country.is_some(),
            Step::Sectors => !self.sectors.is_empty(),
            Step::Title => self.title.is_some(),
            Step::Description => self.description.is_some(),
            Step::Stage => self.stage.is_some(),
            Step::Ipr => self.ipr.is_some(),
            Step::Partnership => !self.partnership.is_empty(),
            Step::Languages => !self.languages.is_empty(),
            Step::Contact => self.contact.is_some(),
            Step::Consent => self.consent.as_ref().is_some_and(|consent| consent.version == CONSENT_VERSION),
            Step::Review => false,
        }
    }

    /// The first question without an answer.
    #[must_use]
    pub fn first_open(&self) -> Step {
        self.steps().into_iter().find(|step| !self.has(*step)).unwrap_or(Step::Review)
    }

    /// The whole request, or none while an answer is missing.
    #[must_use]
    pub fn complete(&self, lang: Lang) -> Option<NewRequest> {
        if self.first_open() != Step::Review {
            return None;
        }
        Some(NewRequest {
            kind: self.kind()?,
            organisation: self.organisation.clone().unwrap_or_default(),
            org_type: self.org_type.unwrap_or(OrgType::Individual),
            country: self.country?,
            sectors: self.sectors.clone(),
            title: self.title.clone()?,
            description: self.description.clone()?,
            stage: self.stage.unwrap_or(Stage::Unknown),
            ipr: self.ipr.unwrap_or(Ipr::Unknown),
            partnership: self.partnership.clone(),
            languages: if self.languages.is_empty() { BTreeSet::from([lang]) } else { self.languages.clone() },
            contact: self.contact.clone()?,
            files: self.files.clone(),
            lang,
            consent: self.consent.clone()?,
        })
    }
}

impl Default for Draft {
    fn default() -> Self {
        Self::new()
    }
}
